"""Golden files: what was made once, looked at, and kept to be compared with what is made today.

After a change that is meant, renew them and read the difference before you keep it:

    make golden
    git diff tests/render/golden
"""

import os
from pathlib import Path

RENEW = "POLYCHARTER_RENEW_GOLDEN"
"""The environment variable that, set to anything, has the golden files written anew."""


def golden(path: Path, made: str) -> str:
    """The golden file's text, to compare with `made`; where the files are being renewed, `made` becomes that text."""
    if os.environ.get(RENEW):
        assert not os.environ.get("CI"), f"{RENEW} is not for CI: it would make every comparison pass"
        path.write_text(made, "utf-8", newline="\n")
    return path.read_text("utf-8")
