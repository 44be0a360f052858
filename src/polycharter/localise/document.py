"""The charter's tree, localised block by block for one edition."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from polycharter import cldr
from polycharter.localise.texts import Localiser
from polycharter.model.block import (
    Block,
    Field,
    Heading,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Record,
    Records,
    Scoped,
    Story,
    Table,
)
from polycharter.model.charter import Charter, Section
from polycharter.model.compiled import Compiled
from polycharter.model.content import Content, FactUse, Literal
from polycharter.model.edition import Edition
from polycharter.model.facts import Date, Name
from polycharter.model.localised import Alternate, LocalisedDocument, LocalisedSection, LocalisedText
from polycharter.model.message import Message
from polycharter.text.placeholders import names

Say = Callable[[Content], LocalisedText]


@dataclass(frozen=True, slots=True)
class Request:
    """What to make: one edition in one locale, on one day.

    `today` decides which records are still shown. `alternates` are the locales in which the edition is published.
    """

    locale: str
    edition: Edition
    today: datetime.date
    alternates: tuple[str, ...]
    source_hash: str
    catalogue_hash: str


def localise(charter: Charter, prose: Compiled, interface: Compiled, request: Request) -> LocalisedDocument:
    """The edition in the locale. A message without translation is in the source's words and marked as fallback."""
    localiser = Localiser(charter, request.locale, prose, interface, charter.facts_in(request.locale))
    effective = localiser.facts[charter.effective_from].value
    assert isinstance(effective, Date)
    arguments = {
        "organisation": localiser.content(Literal(Name(charter.organisation))),
        "version": localiser.content(Literal(Name(charter.version))),
        "supersedes": localiser.content(Literal(Name(charter.supersedes))),
        "date": localiser.content(FactUse(charter.effective_from)),
    }
    return LocalisedDocument(
        locale=request.locale,
        direction=cldr.direction(request.locale),
        edition=request.edition,
        organisation=charter.organisation,
        title=localiser.message(charter.title),
        version=charter.version,
        supersedes=charter.supersedes,
        effective_from=cldr.format_value(effective, request.locale),
        effective_from_iso=effective.value.isoformat(),
        sections=tuple(_sections(charter, localiser, request)),
        words=_words(localiser, arguments),
        alternates=tuple(_alternate(locale, request.locale) for locale in request.alternates),
        source_hash=request.source_hash,
        catalogue_hash=request.catalogue_hash,
    )


def _words(localiser: Localiser, arguments: Mapping[str, LocalisedText]) -> Mapping[str, LocalisedText]:
    """The interface words that need nothing but the document's own values."""
    return {
        key: localiser.word(key, arguments)
        for key, message in localiser.charter.words.items()
        if set(names(message.text)) <= set(arguments)
    }


def _alternate(locale: str, current: str) -> Alternate:
    return Alternate(locale, cldr.native_name(locale), cldr.direction(locale), locale == current)


def _sections(charter: Charter, localiser: Localiser, request: Request) -> Iterator[LocalisedSection]:
    layer = charter.layers.get(request.locale)
    for section in charter.sections:
        if request.edition in section.editions:
            yield _section(section, localiser.content, localiser, request)
        for addendum in layer.addenda if layer else ():
            if addendum.after == section.id and request.edition in addendum.section.editions:
                yield _section(addendum.section, _in_own_words(localiser), localiser, request)


def _in_own_words(localiser: Localiser) -> Say:
    """How an addendum is said: its messages stand as they are, interface words and facts as everywhere."""
    return lambda content: localiser.local(content) if isinstance(content, Message) else localiser.content(content)


def _section(section: Section, say: Say, localiser: Localiser, request: Request) -> LocalisedSection:
    writer = _Writer(say, localiser, request)
    heading = Heading(section.heading.level, section.heading.id, say(section.heading.text))
    return LocalisedSection(section.id, heading, tuple(writer.blocks(section.blocks)), heading.text.state)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Maps blocks of content to blocks of localised text."""

    say: Say
    localiser: Localiser
    request: Request

    def blocks(self, blocks: Iterable[Block[Content]]) -> Iterator[Block[LocalisedText]]:
        """The blocks that the edition's readers get, scopes opened or left out."""
        say = self.say
        for block in blocks:
            match block:
                case Scoped(editions, inner):
                    if self.request.edition in editions:
                        yield from self.blocks(inner)
                case Heading(level, id, text):
                    yield Heading(level, id, say(text))
                case Paragraph(text):
                    yield Paragraph(say(text))
                case Listing(start, items):
                    yield Listing(start, tuple(tuple(self.blocks(item)) for item in items))
                case Quote(inner):
                    yield Quote(tuple(self.blocks(inner)))
                case Story(commitment, inner):
                    yield Story(commitment, tuple(self.blocks(inner)))
                case Table(header, rows, aligns):
                    cells = tuple(tuple(say(cell) for cell in row) for row in rows)
                    yield Table(tuple(say(cell) for cell in header), cells, aligns)
                case LogSheet(caption, columns, count):
                    yield LogSheet(say(caption), tuple(say(column) for column in columns), count)
                case Records(kind, caption, records, none):
                    shown = tuple(self._record(record) for record in records if self._is_shown(record))
                    yield Records(kind, say(caption), shown, say(none))

    def _is_shown(self, record: Record[Content]) -> bool:
        return record.shown_until is None or record.shown_until >= self.request.today

    def _record(self, record: Record[Content]) -> Record[LocalisedText]:
        fields = tuple(
            Field(field.name, self.say(field.label), self.say(field.value), self.localiser.raw(field.value))
            for field in record.fields
            if self.request.edition in field.editions
        )
        return Record(record.id, self.say(record.title), fields, record.marks, record.shown_until)
