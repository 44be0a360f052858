"""Fixtures for all tests: the sample project, the tools of a user's machine."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the small charter project in tests/sample."""
    return Path(shutil.copytree(TESTS / "sample", tmp_path / "sample"))


@pytest.fixture(scope="session")
def shipped() -> Path:
    """This repository, which is itself a charter project; never written to."""
    return REPOSITORY


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
