"""Localised customer service charters from one canonical charter.

The public API is small; everything else may change between releases:

- `read_po(data)` and `write_po(catalogue)`: gettext `.po` files, lossless.
- `CharterError`: what every function raises for a mistake in the project's files.

Importing the package loads none of its rooms: names are resolved when first used (PEP 562).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polycharter.catalogue.po_read import read_po
    from polycharter.catalogue.po_write import write_po
    from polycharter.model.errors import CharterError

__all__ = ["CharterError", "__version__", "read_po", "write_po"]

__version__ = "0.1.0"

_HOMES = {
    "CharterError": "polycharter.model.errors",
    "read_po": "polycharter.catalogue.po_read",
    "write_po": "polycharter.catalogue.po_write",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
