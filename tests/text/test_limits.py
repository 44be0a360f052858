"""What a text limits, denies and hurries."""

import pytest

from polycharter.text.limits import limits


def said(text: str, locale: str, kind: str) -> list[str]:
    return [each.said.lower() for each in limits(text, locale).found if each.kind == kind and each.strong]


@pytest.mark.parametrize(
    ("locale", "text", "kind", "slot"),
    [
        ("en", "within {a} and at least {b}", "at-least", "b"),
        ("nl", "binnen {a} en minstens {b}", "within", "a"),
        ("vi", "trước ít nhất {a}, tối đa {b}", "at-most", "b"),
        ("ca", "en {a} com a màxim, i les cartes, en {b}", "at-most", "a"),
        ("ca", "com a mínim, el {a} dels productes", "at-least", "a"),
        ("sv", "högst {a} inom {b}", "at-most", "a"),
    ],
)
def test_a_limit_belongs_to_the_nearest_quantity_of_its_clause(locale: str, text: str, kind: str, slot: str) -> None:
    """Before it or behind it."""
    found = [each for each in limits(text, locale).found if each.kind == kind and each.strong]
    assert [each.quantity.slot for each in found if each.quantity] == [slot]


def test_catalan_negatives_of_one_clause_deny_once() -> None:
    """“No … mai”, “ningú no”, but two verbs deny twice."""
    assert said("Ningú no ho sabia.", "ca", "negation") == ["ningú"]
    assert len(said("No es pot canviar perquè no és local.", "ca", "negation")) == 2


def test_a_vietnamese_question_denies_nothing() -> None:
    """The last word only asks."""
    assert said("Khách hàng có được trả lại không?", "vi", "negation") == []
    assert said("Chúng tôi không chia sẻ dữ liệu.", "vi", "negation") == ["không"]


def test_not_until_is_no_denial() -> None:
    """It says “only when”."""
    assert said("We do not start until you agree.", "en", "negation") == []
    assert said("Vi börjar inte förrän du har godkänt det.", "sv", "until") == []


def test_words_in_capitals_are_names() -> None:
    """Unless all is in capitals."""
    assert said("The ONLY keyword", "en", "only") == []
    assert said("ONLY TODAY", "en", "only") == ["only"]
