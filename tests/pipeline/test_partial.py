"""What readers get while an edition is not complete in their language: nothing, source text, or what was before."""

import datetime
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.command import Ran, run

FORMATS = ("html", "snippet", "json", "markdown")
DUTCH = "locales/nl/LC_MESSAGES/charter.po"
HEADING = 'msgstr "Wat dit handvest is"'
"""A heading of the public and the staff edition."""
BRIEF = 'msgstr "Ons handvest in het kort"'
"""The heading of the summary, which the staff edition has too."""
NOTICE = "Sommige delen van deze pagina zijn nog niet vertaald."


@pytest.fixture
def dutch(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped project in English and Dutch alone, with the checks that these tests need, built on 20 November."""
    change(project / "charter.toml", 'locales = ["nl", "vi", "ca", "sv"]', 'locales = ["nl"]')
    checks = '[checks]\nselect = ["placeholder-missing", "plural-forms-wrong"]\n\n'
    change(project / "charter.toml", "[site]", f"{checks}[site]")
    on(monkeypatch, "2026-11-20")
    ran = build(project)
    assert (project / "build/nl/public.html").exists(), ran.out
    return project


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    moment = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} does not hold {old!r} any more"
    file.write_text(text.replace(old, new, 1), "utf-8")


def choose(project: Path, edition: str, mode: str) -> None:
    change(project / "charter.toml", f'{edition} = "hold"', f'{edition} = "{mode}"')


def build(project: Path) -> Ran:
    return run("build", "--project", project, *(part for name in FORMATS for part in ("--format", name)))


def row(project: Path, edition: str, locale: str = "nl") -> dict[str, Any]:
    """The manifest's row of a Dutch edition."""
    manifest = json.loads((project / "build/manifest.json").read_text("utf-8"))
    (found,) = (row for row in manifest["coverage"] if (row["locale"], row["edition"]) == (locale, edition))
    return dict(found)


def page(project: Path, path: str) -> str:
    return (project / "build" / path).read_text("utf-8")


def files(project: Path, beginning: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "build/nl").glob(f"{beginning}.*")}


