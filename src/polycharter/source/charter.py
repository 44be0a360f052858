"""The whole charter, read and checked: every mistake in it is reported at once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from polycharter.model.block import Block, Heading, Listing, Quote, Scoped, Story
from polycharter.model.catalogue import WRAPS
from polycharter.model.charter import Charter, Expiring, LocaleLayer, Section
from polycharter.model.content import Content, FactUse, Word
from polycharter.model.coverage import Incomplete
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError, Mistake
from polycharter.model.facts import Date, Fact, Term
from polycharter.model.inline import Link
from polycharter.model.locale import is_locale
from polycharter.model.message import Message
from polycharter.model.place import Place
from polycharter.model.walk import messages, messages_in
from polycharter.source.checks import read_check_settings
from polycharter.source.facts import read_facts, read_units
from polycharter.source.files import read_text
from polycharter.source.layer import read_layer
from polycharter.source.markdown import read_section
from polycharter.source.records import Data, RecordReader
from polycharter.source.references import fact_name
from polycharter.source.table import Table
from polycharter.source.toml_file import read_toml
from polycharter.source.words import read_words
from polycharter.text.inline import has_image, parse_inline, walk
from polycharter.text.placeholders import malformed, names
from polycharter.text.quote import nearest

CHARTER_FILE = "charter.toml"
SECTION_FOLDER = "charter"

_IMAGE_TODO = "Take it out, or take the ! away and link to the picture; a logo goes into a template of your own."


def section_files(root: Path) -> tuple[str, ...]:
    """The Markdown files of the charter in their order, relative to `root`."""
    return tuple(f"{SECTION_FOLDER}/{file.name}" for file in sorted((root / SECTION_FOLDER).glob("[!.]*.md")))


def read_charter(root: Path, template_folders: Sequence[Path]) -> Charter:
    """The charter of the project in `root`; `template_folders` are where the interface words are, the first wins.

    Raises CharterError with every mistake that was found.
    """
    mistakes: list[Mistake] = []
    file = read_toml(root, CHARTER_FILE)
    table = Table(file, (), file.data, mistakes)
    units = read_units(table.table("units"))
    facts = read_facts(table.table("facts"), units)
    data = RecordReader(table, facts).read()
    head, site, publish = table.table("charter"), table.table("site"), table.table("publish")
    locales = _locales(head)
    sections = tuple(read_section(read_text(root, path), path, data, mistakes)[0] for path in section_files(root))
    if not sections:
        mistakes.append(Mistake(Place(SECTION_FOLDER), "has no section", "Write charter/01-introduction.md."))
    limits = _limits(data)
    layers = {
        locale: read_layer(root, locale, facts, limits, data, mistakes) for locale in (*locales, head.text("source"))
    }
    charter = Charter(
        organisation=head.text("organisation"),
        title=Message(head.text("title"), "title of the charter", head.place("title"), note=head.text("note", "")),
        source=head.text("source"),
        locales=locales,
        version=head.text("version"),
        supersedes=head.text("supersedes", ""),
        effective_from=fact_name(head, "effective_from", facts, Date),
        valid_until=fact_name(head, "valid_until", facts, Date, default=""),
        facts=facts,
        units=units,
        terms={name: _term(fact) for name, fact in facts.items() if isinstance(fact.value, Term)},
        sections=sections,
        words=read_words(template_folders, mistakes),
        layers=layers,
        expiring=data.expiring + _last_days(head, facts),
        address=_address(site),
        incomplete=_incomplete(publish),
        checks=read_check_settings(table.table("checks")),
        wrap=_wrap(table.table("catalogues")),
    )
    head.finish()
    site.finish()
    publish.finish()
    table.finish()
    mistakes += _reference_mistakes(charter)
    mistakes += _id_mistakes(charter.sections, charter.layers.values())
    if mistakes:
        raise CharterError(*sorted(set(mistakes), key=lambda mistake: (mistake.place, mistake.what)))
    return charter


def _wrap(catalogues: Table) -> int | None:
    name = catalogues.choice("wrap", tuple(WRAPS), "gnu")
    catalogues.finish()
    return WRAPS.get(name, WRAPS["gnu"])


def _locales(head: Table) -> tuple[str, ...]:
    source = head.text("source")
    if source and not is_locale(source):
        head.wrong("source", f"{source!r} is no language", 'Write a BCP 47 tag, such as "en" or "pt-BR".')
    locales = head.texts("locales")
    for locale in locales:
        if not is_locale(locale):
            like = locale.replace("_", "-")
            todo = f'Write "{like}".' if is_locale(like) else 'Write BCP 47 tags, such as "nl" or "pt-BR".'
            head.wrong("locales", f"{locale!r} is no language", todo)
        elif locale == source or locales.count(locale) > 1:
            why = "is the source language" if locale == source else "is there twice"
            head.wrong("locales", f"{locale!r} {why}", "List each language once, without the source's.")
    return tuple(dict.fromkeys(locale for locale in locales if is_locale(locale)))


def _address(site: Table) -> str:
    """The address of the output folder on the web, with a slash at its end; empty where there is none."""
    address = site.text("address", "")
    if address and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?", address):
        site.wrong("address", f"{address!r} is no web address", 'Write it like "https://www.example.org/charter/".')
        return ""
    return f"{address.rstrip('/')}/" if address else ""


def _incomplete(publish: Table) -> Mapping[Edition, Incomplete]:
    """What becomes of each edition where it is not complete: `hold`, unless the owner says otherwise."""
    table = publish.table("incomplete")
    chosen = {edition: table.choice(edition, tuple(Incomplete), Incomplete.HOLD) for edition in Edition}
    table.finish()
    known = set(Incomplete)
    return {edition: Incomplete(mode) if mode in known else Incomplete.HOLD for edition, mode in chosen.items()}


def _term(fact: Fact) -> Message:
    assert isinstance(fact.value, Term)
    return Message(fact.value.text, "term", fact.place, note=fact.note)


def _last_days(head: Table, facts: Mapping[str, Fact]) -> tuple[Expiring, ...]:
    fact = facts.get(fact_name(head, "valid_until", facts, Date, default=""))
    if fact and isinstance(fact.value, Date):
        return (Expiring("charter", fact.name, fact.value.value, fact.place),)
    return ()


def _limits(data: Data) -> dict[str, str]:
    """The direction of the limit of each fact that a commitment is held to; a target share is one at least."""
    found: dict[str, str] = {}
    for record in data.records["commitments"].values():
        for field in record.fields:
            if isinstance(field.value, Word):
                for _, argument in field.value.arguments:
                    if isinstance(argument, FactUse):
                        found[argument.name] = "at_most" if field.value.key == "at_most" else "at_least"
    return found


def _reference_mistakes(charter: Charter) -> Iterator[Mistake]:
    """Placeholders that are no facts, malformed braces, links to headings that do not exist."""
    anchors = set(_anchors(charter.sections))
    yield from _wrong_references(messages(charter), charter.facts, anchors)
    for layer in charter.layers.values():
        own = [addendum.section for addendum in layer.addenda]
        yield from _wrong_references(messages_in(own), charter.facts, anchors | set(_anchors(own)))


def _anchors(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for heading in _headings((section.heading, *section.blocks)):
            yield heading.id


def _wrong_references(found: Iterable[Message], facts: Mapping[str, Fact], anchors: set[str]) -> Iterator[Mistake]:
    for message in found:
        for piece in malformed(message.text):
            todo = "Write {name} for a fact, and {{ or }} for a brace."
            yield Mistake(message.place, f"the braces in “{piece.written}” are no placeholder", todo)
        for name in names(message.text):
            if name not in facts:
                todo = f"Define it in charter.toml under [facts.{name}]{_or_write(name, facts)}."
                yield Mistake(message.place, f"there is no fact {{{name}}}", todo)
        if has_image(message.text):
            yield Mistake(message.place, "an image is not part of a charter", _IMAGE_TODO)
        for node in walk(parse_inline(message.text)):
            if isinstance(node, Link) and node.href.startswith("#") and node.href[1:] not in anchors:
                yield Mistake(message.place, f"there is no heading {{{node.href}}}", "Correct the link, or the id.")


def _or_write(name: str, facts: Iterable[str]) -> str:
    meant = nearest(name, facts)
    return f", or write {{{meant}}}" if meant else ""


def _headings(blocks: Iterable[Block[Content]]) -> Iterator[Heading[Content]]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Scoped(blocks=inner) | Story(blocks=inner) | Quote(blocks=inner):
                yield from _headings(inner)
            case Listing(items=items):
                for item in items:
                    yield from _headings(item)
            case _:
                pass


def _id_mistakes(sections: Sequence[Section], layers: Iterable[LocaleLayer]) -> Iterator[Mistake]:
    """Two headings with one id; an addendum after a section that does not exist."""
    first: dict[str, Place] = {}
    for section in sections:
        yield from _new_ids(section, first)
    section_ids = {section.id for section in sections}
    for layer in layers:
        mine = dict(first)
        for addendum in layer.addenda:
            yield from _new_ids(addendum.section, mine)
            if addendum.after and addendum.after not in section_ids:
                todo = f"Choose from: {', '.join(sorted(section_ids))}."
                yield Mistake(addendum.section.place, f"there is no section {addendum.after!r}", todo)


def _new_ids(section: Section, first: dict[str, Place]) -> Iterator[Mistake]:
    for heading in _headings((section.heading, *section.blocks)):
        assert isinstance(heading.text, Message)
        if heading.id and heading.id in first:
            todo = "Give this heading an id of its own."
            yield Mistake(heading.text.place, f"the id {heading.id!r} is taken by {first[heading.id]}", todo)
        first.setdefault(heading.id, heading.text.place)
