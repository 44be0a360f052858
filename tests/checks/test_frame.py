"""What every check promises."""

import subprocess
import sys
from types import ModuleType

import pytest

from polycharter.checks import function_of, modules
from polycharter.model.check import FAMILIES, Check


@pytest.mark.parametrize(("id", "module"), modules().items())
def test_a_check_is_one_file_of_the_same_name_with_its_page(id: str, module: ModuleType) -> None:
    """Its id is its file's name, its docstring says what fires and what passes, and it looks at one thing."""
    assert isinstance(module.CHECK, Check)
    assert module.__name__.rpartition(".")[2] == id.replace("-", "_")
    page = module.__doc__ or ""
    assert page.split("\n")[1] == ""
    assert page.split("\n")[0].endswith(".")
    assert "\nFires:   " in page
    assert "\nPasses:  " in page
    assert module.CHECK.family in FAMILIES
    functions = [name for name in vars(module) if name == "find" or name.startswith(("find_in_", "find_beside_"))]
    assert functions == [function_of(module)]


def test_discovery_loads_no_library() -> None:
    """Naming the checks costs what their own files cost; those for languages come with the first text judged."""
    script = "import sys; from polycharter.checks import modules; modules(); print({*sys.argv} & {*sys.modules})"
    command = [sys.executable, "-c", script, "langdetect", "py3langid", "numpy"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
