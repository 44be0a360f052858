"""Checking as a user runs it: in a project, on single files, with allowances and settings."""

import json
import os
import re
from pathlib import Path

import pytest

from polycharter.model.check import EVERY_CHECK
from polycharter.pipeline.loose import judge_files
from tests.command import run

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
COPIED = 'msgid "We answer every letter of yours."\nmsgstr "We answer every letter of yours."\n'
MISSING = 'msgid "We answer within {days}."\nmsgstr "Wij antwoorden binnen vijf dagen."\n'
DUTCH = "locales/nl/LC_MESSAGES/charter.po"


def po(folder: Path, name: str, entries: str, language: str = "nl") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEADER.format(language=language) + entries, "utf-8")
    return file


def rows(*arguments: str | Path) -> list[tuple[str, int]]:
    """The check and line of every finding."""
    ran = run("check", *arguments, "--format", "json")
    return [(row["check"], row["line"]) for row in json.loads(ran.out)["findings"]]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def damage(project: Path) -> int:
    """Take a placeholder out of a Dutch translation; the line of its msgstr."""
    file = project / DUTCH
    lines = file.read_text("utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith('msgstr "') and "{" in line)
    lines[at] = lines[at].replace("{", "").replace("}", "")
    file.write_text("\n".join(lines), "utf-8")
    return at + 1


def test_a_file_needs_no_project(tmp_path: Path) -> None:
    file = po(tmp_path, "nl.po", MISSING)
    ran = run("check", file, "--project", tmp_path, "--select", "placeholder-missing")
    assert ran.code == 1
    assert f"{file}:8:9: error: {{days}} is missing from the translation. [placeholder-missing]" in ran.out
    assert ran.out.splitlines()[-1] == "1 error."
    whole = run("check", file, "--project", tmp_path)
    assert re.search(r"^Not checked in nl: \d+ checks \(there is no charter\)\.$", whole.out, re.MULTILINE)
    every = run("check", file, "--project", tmp_path, "--format", "json").out
    assert "charter-expired" in {row["check"] for row in json.loads(every)["not_checked"]}


def test_files_of_several_locales_know_one_another(tmp_path: Path) -> None:
    files = [po(tmp_path, f"app.{tag}.po", COPIED, language) for tag, language in (("nl", "nl"), ("pt_BR", "pt_BR"))]
    judged = judge_files(files, EVERY_CHECK)
    assert {finding.locale for finding in judged.findings if finding.check == "left-in-source"} == {"nl", "pt-BR"}
    assert {finding.domain for finding in judged.findings} == {"app"}


@pytest.mark.parametrize(
    ("name", "language", "locale"),
    [
        ("x.po", "sr@latin", "sr-Latn"),
        ("sv.po", "", "sv"),
        ("app.sv.po", "", "sv"),
        ("app-pt_BR.po", "LL", "pt-BR"),
        ("ca/LC_MESSAGES/app.po", "", "ca"),
        ("sv/app.po", "", "sv"),
        ("app.po", "", "und"),
        ("nl.po", "sv", "sv"),
    ],
)
def test_the_locale_comes_from_the_header_else_from_the_name(
    tmp_path: Path, name: str, language: str, locale: str
) -> None:
    file = po(tmp_path, name, 'msgid "a"\nmsgstr ""\n', language)
    judged = judge_files([file], EVERY_CHECK)
    assert {row.locale for row in judged.findings} == {locale}


def test_a_file_that_cannot_be_read_is_one_line_each(tmp_path: Path) -> None:
    bad = tmp_path / "bad.po"
    bad.write_text('msgid "a\nmsgstr "b"\n', "utf-8")
    ran = run("check", bad, tmp_path / "gone.po", tmp_path / "app.pot")
    assert (ran.code, ran.out) == (2, "")
    assert "app.pot: is a template" in ran.err
    ran = run("check", bad, tmp_path / "gone.po", "--project", tmp_path)
    assert ran.code == 2
    assert f"{bad}:1" in ran.err
    assert f"{tmp_path / 'gone.po'}: there is no such file" in ran.err
    good = tmp_path / "nl.po"
    good.write_text('msgid "Write."\nmsgstr "Write."\n', "utf-8")
    ran = run("check", good, bad)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"{good}" in ran.out


def test_no_sequence_of_a_file_or_its_name_reaches_the_terminal(tmp_path: Path) -> None:
    escape = "\x1b[2J\x9b31m"
    bad = tmp_path / f"bad{escape}.po"
    bad.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset={escape}\\n"\n', "utf-8")
    ran = run("check", bad)
    assert ran.code == 2
    assert not {"\x1b", "\x9b"} & {*ran.out, *ran.err}


def test_a_catalogue_of_the_project_is_checked_with_its_charter(project: Path) -> None:
    line = damage(project)
    found = rows(project / DUTCH, "--project", project)
    assert ("placeholder-missing", line) in found
    assert not [check for check, _ in found if check == "agreement-expired"]
    left = json.loads(run("check", project / DUTCH, "--project", project, "--format", "json").out)["not_checked"]
    assert "there is no charter" not in {row["reason"] for row in left}
    assert rows("sv", "--project", project) == rows("vi", "--project", project)


def test_a_damaged_neighbour_does_not_keep_a_language_from_being_checked(project: Path) -> None:
    (project / "locales/vi/LC_MESSAGES/charter.po").write_text('msgid "', "utf-8")
    assert run("check", "nl", "--project", project, "--fail-on", "error").code == 0
    assert run("check", "vi", "--project", project).code == 2
    line = damage(project)
    ran = run("check", "--project", project)
    assert ran.code == 2
    assert f"{DUTCH}:{line}:" in ran.out
    assert ran.err.startswith("locales/vi/LC_MESSAGES/charter.po:1:")


def test_an_unknown_check_is_refused_with_a_suggestion(project: Path) -> None:
    ran = run("check", "--project", project, "--select", "fuzzy,too-lang")
    assert (ran.code, ran.err) == (2, "--select: there is no check 'too-lang'. Did you mean too-long?\n")
    change(project / "charter.toml", "[charter]", '[checks]\nignore = ["fuzy"]\n\n[charter]')
    ran = run("check", "--project", project)
    assert ran.code == 2
    assert "there is no check 'fuzy'. Did you mean fuzzy?" in ran.err
    assert ran.err.startswith("charter.toml:")


def test_settings_of_the_project_count_until_a_command_says_otherwise(project: Path) -> None:
    damage(project)
    assert run("check", "--project", project).code == 1
    change(project / "charter.toml", "[charter]", '[checks]\nignore = ["placeholder-missing"]\n\n[charter]')
    assert "placeholder-missing" not in {check for check, _ in rows("--project", project)}
    assert "placeholder-missing" in {
        check for check, _ in rows("--project", project, "--select", "placeholder-missing")
    }
    change(project / "charter.toml", 'ignore = ["placeholder-missing"]', 'fail_on = "never"')
    assert run("check", "--project", project).code == 0
    assert run("check", "--project", project, "--fail-on", "error").code == 1


@pytest.mark.parametrize("line", ['fail_on = "sometimes"', 'select = "fuzzy"', "colour = true"])
def test_wrong_settings_are_refused(project: Path, line: str) -> None:
    change(project / "charter.toml", "[charter]", f"[checks]\n{line}\n\n[charter]")
    ran = run("check", "--project", project)
    assert ran.code == 2
    assert "checks." in ran.err


def test_what_a_translator_allows_stays_through_an_update_and_is_counted(project: Path) -> None:
    """An edition with an allowed error is published; the reason is in every report."""
    file = project / DUTCH
    lines = file.read_text("utf-8").split("\n")
    at = next(index for index, line in enumerate(lines) if line.startswith('msgid "We '))
    end = next(index for index in range(at, len(lines)) if lines[index].startswith("msgstr"))
    source = lines[at].removeprefix("msgid ")
    stop = lines.index("", end)
    while lines[at - 1]:
        at -= 1
    allow = "# polycharter: allow=left-in-source because the lawyers want the English words"
    file.write_text("\n".join([*lines[:at], allow, *lines[at:end], f"msgstr {source}", *lines[stop:]]), "utf-8")
    assert run("update", "nl", "--project", project).code == 0
    assert allow in file.read_text("utf-8")
    ran = run("check", "nl", "--project", project, "--select", "left-in-source,allow-unused")
    assert (ran.code, ran.out.splitlines()[-1]) == (
        0,
        "No findings; 1 finding allowed by translators, with reasons.",
    )
    told = json.loads(run("check", "nl", "--project", project, "--format", "json").out)
    assert told["count"]["allowed"] == 1
    assert told["allowed"][0]["reason"] == "the lawyers want the English words"


def test_the_proof_of_parity_is_a_table_and_json(project: Path) -> None:
    ran = run("check", "--parity", "--project", project)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "All languages carry the same charter."
    assert json.loads(run("check", "--parity", "--format", "json", "--project", project).out)["parity"] is True
    assert run("check", "--parity", "--format", "sarif", "--project", project).code == 2


def test_a_line_of_the_charter_is_shown(project: Path) -> None:
    out = run("check", "--project", project, "--select", "agreement-expired").out
    assert "| until = 2026-06-30" in out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "nl.po")
    ran = run("check", tmp_path / "nl.po")
    assert ran.code == 2
    assert f"{tmp_path / 'nl.po'}: cannot be read (not a file)" in ran.err
