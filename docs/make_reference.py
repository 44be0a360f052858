"""Writes the reference pages that come from the code: commands and checks. `make reference` runs it.

A test compares the pages with the code, so that neither is ever behind.
"""

import inspect
import sys
from itertools import groupby
from pathlib import Path

import click

from polycharter import cli
from polycharter.checks import modules
from polycharter.model.check import FAMILIES

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/make_reference.py; change the docstrings instead. -->\n"


ALLOW = """A translator allows one finding in one entry by a comment with a reason:

```po
# polycharter: allow=number-changed because a dozen is how shops count eggs here
msgid "We give you twelve eggs."
msgstr "U krijgt een dozijn eieren."
```

Several ids are separated by commas. The comment stays through updates, and every report counts what was allowed. An
error that is certain cannot be allowed: such a translation could not be used. `polycharter check --select ID,…` and
`--ignore ID,…` choose checks for one run, the table `[checks]` of `charter.toml` for a project.
"""


def checks_page() -> str:
    """Every check, family by family: its descriptor, then its docstring."""
    lines = ["# Checks", "", MADE, "`polycharter explain CHECK` prints the same in a terminal.", "", ALLOW]
    lines += ["| check | about | severity | certainty | may be allowed |", "|---|---|---|---|---|"]
    ordered = sorted(modules().items(), key=lambda item: (FAMILIES.index(item[1].CHECK.family), item[0]))
    for id, module in ordered:
        check = module.CHECK
        may = "yes" if check.allowable else "no"
        lines.append(f"| [`{id}`](#{id}) | {check.family} | {check.severity} | {check.certainty} | {may} |")
    for family, group in groupby(ordered, key=lambda item: item[1].CHECK.family):
        lines += ["", f"## {family.capitalize()}"]
        for id, module in group:
            lines += ["", f"### {id}", "", *_prose(inspect.getdoc(module) or "")]
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Every command's `--help`."""
    group = cli.group
    width = {"terminal_width": 100, "max_content_width": 100}
    context = click.Context(group, info_name="polycharter", **group.context_settings, **width)
    lines = ["# Commands", "", MADE, "```", *_help(group, context), "```"]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, **width)
        lines += ["", f"## polycharter {name}", "", "```", *_help(command, inner), "```"]
    lines += [
        "",
        "Exit codes: 0 all well; 1 findings at or above the failing severity, or something could not be published;",
        "2 the command or the project's files are wrong.",
    ]
    return "\n".join(lines) + "\n"


def _help(command: click.Command, context: click.Context) -> list[str]:
    return [line.rstrip() for line in command.get_help(context).splitlines()]


def _prose(doc: str) -> list[str]:
    """A docstring as Markdown: the lines that begin with Fires or Passes as a code block."""
    lines: list[str] = []
    inside = False
    for line in doc.splitlines():
        example = line.startswith(("Fires:", "Passes:")) or (inside and line.startswith(" "))
        if example != inside:
            lines.append("```")
            inside = example
        lines.append(line)
    return [*lines, "```"] if inside else lines


PAGES = {"checks.md": checks_page, "commands.md": commands_page}


def main() -> None:
    """Write every page and name it."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")
        sys.stdout.write(f"{FOLDER / name}\n")


if __name__ == "__main__":
    main()
