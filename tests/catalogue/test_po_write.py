"""Writing `.po` files: untouched lines go back as they are, new ones are as GNU gettext writes them."""

import subprocess
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.catalogue.header import new_header
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import entry_lines, write_po
from polycharter.model.catalogue import Catalogue, Entry

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]

HEADER = new_header(
    project="charter 1.0",
    report_to="charter@example.org",
    pot_created="2026-11-21 14:05+0000",
    plural_forms="nplurals=2; plural=(n != 1);",
)
PROSE = (
    "We answer every letter and every e-mail within {reply_letters}, and if we cannot, we say so and say why.",
    "Call us — it's free — on **{helpline}**, or see [our site](https://www.example.org/help/contact-us?from=charter).",
    'She said: “We don\'t do that.” He said: "Why not?" And so on, and so on, until the line is really full; or not.',
    "Wij beantwoorden elke brief en elke e-mail binnen {reply_letters}; lukt dat niet, dan zeggen wij dat – en waarom.",
    "Klachtenbehandeling: u krijgt binnen vijf werkdagen een antwoord van de klantenservice ’s-Hertogenbosch/Utrecht.",
    (
        "Chúng tôi trả lời mọi thư từ và e-mail của quý khách trong vòng {reply_letters}; nếu không thể, chúng tôi sẽ "
        "thông báo cho quý khách biết — kèm theo lý do."
    ),
    (
        "Responem totes les cartes i tots els correus electrònics en un termini de {reply_letters}; si no podem, "
        "«ho diem» i expliquem per què. La col·laboració de vostè és d’agrair."
    ),
    (
        "Vi svarar på alla brev och e-postmeddelanden inom {reply_letters}. Om vi inte kan göra det säger vi ”det” och "
        "förklarar varför – alltid."
    ),
    "First line\nsecond line, which is rather long so that it has to be wrapped somewhere near the end of it\n\nlast\n",
    "A line that ends here and is exactly as long as it may be before it wraps, ok.\n",
    'Tabs\tand \\ backslashes \\\\ and "quotes" and more \\n of \\ them \\ in a line \\ that is \\ to wrap.',
    "averyverylongwordthatcannotbebrokenanywherebecauseithasnospacesorhyphensinitatallanditgoesonandonandon",
    "- [ ] a task, *emphasis*, `code with spaces`, ~~struck~~, {{literal}}, 100 % of 5.00 €, 1–3 days and/or 24/7 help",
    "日本語の文章は空白がないので、どこでも改行できますが、句読点の前では改行できません。「引用」も同じです。長い文です。",
    "Ελληνικά, русский язык, עברית עם מילים ארוכות מאוד, العربية مع كلمات طويلة جدا, हिन्दी में लंबा वाक्य, ไทยยาวมาก",
)


def catalogue_of(*entries: Entry) -> Catalogue:
    return Catalogue(entries, HEADER)


def assert_fixed_point(gettext: Gettext, catalogue: Catalogue, wrap: int) -> None:
    written = write_po(catalogue, wrap)
    options = {79: (), 0: ("--no-wrap",)}.get(wrap, ("--width", str(wrap)))
    done = gettext("msgcat", *options, data=written)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == written.decode()


@pytest.mark.parametrize("wrap", [79, 0, 40, 78, 120])
def test_msgcat_leaves_what_we_write(gettext: Gettext, wrap: int) -> None:
    entries = []
    for number, text in enumerate(PROSE):
        entries.append(Entry(text, (text,), context=f"{number}"))
        entries.append(
            Entry(text, (text,), context=f"{number} fuzzy", fuzzy=True, previous_id=text, previous_context=text)
        )
        entries.append(Entry(text, (text, text), text, f"{number} plural", flags=("python-brace-format",)))
    for number, text in enumerate(PROSE):
        entries.append(Entry(text, (text,), context=f"{number} old", obsolete=True, fuzzy=True, previous_id=text))
    assert_fixed_point(gettext, catalogue_of(*entries), wrap)


def test_msgcat_leaves_every_length(gettext: Gettext) -> None:
    """Texts of 50 to 160 letters, so that each place of the last break is met."""
    text = PROSE[0] + " " + PROSE[1]
    entries = [Entry(text[:length], (text[3 : length + 3],)) for length in range(50, 160)]
    assert_fixed_point(gettext, catalogue_of(*entries), 79)


def test_msgcat_leaves_comments_and_flags(gettext: Gettext) -> None:
    entry = Entry(
        "{n} day",
        ("{n} dag", "{n} dagen"),
        "{n} days",
        "unit",
        True,
        flags=("range: 0..31", "no-wrap", "python-brace-format"),
        translator_comments=("Ask the editor.", "", "A long comment " * 10 + "end."),
        extracted_comments=("Unit in “Complaints” (public, staff)", "{n}: for example “5”", "Long " * 30 + "end"),
        references=tuple(f"charter/section-{number:02}.md" for number in range(12)),
        previous_id="{n} weekday",
        previous_plural="{n} weekdays",
        previous_context="days",
    )
    assert_fixed_point(gettext, catalogue_of(entry), 79)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0\x04"), min_size=1), min_size=1, unique=True
    )
)
def test_msgcat_leaves_any_text(gettext: Gettext, texts: list[str]) -> None:
    entries = [Entry(f"{text} {text} {text} a", (text * 4,), context="x") for text in texts]
    written = write_po(catalogue_of(*entries))
    assert gettext("msgcat", data=written).stdout == written


