"""Which texts are taken for an edit of which."""

from collections.abc import Iterable

import pytest

from polycharter.catalogue import similar
from polycharter.catalogue.similar import Side, Text

OLD = "We answer every letter within five working days."


def best_pairs(wanted: Iterable[Text], offered: Iterable[Text]) -> list[tuple[int, int]]:
    return similar.best_pairs(Side(wanted), Side(offered))


def paired(new: str, old: str) -> bool:
    return best_pairs([Text(new)], [Text(old)]) == [(0, 0)]


@pytest.mark.parametrize(
    "new",
    [
        "We answer every letter within five working days.",
        "We answer every letter within three working days.",
        "We will answer every letter and e-mail within five working days.",
        "we answer every letter, within five working days!",
        "Every letter we answer within five working days.",
    ],
)
def test_edited_texts_are_found(new: str) -> None:
    assert paired(new, OLD)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Complaints", "Compliments"),
        ("Our hours", "Our house"),
        ("Contact our desk", "Contact our shop"),
        ("Parking is free for the first hour of every visit.", OLD),
        ("", OLD),
        ("{a}", "{b}"),
        ("…", "—"),
    ],
)
def test_others_are_not(new: str, old: str) -> None:
    assert not paired(new, old)


def test_short_texts_are_found_where_only_typography_differs() -> None:
    assert paired("What’s new", "What's new?")
    assert paired("Complaints:", "complaints")


def test_titles_are_not_guessed() -> None:
    new, old = "How we handle your complaint", "How we handle your compliment"
    assert best_pairs([Text(new)], [Text(old)]) == [(0, 0)]
    assert best_pairs([Text(new, title=True)], [Text(old, title=True)]) == []


def test_the_best_pair_is_taken_first_and_each_text_once() -> None:
    new = [Text("We answer every letter within six days."), Text("We answer every letter within five days, always.")]
    old = [Text("We answer every letter within five days.")]
    assert best_pairs(new, old) == [(0, 0)]
    assert best_pairs(new[::-1], old) == [(1, 0)]


def test_the_same_place_decides_between_equals() -> None:
    old = [Text(OLD, "Paragraph", "Shops"), Text(OLD + " ", "Paragraph", "Letters")]
    assert best_pairs([Text(OLD + " Always.", "Paragraph", "Letters")], old) == [(0, 1)]


def test_short_texts_are_found_only_in_the_very_same_place() -> None:
    new, old = Text("Sign the note", "List item", after=7), Text("Sign this note", "List item", after=7)
    assert best_pairs([new], [old]) == [(0, 0)]
    assert best_pairs([new], [old._replace(after=6)]) == []
    assert best_pairs([new], [old._replace(kind="Table cell")]) == []
    assert best_pairs([new._replace(text="Sign it")], [old._replace(text="Sign on")]) == []
    assert best_pairs([new._replace(title=True)], [old._replace(title=True)]) == []


def test_the_same_place_makes_up_for_many_changes() -> None:
    old = Text("We answer every letter within five days.", "Paragraph", "Letters", after=3)
    new = Text("Each letter has our reply after two days.", "Paragraph", "Letters", after=3)
    assert best_pairs([new], [old]) == [(0, 0)]
    assert best_pairs([new], [old._replace(after=4)]) == []


def test_sentences_that_changed_places_are_found() -> None:
    first = "Every letter is answered within five working days by the colleague who has read it."
    second = "We tell you who that is and how you reach this person."
    assert paired(f"{second} {first}", f"{first} {second}")


def test_texts_without_spaces_are_compared_by_character() -> None:
    assert paired(
        "お客様からのお手紙には三営業日以内にお返事いたします。", "お客様からのお手紙には五営業日以内にお返事します。"
    )


def test_nothing_to_pair() -> None:
    assert best_pairs([], [Text(OLD)]) == []
    assert best_pairs([Text(OLD)], []) == []
