"""The translation is longer than the place where it is shown.

Fires:   "Help at once" [max-length:20]  ->  "Onmiddellijke hulp voor iedereen"
Passes:  "Help at once" [max-length:20]  ->  "Meteen hulp"

Counted is what a reader sees: placeholders as their examples, markup and link targets not at all, a letter with its
accents as one.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.inline import Break, Code, Inline, Placeholder, Text
from polycharter.model.review import Review
from polycharter.text.extracted import examples_of
from polycharter.text.inline import parse_inline, walk

CHECK = Check("too-long", Severity.ERROR, Certainty.CERTAIN, "completeness")

_FLAG = "max-length:"


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text over the limit that the template sets."""
    for side in sides(review):
        limit = max_length(side.wanted.flags)
        if limit is None:
            continue
        length = reading_length(parse_inline(side.target), examples_of(side.wanted.extracted_comments))
        if length > limit:
            what = f"the translation has {length:,} characters, {limit:,} fit{side.form}"
            over = length - limit
            todo = f"Shorten it by {over:,} {'character' if over == 1 else 'characters'}; keep every promise."
            yield Hit(review.place(side.entry), what, todo, (side.entry.key,))


def max_length(flags: Sequence[str]) -> int | None:
    """The limit that the flags set.

    >>> max_length(("python-brace-format", "max-length:600"))
    600
    """
    found = (flag.removeprefix(_FLAG) for flag in flags if flag.startswith(_FLAG))
    return next((int(number) for number in found if number.isascii() and number.isdecimal() and len(number) < 10), None)


def reading_length(nodes: Sequence[Inline], examples: Mapping[str, str]) -> int:
    """How many characters a reader sees, placeholders filled in with their examples.

    >>> reading_length(parse_inline("within **{days}**"), {"days": "5 days"})
    13
    """
    return sum(map(_length, (_shown(node, examples) for node in walk(nodes))))


def _shown(node: Inline, examples: Mapping[str, str]) -> str:
    match node:
        case Text(text) | Code(text):
            return text
        case Placeholder(name):
            return examples.get(name, f"{{{name}}}")
        case Break():
            return " "
        case _:
            return ""


def _length(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        unicodedata.category(character) not in ("Mn", "Me", "Cf") for character in unicodedata.normalize("NFC", text)
    )
