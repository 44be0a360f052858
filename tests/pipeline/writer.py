"""One of many that edit the same catalogue: `python -m tests.pipeline.writer FOLDER NUMBER HOW`.

Signs entry by entry, a hundred times, with a comment: reads the file, changes one entry, writes. HOW is `lock` (the
lock is held from reading to writing) or `retry` (whoever finds the file changed reads it again). What cannot be
written after many tries is printed.
"""

import sys
from pathlib import Path

from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue
from polycharter.pipeline.lock import locked
from polycharter.pipeline.write import ChangedMeanwhileError, digest, write_file

EDITS = 100
TRIES = 1000


def signed(catalogue: Catalogue, number: int, edit: int) -> bytes:
    """The file with the comment of this edit."""
    entries = list(catalogue.entries)
    place = (number * EDITS + edit) % len(entries)
    entry = entries[place]
    entries[place] = entry.changed(translator_comments=(*entry.translator_comments, f"edit {number}-{edit}"))
    return write_po(Catalogue(tuple(entries), catalogue.header, newline=catalogue.newline, tail=catalogue.tail))


def try_once(folder: Path, number: int, edit: int) -> bool:
    """Read, edit, write; False where the file had changed."""
    data = (folder / "nl.po").read_bytes()
    try:
        return write_file(folder, "nl.po", signed(read_po(data), number, edit), expect=digest(data))
    except ChangedMeanwhileError as changed:
        changed.beside.unlink(missing_ok=True)
        return False


def main() -> None:
    """All edits of one writer."""
    folder, number, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for edit in range(EDITS):
        if how == "lock":
            with locked(folder, patience=120):
                done = try_once(folder, number, edit)
        else:
            done = any(try_once(folder, number, edit) for _ in range(TRIES))
        if not done:
            sys.stdout.write(f"edit {number}-{edit}\n")


if __name__ == "__main__":
    main()