def test_a_new_file_looks_like_this() -> None:
    header = replace(HEADER, translator_comments=("Dutch translation.",))
    entry = Entry(
        "Hello {name}",
        fuzzy=True,
        flags=("max-length:20", "python-brace-format"),
        translator_comments=("Ask the editor.",),
        extracted_comments=("Heading in “Welcome” (public)",),
        references=("a.md", "my file.md"),
        previous_id="Hi {name}",
    )
    obsolete = Entry("Bye", ("Dag",), obsolete=True, previous_id="By")
    assert write_po(Catalogue((entry, obsolete), header)).decode() == (
        "# Dutch translation.\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: charter 1.0\\n"\n'
        '"Report-Msgid-Bugs-To: charter@example.org\\n"\n'
        '"POT-Creation-Date: 2026-11-21 14:05+0000\\n"\n'
        '"PO-Revision-Date: \\n"\n'
        '"Last-Translator: \\n"\n'
        '"Language-Team: \\n"\n'
        '"Language: \\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        "\n"
        "# Ask the editor.\n"
        "#. Heading in “Welcome” (public)\n"
        "#: a.md \u2068my file.md\u2069\n"
        "#, fuzzy, python-brace-format, max-length:20\n"
        '#| msgid "Hi {name}"\n'
        'msgid "Hello {name}"\n'
        'msgstr ""\n'
        "\n"
        '#~| msgid "By"\n'
        '#~ msgid "Bye"\n'
        '#~ msgstr "Dag"\n'
    )


def test_nothing_is_written_for_nothing() -> None:
    assert write_po(Catalogue(())) == b""


def test_without_wrapping_lines_end_where_the_text_has_line_breaks() -> None:
    entry = Entry("a " * 60 + "\nb", ("c",))
    assert entry_lines(entry, 0) == ['msgid ""', f'"{"a " * 60}\\n"', '"b"', 'msgstr "c"']


ODD = (
    b'\n\n# odd  \nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language:nl\\n"\n\n\n'
    b'#:a.md:1\n#,fuzzy\nmsgid "one"  \nmsgstr   ""\n"e"  "e"\n"n"\n\n\n\n'
    b'msgid "two" msgstr "twee"\n'
    b'msgid "three"\nmsgstr "drie"\n# odd end\n\n#~msgid "four"\n#~msgstr "vier"\n\n# tail'
)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("number", range(4))
def test_changing_an_entry_changes_its_own_lines_only(number: int, newline: bytes) -> None:
    data = ODD.replace(b"\n", newline)
    catalogue = read_po(data)
    before = catalogue.entries
    changed = before[number].changed(targets=("anders",))
    written = write_po(replace(catalogue, entries=(*before[:number], changed, *before[number + 1 :])))
    after = read_po(written)
    assert after.header is not None
    assert catalogue.header is not None
    assert after.header.raw == catalogue.header.raw
    assert [entry.raw for entry in after.entries if entry.key != changed.key] == [
        entry.raw for entry in before if entry.key != changed.key
    ]
    assert after.entries[number].targets == ("anders",)
    assert written.count(b"\r\n") == (written.count(b"\n") if newline == b"\r\n" else 0)


def test_changing_the_header_changes_its_own_lines_only() -> None:
    catalogue = read_po(ODD)
    assert catalogue.header is not None
    written = write_po(
        replace(catalogue, header=catalogue.header.changed(targets=(catalogue.header.targets[0] + "X: y\n",)))
    )
    assert [entry.raw for entry in read_po(written).entries] == [entry.raw for entry in catalogue.entries]


def test_an_entry_after_a_file_without_a_last_line_end() -> None:
    catalogue = read_po(b'msgid "a"\nmsgstr "b"')
    written = write_po(replace(catalogue, entries=(*catalogue.entries, Entry("c", ("d",)))))
    assert written == b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n'


def test_entries_in_a_new_order_stay_apart() -> None:
    catalogue = read_po(b'msgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"')
    first, second = catalogue.entries
    written = write_po(replace(catalogue, entries=(second, first)))
    assert written == b'msgid "b"\nmsgstr "2"\n\nmsgid "a"\nmsgstr "1"\n'


def test_a_header_put_before_the_first_entry_is_set_apart() -> None:
    catalogue = read_po(b'msgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"\n')
    lines = write_po(replace(catalogue, header=Entry("", ("Language: nl\n",)))).decode()
    assert lines == 'msgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"\n'


def test_a_header_that_was_not_first_stays_where_it_was() -> None:
    data = b'msgid "a"\nmsgstr "1"\n\nmsgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "b"\nmsgstr "2"\n'
    assert write_po(read_po(data)) == data
