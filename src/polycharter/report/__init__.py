"""One file per report format, discovered; an outcome -> text.

A report is a module of this package, its name without a leading underscore, that holds `FORMAT` (what `--format`
calls it), `findings(outcome: Outcome) -> str` and `status(outcome: Outcome) -> str`. It may hold `parity(reviews:
Sequence[EditionReview], locales: Sequence[str]) -> str`, the proof that all languages carry the same. What they return
ends with a newline and holds no character that a terminal would obey, whatever the findings quote.
"""

import pkgutil
from functools import lru_cache
from importlib import import_module
from types import ModuleType


@lru_cache(maxsize=1)
def formats() -> tuple[str, ...]:
    """The names of all report formats; nothing is imported for it. A report's module is named like its format."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


def report(format: str) -> ModuleType:
    """The module of one format; `format` is one of `formats()`."""
    return import_module(f"{__name__}.{format}")
