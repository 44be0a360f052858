"""Numbers by value and unit, in five languages."""

from fractions import Fraction

import pytest

from polycharter.text.lexicon import lexicon
from polycharter.text.numbers import quantities
from polycharter.text.quantity import Quantity

VALUES = [
    ("en", "two hundred and five pages", "205", ""),
    ("en", "within twenty-five working days", "25", "working-day"),
    ("en", "1,000.50 euros", "1000.5", "EUR"),
    ("en", "twenty five thousand", "25000", ""),
    ("en", "one and a half years", "1.5", "year"),
    ("nl", "vijfentwintig werkdagen", "25", "working-day"),
    ("nl", "tweeëntwintig", "22", ""),
    ("nl", "tweehonderdvijftig", "250", ""),
    ("nl", "1.000,50 euro", "1000.5", "EUR"),
    ("nl", "anderhalf jaar", "1.5", "year"),
    ("nl", "90 procent", "90", "percent"),
    ("vi", "hai mươi lăm ngày", "25", "day"),
    ("vi", "hai mươi năm", "20", "year"),
    ("vi", "năm năm", "5", "year"),
    ("vi", "năm ngày làm việc", "5", "working-day"),
    ("vi", "hai trăm năm mươi", "250", ""),
    ("vi", "năm mươi nghìn đồng", "50000", "VND"),
    ("vi", "chín mươi phần trăm", "90", "percent"),
    ("ca", "vint-i-cinc dies hàbils", "25", "working-day"),
    ("ca", "dos-cents vint-i-cinc", "225", ""),
    ("ca", "cent vint euros", "120", "EUR"),
    ("ca", "nou dies", "9", "day"),
    ("sv", "tjugofem arbetsdagar", "25", "working-day"),
    ("sv", "etthundratjugo kronor", "120", "SEK"),
    ("sv", "1 000,50 euro", "1000.5", "EUR"),
    ("sv", "ett och ett halvt år", "1.5", "year"),
    ("en", "two and a half million dong", "2500000", "VND"),
    ("en", "half a dozen", "6", ""),
    ("en", "2½ hours", "2.5", "hour"),
    ("nl", "vijfentwintighonderd", "2500", ""),
    ("nl", "driehonderdduizend", "300000", ""),
    ("nl", "zevenenhalve minuut", "7.5", "minute"),
    ("nl", "zesmaal", "6", ""),
    ("nl", "anderhalf miljoen", "1500000", ""),
    ("nl", "zeven euro vijftig", "7.5", "EUR"),
    ("nl", "7 euro en 50 cent", "7.5", "EUR"),
    ("vi", "một trăm linh năm", "105", ""),
    ("vi", "một nghìn không trăm linh bốn", "1004", ""),
    ("vi", "hai tỷ rưỡi đồng", "2500000000", "VND"),
    ("vi", "hai năm rưỡi", "2.5", "year"),
    ("vi", "5.000.000 đồng", "5000000", "VND"),
    ("vi", "3 giờ làm việc", "3", "working-hour"),
    ("ca", "vint-i-una hores", "21", "hour"),
    ("ca", "dues-centes hores", "200", "hour"),
    ("ca", "dos milions i mig d’euros", "2500000", "EUR"),
    ("ca", "dues hores i mitja", "2.5", "hour"),
    ("sv", "trehundratusen", "300000", ""),
    ("sv", "tvåtusenfemhundra", "2500", ""),
    ("sv", "tjugoen dagar", "21", "day"),
    ("sv", "99:- i månaden", "99", "SEK"),
    ("sv", "500 SEK", "500", "SEK"),
]


def strong(text: str, locale: str) -> list[Quantity]:
    return [each for each in quantities(text, locale) if each.strong]


