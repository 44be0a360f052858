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


@pytest.mark.parametrize(
    ("locale", "text", "kind", "value"),
    [
        ("ca", "menys d’una setmana", "less-than", 1),
        ("ca", "menys del 2 %", "less-than", 2),
        ("ca", "no és inferior al 95 %", "less-than", 95),
        ("nl", "wie ouder is dan 18 jaar", "more-than", 18),
        ("sv", "längre tid än fem minuter", "more-than", 5),
        ("ca", 'una maleta de 28" com a màxim', "at-most", 28),
        ("ca", "dos dies l’any, com a mínim", "at-least", 2),
        ("sv", "gäller t.o.m. 5 maj", "until", None),
        ("nl", "de minimumleeftijd is 18 jaar", "at-least", 18),
        ("vi", "tiền đặt cọc tối thiểu cho thẻ thư viện là 200.000 đồng", "at-least", 200_000),
        ("sv", "till och med den 5 maj", "until", None),
        ("en", "only 2 bags", "only", 2),
    ],
)
def test_a_limit_is_found_in_the_forms_that_a_language_gives_it(
    locale: str, text: str, kind: str, value: int | None
) -> None:
    """Elided, with an article, with a word between, set off, short, as an adjective far from its number."""
    found = [each.quantity for each in limits(text, locale).found if each.kind == kind]
    assert [each.value for each in found if each] == [value]


def test_a_limit_without_a_number_near_it_may_be_meant_for_one_that_follows() -> None:
    """In its clause only."""
    found = limits("L’edat mínima per endur-se un ordinador portàtil és de 14 anys.", "ca").found
    assert [each.far.value for each in found if each.far and not each.quantity] == [14]
    found = limits("At least you know the reason, even if it takes us all day and 14 minutes.", "en").found
    assert not [each for each in found if each.kind == "at-least" and (each.quantity or each.far)]
