"""One file per output format, discovered; LocalisedDocument -> bytes.

A renderer is a module of this package, its name without a leading underscore, that holds `FORMAT` (what a command
calls it), `EXTENSION`, `MEDIA_TYPE` and `render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes`.
`folders` are where its templates are looked for, the first that has one wins. The same document and templates give
the same bytes.

It may also hold: `applies(document: LocalisedDocument) -> bool`, where not every document is rendered in it; `LABEL`,
what readers know the format as ("PDF"), empty for a format that no reader is led to; `STEADY = True`, if its last good
file stays while its edition is held back.
"""

import pkgutil
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from polycharter.model.artefact import Artefact
from polycharter.model.localised import LocalisedDocument


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The modules of all renderers; nothing is imported for it. A renderer's module is named like its format."""
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


@lru_cache(maxsize=1)
def modules() -> Mapping[str, ModuleType]:
    """Every renderer's module by its format."""
    found = (import_module(f"{__name__}.{name}") for name in names())
    return {module.FORMAT: module for module in found}


def path_of(document: LocalisedDocument, format: str) -> str:
    """Where the artefact goes, relative to the output folder: `nl/public.html`."""
    return f"{document.locale}/{document.edition}.{modules()[format].EXTENSION}"


def applies(document: LocalisedDocument, format: str) -> bool:
    """Whether the document is rendered in this format at all."""
    module = modules()[format]
    return not hasattr(module, "applies") or bool(module.applies(document))


def label(format: str) -> str:
    """What readers know the format as; empty where they are not led to it."""
    return str(getattr(modules()[format], "LABEL", format.upper()))


def is_steady(module: ModuleType) -> bool:
    """Whether the last good file of this format stays while its edition is held back."""
    return bool(getattr(module, "STEADY", False))


def render(document: LocalisedDocument, format: str, folders: Sequence[Path]) -> Artefact:
    """The document in one format."""
    module = modules()[format]
    return Artefact(path_of(document, format), module.MEDIA_TYPE, module.render(document, folders))
