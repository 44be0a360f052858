"""A hand-built localised document that holds every kind of block, inline node and state.

The document is Dutch with a few texts missing.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from polycharter.model.block import (
    Block,
    Field,
    Heading,
    Json,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Record,
    Records,
    Story,
    Table,
)
from polycharter.model.edition import Edition
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Strong, Text, Value
from polycharter.model.localised import Alternate, LocalisedDocument, LocalisedSection, LocalisedText, State

SHIPPED = Path(__file__).parents[2] / "templates"
"""The folder of the shipped templates."""

Part = str | Inline


def said(*parts: Part, locale: str = "nl", state: State = State.TRANSLATED) -> LocalisedText:
    """Text in the document's language, or in another one."""
    return LocalisedText(tuple(Text(part) if isinstance(part, str) else part for part in parts), locale, state)


def fallback(*parts: Part) -> LocalisedText:
    """English, because the translation is missing."""
    return said(*parts, locale="en", state=State.FALLBACK)


def field(name: str, label: str, *parts: Part, raw: Json = None) -> Field[LocalisedText]:
    """One field of a record."""
    return Field(name, said(label), said(*parts), raw)


HELPLINE = Value("helpline", "020 555 01 23", "tel:+31205550123")
EMAIL = Value("email", "klantenservice@groenehoek.example.org", "mailto:klantenservice@groenehoek.example.org")
SITE = Value("site", "https://groenehoek.example.org/klachten", "https://groenehoek.example.org/klachten")
WORKING_DAYS = Value("reply_letters", "5 werkdagen")


def commitment(anchor: str, title: str, mark: str, status: str, *more: Field[LocalisedText]) -> Record[LocalisedText]:
    """A commitment with the fields that all of them have, and `more`."""
    return Record(
        anchor,
        said(title),
        (
            field("channel", "Kanaal", "per brief en per e-mail", raw=["letter", "email"]),
            field("limit", "Grens", "hoogstens ", WORKING_DAYS, raw={"value": 5, "unit": "working-day"}),
            field("target", "Doel", Value("target", "95%"), " van de gevallen", raw="95"),
            field("result", "Laatste resultaat", Value("result", "91,5%"), raw="91.5"),
            field("status", "Stand", status, raw=mark),
            *more,
            field("basis", "Grondslag", "Onze eigen belofte", raw="voluntary"),
            field("method", "Hoe wij het meten", "Wij vergelijken de datum van ontvangst en van antwoord."),
            field("period", "Meetperiode", "elk kwartaal", raw="quarter"),
            field("owner", "Verantwoordelijk", "Hoofd klantenservice"),
            field("in_force", "Geldig", "vanaf ", Value("from", "1 januari 2026")),
        ),
        (mark,),
    )


