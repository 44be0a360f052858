"""Merging: each folder in `cases/merge` holds a catalogue before, a template, the catalogue after and the report."""

import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.catalogue.header import header_field, new_header
from polycharter.catalogue.merge import Merged, Outcome, merge
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]
FOLDERS = sorted(path for path in Path(__file__).with_name("cases").joinpath("merge").iterdir() if path.is_dir())


def read(folder: Path, name: str) -> Catalogue:
    return read_po((folder / name).read_bytes(), name)


def merged(folder: Path) -> Merged:
    return merge(read(folder, "template.pot"), read(folder, "before.po"))


def texts(catalogue: Catalogue) -> Counter[str]:
    return Counter(target for entry in catalogue.entries for target in entry.targets if target)


def test_there_are_cases() -> None:
    assert len(FOLDERS) >= 15


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
class TestCase:
    """What holds for every case."""

    def test_result(self, folder: Path) -> None:
        assert write_po(merged(folder).catalogue).decode() == (folder / "after.po").read_text("utf-8")

    def test_report(self, folder: Path) -> None:
        lines = [
            f"{change.outcome}: {change.key[1]}" + (f" (was: {change.previous[1]})" if change.previous else "")
            for change in merged(folder).report
        ]
        assert lines == (folder / "report.txt").read_text("utf-8").splitlines()

    def test_merging_twice_is_merging_once(self, folder: Path) -> None:
        once = merged(folder).catalogue
        assert merge(read(folder, "template.pot"), once).catalogue == once
        again = read_po(write_po(once))
        assert write_po(merge(read(folder, "template.pot"), again).catalogue) == write_po(once)

    def test_nothing_a_translator_wrote_is_missing(self, folder: Path) -> None:
        before, after = read(folder, "before.po"), merged(folder).catalogue
        comments = "\n".join(comment for entry in after.entries for comment in entry.translator_comments)
        assert all(text in comments for text in texts(before) - texts(after))

    def test_the_template_is_covered_in_its_order(self, folder: Path) -> None:
        live = [entry.key for entry in merged(folder).catalogue.entries if not entry.obsolete]
        assert live == [entry.key for entry in read(folder, "template.pot").entries]

    def test_msgcat_leaves_the_result_as_it_is(self, folder: Path, gettext: Gettext) -> None:
        """Except for what the translator wrote in a layout of their own, flags it does not know and the file's end."""
        after = (folder / "after.po").read_bytes()
        done = gettext("msgcat", data=after)
        assert done.returncode == 0, done.stderr.decode()
        if folder.name not in ("order-kept-odd-layout", "obsolete-kept"):
            assert done.stdout == after.replace(b", max-length:20", b"")


def test_a_run_that_changes_nothing_keeps_the_header_whatever_the_date() -> None:
    before = read_po(b'msgid ""\nmsgstr "POT-Creation-Date: 2020-01-01 00:00+0000\\n"\n\nmsgid "a"\nmsgstr "b"\n')
    template = Catalogue((Entry("a"),), Entry("", ("POT-Creation-Date: 2026-01-01 00:00+0000\n",)))
    assert write_po(merge(template, before).catalogue) == write_po(before)
    assert merge(template, before).report[0].outcome is Outcome.KEPT


def test_a_header_that_names_no_charset_gets_one_with_the_new_texts() -> None:
    before = read_po(b'msgid ""\nmsgstr "Language: nl\\n"\n')
    header = merge(Catalogue((Entry("Naïve"),)), before).catalogue.header
    assert header_field(header, "Content-Type") == "text/plain; charset=UTF-8"
    assert header_field(header, "Language") == "nl"


def test_a_catalogue_without_a_header_can_be_merged() -> None:
    result = merge(Catalogue((Entry("a"), Entry("b", ("", ""), "bs"))), Catalogue(()))
    assert [entry.targets for entry in result.catalogue.entries] == [("",), ("", "")]
    assert [change.outcome for change in result.report] == [Outcome.ADDED, Outcome.ADDED]


def test_path_line_ends_and_tail_are_kept() -> None:
    before = replace(read_po(b'msgid "a"\r\nmsgstr "b"\r\n\r\n# end'), path="nl.po")
    after = merge(Catalogue((Entry("a"), Entry("c"))), before).catalogue
    assert (after.path, after.newline, after.tail) == ("nl.po", "\r\n", "\r\n# end")
    assert write_po(after) == b'msgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n\r\n# end'


def test_untouched_entries_keep_their_lines_when_others_change() -> None:
    before = read_po(b'# Editor\nmsgid  "one"\nmsgstr "een"  \n\nmsgid "two"\nmsgstr "twee"\n')
    after = merge(Catalogue((Entry("two"), Entry("three"), Entry("one"))), before).catalogue
    lines = {entry.id: entry.raw for entry in after.entries}
    assert lines["one"] == before.entries[0].raw
    assert lines["two"] == before.entries[1].raw


def test_many_texts_at_once() -> None:
    """A thousand texts of which a fifth is edited: the old translation of nearly all of them is found."""
    numbers = range(1000)
    words = [f"{word}{number % 97}" for number in numbers for word in ("letter", "promise", "visit")]
    old = [f"We {words[n]} you within {words[n + 1]} days of your {words[n + 2]}, case {n * 7919}." for n in numbers]
    new = [text.replace("We ", "We always ") if number % 5 == 0 else text for number, text in enumerate(old)]
    header = new_header(project="x", report_to="y", pot_created="2026-11-21 14:05+0000")
    before = Catalogue(tuple(Entry(text, (f"T{text}",)) for text in old), header)
    result = merge(Catalogue(tuple(Entry(text) for text in new), header), before)
    assert Counter(change.outcome for change in result.report) == {Outcome.KEPT: 800, Outcome.FUZZY: 200}
    assert all(entry.targets[0] == "T" + (entry.previous_id or entry.id) for entry in result.catalogue.entries)
