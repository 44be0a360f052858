"""Cases of checks: `.po` files with directives in their first lines.

`# expect: N` how many hits the check must give; `# locale: nl` whose catalogue it is; `# source: sv` the language it is
translated from (else English); `# says: text` what one of the hits must say; `# marks: LINE:COLUMN text` what one of
them marks in the file; `# glossary: one, two` words that the glossary wants in it, `project` for the glossary of this
project; `# term: text` the word of the source that they render, `# avoid: one, two` what it says to avoid; `# header:
none` to leave the file without a header (else one that is right is put at the end, so that no line moves). The template
is made of the case's own entries; an entry with the comment `# not in the file` stands in the template only, one with
`# not in the template` in the catalogue only. A comment `# in sv: text` is what the Swedish file has for the entry.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from polycharter import cldr
from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.glossary import Term
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.model.review import Review
from polycharter.source.glossary import read_glossary

CASES = Path(__file__).parent / "cases"
GAPS = Path(__file__).parent / "gaps"
"""Cases that polycharter gets wrong, known and not mended yet; `# because: …` in each says what makes it hard."""
_DIRECTIVE = re.compile(r"^# (expect|locale|source|says|marks|header|glossary|term|avoid|because): (.*)$", re.MULTILINE)

_SIBLING = re.compile(r"^in ([\w-]+): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case file, read; `lines` are those of the file."""

    check: str
    expect: int
    says: str
    marks: str
    review: Review
    lines: tuple[str, ...]


def case_files(folder: Path = CASES) -> list[Path]:
    """All cases in the order of their names."""
    return sorted(folder.glob("*/*.po"))


def read_case(path: Path) -> Case:
    """The case in a file; fails where it expects nothing, or where its name promises something else."""
    text = path.read_text("utf-8")
    says: dict[str, str] = dict(_DIRECTIVE.findall(text.split("\n\n")[0]))
    assert "expect" in says, f"{path} says nothing about what it expects"
    assert path.name.startswith("fires-" if int(says["expect"]) else "silent-"), f"{path}: its name says otherwise"
    with_header = 'msgid ""\nmsgstr' in text or says.get("header") == "none"
    catalogue = read_po((text if with_header else text + _good_header(says["locale"])).encode("utf-8"), path.name)
    review = review_of(
        replace(catalogue, entries=_without(catalogue.entries, "not in the file")),
        _without(catalogue.entries, "not in the template"),
        says["locale"],
        says.get("source", "en"),
    )
    words = tuple(filter(None, says.get("glossary", "").split(", ")))
    language = says["locale"].partition("-")[0]
    avoid = tuple(filter(None, says.get("avoid", "").split(", ")))
    term = Term("term", (says.get("term", "term"),), {language: words}, {language: avoid}, "", Place("glossary.csv", 1))
    glossary = read_glossary(CASES.parents[2]) if words == ("project",) else (term,) if words else ()
    review = replace(review, siblings=_siblings(catalogue), glossary=glossary)
    return Case(
        path.parent.name,
        int(says["expect"]),
        says.get("says", ""),
        says.get("marks", ""),
        review,
        tuple(text.split("\n")),
    )


def _siblings(catalogue: Catalogue) -> dict[str, Catalogue]:
    """The catalogues of other locales, of what the comments on the entries say."""
    found: dict[str, list[Entry]] = {}
    for entry in catalogue.entries:
        for locale, text in _SIBLING.findall("\n".join(entry.translator_comments)):
            found.setdefault(locale, []).append(replace(entry, targets=(text,)))
    return {locale: Catalogue(tuple(entries), path=f"{locale}.po") for locale, entries in found.items()}


def review_of(catalogue: Catalogue, wanted: tuple[Entry, ...], locale: str = "nl", source: str = "en") -> Review:
    """A catalogue beside the template of these entries."""
    template = Catalogue(tuple(as_wanted(entry) for entry in wanted if not entry.obsolete))
    return Review(locale, "charter", source, catalogue, template, cldr.plural_forms(locale), posix_locale(locale))


def as_wanted(entry: Entry) -> Entry:
    """The template's side of an entry."""
    return Entry(
        entry.id, ("",), entry.plural, entry.context, flags=entry.flags, extracted_comments=entry.extracted_comments
    )


def good_header(locale: str) -> Entry:
    """A header that no check has anything against."""
    return Entry("", ("".join(f"{name}: {value}\n" for name, value in _fields(locale).items()),))


def _fields(locale: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Alvena 3.0",
        "PO-Revision-Date": "2026-11-21 14:05+0000",
        "Last-Translator": "Editor <one@example.org>",
        "Language-Team": "Alvena <service@example.org>",
        "Language": posix_locale(locale),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": cldr.plural_forms(locale),
    }


def _good_header(locale: str) -> str:
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in _fields(locale).items())
    return f'\nmsgid ""\nmsgstr ""\n{lines}'


def _without(entries: tuple[Entry, ...], comment: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if comment not in entry.translator_comments)
