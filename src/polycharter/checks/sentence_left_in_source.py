"""A sentence inside a translated text was left in the source language.

Fires:   "Ask us. We answer every question of yours."  ->  "Vraag het ons. We answer every question of yours."
Passes:  "Ask us. We answer every question of yours."  ->  "Vraag het ons. Wij beantwoorden al uw vragen."

Sentences of 40 letters and more are judged alone, by the letter statistics that wrong-language uses; a shorter one
only where it is a sentence of the source, letter by letter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._foreign import foreign
from polycharter.checks._language import NAMES, profile, scores
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.copied import needs_translation
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("sentence-left-in-source", Severity.WARNING, Certainty.LIKELY, "language")

_END = re.compile(r"(?<=[.!?…:;。！？])[”’»\"')]*\s+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such sentence; texts that are foreign as a whole are left out."""
    expected, source = profile(review.locale), profile(review.source)
    if expected == source:
        return
    whole = {entry.key for those in foreign(review) for entry in those.entries}
    for wanted, entry in review.pairs():
        if entry.key in whole or entry.id in entry.targets:
            continue
        sentence = _left(wanted, entry, expected, source)
        if sentence:
            language = NAMES[source] if source else "the source language"
            what = f"the sentence {quote(sentence)} is still in {language}"
            yield Hit(review.place(entry), what, "Translate the sentence.", (entry.key,))


def _left(wanted: Entry, entry: Entry, expected: str | None, source: str | None) -> str:
    """The first sentence that was left, empty where there is none."""
    own = {sentence for text in (wanted.id, wanted.plural or "") for sentence in _sentences(text)}
    for target in entry.targets:
        sentences = _sentences(target)
        for sentence in sentences if len(sentences) > 1 else ():
            if sentence in own and needs_translation(sentence):
                return sentence
            if expected and source and scores(sentence).verdict(expected, source, least=40) == source:
                return sentence
    return ""


@lru_cache(maxsize=20_000)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(" ".join(sentence.split()) for sentence in _END.split(letters(text)) if sentence.strip())
