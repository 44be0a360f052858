"""The two made-up languages carry the same in every format: one 40 % longer, one from right to left."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.command import run
from tests.readback import pdf_reader
from tests.readback.files import EDITIONS, problems
from tests.readback.reading import differences
from tests.readback.told import told

SAMPLE = Path(__file__).parents[1] / "sample"
NAMES = ("html", "markdown", "text", "docx", "pdf", "json")


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished files of the sample project in the two languages."""
    project = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("readback") / "sample"))
    ran = run("pseudo", "--project", project, *(part for name in NAMES for part in ("--format", name)))
    assert ran.code == 0, ran.out + ran.err
    return project / "build" / "pseudo" / "build"


@pytest.mark.parametrize("format", ["html", "md", "txt", "docx", "pdf"])
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("locale", ["en-XA", "ar-XB"])
def test_a_file_holds_what_its_edition_holds(pseudo: Path, locale: str, edition: str, format: str) -> None:
    file = pseudo / locale / f"{edition}.{format}"
    if (locale, format) != ("ar-XB", "pdf"):
        assert problems(format, file) == []
        return
    # Glyphs that run from right to left are not in the order of reading within a line; what surrounds them is.
    reading, wanted = pdf_reader.read(file.read_bytes()), told(file.with_suffix(".json"), "pdf")
    assert differences(replace(reading, lines=()), replace(wanted, items=())) == [], f"{locale} {edition} pdf"
