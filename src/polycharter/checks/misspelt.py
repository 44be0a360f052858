"""A word is not in the dictionary of the language.

Fires:   `Wij beantworden elke brief.` in the Dutch file
Passes:  `Wij beantwoorden elke brief.`

Looked up only where the extra `polycharter[spelling]` is installed and the system has a Hunspell dictionary of the
language (Debian: `hunspell-nl`, `hunspell-vi`, `hunspell-ca`, `hunspell-sv`, `hunspell-en-gb`). Left alone are words
with a capital or a digit, words of the glossary and of the source, and words that two translations have: what is
repeated is meant. Another machine may have other dictionaries, so this is a note.
"""

import re
from collections.abc import Iterator

from polycharter.checks._dictionary import dictionary, is_installed, speller
from polycharter.checks._hits import hit
from polycharter.checks._sides import Side, sides
from polycharter.checks._terms import renderings
from polycharter.model.check import Check
from polycharter.model.dictionaries import FOLDERS
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("misspelt", Severity.NOTE, Certainty.POSSIBLE, "spelling")

_WORD = re.compile(r"(?<![\w’'·-])[^\W\d_]+(?:[’'·-][^\W\d_]+)*(?![\w’'·-])")
_LONGEST = 60


def find(review: Review) -> Iterator[Hit]:
    """One hit for each word, at the only translation that has it."""
    knows = speller(review.locale)
    if knows is None:
        return
    allowed = {
        word
        for term in review.glossary
        for rendering in renderings(term.preferred, review.locale)
        for word in _WORD.findall(rendering.lower())
    }
    found: dict[str, Side | None] = {}
    for side in sides(review):
        own = {*_WORD.findall(letters(side.source).lower())}
        for word in dict.fromkeys(_WORD.findall(letters(side.target))):
            if word == word.lower() and 1 < len(word) <= _LONGEST and word not in own and word not in allowed:
                first = found.setdefault(word, side)
                if first is None or first.entry is not side.entry:
                    found[word] = None  # a word that stands twice is meant
    for word, only in found.items():
        if only is not None and not knows(word) and not all(map(knows, re.split("[-’']", word))):
            what = f"{quote(word, 40)} is not in the dictionary"
            todo = "Correct it, or add it to the glossary if it is meant."
            yield hit(review, only, what, todo, word)


def unchecked(review: Review) -> str:
    """Why nothing is checked here: no dictionary; empty where it is, and where the extra is not installed."""
    if not is_installed() or dictionary(review.locale):
        return ""
    return f"no Hunspell dictionary of {review.locale} is in {FOLDERS[0]} or the other usual folders"
