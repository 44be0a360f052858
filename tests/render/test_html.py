"""The HTML pages: sound markup, the right language on every part, and data that stays data."""

import json
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from tests.render.sample import HELPLINE, SHIPPED, document, fallback, said, section
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile
from tests.render.sample_index import index

from polycharter.model.block import Field, Heading, Json, Paragraph, Record, Records
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.inline import Inline, Link, Text, Value
from polycharter.model.localised import Alternate, Format, LocalisedDocument
from polycharter.render.html import render, render_index

VOID = {"br", "meta", "link", "wbr"}
SCHEMES = ("#", "tel:", "mailto:", "https://", "../")
ATTACKS = (
    '<img src=x onerror="alert(1)">',
    "<script>alert(1)</script>",
    "\" onmouseover=alert(1) x='",
    "' onfocus='alert(1)' autofocus='",
    "</style></title></textarea><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include 'html/page.html' %}{# x #}",
    "javascript:alert(1)",
    "]]><!--<x>&#60;script&#62;",
    "a\x00b\x1bc\x9fd\ufeff",
)


class Page(HTMLParser):
    """A page read back: every element with its attributes and the languages it stands in, and the text by language."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.spoken: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(data.decode())
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {tag} {names}"
        if tag == "a":
            assert not any(open_tag == "a" for open_tag, _ in self._open), "a link in a link"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            outer = self._open[-1][1] if self._open else ""
            self._open.append((tag, dict(attrs).get("lang") or outer))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"closed but never opened: {tag}"
        assert self._open[-1][0] == tag, f"closed {tag} inside {self._open}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.spoken.append((self._open[-1][1], data.strip()))

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]

    def text(self) -> str:
        return " ".join(text for _, text in self.spoken)

    def language_of(self, text: str) -> str:
        (found,) = {language for language, spoken in self.spoken if text in spoken}
        return found


def page(of: LocalisedDocument) -> Page:
    return Page(render(of, [SHIPPED]))


PAGES = (*map(document, Edition), right_to_left(), hostile("<b>"))


def one_paragraph(*nodes: Inline | str) -> LocalisedDocument:
    return replace(document(), sections=(section("one", "Een", Paragraph(said(*nodes))),))


@pytest.mark.parametrize("of", PAGES, ids=lambda of: f"{of.locale}-{of.edition}")
class TestEveryPage:
    def test_is_well_formed_and_has_each_id_once(self, of: LocalisedDocument) -> None:
        ids = page(of).values("id")
        assert len(ids) == len(set(ids))

    def test_refers_only_to_ids_that_it_has(self, of: LocalisedDocument) -> None:
        read = page(of)
        inside = {href[1:] for href in read.values("href") if href.startswith("#")} - {"two", "three"}
        assert inside | set(read.values("aria-labelledby")) <= set(read.values("id")) | {"contacts"}

    def test_never_skips_a_heading_level(self, of: LocalisedDocument) -> None:
        levels = [int(tag[1]) for tag, _ in page(of).elements if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_needs_no_script_and_asks_nobody(self, of: LocalisedDocument) -> None:
        read = page(of)
        tags = {tag for tag, _ in read.elements}
        assert not tags & {"img", "iframe", "object", "embed", "form", "svg", "base"}
        scripts = [attrs for tag, attrs in read.elements if tag == "script"]
        assert scripts in ([], [{"type": "application/ld+json"}])
        assert not read.values("src")
        assert "@import" not in render(of, [SHIPPED]).decode()
        assert "url(" not in render(of, [SHIPPED]).decode()

    def test_links_only_where_it_may(self, of: LocalisedDocument) -> None:
        assert all(href.startswith(SCHEMES) for href in page(of).values("href"))

    def test_is_the_same_every_time_without_blank_lines(self, of: LocalisedDocument) -> None:
        data = render(of, [SHIPPED])
        assert data == render(of, [SHIPPED])
        assert data.endswith(b"</html>\n")
        assert b"\n\n" not in data

    def test_says_its_language_and_direction(self, of: LocalisedDocument) -> None:
        html = next(attrs for tag, attrs in page(of).elements if tag == "html")
        assert html == {"lang": of.locale, "dir": of.direction}


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_stays_text_in_every_slot(attack: str) -> None:
    """Elements and attribute names are those of the same document with a harmless word."""

    def shape(text: str) -> list[tuple[str, list[str], str | None]]:
        return [(tag, list(attrs), attrs.get("href")) for tag, attrs in page(hostile(text)).elements]

    calm = "x" * 12 + "-" if len(attack) <= 24 else "x" * 40 + "-"
    assert shape(attack) == shape(calm)


def test_hostile_text_is_shown_as_it_is() -> None:
    assert page(hostile(ATTACKS[1])).text().count(ATTACKS[1]) > 100


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//evil.example.org", "https://u@e.org"])
def test_a_foreign_scheme_never_becomes_a_link(href: str) -> None:
    for node in (Link(href, (Text("x"),)), Value("x", "x", href)):
        with pytest.raises(AssertionError, match="got past the reader"):
            render(one_paragraph(node), [SHIPPED])


def test_a_link_inside_a_link_is_only_its_words() -> None:
    data = render(one_paragraph(Link("#one", (Text("bel "), HELPLINE))), [SHIPPED])
    assert b'<a href="#one">bel <span class="nobr">020 555 01 23</span></a>' in data


def test_what_is_not_translated_says_its_language_and_a_notice_tells_so() -> None:
    read = page(document())
    assert read.language_of("This paragraph has not been translated") == "en"
    assert read.language_of("A photograph is enough") == "en"
    assert read.language_of("Ask any colleague") == "en"
    assert read.language_of("the customer is") == "en"
    assert read.language_of("Wij antwoorden binnen") == "nl"
    assert read.language_of("Parts of this page have not been translated yet.") == "en"
    whole = replace(document(), sections=(section("one", "Een", Paragraph(said("Klaar."))),))
    assert "have not been translated" not in page(whole).text()


def test_right_to_left_text_isolates_numbers_and_addresses() -> None:
    data = render(right_to_left(), [SHIPPED]).decode()
    assert '<bdi dir="ltr"><a class="value nobr" href="tel:+31205550123">' in data
    assert '<p lang="en" dir="ltr" data-state="fallback">We answer within <span' in data


def test_every_language_is_one_link_away_and_this_one_is_marked() -> None:
    data = render(document(Edition.PUBLIC), [SHIPPED]).decode()
    assert '<link rel="alternate" hreflang="vi" href="../vi/public.html">' in data
    assert '<a href="../ar/public.html" lang="ar" hreflang="ar" dir="rtl">العربية</a>' in data
    assert data.count('aria-current="page"') == 1
    assert 'hreflang="nl" dir="ltr" aria-current="page">Nederlands</a>' in data


def test_with_an_address_a_page_says_where_it_stands_on_the_web() -> None:
    read = page(replace(document(Edition.PUBLIC), address="https://example.org/charter/"))
    links = [attrs for tag, attrs in read.elements if tag == "link"]
    assert {"rel": "canonical", "href": "https://example.org/charter/nl/public.html"} in links
    alternates = {link["hreflang"]: link["href"] for link in links if "hreflang" in link}
    assert alternates["ar"] == "https://example.org/charter/ar/public.html"
    assert alternates["x-default"] == "https://example.org/charter/"
    assert set(alternates) == {"en", "nl", "vi", "ca", "sv", "ar", "x-default"}
    assert "canonical" not in render(document(Edition.PUBLIC), [SHIPPED]).decode()
    web = render_index(replace(index(), address="https://example.org/charter/"), [SHIPPED]).decode()
    assert '<link rel="canonical" href="https://example.org/charter/">' in web
    assert '<link rel="alternate" hreflang="nl" href="https://example.org/charter/nl/public.html">' in web
    assert '<link rel="alternate" hreflang="x-default" href="https://example.org/charter/">' in web


def test_a_page_leads_to_its_other_formats_and_editions() -> None:
    pdf = Format("PDF", "public.pdf", "application/pdf")
    text = Format("Text", "public.txt", "text/plain; charset=utf-8")
    read = page(replace(document(Edition.PUBLIC), formats=(pdf, text), editions=(Edition.SUMMARY,)))
    hrefs = [attrs.get("href") for tag, attrs in read.elements if tag == "a"]
    assert hrefs.count("summary.html") == 1
    assert hrefs.count("public.pdf") == 2, "at the top, because people print it, and at the foot"
    assert hrefs.count("public.txt") == 1
    assert "PDF : Het hele handvest" in read.text()
    alone = page(document(Edition.PUBLIC))
    assert not {"summary.html", "public.pdf"} & set(alone.values("href"))


def test_more_than_ten_languages_are_folded_away() -> None:
    more = tuple(Alternate(locale, locale, "ltr", False) for locale in ("de", "fr", "it", "es", "pt"))
    many = page(replace(document(Edition.PUBLIC), alternates=(*document().alternates, *more)))
    tags = [tag for tag, _ in many.elements]
    assert "details" in tags
    assert "place" not in many.values("class")
    few = page(document(Edition.PUBLIC))
    assert "details" not in [tag for tag, _ in few.elements]
    assert few.values("class").count("place") == len(document(Edition.PUBLIC).sections)


def test_every_section_leads_to_the_same_place_in_the_other_languages() -> None:
    hrefs = page(document(Edition.PUBLIC)).values("href")
    for part in document(Edition.PUBLIC).sections:
        assert f"../vi/public.html#{part.id}" in hrefs
        assert f"../nl/public.html#{part.id}" not in hrefs


def test_where_it_comes_from_is_told_to_readers_and_to_programs() -> None:
    read = page(document(Edition.PUBLIC))
    told = {str(attrs["name"]): attrs["content"] for tag, attrs in read.elements if "name" in attrs}
    assert told["charter:version"] == "2.1"
    assert told["charter:effective-from"] == "2026-01-01"
    assert told["charter:supersedes"] == "2.0"
    assert told["charter:source-hash"] == "a3" * 32
    assert told["charter:catalogue-hash"] == "5f" * 32
    foot = read.text().rpartition("Versie")[2]
    assert "a3a3a3a3 5f5f5f5f" in foot
    assert "robots" not in told
    assert 'name="robots" content="noindex"' in render(document(Edition.STAFF), [SHIPPED]).decode()


def test_programs_read_the_contact_points_as_typed_values() -> None:
    week = [{"from_day": "saturday", "to_day": "monday", "opens": "10:00", "closes": "16:00"}]
    fields = (
        Field("matter", said("Voor"), fallback("Everything")),
        Field("phone", said("Telefoon"), said(HELPLINE), "+31205550123"),
        Field("hours", said("Open"), said("za–ma"), cast("Json", week)),
        Field("languages", said("Talen"), said("Nederlands"), ["nl", "en"]),
    )
    record = Record("helpline", said("Klantenservice </script><!-- & <b>"), fields)
    contacts = Records("contacts", said("Contact"), (record,), said("Geen"))
    data = render(replace(document(), sections=(section("one", "Een", contacts, contacts),)), [SHIPPED]).decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', data)
    assert not set(script) & set("<>&")
    assert json.loads(script) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Groene Hoek",
        "contactPoint": [
            {
                "@type": "ContactPoint",
                "contactType": "Klantenservice </script><!-- & <b>",
                "telephone": "+31205550123",
                "availableLanguage": ["nl", "en"],
                "hoursAvailable": [
                    {
                        "@type": "OpeningHoursSpecification",
                        "dayOfWeek": [f"https://schema.org/{day}" for day in ("Saturday", "Sunday", "Monday")],
                        "opens": "10:00",
                        "closes": "16:00",
                    }
                ],
            }
        ],
    }


def test_the_order_of_other_text_cannot_be_turned() -> None:
    data = render(one_paragraph("veilig\u202e tekst\u2066"), [SHIPPED]).decode()
    assert "<p>veilig tekst</p>" in data


def test_an_earlier_version_on_the_index_says_so() -> None:
    row = index().rows[1]
    kept = replace(row.editions[0], version="2.0", version_word=said("Versie"))
    data = render_index(replace(index(), rows=(replace(row, editions=(kept,)),)), [SHIPPED]).decode()
    assert '<span class="earlier" lang="nl">Versie <bdi>2.0</bdi></span>' in data
    assert 'class="earlier"' not in render_index(index(), [SHIPPED]).decode()


def test_the_contents_list_every_section_but_a_summary_has_none() -> None:
    data = render(document(), [SHIPPED]).decode()
    assert all(f'<li><a href="#{part.id}">' in data for part in document().sections)
    assert 'class="contents"' not in render(document(Edition.SUMMARY), [SHIPPED]).decode()


def test_records_show_their_fields_once_and_say_the_status_in_words() -> None:
    text = page(document()).text()
    assert text.count("Doel gehaald") == 1
    assert text.count("In maart viel de telefooncentrale") == 1
    assert text.count("In nood") == 1
    assert "Er is niets gepland." in text
    assert "Volgende herziening" in text


def test_a_story_leads_to_its_commitment_where_that_is_shown() -> None:
    link = '<a href="#commitments-reply-letters">'
    assert link in render(document(), [SHIPPED]).decode()
    alone = replace(document(), sections=document().sections[-2:])
    assert link not in render(alone, [SHIPPED]).decode()


def test_the_log_sheet_has_empty_rows_to_write_on() -> None:
    assert render(document(), [SHIPPED]).decode().count("<tr><td></td><td></td><td></td><td></td></tr>") == 12


def test_the_index_links_what_is_published_and_names_what_is_not() -> None:
    data = render_index(index(), [SHIPPED])
    read = Page(data)
    assert "nl/public.pdf" in read.values("href")
    assert not any(href.startswith("vi/") for href in read.values("href"))
    assert "Not published yet: Tiếng Việt , català (Staff handbook)" in read.text()
    assert read.language_of("Het hele handvest") == "nl"
    assert b"\n\n" not in data


def test_a_project_replaces_one_template_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html/style.css").write_text("body { color: teal }", "utf-8")
    data = render(document(), [tmp_path, SHIPPED]).decode()
    assert "\n}\nbody { color: teal }\n</style>" in data
    assert "--accent:" in data
    assert "Handvest voor onze klanten" in data


@pytest.mark.parametrize(
    ("broken", "line", "what"),
    [
        ("<p>\n{{ document.nothing }}", 2, "has no 'nothing'"),
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("{% include 'html/nowhere.html' %}", 1, "there is no template 'html/nowhere.html'"),
        ("<p>\n{{ 1 + document.version }}", 2, "unsupported operand"),
    ],
)
def test_a_mistake_in_a_template_is_one_line_with_its_place(tmp_path: Path, broken: str, line: int, what: str) -> None:
    mine = tmp_path / "templates"
    (mine / "html").mkdir(parents=True)
    (mine / "html/page.html").write_text(broken, "utf-8")
    with pytest.raises(CharterError) as caught:
        render(document(), [mine, SHIPPED])
    assert str(caught.value).startswith(f"templates/html/page.html:{line}: ")
    assert what in str(caught.value)


def test_a_mistake_in_a_block_macro_names_the_file_of_the_macro(tmp_path: Path) -> None:
    mine = tmp_path / "templates"
    shutil.copytree(SHIPPED / "html", mine / "html")
    blocks = mine / "html/blocks.html"
    blocks.write_text(blocks.read_text("utf-8").replace("{{ inline(block.none) }}", "{{ block.gone }}"), "utf-8")
    with pytest.raises(CharterError, match=r"^templates/html/blocks\.html:\d+: "):
        render(document(), [mine])


def test_headings_that_skip_levels_are_closed_up() -> None:
    deep = replace(document(), sections=(section("one", "Een", Heading(4, "deep", fallback("Deep"))),))
    assert '<h3 id="deep" lang="en" dir="ltr" data-state="fallback">Deep</h3>' in render(deep, [SHIPPED]).decode()
