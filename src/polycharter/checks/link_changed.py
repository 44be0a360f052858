"""A link leads elsewhere than in the source, is missing or was added.

Fires:   "Read [the charter](#charter)."  ->  "Lees [het handvest](#handvest)."
Passes:  "Read [the charter](#charter)."  ->  "Lees [het handvest](#charter)."

The words of a link are translated, its target in round brackets never is. The order of links is free.
"""

import re
from collections import Counter
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import links
from polycharter.text.quote import listed, quote

CHECK = Check("link-changed", Severity.ERROR, Certainty.CERTAIN, "markup")

_WRITTEN = re.compile(r"(?<!\\)\]\(([^()\s]*)")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose links lead elsewhere, or that writes one that a charter may not have."""
    for side in sides(review):
        if not any(mark in text for text in (side.source, side.target) for mark in ("](", "<", "][")):
            continue
        source, target = Counter(links(side.source)), Counter(links(side.target))
        missing, added = list(source - target), list(target - source)
        written = Counter(_WRITTEN.findall(side.target)) - source - target
        if missing:
            what = f"the link to {listed(map(quote, missing))} is missing"
            what += f", there is one to {listed(map(quote, added))} instead" if added else ""
            todo = f"Write [the translated words]({_first(missing)}), with no space between the brackets."
        elif added:
            what, todo = f"the source has no link to {listed(map(quote, added))}", "Remove the link and keep its words."
        elif written:
            what = (
                f"the link to {listed(map(quote, written))} is not in the source, and is none that a charter may have"
            )
            todo = "Remove it."
        else:
            continue
        said = next(iter([*added, *written]), "")
        yield hit(review, side, what, todo, said, side.target, side.target.find(said))


def _first(targets: list[str]) -> str:
    return quote(targets[0], 200)[1:-1]
