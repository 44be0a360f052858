"""A comment that allows a finding has no effect: there is no such finding, no such check, or it can't be allowed.

Fires:   `# polycharter: allow=number-changed because …` on an entry whose numbers are right
Passes:  the same comment on an entry where number-changed finds something

The mistake was mended, or the id is misspelt. An error that cannot be wrong, such as a missing placeholder, is never
allowed: the translation could not be used. Checks that did not run are not missed.
"""

from collections.abc import Collection, Iterator, Sequence

from polycharter.checks._allow import allows
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Finding, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote

CHECK = Check("allow-unused", Severity.NOTE, Certainty.CERTAIN, "allowances")


def find_in_findings(
    review: Review, findings: Sequence[Finding], ran: Collection[str], known: Collection[str]
) -> Iterator[Hit]:
    """One hit for each id that silences nothing, and for each comment to polycharter that is not understood."""
    found = {(finding.check, key): finding for finding in findings for key in finding.keys}
    for allow in allows(review.catalogue):
        place, keys = review.place(allow.entry), (allow.entry.key,)
        if not allow.ids:
            todo = "Write: # polycharter: allow=ID because …"
            yield Hit(place, f"the comment {quote(allow.written)} is not understood", todo, keys)
        for id in allow.ids if allow.reason else ():
            what = _wrong(id, found.get((id, allow.entry.key)), ran, known)
            if what:
                yield Hit(place, *what, keys)


def _wrong(id: str, finding: Finding | None, ran: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with one id of a comment and what to do, None where nothing is."""
    if id not in known:
        return f"there is no check {quote(id)} to allow", "“polycharter explain” lists them all."
    if finding is None:
        return (f"{id} finds nothing here to allow", "Remove the comment.") if id in ran else None
    if not finding.allowed and (finding.severity, finding.certainty) == (Severity.ERROR, Certainty.CERTAIN):
        return f"{id} is an error that cannot be allowed", "Correct the translation and remove the comment."
    return None
