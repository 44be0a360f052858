"""Code, reference pages and changelog say the same."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from polycharter.checks import modules

ROOT = Path(__file__).parents[1]


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["checks.md", "commands.md"])
def test_a_reference_page_is_what_the_code_says(name: str) -> None:
    page = (ROOT / "docs" / "reference" / name).read_text("utf-8")
    assert page == _maker().PAGES[name](), "run: make reference"


def test_the_changelog_names_every_check() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert not [id for id in modules() if f"`{id}`" not in changelog]


def test_every_page_that_is_linked_exists() -> None:
    import re

    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
