"""An e-mail address, a web address or a code is not as in the source.

Fires:   "Write to service@example.org."  ->  "Schrijf naar dienst@example.org."
Fires:   "Certified by ISO 9001-A."       ->  "Gecertificeerd volgens ISO 9010-A."
Passes:  "Write to service@example.org."  ->  "Schrijf naar service@example.org."

A code is a word of capitals and digits. The targets of links are link-changed's, what stands between ` marks
markup-changed's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import links
from polycharter.text.quote import listed, quote
from polycharter.text.reading import reading

CHECK = Check("code-changed", Severity.ERROR, Certainty.LIKELY, "markup")

_ANY = re.compile(r"[0-9@]|://|www\.")
_CODE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|www\.)[^\s<>()“”«»\"]+"
    r"|(?<![\w-])(?=[0-9-]{0,40}[A-Z])(?=[A-Z-]{0,40}[0-9])[A-Z0-9]+(?:-[A-Z0-9]+)*\b",
    re.ASCII,
)


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that lacks one, or has another address."""
    for side in sides(review):
        source, target = _codes(side.source), _codes(side.target)
        missing = list(source - target)
        added = [code for code in target - source if "@" in code or missing or "://" in code or code.startswith("www.")]
        if missing:
            what = f"{listed(map(quote, missing), 3)} is missing from the translation"
            what += f", there is {listed(map(quote, added), 3)} instead" if added else ""
            todo = "Write it letter by letter as in the source."
        elif added:
            what, todo = f"{listed(map(quote, added), 3)} is not in the source", "Take it away."
        else:
            continue
        said = next(iter(added), "")
        yield hit(review, side, what, todo, said, side.target, side.target.find(said))


@lru_cache(maxsize=20_000)
def _codes(text: str) -> Counter[str]:
    if not _ANY.search(text):
        return Counter()
    found = Counter(match.rstrip(".,;:!?") for match in _CODE.findall(reading(text)))
    return found - Counter(links(text))
