"""Writes the reference pages that come from the code: commands, checks, templates. `make reference` runs it.

A test compares the pages with the code, so that neither is ever behind.
"""

import ast
import inspect
import re
import sys
import tomllib
from itertools import groupby, pairwise
from pathlib import Path
from typing import get_args

import click

from polycharter import cli
from polycharter.checks import modules
from polycharter.model import index, localised
from polycharter.model.block import Block, Field, Record, Scoped
from polycharter.model.check import FAMILIES
from polycharter.model.inline import Inline, Placeholder
from polycharter.render import _contexts
from polycharter.shipped import shipped_folder

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


TEMPLATES = """A project's own `templates/` folder comes before the shipped one, file by file: what is not there is
taken from polycharter. `polycharter init --templates` copies files out:
[how to change them](../how-to/change-the-templates.md).

| files | make | written in |
|---|---|---|
| `html/theme.css` (colours, typeface), `html/style.css` | how all pages look | CSS |
| `html/page.html`, `html/blocks.html` (a macro for each kind of block) | the pages | Jinja2 |
| `html/index.html` | `index.html` | Jinja2 |
| `html/snippet.html`, `html/blocks.html` | `summary.snippet.html` | Jinja2 |
| `pdf/charter.typ` and what it imports; `pdf/theme.typ` has colours, fonts, paper | the PDF | typst |
| `pdf/poster.typ` and what it imports | the poster | typst |
| `docx/styles.xml`, `docx/numbering.xml` | how the DOCX looks | WordprocessingML |
| `markdown/charter.md` | Markdown | Jinja2 |
| `text/charter.txt` | text | Jinja2 |
| `words.toml` | the interface words | TOML |

JSON and XLSX have no templates.

**Mistakes.** Whatever is wrong with a template ends the build with exit code 2 and one line: file, line, what, what to
do. A name that does not exist is never printed as nothing, a value that is no text never as Python shows it.

**Trust.** A template is a program of the project's owner, and runs as polycharter itself does: build with templates
that you would run. Translations are the opposite: they are data. In HTML every value is escaped, template syntax in a
translation is shown and not read, typst gets a file of data and no markup.

**Promise.** Names on this page are taken away only in a version whose changelog says so.
"""

PDF = """The document is in `doc.json`, read by `json("doc.json")`. Files in `pdf/` (pictures too) can be loaded by
name, and nothing else: no other file of the machine, no package, no address. Every string is printed as it stands;
there is no markup in it.

| object | keys |
|---|---|
| the document | `lang`, `region`, `dir`, `fonts` (families for letters that the theme's font lacks), `upright`, \
`edition`, `organisation`, `title`, `version`, `supersedes`, `effective_from`, `keywords`, `partly` (something is not \
translated), `words` (texts by key), `sections` |
| its `upright` | `here` (no italics in this language), `languages` (that have none) |
| a section | `heading`, `blocks` |
| a text | `nodes`, `plain`; `lang` and `region` where it is in another language than the document, else none |
| node `text`, `code` | `kind`, `text` |
| node `strong`, `emphasis` | `kind`, `children` |
| node `break` | `kind` |
| node `link` | `kind`, `children`, `url`, `anchor`, `note` (the address, for readers on paper), \
`inside` (a word goes on behind it) |
| node `value` | `kind`, `text`, `pieces` (what stays on one line), `url`, `anchor`, `note`, `inside` |
| node `foreign` | `kind`, `children`, `lang`, `region` |
| block `heading` | `kind`, `level`, `id`, `text` |
| block `paragraph` | `kind`, `text` |
| block `listing` | `kind`, `start` (none without numbers), `items` (lists of blocks) |
| block `quote` | `kind`, `blocks` |
| block `table` | `kind`, `header`, `rows`, `aligns` |
| block `story` | `kind`, `blocks`, `url`, `anchor` (the commitment's), `note`, `inside` |
| block `records` | `kind`, `of` (`commitments` …), `caption` (none where the heading says it), `records`, \
`none` (what is said where there are no records) |
| a record | `id`, `level` and `title` of its heading, `fields`, `marks` |
| a field | `name`, `label`, `value` |
| block `log-sheet` | `kind`, `caption`, `columns`, `rows` (how many) |

Fonts in `pdf/fonts/` can be used by name; the machine's own are not, so that every machine makes the same pages.
`pdf/theme.typ` must define: {theme}.
"""

DOCX = """The renderer names these styles and sets nothing beside them but language and direction. A file of your own
must have all of them, whatever they look like, and both lists of `numbering.xml` (1 has bullets, 2 numbers).

| style | kind |
|---|---|
"""

_CONTEXTS = {
    "HTML: `html/page.html`": _contexts.PageContext,
    "HTML: `html/index.html`": _contexts.IndexContext,
    "HTML: `html/snippet.html`": _contexts.SnippetContext,
    "Markdown: `markdown/charter.md`": _contexts.MarkdownContext,
    "Text: `text/charter.txt`": _contexts.TextContext,
}


