"""A fact is defined, and nothing says it: neither the prose, nor the data, nor an addendum.

Fires:   `[facts.reply_fax]`, and no `{reply_fax}` anywhere
Passes:  `[facts.reply_fax]`, and “We answer a fax within {reply_fax}.”

A promise that was taken out of the text leaves such a fact behind; so does a misspelt name.
"""

from collections.abc import Iterator

from polycharter.model.charter import Charter
from polycharter.model.check import Check
from polycharter.model.content import FactUse
from polycharter.model.edition import Edition
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.message import Message
from polycharter.model.review import CharterReview
from polycharter.model.walk import contents, parts, read_by
from polycharter.text.placeholders import names
from polycharter.text.quote import quote

CHECK = Check("fact-unused", Severity.WARNING, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each fact that nobody would ever read."""
    charter = review.charter
    used = {charter.effective_from, charter.valid_until, *_used(charter)}
    for name, fact in charter.facts.items():
        if name not in used:
            what = f"nothing uses the fact {quote(name)}"
            yield Hit(fact.place, what, f"Write {{{name}}} where it belongs, or remove the fact.")


def _used(charter: Charter) -> Iterator[str]:
    found = [content for content, _ in read_by(charter)]
    for layer in charter.layers.values():
        for addendum in layer.addenda:
            blocks = (addendum.section.heading, *addendum.section.blocks)
            found += [part for content, _ in contents(blocks, tuple(Edition)) for part in parts(content)]
    for content in found:
        if isinstance(content, FactUse):
            yield content.name
        elif isinstance(content, Message):
            yield from names(content.text)
