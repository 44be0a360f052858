"""A poster of the commitments for the shop wall: one page, tagged like every PDF, from `pdf/poster.typ`.

It is set for A3 and prints as well on A4, which has the same shape. Only the public edition has one, and only where
it shows commitments.
"""

from collections.abc import Sequence
from pathlib import Path

from polycharter.model.block import Records
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.render.pdf import compiled

FORMAT = "poster"
LABEL = "Poster"
EXTENSION = "poster.pdf"
MEDIA_TYPE = "application/pdf"


def applies(document: LocalisedDocument) -> bool:
    """Whether the document is the public edition and shows commitments."""
    blocks = (block for section in document.sections for block in section.blocks)
    commitments = (block for block in blocks if isinstance(block, Records) and block.kind == "commitments")
    return document.edition is Edition.PUBLIC and any(block.records for block in commitments)


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The PDF's bytes; raises `CharterError` as the charter's own PDF does."""
    return compiled(document, folders, "poster.typ")
