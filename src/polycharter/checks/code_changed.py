"""An e-mail address, a web address or a code is not as in the source.

Fires:   "Write to service@example.org."  ->  "Schrijf naar dienst@example.org."
Fires:   "Certified by ISO 9001-A."       ->  "Gecertificeerd volgens ISO 9010-A."
Passes:  "Write to service@example.org."  ->  "Schrijf naar service@example.org."

A code is a word of capitals and digits. A number with its unit (5PM, 10MB, 1ST) is none; a quarter of the year (Q3) may
be said by its number, and MP3, CO2 or COVID-19 by other words or in small letters. In a web address the language may be
that of the translation (`/en/`, `/nl/`). The targets of links are link-changed's, what stands between ` marks
markup-changed's.
"""

from collections.abc import Iterator

from polycharter.checks._codes import codes, in_language, instead, is_plain_address, says_otherwise
from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote

CHECK = Check("code-changed", Severity.ERROR, Certainty.LIKELY, "markup")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that lacks one, or has another address."""
    for side in sides(review):
        source, target = codes(side.source), codes(side.target)
        if source != target:
            source = in_language(source, target, review.source, review.locale)
        if source == target:
            continue
        others = list(target - source)
        missing = [code for code in source - target if not says_otherwise(code, others, side.target, review.locale)]
        added = [code for code in others if missing or is_plain_address(code)]
        if missing:
            added = added or [*filter(None, [instead(missing[0], side.target)])]
            verb = "is" if len(missing) == 1 else "are"
            what = f"{listed(map(quote, missing), 3)} {verb} missing from the translation"
            what += f", there is {listed(map(quote, added), 3)} instead" if added else ""
            todo = f"Write {'it' if len(missing) == 1 else 'them'} letter by letter as in the source."
        elif added:
            what, todo = f"{listed(map(quote, added), 3)} is not in the source", "Take it away."
        else:
            continue
        said = next(iter(added), "")
        yield hit(review, side, what, todo, said, side.target, side.target.find(said))
