"""The Catalan l·l is typed with another mark than the raised dot (U+00B7).

Fires:   `col.lega`, `col-lega`, `coŀlega` in Catalan
Passes:  `col·lega`

Without its dot the word is another one, and search does not find it.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("catalan-l-geminada", Severity.WARNING, Certainty.CERTAIN, "typography", ("ca",))

_MARK = re.compile(r"l[.\-‐•∙⋅‧・˙]l(?!l)|L[.\-‐•∙⋅‧・˙]L(?!L)|ŀ·?l|Ŀ·?L")
_WRONG = re.compile(
    r"(?<![^\W\d_])[^\W\d_]+(?:[lL][.•∙⋅‧・˙][lL]|[lL][-‐][lL](?![lL])(?!(?:a|i|o|es|os|en|hi|ho)\b)|[ŀĿ]·?[lL])[^\W\d_]+"
)
_PLAIN = str.maketrans("ŀĿ", "lL")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each Catalan text, at its first such word."""
    if review.locale.partition("-")[0] not in CHECK.languages:
        return
    for side in sides(review):
        read = letters(side.target)
        found = _WRONG.search(read)
        if found:
            right = _MARK.sub(lambda mark: f"{mark[0][0].translate(_PLAIN)}·{mark[0][-1]}", found[0])
            what = f"{quote(found[0], 40)} has no l·l"
            yield hit(review, side, what, f"Write “{right}”.", found[0], read, found.start())
