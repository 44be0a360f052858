"""The one exception of the project: a mistake in its files or in the command."""

from dataclasses import dataclass

from polycharter.model.place import Place


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of an operator: where, what is wrong, what to do about it.

    >>> print(Mistake(Place("charter.toml", 31), "facts.goodwill.value: '25,00' is no sum", "Write a decimal point."))
    charter.toml:31: facts.goodwill.value: '25,00' is no sum. Write a decimal point.
    """

    place: Place
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}. {self.todo}"


class CharterError(Exception):
    """The project's files, or the command, are wrong: every mistake found is in `mistakes`, at least one.

    The command line prints one line for each and ends with exit code 2.
    """

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(str(mistake) for mistake in self.mistakes)


class UnprintableError(CharterError):
    """An output of a document cannot be made because of what stands in its text; `why` says it in a few words."""

    def __init__(self, mistake: Mistake, why: str) -> None:
        super().__init__(mistake)
        self.why = why


def unreadable(place: Place, error: OSError) -> CharterError:
    """The error for a file that the system does not let us read."""
    match error:
        case FileNotFoundError():
            return charter_error(place, "there is no such file", "Correct the name, or put the file there.")
        case IsADirectoryError():
            return charter_error(place, "is a folder", "Name a file in it, or put a file in its place.")
        case PermissionError():
            return charter_error(place, "may not be read", "Give yourself the permission to read it.")
        case _:
            return charter_error(place, f"cannot be read ({error.strerror})", "Look at it, then try again.")


def charter_error(place: Place, what: str, todo: str) -> CharterError:
    """An error that holds one mistake; `what` ends without a full stop, `todo` with one."""
    return CharterError(Mistake(place, what, todo))
