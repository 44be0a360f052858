"""A hand-built index of what was published."""

from dataclasses import replace

from tests.render.sample import said, words

from polycharter.model.edition import Edition
from polycharter.model.index import HeldBack, Index, IndexEdition, IndexLink, IndexRow
from polycharter.model.localised import State


def index() -> Index:
    """English, Dutch and Arabic published, Vietnamese held back, of Catalan the staff handbook."""

    def row(locale: str, name: str, direction: str, title: str, *editions: tuple[Edition, str]) -> IndexRow:
        def links(edition: Edition) -> tuple[IndexLink, ...]:
            formats = (("html", "HTML"), ("pdf", "PDF"), ("md", "Markdown"), ("txt", "Text"), ("json", "JSON"))
            return tuple(IndexLink(ending, label, f"{locale}/{edition}.{ending}") for ending, label in formats)

        listed = tuple(IndexEdition(edition, said(label, locale=locale), links(edition)) for edition, label in editions)
        return IndexRow(locale, name, direction, said(title, locale=locale), listed)

    english = {key: replace(word, locale="en", state=State.CANONICAL) for key, word in words().items()}
    return Index(
        locale="en",
        direction="ltr",
        organisation="Groene Hoek",
        title=said("Customer service charter", locale="en", state=State.CANONICAL),
        version="2.1",
        effective_from="1 January 2026",
        effective_from_iso="2026-01-01",
        words=english,
        rows=(
            row(
                "en",
                "English",
                "ltr",
                "Customer service charter",
                (Edition.PUBLIC, "The whole charter"),
                (Edition.SUMMARY, "In short"),
            ),
            row("nl", "Nederlands", "ltr", "Handvest voor onze klanten", (Edition.PUBLIC, "Het hele handvest")),
            row("ar", "العربية", "rtl", "ميثاق خدمة العملاء", (Edition.PUBLIC, "الميثاق كاملا")),
        ),
        held_back=(
            HeldBack("vi", "Tiếng Việt", "ltr"),
            HeldBack("ca", "català", "ltr", (said("Staff handbook", locale="en", state=State.CANONICAL),)),
        ),
    )
