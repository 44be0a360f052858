"""What holds for every catalogue and every file, generated or damaged."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polycharter.catalogue.merge import merge
from polycharter.catalogue.po_entry import read_entry
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError

READ = Path(__file__).with_name("cases") / "read"
SEEDS = [path.read_bytes() for path in sorted(READ.glob("*.po"))]
HEADER = Entry("", ("Language: nl\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n!=1;\n",))
often = settings(derandomize=True, max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(often, max_examples=50)

WORDS = ["we", "answer", "every", "letter", "within", "five", "working", "days,", "{n}", "—", "“at", "once”\n", "é"]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\x04"), max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).map(str.strip)
FLAGS = st.lists(st.sampled_from(["python-brace-format", "no-wrap", "max-length:20", "range: 0..9"]), unique=True)
REFERENCES = st.lists(st.sampled_from(["a.md", "charter/b.md:12", "my file.md"]), unique=True)


@st.composite
def entries(draw: st.DrawFn, *, obsolete: bool | None = None) -> Entry:
    """Any entry but a header; the previous texts are those of a fuzzy one."""
    plural = draw(st.none() | TEXTS)
    fuzzy = draw(st.booleans())
    return Entry(
        draw(TEXTS.filter(bool)),
        tuple(draw(st.lists(TEXTS, min_size=1, max_size=3))) if plural is not None else (draw(TEXTS),),
        plural,
        draw(st.none() | TEXTS),
        fuzzy,
        draw(st.booleans()) if obsolete is None else obsolete,
        tuple(draw(FLAGS)),
        tuple(draw(st.lists(LINES, max_size=2))),
        tuple(draw(st.lists(LINES, max_size=2))),
        tuple(draw(REFERENCES)),
        draw(TEXTS) if fuzzy else None,
        draw(st.none() | TEXTS) if fuzzy else None,
        draw(st.none() | TEXTS) if fuzzy else None,
    )


def catalogues(*, obsolete: bool | None = None) -> st.SearchStrategy[Catalogue]:
    found = st.lists(entries(obsolete=obsolete), max_size=6, unique_by=lambda entry: entry.key)
    return st.builds(
        Catalogue,
        found.map(tuple),
        st.just(HEADER),
        newline=st.sampled_from(["\n", "\r\n"]) if obsolete is None else st.just("\n"),
    )


def content(entry: Entry) -> Entry:
    """The entry without where and how it is written; flags in any order."""
    return replace(entry, line=0, target_line=0, raw=None, flags=tuple(sorted(entry.flags)))


def strictly(data: bytes) -> list[Entry]:
    """The entries as the whole grammar reads them, without the fast way."""
    text = data.decode("utf-8").replace("\r\n", "\n")
    found = []
    position = 0
    while read := read_entry(text, position):
        found.append(read.entry)
        position = read.end
    return found


def lossless(data: bytes) -> Catalogue | None:
    """What is read from the data, None where it is refused, with nothing but our own error and a place."""
    try:
        catalogue = read_po(data, "x.po")
    except CharterError as error:
        places = [mistake.place for mistake in error.mistakes]
    else:
        assert write_po(catalogue) == data
        return catalogue
    assert places
    assert all(place.path == "x.po" and place.line > 0 for place in places)
    return None


@often
@given(catalogues(), st.sampled_from([79, 0, 30]))
def test_what_is_written_reads_back_as_it_was(catalogue: Catalogue, wrap: int) -> None:
    written = write_po(catalogue, wrap)
    again = lossless(written)
    assert again is not None
    assert list(map(content, again.entries)) == list(map(content, catalogue.entries))
    assert again.header is not None
    assert content(again.header) == content(HEADER)
    assert again.newline == catalogue.newline
    assert all(entry.line < entry.target_line for entry in again.entries)
    assert list(map(content, strictly(written))) == list(map(content, [again.header, *again.entries]))


@often
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 8), st.binary(max_size=3)), max_size=3),
)
def test_damaged_files_are_refused_or_lossless(data: bytes, damage: list[tuple[int, int, bytes]]) -> None:
    for where, length, patch in damage:
        data = data[:where] + patch + data[where + length :]
    lossless(data)


KEYWORDS = [b'msgid "a"', b'msgid ""', b'msgstr "b"', b"msgctxt", b'msgid_plural "c"', b"msgstr[0]", b"msgstr[1]"]
MARKS = [b"#~ ", b"#| ", b"#~| ", b"# e", b"#, fuzzy", b"domain", b'"d"', b'""', b'"', b"\\", b"[", b"\xc3\xa9"]
PIECES = st.sampled_from([*KEYWORDS, *MARKS, b"\n", b"\n\n", b" ", b"\t", b"\r\n"])


@often
@given(st.lists(PIECES, max_size=24).map(b"".join))
def test_any_mixture_is_refused_or_lossless(data: bytes) -> None:
    lossless(data)


@often
@given(st.binary(max_size=60))
def test_any_bytes_are_refused_or_lossless(data: bytes) -> None:
    lossless(data)


@often
@given(catalogues(), st.data())
def test_changing_one_entry_leaves_the_lines_of_the_others(catalogue: Catalogue, data: st.DataObject) -> None:
    before = read_po(write_po(catalogue))
    if not before.entries:
        return
    number = data.draw(st.integers(0, len(before.entries) - 1))
    changed = before.entries[number].changed(translator_comments=("Changed.",))
    after = read_po(
        write_po(replace(before, entries=(*before.entries[:number], changed, *before.entries[number + 1 :])))
    )
    assert [entry.raw for index, entry in enumerate(after.entries) if index != number] == [
        entry.raw for index, entry in enumerate(before.entries) if index != number
    ]
    assert after.header == before.header


@seldom
@given(catalogues(obsolete=False), catalogues())
def test_merging_loses_nothing_and_settles(template: Catalogue, catalogue: Catalogue) -> None:
    first = read_po(write_po(catalogue))
    once = merge(template, first)
    assert merge(template, once.catalogue).catalogue == once.catalogue
    written = write_po(once.catalogue)
    assert write_po(merge(template, read_po(written)).catalogue) == written
    kept = [target for entry in once.catalogue.entries for target in entry.targets]
    comments = "\n".join(comment for entry in once.catalogue.entries for comment in entry.translator_comments)
    missing = Counter(filter(None, (t for entry in first.entries for t in entry.targets))) - Counter(kept)
    assert all(text in comments or text in kept for text in missing)
    assert [entry.key for entry in once.catalogue.entries if not entry.obsolete] == [e.key for e in template.entries]
    assert all(entry.fuzzy for entry in once.catalogue.entries if entry.previous_id is not None and any(entry.targets))


@seldom
@given(catalogues(), st.permutations(range(6)))
def test_moving_texts_changes_no_entry(catalogue: Catalogue, order: list[int]) -> None:
    first = read_po(write_po(replace(catalogue, entries=tuple(replace(e, obsolete=False) for e in catalogue.entries))))
    moved = tuple(first.entries[number] for number in order if number < len(first.entries))
    after = merge(replace(first, entries=moved), first)
    assert [entry for entry in after.catalogue.entries if any(entry.targets)] == [
        entry for entry in moved if any(entry.targets)
    ]
    assert {change.outcome.value for change in after.report} <= {"kept", "moved"}
