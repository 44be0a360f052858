"""What the charter's own files say of each value, read with `tomllib`, and whether a formatted text says the same.

Values are compared as numbers, days and addresses, never as the strings that some formatter made of them.
"""

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import get_month_names

Fact = Mapping[str, Any]


@cache
def charter(project: Path) -> Mapping[str, Any]:
    """`charter.toml`, as it stands."""
    return tomllib.loads((project / "charter.toml").read_text("utf-8"))


@cache
def facts(project: Path, locale: str) -> Mapping[str, Fact]:
    """The facts by name; where a language has a value of its own, and may, with that."""
    found = {name: dict(fact) for name, fact in charter(project)["facts"].items()}
    layer = project / "locales" / locale / "locale.toml"
    own = tomllib.loads(layer.read_text("utf-8")).get("facts", {}) if layer.exists() else {}
    for name, fact in own.items():
        assert found[name].get("local"), f"{layer}: {name} is not local"
        found[name] |= fact
    return found


def mistakes(fact: Fact, text: str, href: str, locale: str) -> Iterator[str]:
    """What a formatted value says otherwise than the charter: nothing where it says the same."""
    kind, value = fact["type"], fact.get("value")
    match kind:
        case "count" | "duration" | "share" | "money":
            yield from _unequal(numbers(text, locale), [Decimal(str(value))])
            sign = {"share": "%", "money": {"EUR": "€"}.get(fact.get("currency", ""), "")}.get(kind, "")
            yield from () if sign in text else (f"has no {sign}",)
        case "date":
            yield from _unequal(day(text, locale), value)
        case "time":
            yield from _unequal(times(text), [value])
        case "hours":
            yield from _unequal(times(text), [row[end] for row in fact["value"] for end in ("from", "to")])
        case "phone":
            digits = re.sub(r"\D", "", str(value))
            yield from _unequal(href, f"tel:+{digits}")
            said = re.sub(r"\D", "", text).removeprefix("0")
            yield from () if len(said) > 7 and digits.endswith(said) else (f"says {said}, not {digits}",)
        case "email":
            yield from _unequal((text, href), (value, f"mailto:{value}"))
        case "url":
            yield from _unequal((text, href), (value, value))
        case "name":
            yield from _unequal(text, value)
        case "languages":
            yield from _unequal(len(re.split(r", | (?:and|en|và|i|och) ", text)), len(fact["value"]))
        case "term":
            yield from () if text.strip() else ("is empty",)
        case _:
            yield f"is of a type that this test does not know: {kind}"


def _unequal(found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"says {found}, not {wanted}"


def numbers(text: str, locale: str) -> list[Decimal]:
    """The numbers in a text, as its language writes them.

    >>> numbers("vanaf € 1.204,95", "nl"), numbers("€1,204.95", "en")
    ([Decimal('1204.95')], [Decimal('1204.95')])
    """
    point, group = (".", ",") if locale.partition("-")[0] == "en" else (",", "[.\u00a0\u202f]")
    found = re.findall(rf"\d+(?:{group}\d{{3}})*(?:\{point}\d+)?", text)
    return [Decimal(re.sub(group, "", one).replace(point, ".")) for one in found]


def day(text: str, locale: str) -> datetime.date | None:
    """The day that a text says, its month as a number or by name; None where it says none."""
    digits = [int(one) for one in re.findall(r"\d+", text)]
    names = get_month_names("wide", locale=locale)
    months = [number for number, name in names.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    if len(digits) == 3:
        months = [digits.pop(1)]
    return datetime.date(digits[1], months[0], digits[0]) if len(digits) == 2 and months else None


def times(text: str) -> list[datetime.time]:
    """The times of the day in a text, in order.

    >>> times("Mo–Fr 9:00–17:30")
    [datetime.time(9, 0), datetime.time(17, 30)]
    """
    return [datetime.time(int(hour), int(minute)) for hour, minute in re.findall(r"(\d{1,2}):(\d\d)", text)]
