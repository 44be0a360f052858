"""A concept of the glossary stands in the source, and none of its renderings in the translation.

Fires:   `within the time limit` translated as `op tijd`, where the glossary says `termijn`
Passes:  `the time limits` translated as `de termijnen`

A rendering counts in any form that the endings of the language give it, and inside a longer word where the language
joins words. It is enough that it stands there once. Words to avoid are left to term-avoided, names to name-translated.
"""

from collections.abc import Iterator

from polycharter.checks._terms import counted, is_name, own_text, uses
from polycharter.checks.term_avoided import avoided
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote

CHECK = Check("term-missing", Severity.WARNING, Certainty.POSSIBLE, "terms")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each concept of each text."""
    for use in uses(review):
        if not use.preferred or is_name(use.term, review.locale):
            continue
        if counted(use.preferred, own_text(use, review.locale), review.locale)[0] or avoided(use, review.locale):
            continue
        what = f"{quote(use.said)} is not translated as the glossary says{use.side.form}"
        todo = f"Use {listed((quote(each) for each in use.preferred), 3)}, or add this rendering to the glossary."
        yield Hit(review.place(use.side.entry), what, todo, (use.side.entry.key,))
