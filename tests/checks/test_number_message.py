"""What is said of numbers, days and times that differ."""

import pytest

from polycharter.checks._number_message import differ, missing, unasked
from polycharter.checks._promises import compared


@pytest.mark.parametrize(
    ("locale", "source", "target", "what", "todo"),
    [
        (
            "vi",
            "The desk opens at 8 pm.",
            "Quầy mở cửa lúc 8 giờ sáng.",
            "the source says “8 pm” (20:00), the translation “8 giờ sáng” (8:00)",
            "Write the time of the source, “8 pm”.",
        ),
        (
            "ca",
            "It starts on 3 April 2026.",
            "Comença el 04/03/2026.",
            "the source says “3 April 2026”, the translation “04/03/2026” (4 March 2026)",
            "Write the date of the source, “3 April 2026”.",
        ),
        (
            "nl",
            "It costs 1,500 euros.",
            "Het kost 1,500 euro.",
            "the source says “1,500 euros” (1500 EUR), the translation “1,500 euro” (1.5 EUR)",
            "Write the number of the source, “1,500 euros”, in digits or in words.",
        ),
        (
            "nl",
            "Open on Saturday.",
            "Open op vrijdag.",
            "the source says “Saturday”, the translation “vrijdag”",
            "Write the day of the source, “Saturday”.",
        ),
    ],
)
def test_both_sides_are_told_apart(locale: str, source: str, target: str, what: str, todo: str) -> None:
    """A time with its part of the day, and how it is read where both look alike."""
    result = compared(source, target, "en", locale)
    assert differ(result.lost, result.added) == (what, todo)


@pytest.mark.parametrize(
    ("source", "what", "todo"),
    [
        ("Open on Monday.", "the day “Monday” of the source is missing", "Write it in the translation too."),
        ("We close in May and in June.", "the months “May” and “June” of the source are missing", "Write them"),
        ("Two of 15 trains.", "the numbers “Two” and “15” of the source are missing", "Write them in the"),
        ("On Monday at 8 pm.", "the day “Monday” and the time “8 pm” of the source are missing", "Write them"),
    ],
)
def test_what_is_missing_has_its_name(source: str, what: str, todo: str) -> None:
    """A day is no number, and several are in the plural."""
    said = missing(compared(source, "Niets.", "en", "nl").lost)
    assert said[0] == what
    assert said[1].startswith(todo)
    digits = said[1].endswith("in digits or in words.")
    assert digits == ("number" in what)


def test_what_was_added_has_its_name_too() -> None:
    """The same from the other side."""
    what, todo = unasked(compared("Nothing.", "Op zaterdag en zondag.", "en", "nl").added)
    assert what == "the source does not have the days “zaterdag” and “zondag”"
    assert todo == "Take them out; where the source has a placeholder, write that."
