"""Dates: a day with its month and year in words or digits, a month alone, a holiday, a century, 24/7."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count

from polycharter.text.heard import Heard
from polycharter.text.quantity import Quantity, Reading
from polycharter.text.units import unit_at
from polycharter.text.weekdays import is_alone, month_of

Found = tuple[tuple[Quantity, ...], int]
"""What stands at a place, and where to go on."""


def date_at(heard: Heard, at: int, day: object = None, end: int = 0) -> tuple[Quantity, int] | None:
    """A day with the name of its month, and its year: `1 May 2026`, `ngày 1 tháng 5 năm 2026`, `den första maj`.

    The day is the number in digits at a place, or one in words that ends before `end`.
    """
    if not end:
        day, end = (int(heard.words[at]) if heard.words[at].isdecimal() else 0), at + 1
    if not _is_day(day):
        return None
    after = _behind_links(heard, end, ".")
    month, end = month_of(heard, after, dated=True)
    if not month:
        return None
    year, end = _year(heard, end)
    return heard.made(Quantity(frozenset({("date", (year, month, int(str(day))))})), at, end)


def month_at(heard: Heard, at: int, length: int, month: int) -> Found:
    """A month, or a date that begins with it: `May`, `May 1, 2026`."""
    end = at + length
    place = end + _abbreviation_stop(heard, end)
    word = heard.word(place)
    if _is_day(int(word) if word.isdecimal() else 0) and len(word) < 3 and not unit_at(heard, place + 1)[0]:
        ordinal = place + 1 < len(heard.words) and heard.tokens[place + 1].glued
        after = place + 1 + (ordinal and heard.words[place + 1] in heard.known.ordinal_endings)
        year, after = _year(heard, after)
        dated = Quantity(frozenset({("date", (year, month, int(word)))}))
        return (heard.made(dated, at, after)[0],), after
    strong = not is_alone(heard, at, end)  # a label, which may be a name; another month is seen all the same
    made, end = heard.made(Quantity(frozenset({("month", month)}), strong=strong), at, end)
    return (made,), end


def holiday_at(heard: Heard, days: tuple[Reading, ...], at: int, length: int) -> Found:
    """A holiday: the days that it is."""
    found = tuple(heard.made(Quantity(frozenset({day}), strong=False), at, at + length)[0] for day in days)
    return found, at + length


def era_at(heard: Heard, value: object, at: int, end: int) -> tuple[Quantity, int] | None:
    """A century behind its number, “18th century”, or behind its first year, “1700-talet”; else None."""
    if not isinstance(value, Fraction) or value % 1:
        return None
    place = end + (heard.word(end) == "-")
    tags = heard.match(place)[1]
    number = value if "century" in tags else value / 100 + 1 if "hundreds" in tags and value >= 1000 else Fraction(0)
    if not number or number % 1:
        return None
    readings: frozenset[Reading] = frozenset({("century", number), ("n", value)})
    return heard.made(Quantity(readings, strong="hundreds" in tags), at, place + 1)


def decade_at(heard: Heard, value: Fraction, at: int, end: int, named: bool = False) -> tuple[Quantity, int] | None:
    """A decade behind its first year, “1970s”, “90-talet”, or before it (`named`): “jaren 70”; else None."""
    place = end + (heard.word(end) in ("-", "'"))
    named_after = "decade-after" in heard.match(place)[1] and heard.tokens[place].glued
    if value % 10 or not (20 <= value < 100 or 1000 <= value < 2200) or not (named or named_after):
        return None
    readings: frozenset[Reading] = frozenset({("decade", int(value % 100)), ("n", value)})
    return heard.made(Quantity(readings, strong=named or value > 100), at, end if named else place + 1)


def digit_dates(heard: Heard, at: int) -> frozenset[Reading]:
    """What a date in digits means in the order of its language: 04/03/2026."""
    numbers = [int(part) for part in heard.words[at].replace("/", "-").replace(".", "-").split("-")]
    if len(numbers) == 3 and numbers[0] > 31:
        return frozenset({("date", tuple(numbers))})
    first, second, year = [*numbers, 0][:3]
    year += 2000 if 0 < year < 100 else 0
    return frozenset(("date", (year, month, day)) for day, month in _orders(heard, first, second))


def ratio_at(heard: Heard, at: int, readings: frozenset[Reading]) -> Found:
    """What two numbers with a slash can be: 24/7, 24/12, 5/2027, 2026/27, 1/3."""
    first, second = map(int, heard.words[at].split("/"))
    end = at + 1
    if (first, second) in ((24, 24), (7, 7)) or (first == 24 and 0 < second <= 7):
        return _around_the_clock(heard, at, first, second, readings)
    if first <= 12 and 1900 <= second < 2200:
        start = at - 1 if at and heard.words[at - 1] == heard.known.calendar.month_word else at
        month = heard.made(Quantity(frozenset({("month", first)})), start, end)[0]
        return (month, heard.made(Quantity(frozenset({("n", Fraction(second))})), at, end)[0]), end
    if 1900 <= first < 2200 and second in (first + 1, (first + 1) % 100):
        years = tuple(("n", Fraction(year)) for year in (first, first + 1))
        return (heard.made(Quantity(readings | {("parts", years)}), at, end)[0],), end
    days = digit_dates(heard, at)
    year, after = _year(heard, end) if days else (0, end)
    if year:
        readings = frozenset(("date", (year, *day[1:])) for _, day in days if isinstance(day, tuple))
        return (heard.made(Quantity(readings), at, after)[0],), after
    return (heard.made(Quantity(readings | days), at, end)[0],), end


def _around_the_clock(heard: Heard, at: int, hours: int, days: int, readings: frozenset[Reading]) -> Found:
    """24/7 and 24/24: all hours, on so many days."""
    readings = readings | digit_dates(heard, at) | {("n", Fraction(hours))}
    unit = "hour" if hours == 24 else "day"
    one, end = heard.made(Quantity(readings, unit), at, at + 1)
    if hours == days:
        return (one,), end
    return (one, one._replace(readings=frozenset({("n", Fraction(days))}), unit="day", strong=days < 7)), end


def shared_dates(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """The ends of a range or list, both with the month where one has it: “1–15 August”, “2026–27”."""
    if one.value and other.value and 1900 <= one.value < 2200 and other.value == (one.value + 1) % 100:
        return one, other._replace(readings=other.readings | {("n", one.value + 1)})
    return _as_date(one, other), _as_date(other, one)


def said_again(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, a year behind a month not missed where a later month has it too: “May 2027 and June 2027”."""
    later: set[object] = set()
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        if (
            index
            and one.value
            and 1900 <= one.value < 2200
            and one.at == found[index - 1].end
            and _is_month(found[index - 1])
        ):
            yield one._replace(strong=one.value not in later)
            later.add(one.value)
        else:
            yield one


