"""Dates, weekdays and times of day in two languages: what is the same however it is said, and what is another one."""

import tomllib
from pathlib import Path

import pytest

from polycharter.checks._promises import Comparison, compared

CASES = tomllib.loads((Path(__file__).parent / "days_and_times.toml").read_text("utf-8"))


def differences(result: Comparison) -> list[str]:
    """What the checks of numbers and units would report."""
    return [each.said for side in (result.lost, result.added, *result.units, *result.spans) for each in side]


@pytest.mark.parametrize(("locale", "source", "target"), CASES["same"])
def test_the_same_day_or_time_raises_no_alarm(locale: str, source: str, target: str) -> None:
    """In figures or words, counted to twelve or 24, with or without its year, in short or in full."""
    assert differences(compared(source, target, "en", locale)) == []


@pytest.mark.parametrize(("locale", "source", "target"), CASES["same"])
def test_it_is_the_same_from_the_other_side(locale: str, source: str, target: str) -> None:
    """Where the source is in the other language."""
    assert differences(compared(target, source, locale, "en")) == []


@pytest.mark.parametrize(("locale", "source", "target"), CASES["other"])
def test_another_day_or_time_is_found(locale: str, source: str, target: str) -> None:
    """Twelve hours off, half an hour off, the next day, the other order of day and month."""
    assert differences(compared(source, target, "en", locale)) != []
