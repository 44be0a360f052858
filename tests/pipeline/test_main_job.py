"""The main job on the shipped charter: one charter, five languages, and every gap is named."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import run

LOCALES = ("en", "nl", "vi", "ca", "sv")
EDITIONS = ("public", "summary", "staff")
ENDINGS = ("html", "pdf", "md", "txt", "json", "docx")
SOME = ("summary.snippet.html", "public.poster.pdf", "public.xlsx", "staff.xlsx")
"""What only some editions have."""


def bytes_of(folder: Path) -> dict[str, str]:
    """The digest of every artefact by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} does not hold {old!r} any more"
    file.write_text(text.replace(old, new, 1), "utf-8")


def catalogues(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(project.glob("locales/*/LC_MESSAGES/*.po"))}


def plain(text: str) -> str:
    """The text with every kind of space as one space, to compare words alone."""
    return " ".join(text.split())


def test_every_language_edition_and_format_is_built(built: Path) -> None:
    expected = {f"{locale}/{edition}.{ending}" for locale in LOCALES for edition in EDITIONS for ending in ENDINGS}
    expected |= {f"{locale}/{name}" for locale in LOCALES for name in SOME}
    assert set(bytes_of(built)) == expected | {"index.html", "manifest.json"}
    assert all((built / path).stat().st_size > 200 for path in expected)


def test_the_manifest_says_what_was_built_from_what(built: Path, shipped: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    digests = bytes_of(built)
    del digests["manifest.json"]
    assert manifest["artefacts"] == digests
    assert manifest["inputs"]["charter.toml"] == hashlib.sha256((shipped / "charter.toml").read_bytes()).hexdigest()
    assert {row["locale"] for row in manifest["coverage"]} == set(LOCALES)
    assert all(row["published"] for row in manifest["coverage"])


def test_a_second_build_changes_no_byte_and_writes_no_file(project: Path) -> None:
    assert run("build", "--project", project).code == 0
    before, times = bytes_of(project / "build"), {p: p.stat().st_mtime_ns for p in (project / "build").rglob("*")}
    again = run("build", "--project", project)
    assert again.code == 0
    assert "0 files written" in again.out
    assert bytes_of(project / "build") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


@pytest.mark.parametrize(("zone", "workers"), [("Asia/Ho_Chi_Minh", "1"), ("America/Anchorage", "4")])
def test_the_bytes_are_the_same_in_any_folder_time_zone_and_hash_seed_with_one_worker_or_four(
    built: Path, shipped: Path, tmp_path: Path, zone: str, workers: str
) -> None:
    from tests.pipeline.conftest import copy_project

    project = copy_project(shipped, tmp_path / f"another place {zone.partition('/')[0]}")
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": "7", "LC_ALL": "C", "NO_COLOR": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "polycharter", "build", "--workers", workers],
        cwd=project,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert bytes_of(project / "build") == bytes_of(built)


def test_an_artefact_changed_by_hand_is_made_again(project: Path) -> None:
    assert run("build", "--project", project, "--format", "text").code == 0
    page = project / "build" / "nl" / "public.txt"
    before = page.read_bytes()
    page.write_bytes(b"something else")
    assert run("build", "--project", project, "--format", "text").code == 0
    assert page.read_bytes() == before


def test_the_shipped_charter_has_no_finding_but_the_agreement_that_expired_on_purpose(shipped: Path) -> None:
    ran = run("check", "--project", shipped, "--format", "json")
    found = json.loads(ran.out)["findings"]
    assert ran.code == 0
    assert [(row["check"], row["path"]) for row in found] == [("agreement-expired", "charter.toml")]


def test_templates_and_catalogues_are_current(shipped: Path) -> None:
    assert run("extract", "--check", "--project", shipped).code == 0
    assert run("update", "--check", "--project", shipped).code == 0


def test_msgfmt_accepts_every_catalogue_and_counts_as_status_does(shipped: Path, tool: Callable[[str], str]) -> None:
    msgfmt = tool("msgfmt")
    status = json.loads(run("status", "--project", shipped, "--format", "json").out)
    assert len(status["files"]) == 8
    for file in status["files"]:
        ran = subprocess.run(
            [msgfmt, "-c", "--statistics", "-o", os.devnull, shipped / file["path"]],
            capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
        counts = {
            word: int(number) for number, word in re.findall(r"(\d+) (translated|fuzzy|untranslated)", ran.stderr)
        }
        assert counts == {"translated": file["translated"]["messages"]}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3 working days, 3 werkdagen, 3 ngày làm việc, 3 dies hàbils, 3 arbetsdagar"),
        (1, "1 working day, 1 werkdag, 1 ngày làm việc, 1 dia hàbil, 1 arbetsdag"),
    ],
)
def test_a_changed_fact_changes_every_language_and_no_catalogue(
    project: Path, built: Path, value: int, words: str
) -> None:
    change(
        project / "charter.toml",
        '[facts.reply_letters]\ntype = "count"\nvalue = 5',
        f'[facts.reply_letters]\ntype = "count"\nvalue = {value}',
    )
    before = catalogues(project)
    ran = run("build", "--project", project)
    assert ran.code == 0, ran.out
    assert run("extract", "--check", "--project", project).code == 0
    assert run("update", "--check", "--project", project).code == 0
    assert catalogues(project) == before
    for locale, expected in zip(LOCALES, words.split(", "), strict=True):
        five = expected.replace(str(value), "5", 1) if value == 3 else None
        for edition in EDITIONS:
            for ending in ("html", "md", "txt", "json"):
                old = plain((built / locale / f"{edition}.{ending}").read_text("utf-8"))
                new = plain((project / "build" / locale / f"{edition}.{ending}").read_text("utf-8"))
                pattern = re.escape(expected) + r"(?!\w)"
                assert len(re.findall(pattern, new)) > len(re.findall(pattern, old)), f"{locale}/{edition}.{ending}"
                if five:
                    assert new.count(five) < old.count(five)


