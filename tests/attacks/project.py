"""A real project with an attack in every place that a translator or a locale file reaches, and its twin without any.

Every message of the charter has a place and a number ("cell 12"). The same attacks stand in another place in each
language, so that in eight languages each has been in all eight. All checks are off: nothing keeps an attack back but
what guards the outputs themselves.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import polib

from polycharter import cldr
from polycharter.checks import modules
from polycharter.model.locale import posix_locale
from polycharter.text.flatten import plain
from polycharter.text.inline import parse_inline
from polycharter.text.placeholders import malformed, names, pieces
from tests.attacks.corpus import Attack, attacks
from tests.command import run

LOCALES = ("nl", "sv", "de", "fr", "pl", "ar", "vi", "ca")
PLACES = ("paragraph", "heading", "link", "target", "cell", "item", "record", "value")
"""Where a numbered message stands. `value` is a term or a unit with its plural forms, used in a sentence."""
PAGE = "https://www.example.org/page"
"""The one address that the charter leads to, beside its own contacts."""
NAMES = 40
"""Facts that a locale file overrides."""

Say = Callable[[Attack], str]
"""What is written in place of an attack."""

REFUSED = re.compile("[\0\x04]")
"""A catalogue with one of these is refused as a whole: no compiled catalogue can hold them."""
POSSIBLE = tuple(attack for attack in attacks() if not REFUSED.search(attack.text))
ROWS = -(-len(POSSIBLE) // len(PLACES))

_NUMBERED = re.compile(r"\b(paragraph|heading|link|target|cell|item|record|value)s? ([0-9]+)\b")
_UNPRINTED = re.compile(r"[^\u0000-\u024f\u200b-\u200f\u2010-\u203a\u2066-\u2069\ufeff]")
_HELD = {"link": "[{}](" + PAGE + ")", "target": "[here]({})"}


def write(folder: Path, say: Say, locales: Sequence[str] = LOCALES, *, checks: bool = False) -> Path:
    """The project in `folder`, every translation as `say` has it; with `checks`, those are on as usual."""
    (folder / "charter").mkdir(parents=True)
    (folder / "charter.toml").write_text(_charter(locales, checks), "utf-8")
    for name, text in _sections().items():
        (folder / "charter" / name).write_text(text, "utf-8")
    ran = run("extract", "--project", folder)
    assert ran.code == 0, ran.err
    domains = ("charter", "interface")
    templates = {domain: polib.pofile((folder / f"locales/{domain}.pot").read_text("utf-8")) for domain in domains}
    for locale in locales:
        home = folder / "locales" / posix_locale(locale)
        (home / "LC_MESSAGES").mkdir(parents=True)
        (home / "locale.toml").write_text(_overrides(locale, say), "utf-8")
        for domain, template in templates.items():
            text = "\n".join(_catalogue(locale, domain, template, say))
            (home / "LC_MESSAGES" / f"{domain}.po").write_text(text, "utf-8")
    return folder


def as_it_is(attack: Attack) -> str:
    """The attack."""
    return attack.text


def harmless(attack: Attack) -> str:
    """A word in its place, with a brace where that makes the attack void, so that both are."""
    return f"word {attack.number}{' {' if malformed(attack.text) or names(attack.text) else ''}"


def printable(attack: Attack) -> str:
    """The attack, or a word where typst's own fonts lack one of its letters: no PDF is made of such a text."""
    return harmless(attack) if _UNPRINTED.search(attack.text) else attack.text


def in_place(locale: str, place: str, row: int) -> Attack:
    """The attack that stands there."""
    shift = PLACES.index(place) + LOCALES.index(locale)
    return POSSIBLE[(row * len(PLACES) + shift % len(PLACES)) % len(POSSIBLE)]


def doubled(text: str) -> str:
    """The text with its braces written as a catalogue wants them."""
    return text.replace("{", "{{").replace("}", "}}")


