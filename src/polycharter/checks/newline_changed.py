r"""The translation begins or ends with a newline and its source does not, or the other way round.

Fires:   `msgid "Ask us."` and `msgstr "Vraag het ons.\n"`
Passes:  `msgid "Ask us.\n"` and `msgstr "Vraag het ons.\n"`

GNU gettext (msgfmt -c) refuses such a file.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review

CHECK = Check("newline-changed", Severity.ERROR, Certainty.CERTAIN, "markup")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose ends differ."""
    for side in sides(review):
        source, target = _ends(side.source), _ends(side.target)
        if source != target:
            ends = [end for end, one, other in zip(("begin", "end"), source, target, strict=True) if one != other]
            what = f"source and translation do not both {' and '.join(ends)} with a newline"
            todo = "Write \\n at these ends as the source does."
            at = 0 if target[0] and not source[0] else len(side.target) - 1
            extra = (target[0] and not source[0]) or (target[1] and not source[1])
            yield hit(review, side, what, todo, "\n" if extra else "", side.target, at)


def _ends(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")