def test_an_edited_sentence_holds_back_its_editions_and_no_others(project: Path) -> None:
    change(project / "charter" / "14-log-book.md", "Delete an entry", "Please delete an entry")
    assert run("extract", "--project", project).code == 0
    updated = run("update", "--project", project)
    assert updated.code == 0
    for locale in LOCALES[1:]:
        text = (project / f"locales/{locale}/LC_MESSAGES/charter.po").read_text("utf-8")
        assert text.count("#, fuzzy") == 1
        entry = next(part for part in text.split("\n\n") if "#, fuzzy" in part)
        assert "#| msgid" in entry
        assert "Delete an entry" in entry
        assert not entry.rstrip().endswith('msgstr ""')
    ran = run("build", "--project", project)
    assert ran.code == 1
    status = json.loads(run("status", "--project", project, "--format", "json").out)
    for row in status["editions"]:
        held = row["edition"] == "staff" and row["locale"] != "en"
        assert row["publishable"] is not held
        assert row["reasons"] == (["1 message fuzzy"] if held else [])
        for ending in ENDINGS:
            assert (project / "build" / row["locale"] / f"{row['edition']}.{ending}").exists() is not held
    assert ran.out.count("no: 1 message fuzzy") == 4


def test_an_edition_that_is_held_back_leaves_the_folder(project: Path) -> None:
    assert run("build", "--project", project, "--format", "html").code == 0
    assert (project / "build/nl/staff.html").exists()
    change(project / "charter" / "14-log-book.md", "Delete an entry", "Please delete an entry")
    assert run("build", "--project", project, "--format", "html").code == 1
    assert not (project / "build/nl/staff.html").exists()
    assert (project / "build/nl/public.html").exists()
    assert "nl/staff.html" not in (project / "build/sv/public.html").read_text("utf-8")


def test_a_section_that_moves_loses_nothing(project: Path, built: Path) -> None:
    files = sorted((project / "charter").glob("*.md"))
    scope = next(file for file in files if "scope" in file.name)
    scope.rename(scope.with_name("11-scope.md"))
    assert run("extract", "--project", project).code == 0
    assert run("update", "--project", project).code == 0
    for path, data in catalogues(project).items():
        assert b"fuzzy" not in data, path
        assert b"#~" not in data, path
    assert run("build", "--project", project).code == 0
    for locale in LOCALES:
        before = (built / locale / "public.txt").read_text("utf-8").split()
        after = (project / "build" / locale / "public.txt").read_text("utf-8").split()
        assert sorted(before) == sorted(after) or len(before) == len(after)


def test_removed_text_becomes_obsolete_and_comes_back(project: Path) -> None:
    before = catalogues(project)
    section = project / "charter" / "08-interruptions.md"
    text = section.read_text("utf-8")
    first = next(line for line in text.splitlines() if line and not line.startswith(("#", ":", "+")))
    section.write_text(text.replace(f"{first}\n", "", 1), "utf-8")
    assert run("update", "--project", project).code == 0
    assert all(b"#~ msgid" in data for path, data in catalogues(project).items() if path.name == "charter.po")
    section.write_text(text, "utf-8")
    assert run("update", "--project", project).code == 0
    assert {path: data.split(b"msgid", 2)[2] for path, data in catalogues(project).items()} == {
        path: data.split(b"msgid", 2)[2] for path, data in before.items()
    }


def test_a_damaged_placeholder_is_a_finding_at_its_line(project: Path) -> None:
    file = project / "locales/nl/LC_MESSAGES/charter.po"
    lines = file.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if "{reply_letters}" in line and line.startswith("msgstr"))
    lines[number] = lines[number].replace("{reply_letters}", "{reply_leters}")
    file.write_text("\n".join(lines), "utf-8")
    ran = run("check", "--project", project, "nl")
    assert ran.code == 1
    assert f"locales/nl/LC_MESSAGES/charter.po:{number + 1}:" in ran.out
    assert "{reply_letters}" in ran.out
    build = run("build", "--project", project, "--format", "html")
    assert build.code == 1
    assert "no: 1 message with an error (placeholder-missing)" in build.out
    assert not (project / "build/nl/public.html").exists()
    assert (project / "build/sv/public.html").exists()


