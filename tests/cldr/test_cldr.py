"""What CLDR's data becomes in each locale; the cases are in `cases.toml`, for native readers."""

import datetime
import gettext
import re
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from polycharter import cldr
from polycharter.model import facts

CASES: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
SPACES = str.maketrans({"~": "\u00a0", "≈": "\u202f", "¦": "\u2009"})


def opening(first: int, last: int, opens: int, closes: int, minute: int = 0) -> facts.Opening:
    return facts.Opening(first, last, datetime.time(opens), datetime.time(closes, minute))


VALUES: dict[str, facts.Value] = {
    "share": facts.Share(Decimal("92.5")),
    "money": facts.Money(Decimal("25.00"), "EUR"),
    "money_whole": facts.Money(Decimal(1500), "CHF"),
    "date": facts.Date(datetime.date(2026, 1, 1)),
    "time": facts.Time(datetime.time(9)),
    "hours": facts.Hours((opening(0, 4, 9, 17, 30), opening(5, 5, 10, 14))),
    "hours_with_break": facts.Hours((opening(0, 0, 9, 12), opening(0, 0, 13, 0))),
    "duration_one": facts.Duration(1, "hour"),
    "duration_two": facts.Duration(2, "week"),
    "phone": facts.Phone("+31 20 123 4567"),
    "languages": facts.Languages(("nl", "vi", "en")),
}


@pytest.mark.parametrize("locale", CASES)
def test_locale_reads_as_its_case_says(locale: str) -> None:
    """Every locale of the data file is written as the file says, in all values."""
    written = {name: cldr.format_value(value, locale) for name, value in VALUES.items()}
    written |= {
        "native_name": cldr.native_name(locale),
        "direction": cldr.direction(locale),
        "plural_forms": cldr.plural_forms(locale),
        "number": cldr.format_number(2500, locale),
    }
    assert written == {name: text.translate(SPACES) for name, text in CASES[locale].items()}


@pytest.mark.parametrize(
    ("amount", "text"),
    [("25", "€ 25"), ("25.00", "€ 25,00"), ("0.5", "€ 0,5"), ("1E+3", "€ 1.000"), ("1234.567", "€ 1.234,567")],
)
def test_money_shows_the_decimals_written(amount: str, text: str) -> None:
    """Neither rounded to the currency's decimals nor filled up to them."""
    assert cldr.format_value(facts.Money(Decimal(amount), "EUR"), "nl") == text.replace(" ", "\u00a0")


def test_share_is_never_rounded() -> None:
    """Babel alone makes 92 % of 92.5 %."""
    assert cldr.format_value(facts.Share(Decimal("99.95")), "en") == "99.95%"


@pytest.mark.parametrize(
    ("row", "locale", "text"),
    [
        (opening(5, 6, 22, 2), "nl", "zaterdag–zondag 22:00–02:00"),
        (opening(5, 5, 9, 0), "en-US", "Saturday 9:00≈AM¦–¦12:00≈AM"),
        (opening(5, 5, 9, 11), "en-US", "Saturday 9:00¦–¦11:00≈AM"),
        (opening(0, 6, 0, 0), "en", "Monday–Sunday 00:00–00:00"),
        (opening(0, 4, 9, 17), "fi", "maanantai–perjantai 9.00–17.00"),
    ],
)
def test_hours(row: facts.Opening, locale: str, text: str) -> None:
    """A repeated am or pm is dropped, but never past midnight; weekdays stand in their dictionary form."""
    assert cldr.format_value(facts.Hours((row,)), locale) == text.translate(SPACES)


def test_no_rows_of_hours_is_no_text() -> None:
    """An empty table of hours is empty in every locale."""
    assert cldr.format_value(facts.Hours(()), "nl") == ""


@pytest.mark.parametrize(
    ("number", "locale", "region", "text"),
    [
        ("+31 20 123 4567", "nl", "", "020 123 4567"),
        ("+84 24 3936 3636", "vi", "", "024 3936 3636"),
        ("+34 931 234 567", "ca", "", "931 23 45 67"),
        ("+46 8 123 456 78", "sv", "", "08-123 456 78"),
        ("+44 20 7183 8750", "en", "", "020 7183 8750"),
        ("+31 20 123 4567", "nl-BE", "NL", "+31 20 123 4567"),
        ("+31 20 123 4567", "vi", "NL", "020 123 4567"),
        ("+31 20 123 4567", "es-419", "", "+31 20 123 4567"),
        ("+381 11 1234567", "sr-Latn", "", "011 1234567"),
        ("+999 12", "nl", "", "+999 12"),
        ("ask at the desk", "nl", "", "ask at the desk"),
    ],
)
def test_phone(number: str, locale: str, region: str, text: str) -> None:
    """National at home, international abroad, as written where it is no number; the tag's own region comes first."""
    assert cldr.format_value(facts.Phone(number), locale, region) == text


def test_region_decides_nothing_but_phones() -> None:
    """English for readers in the Netherlands stays British English; the tag `en-NL` asks for more."""
    assert cldr.format_value(VALUES["money"], "en", "NL") == "€25.00"
    assert cldr.format_value(VALUES["money"], "en-NL") == "€\u00a025,00"


