"""What a received file is: its bytes, its language and its domain."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from polycharter.catalogue.header import header_field
from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue
from polycharter.model.charter import Charter
from polycharter.model.errors import charter_error, unreadable
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.pipeline.desk import Domains, chosen
from polycharter.text.quote import quote


def read_received(file: Path) -> Catalogue:
    """The catalogue in the file, its path the file's name alone; CharterError where it cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise unreadable(Place(str(file)), error) from None
    return replace(read_po(data, str(file)), path=file.name)


def locale_of(charter: Charter, theirs: Catalogue, file: Path, asked: str) -> str:
    """The locale: what was asked for, else what the header says, else what the file or its folders are called."""
    if asked:
        return chosen(charter, (asked,))[0]
    known = charter.locales
    todo = f"Say which language it is: --locale, one of {', '.join(known)}."
    language = header_field(theirs.header, "Language") or ""
    if language:
        found = _matching(known, language)
        if found is None:
            place = Place(str(file), theirs.header.target_line if theirs.header else 0)
            raise charter_error(place, f"the charter has no language {quote(language)}, as the header says", todo)
        return found
    for name in (file.stem, *(folder.name for folder in list(file.resolve().parents)[:2])):
        names = [locale for locale in known if _is_in(name, locale)]
        if names:
            return max(names, key=len)
    raise charter_error(Place(str(file)), "neither its header nor its name says which language it is in", todo)


def _matching(known: Sequence[str], written: str) -> str | None:
    """The locale that is written so, in whatever form; without its region if only one locale has the language."""
    plain = written.replace("_", "-").lower()
    for locale in known:
        if plain in (locale.lower(), posix_locale(locale).replace("_", "-").lower()):
            return locale
    near = [locale for locale in known if re.split("[-@.]", plain)[0] == locale.split("-")[0]]
    return near[0] if len(near) == 1 else None


def _is_in(name: str, locale: str) -> bool:
    """Whether a file name has the locale as a word of its own (`charter-nl`, `charter.pt_BR`)."""
    forms = "|".join(re.escape(form) for form in {locale, posix_locale(locale)})
    return re.search(rf"(?<![a-z])(?:{forms})(?![a-z])", name, re.IGNORECASE) is not None


def domain_of(templates: Domains, catalogues: Domains, theirs: Catalogue, file: Path) -> str:
    """The domain that most entries belong to, by the templates or by what the catalogues had before."""
    live = set(theirs.live())
    scores: dict[str, int] = {}
    for domain, template in templates.items():
        known = {entry.key for side in (template, catalogues[domain]) for entry in side.entries}
        scores[domain] = len(live & known)
    best = max(scores, key=lambda domain: (scores[domain], domain in file.name))
    if not scores[best] and best not in file.name:
        what = f"none of its {len(live):,} messages belongs to the charter or its interface"
        raise charter_error(Place(str(file)), what, "Look whether it is the right file, and in the right project.")
    return best
