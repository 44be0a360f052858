"""Times of day, dates and holidays as they are read in one language."""

import pytest

from polycharter.text.numbers import quantities

TIMES = [
    ("en", "half past seven", {7 * 60 + 30, 19 * 60 + 30}),
    ("en", "a quarter to five in the afternoon", {16 * 60 + 45}),
    ("en", "12 am", {0, 1440}),
    ("en", "2 at night", {120}),
    ("en", "10 at night", {22 * 60}),
    ("nl", "half acht", {7 * 60 + 30, 19 * 60 + 30}),
    ("nl", "kwart voor vijf", {4 * 60 + 45, 16 * 60 + 45}),
    ("nl", "vijf over half zes", {5 * 60 + 35, 17 * 60 + 35}),
    ("nl", "1.00 uur ’s nachts", {60}),
    ("nl", "8.00 uur", {8 * 60}),
    ("nl", "8 uur", {8 * 60, 20 * 60}),
    ("sv", "halv tre", {2 * 60 + 30, 14 * 60 + 30}),
    ("sv", "klockan 4.30", {4 * 60 + 30}),
    ("sv", "kvart i fem", {4 * 60 + 45, 16 * 60 + 45}),
    ("ca", "dos quarts de nou del matí", {8 * 60 + 30}),
    ("ca", "les cinc menys quart de la tarda", {16 * 60 + 45}),
    ("vi", "4 giờ rưỡi chiều", {16 * 60 + 30}),
    ("vi", "8 giờ kém 15 sáng", {7 * 60 + 45}),
    ("vi", "12 giờ đêm", {0, 1440}),
    ("vi", "1 giờ đêm", {60}),
    ("vi", "7g30", {7 * 60 + 30}),
]


@pytest.mark.parametrize(("locale", "text", "minutes"), TIMES)
def test_a_time_of_day_is_read(locale: str, text: str, minutes: set[int]) -> None:
    """With minutes in figures a language counts to 24; else a time may be twelve hours later."""
    (found,) = quantities(text, locale)
    assert {value for kind, value in found.readings if kind == "time"} == minutes
    assert text.endswith(found.said)


@pytest.mark.parametrize(
    ("locale", "text", "dates"),
    [
        ("ca", "04/03/2026", {(2026, 3, 4)}),
        ("en", "04/03/2026", {(2026, 3, 4), (2026, 4, 3)}),
        ("en", "May 1st, 2026", {(2026, 5, 1)}),
        ("nl", "1-1-2025", {(2025, 1, 1)}),
        ("nl", "5 mrt. 2027", {(2027, 3, 5)}),
        ("nl", "tweede kerstdag", {(0, 12, 26)}),
        ("sv", "24/12 2026", {(2026, 12, 24)}),
        ("sv", "tjugofjärde december", {(0, 12, 24)}),
        ("ca", "l’u de gener", {(0, 1, 1)}),
        ("vi", "ba mươi tháng Sáu năm 2026", {(2026, 6, 30)}),
    ],
)
def test_a_date_is_read(locale: str, text: str, dates: set[tuple[int, int, int]]) -> None:
    """In figures in the order of the language, in words, by the name of a holiday."""
    (found,) = quantities(text, locale)
    assert {value for kind, value in found.readings if kind == "date"} == dates


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "He sat down and may wed in a march of five days."),
        ("nl", "Zo doet u dat: half vol, ma en pa, kwart liter."),
        ("sv", "En halv timme, en halv meter, ons hus."),
        ("vi", "ba buổi sáng, hai đêm, mỗi tháng hai lần"),
        ("ca", "les dues biblioteques, un quart de litre, des d’avui"),
    ],
)
def test_words_that_only_look_like_days_and_times_are_none(locale: str, text: str) -> None:
    """Short forms of days, months that are verbs, halves that are no hours."""
    kinds = {kind for each in quantities(text, locale) for kind, _ in each.readings}
    assert not kinds & {"time", "weekday", "month", "date"}
