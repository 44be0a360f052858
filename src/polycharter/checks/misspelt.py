"""A word is not in the dictionary of the language.

Fires:   `Wij beantworden elke brief.` in the Dutch file
Passes:  `Wij beantwoorden elke brief.`

Looked up only where the extra `polycharter[spelling]` is installed and the system has a Hunspell dictionary of the
language (Debian: `hunspell-nl`, `hunspell-vi`, `hunspell-ca`, `hunspell-sv`, `hunspell-en-gb`). Left alone are words
with a capital or a digit, in another script, with a piece in brackets or a value, words of the glossary and of the
source, and words that two translations have: what is repeated is meant. A translation that reads like another language
is wrong-language's. Another machine may have other dictionaries, so this is a note.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from polycharter.checks._dictionary import Speller, dictionary, is_installed, speller
from polycharter.checks._foreign import foreign
from polycharter.checks._hits import hit
from polycharter.checks._sides import Side, sides
from polycharter.checks._terms import renderings
from polycharter.checks._words import known, words
from polycharter.model.check import Check
from polycharter.model.dictionaries import FOLDERS
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inflection import forms
from polycharter.text.quote import quote

CHECK = Check("misspelt", Severity.NOTE, Certainty.POSSIBLE, "spelling")

_LONGEST = 60


def find(review: Review) -> Iterator[Hit]:
    """One hit for each word, at the only translation that has it."""
    knows = speller(review.locale)
    if knows is None:
        return
    allowed = _of_glossary(review)
    found: dict[str, tuple[str, Side | None]] = {}
    for side in sides(review):
        own = {word.lower().rstrip(".") for word in words(side.source)}
        for written in words(side.target):
            word = written.rstrip(".")
            if word == word.lower() and 1 < len(word) <= _LONGEST and word not in own and word not in allowed:
                first = found.setdefault(word, (written, side))[1]
                if first is None or first.entry is not side.entry:
                    found[word] = written, None  # a word that stands twice is meant
    yield from _hits(review, found, knows)


def _hits(review: Review, found: Mapping[str, tuple[str, Side | None]], knows: Speller) -> Iterator[Hit]:
    """One hit for each word that stands once, is in no dictionary, and is not of a text in another language."""
    unknown = [(word, side) for word, (said, side) in found.items() if side and not known(said, knows, review.locale)]
    if not unknown:
        return
    foreign_entries = {entry.key for those in foreign(review) for entry in those.entries}
    strange = {word for word, _ in unknown}
    scripts = {_script(word) for word in found if word not in strange}
    for word, side in unknown:
        if side.entry.key in foreign_entries or (scripts and _script(word) not in scripts):
            continue
        todo = "Correct it, or add it to the glossary if it is meant."
        yield hit(review, side, f"{quote(word, 40)} is not in the dictionary", todo, word)


def _of_glossary(review: Review) -> frozenset[str]:
    """The words of the glossary in all their forms."""
    return frozenset(
        form
        for term in review.glossary
        for rendering in renderings(term.preferred, review.locale)
        for word in words(rendering)
        for form in forms(word, review.locale)
    )


def _script(word: str) -> str:
    """The script of a word, by the name of its first letter."""
    return "LATIN" if word[0].isascii() else unicodedata.name(word[0], "").partition(" ")[0]


def unchecked(review: Review) -> str:
    """Why nothing is checked here: no dictionary; empty where it is, and where the extra is not installed."""
    if not is_installed() or dictionary(review.locale):
        return ""
    return f"no Hunspell dictionary of {review.locale} is in {FOLDERS[0]} or the other usual folders"