def _is_month(quantity: Quantity) -> bool:
    return any(kind == "month" for kind, _ in quantity.readings)


def _as_date(quantity: Quantity, dated: Quantity) -> Quantity:
    value = quantity.value
    if value is None or value % 1 or not _is_day(int(value)) or quantity.unit or dated.unit:
        return quantity
    if any(kind in ("date", "time") for kind, _ in quantity.readings):
        return quantity
    if value <= 12 and _is_month(dated):
        return quantity._replace(readings=quantity.readings | {("month", int(value))})  # “tháng 1–3”
    days = {(*day[:2], int(value)) for kind, day in dated.readings if kind == "date" and isinstance(day, tuple)}
    return quantity._replace(readings=quantity.readings | {("date", day) for day in days}) if days else quantity


def _is_day(day: object) -> bool:
    return isinstance(day, int | Fraction) and day % 1 == 0 and 1 <= day <= 31


def _orders(heard: Heard, first: int, second: int) -> list[tuple[int, int]]:
    """Day and month of two numbers, in the orders that the language has."""
    pairs = {"day-month": (first, second), "month-day": (second, first)}
    return [
        (day, month)
        for order, (day, month) in pairs.items()
        if order in heard.known.calendar.orders and 1 <= day <= 31 and 1 <= month <= 12
    ]


def _behind_links(heard: Heard, at: int, *more: str) -> int:
    """The place behind the words that link the parts of a date: “1 **de** maig **de** 2026”."""
    links = heard.known.calendar.links
    return next(place for place in count(at) if heard.word(place) not in links and heard.word(place) not in more)


def _abbreviation_stop(heard: Heard, at: int) -> int:
    """1 where the full stop of a month in short stands: “5 mrt. 2027”."""
    stop = heard.word(at) == "." and heard.tokens[at].glued and len(heard.words[at - 1]) < 5
    return int(stop)


def _year(heard: Heard, at: int) -> tuple[int, int]:
    """The year behind a day and month, 0 where there is none, and where the date ends."""
    place = _behind_links(heard, at + _abbreviation_stop(heard, at), ",")
    word = heard.word(place)
    return (int(word), place + 1) if len(word) == 4 and word.isdecimal() else (0, at)
