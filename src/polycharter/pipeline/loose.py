"""Gettext files on their own, without a charter project: each is checked against its own messages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polycharter import cldr
from polycharter.catalogue.header import header_field
from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.check import CheckSettings
from polycharter.model.errors import CharterError, Mistake, unreadable
from polycharter.model.finding import Finding, NotChecked
from polycharter.model.locale import bcp47, posix_locale
from polycharter.model.place import Place
from polycharter.model.review import Review
from polycharter.pipeline.inspection import inspect
from polycharter.pipeline.judge import Judged, sorted_out
from polycharter.source.files import regular_bytes

UNKNOWN = "und"
"""The locale of a file that does not say what it is (BCP 47)."""

_PARTS = re.compile(r"[.\-]")


@dataclass(frozen=True, slots=True)
class Loose:
    """One file: its catalogue, what its header says of its language, the locale, and its name without that."""

    catalogue: Catalogue
    declared: str
    locale: str
    domain: str


def judge_files(paths: Sequence[Path], settings: CheckSettings) -> Judged:
    """What the checks find in these files; those of one name in several locales are siblings.

    A file that cannot be read keeps no other from being checked; CharterError where there is no other.
    """
    files: list[Loose] = []
    mistakes: list[Mistake] = []
    for path in dict.fromkeys(paths):
        try:
            files.append(_read(path))
        except CharterError as error:
            mistakes += error.mistakes
    if not files:
        raise CharterError(*mistakes)
    found: list[Finding] = []
    left: list[NotChecked] = []
    for its in inspect([_review(file, _siblings(file, files)) for file in files], settings):
        found += its.findings
        left += its.not_checked
    return replace(sorted_out(found, left), damaged=tuple(mistakes))


def _read(path: Path) -> Loose:
    name = path.as_posix()
    try:
        data = regular_bytes(path)
    except OSError as error:
        raise unreadable(Place(name), error) from None
    catalogue = read_po(data, name)
    declared = (header_field(catalogue.header, "Language") or "") if catalogue.header else ""
    from_name, domain = _from_name(path)
    locale = _known(bcp47(declared)) or from_name or UNKNOWN
    return Loose(catalogue, declared, locale, domain)


def _known(locale: str) -> str:
    """The locale where CLDR knows it; its language where it knows that."""
    if not locale:
        return ""
    return next((tag for tag in (locale, locale.partition("-")[0]) if cldr.is_known(tag)), "")


def _from_name(path: Path) -> tuple[str, str]:
    """The locale that a path names and the rest of the file's name: `nl.po`, `app.nl.po`, `nl/LC_MESSAGES/app.po`."""
    *rest, last = _PARTS.split(path.stem)
    if locale := _known(bcp47(last)):
        return locale, ".".join(rest)
    if path.parent.name == "LC_MESSAGES":
        return _known(bcp47(path.parent.parent.name)), path.stem
    return _known(bcp47(path.parent.name)), path.stem


def _siblings(file: Loose, files: Sequence[Loose]) -> Mapping[str, Catalogue]:
    return {each.locale: each.catalogue for each in files if each.domain == file.domain and each.locale != file.locale}


def _review(file: Loose, siblings: Mapping[str, Catalogue]) -> Review:
    """The file beside a template of its own messages; the source is English unless the header says otherwise.

    The Language header is right where it names a locale at all: nobody said what the file should be.
    """
    header = file.catalogue.header
    source = _known(bcp47((header_field(header, "X-Source-Language") or "") if header else "")) or "en"
    unknown = file.locale == UNKNOWN
    return Review(
        locale=file.locale,
        domain=file.domain,
        source=source,
        catalogue=file.catalogue,
        template=Catalogue(tuple(map(_wanted, file.catalogue.live().values()))),
        plural_forms="" if unknown else cldr.plural_forms(file.locale),
        language=file.declared if _known(bcp47(file.declared)) else "" if unknown else posix_locale(file.locale),
        siblings=siblings,
    )


def _wanted(entry: Entry) -> Entry:
    """The template's side of an entry."""
    return replace(entry, targets=("",), fuzzy=False, translator_comments=(), raw=None)
