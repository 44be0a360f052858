"""The project in a hundred languages that outputs are measured with: complete, so that every edition is made."""

from pathlib import Path

from benchmarks import many

from polycharter import cldr
from tests.command import run


def test_the_languages_are_a_hundred_different_ones_that_cldr_has_a_plural_rule_for() -> None:
    assert len(set(many.LOCALES)) == len(many.LOCALES) == 100
    assert all(cldr.plural_forms(locale) for locale in many.LOCALES)


def test_every_edition_of_every_language_is_published(tmp_path: Path) -> None:
    project = many.project_in(tmp_path / "project", 2)
    ran = run("build", "--project", project, "--format", "text")
    assert ran.code == 0, ran.out
    made = sorted(path.relative_to(project / "build").as_posix() for path in (project / "build").rglob("*.txt"))
    editions = ("public", "staff", "summary")
    assert made == [f"{locale}/{edition}.txt" for locale in ("af", "ast", "en") for edition in editions]
