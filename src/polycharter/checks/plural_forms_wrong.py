"""The Plural-Forms field is not the plural rule of the language, so numbers would get the wrong word.

Fires:   `Plural-Forms: nplurals=2; plural=(n > 1);` in the Dutch file
Passes:  `Plural-Forms: nplurals=2; plural=n != 1;` in the Dutch file

Compared is what the rules do, for 0 to 1,000 and some large numbers, not how they are written. The language's rule
is CLDR's (chart "Language Plural Rules"); a language that it does not know is not compared.
"""

from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._header import field_hit, header_fields, header_place
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.plural import parse_plural_forms
from polycharter.text.quote import counted, shortened

CHECK = Check("plural-forms-wrong", Severity.ERROR, Certainty.CERTAIN, "header")

_TRIED = (*range(1001), 1_000_000, 1_000_001, 1_000_002, 1_000_005)


def find(review: Review) -> Iterator[Hit]:
    """At most one hit, at the field."""
    if review.catalogue.header is None:
        return
    field = header_fields(review.catalogue).get("plural-forms")
    right = review.plural_forms
    needed = bool(right) or any(entry.plural is not None for entry in review.template.entries)
    todo = f"Write “Plural-Forms: {right}”." if right else "Look up the language in the GNU gettext manual."
    if field is None:
        if needed:
            yield Hit(header_place(review.catalogue), "the header has no Plural-Forms", todo)
        return
    difference = compare(field.value, right)
    if difference:
        yield field_hit(review.catalogue, field, difference, todo)


@lru_cache(maxsize=256)
def compare(value: str, right: str) -> str:
    """How a Plural-Forms value differs from the right one, in words; empty where it does the same.

    >>> compare("nplurals=2; plural=(n>1);", "nplurals=2; plural=(n != 1);")
    'with this plural rule the number 0 gets msgstr[0]; in the language it has to get msgstr[1]'
    """
    try:
        rule = parse_plural_forms(value)
    except ValueError as error:
        return f"the plural rule cannot be used: {shortened(str(error), 120)}"
    if not right:
        return ""
    wanted = parse_plural_forms(right)
    if rule.nplurals != wanted.nplurals:
        return f"the header counts {counted(rule.nplurals, 'plural form')}, the language has {wanted.nplurals}"
    for n in _TRIED:
        if rule(n) != wanted(n):
            found = f"with this plural rule the number {n:,} gets msgstr[{rule(n)}]"
            return f"{found}; in the language it has to get msgstr[{wanted(n)}]"
    return ""
