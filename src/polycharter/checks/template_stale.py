"""The template file is not what the charter holds now, so translators would work on an old text.

Fires:   a sentence of the charter was changed, and `polycharter extract` was not run
Passes:  only the value of a fact was changed: the messages are the same

Compared are the messages, their plurals and their flags; not comments, references or the order.
"""

from collections.abc import Iterator

from polycharter.model.catalogue import Catalogue
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.place import Place
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("template-stale", Severity.ERROR, Certainty.CERTAIN, "completeness")

_TODO = "Run polycharter extract, then polycharter update."


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each template file that differs."""
    for domain, fresh in review.templates.items():
        committed = review.committed.get(domain)
        if committed is None:
            path = fresh.path or f"{domain}.pot"
            yield Hit(Place(path), "there is no such template file", _TODO)
        else:
            yield from _differences(fresh, committed)


def _differences(fresh: Catalogue, committed: Catalogue) -> Iterator[Hit]:
    now, before = fresh.live(), committed.live()
    added = [entry for key, entry in now.items() if key not in before]
    removed = [entry for key, entry in before.items() if key not in now]
    changed = [
        before[key]
        for key, entry in now.items()
        if key in before and (entry.plural != before[key].plural or set(entry.flags) != set(before[key].flags))
    ]
    first = next(iter((*added, *changed, *removed)), None)
    if first is None:
        return
    counts = ((len(added), "new"), (len(changed), "changed"), (len(removed), "no longer there"))
    how = ", ".join(f"{count} {word}" for count, word in counts if count)
    line = 0 if first in added else first.line
    what = f"the template is not current ({how}), the first is {quote(first.id)}"
    yield Hit(Place(committed.path or fresh.path, line), what, _TODO, (first.key,))
