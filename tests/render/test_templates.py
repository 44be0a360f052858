"""Mistakes in templates: each is one line with file, line, what is wrong and what to do, never a traceback."""

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from babel.localedata import locale_identifiers
from tests.render.sample import SHIPPED, document
from tests.render.sample_index import index

from polycharter import cldr
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.localised import LocalisedDocument
from polycharter.render import docx, html, markdown, pdf, snippet, text
from polycharter.render._html_inline import plain
from polycharter.render._templates import direction_of, fill

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("broken_templates.toml").read_text("utf-8"))[
    "case"
]

Render = Callable[[LocalisedDocument, Sequence[Path]], bytes]
RENDERERS: dict[str, Render] = {
    "html/page.html": html.render,
    "html/blocks.html": html.render,
    "html/index.html": lambda _, folders: html.render_index(index(), folders),
    "html/snippet.html": lambda _, folders: snippet.render(document(Edition.SUMMARY), folders),
    "markdown/charter.md": markdown.render,
    "text/charter.txt": text.render,
    "pdf/charter.typ": pdf.render,
    "pdf/theme.typ": pdf.render,
    "docx/styles.xml": docx.render,
}


def own(folder: Path, name: str, content: bytes) -> list[Path]:
    """The project's folder of templates with one file, before the shipped one."""
    file = folder / "templates" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return [folder / "templates", SHIPPED]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_mistake_is_told_with_its_place_and_what_to_do(case: dict[str, Any], tmp_path: Path) -> None:
    assert set(case) - {"todo"} in ({"name", "file", "text", "says"}, {"name", "file", "without", "says"})
    shipped = (SHIPPED / case["file"]).read_text("utf-8")
    broken = case["text"] if "text" in case else shipped.replace(case["without"], "")
    assert broken != shipped
    with pytest.raises(CharterError) as caught:
        RENDERERS[case["file"]](document(), own(tmp_path, case["file"], broken.encode()))
    (mistake,) = caught.value.mistakes
    assert case["says"] in str(mistake)
    assert str(mistake).startswith(case["says"]) or case["says"].startswith("/")
    assert case.get("todo", mistake.todo) == mistake.todo
    assert mistake.todo


@pytest.mark.parametrize("name", ["html/page.html", "html/blocks.html", "markdown/charter.md", "pdf/theme.typ"])
def test_a_template_that_is_not_utf_8_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(CharterError) as caught:
        RENDERERS[name](document(), own(tmp_path, name, "Café".encode("latin-1")))
    assert str(caught.value) == f"templates/{name}: not UTF-8. Save the file as UTF-8."


def test_a_package_that_is_only_mentioned_is_no_mistake(tmp_path: Path) -> None:
    theme = (SHIPPED / "pdf/theme.typ").read_bytes() + b'// not: #import "@preview/cetz:0.3.0"\n'
    theme += b'/* nor:\n#import "@preview/cetz:0.3.0" */\n'
    assert pdf.render(document(), own(tmp_path, "pdf/theme.typ", theme)).startswith(b"%PDF-1.7")


def test_a_template_that_is_put_in_place_later_is_used(tmp_path: Path) -> None:
    """In a process that goes on: what was read from the shipped folder is not kept for ever."""
    folders = [tmp_path / "templates", SHIPPED]
    assert b"OUR OWN" not in text.render(document(), folders)
    own(tmp_path, "text/charter.txt", b"OUR OWN")
    assert text.render(document(), folders) == b"OUR OWN\n"
    (tmp_path / "templates/text/charter.txt").unlink()
    assert b"OUR OWN" not in text.render(document(), folders)


def test_what_a_designer_prints_is_escaped_unless_it_is_html_already(tmp_path: Path) -> None:
    folders = own(tmp_path, "html/page.html", b"{{ name }} {{ 3 }} {{ 0.5 }}")
    assert fill(folders, "html/page.html", {"name": "<b> & Co."}, escape=True) == "&lt;b&gt; &amp; Co. 3 0.5"


def test_none_is_never_printed(tmp_path: Path) -> None:
    folders = own(tmp_path, "html/page.html", b"{{ logo }}")
    with pytest.raises(CharterError, match=r"^templates/html/page\.html:1: .* nothing \(none\) can't be printed"):
        fill(folders, "html/page.html", {"logo": None}, escape=True)


def test_a_bug_of_ours_is_no_mistake_of_the_designer(tmp_path: Path) -> None:
    """An exception in code that a template called goes through as it is."""
    folders = own(tmp_path, "html/page.html", b"{{ plain(text) }}")
    with pytest.raises(AttributeError):
        fill(folders, "html/page.html", {"plain": plain, "text": 1}, escape=True)


def test_directions_of_inline_texts_are_those_of_cldr() -> None:
    """A text in another language inside a page has the direction that a page in that language has."""
    tags = [name.replace("_", "-") for name in locale_identifiers()]
    known = [tag for tag in tags if cldr.is_known(tag)]
    assert len(known) > 500
    assert [tag for tag in known if direction_of(tag) != cldr.direction(tag)] == []