def templates_page() -> str:
    """What templates get: from the types that the renderers hand over, the shipped styles and the shipped words."""
    shipped = shipped_folder() / "templates"
    lines = ["# Templates", "", MADE, TEMPLATES, "## Functions of HTML templates", ""]
    lines += [
        (_contexts.Functions.__doc__ or "").strip(),
        "",
        *(f"- {said}" for *_, said in _names(_contexts.Functions)),
    ]
    lines += ["", 'A test tells blocks and nodes apart: `{% if block is kind("paragraph") %}`.']
    for title, context in _CONTEXTS.items():
        about = " ".join((context.__doc__ or "").split())
        lines += ["", f"## {title}", "", about, "", "| name | type | what |", "|---|---|---|"]
        own = _names(context)
        if inherited := set(context.__annotations__) - {name for name, *_ in own}:
            lines.append(f"| {', '.join(f'`{name}`' for name in sorted(inherited))} | functions | See above. |")
        lines += [f"| `{name}` | {_type(kind)} | {said} |" for name, kind, said in own]
    lines += [
        "",
        "## The document",
        "",
        "Every field can be read as `document.version`; a tuple is gone through in a loop.",
    ]
    parts = (localised.LocalisedDocument, localised.LocalisedSection, localised.LocalisedText, localised.State)
    lines += _values((*parts, localised.Alternate, localised.Format))
    lines += [
        "",
        "## Blocks",
        "",
        "What a section's `blocks` hold.",
        *_values(_kinds(Block, Scoped)),
        *_values((Record, Field))[3:],
    ]
    lines += ["", "## Nodes of a text", "", "What `inline(text)` prints.", *_values(_kinds(Inline, Placeholder))]
    found = (index.Index, index.IndexRow, index.IndexEdition, index.IndexLink, index.HeldBack)
    lines += ["", "## The index", *_values(found)]
    theme = re.findall(r"^#let ([a-z-]+) =", (shipped / "pdf/theme.typ").read_text("utf-8"), re.MULTILINE)
    named = ", ".join(f"`{name}`" for name in theme)
    lines += ["", "## PDF: `pdf/charter.typ`, `pdf/poster.typ`", "", PDF.replace("\\\n", "").format(theme=named)]
    styles = re.findall(
        r'<w:style w:type="(\w+)"[^>]* w:styleId="(\w+)"', (shipped / "docx/styles.xml").read_text("utf-8")
    )
    lines += ["## DOCX: `docx/styles.xml`, `docx/numbering.xml`", "", DOCX.rstrip("\n")]
    lines += [f"| `{name}` | {kind} |" for kind, name in styles]
    words = tomllib.loads((shipped / "words.toml").read_text("utf-8"))
    lines += [
        "",
        "## Interface words",
        "",
        "Templates get those without a placeholder.",
        "",
        "| key | English | note |",
    ]
    lines += ["|---|---|---|"]
    lines += [f"| `{key}` | {word['text']} | {word.get('note', '')} |" for key, word in words.items()]
    return "\n".join(lines) + "\n"


def _kinds(union: object, *but: type) -> tuple[type, ...]:
    """The classes of a union of blocks or nodes, without some that no template meets."""
    classes = (getattr(each, "__origin__", None) or each for each in get_args(union))
    return tuple(each for each in classes if each not in but)


def _values(classes: tuple[type, ...]) -> list[str]:
    """A table of values: what each is, and its fields with their types."""
    lines = ["", "| value | fields | what |", "|---|---|---|"]
    for each in classes:
        fields = ", ".join(f"`{name}` {_type(kind)}" for name, kind, _ in _names(each))
        about = " ".join((inspect.getdoc(each) or "").split())
        lines.append(f"| {each.__name__} | {fields} | {about} |")
    return lines


def _names(each: type) -> list[tuple[str, str, str]]:
    """What the body of a class annotates, in its order: name, type as written, the string under it."""
    found: list[tuple[str, str, str]] = []
    (tree,) = ast.parse(inspect.getsource(each)).body
    assert isinstance(tree, ast.ClassDef)
    for at, under in pairwise((*tree.body, ast.Pass())):
        if isinstance(at, ast.AnnAssign) and isinstance(at.target, ast.Name):
            said = under.value.value if isinstance(under, ast.Expr) and isinstance(under.value, ast.Constant) else ""
            found.append((at.target.id, ast.unparse(at.annotation), str(said)))
    return found


def _type(kind: str) -> str:
    """A type as readers of the page know it: `Heading[T]` is a Heading, `T` a LocalisedText."""
    plain = re.sub(r"\[(T|LocalisedText)\]", "", kind).replace("'", "")
    return re.sub(r"\bT\b", "LocalisedText", plain).replace("|", "or").replace(", ...]", "]")


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


PAGES = {"checks.md": checks_page, "commands.md": commands_page, "templates.md": templates_page}


def main() -> None:
    """Write every page and name it."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")
        sys.stdout.write(f"{FOLDER / name}\n")


if __name__ == "__main__":
    main()
