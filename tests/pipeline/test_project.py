"""Where the files of a project are."""

from pathlib import Path

import pytest

from polycharter.pipeline.project import open_project
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
