"""Interface words: `templates/words.toml` of the project over the shipped one."""

from collections.abc import Sequence
from pathlib import Path

from polycharter.model.edition import EVERY_EDITION
from polycharter.model.errors import Mistake
from polycharter.model.message import Message
from polycharter.source.table import Table
from polycharter.source.toml_file import read_toml

FILE = "words.toml"


def read_words(folders: Sequence[Path], mistakes: list[Mistake]) -> dict[str, Message]:
    """The interface words by key. `folders` are template folders, the first wins; at least the last has the file.

    The path in a place is `templates/words.toml` for every folder, so that a template made from the shipped words
    is the same on every machine.
    """
    words: dict[str, Message] = {}
    for folder in reversed(folders):
        if not (folder / FILE).is_file():
            continue
        file = read_toml(folder.parent, f"{folder.name}/{FILE}")
        for key, table in Table(file, (), file.data, mistakes).named_tables():
            words[key] = Message(
                table.text("text"),
                "interface word",
                table.place(),
                context=table.text("context", "") or None,
                section="",
                editions=EVERY_EDITION,
                note=table.text("note", ""),
            )
            table.finish()
    return words
