"""What leads where: a page is linked only to files that are there, and only where its readers may follow."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from polycharter import render as renderers
from polycharter.model.edition import Edition
from polycharter.model.localised import Format, LocalisedDocument


def formats() -> tuple[str, ...]:
    """The formats that readers are led to: the page first, then what is printed, what programs read last."""
    named = {format: module for format, module in renderers.modules().items() if renderers.label(format)}

    def rank(format: str) -> tuple[bool, bool, bool, str]:
        return (format != "html", format != "pdf", "json" in named[format].MEDIA_TYPE, format)

    return tuple(sorted(named, key=rank))


def unseen(edition: Edition, locale: str, published: Collection[tuple[str, Edition]]) -> frozenset[Edition]:
    """The editions that nothing in this one may lead to: not published in this locale, or for staff alone."""
    return frozenset(
        other
        for other in Edition
        if other is not edition
        and ((locale, other) not in published or (other is Edition.STAFF and edition is not Edition.STAFF))
    )


def for_everybody(there: Iterable[str]) -> tuple[Edition, ...]:
    """The editions that the list of languages leads to: not the staff's, unless there are files of no other.

    >>> [*map(str, for_everybody(["nl/public.html", "nl/staff.html"]))], [*map(str, for_everybody(["nl/staff.pdf"]))]
    (['public', 'summary'], ['staff'])
    """
    editions = {path.rpartition("/")[2].partition(".")[0] for path in there}
    public = tuple(edition for edition in Edition if edition is not Edition.STAFF)
    return (Edition.STAFF,) if editions & {*Edition} == {Edition.STAFF} else public


def linked(document: LocalisedDocument, there: Collection[str]) -> LocalisedDocument:
    """The document with its other formats and editions, as far as they are among the artefacts `there`."""
    others = [(format, renderers.path_of(document, format)) for format in formats() if format != "html"]
    pages = {other: f"{document.locale}/{other}.html" for other in Edition if other is not document.edition}
    return replace(
        document,
        formats=tuple(
            Format(renderers.label(format), path.rpartition("/")[2], renderers.modules()[format].MEDIA_TYPE)
            for format, path in others
            if path in there
        ),
        editions=tuple(
            other
            for other, page in pages.items()
            if page in there and (other is not Edition.STAFF or document.edition is Edition.STAFF)
        ),
    )
