"""Two versions made from a third: the folders in `cases/three_way` hold base, ours, theirs, result and verdicts."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polycharter.catalogue.escapes import escape
from polycharter.catalogue.header import header_field
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.catalogue.three_way import ThreeWay, Verdict, text_of, three_way
from polycharter.catalogue.three_way_base import assumed_base, best_base, sure_base
from polycharter.model.catalogue import Catalogue, Entry

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]
FOLDERS = sorted(path for path in Path(__file__).with_name("cases").joinpath("three_way").iterdir() if path.is_dir())
KEPT_LAYOUT = ("odd-layout",)


def read(folder: Path, name: str) -> Catalogue:
    return read_po((folder / f"{name}.po").read_bytes(), name)


def merged(folder: Path) -> ThreeWay:
    return three_way(read(folder, "base"), read(folder, "ours"), read(folder, "theirs"))


def lost(base: Catalogue, side: Catalogue, after: Catalogue) -> list[str]:
    """Texts that a side wrote and that are neither translations nor comments of the result."""
    kept = {target for entry in after.entries for target in entry.targets}
    comments = "\n".join(comment for entry in after.entries for comment in entry.translator_comments)
    was = {target for entry in base.entries for target in entry.targets}
    wrote = [text for entry in side.entries for text in entry.targets if text and text not in was]
    return [text for text in wrote if text not in kept and f'"{escape(text)}"' not in comments]


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 20


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
class TestCase:
    """What holds for every case."""

    def test_result(self, folder: Path) -> None:
        assert write_po(merged(folder).catalogue) == (folder / "after.po").read_bytes()

    def test_verdicts(self, folder: Path) -> None:
        lines = [f"{verdict}: {key[1]}" for key, verdict in merged(folder).verdicts.items()]
        assert lines == (folder / "verdicts.txt").read_text("utf-8").splitlines()

    def test_a_side_that_changed_nothing_changes_nothing(self, folder: Path) -> None:
        base, ours = read(folder, "base"), read(folder, "ours")
        assert write_po(three_way(base, ours, base).catalogue) == write_po(ours)
        assert write_po(three_way(base, ours, ours).catalogue) == write_po(ours)

    def test_what_one_side_changed_alone_is_in_the_result(self, folder: Path) -> None:
        base, theirs = read(folder, "base"), read(folder, "theirs")
        after = three_way(base, base, theirs).catalogue
        assert {e.key: text_of(e) for e in after.entries} == {e.key: text_of(e) for e in theirs.entries}

    def test_nothing_that_anybody_wrote_is_missing(self, folder: Path) -> None:
        base, after = read(folder, "base"), merged(folder).catalogue
        assert not lost(base, read(folder, "ours"), after)
        assert not lost(base, read(folder, "theirs"), after)

    def test_merging_theirs_again_changes_nothing(self, folder: Path) -> None:
        base, theirs = read(folder, "base"), read(folder, "theirs")
        once = read_po((folder / "after.po").read_bytes())
        assert write_po(three_way(base, once, theirs).catalogue) == write_po(once)

    def test_conflicts_do_not_depend_on_who_merges(self, folder: Path) -> None:
        base, ours, theirs = (read(folder, name) for name in ("base", "ours", "theirs"))
        there, back = three_way(base, ours, theirs), three_way(base, theirs, ours)
        assert set(there.conflicts) == set(back.conflicts)

    def test_gettext_accepts_the_result(self, folder: Path, gettext: Gettext) -> None:
        after = (folder / "after.po").read_bytes()
        done = gettext("msgcat", data=after)
        assert done.returncode == 0, done.stderr.decode()
        if folder.name not in KEPT_LAYOUT:
            assert done.stdout == after.replace(b"#, max-length:20\n", b"")


TEXTS = st.sampled_from(["", "een", "twee", "drie"])
KEYS = ("Letters", "Phone", "We answer every letter within {n} working days.", "Visits to one of our shops")


@st.composite
def sides(draw: st.DrawFn) -> Catalogue:
    """A version with any of four messages, in any state and order, with any comments."""
    entries = []
    for key in draw(st.permutations(KEYS))[: draw(st.integers(1, 4))]:
        text = draw(TEXTS)
        fuzzy, obsolete = (bool(text) and draw(st.booleans()) for _ in range(2))
        comments = tuple(sorted(draw(st.sets(TEXTS.filter(bool)))))
        entries.append(Entry(key, (text,), fuzzy=fuzzy, obsolete=obsolete, translator_comments=comments))
    entries.sort(key=lambda entry: entry.obsolete)
    day = draw(st.integers(1, 9))
    header = f"Language: nl\nPO-Revision-Date: 2026-03-0{day} 10:00+0000\nContent-Type: text/plain; charset=UTF-8\n"
    return read_po(write_po(Catalogue(tuple(entries), Entry("", (header,)))))


@settings(derandomize=True, max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sides(), sides(), sides())
def test_whatever_both_do_nothing_new_is_lost(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> None:
    result = three_way(base, ours, theirs)
    after = read_po(write_po(result.catalogue))
    assert not lost(base, ours, after)
    assert not lost(base, theirs, after)
    live = {entry.key: entry for entry in after.entries}
    assert all(live[key].fuzzy for key in result.conflicts)
    assert write_po(three_way(base, base, base).catalogue) == write_po(base)


def entry(id: str, text: str, **more: object) -> Entry:
    return Entry(id, (text,), **more)  # type: ignore[arg-type]


def version(*entries: Entry, revised: str = "2026-03-01 10:00+0000") -> Catalogue:
    return Catalogue(entries, Entry("", (f"PO-Revision-Date: {revised}\n",)))


def test_line_ends_are_ours_whatever_theirs_are() -> None:
    base, theirs = b'msgid "a"\nmsgstr ""\n', b'msgid "a"\r\nmsgstr ""\r\n"x\\n"\r\n"y"'
    result = three_way(read_po(base), read_po(base), read_po(theirs)).catalogue
    assert write_po(result) == b'\nmsgid "a"\nmsgstr ""\n"x\\n"\n"y"\n'


def test_dates_of_headers_are_compared_as_times_and_the_later_counts() -> None:
    east, west = "2026-03-01 23:00+0700", "2026-03-01 17:00+0000"
    result = three_way(version(revised="2026-01-01 00:00+0000"), version(revised=west), version(revised=east))
    assert header_field(result.catalogue.header, "PO-Revision-Date") == west


def test_of_equal_versions_the_oldest_is_the_base_since_it_overwrites_least() -> None:
    old, new = version(entry("a", "A"), entry("b", "B")), version(entry("a", "AA"), entry("b", "B"))
    assert best_base([old, new], version(entry("a", "AAA"), entry("b", "B"))) == 0
    assert best_base([old, new], version(entry("a", "AA"), entry("b", "BB"))) == 1
    assert best_base([old, version(entry("b", "B"))], version(entry("b", "X"))) == 1


def test_a_version_that_is_revised_later_is_not_the_base() -> None:
    versions = [version(entry("a", "A")), version(entry("a", "B"), revised="2026-03-09 10:00+0000")]
    assert best_base(versions, version(entry("a", "B"), revised="2026-03-05 10:00+0000")) == 0
    assert best_base(versions, version(entry("a", "B"), revised="2026-03-10 10:00+0000")) == 1


def test_a_version_half_filled_by_somebody_else_is_not_taken_for_the_base() -> None:
    empty = version(*(entry(name, "") for name in "abcdef"))
    half = version(*(entry(name, name.upper() if name < "d" else "") for name in "abcdef"))
    theirs = version(*(entry(name, "A" if name == "a" else f"mine {name}") for name in "abcdef"))
    assert best_base([empty, half], theirs) == 0
    assert [key for _, key in three_way(empty, half, theirs).conflicts] == ["b", "c"]


def test_what_was_sent_before_does_not_settle_a_conflict_but_a_later_revision_does() -> None:
    mark = 'Other translation (Shop, 2026-03-03): "B"'
    base = version(entry("a", "A", fuzzy=True, translator_comments=(mark,)))
    assert not sure_base(base, version(entry("a", "A"))).entries
    assert sure_base(base, version(entry("a", "A"), revised="2026-03-02 10:00+0000")).entries
    assert sure_base(base, version(entry("a", "A", translator_comments=(mark,)))).entries


def test_without_a_base_an_unfinished_entry_is_the_older_one() -> None:
    ours = version(entry("a", ""), entry("b", "B"), entry("c", "C"), entry("d", "D", fuzzy=True))
    theirs = version(entry("a", "A"), entry("b", ""), entry("c", "CC"), entry("d", "DD"))
    result = three_way(assumed_base(ours, theirs), ours, theirs)
    assert [verdict.value for verdict in result.verdicts.values()] == ["theirs", "ours", "conflict", "theirs"]
    assert result.catalogue.entries[3].targets == ("DD",)


def test_a_name_in_a_header_cannot_break_out_of_the_comment() -> None:
    header = Entry("", ("Last-Translator: \x1b[31mShop\r evil\nPO-Revision-Date: 2026-03-09 10:00+0000\n",))
    ours = replace(version(entry("a", "A")), header=header)
    result = three_way(version(), ours, version(entry("a", "AA")))
    assert result.verdicts[None, "a"] is Verdict.CONFLICT
    comment = three_way(version(), version(entry("a", "AA"), revised="2026-04-01 10:00+0000"), ours)
    text = "\n".join(comment.catalogue.entries[0].translator_comments)
    assert "Shop" in text
    assert "\x1b" not in text
    assert "\r" not in text
    assert read_po(write_po(comment.catalogue)).entries[0].translator_comments == (text,)


def test_a_large_catalogue_is_merged_in_linear_time() -> None:
    """10,000 entries, of which each side changed a twentieth: a second or two even on a slow machine."""
    import time

    many = [entry(f"Message number {n} of this charter", f"Bericht {n}") for n in range(10_000)]
    base = read_po(write_po(version(*many)))
    ours, theirs = (_marked(base, remainder) for remainder in (1, 2))
    start = time.process_time()
    result = three_way(base, ours, theirs)
    assert time.process_time() - start < 5
    assert sum(verdict is Verdict.THEIRS for verdict in result.verdicts.values()) == 500


def _marked(base: Catalogue, remainder: int) -> Catalogue:
    entries = enumerate(base.entries)
    return replace(base, entries=tuple(e.changed(targets=("!",)) if n % 20 == remainder else e for n, e in entries))
