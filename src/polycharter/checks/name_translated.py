"""A name of the source is missing from the translation, so it was translated or lost.

Fires:   `Alvena sells food` translated as `Onze winkel verkoopt voeding`
Passes:  `Alvena’s shops` translated as `de winkels van Alvena`

Names are the organisation, the charter's facts of the type name, and the words that the glossary gives in the same form
for the locale. Endings may follow them.
"""

import re
from collections.abc import Iterator

from polycharter.checks._sides import sides
from polycharter.checks._terms import is_name, plain
from polycharter.model.check import Check
from polycharter.model.facts import Name
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote

CHECK = Check("name-translated", Severity.WARNING, Certainty.LIKELY, "terms")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each name of each text."""
    names = sorted(_names(review), key=len, reverse=True)
    if not names:
        return
    finder = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for side in sides(review):
        target = ""
        for name in sorted(set(finder.findall(plain(side.source)))):
            target = target or plain(side.target)
            if not re.search(rf"(?<!\w){re.escape(name)}", target):
                what = f"the name {quote(name)} of the source is missing{side.form}"
                yield Hit(
                    review.place(side.entry),
                    what,
                    "Write it as in the source; a name is not translated.",
                    (side.entry.key,),
                )


def _names(review: Review) -> set[str]:
    names = {term.source[0] for term in review.glossary if is_name(term, review.locale)}
    if review.charter is not None:
        names.add(review.charter.organisation)
        names |= {fact.value.text for fact in review.charter.facts.values() if isinstance(fact.value, Name)}
    return {name.replace("’", "'") for name in names if name}
