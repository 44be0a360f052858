"""The header of the file names the wrong language or charset, or is missing.

Fires:   `Language: de` in the Dutch file
Passes:  `Language: nl` and `Content-Type: text/plain; charset=UTF-8`

Editors choose plural forms and spelling by these fields, and other programs decode the file by them. A country behind
the language is right too where the project names none (`sv_SE` for `sv`, as Poedit writes it).
"""

import re
from collections.abc import Iterator

from polycharter.checks._header import field_hit, header_fields, header_place
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote

CHECK = Check("header-wrong", Severity.ERROR, Certainty.CERTAIN, "header")

_CHARSET = re.compile(r"text/plain\s*;\s*charset=utf-?8", re.IGNORECASE)
_CONTENT_TYPE = "Content-Type: text/plain; charset=UTF-8"


def find(review: Review) -> Iterator[Hit]:
    """A hit for each field that is wrong, one where there is no header."""
    at = header_place(review.catalogue)
    if review.catalogue.header is None and not review.catalogue.entries:
        return
    if review.catalogue.header is None:
        yield Hit(at, "the file has no header", "Run polycharter update; it writes one at the top of the file.")
        return
    fields = header_fields(review.catalogue)
    language = fields.get("language")
    if language is None or not language.value:
        yield Hit(
            language.place if language else at,
            "the header names no language",
            f"Write “Language: {review.language}”."
            if review.language
            else "Write the one of the translations: “Language: …”.",
        )
    elif not _is_same(language.value, review.language):
        what = f"the header says that the language is {quote(language.value)}, not “{review.language}”"
        todo = f"Write “Language: {review.language}”, or move the file to its language."
        yield field_hit(review.catalogue, language, what, todo)
    content = fields.get("content-type")
    if content is None:
        yield Hit(at, "the header names no charset", f"Write “{_CONTENT_TYPE}”.")
    elif not _CHARSET.fullmatch(content.value):
        what = f"the header's Content-Type is {quote(content.value)}"
        yield field_hit(review.catalogue, content, what, f"Write “{_CONTENT_TYPE}”.")
    for field in fields.values():
        if field.again:
            what = f"the header has two fields {quote(field.name)} that say different things"
            yield Hit(field.place, what, "Keep the right one and remove the other.")


def _is_same(value: str, language: str) -> bool:
    """Whether a field names the language, or the language with a country where only the language is asked for."""
    return value == language or ("_" not in language and re.fullmatch(f"{language}_[A-Z]{{2}}", value) is not None)
