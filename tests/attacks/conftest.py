"""The outputs of a project full of attacks, and of the same project with harmless words, made once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.attacks.project import as_it_is, harmless, printable, write
from tests.command import run

FILES = ("html", "snippet", "json", "text", "markdown", "docx", "xlsx")
LOOKED_AT = ("nl", "sv", "ar", "vi")
"""The languages whose files are looked at, so that each attack is seen in four places; in the browser, in eight."""
PRINTED = "nl"
"""The language whose PDF is looked at."""


def built(project: Path, out: Path, formats: Sequence[str]) -> Path:
    """The folder with the public edition and the summary, as `polycharter build` makes them."""
    chosen = [part for format in formats for part in ("--format", format)]
    editions = ("--edition", "public", "--edition", "summary")
    ran = run("build", "--project", project, "--out", out, *editions, *chosen)
    assert ran.code == 0, ran.out + ran.err
    return out


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every file but those for print, attacks everywhere."""
    folder = tmp_path_factory.mktemp("attacked")
    return built(write(folder / "project", as_it_is, LOOKED_AT), folder / "out", FILES)


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with harmless words, in one language of each direction."""
    folder = tmp_path_factory.mktemp("twin")
    return built(write(folder / "project", harmless, ("nl", "ar")), folder / "out", ("markdown", "docx", "xlsx"))


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF files with every attack that the fonts can show."""
    folder = tmp_path_factory.mktemp("printed")
    return built(write(folder / "project", printable, (PRINTED,)), folder / "out", ("pdf", "poster"))