def translation(locale: str, source: str, spare: Attack, say: Say) -> str:
    """What the catalogue of `locale` says for a message of the charter; `spare` is for one that has no number.

    In every other language braces are left as they are, which makes many a translation void.
    """
    found = _NUMBERED.search(source)
    if found is None:
        slots = "".join(f" {slot}" for slot in re.findall(r"\{\w+\}", source))
        return doubled(say(spare)) + slots
    place, row = found[1], int(found[2])
    said = say(in_place(locale, place, row))
    said = doubled(said) if LOCALES.index(locale) % 2 == 0 else said
    if place == "target" and say is harmless:
        return _HELD["target"].format(PAGE) + said
    return _HELD.get(place, "{}").replace("{}", said)


@cache
def shown(locale: str, place: str, row: int, say: Say = as_it_is) -> str:
    """What readers must see of the attack there, without spaces; the source's words where its translation is void."""
    source = f"[{place} {row}]({PAGE})" if place in _HELD else f"{place} {row}"
    text = translation(locale, source, POSSIBLE[0], say)
    void = bool(malformed(text) or names(text))
    if place == "value":  # a term is no Markdown, and of a unit with a void form only the number is sure
        return squeezed(text if row % 2 == 0 else "" if void else "".join(map(str, pieces(text))))
    return squeezed(plain(parse_inline(source if void else text)))


def squeezed(text: str) -> str:
    """The text without white space and without what no reader sees."""
    unseen = ("Cf", "Cc", "Cn")
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) not in unseen)


def _catalogue(locale: str, domain: str, template: polib.POFile, say: Say) -> Iterator[str]:
    """The lines of a catalogue, attacks in its header, comments and flags too."""
    spare = _spares(LOCALES.index(locale) * 160 + (80 if domain == "interface" else 0))
    plural = cldr.plural_forms(locale)
    forms = int(plural.partition("nplurals=")[2].partition(";")[0])

    def line(attack: Attack) -> str:
        return " ".join(say(attack).split()) or "-"

    head = [
        f"Project-Id-Version: {line(next(spare))}",
        f"Last-Translator: {line(next(spare))} <{line(next(spare))}>",
        f"Language-Team: {line(next(spare))}",
        f"Report-Msgid-Bugs-To: {line(next(spare))}",
        "PO-Revision-Date: 2026-01-01 12:00+0000",
        f"Language: {posix_locale(locale)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plural}",
        f"X-Generator: {line(next(spare))}",
        f"{re.sub('[^A-Za-z]', '', line(next(spare)))}-Field: {line(next(spare))}",
    ]
    yield f"# {line(next(spare))}"
    yield 'msgid ""'
    yield "msgstr " + quoted("".join(f"{field}\n" for field in head))
    for entry in template:
        yield ""
        yield f"# {line(next(spare))}"
        yield f"#. {line(next(spare))}"
        yield f"#: {line(next(spare)).replace(' ', '')}"
        if entry.msgctxt is not None:
            yield f"msgctxt {quoted(entry.msgctxt)}"
        yield f"msgid {quoted(entry.msgid)}"
        if entry.msgid_plural:
            yield f"msgid_plural {quoted(entry.msgid_plural)}"
        said = translation(locale, entry.msgid, next(spare), say)
        if entry.msgid_plural:
            yield from (f"msgstr[{form}] {quoted('{n} ' + said)}" for form in range(forms))
        else:
            yield f"msgstr {quoted(said)}"
    yield ""


def quoted(text: str) -> str:
    """The text as a string of a catalogue; control characters are escaped by number."""
    plain = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(plain.get(c) or (f"\\{ord(c):03o}" if ord(c) < 32 or ord(c) == 127 else c) for c in text) + '"'


def _spares(start: int) -> Iterator[Attack]:
    """Attacks for what has no number, one after the other from `start` on, without end."""
    while True:
        yield POSSIBLE[start % len(POSSIBLE)]
        start += 1


def override(locale: str, row: int) -> Attack:
    """The attack that the locale file of `locale` has for the name `row`."""
    return POSSIBLE[(row + LOCALES.index(locale) * NAMES * 4) % len(POSSIBLE)]


