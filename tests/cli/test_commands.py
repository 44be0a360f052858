"""Every command as a user runs it: what it says, where, and its exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.command import run

COMMANDS = (
    "build",
    "check",
    "compile",
    "explain",
    "extract",
    "init",
    "merge-driver",
    "pseudo",
    "receive",
    "render",
    "status",
    "update",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example(name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert "Example:" in ran.out


def test_every_command_is_named_above() -> None:
    import click

    from polycharter.cli import group

    assert tuple(group.list_commands(click.Context(group))) == COMMANDS


@pytest.mark.parametrize(
    ("name", "close"),
    [("recieve", " Did you mean receive?"), ("stauts", " Did you mean status?"), ("xyz", "")],
)
def test_a_mistyped_command_is_told_which_one_it_may_be(name: str, close: str) -> None:
    ran = run(name, "nl.po")
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == f"Error: No such command '{name}'.{close}"


@pytest.mark.parametrize("command", ["check", "receive"])
def test_what_is_no_gettext_file_is_one_line(sample: Path, command: str) -> None:
    file = sample / "charter.toml"
    ran = run(command, file, "--project", sample)
    assert (ran.code, ran.err) == (2, f"{file}:3:1: this is not a gettext file. Name a catalogue (.po).\n")


def test_of_very_many_mistakes_the_first_are_printed_and_the_others_counted(sample: Path) -> None:
    file = sample / "nl.po"
    file.write_text('msgid "Yes"\nmsgstr "Ja"\n' + "\n#: x\nmsgid Yes\n" * 14, "utf-8")
    ran = run("check", file, "--project", sample)
    lines = ran.err.splitlines()
    assert (ran.code, len(lines), lines[-1]) == (2, 11, "and 4 more")
    assert lines[0].startswith(f"{file}:5:")


def test_the_list_of_commands_imports_none_of_them() -> None:
    script = (
        "import sys; from polycharter.cli import group; import click\n"
        "group.get_help(click.Context(group))\n"
        "print([name for name in sys.modules if name.startswith('polycharter.') and 'cli' not in name])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(eval(ran.stdout))  # a list of names printed by the line above
    assert loaded == {"polycharter.model", "polycharter.model.errors", "polycharter.model.place"}


def test_a_build_with_nothing_to_do_loads_no_library_for_reading_or_rendering(sample: Path) -> None:
    script = (
        "import sys; from tests.command import run\n"
        f"run('build', '--project', {str(sample)!r}, '--format', 'text')\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}))"
    )
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
        )
    loaded = set(eval(ran.stdout))  # a list of names printed by the line above
    assert not loaded & {"babel", "jinja2", "langdetect", "markdown_it", "phonenumbers", "rapidfuzz", "typst", "polib"}


def test_the_daily_round(sample: Path) -> None:
    """Extract, update, check, build, status on a project whose only translation is still empty."""
    ran = run("extract", "--project", sample)
    assert (ran.code, ran.out) == (0, "locales/charter.pot: written\nlocales/interface.pot: written\n")
    assert run("extract", "--check", "--project", sample).code == 0
    ran = run("update", "--check", "--project", sample)
    assert ran.code == 1
    assert not (sample / "locales/nl/LC_MESSAGES").exists()
    ran = run("update", "--project", sample)
    assert ran.code == 0
    assert "new, to be translated" in ran.out
    assert run("update", "--check", "--project", sample).code == 0
    ran = run("check", "--project", sample)
    assert ran.code == 1
    assert "locales/nl/LC_MESSAGES/charter.po" in ran.out
    ran = run("build", "--project", sample, "--format", "text")
    assert ran.code == 1
    assert (sample / "build/en/public.txt").exists()
    assert not (sample / "build/nl").exists()
    assert "messages untranslated" in ran.out
    assert ran.out.splitlines()[-1].endswith(f"Open {sample / 'build' / 'index.html'}")


def test_extract_check_fails_when_the_charter_has_moved_on(sample: Path) -> None:
    run("extract", "--project", sample)
    section = sample / "charter" / "02-complaints.md"
    section.write_text(section.read_text("utf-8").replace("Fill in", "Please fill in"), "utf-8")
    before = (sample / "locales/charter.pot").read_bytes()
    ran = run("extract", "--check", "--project", sample)
    assert ran.code == 1
    assert "locales/charter.pot: is not current. Run: polycharter extract" in ran.out
    assert (sample / "locales/charter.pot").read_bytes() == before


def test_extract_writes_nothing_where_only_the_date_would_change(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("extract", "--project", sample)
    before = (sample / "locales/charter.pot").read_bytes()
    assert b"POT-Creation-Date: 2023-11-14 22:13+0000" in before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert "is current" in run("extract", "--project", sample).out
    assert (sample / "locales/charter.pot").read_bytes() == before


def test_status_as_json_names_every_edition_and_file(sample: Path) -> None:
    ran = run("status", "--project", sample, "--format", "json")
    status = json.loads(ran.out)
    assert ran.code == 1
    assert [(row["locale"], row["edition"]) for row in status["editions"]] == [
        (locale, edition) for locale in ("en", "nl") for edition in ("public", "summary", "staff")
    ]
    dutch = status["editions"][3]
    assert not dutch["publishable"]
    assert dutch["missing"]["messages"] > 20
    assert dutch["missing"]["words"] > 60
    assert dutch["reasons"][0].endswith("messages untranslated")
    assert status["editions"][0]["publishable"]


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_fail_on_chooses_the_severity_that_fails(sample: Path, severity: str, code: int) -> None:
    file = sample / "charter.toml"
    text = file.read_text("utf-8").replace('locales = ["nl"]', "locales = []")
    file.write_text(text + '\n[facts.idle]\ntype = "name"\nvalue = "nobody uses me"\n', "utf-8")
    run("extract", "--project", sample)
    ran = run("check", "--project", sample, "--fail-on", severity)
    assert "fact-unused" in ran.out
    assert ran.code == code


def test_compile_says_what_it_compiled(sample: Path) -> None:
    run("update", "--project", sample)
    ran = run("compile", "--project", sample)
    assert ran.code == 0
    assert "locales/nl/LC_MESSAGES/charter.mo: 0 messages" in ran.out
    assert (sample / "locales/nl/LC_MESSAGES/charter.mo").exists()


def test_render_lists_what_it_wrote(sample: Path, tmp_path: Path) -> None:
    ran = run("render", "--project", sample, "--edition", "public", "--format", "text", "--out", tmp_path / "out")
    assert ran.code == 1
    assert str(tmp_path / "out" / "en" / "public.txt") in ran.out.splitlines()
    assert "nl public: not published: " in ran.err
    assert not (tmp_path / "out" / "en" / "staff.txt").exists()


def test_explain_lists_and_prints(sample: Path) -> None:
    assert "placeholder-missing" in run("explain").out
    ran = run("explain", "placeholder-missing")
    assert ran.code == 0
    assert "Fires:" in ran.out
    assert "Passes:" in ran.out
    ran = run("explain", "no-such-check")
    assert ran.code == 2
    assert "there is no check 'no-such-check'" in ran.err


def test_init_makes_a_project_and_never_into_a_full_folder(tmp_path: Path) -> None:
    ran = run("init", tmp_path / "demo")
    assert ran.code == 0
    assert (tmp_path / "demo" / "charter.toml").exists()
    assert not list((tmp_path / "demo").rglob("*.mo"))
    assert run("extract", "--check", "--project", tmp_path / "demo").code == 0
    ran = run("init", tmp_path / "demo")
    assert ran.code == 2
    assert "is there already, and not empty" in ran.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["FILE"], "FILE: is a file that is there already. Choose the name of a new folder.\n"),
        (["FILE", "--templates"], "FILE: is a file that is there already. Choose the name of a new folder.\n"),
        (["FILE/demo"], "FILE/demo: cannot be made (Not a directory). Choose another place.\n"),
    ],
)
def test_init_where_a_file_stands_is_one_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine", "utf-8")
    ran = run("init", *(part.replace("FILE", str(file)) for part in arguments))
    assert (ran.code, ran.out, ran.err) == (2, "", says.replace("FILE", str(file)))
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [([], "Missing argument 'DIR'."), (["demo", "--only", "html"], "--only goes with --templates.")],
)
def test_init_says_what_it_needs(arguments: list[str], says: str) -> None:
    ran = run("init", *arguments)
    assert ran.code == 2
    assert says in ran.err


def test_a_project_brings_its_own_template(sample: Path) -> None:
    folder = sample / "templates" / "text"
    folder.mkdir(parents=True)
    (folder / "charter.txt").write_text("OUR OWN PAGE {{ organisation }}\n", "utf-8")
    run("build", "--project", sample, "--format", "text")
    page = (sample / "build/en/public.txt").read_text("utf-8")
    assert page.startswith("OUR OWN PAGE")


def test_a_mistake_in_a_template_is_one_line(sample: Path) -> None:
    folder = sample / "templates" / "html"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text("<p>\n{{ no_such_name }}\n", "utf-8")
    ran = run("build", "--project", sample, "--format", "html")
    assert ran.code == 2
    assert ran.err.startswith("templates/html/page.html:2: ")


def test_a_bad_clock_is_refused(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ran = run("status", "--project", sample)
    assert (ran.code, ran.err) == (2, "SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds. Write digits only.\n")


def test_an_unknown_language_is_refused_before_anything_is_written(sample: Path) -> None:
    file = sample / "charter.toml"
    file.write_text(file.read_text("utf-8").replace('["nl"]', '["nl", "xx"]'), "utf-8")
    ran = run("update", "--project", sample)
    assert ran.code == 2
    line = 1 + next(at for at, row in enumerate(file.read_text("utf-8").split("\n")) if "xx" in row)
    assert ran.err.startswith(f"charter.toml:{line}: 'xx' is a language that CLDR does not know. ")
    assert not (sample / "locales/nl/LC_MESSAGES").exists()


@pytest.mark.parametrize("command", ["check", "update"])
def test_the_language_of_the_charter_has_no_catalogues_to_ask_for(sample: Path, command: str) -> None:
    ran = run(command, "en", "--project", sample)
    what = "'en' is the language that the charter is written in, so it has no catalogues"
    assert (ran.code, ran.err) == (2, f"charter.toml: {what}. Choose from: nl.\n")
