"""Runs the command line in this process, as a user would from a shell."""

import contextlib
import io
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from polycharter.cli import main


class Ran(NamedTuple):
    """What a command came to: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Ran:
    """The command `polycharter ARGUMENTS…`; an exception other than the command's own end goes through."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        mock.patch.object(sys, "argv", ["polycharter", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Ran(int(code) if isinstance(code, int) else 1 if code else 0, out.getvalue(), err.getvalue())