class TestHold:
    def test_the_edition_goes_and_every_link_to_it_goes_with_it(self, dutch: Path) -> None:
        assert '<a href="summary.html">' in page(dutch, "nl/public.html")
        assert '<a href="public.html">' in page(dutch, "nl/summary.html")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        assert build(dutch).code == 1
        assert not files(dutch, "public")
        for path in ("nl/summary.html", "nl/summary.md", "en/public.html", "index.html"):
            assert "nl/public" not in page(dutch, path)
            assert "public." not in page(dutch, path) or not path.startswith("nl/"), path
        assert "het volledige handvest klantenservice" in page(dutch, "nl/summary.html")
        held = row(dutch, "public")
        assert (held["published"], held["shown"], held["reasons"]) == (False, "hold", ["1 message untranslated"])
        assert "kept" not in held

    def test_the_last_good_snippet_stays_byte_for_byte(self, dutch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = files(dutch, "summary.snippet")
        change(dutch / DUTCH, BRIEF, 'msgstr ""')
        change(dutch / "charter.toml", 'version = "3.0"', 'version = "3.1"')
        on(monkeypatch, "2026-11-23")
        for _ in range(2):
            ran = build(dutch)
            assert ran.code == 1
            assert files(dutch, "summary") == before
            kept = {"files": ["nl/summary.snippet.html"], "version": "3.0", "made": "2026-11-20"}
            assert row(dutch, "summary")["kept"] == kept
        assert "nl/summary.snippet.html of 2026-11-20 stays" in " ".join(ran.out.split())
        assert 'data-version="3.1"' in page(dutch, "en/summary.snippet.html")
        assert "nl/summary" not in page(dutch, "index.html")
        assert "nl/summary" not in page(dutch, "en/summary.html")

    def test_the_snippet_goes_with_its_language(self, dutch: Path) -> None:
        change(dutch / "charter.toml", 'locales = ["nl"]', "locales = []")
        assert build(dutch).code == 0
        assert not (dutch / "build/nl").exists()


class TestSource:
    def test_source_text_is_marked_and_a_notice_says_so_in_the_readers_language(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        ran = build(dutch)
        assert "with source text: 1 message untranslated" in " ".join(ran.out.split())
        shown = page(dutch, "nl/public.html")
        assert f'<p class="notice" role="note">{NOTICE}' in shown
        assert 'lang="en" dir="ltr" data-state="fallback">What this charter is</h3>' in shown
        assert json.loads(page(dutch, "nl/public.json"))["has_fallback"] is True
        shown_as = row(dutch, "public")
        assert (shown_as["published"], shown_as["shown"]) == (True, "source")
        assert NOTICE not in page(dutch, "en/public.html")
        assert not files(dutch, "staff"), "the staff edition is to be held back"

    def test_every_format_for_readers_holds_the_notice(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        assert run("build", "--project", dutch, "nl", "--edition", "public").out
        for ending in ("html", "md", "txt"):
            assert NOTICE in " ".join(page(dutch, f"nl/public.{ending}").split()), ending
        for ending in ("pdf", "poster.pdf"):
            text = PdfReader(dutch / f"build/nl/public.{ending}").pages[0].extract_text()
            assert NOTICE in " ".join(text.split()), ending
        for ending, part in (("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")):
            with ZipFile(dutch / f"build/nl/public.{ending}") as packed:
                assert NOTICE in packed.read(part).decode(), ending

    def test_a_translation_with_an_error_is_replaced_by_the_source(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(
            dutch / DUTCH,
            '"We herzien dit handvest binnen {review_interval}',
            '"We herzien dit handvest binnen {interval}',
        )
        build(dutch)
        assert "(placeholder-missing)" in row(dutch, "public")["reasons"][0]
        assert "{interval}" not in page(dutch, "nl/public.html")
        assert NOTICE in page(dutch, "nl/public.html")

    def test_the_snippet_is_never_half_translated(self, dutch: Path) -> None:
        before = files(dutch, "summary.snippet")
        choose(dutch, "summary", "source")
        change(dutch / DUTCH, BRIEF, 'msgstr ""')
        build(dutch)
        assert NOTICE in page(dutch, "nl/summary.html")
        assert files(dutch, "summary.snippet") == before
        assert row(dutch, "summary")["kept"]["files"] == ["nl/summary.snippet.html"]

    def test_what_nobody_has_begun_to_translate_is_held_back(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        (dutch / DUTCH).unlink()
        build(dutch)
        assert not files(dutch, "public")
        assert "not shown with source text, because nothing is translated" in row(dutch, "public")["reasons"]

    def test_a_catalogue_in_doubt_as_a_whole_is_held_back(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        change(dutch / DUTCH, "plural=(n != 1)", "plural=(n > 1)")
        build(dutch)
        assert not files(dutch, "public")
        assert "not shown with source text, because the whole catalogue is in doubt" in row(dutch, "public")["reasons"]

    def test_a_damaged_catalogue_is_held_back(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, HEADING[:-1])
        ran = build(dutch)
        assert ran.code == 2
        assert not files(dutch, "public")
        assert (dutch / "build/en/public.html").exists()
        assert "not shown with source text, because the whole catalogue is in doubt" in row(dutch, "public")["reasons"]

    def test_without_the_notice_there_is_no_mixing(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        interface = dutch / "locales/nl/LC_MESSAGES/interface.po"
        said = f'"{NOTICE} U ziet die in de "\n"oorspronkelijke taal."\n'
        change(interface, said, "")
        build(dutch)
        assert not files(dutch, "public")
        assert "(not_translated_yet) is not translated" in row(dutch, "public")["reasons"][-1]


class TestLastGood:
    def test_the_files_of_the_last_complete_build_stay_and_are_dated(
        self, dutch: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        choose(dutch, "public", "last-good")
        before = files(dutch, "public")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        change(dutch / "charter.toml", 'version = "3.0"', 'version = "3.1"')
        on(monkeypatch, "2026-11-25")
        for _ in range(2):
            ran = build(dutch)
            assert ran.code == 1
            assert files(dutch, "public") == before
            assert row(dutch, "public")["published"] is True
            assert row(dutch, "public")["shown"] == "last-good"
            kept = row(dutch, "public")["kept"]
            assert (kept["version"], kept["made"]) == ("3.0", "2026-11-20")
            assert set(kept["files"]) == {f"nl/{name}" for name in before}
        assert "no: 1 message untranslated; version 3.0 of 2026-11-20 stays" in " ".join(ran.out.split())
        index = page(dutch, "index.html")
        assert '<span class="earlier" lang="nl">Versie <bdi>3.0</bdi></span>' in index
        assert "The whole charter" not in index.partition("Not published yet")[2]
        assert "nl/public.html" in page(dutch, "en/public.html")
        status = run("status", "--project", dutch)
        assert "version 3.0 of 2026-11-20 stays" in " ".join(status.out.split())

    def test_a_damaged_catalogue_leaves_the_last_complete_build_alone(self, dutch: Path) -> None:
        choose(dutch, "public", "last-good")
        before = files(dutch, "public")
        change(dutch / DUTCH, HEADING, HEADING[:-1])
        for _ in range(2):
            assert build(dutch).code == 2
            assert files(dutch, "public") == before
        assert "nl/public.html" in page(dutch, "index.html")

    def test_a_complete_edition_takes_its_place_again(self, dutch: Path) -> None:
        choose(dutch, "public", "last-good")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        build(dutch)
        change(dutch / DUTCH, 'msgid "What this charter is"\nmsgstr ""', f'msgid "What this charter is"\n{HEADING}')
        change(dutch / "charter.toml", 'version = "3.0"', 'version = "3.1"')
        build(dutch)
        assert row(dutch, "public")["shown"] == "complete"
        assert "3.1" in page(dutch, "nl/public.html")

    def test_without_a_complete_build_there_is_nothing_to_keep(self, dutch: Path) -> None:
        choose(dutch, "public", "last-good")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        (dutch / "build/nl/public.html").write_text("changed by hand", "utf-8")
        (dutch / "build/nl/public.json").unlink()
        (dutch / "build/nl/public.md").unlink()
        build(dutch)
        assert not files(dutch, "public")
        assert "the output folder has no complete build of it to keep" in row(dutch, "public")["reasons"]

    def test_a_half_translated_page_is_never_taken_for_a_good_one(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, 'msgstr ""')
        build(dutch)
        change(dutch / "charter.toml", 'public = "source"', 'public = "last-good"')
        build(dutch)
        assert not files(dutch, "public")


class TestUnprintable:
    """One letter that no font has, in one language: a PDF of that edition cannot be made."""

    HIEROGLYPH = 'msgstr "Wat dit handvest is \U00013000"'

    def build(self, project: Path) -> Ran:
        return run("build", "--project", project, "--format", "html", "--format", "pdf")

    def test_only_the_edition_that_holds_it_is_held_back(self, dutch: Path) -> None:
        change(dutch / DUTCH, HEADING, self.HIEROGLYPH)
        ran = self.build(dutch)
        assert (ran.code, ran.err) == (1, "")
        why = ["nl/public.pdf cannot be made: no font has \U00013000 (U+13000), in “Wat dit handvest is \U00013000”"]
        assert row(dutch, "public")["reasons"] == why
        assert {path.name.partition(".")[0] for path in (dutch / "build/nl").iterdir()} == {"summary"}
        assert {"public.html", "public.pdf"} <= {path.name for path in (dutch / "build/en").iterdir()}
        assert "nl/public.html" not in page(dutch, "index.html") + page(dutch, "en/public.html")
        change(dutch / DUTCH, self.HIEROGLYPH, HEADING)
        assert self.build(dutch).code == 0
        assert row(dutch, "public")["published"]

    def test_it_is_not_shown_with_source_text_either(self, dutch: Path) -> None:
        choose(dutch, "public", "source")
        change(dutch / DUTCH, HEADING, self.HIEROGLYPH)
        assert self.build(dutch).code == 1
        assert row(dutch, "public")["reasons"][1:] == [
            "not shown with source text, because what is translated cannot be printed"
        ]

    def test_the_last_good_version_stays(self, dutch: Path) -> None:
        choose(dutch, "public", "last-good")
        assert self.build(dutch).code == 0
        before = files(dutch, "public")
        change(dutch / DUTCH, HEADING, self.HIEROGLYPH)
        assert self.build(dutch).code == 1
        assert files(dutch, "public") == before
        assert row(dutch, "public")["shown"] == "last-good"

    def test_in_the_charters_own_language_it_is_the_owners_mistake(self, dutch: Path) -> None:
        (section,) = (
            path for path in (dutch / "charter").glob("*.md") if "What this charter is" in path.read_text("utf-8")
        )
        change(section, "What this charter is", "What this charter is \U00013000")
        before = page(dutch, "en/public.html")
        ran = self.build(dutch)
        assert ran.code == 2
        assert ran.err.startswith("en/public.pdf: no font has the characters \U00013000 (U+13000); ")
        assert page(dutch, "en/public.html") == before