REMEDY = field(
    "remedy", "Als het ons niet lukt", "U krijgt ", Value("goodwill", "€ 25,00"), ". U hoeft er niet om te vragen."
)
COMMITMENTS: Records[LocalisedText] = Records(
    "commitments",
    said("Wat wij beloven"),
    (
        commitment("reply-letters", "Uw brief beantwoorden wij binnen vijf werkdagen.", "met", "Doel gehaald", REMEDY),
        commitment(
            "phone-greeting",
            "Wij nemen de telefoon binnen een halve minuut op en zeggen wie wij zijn.",
            "missed",
            "Doel gemist",
            field("cause", "Waarom het niet lukte", "In maart viel de telefooncentrale twee dagen uit."),
            field("action", "Wat wij eraan doen", "Er is een tweede lijn aangelegd."),
            REMEDY,
        ),
        commitment("organic", "Minstens negen van de tien producten zijn biologisch.", "partly", "Deels gehaald"),
        commitment("returns", "Een bedorven product vergoeden wij meteen.", "not-measured", "Nog niet gemeten", REMEDY),
    ),
    said("Er zijn nu geen beloften."),
)
CONTACTS: Records[LocalisedText] = Records(
    "contacts",
    said("Waar u ons bereikt"),
    (
        Record(
            "helpline",
            said("Klantenservice"),
            (
                field("matter", "Voor", "bestellingen, leveringen en klachten"),
                field("phone", "Telefoon", HELPLINE),
                field("email", "E-mail", EMAIL),
                field("website", "Website", SITE),
                field("address", "Adres", "Groene Hoek, Voorbeeldkade 12, 1018 AB Amsterdam"),
                field("hours", "Open", Value("hours", "maandag t/m vrijdag 09:00–18:00, zaterdag 10:00–16:00")),
                field("languages", "Wij spreken", "Nederlands, Engels en Vietnamees"),
            ),
        ),
        Record(
            "alarm",
            said("Als een product u ziek maakt"),
            (field("phone", "Telefoon", Value("alarm", "020 555 01 99", "tel:+31205550199")),),
            ("emergency",),
        ),
    ),
    said("Er zijn nu geen contactpunten."),
)
AGREEMENTS: Records[LocalisedText] = Records(
    "agreements",
    said("Lopende afspraken"),
    (
        Record(
            "oat-milk",
            said("Mag een klant een geopend pak havermelk terugbrengen?"),
            (
                field("ruling", "Wat wij doen", "Ja, tot ", Value("until", "31 december 2026"), ", met of zonder bon."),
                field("covers", "Voor wie", "Iedereen die het in een van onze winkels kocht"),
                field("decided_by", "Besloten door", "Hoofd winkels"),
            ),
            shown_until=date(2026, 12, 31),
        ),
    ),
    said("Er zijn nu geen afspraken."),
)
INTERRUPTIONS: Records[LocalisedText] = Records(
    "interruptions", said("Onderbrekingen"), (), said("Er is niets gepland.")
)
REVIEW: Records[LocalisedText] = Records(
    "review",
    said("Versie en herziening"),
    (
        Record(
            "review",
            said("Versie en herziening"),
            (
                field("version", "Versie", "2.1"),
                field("last_review", "Laatste herziening", Value("last_review", "3 november 2025"), raw="2025-11-03"),
                field("next_review", "Volgende herziening", Value("next_review", "2 november 2026"), raw="2026-11-02"),
                field("approved_by", "Goedgekeurd door", "De directie"),
            ),
        ),
    ),
    said("Er is geen herziening gepland."),
)
STORY: Story[LocalisedText] = Story(
    "reply-letters",
    (
        Heading(3, "story-letter", said("De brief uit Sloten")),
        Paragraph(
            said("Mevrouw De Wit schreef ons met vulpen. Sanne schreef terug: ", Emphasis((Text("met vulpen"),)), ".")
        ),
    ),
)


def blocks() -> tuple[Block[LocalisedText], ...]:
    """Prose with every kind of inline node."""
    return (
        Paragraph(
            said(
                "Wij antwoorden binnen ",
                Strong((WORKING_DAYS,)),
                ", ",
                Emphasis((Text("ook"), Text(" op een kaartje"))),
                ". Bel ",
                HELPLINE,
                " & noem code ",
                Code("A<b>1"),
                ".",
                Break(),
                "Lees ",
                Link("#contacts", (Text("waar u ons "), Strong((Text("bereikt"),)))),
                " of de ",
                Link("https://groenehoek.example.org/winkels?a=1&b=2", (Text("winkels"),)),
                "; in het Engels: ",
                Foreign("en", (Text("the customer is "), Emphasis((Text("nearly"),)), Text(" always right"))),
                ".",
            )
        ),
        Paragraph(fallback("This paragraph has not been translated: call ", HELPLINE, ".")),
        Heading(2, "conditions", said("Wat u meeneemt")),
        Listing(
            None,
            (
                (Paragraph(said("Uw bon, of de naam waarop u bestelde")),),
                (
                    Paragraph(said("Het product:")),
                    Listing(3, ((Paragraph(said("in de verpakking")),), (Paragraph(said("of ernaast")),))),
                ),
                (Paragraph(fallback("A photograph is enough")),),
            ),
        ),
        Quote((Paragraph(said("Eerlijk eten, eerlijk antwoord.")),)),
        Table(
            (said("Dienst"), said("Hoe u hem krijgt"), said("Prijs")),
            (
                (
                    said("Bezorgen"),
                    said("Bestel voor ", Value("cutoff", "17:00"), " uur"),
                    said(Value("fee", "€ 4,95")),
                ),
                (said("Een pakket samenstellen"), fallback("Ask any colleague in the shop"), said("gratis")),
            ),
            ("left", "", "right"),
        ),
    )


