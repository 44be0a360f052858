"""The command line: one file per command, thin: parse, call the pipeline, choose a report, exit code.

A command is a module of this package, its name without a leading underscore, that holds `command`, a click command;
the first line of its docstring is its line in the list. An underscore within the name is a hyphen on the command line.
A module is imported when its command is run, so that none waits for another.

Exit codes: 0 all well; 1 findings at or above the failing severity, or something could not be published; 2 the
command or the project's files are wrong.
"""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import click

from polycharter import __version__
from polycharter.model.errors import CharterError

_EXAMPLES = """Example:

\b
  polycharter init demo      a new charter project, ready to build
  cd demo
  polycharter build          every language that is complete, in build/
"""

_SHOWN = 10
"""Mistakes that are printed; the further ones are only counted."""


class _Commands(click.Group):
    """Finds the commands by their files and imports only the one that is run."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names of all commands, by their files."""
        names = (info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command, imported now."""
        if name not in self.list_commands(context):
            return None
        command: click.Command = import_module(f"{__name__}.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; of a mistyped one, which it may be."""
        known = self.list_commands(context)
        if args[0] not in known:
            from polycharter.text.quote import did_you_mean

            if question := did_you_mean(args[0], known):
                context.fail(f"No such command '{args[0]}'. {question}")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with the first line of each module's docstring; nothing is imported for it."""
        rows = [(name, _first_line(name)) for name in self.list_commands(context)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _first_line(name: str) -> str:
    """The first line of a command's docstring, which is the first of its file: read without running it."""
    with (Path(__file__).parent / f"{name.replace('-', '_')}.py").open(encoding="utf-8") as file:
        return file.readline().strip().strip('"')


@click.group(cls=_Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="polycharter")
def group() -> None:
    """One charter, every language, nothing missing, nothing promised twice."""


def main() -> None:
    """Run the command; a mistake in the project is one line each on stderr and exit code 2, never a traceback."""
    from polycharter.text.quote import visible

    try:
        group.main(standalone_mode=True)
    except CharterError as error:
        for mistake in error.mistakes[:_SHOWN]:
            click.echo(visible(str(mistake)), err=True)
        if len(error.mistakes) > _SHOWN:
            click.echo(f"and {len(error.mistakes) - _SHOWN:,} more", err=True)
        sys.exit(2)
    except OSError as error:
        what = f"{error.filename or 'a file'}: {error.strerror}. Check the name, the permissions and the disk."
        click.echo(visible(what), err=True)
        sys.exit(2)
