"""The Markdown: reads back as the document that it was made from, whatever characters the texts hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.render.markdown_reader import expected, read, said
from tests.render.sample import SHIPPED, document, fallback, section
from tests.render.sample import said as text
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile

from polycharter.model.block import Block, Heading, Listing, LogSheet, Paragraph, Quote, Record, Records, Story, Table
from polycharter.model.edition import Edition
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._markdown_inline import inline
from polycharter.render._tree import commitments, same_words
from polycharter.render.markdown import render

Node = tuple[object, ...]


def markdown(of: LocalisedDocument) -> str:
    return render(of, [SHIPPED]).decode()


@pytest.mark.parametrize("of", [document(), document(Edition.PUBLIC), document(Edition.SUMMARY)])
def test_reads_back_as_the_same_tree(of: LocalisedDocument) -> None:
    blocks = read(markdown(of))
    first = next(at for at, block in enumerate(blocks) if block[:2] == ("heading", 2))
    last = max(at for at, block in enumerate(blocks) if block == ("hr",))
    assert blocks[first:last] == list(Tree(of).wanted())


class Tree:
    """What the blocks of a document are when they are read back."""

    def __init__(self, of: LocalisedDocument) -> None:
        self.of = of
        self.level = 1
        self.heading = of.title

    def wanted(self) -> Iterator[Node]:
        for part in self.of.sections:
            yield from self.blocks((part.heading, *part.blocks))

    def nodes(self, text: LocalisedText) -> Sequence[Inline]:
        return text.nodes if text.locale == self.of.locale else (Foreign(text.locale, text.nodes),)

    def line(self, text: LocalisedText) -> object:
        return expected(self.nodes(text), one_line=True)

    def blocks(self, blocks: Sequence[Block[LocalisedText]]) -> Iterator[Node]:
        for block in blocks:
            match block:
                case Heading(level, anchor, text):
                    self.level, self.heading = min(level, self.level) + 1, text
                    yield "heading", self.level, anchor, self.line(text)
                case Paragraph(text):
                    yield "paragraph", expected(self.nodes(text))
                case Listing(start, items):
                    yield "list", start, [list(self.blocks(item)) for item in items]
                case Quote(inner):
                    yield "quote", list(self.blocks(inner))
                case Table(header, rows):
                    yield "table", [[self.line(cell) for cell in row] for row in (header, *rows)]
                case LogSheet(caption, columns, count):
                    if not same_words(caption, self.heading):
                        yield "paragraph", expected((Strong(tuple(self.nodes(caption))),))
                    yield "table", [[*map(self.line, columns)], *[[()] * len(columns)] * count]
                case Story(commitment, inner):
                    before = self.level, self.heading
                    yield from self.blocks(inner)
                    self.level, self.heading = before
                    place = commitments(self.of)[commitment]
                    about = self.nodes(self.of.words["about_commitment"])
                    link = Link(f"#{place.anchor}", tuple(self.nodes(place.title)))
                    yield "paragraph", expected((*about, Text(" "), link))
                case Records():
                    yield from self.records(block)

    def records(self, block: Records[LocalisedText]) -> Iterator[Node]:
        if not block.records:
            yield "paragraph", expected(self.nodes(block.none))
            return
        if not same_words(block.caption, self.heading):
            yield "paragraph", expected((Strong(tuple(self.nodes(block.caption))),))
        if len(block.records) == 1 and same_words(block.records[0].title, block.caption):
            yield self.fields(block.records[0])
            return
        yield "list", None, [[("paragraph", self.title(record)), self.fields(record)] for record in block.records]

    def title(self, record: Record[LocalisedText]) -> object:
        urgent = (Text(" ("), *self.nodes(self.of.words["emergency"]), Text(")")) if "emergency" in record.marks else ()
        return expected((Strong(tuple(self.nodes(record.title))), *urgent))

    def fields(self, record: Record[LocalisedText]) -> Node:
        lines = [(*self.nodes(field.label), Text(": "), *self.nodes(field.value)) for field in record.fields]
        return "list", None, [[("paragraph", expected(line))] for line in lines]


ODD = "*_[]<>|#\\`!~&;:(){}=-+.\"'1 2 ab\n\xa0\u3000、「é\u0301«א#"
odd_text = st.text(st.sampled_from(ODD), max_size=12) | st.text(max_size=6)
line_starts = st.sampled_from(
    [
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "* ",
        "# ",
        "## a",
        "> ",
        "===",
        "---",
        "***",
        "```",
        "~~~",
        "[a]: b",
        "[x] ",
        "    a",
        "| - |",
    ]
)
hrefs = st.sampled_from(
    ["https://example.org/a_(b)?c=1&copy;=2", "#a", "mailto:a@example.org", "tel:+3120", "public.html"]
)
leaves: st.SearchStrategy[Inline] = st.one_of(
    (odd_text | line_starts).map(Text),
    odd_text.map(Code),
    st.just(Break()),
    st.builds(Value, st.just("name"), odd_text, st.just("")),
    st.builds(Value, st.just("name"), odd_text, hrefs),
    st.sampled_from(
        [Value("a", "a@example.org", "mailto:a@example.org"), Value("b", "https://b.org", "https://b.org")]
    ),
)
trees: st.SearchStrategy[Inline] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda nodes: Strong(tuple(nodes))),
        st.lists(inner, max_size=3).map(lambda nodes: Emphasis(tuple(nodes))),
        st.builds(Link, hrefs, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.lists(inner, max_size=2).map(lambda nodes: Foreign("en", tuple(nodes))),
    ),
    max_leaves=8,
)
texts = st.lists(trees, max_size=5).map(tuple)


@settings(deadline=None)
@given(texts)
@example((Text("word"), Strong((Text('"bold"'),)), Text("word")))
@example((Text("これは"), Strong((Text("「重要」"),)), Text("です")))
@example((Text("word"), Strong((Text("x"), Emphasis((Text('"'),)))), Text("word")))
@example((Text("a!"), Link("#a", (Text("b"),))))
@example((Text("a"), Break(), Text("---")))
@example((Link("#a", (Code("]:"),)),))
@example((Text("a | b"), Break(), Text("- | -")))
@example((Strong((Text("a"),)), Strong((Text("b"),)), Emphasis((Text("c"),)), Emphasis((Strong((Text("d"),)),))))
def test_any_text_comes_back_from_every_kind_of_block(nodes: tuple[Inline, ...]) -> None:
    one = LocalisedText(nodes, "nl", text().state)
    of = replace(
        document(Edition.SUMMARY),
        sections=(
            section(
                "one",
                "One",
                Paragraph(one),
                Listing(None, ((Paragraph(one), Quote((Paragraph(one),))),)),
                Heading(2, "two", one),
                Table((one, one), ((one, one),), ("", "right")),
            ),
        ),
    )
    blocks = read(markdown(of))
    broken, line = expected(nodes), expected(nodes, one_line=True)
    paragraph = [("paragraph", broken)] if broken else []
    quote = [("quote", paragraph)]
    start = next(at for at, block in enumerate(blocks) if block[2:3] == ("one",)) + 1
    assert blocks[start : start + len(paragraph)] == paragraph
    listing, heading, table = blocks[start + len(paragraph) :][:3]
    assert listing == ("list", None, [[*paragraph, *quote]])
    assert heading == ("heading", 3, "two", line)
    assert table == ("table", [[line, line], [line, line]])


@given(odd_text)
def test_a_plain_text_is_the_same_text(characters: str) -> None:
    words = [said(block[1]) for block in read(inline((Text(characters),)))]
    assert words == ([said(expected((Text(characters),)))] if expected((Text(characters),)) else [])


@pytest.mark.parametrize(
    "plain",
    [
        "We reply within 5 days (or 3); a * b, snake_case, a < b & c, R&D; 50% #1 [sic] C:\\dir ~5 {x} a|b",
        "Groene Hoek - since 1998",
        "2026. Een jaar",
        "“Quoted” ‘too’ … – —",
        "a_b@example.org, example.org/a_b?c=d&e=f",
    ],
)
def test_nothing_is_escaped_that_needs_no_escape(plain: str) -> None:
    escaped = inline((Text(f"A {plain}"),))
    assert escaped.replace("R\\&D", "R&D") == f"A {plain}"


def test_a_list_after_a_list_stays_its_own() -> None:
    one = Listing(None, ((Paragraph(text("a")),),))
    two = Listing(1, ((Paragraph(text("b")), Listing(1, ((Paragraph(text("c")),),))),))
    of = replace(document(Edition.SUMMARY), sections=(section("one", "One", one, one, two, two, one),))
    assert [block[1] for block in read(markdown(of)) if block[0] == "list"] == [None, None, 1, 1, None]


def test_an_id_is_given_once() -> None:
    of = document()
    twice = replace(of, sections=(*of.sections, *of.sections))
    anchors = re.findall(r"\{#(.+)\}$", markdown(twice), re.MULTILINE)
    assert len(anchors) == len(set(anchors)) >= 10


def test_words_in_another_language_are_marked() -> None:
    of = replace(document(Edition.SUMMARY), title=fallback("Charter"))
    assert markdown(of).startswith('# <span lang="en">Charter</span>\n')


def test_right_to_left_text_isolates_numbers_and_turns_the_rest() -> None:
    written = markdown(right_to_left())
    assert "[\u2066020 555 01 23\u2069](tel:+31205550123)" in written
    assert '<span lang="en" dir="ltr">We answer within' in written


@pytest.mark.parametrize(
    "attack",
    [
        "<img src=x onerror=alert(1)>",
        "</span><script>alert(1)</script>",
        "[a](javascript:alert(1)) ![b](https://evil.example/x.png)",
        "\n\n# Title\n\n<div>\n",
        "&lt;b&gt; &#60;",
        "[a]: https://evil.example",
        "{{ 7 * 7 }}{% include 'x' %}",
        "a\u202eb\x00c\x1b[31m\r\nd",
        "| a |\n| --- |",
    ],
)
def test_translations_stay_text(attack: str) -> None:
    """Our reader refuses every tag but our own span; links are the source's."""
    blocks = read(markdown(hostile(attack)))
    links = set(re.findall(r"link ([^']+)'", repr(blocks)))
    assert all(re.match(r"#|\.\./[a-z]{2}/staff\.md$", link) for link in links), links
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", markdown(hostile(attack)))


def test_no_line_ends_in_a_blank_and_the_file_in_one_newline() -> None:
    written = markdown(document())
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert all(line == line.rstrip() for line in written.split("\n"))
