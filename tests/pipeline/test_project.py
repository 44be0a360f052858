"""Where the files of a project are."""

from pathlib import Path

import pytest

from polycharter.pipeline.project import open_project, output_folder
from tests.command import run


@pytest.mark.parametrize(
    ("locale", "folder"), [("nl", "nl"), ("pt-BR", "pt_BR"), ("sr-Latn", "sr@latin"), ("zh-Hant", "zh_TW")]
)
def test_a_catalogue_stands_where_gettext_looks_for_it(sample: Path, locale: str, folder: str) -> None:
    project = open_project(sample)
    assert project.catalogue_path(locale, "charter") == f"locales/{folder}/LC_MESSAGES/charter.po"


def test_a_locale_with_a_region_has_its_layer_beside_its_catalogue(sample: Path) -> None:
    file = sample / "charter.toml"
    file.write_text(file.read_text("utf-8").replace('["nl"]', '["nl", "pt-BR"]'), "utf-8")
    (sample / "locales/pt_BR").mkdir()
    (sample / "locales/pt_BR/locale.toml").write_text("[facts.wait]\nvalue = 60\n", "utf-8")
    ran = run("status", "--project", sample)
    assert ran.code == 2
    assert ran.err.startswith("locales/pt_BR/locale.toml:2: facts.wait.value: would weaken a commitment")


@pytest.mark.parametrize("command", ["build", "render", "pseudo"])
@pytest.mark.parametrize(
    ("out", "says"),
    [
        (".", "charter/ is in it"),
        ("..", "charter/ is in it"),
        ("charter", "charter/ is that folder"),
        ("locales/nl", "locales/ is around it"),
        ("build/../templates", "templates/ is that folder"),
    ],
)
def test_nothing_is_built_among_the_sources(sample: Path, command: str, out: str, says: str) -> None:
    before = sorted(sample.parent.rglob("*"))
    ran = run(command, "--project", sample, "--out", sample / out, "--format", "text")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"--out: {sample / out} is no place for what is built: the project's {says}. "
        "Name a folder of its own, such as build.\n"
    )
    assert sorted(sample.parent.rglob("*")) == before


@pytest.mark.parametrize("out", ["charter-pages", "build/charter", "../pages"])
def test_a_folder_of_its_own_is_any_other(sample: Path, out: str) -> None:
    assert output_folder(sample, sample / out) == sample / out
