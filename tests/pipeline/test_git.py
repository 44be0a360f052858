"""Real git repositories: the merge driver as git runs it, and earlier versions of a file."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue
from polycharter.pipeline.git import versions
from tests.command import run

SAMPLE = Path(__file__).parents[1] / "sample"
CHARTER = "locales/nl/LC_MESSAGES/charter.po"


class Repository:
    """A clone with polycharter's merge driver."""

    def __init__(self, git: str, folder: Path) -> None:
        self._git = git
        self.folder = folder

    def __call__(self, *arguments: str, code: int = 0) -> str:
        quiet = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "Desk",
            "GIT_AUTHOR_EMAIL": "desk@example.org",
            "GIT_COMMITTER_NAME": "Desk",
            "GIT_COMMITTER_EMAIL": "desk@example.org",
        }
        done = subprocess.run(
            [self._git, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **quiet},
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def change(self, *changes: tuple[str, str], path: str = CHARTER) -> None:
        """Replace texts in a file, each once, and commit."""
        text = (self.folder / path).read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (self.folder / path).write_text(text, "utf-8")
        self("commit", "-qam", "changed")

    def catalogue(self) -> Catalogue:
        return read_po((self.folder / CHARTER).read_bytes(), CHARTER)

    def texts(self) -> dict[str, tuple[str, ...]]:
        return {entry.id: entry.targets for entry in self.catalogue().entries if any(entry.targets)}


def filled(id: str, text: str) -> tuple[str, str]:
    return f'msgid "{id}"\nmsgstr ""\n', f'msgid "{id}"\nmsgstr "{text}"\n'


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], str]) -> Path:
    """The sample project with Dutch catalogues that are still empty, and a branch `other`; only to be copied."""
    sample = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("started") / "project"))
    run("extract", "--project", sample)
    run("update", "--project", sample)
    git = Repository(tool("git"), sample)
    git("init", "-q", "-b", "main")
    ran = run("merge-driver", "--install", "--project", sample)
    assert ran.code == 0, ran.err
    assert ".gitattributes: *.po merge=polycharter" in ran.out
    git("add", "-A")
    git("commit", "-qm", "start")
    git("branch", "other")
    return sample


@pytest.fixture
def repository(started: Path, tmp_path: Path, tool: Callable[[str], str]) -> Repository:
    """A copy of it that a test may change."""
    return Repository(tool("git"), Path(shutil.copytree(started, tmp_path / "project")))


def test_neighbouring_entries_of_two_branches_are_merged(repository: Repository) -> None:
    repository.change(filled("Bring it back.", "Breng het terug."))
    repository("checkout", "-q", "other")
    repository.change(filled("Returns", "Retouren"), filled("or by e-mail to {mail}.", "of per mail aan {mail}."))
    repository("checkout", "-q", "main")
    repository("merge", "-q", "--no-edit", "other")
    assert repository.texts() == {
        "Bring it back.": ("Breng het terug.",),
        "Returns": ("Retouren",),
        "or by e-mail to {mail}.": ("of per mail aan {mail}.",),
    }
    assert repository("status", "--porcelain") == ""


def test_the_same_merge_without_the_driver_is_a_conflict(repository: Repository) -> None:
    """The positive control: git alone leaves markers that no editor for catalogues can open."""
    repository("rm", "-q", ".gitattributes")
    repository("commit", "-qm", "without")
    repository.change(
        filled("Bring it back.", "Breng het terug."), ("Last-Translator: Corner", "Last-Translator: Editor, Corner")
    )
    repository("checkout", "-q", "other")
    repository("rm", "-q", ".gitattributes")
    repository("commit", "-qm", "without")
    repository.change(filled("Returns", "Retouren"), ("Translator: Corner", "Translator: Shop, Corner"))
    repository("checkout", "-q", "main")
    repository("merge", "-q", "other", code=1)
    assert "<<<<<<<" in (repository.folder / CHARTER).read_text("utf-8")


def test_both_translate_the_same_entry_and_git_waits_for_a_choice(repository: Repository) -> None:
    repository.change(filled("Returns", "Retouren"))
    repository("checkout", "-q", "other")
    repository.change(filled("Returns", "Teruggave"), filled("Bring it back.", "Breng het terug."))
    repository("checkout", "-q", "main")
    said = repository("merge", "-q", "other", code=1)
    assert f"{CHARTER}: both branches translated “Returns” differently: both are kept, choose one" in said
    assert repository("status", "--porcelain").startswith(f"UU {CHARTER}")
    (entry,) = (entry for entry in repository.catalogue().entries if entry.id == "Returns")
    assert entry.fuzzy
    assert entry.targets == ("Teruggave",)
    assert '"Retouren"' in entry.translator_comments[0]
    assert repository.texts()["Bring it back."] == ("Breng het terug.",)
    repository("add", CHARTER)
    repository("commit", "-qm", "chosen later")


def test_one_branch_updates_from_a_new_template_while_the_other_translates(repository: Repository) -> None:
    section = repository.folder / "charter/01-promises.md"
    old, new = "Bring it back.", "Bring it back to the shop."
    section.write_text(section.read_text("utf-8").replace(old, new).replace("A clear answer.", "Always a clear one."))
    run("extract", "--project", repository.folder)
    assert run("update", "--project", repository.folder).code == 0
    repository("commit", "-qam", "the charter changed")
    repository("checkout", "-q", "other")
    repository.change(filled(old, "Breng het terug."), filled("Returns", "Retouren"))
    repository("checkout", "-q", "main")
    repository("merge", "-q", "--no-edit", "other")
    entries = {entry.id: entry for entry in repository.catalogue().entries}
    assert entries["Returns"].targets == ("Retouren",)
    assert (entries[new].targets, entries[new].fuzzy) == (("Breng het terug.",), True)
    assert entries[new].previous_id == old
    assert old not in entries
    assert "Always a clear one." in entries
    assert run("update", "--check", "--project", repository.folder).code == 0


