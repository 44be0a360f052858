"""The examples in docs/reference/python.md are what really happens."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "python.md"


def test_the_examples_of_the_python_page_hold() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 8) == (0, True)
