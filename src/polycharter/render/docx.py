"""A localised document as a Word file (Office Open XML), to be read, changed and printed in any word processor.

How it looks is in the templates `docx/styles.xml` and `docx/numbering.xml`; this renderer names their styles and
sets nothing beside them but direction and language. It holds no macros, no pictures, no fields but page numbers,
and leads outside by the source's links alone. Its bytes and its times are the same whenever it is made.
"""

from collections.abc import Sequence
from pathlib import Path

from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument

FORMAT = "docx"
LABEL = "DOCX"
EXTENSION = "docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The file's bytes. Raises `CharterError` where a template is wrong."""
    from polycharter.render._docx_file import written  # here: finding the renderers should not load python-docx

    return written(document, folders, whole=document.edition is not Edition.SUMMARY)