def test_two_branches_change_the_charter_and_the_templates_merge(repository: Repository) -> None:
    for branch, path, old in (("main", "01-promises.md", "on paper"), ("other", "02-complaints.md", "Fill in")):
        repository("checkout", "-q", branch)
        file = repository.folder / "charter" / path
        file.write_text(file.read_text("utf-8").replace(old, f"{old} now"), "utf-8")
        run("extract", "--project", repository.folder)
        run("update", "--project", repository.folder)
        repository("commit", "-qam", branch)
    repository("checkout", "-q", "main")
    repository("merge", "-q", "--no-edit", "other")
    assert run("extract", "--check", "--project", repository.folder).code == 0
    assert run("update", "--check", "--project", repository.folder).code == 0


def test_rebase_and_cherry_pick_use_it_too(repository: Repository) -> None:
    repository.change(filled("Returns", "Retouren"))
    repository("checkout", "-q", "other")
    repository.change(filled("Bring it back.", "Breng het terug."))
    repository("rebase", "-q", "main")
    assert set(repository.texts()) == {"Returns", "Bring it back."}


def test_lines_are_broken_as_the_charter_wants_them(repository: Repository) -> None:
    """What is written anew is not wrapped where the project wants one line a paragraph, though git knows no project."""
    settings = repository.folder / "charter.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[catalogues]\nwrap = "none"\n', "utf-8")
    repository("commit", "-qam", "one line a paragraph")
    asked = (
        "Breng het terug, wanneer u maar wilt, naar welke winkel u maar wilt, en neem de bon mee als u die nog hebt."
    )
    told = asked.replace("Breng het terug", "Kom ermee langs")
    repository("checkout", "-q", "other")
    repository.change(filled("Bring it back.", asked))
    repository("checkout", "-q", "main")
    repository.change(filled("Bring it back.", told))
    repository("merge", "-q", "--no-edit", "other", code=1)
    lines = (repository.folder / CHARTER).read_text("utf-8").split("\n")
    assert [text for text in (asked, told) if f'msgstr "{text}"' in lines]


def test_a_damaged_side_is_told_with_its_line_and_ours_is_left(repository: Repository) -> None:
    repository.change(filled("Returns", "Retouren"))
    repository("checkout", "-q", "other")
    repository.change(('msgid "Returns"\nmsgstr ""\n', 'msgid "Returns"\nmsgstr "Teruggave\n'))
    repository("checkout", "-q", "main")
    said = repository("merge", "-q", "other", code=1)
    assert f"{CHARTER} (their branch):" in said
    assert "Traceback" not in said
    assert repository.texts() == {"Returns": ("Retouren",)}


def test_installing_twice_changes_nothing_and_keeps_what_is_there(sample: Path, tool: Callable[[str], str]) -> None:
    git = Repository(tool("git"), sample)
    git("init", "-q")
    attributes = sample / ".gitattributes"
    attributes.write_bytes(b"*.png binary")
    assert run("merge-driver", "--install", "--project", sample).code == 0
    once = attributes.read_bytes()
    assert once == b"*.png binary\n*.po merge=polycharter\n*.pot merge=polycharter\n"
    assert run("merge-driver", "--install", "--project", sample).code == 0
    assert attributes.read_bytes() == once
    assert "-P -m polycharter merge-driver %O %A %B %P" in git("config", "merge.polycharter.driver")


def test_without_a_repository_or_files_the_driver_says_what_it_needs(sample: Path) -> None:
    ran = run("merge-driver", "--install", "--project", sample)
    assert ran.code == 2
    assert "is in no git repository. Make one with: git init." in ran.err
    ran = run("merge-driver", sample / "a.po")
    assert ran.code == 2
    assert "three files are needed" in ran.err
    ran = run("merge-driver", sample / "a.po", sample / "b.po", sample / "c.po", "x.po")
    assert ran.code == 2
    assert "there is no such file" in ran.err


def test_versions_are_told_oldest_first_each_content_once(repository: Repository) -> None:
    repository.change(filled("Returns", "Retouren"))
    repository.change(('msgstr "Retouren"', 'msgstr "Teruggave"'))
    repository.change(('msgstr "Teruggave"', 'msgstr "Retouren"'))
    found = versions(repository.folder, CHARTER)
    texts = [[entry.targets[0] for entry in read_po(v.data).entries if entry.id == "Returns"] for v in found]
    assert texts == [[""], ["Teruggave"], ["Retouren"]]
    assert all(version.label.startswith("the version of 20") for version in found)
    (repository.folder / "inner").mkdir()
    shutil.move(repository.folder / "locales", repository.folder / "inner" / "locales")
    repository("add", "-A")
    repository("commit", "-qm", "moved")
    assert len(versions(repository.folder / "inner", CHARTER)) == 1
    assert versions(repository.folder, "locales/nl/none.po") == ()


def test_where_there_is_no_git_there_are_no_versions(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert versions(sample, CHARTER) == ()
    monkeypatch.setenv("PATH", "")
    assert versions(sample, CHARTER) == ()


@pytest.mark.parametrize("name", ["merge-driver", "receive"])
def test_the_commands_are_listed_and_show_an_example(name: str) -> None:
    assert f"  {name} " in run("--help").out
    assert f"Example:  polycharter {name}" in run(name, "--help").out
