"""Calendar days."""

import datetime


def months_later(day: datetime.date, months: int) -> datetime.date:
    """So many months later, on the same day of the month or the last one that there is.

    >>> months_later(datetime.date(2026, 1, 31), 1).isoformat()
    '2026-02-28'
    """
    years, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + years, month + 1, 1)
    following = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + datetime.timedelta(day.day - 1), following - datetime.timedelta(1))
