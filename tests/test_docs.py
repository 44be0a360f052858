"""Code, reference pages and changelog say the same."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from polycharter.checks import modules
from polycharter.render._pdf_tree import tree
from tests.render.sample import document

ROOT = Path(__file__).parents[1]


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["checks.md", "commands.md", "templates.md"])
def test_a_reference_page_is_what_the_code_says(name: str) -> None:
    page = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert page == _maker().PAGES[name](), "run: make reference"


def test_the_changelog_names_every_check() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert not [id for id in modules() if f"`{id}`" not in changelog]


def test_every_page_that_is_linked_exists() -> None:
    linked = 0
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
            linked += 1
    assert linked > 50


def test_the_page_on_templates_names_every_key_that_the_pdf_gets() -> None:
    """What stands in the page's table is what the renderer hands over, of every kind of block and node."""
    page = (ROOT / "docs" / "reference" / "templates.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:the |its |a |node |block ).*?) \| (.*) \|$", page, re.MULTILINE)
    told = {
        name: set(re.findall(r"`([\w-]+)`", re.sub(r"\(.*?\)", "", keys)))
        for owner, keys in rows
        for name in re.findall(r"`([\w-]+)`", owner) or [owner]
    }
    given: dict[str, set[str]] = {}

    def look(value: object, owner: str) -> None:
        if isinstance(value, list):
            for item in value:
                look(item, owner)
        elif isinstance(value, dict):
            name = str(value.get("kind") or ("a text" if "nodes" in value else owner))
            if owner != "words":
                given.setdefault(name, set()).update(value)
            of = {
                "sections": "a section",
                "records": "a record",
                "fields": "a field",
                "words": "words",
                "upright": "upright",
            }
            for key, inner in value.items():
                look(inner, of.get(key, "a text"))

    look(tree(document()), "the document")
    assert given == told