def test_a_catalogue_cut_in_half_is_refused_and_left_alone(project: Path) -> None:
    file = project / "locales/sv/LC_MESSAGES/charter.po"
    data = file.read_bytes()
    at = data.index(b'"\n', len(data) // 2)
    file.write_bytes(data[:at])
    damaged = file.read_bytes()
    line = damaged.count(b"\n") + 1
    for command in ("update", "check", "status", "compile", "build", "build"):
        ran = run(command, "--project", project)
        assert ran.code == 2, command
        assert ran.err.startswith("locales/sv/LC_MESSAGES/charter.po:"), ran.err
        assert abs(int(ran.err.split(":")[1]) - line) <= 1
        assert "Traceback" not in ran.err
        assert file.read_bytes() == damaged
    assert (project / "build/nl/public.html").exists()
    assert not (project / "build/sv").exists()
    told = json.loads(run("status", "--project", project, "--format", "json").out)["editions"]
    rows = {row["locale"]: row["reasons"] for row in told}
    assert rows["nl"] == []
    assert rows["sv"] == [f"the file is damaged ({ran.err.partition(': ')[0]})"]


def test_english_in_the_swedish_file_is_reported_as_the_wrong_language(project: Path) -> None:
    file = project / "locales/sv/LC_MESSAGES/charter.po"
    parts = file.read_text("utf-8").split("\n\n")
    for number, part in enumerate(parts):
        if "#: charter/06-rights.md" in part and "msgid_plural" not in part:
            english = part[part.index("msgid ") + 6 : part.index("\nmsgstr ")]
            words = english.replace("you", "thou").replace("We", "They")
            parts[number] = part[: part.index("msgstr ") + 7] + words
    file.write_text("\n\n".join(parts), "utf-8")
    ran = run("check", "--project", project, "sv", "--format", "json")
    found = {(row["check"], row["locale"]) for row in json.loads(ran.out)["findings"]}
    assert ran.code == 1
    assert ("wrong-language", "sv") in found


def test_a_missing_catalogue_is_named_and_the_other_languages_are_built(project: Path) -> None:
    shutil.rmtree(project / "locales/vi/LC_MESSAGES")
    ran = run("build", "--project", project, "--format", "html")
    assert ran.code == 1
    assert not (project / "build/vi").exists()
    assert (project / "build/ca/public.html").exists()
    assert "messages untranslated" in ran.out


def test_the_expired_agreement_is_shown_nowhere(built: Path) -> None:
    for locale in LOCALES:
        staff = json.loads((built / locale / "staff.json").read_text("utf-8"))
        assert "paper-vouchers" not in json.dumps(staff)


def test_the_wrong_locale_or_folder_is_told_without_a_traceback(project: Path, tmp_path: Path) -> None:
    ran = run("build", "--project", project, "fr")
    assert (ran.code, ran.err) == (
        2,
        "charter.toml: has no language 'fr'. Choose from: en, nl, vi, ca, sv; or add it to locales.\n",
    )
    ran = run("build", "--project", tmp_path)
    assert ran.code == 2
    assert "polycharter init DIR" in ran.err


def test_a_narrower_build_leaves_the_rest_in_place(project: Path) -> None:
    assert run("build", "--project", project, "--format", "text", "--format", "html").code == 0
    before = bytes_of(project / "build")
    change(project / "charter.toml", 'version = "3.0"', 'version = "3.1"')
    ran = run("build", "--project", project, "nl", "--edition", "public", "--format", "html")
    assert ran.code == 0
    assert {line.split()[0] for line in ran.out.splitlines() if " public " in line} == {"nl"}
    after = bytes_of(project / "build")
    assert set(after) == set(before)
    assert {path for path in after if after[path] != before[path]} == {"nl/public.html", "index.html", "manifest.json"}
    assert "sv/public.html" in (project / "build/index.html").read_text("utf-8")


def test_the_list_of_languages_neither_names_nor_leads_to_the_staff_edition(built: Path, project: Path) -> None:
    page = (built / "index.html").read_text("utf-8")
    assert "nl/public.html" in page
    assert "nl/summary.html" in page
    assert "staff" not in page.lower()
    # Of that edition alone it is the list, with what is held back.
    change(project / "locales/sv/LC_MESSAGES/charter.po", 'msgstr "Syfte"', 'msgstr ""')
    assert run("build", "--project", project, "--edition", "staff", "--format", "html").code == 1
    page = (project / "build/index.html").read_text("utf-8")
    assert "nl/staff.html" in page
    assert "sv/staff.html" not in page
    assert "Svenska" in page


def test_the_source_language_can_be_built_alone(project: Path) -> None:
    assert run("render", "--project", project, "en", "--format", "text").code == 0
    assert set(bytes_of(project / "build")) == {
        "en/public.txt",
        "en/staff.txt",
        "en/summary.txt",
        "index.html",
        "manifest.json",
    }
