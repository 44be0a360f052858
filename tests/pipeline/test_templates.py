"""Templates copied out with `init --templates`: nothing is lost, nothing changes, and a copy that grows old is told."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from polycharter import shipped
from polycharter.pipeline.templates import RECORD
from tests.command import run

FILES = {
    path.relative_to(shipped.shipped_folder() / "templates").as_posix()
    for path in (shipped.shipped_folder() / "templates").rglob("*.*")
    if path.is_file() and path.name != "words.toml"
}


def own(root: Path) -> set[str]:
    folder = root / "templates"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return files - {Path(RECORD).name}


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".polycharter.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def other_version(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another version of polycharter: its shipped project, a copy of ours, which a test may change."""
    ours = shipped.shipped_folder()
    theirs = tmp_path / "other"
    shutil.copytree(ours / "templates", theirs / "templates")
    for name in ("pipeline.templates", "pipeline.project"):
        monkeypatch.setattr(f"polycharter.{name}.shipped_folder", lambda: theirs)
    monkeypatch.setattr("polycharter.pipeline.templates.__version__", "9.1")
    return theirs


def test_all_templates_are_copied_and_no_word_is(sample: Path) -> None:
    ran = run("init", "--templates", sample)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{sample / 'templates'}: {len(FILES)} copied, 0 left as they were.\n  copied  docx/")
    assert "shipped one is used then" in ran.out
    assert own(sample) == FILES
    assert "html/page.html" in FILES


def test_what_is_there_is_left_and_named(sample: Path) -> None:
    style = sample / "templates/html/style.css"
    style.parent.mkdir(parents=True)
    style.write_text("body { color: teal }", "utf-8")
    ran = run("init", "--templates", sample)
    assert "1 left as they were" in ran.out
    assert "  left    html/style.css\n" in ran.out
    assert style.read_text("utf-8") == "body { color: teal }"
    before = bytes_of(sample)
    again = run("init", "--templates", sample)
    assert (again.code, again.err) == (0, "")
    assert f"0 copied, {len(FILES)} left" in again.out
    assert bytes_of(sample) == before


def test_a_build_with_fresh_copies_makes_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    run("update", "--project", sample)
    run("build", "--project", sample, "--out", tmp_path / "without")
    run("init", "--templates", sample)
    ran = run("build", "--project", sample, "--out", tmp_path / "with")
    assert ran.err == ""
    made = bytes_of(tmp_path / "with")
    assert {name.rpartition(".")[2] for name in made} >= {"html", "pdf", "docx", "md", "txt", "json", "xlsx"}
    assert made == bytes_of(tmp_path / "without")


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["html/style.css"], {"html/style.css"}),
        (["docx"], {"docx/styles.xml", "docx/numbering.xml"}),
        (["templates/text/", "pdf/theme.typ"], {"text/charter.txt", "pdf/theme.typ"}),
    ],
)
def test_only_some_are_copied(sample: Path, only: list[str], expected: set[str]) -> None:
    ran = run("init", "--templates", sample, *(part for name in only for part in ("--only", name)))
    assert ran.code == 0
    assert own(sample) == expected


@pytest.mark.parametrize("name", ["htm", "words.toml", "", "../charter.toml"])
def test_an_unknown_template_is_refused_with_the_names_of_all(sample: Path, name: str) -> None:
    ran = run("init", "--templates", sample, "--only", name)
    assert ran.code == 2
    assert ran.err.startswith(
        f"--only: there is no template {name!r}. Choose from docx, html, markdown, pdf, text, or "
    )
    assert not (sample / "templates").exists()
    assert run("init", "--templates", sample.parent / "new", "--only", name).code == 2
    assert not (sample.parent / "new").exists()


def test_a_new_project_may_begin_with_its_templates(tmp_path: Path) -> None:
    ran = run("init", tmp_path / "demo", "--templates", "--only", "pdf/theme.typ")
    assert ran.code == 0
    assert "a charter project with" in ran.out
    assert own(tmp_path / "demo") == {"pdf/theme.typ"}


