"""The `.po` files of other projects, as their packages on PyPI hold them: all come back byte for byte.

`tests/tools.sh` downloads the packages of `requirements/wild.txt` to `.wild`.
"""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po

FOLDER = Path(__file__).parents[2] / ".wild"
ENOUGH = 1000


def files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every `.po` file in the packages."""
    for package in sorted(FOLDER.glob("*.whl")):
        with zipfile.ZipFile(package) as wheel:
            for name in sorted(wheel.namelist()):
                if name.endswith((".po", ".pot")):
                    yield f"{package.name}/{name}", wheel.read(name)


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    found = dict(files())
    if len(found) < ENOUGH:
        reason = f"{len(found)} real files in {FOLDER.name}: run sh tests/tools.sh, which downloads {ENOUGH} and more"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def test_every_real_file_comes_back_byte_for_byte(real: dict[str, bytes]) -> None:
    changed = [name for name, data in real.items() if write_po(read_po(data, name)) != data]
    assert not changed
    assert not [name for name, data in real.items() if read_po(data, name).repaired]
