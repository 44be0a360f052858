"""Copies of the shipped charter project."""

import shutil
from pathlib import Path

import pytest

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
