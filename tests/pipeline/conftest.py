"""Copies of the shipped charter project, and one finished build of it that tests only read."""

import shutil
from pathlib import Path

import pytest

from tests.command import run

PARTS = ("charter.toml", "charter", "locales")


def copy_project(shipped: Path, folder: Path) -> Path:
    """The shipped charter project in `folder`, without compiled catalogues."""
    folder.mkdir()
    for name in PARTS:
        source = shipped / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("*.mo"))
        else:
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture
def project(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the shipped charter project that a test may change."""
    return copy_project(shipped, tmp_path / "project")


@pytest.fixture(scope="session")
def built(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `build` folder of a copy of the shipped project; only to be read."""
    folder = copy_project(shipped, tmp_path_factory.mktemp("built") / "project")
    ran = run("build", "--project", folder)
    assert ran.code == 0, ran.out + ran.err
    return folder / "build"
