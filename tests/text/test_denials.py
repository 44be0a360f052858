"""Which negatives deny, and which deny each other."""

import pytest
from tests.text.test_limits import said

from polycharter.text.limits import limits


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Take bus No. 12 to the hospital.", False),
        ("Write the order no. on the parcel.", False),
        ("Fax no.", False),
        ("Account no.: see your card", False),
        ("The answer is no.", True),
        ("Can I pay by cheque? No. We take cards only.", True),
        ("No.", True),
        ("There are no 5-euro notes.", True),
    ],
)
def test_a_short_word_before_a_full_stop_is_no_denial(text: str, denies: bool) -> None:
    """Unless a sentence ends there."""
    assert bool(said(text, "en", "negation")) == denies


def test_a_full_stop_before_a_small_letter_ends_no_sentence() -> None:
    assert limits("Write the order no. on the parcel. We do the rest.", "en").sentences == 2


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Quý khách có cần hóa đơn không ạ?", False),
        ("Hãy hỏi xem có mở cửa không.", False),
        ("Quán cà phê thì không.", True),
        ("Có mở cửa không? Không.", True),
        ("Không.", True),
    ],
)
def test_a_word_that_asks_denies_as_an_answer(text: str, denies: bool) -> None:
    assert bool(said(text, "vi", "negation")) == denies


def test_a_catalan_negative_means_any_in_a_question() -> None:
    assert said("Teniu cap pregunta? Truqueu-nos.", "ca", "negation") == []
    assert said("Cap botiga obre. Voleu trucar?", "ca", "negation") == ["cap"]
    assert said("Quan no hi ha cap autobús?", "ca", "negation") == ["no"]


def test_a_keyword_in_a_sentence_is_a_name() -> None:
    assert said("Write either Some or None.", "en", "negation") == []
    assert said("None of us knows.", "en", "negation") == ["none"]


@pytest.mark.parametrize(
    ("text", "locale", "undone"),
    [
        ("Do not forget your card.", "en", 2),
        ("Vergeet vanavond uw kaart niet.", "nl", 2),
        ("No customer is left without an answer.", "en", 2),
        ("Det är inte alls ovanligt.", "sv", 2),
        ("We do not answer, and the shop is closed.", "en", 0),
        ("You may enter without a ticket.", "en", 0),
    ],
)
def test_two_denials_of_a_clause_undo_each_other(text: str, locale: str, undone: int) -> None:
    assert len(limits(text, locale).undone) == undone


def test_an_ending_says_that_something_is_not_there() -> None:
    """As `*less` in the data; a word needs two letters more."""
    for text, locale in (("a wireless network", "en"), ("suikervrij", "nl"), ("laktosfri", "sv")):
        assert [each.kind for each in limits(text, locale).found] == ["negation"]
    assert limits("fri", "sv").found[0].contrary == "free"
