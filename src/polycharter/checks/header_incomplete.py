"""A field of the header is missing, or still holds the text of an empty form.

Fires:   `Last-Translator: FULL NAME <EMAIL@ADDRESS>`
Passes:  `Last-Translator: Proofreader <desk@example.org>`

The fields are those of the GNU gettext manual, "Filling in the Header Entry". Who asks about a translation later
needs to know who made it, and when.
"""

import datetime
import re
from collections.abc import Iterator

from polycharter.checks._header import Field, header_fields, header_place
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote

CHECK = Check("header-incomplete", Severity.WARNING, Certainty.CERTAIN, "header")

_WANTED = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "MIME-Version",
    "Content-Transfer-Encoding",
)
_BOILERPLATE = re.compile(
    r"\bPACKAGE\b|\bVERSION\b|FULL NAME|EMAIL@ADDRESS|LL@li\.org|YEAR-MO-DA|HO:MI|\bCHARSET\b|\bENCODING\b"
)
_DATES = ("po-revision-date", "pot-creation-date")
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?) (\d\d?):(\d\d)(?::\d\d)?\s?[+-]\d{4}", re.ASCII)


def find(review: Review) -> Iterator[Hit]:
    """One hit for all fields that are missing, one for each that holds boilerplate or no date."""
    if review.catalogue.header is None:
        return
    fields = header_fields(review.catalogue)
    missing = [name for name in _WANTED if name.lower() not in fields or not fields[name.lower()].value]
    if missing:
        what = f"the header lacks {listed(missing, len(missing))}"
        yield Hit(header_place(review.catalogue), what, "Fill in each field on a line of its own, as “Name: value”.")
    for field in fields.values():
        if field.name.lower() == "plural-forms":
            continue
        if _BOILERPLATE.search(field.value):
            what = f"the field {field.name} still says {quote(field.value)}"
            yield Hit(field.place, what, "Replace it with the real value.")
        elif field.name.lower() in _DATES and field.value and not _is_date(field):
            what = f"the field {field.name} is no date: {quote(field.value)}"
            yield Hit(field.place, what, "Write it as in “2026-01-31 14:30+0100”.")


def _is_date(field: Field) -> bool:
    match = _DATE.fullmatch(field.value)
    if match is None:
        return False
    try:
        year, month, day, hour, minute = map(int, match.groups())
        datetime.datetime(year, month, day, hour, minute, tzinfo=datetime.UTC)
    except ValueError:
        return False
    return True
