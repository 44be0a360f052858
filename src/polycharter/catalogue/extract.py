"""The charter's messages as a template: one entry for each text, with what a translator needs to know about it."""

from collections.abc import Iterable, Mapping

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError, Mistake
from polycharter.model.message import Key, Message
from polycharter.text.placeholders import has_braces, names


def extract(messages: Iterable[Message], examples: Mapping[str, str], header: Entry) -> Catalogue:
    """The template: messages with the same text and context become one entry, in the order they are first seen.

    `examples` gives what each placeholder may look like (`reply_letters`: "5 working days"). Raises CharterError
    at every message that has the text and context of another, but a different plural.
    """
    groups: dict[Key, list[Message]] = {}
    for message in messages:
        groups.setdefault(message.key, []).append(message)
    mistakes = [mistake for group in groups.values() for mistake in _plural_mistakes(group)]
    if mistakes:
        raise CharterError(*mistakes)
    return Catalogue(tuple(_entry(group, examples) for group in groups.values()), header)


def _plural_mistakes(group: list[Message]) -> list[Mistake]:
    first = group[0]
    return [
        Mistake(
            message.place,
            f"{message.text!r} has {_plural(message)} here and {_plural(first)} in {first.place}",
            "Give both the same plural, or one of them a context.",
        )
        for message in group
        if message.plural != first.plural
    ]


def _plural(message: Message) -> str:
    return "no plural" if message.plural is None else f"the plural {message.plural!r}"


def _entry(group: list[Message], examples: Mapping[str, str]) -> Entry:
    first = group[0]
    lengths = [message.max_length for message in group if message.max_length is not None]
    max_length = min(lengths) if lengths else None
    written = first.text if first.plural is None else f"{first.text} {first.plural}"
    flags = []
    if has_braces(written):
        flags.append("python-brace-format")
    if max_length is not None:
        flags.append(f"max-length:{max_length}")
    return Entry(
        first.text,
        ("",) if first.plural is None else ("", ""),
        first.plural,
        first.context,
        flags=tuple(flags),
        extracted_comments=(
            *dict.fromkeys(_use(message) for message in group),
            *dict.fromkeys(f"Note: {note}" for message in group if (note := " ".join(message.note.split()))),
            *(
                f"{{{name}}}: for example “{examples[name]}”"
                for name in dict.fromkeys(names(written))
                if examples.get(name)
            ),
            *([] if max_length is None else [f"At most {max_length} characters."]),
        ),
        references=tuple(sorted({message.place.path for message in group if message.place.path})),
    )


def _use(message: Message) -> str:
    """Where the text is used, as `Paragraph in “Complaints” (public, staff)`."""
    section = f" in “{message.section}”" if message.section else ""
    editions = ", ".join(edition for edition in Edition if edition in message.editions)
    return message.kind[:1].upper() + message.kind[1:] + section + (f" ({editions})" if editions else "")
