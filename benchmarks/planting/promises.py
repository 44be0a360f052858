"""Mistakes that change what is promised: numbers, units, limits, negations, terms."""

import re
from collections.abc import Iterator

from benchmarks.planting.ground import WORDS, Ground
from benchmarks.planting.kind import (
    EVERYWHERE,
    HIDDEN,
    SHIPPED,
    WRITTEN,
    Plant,
    Side,
    by_rules,
    rendered_otherwise,
    text_kind,
    whole_kind,
)
from polycharter.model.glossary import Term

_DIGITS = re.compile(r"(?<![\w./-])\d+(?![\w-])")


@text_kind("number-digits", "a digit changed (5 → 15, 2026 → 2027)", WRITTEN)
def number_digits(side: Side) -> Iterator[str]:
    """Each number of the translation with another value."""
    if "@" in side.target or "`" in side.target:
        return
    for match in _DIGITS.finditer(side.target):
        number = match.group()
        other = number[:-1] + str((int(number[-1]) + 1) % 10 or 1) if len(number) > 1 else f"1{number}"
        yield side.target[: match.start()] + other + side.target[match.end() :]


@text_kind("number-word", "a number word changed (two → twelve)", ("words",))
def number_word(side: Side) -> Iterator[str]:
    """Each number word that has its English in the source, as another number."""
    numbers = {int(value): word for value, word in WORDS[side.locale]["numbers"].items()}
    english = {2: "two", 3: "three", 4: "four", 5: "five", 10: "ten", 12: "twelve"}
    for value, word in numbers.items():
        if re.search(rf"\b{english[value]}\b", side.source):
            other = numbers[{2: 12, 3: 5, 4: 3, 5: 2, 10: 4, 12: 2}[value]]
            for match in re.finditer(rf"\b{word}\b", side.target):
                yield side.target[: match.start()] + other + side.target[match.end() :]


@text_kind("number-lost", "a number left out", WRITTEN)
def number_lost(side: Side) -> Iterator[str]:
    """Each number that is followed by a word, left out."""
    if side.source.count("20") == 0:
        for match in re.finditer(r"(?<![\w./,:-])\d+[ \u00a0](?=[^\W\d_])", side.target):
            yield side.target[: match.start()] + side.target[match.end() :]


@whole_kind("working-lost", "“working” lost from working days", EVERYWHERE)
def working_lost(ground: Ground) -> Iterator[Plant]:
    """In prose, in values that are written out, and in the unit itself."""
    change = by_rules("working-lost")
    for wanted, entry in ground.review.pairs():
        for index, target in enumerate(entry.targets):
            side = Side(wanted, entry.changed(targets=(target,)), ground.locale)
            for text in change(side):
                targets = (*entry.targets[:index], text, *entry.targets[index + 1 :])
                yield Plant({entry.key: entry.changed(targets=targets)}, source=wanted.id, was=target, now=text)


text_kind("unit-changed", "another unit (hours → days)", ("digits",))(by_rules("unit-changed"))
text_kind("limit-lost", "“at least”, “at most” or “within” lost", (*SHIPPED, *WRITTEN))(by_rules("limit-lost"))
text_kind("limit-swapped", "“at least” and “at most” swapped", (*SHIPPED, *WRITTEN))(by_rules("limit-swapped"))
text_kind("within-after", "“within” turned into “after”", ("charter", *WRITTEN))(by_rules("within-after"))
text_kind("negation-lost", "“not”, “no” or “never” lost", ("charter", "words"))(
    by_rules("negation-lost", rendered=True)
)
text_kind("never-always", "“never” turned into “always”", ("charter", "words"))(by_rules("never-always"))
text_kind("promptly-immediately", "“promptly” turned into “immediately”", ("charter", "words"))(
    by_rules("promptly-immediately")
)
text_kind("other-term", "a term said with a word that the glossary does not have")(rendered_otherwise("other-term"))


@whole_kind("avoided-term", "a rendering that the glossary says to avoid")
def avoided_term(ground: Ground) -> Iterator[Plant]:
    """The preferred rendering replaced by one to avoid."""
    for term in ground.review.glossary:
        avoid = term.avoid.get(ground.locale, ())
        for rendering in avoid if term.concept not in _LIMITS else ():
            yield from _replaced(ground, term, rendering)


@whole_kind("inconsistent-term", "another rendering than everywhere else in the file", alone=True)
def inconsistent_term(ground: Ground) -> Iterator[Plant]:
    """The rendering that the file uses, three times or more, replaced by another of the glossary that it never uses."""
    for term in ground.review.glossary:
        renderings = term.preferred.get(ground.locale, ())
        used = [rendering for rendering in renderings if _used(ground, rendering)]
        for other in renderings if term.concept not in _LIMITS and len(used) == 1 else ():
            if other not in used and other[:5] != used[0][:5]:
                plants = list(_replaced(ground, term, other))
                yield from plants if len(plants) >= 3 else ()


_LIMITS = ("within", "at least", "promptly", "charter")


def _used(ground: Ground, rendering: str) -> bool:
    return any(rendering.lower() in entry.targets[0].lower() for _, entry in ground.pairs())


def _replaced(ground: Ground, term: Term, instead: str) -> Iterator[Plant]:
    sources = re.compile("|".join(rf"\b{re.escape(word)}s?\b" for word in term.source), re.IGNORECASE)
    for wanted, entry in ground.pairs():
        if not sources.search(HIDDEN.sub("", wanted.id)):
            continue
        prose = HIDDEN.sub(lambda match: "0" * len(match.group()), entry.targets[0])
        for rendering in term.preferred.get(ground.locale, ()):
            match = re.search(rf"\b{re.escape(rendering)}", prose, re.IGNORECASE)
            if match and rendering not in instead:
                word = instead.capitalize() if match.group()[0].isupper() else instead
                text = entry.targets[0][: match.start()] + word + entry.targets[0][match.end() :]
                changed = {entry.key: entry.changed(targets=(text,))}
                yield Plant(changed, source=wanted.id, was=entry.targets[0], now=text)
                break


@text_kind("name-changed", "a name misspelt or translated")
def name_changed(side: Side) -> Iterator[str]:
    """The organisation's name with another letter."""
    if "Alvena" in side.source:
        for wrong in ("Alvina", "Avena", "Alvenia"):
            yield side.target.replace("Alvena", wrong, 1)
