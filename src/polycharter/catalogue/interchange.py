"""Catalogues as polib's objects, for people who script with polib."""

import polib

from polycharter.catalogue.header import header_fields
from polycharter.model.catalogue import Catalogue, Entry


def to_polib(catalogue: Catalogue) -> polib.POFile:
    """The same content as a `polib.POFile`: every entry, comment, flag, reference and previous text.

    A reference `file:12` becomes polib's pair of file and line. Lines of the header that are no fields have no
    place in polib and are left out.
    """
    file = polib.POFile(wrapwidth=78)
    if catalogue.header is not None:
        file.metadata = dict(header_fields(catalogue.header))
        file.metadata_is_fuzzy = ["fuzzy"] if catalogue.header.fuzzy else []
        file.header = "\n".join(catalogue.header.translator_comments)
    file.extend(_entry(entry) for entry in catalogue.entries)
    return file


def _entry(entry: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgid=entry.id,
        msgstr="" if entry.plural is not None else entry.targets[0],
        msgid_plural=entry.plural or "",
        msgstr_plural=dict(enumerate(entry.targets)) if entry.plural is not None else {},
        msgctxt=entry.context,
        comment="\n".join(entry.extracted_comments),
        tcomment="\n".join(entry.translator_comments),
        occurrences=[_occurrence(reference) for reference in entry.references],
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=entry.previous_id,
        previous_msgid_plural=entry.previous_plural,
        previous_msgctxt=entry.previous_context,
        obsolete=entry.obsolete,
        linenum=entry.line or None,
    )


def _occurrence(reference: str) -> tuple[str, str]:
    path, colon, line = reference.rpartition(":")
    return (path, line) if colon and line.isdecimal() else (reference, "")
