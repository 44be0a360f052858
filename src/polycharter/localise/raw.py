"""Typed values as JSON, before any formatting."""

from polycharter.model.block import Json
from polycharter.model.facts import (
    Count,
    Date,
    Duration,
    Email,
    Hours,
    Languages,
    Money,
    Name,
    Opening,
    Phone,
    Share,
    Term,
    Time,
    Url,
    Value,
)

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def raw(value: Value) -> Json:
    """The value as JSON: dates and times in ISO 8601, sums and shares as strings of digits, so that none is rounded."""
    match value:
        case Count(number, unit) | Duration(number, unit):
            return {"value": number, "unit": unit}
        case Share(percent):
            return {"percent": str(percent)}
        case Money(amount, currency):
            return {"amount": str(amount), "currency": currency}
        case Date(day):
            return day.isoformat()
        case Time(time):
            return time.isoformat("minutes")
        case Hours(rows):
            return [_opening(row) for row in rows]
        case Languages(tags):
            return list(tags)
        case Phone(text) | Email(text) | Url(text) | Name(text) | Term(text):
            return text


def _opening(row: Opening) -> Json:
    return {
        "from_day": _DAYS[row.first_day],
        "to_day": _DAYS[row.last_day],
        "opens": row.opens.isoformat("minutes"),
        "closes": row.closes.isoformat("minutes"),
    }
