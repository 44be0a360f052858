"""`polycharter pseudo`: a copy in two made-up languages that is built in every format, mirrored where it should be."""

import io
import json
import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from polycharter.pipeline.project import open_project
from polycharter.pipeline.pseudo import make_pseudo
from polycharter.render import modules
from tests.command import run

SAMPLE = Path(__file__).parents[1] / "sample"
DIRECTIONS = re.compile("[\u202a-\u202e]")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, and in it the finished copy; only to be read."""
    project = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("pseudo") / "sample"))
    before = {path for path in project.rglob("*") if path.is_file()}
    ran = run("pseudo", "--project", project)
    assert ran.code == 0, ran.out + ran.err
    made = {path for path in project.rglob("*") if path.is_file()} - before
    assert all(path.is_relative_to(project / "build" / "pseudo") for path in made)
    return project / "build" / "pseudo"


def test_every_format_is_made_in_both(copy: Path) -> None:
    endings = {module.EXTENSION for module in modules().values()}
    for locale in ("en-XA", "ar-XB"):
        made = {path.name.partition(".")[2] for path in (copy / "build" / locale).iterdir()}
        assert made == endings


def test_the_copy_is_a_project_that_can_be_checked_and_built_again(copy: Path) -> None:
    found = json.loads(run("check", "--project", copy, "--format", "json").out)["findings"]
    assert not [row for row in found if row["severity"] == "error"]
    again = run("build", "--project", copy, "--out", copy / "build", "en-XA", "ar-XB")
    assert "0 files written" in again.out


def test_no_text_of_the_source_is_left(copy: Path) -> None:
    page = (copy / "build/ar-XB/staff.txt").read_text("utf-8")
    words = re.sub(r"https?://\S+|\S+@\S+|\S+\.txt", "", page)
    assert set(re.findall("[A-Za-z]{4,}", words)) == {"Corner", "Ombudsman", "code"}  # names, and a code


def test_html_is_mirrored(copy: Path) -> None:
    page = (copy / "build/ar-XB/public.html").read_text("utf-8")
    assert re.search(r'<html[^>]* lang="ar-XB"[^>]* dir="rtl"', page)
    assert re.search(r'<html[^>]* lang="en-XA"[^>]* dir="ltr"', (copy / "build/en-XA/public.html").read_text("utf-8"))


def test_word_and_spreadsheet_are_mirrored(copy: Path) -> None:
    with zipfile.ZipFile(copy / "build/ar-XB/staff.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "<w:bidiVisual/>" in text
    assert text.count("<w:bidi/>") > 50
    assert "<w:rtl/>" in text
    book = openpyxl.load_workbook(io.BytesIO((copy / "build/ar-XB/staff.xlsx").read_bytes()))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)


def test_pdf_is_mirrored(copy: Path) -> None:
    def place(locale: str) -> float:
        """Where the organisation's name begins on the first page, in points from the left."""
        found: list[float] = []

        def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
            if "Corner" in text:
                found.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])

        PdfReader(copy / f"build/{locale}/public.pdf").pages[0].extract_text(visitor_text=visit)
        return found[0]

    assert str(PdfReader(copy / "build/ar-XB/public.pdf").root_object["/Lang"]) == "ar-XB"
    assert place("en-XA") < 100
    assert place("ar-XB") > 400


@pytest.mark.parametrize("ending", ["html", "md", "txt", "json"])
def test_no_character_that_overrides_directions_gets_out(copy: Path, ending: str) -> None:
    for locale in ("en-XA", "ar-XB"):
        assert not DIRECTIONS.search((copy / f"build/{locale}/staff.{ending}").read_text("utf-8"))


def test_the_same_again_changes_nothing_and_a_removed_section_goes(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    assert run("pseudo", "--project", project, "--format", "text").code == 0
    charter = project / "build/pseudo/charter.toml"
    before = charter.read_bytes()
    assert "0 files written" in run("pseudo", "--project", project, "--format", "text").out
    assert charter.read_bytes() == before
    (project / "build/pseudo/charter/99-old.md").write_text("# Old {#old}\n", "utf-8")
    assert run("pseudo", "--project", project, "--format", "text").code == 0
    assert not (project / "build/pseudo/charter/99-old.md").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    other = Path(shutil.copytree(SAMPLE, tmp_path / "other"))
    before = (other / "charter.toml").read_bytes()
    ran = run("pseudo", "--project", project, "--out", other)
    assert ran.code == 2
    assert "is no copy in pseudo-locales. Choose a new folder with --out." in ran.err
    assert (other / "charter.toml").read_bytes() == before


def test_the_data_of_the_shipped_charter_survives_being_copied(shipped: Path, tmp_path: Path) -> None:
    make_pseudo(open_project(shipped), tmp_path / "copy")
    mine = tomllib.loads((tmp_path / "copy/charter.toml").read_text("utf-8"))
    theirs = tomllib.loads((shipped / "charter.toml").read_text("utf-8"))
    assert mine["charter"].pop("locales") == ["en-XA", "ar-XB"]
    theirs["charter"].pop("locales")
    assert "wrong-language" not in mine.pop("checks")["select"]
    theirs.pop("checks", None)
    assert mine == theirs


def test_it_needs_no_font_beside_those_that_typst_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fontpkg_amiri", None)  # as where it is not installed
    ran = run("pseudo", "--project", SAMPLE, "--out", tmp_path / "copy", "--format", "pdf")
    assert ran.code == 0, ran.err
    assert (tmp_path / "copy/build/ar-XB/staff.pdf").stat().st_size > 1000


def test_the_source_languages_own_values_are_copied_from_the_folder_that_gettext_knows(tmp_path: Path) -> None:
    """`en-GB` has its overrides in `locales/en_GB`."""
    project = Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
    settings = project / "charter.toml"
    settings.write_text(settings.read_text("utf-8").replace('source = "en"', 'source = "en-GB"'), "utf-8")
    own = project / "locales" / "en_GB" / "locale.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# nothing of its own yet\n", "utf-8")
    make_pseudo(open_project(project), tmp_path / "copy")
    assert (tmp_path / "copy/locales/en_GB/locale.toml").read_text("utf-8") == "# nothing of its own yet\n"
