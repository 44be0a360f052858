"""The snippet: one element that keeps its promises in somebody else's page."""

from dataclasses import replace

import pytest
from tests.render.sample import SHIPPED, document, fallback, said, section
from tests.render.test_html import Page

from polycharter.model.block import Paragraph
from polycharter.model.edition import Edition
from polycharter.model.inline import Link, Text
from polycharter.model.localised import LocalisedDocument
from polycharter.render.snippet import applies, render


def summary(*parts: str | Link) -> LocalisedDocument:
    whole = section("summary", "In het kort", Paragraph(said(*parts)))
    return replace(document(Edition.SUMMARY), sections=(whole,))


def test_it_is_one_element_with_stable_ids_language_and_provenance() -> None:
    read = Page(render(summary("Kort."), [SHIPPED]))
    tag, attrs = read.elements[0]
    assert (tag, attrs["id"], attrs["class"]) == ("section", "charter-summary", "charter-summary")
    assert (attrs["lang"], attrs["dir"]) == ("nl", "ltr")
    assert (attrs["data-version"], attrs["data-effective-from"]) == ("2.1", "2026-01-01")
    assert (attrs["data-source-hash"], attrs["data-catalogue-hash"]) == ("a3" * 32, "5f" * 32)
    assert [tag for tag, _ in read.elements] == ["section", "h2", "div", "p"]
    assert not read.values("style")


@pytest.mark.parametrize(
    ("address", "href", "expected"),
    [
        ("https://example.org/c/", "public.html", "https://example.org/c/nl/public.html"),
        ("https://example.org/c/", "public.html#goals", "https://example.org/c/nl/public.html#goals"),
        ("https://example.org/c/", "#goals", "https://example.org/c/nl/public.html#goals"),
        ("https://example.org/c/", "tel:+31205550123", "tel:+31205550123"),
        ("", "https://example.org/shops", "https://example.org/shops"),
        ("", "public.html", None),
        ("", "#goals", None),
    ],
)
def test_links_lead_to_the_published_charter_or_nowhere(address: str, href: str, expected: str | None) -> None:
    made = replace(summary("Lees ", Link(href, (Text("alles"),)), "."), address=address)
    read = Page(render(made, [SHIPPED]))
    assert read.values("href") == ([expected] if expected else [])
    assert "alles" in read.text()


def test_only_a_summary_that_is_wholly_translated_becomes_a_snippet() -> None:
    assert applies(summary("Kort."))
    assert not applies(document(Edition.PUBLIC))
    half = section("summary", "In het kort", Paragraph(said("Kort.")), Paragraph(fallback("Short.")))
    assert not applies(replace(document(Edition.SUMMARY), sections=(half,)))
