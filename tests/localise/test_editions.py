"""Links to editions that a language does not have."""

from dataclasses import replace

from tests.render.sample import document, said, section

from polycharter.localise.editions import without_editions
from polycharter.model.block import Listing, Paragraph
from polycharter.model.edition import Edition
from polycharter.model.inline import Link, Strong, Text
from polycharter.model.localised import LocalisedDocument

WHOLE = Link("public.html#goals", (Text("alle "), Strong((Text("doelen"),))))
SHOPS = Link("https://example.org/public.html", (Text("winkels"),))


def made() -> LocalisedDocument:
    listing = Listing(None, ((Paragraph(said("Zie ", Strong((WHOLE,)), " en ", SHOPS, ".")),),))
    return replace(document(Edition.SUMMARY), sections=(section("one", "Een", listing),))


def test_the_words_stay_and_the_link_goes_wherever_it_stands() -> None:
    (part,) = without_editions(made(), {Edition.PUBLIC}).sections
    listing = part.blocks[0]
    assert isinstance(listing, Listing)
    paragraph = listing.items[0][0]
    assert isinstance(paragraph, Paragraph)
    words = Strong((Text("alle "), Strong((Text("doelen"),))))
    assert paragraph.text.nodes == (Text("Zie "), words, Text(" en "), SHOPS, Text("."))


def test_other_links_stay_and_nothing_changes_without_need() -> None:
    assert without_editions(made(), {Edition.STAFF}) == made()
    assert without_editions(made(), ()) == made()
