"""What an entry of the catalogue becomes: kept, carried over to a new text, new, or retired."""

from collections.abc import Sequence

from polycharter.catalogue.mechanical import carried_over
from polycharter.model.catalogue import Entry


def keep(entry: Entry, source: Entry, forms: int) -> Entry:
    """The translator's entry with what the template says about the message; itself where that is the same."""
    if entry.plural != source.plural and any(source.targets):
        return carry(entry, source, forms)
    targets = source.targets
    if not any(targets) and len(targets) != _count(entry, forms):
        targets = ("",) * _count(entry, forms)
    return source.changed(
        plural=entry.plural,
        targets=targets,
        obsolete=False,
        flags=source.flags if set(source.flags) == set(entry.flags) else entry.flags,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
    )


def carry(entry: Entry, source: Entry, forms: int, *, editorial: bool = False) -> Entry:
    """The message of the template with another one's translation, to be looked at again where it must be.

    It need not be where only typography, an address or a placeholder's name differs, or where the owner says that
    the edit is `editorial`.
    """
    if not source.fuzzy and source.context == entry.context and (fitted := _fitted(entry, source)) is not None:
        return _with_message(entry, source, fitted, fuzzy=False)
    targets, comments = source.targets, source.translator_comments
    if entry.plural is None and source.plural is not None:
        targets = source.targets[:1]
        rest = enumerate(source.targets[1:], 1)
        comments += tuple(f"msgstr[{index}] was: {form}" for index, form in rest if form and form not in targets)
    elif entry.plural is not None and source.plural is None:
        targets = source.targets * forms
    carried = _with_message(entry, source, targets, fuzzy=True, comments=comments)
    doubted = source.fuzzy and source.previous_id is None
    return accept(carried) if editorial and not doubted else carried


def accept(entry: Entry) -> Entry:
    """The entry as translated, because the owner says that its text was only edited; itself where that cannot be.

    It cannot be where nothing is known of the text before, where the plural came or went, or where a form is empty.
    """
    hint = entry.previous_id
    if not entry.fuzzy or hint is None or (entry.previous_plural is None) != (entry.plural is None):
        return entry
    if not all(entry.targets):
        return entry
    return entry.changed(fuzzy=False, previous_id=None, previous_plural=None, previous_context=None)


def join(entry: Entry, sources: Sequence[Entry]) -> Entry:
    """The message with the translations of its parts, one after the other, to be looked at again."""
    translated = [source for source in sources if any(source.targets)]
    return entry.changed(
        targets=(_together([source.targets[0] for source in translated]),),
        fuzzy=True,
        translator_comments=tuple(dict.fromkeys(line for each in sources for line in each.translator_comments)),
        previous_id=_together([source.id for source in sources]),
        previous_context=next((source.context for source in sources if source.context is not None), None),
    )


def start(entry: Entry, forms: int, comments: tuple[str, ...] = ()) -> Entry:
    """The message without a translation."""
    return Entry(
        entry.id,
        ("",) * _count(entry, forms),
        entry.plural,
        entry.context,
        flags=entry.flags,
        translator_comments=comments,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
    )


def retire(entry: Entry) -> Entry:
    """The entry as obsolete, with the flags that GNU gettext keeps on one."""
    flags = tuple(flag for flag in entry.flags if flag.endswith("-format"))
    return entry.changed(obsolete=True, flags=flags, extracted_comments=(), references=())


def _fitted(entry: Entry, source: Entry) -> tuple[str, ...] | None:
    """The translation made to fit, where no translator is needed for that."""
    if (entry.plural is None) != (source.plural is None) or not all(source.targets):
        return None
    old = (source.id,) if source.plural is None else (source.id, source.plural)
    new = (entry.id,) if entry.plural is None else (entry.id, entry.plural)
    return carried_over(old, new, source.targets)


def _with_message(
    entry: Entry, source: Entry, targets: tuple[str, ...], *, fuzzy: bool, comments: tuple[str, ...] | None = None
) -> Entry:
    hint: tuple[str | None, str | None, str | None] = (source.id, source.plural, source.context)
    if source.fuzzy and source.previous_id is not None:
        hint = (source.previous_id, source.previous_plural, source.previous_context)
    if not fuzzy or hint == (entry.id, entry.plural, entry.context):
        hint = (None, None, None)
    return source.changed(
        id=entry.id,
        plural=entry.plural,
        context=entry.context,
        targets=targets,
        fuzzy=fuzzy,
        obsolete=False,
        flags=entry.flags,
        translator_comments=source.translator_comments if comments is None else comments,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
        previous_id=hint[0],
        previous_plural=hint[1],
        previous_context=hint[2],
    )


def _count(entry: Entry, forms: int) -> int:
    return 1 if entry.plural is None else forms


def _together(texts: Sequence[str]) -> str:
    """The texts with a space between them, except after a character of a script that has none."""
    joined = ""
    for text in texts:
        glue = " " if joined and not "\u2e80" <= joined[-1] < "\ua4d0" else ""
        joined += glue + text
    return joined