def test_this_folder_is_meant_where_none_is_named(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sample)
    assert run("init", "--templates", "--only", "text").code == 0
    assert own(sample) == {"text/charter.txt"}
    monkeypatch.chdir(sample / "charter")
    ran = run("init", "--templates")
    assert ran.code == 2
    assert ran.err.startswith("charter.toml: there is no such file in ")


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    ran = run("init", "--templates", tmp_path)
    assert ran.code == 2
    assert "is there already, and not empty" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_link_out_of_the_project_is_not_followed(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (sample / "templates").symlink_to(tmp_path / "outside")
    ran = run("init", "--templates", sample)
    assert ran.code == 2
    assert "leads out of the project by a symbolic link" in ran.err
    assert not list((tmp_path / "outside").iterdir())


def test_a_copy_that_has_grown_old_is_told_at_each_build(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "--templates", sample, "--only", "text", "--only", "html/style.css")
    theirs = other_version(sample, tmp_path, monkeypatch)
    style = theirs / "templates/html/style.css"
    style.write_text(style.read_text("utf-8") + "p { margin: 0 }\n", "utf-8")
    expected = (
        "templates/html/style.css: is a copy from polycharter 0.1.0, and 9.1 brings another one. Put yours aside, run "
        "polycharter init --templates --only html/style.css, and bring your changes over.\n"
    )
    ran = run("build", "--project", sample, "--format", "text")
    assert ran.err == expected
    assert run("init", "--templates", sample, "--only", "html/style.css").err == expected
    (sample / "templates/html/style.css").unlink()
    assert run("init", "--templates", sample, "--only", "html/style.css").err == ""
    assert run("build", "--project", sample, "--format", "text").err == ""


def test_a_copy_of_what_is_no_longer_there_is_told(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "--templates", sample, "--only", "html/snippet.html")
    (other_version(sample, tmp_path, monkeypatch) / "templates/html/snippet.html").unlink()
    ran = run("build", "--project", sample, "--format", "text")
    assert "9.1 has no such template. Delete it if none of your own uses it." in ran.err


def test_a_template_of_ones_own_is_nobodys_copy(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    style = sample / "templates/html/style.css"
    style.parent.mkdir(parents=True)
    style.write_text("body { color: teal }", "utf-8")
    run("init", "--templates", sample)
    theirs = other_version(sample, tmp_path, monkeypatch)
    (theirs / "templates/html/style.css").write_text("body { color: red }", "utf-8")
    assert run("build", "--project", sample, "--format", "text").err == ""


def test_a_damaged_record_is_named_with_its_line(sample: Path) -> None:
    run("init", "--templates", sample, "--only", "text")
    record = sample / RECORD
    record.write_text(re.sub('sha256 = ".*"', "sha256 = 1", record.read_text("utf-8")), "utf-8")
    ran = run("build", "--project", sample, "--format", "text")
    assert ran.code == 2
    assert ran.err.startswith("templates/copied.toml:3: text/charter.txt: expected polycharter and sha256. Delete ")


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "html/page.html",
            "<p>\n{{ span(words.at_most) }}",
            "2: the template cannot be filled in: there is no interface",
        ),
        ("pdf/charter.typ", "#slogan", "1:2: the PDF cannot be made: unknown variable: slogan"),
        ("docx/styles.xml", "<a>", "1: is no well-formed XML"),
        ("text/charter.txt", "{{ slogan }}", "1: the template cannot be filled in: 'slogan' is undefined"),
    ],
)
def test_a_broken_template_ends_the_build_with_one_line(
    sample: Path, file: str, text: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same from within the project's folder as from elsewhere."""
    path = sample / "templates" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    ran = run("build", "--project", sample)
    assert ran.code == 2
    assert ran.err.startswith(f"templates/{file}:{says}")
    assert ran.err.count("\n") == 1
    assert "came with polycharter:" not in ran.err
    monkeypatch.chdir(sample)
    assert run("build").err == ran.err
    assert not (sample / "build").exists()


def test_a_word_of_ones_own_reaches_template_translators_and_page(sample: Path) -> None:
    """A project's words.toml adds to the shipped one; the word is translated like every other."""
    run("init", "--templates", sample, "--only", "text")
    (sample / "templates/words.toml").write_text('[slogan]\ntext = "Fresh since 1921"\nnote = "our slogan"\n', "utf-8")
    page = sample / "templates/text/charter.txt"
    page.write_text(page.read_text("utf-8") + "\n{{ words.slogan }}\n", "utf-8")
    run("extract", "--project", sample)
    template = (sample / "locales/interface.pot").read_text("utf-8")
    assert '#. Note: our slogan\n#: templates/words.toml\nmsgid "Fresh since 1921"' in template
    run("build", "--project", sample, "--format", "text")
    assert (sample / "build/en/public.txt").read_text("utf-8").endswith("\n\nFresh since 1921\n")


def test_the_manifest_names_the_templates_that_are_the_projects_own(sample: Path) -> None:
    """A copy that is as it came is polycharter's; one that somebody changed is an input like the charter itself."""
    run("init", "--templates", sample, "--only", "html")
    theme = sample / "templates/html/theme.css"
    theme.write_text(theme.read_text("utf-8") + "/* ours */\n", "utf-8")
    assert run("build", "--project", sample, "--format", "html").code in (0, 1)
    inputs = json.loads((sample / "build/manifest.json").read_bytes())["inputs"]
    assert {path: its for path, its in inputs.items() if path.startswith("templates/")} == {
        "templates/html/theme.css": hashlib.sha256(theme.read_bytes()).hexdigest()
    }


def test_a_file_or_word_whose_name_is_nearly_right_is_told(sample: Path) -> None:
    """Only where nothing uses it: a template of one's own may include other files, and use other words."""
    html = sample / "templates/html"
    html.mkdir(parents=True)
    (html / "styles.css").write_text("body { color: teal }", "utf-8")
    (html / "house.css").write_text("body { color: teal }", "utf-8")
    (sample / "templates/words.toml").write_text(
        '[limit]\ntext = "Limit"\n\n[comitments]\ntext = "Promises"\n\n[slogan]\ntext = "Fresh"\n', "utf-8"
    )
    assert run("build", "--project", sample, "--format", "text").err == (
        "templates/html/styles.css: polycharter uses no file of this name. "
        "Rename it if you meant templates/html/style.css.\n"
        "templates/words.toml:4: no template uses the word 'comitments'. Rename it if you meant 'commitments'.\n"
    )
    (html / "snippet.html").write_text('{% include "html/styles.css" %}{{ words.comitments }}', "utf-8")
    assert run("build", "--project", sample, "--format", "text").err == ""


def test_a_copy_beside_the_right_file_is_nobodys_mistake(sample: Path) -> None:
    run("init", "--templates", sample, "--only", "html/style.css")
    (sample / "templates/html/style.css.old").write_text("body { color: teal }", "utf-8")
    assert run("build", "--project", sample, "--format", "text").err == ""
