"""A short hand-built document that is written from right to left."""

from dataclasses import replace

from tests.render.sample import ALTERNATES, EMAIL, HELPLINE, WORKING_DAYS, Part, document, fallback, said

from polycharter.model.block import Field, Heading, Paragraph, Record, Records
from polycharter.model.edition import Edition
from polycharter.model.inline import Code
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State


def right_to_left() -> LocalisedDocument:
    """An Arabic page: a phone number and a code in a paragraph, a contact; the rest is missing and so in English."""

    def arabic(*parts: Part) -> LocalisedText:
        return said(*parts, locale="ar")

    phone = Record("helpline", arabic("خدمة العملاء"), (Field("phone", arabic("الهاتف"), arabic(HELPLINE)),))
    return replace(
        document(Edition.PUBLIC),
        locale="ar",
        direction="rtl",
        title=arabic("ميثاق خدمة العملاء"),
        sections=(
            LocalisedSection(
                "introduction",
                Heading(1, "introduction", arabic("مقدمة")),
                (
                    Paragraph(
                        arabic("اتصل بنا على ", HELPLINE, " أو اكتب إلى ", EMAIL, " مع الرمز ", Code("A-1"), ".")
                    ),
                    Paragraph(fallback("We answer within ", WORKING_DAYS, ".")),
                    Records("contacts", arabic("جهات الاتصال"), (phone,), arabic("لا يوجد")),
                ),
                State.TRANSLATED,
            ),
        ),
        alternates=tuple(replace(one, current=one.locale == "ar") for one in ALTERNATES),
    )
