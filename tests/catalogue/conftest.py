"""GNU gettext as a second opinion."""

import subprocess
from collections.abc import Callable

import pytest


@pytest.fixture(scope="session")
def gettext(
    tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """Runs a gettext tool on bytes; where the tools are missing the test is skipped, in CI it fails."""
    folder = tmp_path_factory.mktemp("gettext")

    def run(name: str, *arguments: str, data: bytes) -> "subprocess.CompletedProcess[bytes]":
        command = [tool(name), *arguments, "-"]
        return subprocess.run(command, input=data, capture_output=True, cwd=folder, check=False, timeout=60)

    return run
