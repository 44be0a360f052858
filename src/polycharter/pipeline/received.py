"""What a received file is: its bytes, its language and its domain, and whether it is what it says."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from polycharter.catalogue.header import header_field
from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue
from polycharter.model.charter import Charter
from polycharter.model.errors import charter_error, unreadable
from polycharter.model.finding import Finding
from polycharter.model.locale import posix_locale
from polycharter.model.message import Key
from polycharter.model.place import Place
from polycharter.model.review import Review
from polycharter.pipeline.desk import Domains, chosen
from polycharter.source.files import regular_bytes
from polycharter.text.quote import quote

_OF_LANGUAGE = ("wrong-language", "copied-from-sibling")
_MANY = 3


def read_received(file: Path) -> Catalogue:
    """The catalogue in the file, its path the file's name alone; CharterError where it cannot be read."""
    try:
        data = regular_bytes(file)
    except OSError as error:
        raise unreadable(Place(str(file)), error) from None
    return replace(read_po(data, str(file)), path=file.name)


def locale_of(charter: Charter, theirs: Catalogue, file: Path, asked: str) -> str:
    """The locale that `asked`, the header and the file's name agree on; CharterError where they name different ones.

    What says nothing, or names no language of the charter, has no voice. Where nobody else says it, the folders do.
    """
    known = charter.locales
    place = Place(str(file), theirs.header.target_line if theirs.header else 0)
    todo = f"Say which language it is: --locale, one of {', '.join(known)}."
    language = header_field(theirs.header, "Language") or ""
    voices = {
        "--locale": chosen(charter, (asked,)) if asked else (),
        "the header": _matching(known, language) if language else (),
        "the file’s name": _named(known, file.stem),
    }
    if language and not voices["the header"] and not asked:
        raise charter_error(place, f"the charter has no language {quote(language)}, as the header says", todo)
    voices = {who: locales for who, locales in voices.items() if locales}
    common = [locale for locale in known if all(locale in locales for locales in voices.values())]
    if not voices:
        folders = (_named(known, folder.name) for folder in list(file.resolve().parents)[:2])
        common = list(next(filter(None, folders), ()))
    if len(common) == 1:
        return common[0]
    if len(voices) > 1 and not common:
        what = ", ".join(f"{who} says {' or '.join(locales)}" for who, locales in voices.items())
        change = "the Language field of the header, the name of the file or --locale"
        raise charter_error(place, what, f"Look which language it is in, then correct {change}.")
    if common:
        raise charter_error(place, f"it may be {' or '.join(common)}", todo)
    raise charter_error(Place(str(file)), "neither its header nor its name says which language it is in", todo)


def _matching(known: Sequence[str], written: str) -> tuple[str, ...]:
    """The locale that is written so, in whatever form; else those of its language, whatever their region."""
    plain = written.replace("_", "-").lower()
    for locale in known:
        if plain in (locale.lower(), posix_locale(locale).replace("_", "-").lower()):
            return (locale,)
    return tuple(locale for locale in known if re.split("[-@.]", plain)[0] == locale.split("-")[0])


def _named(known: Sequence[str], name: str) -> tuple[str, ...]:
    """The locales that a file name has as words of their own (`charter-nl`, `charter.pt_BR`), not `pt` in `pt_BR`."""
    found: dict[str, str] = {}
    for locale in known:
        forms = "|".join(re.escape(form) for form in {locale, posix_locale(locale)})
        if match := re.search(rf"(?<![a-z])(?:{forms})(?![a-z])", name, re.IGNORECASE):
            found[locale] = match[0]
    return tuple(
        locale for locale, text in found.items() if not any(text != other and text in other for other in found.values())
    )


def strangers(review: Review, new: Collection[Key], found: Mapping[Key, Collection[Finding]]) -> str:
    """In words, that most of what is new is of another language; empty where it is not.

    Three texts or more have to be reported for their language. Then those count too that are too short for a verdict
    but are another locale's, letter by letter.
    """
    reported = {key for key in new if any(finding.check in _OF_LANGUAGE for finding in found.get(key, ()))}
    if len(reported) < _MANY:
        return ""
    entries = {entry.key: entry for entry in review.catalogue.entries}
    copies = {
        locale: {
            key
            for key, other in catalogue.live().items()
            if key in new and other.translated and other.targets == entries[key].targets and key[1] not in other.targets
        }
        for locale, catalogue in review.siblings.items()
        if locale.partition("-")[0] != review.locale.partition("-")[0]
    }
    nearest = max(copies, key=lambda locale: len(copies[locale]), default="")
    foreign = reported | copies.get(nearest, set())
    if 2 * len(foreign) <= len(new):
        return ""
    what = f"{len(foreign):,} of the {len(new):,} translations that are new in it are in another language than"
    what += f" {review.locale}"
    return f"{what}, {len(copies[nearest]):,} of them those of {nearest}" if copies.get(nearest) else what


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
