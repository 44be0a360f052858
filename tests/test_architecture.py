"""The law of the house, read from the imports: a star, not a web."""

import ast
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import polycharter.checks
import polycharter.cli
import polycharter.render
import polycharter.report

PACKAGE = Path(polycharter.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "model": set[str](),
    "text": {"model"},
    "cldr": {"model"},
    "shipped": set[str](),
    "source": {"model", "text"},
    "catalogue": {"model", "text"},
    "checks": {"model", "text"},
    "localise": {"model", "text", "cldr"},
    "render": {"model", "text"},
    "report": {"model", "text"},
    "pipeline": {
        "model", "text", "cldr", "shipped", "source", "catalogue", "checks", "localise", "render", "report", "__init__",
    },
    "cli": {"model", "text", "pipeline", "report", "render", "checks", "catalogue", "__init__"},
    "__main__": {"cli"},
    "__init__": {"catalogue", "model"},
}  # fmt: skip
"""What each room may import besides itself. `cli` chooses among reports, formats and checks, and names their types."""

AT_HOME = {
    "click": {"cli"},
    "polib": {"catalogue/interchange.py"},
    "babel": {"cldr"},
    "phonenumbers": {"cldr"},
    "hunspell": {"checks/_dictionary.py"},
    "langdetect": {"checks/_language.py"},
    "py3langid": {"checks/_more_languages.py"},
    "numpy": set(),
    "markdown_it": {"source/markdown.py", "text/inline.py"},
    "mdit_py_plugins": {"source/markdown.py"},
    "jinja2": {"render/_templates.py"},
    "markupsafe": {"render/_html_inline.py", "render/html.py"},
    "typst": {"render/pdf.py"},
    "docx": {"render/_docx_file.py", "render/_docx_inline.py", "render/_docx_package.py", "render/_docx_xml.py"},
    "xlsxwriter": {"render/xlsx.py"},
    "rapidfuzz": {"catalogue/similar.py"},
    "rich": {"report/text.py"},
    "tomllib": {"source/toml_file.py", "text/language_data.py"},
}
"""The only files, or rooms, that know a library."""

CLOCKS = {"time", "random", "secrets", "uuid"}
OUTSIDE = {"pipeline", "cli"}


def room(file: Path) -> str:
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else file.stem


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it; relative imports are not used."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            assert node.module
            yield node.module
            if node.module == "polycharter":
                yield from (f"polycharter.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_it_may(file: Path) -> None:
    mine = room(file)
    for name in imports(file):
        parts = name.split(".")
        if parts[0] != "polycharter" or len(parts) == 1:
            continue
        other = "__init__" if parts[1].startswith("__") else parts[1]
        assert other == mine or other in MAY_IMPORT[mine], f"{mine} imports {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_library_is_known_in_one_place(file: Path) -> None:
    path = file.relative_to(PACKAGE).as_posix()
    for name in imports(file):
        homes = AT_HOME.get(name.split(".")[0])
        assert homes is None or path in homes or room(file) in homes, f"{path} imports {name}"


def test_the_model_imports_nothing_but_the_standard_library() -> None:
    known = {"polycharter", "collections", "dataclasses", "datetime", "decimal", "enum", "pathlib", "re", "typing"}
    for file in FILES:
        if room(file) == "model":
            assert {name.split(".")[0] for name in imports(file)} <= known


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_there_is_no_clock_chance_or_environment_outside_pipeline_and_cli(file: Path) -> None:
    if room(file) in OUTSIDE:
        return
    assert not CLOCKS & {name.split(".")[0] for name in imports(file)}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("environ", "getenv", "now", "today", "utcnow") or _is_a_field(node), ast.dump(node)


def _is_a_field(node: ast.Attribute) -> bool:
    """Whether `today` is read from a value (`review.today`, `request.today`) rather than asked of a clock."""
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
    return node.attr == "today" and name in ("review", "request", "self")


def test_only_the_pipeline_writes() -> None:
    writing = {"write_bytes", "write_text", "unlink", "mkdir", "rename", "replace_with", "rmdir", "symlink_to"}
    for file in FILES:
        if room(file) == "pipeline":
            continue
        used = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
        assert not used & writing, f"{file.name}: {used & writing}"


def test_every_room_says_what_it_is() -> None:
    for file in FILES:
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), f"{file} has no docstring"


@pytest.mark.parametrize("place", [polycharter.checks, polycharter.render, polycharter.report, polycharter.cli])
def test_a_plugin_is_one_file_and_nothing_lists_it(place: object) -> None:
    """No file of the project but the plugin itself names a check, and no list of modules stands in the package."""
    folder = Path(str(place.__file__)).parent  # type: ignore[attr-defined]
    names = [info.name for info in pkgutil.iter_modules([str(folder)]) if not info.name.startswith("_")]
    init = (folder / "__init__.py").read_text("utf-8")
    assert names
    assert not [name for name in names if f'"{name}"' in init or f"import {name}" in init]
