"""Templates filled in: the one place that knows Jinja2's settings. HTML, Markdown and text are made through it.

Templates of a project are its owner's code; translations are data and are never read as a template. Jinja2's own
translation extension stays off: it switches escaping off for translations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from polycharter.model.errors import CharterError, charter_error
from polycharter.model.place import Place

_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
_ON_REQUEST = "Correct the template, or delete it to use the one that comes with polycharter."


def fill(folders: Sequence[Path], name: str, context: Mapping[str, Any], *, escape: bool) -> str:
    """The template `name` ("html/page.html"), from the first folder that has it, filled in with `context`.

    `escape` makes every value harmless as HTML. A name that the context does not have is an error. Whatever is
    wrong with a template raises `CharterError` with its file and line.
    """
    try:
        return _environment(tuple(folders), escape).get_template(name).render(context)
    except CharterError:
        raise
    except Exception as error:
        if _is_ours(error):
            raise
        raise _mistake(folders, name, error) from error


def source(folders: Sequence[Path], name: str) -> str:
    """The file `name` from the first folder that has it, as it is: a style sheet, not a template."""
    for folder in folders:
        if (path := folder / name).is_file():
            try:
                return path.read_text("utf-8")
            except UnicodeDecodeError as error:
                raise charter_error(_place(folders, str(path), 0), "not UTF-8", "Save the file as UTF-8.") from error
    raise _not_found(folders, Place(f"templates/{name}"), name)


def kind(block: object) -> str:
    """What a block or node is, in one lower-case word: `paragraph`, `records`, `logsheet`; templates test for it."""
    return type(block).__name__.lower()


def direction_of(locale: str) -> str:
    """`rtl` or `ltr`, by the script of the locale, or by its language where no script is named.

    >>> [direction_of(locale) for locale in ("ar", "az-Arab", "ks-Deva", "he-IL", "sv")]
    ['rtl', 'rtl', 'ltr', 'rtl', 'ltr']
    """
    language, *rest = locale.split("-")
    script = next((part for part in rest if re.fullmatch("[A-Z][a-z]{3}", part)), "")
    if script:
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT_LANGUAGES else "ltr"


@lru_cache(maxsize=16)
def _environment(folders: tuple[Path, ...], escape: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=escape,  # noqa: S701 - the text formats escape in their own way
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["kind"] = lambda block, name: kind(block) == name
    return environment


def _mistake(folders: Sequence[Path], name: str, error: Exception) -> CharterError:
    """The error of a template as its owner reads it."""
    if isinstance(error, TemplateSyntaxError):
        place = _place(folders, error.filename or name, error.lineno)
    else:
        place = _place(folders, *(_template_line(error.__traceback__) or (name, 0)))
    if isinstance(error, TemplateNotFound):
        return _not_found(folders, place, str(error.name or name))
    what = str(error).strip().rstrip(".") or type(error).__name__
    return charter_error(place, f"the template cannot be filled in: {what}", _ON_REQUEST)


def _not_found(folders: Sequence[Path], place: Place, name: str) -> CharterError:
    looked = ", ".join(str(folder) for folder in folders)
    return charter_error(place, f"there is no template {name!r} in {looked}", f"Put {name} into one of these folders.")


def _place(folders: Sequence[Path], path: str, line: int) -> Place:
    """Where a template is, as the project's owner calls it: `templates/html/page.html`, not the folders above it."""
    if folders and Path(path).is_relative_to(folders[0]):
        path = (Path(folders[0].name) / Path(path).relative_to(folders[0])).as_posix()
    return Place(path, line)


def _template_line(trace: TracebackType | None) -> tuple[str, int] | None:
    """File and line of the last frame that is a template's."""
    found = None
    for frame in _frames(trace):
        if "__jinja_exception__" in frame.tb_frame.f_globals:
            found = (frame.tb_frame.f_code.co_filename, frame.tb_lineno)
    return found


def _is_ours(error: Exception) -> bool:
    """Whether the error is a bug: raised by code of ours that a template called, and not about an unknown name."""
    innermost = [frame.tb_frame.f_globals.get("__name__", "") for frame in _frames(error.__traceback__)][1:]
    called = next((name for name in reversed(innermost) if not name.startswith("jinja2")), "")
    return not isinstance(error, TemplateError) and called.startswith("polycharter.")


def _frames(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next
