"""Fixtures for all tests: the sample project, the tools of a user's machine."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent


def pytest_configure() -> None:
    """Every test, and every process that it starts, lives on the day of the example (see Makefile)."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795262400")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the small charter project in tests/sample."""
    return Path(shutil.copytree(TESTS / "sample", tmp_path / "sample"))


@pytest.fixture(scope="session")
def shipped() -> Path:
    """This repository, which is itself a charter project; never written to."""
    return REPOSITORY


@pytest.fixture(scope="session")
def built(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `build` folder of a copy of the shipped project; only to be read.

    It is made once a run, by the test process that comes first; the others wait for it.
    """
    from polycharter.pipeline.lock import locked
    from tests.command import run
    from tests.pipeline.conftest import copy_project

    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built"
    folder.mkdir(exist_ok=True)
    with locked(folder, patience=300):
        project = folder / "project"
        if not project.exists():
            shutil.rmtree(folder / "unfinished", ignore_errors=True)
            ran = run("build", "--project", copy_project(shipped, folder / "unfinished"))
            assert ran.code == 0, ran.out + ran.err
            (folder / "unfinished").rename(project)
    return project / "build"


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program that a user may have; without it the test is skipped, and in CI it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            if os.environ.get("CI"):
                pytest.fail(f"{name} is not installed, and CI has to have it: see tests/tools.sh")
            pytest.skip(f"{name} is not installed")
        return path

    return find
