"""The stage from compiled catalogues to documents, before anything is known of the files that they become."""

from collections.abc import Mapping

from polycharter.localise.document import Request, localise
from polycharter.model.compiled import Compiled
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.pipeline.desk import Desk
from polycharter.pipeline.project import Project

Documents = Mapping[tuple[str, Edition], LocalisedDocument]
"""Documents by locale and edition."""


def document(
    project: Project, desk: Desk, compiled: Mapping[str, Compiled], locale: str, edition: Edition
) -> LocalisedDocument:
    """One edition in one locale, without hashes and without links to its other languages."""
    request = Request(locale, edition, project.today, (), "", "")
    return localise(desk.charter, compiled["charter"], compiled["interface"], request)
