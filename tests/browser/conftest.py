"""The shipped charter's pages, a few samples, and one browser for all tests."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.model.edition import Edition
from polycharter.model.localised import Alternate
from polycharter.render import html, snippet
from tests.browser.chromium import Tab, chromium, find_chromium
from tests.command import run
from tests.render.sample import ALTERNATES, SHIPPED, document
from tests.render.sample_arabic import right_to_left
from tests.render.sample_index import index

HERE = Path(__file__).parent
LOCALES = ("en", "nl", "vi", "ca", "sv")
SHIPPED_PAGES = ("index.html", *(f"{locale}/{edition}.html" for locale in LOCALES for edition in Edition))
SAMPLES = ("partly-translated.html", "right-to-left.html", "many-languages.html", "sample-index.html", "embedded.html")
EXAMPLE = ("ferry/index.html", "ferry/nl/public.html")
"""Of the example with a house style of its own."""
PAGES = (*SHIPPED_PAGES, *SAMPLES, *EXAMPLE)
BROWSED = tuple(name for name in PAGES if name not in ("en/staff.html", "ca/staff.html", "sv/staff.html"))
"""What is looked at in the browser: of the staff handbooks, the longest pages, two are enough."""

HOST = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title></head>
<body><main><h1>Our shop</h1>
{snippet}
</main></body>
</html>
"""
_MORE = ("de", "fr", "it", "es", "pt", "pl", "fi")


def needed(found: object, what: str) -> None:
    """Skip where something is not installed; `make test-browser` and CI fail instead."""
    if not found:
        if os.environ.get("CI") or os.environ.get("POLYCHARTER_BROWSER"):
            pytest.fail(f"{what} is not installed: see tests/browser/setup.sh")
        pytest.skip(f"{what} is not installed: make test-browser")


@pytest.fixture(scope="session")
def modules() -> Path:
    """The folder of the npm packages."""
    folder = HERE / "node_modules"
    needed(folder.is_dir(), "axe-core")
    return folder


@pytest.fixture(scope="session")
def pages(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every page of `PAGES`."""
    folder = tmp_path_factory.mktemp("pages")
    project = tmp_path_factory.mktemp("project")
    for name in ("charter.toml", "charter", "locales"):
        copy = shutil.copytree if (shipped / name).is_dir() else shutil.copy
        copy(shipped / name, project / name)
    ran = run("build", "--project", project, "--out", folder, "--format", "html", "--format", "snippet")
    assert all((folder / name).is_file() for name in SHIPPED_PAGES), ran.out + ran.err
    shutil.copytree(shipped / "docs/examples/ferry", folder / "example")
    ran = run("build", "--project", folder / "example", "--out", folder / "ferry", "--format", "html")
    assert all((folder / name).is_file() for name in EXAMPLE), ran.out + ran.err
    many = (*ALTERNATES, *(Alternate(locale, f"Language {locale}", "ltr", False) for locale in _MORE))
    samples = {
        "partly-translated.html": html.render(document(), [SHIPPED]),
        "right-to-left.html": html.render(right_to_left(), [SHIPPED]),
        "many-languages.html": html.render(replace(document(Edition.PUBLIC), alternates=many), [SHIPPED]),
        "sample-index.html": html.render_index(index(), [SHIPPED]),
        "embedded.html": HOST.format(snippet=snippet.render(document(Edition.SUMMARY), [SHIPPED]).decode()).encode(),
    }
    assert set(samples) == set(SAMPLES)
    for name, data in samples.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One tab of one browser."""
    needed(find_chromium(), "Chromium")
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