def _overrides(locale: str, say: Say) -> str:
    lines: list[str] = []
    for row in range(NAMES):
        said = say(override(locale, row))
        lines += [f"[facts.name_{row}]", f"value = {_toml(said if said.strip() else '-')}", ""]
    return "\n".join(lines)


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _charter(locales: Sequence[str], checks: bool) -> str:
    """The charter's data: facts, units and records, each message with its place and number."""
    lines = [
        "[charter]",
        'organisation = "Corner"',
        'title = "Customer charter"',
        'source = "en"',
        f"locales = {json.dumps([*locales])}",
        'version = "1.1"',
        'supersedes = "1.0"',
        'effective_from = "begins"',
        "[site]",
        'address = "https://www.example.org/charter/"',
        "[publish]",
        'incomplete = { public = "source", summary = "source", staff = "source" }',
        *(() if checks else ("[checks]", f"ignore = {json.dumps(sorted(modules()))}")),
        "[facts.begins]",
        'type = "date"',
        "value = 2026-01-01",
        "[facts.mail]",
        'type = "email"',
        'value = "service@example.org"',
        "[facts.phone]",
        'type = "phone"',
        'value = "+31 20 000 01 00"',
        "[facts.site]",
        'type = "url"',
        'value = "https://www.example.org/"',
        "[log_sheet]",
        "rows = 3",
        'columns = ["Date", "Customer", "Promise"]',
        *_values(),
        *_records(),
    ]
    return "\n".join(lines) + "\n"


def _values() -> Iterator[str]:
    """Terms, counts of units, and the names that a locale file overrides."""
    for row in range(NAMES):
        yield f'[facts.name_{row}]\ntype = "name"\nvalue = "Name {row}"\nlocal = true'
    for row in range(0, ROWS, 2):
        yield f'[facts.value_{row}]\ntype = "term"\nvalue = "value {row}"'
    for row in range(1, ROWS, 2):
        yield f'[units.unit-{row}]\none = "{{n}} value {row}"\nother = "{{n}} values {row}"'
        yield f'[facts.value_{row}]\ntype = "count"\nvalue = {row}\nunit = "unit-{row}"'


def _records() -> Iterator[str]:
    """All messages of all kinds of records, in turn, until each row has one."""
    fields = {
        "commitments": ("statement", "method", "remedy"),
        "contacts": ("role", "matter"),
        "interruptions": ("kind", "told"),
        "agreements": ("question", "ruling", "covers", "decided_by"),
    }
    rest = {
        "commitments": 'channels = ["shop"]\ntarget = 95\nbasis = "legal"\nperiod = "year"\nowner = "Owner"\n'
        "effective_from = 2026-01-01",
        "contacts": 'phone = "phone"\nemail = "mail"\nwebsite = "site"\naddress = "name_{name}"',
        "agreements": "from = 2026-01-01\nuntil = 2999-01-01",
    }
    row = 0
    while row < ROWS:
        for kind, keys in fields.items():
            yield f'[[{kind}]]\nid = "{kind}-{row}"'
            yield rest.get(kind, "").replace("{name}", str(row % NAMES))
            for key in keys:
                text = f'"record {row}"'
                yield f'{key} = {{ what = {text}, how = "automatic" }}' if key == "remedy" else f"{key} = {text}"
                row += 1


def _sections() -> dict[str, str]:
    """The charter's prose."""
    rows = range(ROWS)
    front = '+++\neditions = ["summary", "staff"]\n+++\n'
    brief = [f"{front}# In brief {{#brief}}\n", *(f"Short {row}.\n" for row in range(30))]
    texts = ["# Texts {#texts}\n"]
    for row in rows:
        texts += [f"## heading {row} {{#heading-{row}}}\n", f"paragraph {row}\n", f"- item {row}\n"]
        texts += [f"[link {row}]({PAGE})\n", f"[target {row}]({PAGE})\n"]
    cells = ["# Table {#table}\n", "| Here | There |\n|---|---|", *(f"| cell {row} | fixed |" for row in rows), ""]
    values = ["# Values {#values}\n", *(f"- {{value_{row}}}" for row in rows), ""]
    names = ["# Names {#names}\n", *(f"{{name_{row}}}\n" for row in range(NAMES))]
    kinds = ("commitments", "contacts", "interruptions", "agreements", "log-sheet")
    records = ["# Records {#records}\n", *(f"::: {kind}\n:::\n" for kind in kinds)]
    files = {"0-brief": brief, "1-texts": texts, "2-cells": cells, "3-values": values, "4-names": names}
    return {f"{name}.md": "\n".join(lines) for name, lines in {**files, "5-records": records}.items()}
