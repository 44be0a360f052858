"""The translation is not marked up like its source: bold, italics, codes or line breaks are missing or were added.

Fires:   "Answered **within a day**."  ->  "Beantwoord binnen een dag."
Passes:  "Answered **within a day**."  ->  "**Binnen een dag** beantwoord."

Where in the sentence they stand is free. What a code says must stay the same.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import Side, sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import structure
from polycharter.text.quote import counted, quote

CHECK = Check("markup-changed", Severity.ERROR, Certainty.CERTAIN, "markup")

_NOUNS = {"strong": "bold passage", "emphasis": "italic passage", "break": "line break"}
_TODO = {
    "strong": "Put ** directly before the first and behind the last of the words that are bold in the source.",
    "emphasis": "Put * directly before the first and behind the last of the words that are italic in the source.",
    "break": "Keep the line breaks of the source, each written as a backslash at the end of the line.",
}
_MARKS = {"strong": r"\*\*|__", "emphasis": r"(?<!\*)\*(?!\*)|(?<!_)_(?!_)", "break": r"\\\n"}
_CODE = "Keep codes letter by letter, between the same ` marks as in the source."


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose markup differs."""
    for side in sides(review):
        if not _marked(side.source) and not _marked(side.target):
            continue
        source, target = _markup(side.source), _markup(side.target)
        if source != target:
            different = sorted((source - target) | (target - source))
            what = "; ".join(_differs(kind, source[kind], target[kind]) for kind in different[:3])
            extra = next((kind for kind in different if target[kind] > source[kind]), "")
            lost = next((kind for kind in different if source[kind] > target[kind]), different[0])
            yield hit(review, side, what, _todo(side, lost), *_last(side.target, extra))


def _last(text: str, kind: str) -> tuple[str, str, int]:
    """The last mark of a kind in a text, the text again and the offset; nothing where the kind has no mark there."""
    mark = re.escape(kind.removeprefix("code ")) if kind.startswith("code ") else _MARKS.get(kind)
    found = deque(re.finditer(mark, text), maxlen=1) if mark else ()
    return next(((match[0], text, match.start()) for match in found), ("", text, 0))


def _marked(text: str) -> bool:
    return any(mark in text for mark in "*_`\n")


def _markup(text: str) -> Counter[str]:
    return Counter(mark for mark in structure(text) if not mark.startswith("link "))


def _differs(kind: str, source: int, target: int) -> str:
    if kind.startswith("code "):
        code = f"the code {quote(kind.removeprefix('code '), 30)}"
        return f"{code} is not here" if source > target else f"{code} is not in the source"
    return f"{counted(source, _NOUNS[kind])} in the source, {target} here"


def _todo(side: Side, kind: str) -> str:
    if kind in ("strong", "emphasis") and not _markup(side.source)[kind]:
        return "Take the * and _ marks away that the source does not have; write \\* for a star that is read."
    return _TODO.get(kind, _CODE)
