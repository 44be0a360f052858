"""Where something stands in a file of the project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A path with a line and a column, as an editor opens it.

    `path` is relative to the project's folder, with `/`. `line` and `column` count from 1; 0 means the whole file or
    line.

    >>> str(Place("charter.toml", 31))
    'charter.toml:31'
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)