def section(
    anchor: str, title: str, *content: Block[LocalisedText], state: State = State.TRANSLATED
) -> LocalisedSection:
    """A section with its heading."""
    return LocalisedSection(anchor, Heading(1, anchor, said(title, state=state)), content, state)


@cache
def words() -> Mapping[str, LocalisedText]:
    """Every shipped interface word; in English, so all of them are fallbacks, but the ones a Dutch page shows most."""
    dutch = {
        "contents": "Inhoud",
        "skip_to_text": "Naar de tekst",
        "in_other_languages": "Deze pagina in andere talen",
        "edition_public": "Het hele handvest",
        "edition_summary": "In het kort",
        "edition_staff": "Handboek voor medewerkers",
        "version": "Versie",
        "effective_from": "Geldig vanaf",
        "supersedes": "Vervangt versie",
        "emergency": "In nood",
    }
    shipped = tomllib.loads((SHIPPED / "words.toml").read_text("utf-8"))
    return {key: said(dutch[key]) if key in dutch else fallback(word["text"]) for key, word in shipped.items()}


ALTERNATES = (
    Alternate("en", "English", "ltr", False),
    Alternate("nl", "Nederlands", "ltr", True),
    Alternate("vi", "Tiếng Việt", "ltr", False),
    Alternate("ca", "català", "ltr", False),
    Alternate("sv", "svenska", "ltr", False),
    Alternate("ar", "العربية", "rtl", False),
)


def document(edition: Edition = Edition.STAFF) -> LocalisedDocument:
    """The Dutch document; the summary is one paragraph, the staff edition has everything."""
    whole = (
        section("introduction", "Inleiding", *blocks()),
        section(
            "standards", "Wat u van ons mag verwachten", Paragraph(said("Elke belofte heeft een getal.")), COMMITMENTS
        ),
        section("contacts", "Contact", CONTACTS),
        section("interruptions", "Onderbrekingen", INTERRUPTIONS),
        section("locally", "Alleen in Nederland", Paragraph(said("Statiegeld.", state=State.LOCAL)), state=State.LOCAL),
        section("review", "Herziening", REVIEW),
    )
    staff = (
        section("agreements", "Afspraken", AGREEMENTS, STORY),
        section(
            "log", "Logboek", LogSheet(said("Logblad"), tuple(map(said, ("Datum", "Klant", "Afspraak", "Klaar"))), 12)
        ),
    )
    summary = (section("summary", "In het kort", Paragraph(said("Wij antwoorden binnen ", WORKING_DAYS, "."))),)
    sections = {Edition.PUBLIC: whole, Edition.STAFF: whole + staff, Edition.SUMMARY: summary}
    return LocalisedDocument(
        locale="nl",
        direction="ltr",
        edition=edition,
        organisation="Groene Hoek",
        title=said("Handvest voor onze klanten"),
        version="2.1",
        supersedes="2.0",
        effective_from="1 januari 2026",
        effective_from_iso="2026-01-01",
        sections=sections[edition],
        words=words(),
        alternates=ALTERNATES,
        source_hash="a3" * 32,
        catalogue_hash="5f" * 32,
    )
