"""Templates filled in: the one place that knows Jinja2's settings. HTML, Markdown and text are made through it.

Templates of a project are its owner's code; translations are data and are never read as a template. Jinja2's own
translation extension stays off: it switches escaping off for translations.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from polycharter.model.errors import CharterError, charter_error
from polycharter.model.localised import LocalisedText
from polycharter.model.place import Place

_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    re.findall("[a-z]+", "apc ar arc bal bgn ckb dv fa he ks lrc mzn nqo ps rhg sd sdh skr syr trw ug ur yi")
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
ON_REQUEST = "Correct the template, or delete it to use the one that comes with polycharter."
"""What to do about a template of the project."""
_NO_WORD = "there is no interface word"
_WORD_TODO = "Correct the key, or add the word to templates/words.toml."
NOT_OWN = "This template came with polycharter: look at the ones of your own that it uses."
"""What to do where it is the shipped template that fails, and others are the project's."""


class Words(dict[str, Any]):
    """The interface words by key, as a template gets them; where it asks for another one, the error says so."""


def fill(folders: Sequence[Path], name: str, context: Mapping[str, Any], *, escape: bool) -> str:
    """The template `name` ("html/page.html"), from the first folder that has it, filled in with `context`.

    `escape` makes every value harmless as HTML. A name that the context does not have is an error, and so is a value
    that is neither characters nor a number: its Python name would be printed. Whatever is wrong with a template
    raises `CharterError` with its file and line.
    """
    try:
        return _environment(tuple(folders), escape).get_template(name).render(context)
    except CharterError:
        raise
    except Exception as error:
        if _is_ours(error):
            raise
        raise _mistake(folders, name, error, context) from error


def source(folders: Sequence[Path], name: str) -> str:
    """The file `name` from the first folder that has it, as it is: a style sheet, not a template."""
    for folder in folders:
        if (path := folder / name).is_file():
            try:
                return path.read_text("utf-8")
            except UnicodeDecodeError as error:
                raise charter_error(Place(place_of(folders, path)), "not UTF-8", "Save the file as UTF-8.") from error
    raise _not_found(folders, Place(f"templates/{name}"), name)


def text_of(given: object) -> LocalisedText:
    """The text that a template hands to one of its functions; an error of the template where it is no text."""
    if isinstance(given, LocalisedText):
        return given
    if isinstance(given, Undefined):
        str(given)  # raises, with the name that is unknown
    raise TemplateRuntimeError(f"this function takes a text of the charter, not {_called(given)}")


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
        loader=_Loader(folders, encoding="utf-8"),
        autoescape=escape,  # noqa: S701 - the text formats escape in their own way
        undefined=_Unknown,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["kind"] = lambda block, name: kind(block) == name
    return environment


class _Loader(FileSystemLoader):
    """Jinja2's own, with our error for a file that is not UTF-8; one that comes to be in an earlier folder counts."""

    def get_source(self, environment: Environment, template: str) -> Any:
        folders = [Path(folder) for folder in self.searchpath]

        def found() -> Path:
            return next((path for folder in folders if (path := folder / template).is_file()), Path(template))

        try:
            text, name, as_read = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise charter_error(Place(place_of(folders, found())), "not UTF-8", "Save the file as UTF-8.") from error
        return text, name, lambda: as_read() and found() == Path(name)


class _Unknown(StrictUndefined):
    """A name that a template uses and that is not there, with an error that tells what is."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint or _hint(obj, name), obj, name, exc)


def _hint(owner: object, name: object) -> str | None:
    """What is wrong with `owner.name` in the words of a template's author; None for what Jinja2 says well."""
    if isinstance(owner, Words):
        return f"{_NO_WORD} {name!r}, or it has a placeholder"
    if isinstance(owner, TemplateModule):
        return f"{owner.__name__} has no macro {name!r}"
    if dataclasses.is_dataclass(owner):
        has = ", ".join(field.name for field in dataclasses.fields(owner))
        return f"{_called(owner)} has no {name!r}; it has {has}"
    return None


def _printable(value: object) -> object:
    """What a template prints: characters, a number, HTML that is ready."""
    if isinstance(value, (str, int, float, Undefined)) or hasattr(value, "__html__"):
        return value
    todo = ": print it with inline(…), span(…) or plain(…)" if isinstance(value, LocalisedText) else ""
    raise TemplateRuntimeError(f"{_called(value)} can't be printed{todo}")


def _called(value: object) -> str:
    return "nothing (none)" if value is None else f"a {type(value).__name__}"


def _mistake(folders: Sequence[Path], name: str, error: Exception, context: Mapping[str, Any]) -> CharterError:
    """The error of a template as its owner reads it."""
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or name, error.lineno
    else:
        path, line = _template_line(error.__traceback__) or (name, 0)
    place = Place(place_of(folders, Path(path)), line)
    if isinstance(error, TemplateNotFound):
        return _not_found(folders, place, str(error.name or name))
    what = str(error).strip().rstrip(".") or type(error).__name__
    if isinstance(error, RecursionError):
        what = "it calls or includes itself without end"
    elif what.endswith(" is undefined"):
        what += f"; the template gets {', '.join(sorted(context))}"
    todo = ON_REQUEST if Path(path).is_relative_to(folders[0]) or place.line == 0 else NOT_OWN
    if what.startswith(_NO_WORD):
        todo = _WORD_TODO
    return charter_error(place, f"the template cannot be filled in: {what}", todo)


def _not_found(folders: Sequence[Path], place: Place, name: str) -> CharterError:
    looked = ", ".join(str(folder) for folder in folders)
    return charter_error(place, f"there is no template {name!r} in {looked}", f"Put {name} into one of these folders.")


def place_of(folders: Sequence[Path], path: Path) -> str:
    """Where a template is, as its owner calls it: `templates/html/page.html`; a shipped one by its whole path."""
    if folders and path.is_relative_to(folders[0]):
        return (Path(folders[0].name) / path.relative_to(folders[0])).as_posix()
    return str(path)


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
