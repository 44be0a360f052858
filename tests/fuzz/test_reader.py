"""A fuzzer over the reader: files put together from grammar and rubble, in Hypothesis' hands.

The normal tests run a short slice of it; `make fuzz` goes on for as long as FUZZ says (examples a test).
"""

import os
import resource
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.errors import CharterError

CASES = Path(__file__).parents[1] / "catalogue" / "cases"
SEEDS = [path.read_bytes() for path in sorted(CASES.rglob("*.po"))]
EXAMPLES = int(os.environ.get("FUZZ", "150"))
fuzz = settings(
    max_examples=EXAMPLES,
    derandomize="FUZZ" not in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
MEGABYTE = 1_000_000
SECONDS = 6.0
"""Reading is less than one on a machine that does nothing else; here the file is written too, beside other tests."""
KILOBYTES = 512 * 1024

RUBBLE = [
    b'"', b"\\", b"\n", b"\r\n", b"\r", b" ", b"\t", b"#", b"#~", b"#|", b"#~|", b"#,", b"#=", b"#:", b"#.", b"msgid",
    b"msgstr", b"msgctxt", b"msgid_plural", b"msgstr[0]", b"msgstr[10]", b"[", b"]", b"domain", b'"a"', b'""', b"fuzzy",
    b"\\x41", b"\\303\\251", b"\\0", b"\x00", b"\x04", b"\xc3\xa9", b"\xe9", b"\xff\xfe", b"\xef\xbb\xbf", b"<<<<<<<",
    b"=======", b"<html>", b"\xe2\x80\x9c", b"\xe2\x81\xa8", b"\xe2\x81\xa9", b"charset=", b"UTF-8", b"UTF-7",
    b"ISO-8859-1", b"Shift_JIS", b"GB18030",
]  # fmt: skip


def refused_or_lossless(data: bytes) -> None:
    """The one promise: our own error with file, line and column, or the file back byte for byte."""
    try:
        catalogue = read_po(data, "x.po")
    except CharterError as error:
        places = [mistake.place for mistake in error.mistakes]
        assert places
        assert all(place.path == "x.po" and place.line > 0 and place.column > 0 for place in places)
        return
    written = write_po(catalogue)
    if catalogue.repaired:
        again = read_po(written, "x.po")
        assert (again.entries, again.repaired) == (catalogue.entries, ())
    else:
        assert written == data


@fuzz
@given(st.lists(st.sampled_from(RUBBLE), max_size=60).map(b"".join))
@example(b"")
def test_rubble(data: bytes) -> None:
    refused_or_lossless(data)


@fuzz
@given(st.sampled_from(SEEDS), st.data())
def test_a_case_with_rubble_in_it(seed: bytes, draw: st.DataObject) -> None:
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(seed)))
        gone = draw.draw(st.integers(0, 12))
        seed = seed[:at] + draw.draw(st.sampled_from(RUBBLE)) + seed[at + gone :]
    refused_or_lossless(seed)


@fuzz
@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), st.integers(0, 400), st.integers(0, 400))
def test_two_cases_spliced(one: bytes, other: bytes, end: int, start: int) -> None:
    refused_or_lossless(one[:end] + other[start:])


def _repeated(piece: bytes) -> bytes:
    """A megabyte of it; `%d` counts."""
    if b"%d" not in piece:
        return piece * (MEGABYTE // len(piece))
    return b"".join(piece.replace(b"%d", b"%d" % number) for number in range(MEGABYTE // (len(piece) + 4)))


@pytest.mark.parametrize(
    "piece",
    [b'msgid "%d" msgstr "b"\n', b'msgid "%d"\nmsgstr "b"\n', b'msgid"%d"msgstr""', b'#~msgid "%d"\n#~msgstr "b"\n',
     b'#|msgid "x"\nmsgid "%d"\nmsgstr "b"\n', b'msgid "a"\nmsgstr "b"\n\n', b'msgid "%d"\nmsgstr b\n\n', b"#\n",
     b"# a\n", b"\n", b" \n", b'"', b'""', b"\\", b"<", b"#~ ", b"x", b"x\n\n#", b"a\r", b"#, a,", b"=======\n",
     "#: \u2068".encode(), b"\xe9", b'msgid ""\n', b'msgid "" msgstr "" '],
    ids=repr,
)  # fmt: skip
def test_a_megabyte_takes_no_more_than_a_second(piece: bytes) -> None:
    header = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    data = (header + _repeated(piece))[:MEGABYTE]
    before, held = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused_or_lossless(data)
    assert time.process_time() - before < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < KILOBYTES


@pytest.mark.parametrize("opened", [b'msgid "a"\nmsgstr "', b"#: ", "#: \u2068".encode(), b"#, ", b'msgid "\\x'])
@pytest.mark.parametrize(
    "piece", [b"x", b"\\n", b"\\101", "\u2068".encode(), "é".encode(), b"1", b"a ", b"\\"], ids=repr
)
def test_a_megabyte_on_one_line_takes_no_more_than_a_second(opened: bytes, piece: bytes) -> None:
    before = time.process_time()
    refused_or_lossless(opened + _repeated(piece) + b'"\n')
    assert time.process_time() - before < SECONDS
