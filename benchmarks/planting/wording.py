"""Mistakes in the text as a whole: lost, left, copied, mixed up."""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.planting.ground import WORDS, Ground
from benchmarks.planting.kind import SHIPPED, Plant, Side, text_kind, whole_kind
from polycharter.text.copied import needs_translation
from polycharter.text.inline import words

_SENTENCE_END = re.compile(r"(?<=[.!?])[”»]? +(?=[^\W\d_“«\"”*{])")


def sentences(text: str) -> list[str]:
    """The sentences of a text; put together with spaces they are the text."""
    return _SENTENCE_END.split(text)


def _plain(text: str) -> bool:
    """Whether only words are in it, so that nothing else gives a mistake away."""
    return not any(mark in text for mark in '{[*`«“”"')


@text_kind("sentence-lost", "a sentence left out")
def sentence_lost(side: Side) -> Iterator[str]:
    """Each sentence without placeholders and markup."""
    said, meant = sentences(side.target), sentences(side.source)
    if len(said) == len(meant) > 1:
        for index, sentence in enumerate(said):
            if _plain(sentence) and words(meant[index]) >= 4:
                yield " ".join(said[:index] + said[index + 1 :])


@text_kind("clause-lost", "the second half of a sentence left out")
def clause_lost(side: Side) -> Iterator[str]:
    """A single sentence that ends at its comma or semicolon, where that is the first half or less."""
    for match in re.finditer(r"[,;] ", side.target):
        rest = side.target[match.end() :]
        if len(sentences(side.target)) == 1 and _plain(rest) and match.start() <= 0.55 * len(side.target) > 25:
            yield side.target[: match.start()] + side.target[-1]


@whole_kind("items-merged", "two list items in one entry")
def items_merged(ground: Ground) -> Iterator[Plant]:
    """A list item that says the next one too; the next says it again."""
    pairs = [pair for pair in ground.pairs() if pair[0].extracted_comments[:1]]
    for (wanted, entry), (following, after) in pairwise(pairs):
        kinds = [each.extracted_comments[0].startswith("List item") for each in (wanted, following)]
        if all(kinds) and _plain(wanted.id + following.id):
            text = f"{entry.targets[0]} {after.targets[0]}"
            yield Plant({entry.key: entry.changed(targets=(text,))}, source=wanted.id, was=entry.targets[0], now=text)


@text_kind("english-sentence", "one sentence left in English")
def english_sentence(side: Side) -> Iterator[str]:
    """Each sentence of several, as the source says it."""
    said, meant = sentences(side.target), sentences(side.source)
    if len(said) == len(meant) > 1:
        for index, sentence in enumerate(meant):
            if words(sentence) >= 5 and _plain(sentence) and _plain(said[index]):
                yield " ".join([*said[:index], sentence, *said[index + 1 :]])


@text_kind("english-message", "the whole message left in English", SHIPPED)
def english_message(side: Side) -> Iterator[str]:
    """The source itself."""
    if needs_translation(side.source):
        yield side.source


@whole_kind("other-locale", "the translation of another language's file")
def other_locale(ground: Ground) -> Iterator[Plant]:
    """Sentences from the file of another language."""
    for locale, catalogue in ground.review.siblings.items():
        live = catalogue.live() if locale != ground.locale else {}
        for wanted, entry in ground.pairs():
            sibling = live.get(wanted.key)
            if sibling is not None and words(wanted.id) >= 6:
                text = sibling.targets[0]
                yield Plant(
                    {entry.key: entry.changed(targets=(text,))}, source=wanted.id, was=entry.targets[0], now=text
                )


@text_kind("neighbour-language", "a sentence in a neighbouring language")
def neighbour_language(side: Side) -> Iterator[str]:
    """German for Dutch, Spanish and French for Catalan, Norwegian and Danish for Swedish."""
    if _plain(side.source) and words(side.source) >= 10 and len(sentences(side.source)) == 1:
        yield from WORDS[side.locale]["neighbour"]


@whole_kind("shifted", "translations shifted by one entry")
def shifted(ground: Ground) -> Iterator[Plant]:
    """Three plain messages in a row, each with the translation of the one before."""
    plain = [
        (wanted, entry)
        for wanted, entry in ground.pairs()
        if _plain(wanted.id) and _plain(entry.targets[0]) and words(wanted.id) >= 4
    ]
    for first in range(0, len(plain) - 2, 3):
        run = [entry for _, entry in plain[first : first + 3]]
        targets = [entry.targets for entry in (run[2], run[0], run[1])]
        changed = {entry.key: entry.changed(targets=target) for entry, target in zip(run, targets, strict=True)}
        yield Plant(changed, source=run[1].id, was=run[1].targets[0], now=run[0].targets[0])


@text_kind("left-empty", "no translation", SHIPPED)
def left_empty(side: Side) -> Iterator[str]:
    """Nothing."""
    del side
    yield ""


@whole_kind("left-fuzzy", "a guess that nobody has looked at", SHIPPED)
def left_fuzzy(ground: Ground) -> Iterator[Plant]:
    """The mark `fuzzy` left on an entry."""
    for wanted, entry in ground.pairs():
        yield Plant(
            {entry.key: entry.changed(fuzzy=True)}, source=wanted.id, was=entry.targets[0], now=entry.targets[0]
        )
