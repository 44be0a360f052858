"""The hooks that other projects may use are valid, and call commands that there are."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import run

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"


def test_pre_commit_accepts_the_manifest() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _entries() -> list[str]:
    lines = MANIFEST.read_text("utf-8").splitlines()
    return [line.partition("entry: polycharter ")[2] for line in lines if "  entry: " in line]


@pytest.mark.parametrize("entry", _entries())
def test_each_hook_says_whether_all_is_well(entry: str, sample: Path) -> None:
    assert len(_entries()) == 3
    assert run(*entry.split(), "--project", sample).code == 1
    run("extract", "--project", sample)
    run("update", "--project", sample)
    assert run(*entry.split(), "--project", sample).code == (1 if entry == "check" else 0)
