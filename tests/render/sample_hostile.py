"""The sample document with one string in every slot that data can reach."""

from dataclasses import replace

from tests.render.sample import ALTERNATES, document, said, words

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
    Story,
    Table,
)
from polycharter.model.inline import Code, Emphasis, Foreign, Link, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State


def hostile(attack: str) -> LocalisedDocument:
    """The document with `attack` wherever a translation, a value or a name stands; ids and links are the owner's."""

    def bad(locale: str = "nl") -> LocalisedText:
        value, foreign = Value("name", attack), Foreign("en", (Text(attack), Code(attack)))
        link = Link("#introduction", (Text(attack), Strong((Text(attack),))))
        return said(attack, Emphasis((Text(attack),)), Code(attack), value, link, foreign, locale=locale)

    record = Record("one", bad(), (Field("phone", bad(), bad(), attack), Field("other", bad("en"), bad("en"), attack)))
    content: tuple[Block[LocalisedText], ...] = (
        Heading(2, "two", bad()),
        Paragraph(bad("en")),
        Listing(None, ((Paragraph(bad()),),)),
        Listing(1, ((Paragraph(bad("en")),),)),
        Quote((Paragraph(bad()),)),
        Table((bad(), bad("en")), ((bad("en"), bad()),), ("left", "")),
        Story("one", (Heading(3, "three", bad()), Paragraph(bad()))),
        *(
            Records(kind, bad(), (replace(record, id=kind),), bad())
            for kind in ("commitments", "contacts", "interruptions", "agreements", "review")
        ),
        Records("nothing", bad(), (), bad()),
        LogSheet(bad(), (bad(), bad("en")), 2),
    )
    sections = (LocalisedSection("introduction", Heading(1, "introduction", bad()), content, State.TRANSLATED),)
    return replace(
        document(),
        organisation=attack,
        title=bad(),
        version=attack,
        supersedes=attack,
        effective_from=attack,
        sections=sections,
        words=dict.fromkeys(words(), bad()),
        alternates=tuple(replace(one, name=attack) for one in ALTERNATES),
    )
