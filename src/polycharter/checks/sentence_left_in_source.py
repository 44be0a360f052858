"""A sentence inside a translated text was left in the source language.

Fires:   "Ask us. We answer every question of yours."  ->  "Vraag het ons. We answer every question of yours."
Passes:  "Ask us. We answer every question of yours."  ->  "Vraag het ons. Wij beantwoorden al uw vragen."

Sentences of 40 letters and more are judged alone, by the letter statistics that wrong-language uses; a shorter one
only where it is a sentence of the source, letter by letter. So is every sentence of a catalogue whose language has no
letter statistics, or needs the extra `polycharter[languages]` for them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from polycharter.checks._foreign import foreign
from polycharter.checks._judge import Judge, judge_of, language_of, why_not
from polycharter.checks._kept import own_text
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.copied import needs_translation
from polycharter.text.inline import letters
from polycharter.text.quote import quote
from polycharter.text.written import written

CHECK = Check("sentence-left-in-source", Severity.WARNING, Certainty.LIKELY, "language")

_END = re.compile(r"(?<=[.!?…:;。！？])[”’»\"')]*\s+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such sentence; texts that are foreign as a whole are left out."""
    own, source = (language_of(locale) or locale.partition("-")[0] for locale in (review.locale, review.source))
    if own == source:
        return
    judge = judge_of(review.locale, review.source)
    whole = {entry.key for those in foreign(review) for entry in those.entries}
    for wanted, entry in review.pairs():
        if entry.key in whole or entry.id in entry.targets:
            continue
        sentence = _left(wanted, entry, judge, source)
        if sentence:
            what = f"the sentence {quote(sentence)} is still in {language_of(review.source) or 'the source language'}"
            form = next(index for index, target in enumerate(entry.targets) if sentence in _sentences(target))
            said, at = written(entry.targets[form], sentence)
            yield Hit(review.place(entry), what, "Translate the sentence.", (entry.key,), said, at, form)


def unchecked(review: Review) -> str:
    """Why sentences are compared with those of the source only; empty where their language is looked at too."""
    return why_not(review.locale)


def _left(wanted: Entry, entry: Entry, judge: Judge | None, source: str) -> str:
    """The first sentence that was left, empty where there is none."""
    own = {sentence for text in (wanted.id, wanted.plural or "") for sentence in _sentences(text)}
    for target in entry.targets:
        sentences = _sentences(target)
        for sentence in sentences if len(sentences) > 1 else ():
            if sentence in own and needs_translation(sentence):
                return sentence
            if judge and judge.reads_like(sentence, least=40) == source and not _is_kept(sentence, own, judge, source):
                return sentence
    return ""


def _is_kept(sentence: str, own: Iterable[str], judge: Judge, source: str) -> bool:
    """Whether it is a name or a title in quotation marks that reads like the source's language, not the sentence."""
    return judge.reads_like(own_text(sentence, "\n".join(own), judge.latin)) != source


@lru_cache(maxsize=20_000)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(" ".join(sentence.split()) for sentence in _END.split(letters(text)) if sentence.strip())
