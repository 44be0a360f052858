"""A short Arabic document that holds every kind of block and of inline node, as the Dutch sample does."""

from dataclasses import replace

from tests.render.sample import ALTERNATES, EMAIL, HELPLINE, Part, document, fallback, said

from polycharter.model.block import (
    Block,
    Field,
    Heading,
    Json,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Record,
    Records,
    Story,
    Table,
)
from polycharter.model.edition import Edition
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Link, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State

DAYS = Value("reply_letters", "٥ أيام عمل")


def arabic(*parts: Part) -> LocalisedText:
    """Text in Arabic."""
    return said(*parts, locale="ar")


def _field(name: str, label: str, *parts: Part, raw: Json = None) -> Field[LocalisedText]:
    return Field(name, arabic(label), arabic(*parts), raw)


def _section(anchor: str, title: str, *blocks: Block[LocalisedText]) -> LocalisedSection:
    return LocalisedSection(anchor, Heading(1, anchor, arabic(title)), blocks, State.TRANSLATED)


def _records(kind: str, caption: str, *records: Record[LocalisedText]) -> Records[LocalisedText]:
    return Records(kind, arabic(caption), records, arabic("لا يوجد شيء الآن."))


PROSE: tuple[Block[LocalisedText], ...] = (
    Paragraph(
        arabic(
            "نجيب خلال ",
            Strong((DAYS,)),
            "، ",
            Emphasis((Text("كتابة"),)),
            ". اتصل بنا على ",
            HELPLINE,
            " واذكر الرمز ",
            Code("A<b>1"),
            ".",
            Break(),
            "اقرأ ",
            Link("#contacts", (Text("كيف تصل "), Strong((Text("إلينا"),)))),
            " أو زر ",
            Link("https://groenehoek.example.org/winkels?a=1&b=2", (Text("المتاجر"),)),
            "؛ بالإنجليزية: ",
            Foreign("en", (Text("the customer is "), Emphasis((Text("nearly"),)), Text(" always right"))),
            ".",
        )
    ),
    Paragraph(fallback("This paragraph has not been translated: call ", HELPLINE, ".")),
    Heading(2, "conditions", arabic("ما تحضره معك")),
    Listing(
        None,
        (
            (Paragraph(arabic("الإيصال")),),
            (
                Paragraph(arabic("المنتج:")),
                Listing(3, ((Paragraph(arabic("في عبوته")),), (Paragraph(arabic("أو بدونها")),))),
            ),
        ),
    ),
    Quote((Paragraph(arabic("طعام صادق وجواب صادق.")),)),
    Table(
        (arabic("الخدمة"), arabic("السعر")),
        ((arabic("التوصيل"), arabic(Value("fee", "٤٫٩٥ €"))), (arabic("التعبئة"), fallback("free"))),
        ("left", "right"),
    ),
)
COMMITMENTS = _records(
    "commitments",
    "ما نعد به",
    Record(
        "reply-letters",
        arabic("نجيب عن رسالتك خلال خمسة أيام عمل."),
        (
            _field("channel", "القناة", "بالبريد", raw=["letter"]),
            _field("limit", "الحد", "على الأكثر ", DAYS, raw={"value": 5, "unit": "working-day"}),
            _field("target", "الهدف", Value("target", "٩٥٪"), raw="95"),
            _field("status", "الحالة", "لم يتحقق الهدف", raw="missed"),
            _field("cause", "لماذا لم ننجح", "تعطلت المقسم يومين."),
            _field("action", "ما نفعله", "ركبنا خطا ثانيا."),
            _field("remedy", "إن لم نف", "تحصل على ", Value("goodwill", "٢٥٫٠٠ €"), "."),
        ),
        ("missed",),
    ),
)
CONTACTS = _records(
    "contacts",
    "نقاط الاتصال",
    Record("helpline", arabic("خدمة العملاء"), (_field("phone", "الهاتف", HELPLINE), _field("email", "البريد", EMAIL))),
    Record(
        "alarm",
        arabic("عند الخطر"),
        (_field("phone", "الهاتف", Value("alarm", "020 555 01 99", "tel:+31205550199")),),
        ("emergency",),
    ),
)
REVIEW = _records("review", "المراجعة", Record("review", arabic("المراجعة"), (_field("version", "الإصدار", "2.1"),)))
STORY: Story[LocalisedText] = Story(
    "reply-letters",
    (Heading(2, "story-letter", arabic("رسالة باليد")), Paragraph(arabic("كتبت لنا سيدة رسالة بخط يدها."))),
)
AGREEMENTS = _records(
    "agreements", "اتفاقات سارية", Record("oat-milk", arabic("هل يعاد الحليب؟"), (_field("ruling", "القرار", "نعم."),))
)


def whole_right_to_left() -> LocalisedDocument:
    """The Arabic staff handbook."""
    return replace(
        document(Edition.STAFF),
        locale="ar",
        direction="rtl",
        title=arabic("ميثاق خدمة العملاء"),
        effective_from="١ يناير ٢٠٢٦",
        sections=(
            _section("introduction", "مقدمة", *PROSE),
            _section("standards", "التزاماتنا", COMMITMENTS),
            _section("contacts", "اتصل بنا", CONTACTS),
            _section("interruptions", "انقطاعات", _records("interruptions", "انقطاعات الخدمة")),
            _section("review", "المراجعة والإصدار", REVIEW),
            _section("agreements", "الاتفاقات", AGREEMENTS, STORY),
            _section("log", "السجل", LogSheet(arabic("ورقة السجل"), (arabic("التاريخ"), arabic("العميل")), 3)),
        ),
        alternates=tuple(replace(one, current=one.locale == "ar") for one in ALTERNATES),
    )
