"""A translator allows a finding and does not say why, so the finding stays.

Fires:   `# polycharter: allow=number-changed`
Passes:  `# polycharter: allow=number-changed because a dozen is how shops count eggs here`

Whoever reads the file in a year has to understand why a difference is right. The reason follows the word “because”.
"""

from collections.abc import Iterator

from polycharter.checks._allow import allows
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, visible

CHECK = Check("allow-without-reason", Severity.WARNING, Certainty.CERTAIN, "allowances")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each such comment."""
    for allow in allows(review.catalogue):
        if allow.ids and not allow.reason:
            named = visible(listed(allow.ids))
            what = f"the comment allows {named} without a reason, so it allows nothing"
            todo = "Write why: # polycharter: allow=… because …"
            yield Hit(review.place(allow.entry), what, todo, (allow.entry.key,))