@pytest.mark.parametrize(
    ("value", "text", "href"),
    [
        (facts.Phone("+31 (0)20 123 4567"), "020 123 4567", ""),
        (facts.Phone("+31 20-123 45.67"), "020 123 4567", "tel:+31201234567"),
        (facts.Phone("020 123 4567"), "020 123 4567", ""),
        (facts.Email("hello@example.org"), "hello@example.org", "mailto:hello@example.org"),
        (facts.Url("https://example.org/"), "https://example.org/", "https://example.org/"),
        (facts.Name("Polycharter"), "Polycharter", ""),
    ],
)
def test_href(value: facts.Value, text: str, href: str) -> None:
    """Only what leads somewhere has an href; a phone number only in international form."""
    assert (cldr.format_value(value, "nl"), cldr.href(value)) == (text, href)


@pytest.mark.parametrize("value", [facts.Count(3, "working_day"), facts.Term("complaint")])
def test_messages_are_not_formatted_here(value: facts.Value) -> None:
    """Counts and terms are the catalogue's."""
    with pytest.raises(TypeError, match="catalogue"):
        cldr.format_value(value, "nl")


@pytest.mark.parametrize("unit", ["day", "fortnight", "../hour"])
def test_units_that_are_no_durations(unit: str) -> None:
    """A day is a count, for Babel gets it wrong in Swedish."""
    with pytest.raises(ValueError, match="not a unit"):
        cldr.format_value(facts.Duration(3, unit), "sv")


@pytest.mark.parametrize(
    ("items", "locale", "text"),
    [
        ([], "nl", ""),
        (["a"], "nl", "a"),
        (["a", "b"], "vi", "a và b"),
        (["a", "b", "c"], "ca", "a, b i c"),
        (["a", "b", "c"], "ja", "a、b、c"),
        ([], "es", ""),
        (["inglés"], "es", "inglés"),
        (["francés", "inglés"], "es", "francés e inglés"),
        (["agua", "hielo"], "es", "agua y hielo"),
    ],
)
def test_join_list(items: list[str], locale: str, text: str) -> None:
    """CLDR's standard list, with the Spanish "e"."""
    assert cldr.join_list(items, locale) == text


@pytest.mark.parametrize(
    ("tag", "reader", "text"),
    [
        ("pt-BR", "sv", "brasiliansk portugisiska"),
        ("sr-Latn", "nl", "Servisch (Latijns)"),
        ("rom", "en", "Romany"),
        ("vi", "vi", "tiếng Việt"),
    ],
)
def test_language_name(tag: str, reader: str, text: str) -> None:
    """Names stand as in running text; a language without locale data has a name too."""
    assert cldr.language_name(tag, reader) == text


@pytest.mark.parametrize("tag", ["", "xx", "und", "../nl", "nl_NL", "nl-XX", "en-ZZ", "sv-Cyrl", "nl\n", "con", "root"])
def test_unknown_locales(tag: str) -> None:
    """A tag that CLDR has no data for is refused by its name, and none becomes another locale in silence."""
    assert not cldr.is_known(tag)
    for function in (cldr.direction, cldr.native_name, cldr.plural_forms):
        with pytest.raises(ValueError, match=re.escape(repr(tag))):
            function(tag)


@pytest.mark.parametrize(
    ("locale", "header"),
    [
        ("pt", "nplurals=2; plural=(n != 1);"),
        ("it", "nplurals=2; plural=(n != 1);"),
        ("tr", "nplurals=2; plural=(n != 1);"),
        ("id", "nplurals=1; plural=0;"),
        ("cs", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"),
        ("ga", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);"),
        ("moh", ""),
    ],
)
def test_plural_forms(locale: str, header: str) -> None:
    """The expression translators know where there is one; nothing where CLDR has no rule."""
    assert cldr.plural_forms(locale) == header


@pytest.mark.parametrize(("locale", "forms"), [("br", 5), ("gd", 4), ("kw", 6), ("mt", 5), ("fil", 2), ("shi", 3)])
def test_derived_plural_forms_use_every_form(locale: str, forms: int) -> None:
    """A rule that no manual has is derived from CLDR's, with just the forms that whole numbers take."""
    header = cldr.plural_forms(locale)
    expression = header.removeprefix(f"nplurals={forms}; plural=").rstrip(";")
    index = gettext.c2py(expression)
    assert {index(n) for n in [*range(200), 1_000_000]} == set(range(forms))


def test_every_locale_writes_every_value() -> None:
    """No locale of Babel's raises or shows an identifier such as "3 duration-hour", in whatever order they come."""
    from babel.localedata import locale_identifiers

    tags = [tag for name in locale_identifiers() if cldr.is_known(tag := name.replace("_", "-")) and len(tag) < 8]
    assert len(tags) > 300
    for tag in tags:
        cldr.plural_forms(tag)
        for value in VALUES.values():
            text = cldr.format_value(value, tag)
            assert text, (tag, value)
            assert "duration" not in text, (tag, text)


def test_importing_loads_neither_babel_nor_phonenumbers() -> None:
    """A build with nothing to do is mostly imports."""
    program = "import sys, polycharter.cldr; print({'babel', 'phonenumbers'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "src"},
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "set()"


def test_no_locale_reads_the_words_of_another_one() -> None:
    """Babel lets locales share what they inherit; here in a process that has asked for no other locale before."""
    show = "print(format_value(Hours((Opening(0, 4, time(9), time(17)),)), locale))"
    program = (
        "from datetime import time\nfrom polycharter.cldr import format_value\n"
        f"from polycharter.model.facts import Hours, Opening\nfor locale in ('ur', 'da', 'bn'): {show}"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.splitlines()[1:] == ["mandag-fredag 09.00–17.00", "সোমবার – শুক্রবার 9:00 AM\u2009–\u20095:00 PM"]