@pytest.mark.parametrize(("locale", "text", "value", "unit"), VALUES)
def test_a_number_has_a_value_and_a_unit(locale: str, text: str, value: str, unit: str) -> None:
    """Inflected, joined and compound words, both kinds of decimal marks."""
    (found,) = strong(text, locale)
    assert (found.value, found.unit) == (Fraction(value), unit)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "at 5 pm"),
        ("en", "at 17:00"),
        ("nl", "om 17.00 uur"),
        ("nl", "om 17 uur"),
        ("nl", "om 5 uur ’s middags"),
        ("vi", "lúc 17 giờ"),
        ("vi", "lúc 5 giờ chiều"),
        ("ca", "a les 17 h"),
        ("ca", "a les 5 de la tarda"),
        ("sv", "klockan 17.00"),
        ("sv", "kl. 17"),
    ],
)
def test_a_time_of_day_is_one_time_however_it_is_written(locale: str, text: str) -> None:
    """Seventeen hours and five in the afternoon."""
    assert any(("time", 17 * 60) in each.readings for each in quantities(text, locale))


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "1 May 2026"),
        ("en", "2026-05-01"),
        ("nl", "1 mei 2026"),
        ("vi", "ngày 1 tháng 5 năm 2026"),
        ("ca", "1 de maig de 2026"),
        ("sv", "den 1 maj 2026"),
        ("vi", "1/5/2026"),
    ],
)
def test_a_date_is_one_day_however_it_is_written(locale: str, text: str) -> None:
    """With the name of the month, its number, or all in digits."""
    (found,) = strong(text, locale)
    assert ("date", (2026, 5, 1)) in found.readings


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "May a customer choose one of them?"),
        ("en", "on the second shelf, both of them"),
        ("nl", "een klant, de tweede keer, beide"),
        ("vi", "một khách hàng, quý khách, tỷ lệ, lần thứ hai"),
        ("ca", "una clienta, un producte nou, la segona"),
        ("sv", "en kund, ett brev, den andra"),
    ],
)
def test_articles_and_ordinals_are_no_numbers_that_can_be_missed(locale: str, text: str) -> None:
    """They may stand for a number of the other side, no more."""
    assert strong(text, locale) == []


def test_equal_spans_have_one_length() -> None:
    """Two weeks are fourteen days, a half year is six months, half an hour thirty minutes."""
    pairs = [("2 weeks", "14 days"), ("half an hour", "30 minutes"), ("a year", "12 months")]
    for one, other in pairs:
        assert [each.span for each in quantities(one, "en")][-1] == quantities(other, "en")[0].span


@pytest.mark.parametrize(
    ("locale", "text", "span"),
    [
        ("en", "twice a year", ("month", 6)),
        ("nl", "twee keer per jaar", ("month", 6)),
        ("ca", "dues vegades l’any", ("month", 6)),
        ("sv", "två gånger om året", ("month", 6)),
        ("vi", "mỗi năm hai lần", ("month", 6)),
        ("vi", "mỗi tháng hai lần", ("month", Fraction(1, 2))),
        ("en", "every other month", ("month", 2)),
        ("nl", "om de week", ("day", 14)),
        ("ca", "cada quinze dies", ("day", 14)),
        ("sv", "varannan vecka", ("day", 14)),
        ("sv", "en femdagarsbiljett", ("day", 5)),
        ("nl", "een driemaandelijks overzicht", ("month", 3)),
        ("sv", "tre mil", ("metre", 30000)),
        ("en", "2 kilos", ("gram", 2000)),
    ],
)
def test_how_often_and_how_far_is_one_measure(locale: str, text: str, span: tuple[str, Fraction]) -> None:
    """What happens twice a year happens every six months."""
    assert quantities(text, locale)[-1].span == span


def test_a_part_of_a_whole_is_one_share() -> None:
    """In percent, as a fraction, of so many."""
    said = [("en", "25%"), ("nl", "een kwart"), ("en", "one in four"), ("vi", "một phần tư"), ("sv", "1/4")]
    assert {quantities(text, locale)[-1].share for locale, text in said} == {Fraction(1, 4)}


def test_a_sum_is_the_same_in_its_cents() -> None:
    """The sign that goes before it is a part of what is said."""
    (one,), (other,) = quantities("It is €0.80.", "en"), quantities("80 cent", "nl")
    assert one.money & other.money
    assert one.said == "€0.80"


def test_both_ends_of_a_range_have_its_unit() -> None:
    """Two to three days, €2–3, one to two million."""
    assert [each.unit for each in strong("2 tot 3 werkdagen", "nl")] == ["working-day", "working-day"]
    assert [each.unit for each in strong("€2–3", "en")] == ["EUR", "EUR"]
    assert ("n", Fraction(1000000)) in strong("1 to 2 million", "en")[0].readings


def test_a_placeholder_has_a_name_and_a_unit_and_no_value() -> None:
    """Its value is not in the text."""
    (found,) = quantities("{n} ngày làm việc", "vi")
    assert (found.slot, found.unit, found.value) == ("n", "working-day", None)


def test_a_language_without_a_file_has_digits_only() -> None:
    """Either decimal mark is possible."""
    assert lexicon("fi") is None
    (found,) = quantities("kaksi tai 1,5", "fi")
    assert ("n", Fraction("1.5")) in found.readings


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1/0 25:99 99/99/9999 2026-99-99", "½ € % 1.2.3.4 +", "{n}" * 2000, "hai " * 2000]
)
def test_odd_text_is_read_without_complaint(text: str) -> None:
    """Whatever a file holds."""
    for locale in ("en", "nl", "vi", "ca", "sv", "fi"):
        quantities(text, locale)
