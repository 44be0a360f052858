"""Pseudo-locales: words change, and nothing but words."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polycharter import cldr
from polycharter.catalogue.header import new_header
from polycharter.catalogue.pseudo import PSEUDO, accented, mirrored, pseudo
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.text.inline import links, structure
from polycharter.text.placeholders import malformed, names
from polycharter.text.plural import parse_plural_forms

TEXTS = (
    "We answer within **{reply_letters}**, *always*.",
    "See [our {name} and **rights**](#rights_and_duties) or [the shop](https://shop.example.org/a_(b)?x=1).",
    "Write {{name}} and the code `A-1 {x}` on the form, 5 \\* 3.",
    "Complaints",
    "Mail <mailto:service@example.org> or service@example.org, see https://example.org/page.",
    "{n}",
    "Half **bold**ly _said_",
)


@pytest.mark.parametrize("locale", PSEUDO)
@pytest.mark.parametrize("text", TEXTS)
def test_placeholders_links_code_and_markup_stay(locale: str, text: str) -> None:
    made = PSEUDO[locale](text, None)
    assert names(made) == names(text)
    assert not malformed(made)
    assert links(made) == links(text)
    assert structure(made) == structure(text)
    for kept in ("`A-1 {x}`", "service@example.org", "https://example.org/page"):
        assert (kept in made) is (kept in text)


@pytest.mark.parametrize("text", TEXTS)
def test_accented_text_is_about_two_fifths_longer_and_in_brackets(text: str) -> None:
    made = accented(text)
    assert (made[0], made[-1]) == ("[", "]")
    assert 1.4 * len(text) <= len(made) <= 1.4 * len(text) + 8


def test_accented_text_can_be_read_and_says_where_it_ends() -> None:
    assert accented("We answer every letter.") == "[Ŵé åñšŵéŕ éṽéŕý ļéţţéŕ. one two]"


@pytest.mark.parametrize("length", [10, 12, 14, 18])
def test_a_limit_of_length_is_kept(length: int) -> None:
    made = accented("Complaints", length)
    assert len(made) <= length
    assert made != "Complaints"


def test_mirrored_text_runs_from_right_to_left_by_its_letters_alone() -> None:
    made = mirrored("Élan: we answer within {days}.")
    assert made == "هلان: طه انسطهر طيتحين {days}."
    assert all(unicodedata.category(character) != "Cf" for character in made)


@given(st.text(alphabet=st.characters(exclude_characters="{}[]()<>`\\"), max_size=60))
def test_every_latin_letter_changes(text: str) -> None:
    for change in PSEUDO.values():
        if "://" not in text and "@" not in text:
            made = re.sub(r" (one|two|three|four|five|six|seven|eight|nine|ten)\b", "", change(text, None))
            assert not re.search("[A-Za-z]", made)


@pytest.mark.parametrize("locale", PSEUDO)
def test_every_plural_form_is_there_and_the_number_is_in_all_that_need_it(locale: str) -> None:
    plural = Entry("{n} working day", ("", ""), "{n} working days", flags=("python-brace-format",))
    bare = Entry("One day", ("", ""), "{n} days", flags=("python-brace-format",))
    template = Catalogue((plural, bare))
    rule = parse_plural_forms(cldr.plural_forms(locale))
    made = pseudo(template, locale, new_header(project="x", report_to="", pot_created=""), rule, "x.po")
    assert [len(entry.targets) for entry in made.entries] == [rule.nplurals] * 2
    assert all(entry.translated for entry in made.entries)
    for n in (0, 1, 2, 3, 11, 100, 101):
        assert ("{n}" in made.entries[1].targets[rule(n)]) is (n != 1)
    assert rule.nplurals == {"en-XA": 2, "ar-XB": 6}[locale]


@pytest.mark.parametrize(("locale", "direction"), [("en-XA", "ltr"), ("ar-XB", "rtl")])
def test_cldr_has_data_for_pseudo_locales(locale: str, direction: str) -> None:
    assert cldr.is_known(locale)
    assert cldr.direction(locale) == direction
    assert cldr.native_name(locale).endswith(f"({locale[3:]})")
    assert cldr.format_number(1234567, locale) == cldr.format_number(1234567, locale[:2])
    assert not cldr.is_known("nl-XA")
