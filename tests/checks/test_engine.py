"""The engine: what it fills in, which checks it runs, what translators allow."""

from tests.checks.case_file import as_wanted, good_header, review_of

from polycharter.catalogue.po_read import read_po
from polycharter.checks import check_catalogue, modules, not_checked
from polycharter.model.catalogue import Catalogue
from polycharter.model.check import CheckSettings
from polycharter.model.finding import Finding
from polycharter.model.review import Review

COPIED = "We answer every letter of yours."


def review(text: str, locale: str = "nl") -> Review:
    """The entries of a file beside their own template, with a header that no check has anything against."""
    read = read_po(text.encode(), "nl.po")
    catalogue = Catalogue(read.entries, good_header(locale), "nl.po")
    return review_of(catalogue, read.entries, locale)


def found(text: str, id: str) -> list[Finding]:
    return [finding for finding in check_catalogue(review(text)) if finding.check == id]


def copied(*comments: str) -> str:
    return "".join(f"# {comment}\n" for comment in comments) + f'msgid "{COPIED}"\nmsgstr "{COPIED}"\n'


def test_a_reason_allows_one_finding_of_one_entry() -> None:
    (finding,) = found(copied("polycharter: allow=left-in-source because the form is in English"), "left-in-source")
    assert finding.allowed == "the form is in English"
    other = f'\nmsgid "We pay for {COPIED}"\nmsgstr "We pay for {COPIED}"\n'
    text = copied("polycharter: allow=left-in-source because the form is in English") + other
    assert [finding.allowed != "" for finding in found(text, "left-in-source")] == [True, False]


def test_several_ids_are_separated_by_commas() -> None:
    text = copied("polycharter: allow=too-long, left-in-source because the form is in English")
    assert found(text, "left-in-source")[0].allowed


def test_without_a_reason_nothing_is_allowed() -> None:
    for comment in ("polycharter: allow=left-in-source", "polycharter: allow=left-in-source because ..."):
        assert not found(copied(comment), "left-in-source")[0].allowed
        assert len(found(copied(comment), "allow-without-reason")) == 1
        assert found(copied(comment), "allow-unused") == []


def test_an_error_that_is_certain_is_never_allowed() -> None:
    """Its text could not be published: the reader would get the source's words instead."""
    text = '# polycharter: allow=placeholder-missing because it is clear\nmsgid "In {days}."\nmsgstr "Straks."\n'
    (finding,) = found(text, "placeholder-missing")
    assert not finding.allowed
    (note,) = found(text, "allow-unused")
    assert note.what == "placeholder-missing is an error that cannot be allowed"


def test_an_allowance_for_a_check_that_did_not_run_is_not_missed() -> None:
    text = copied("polycharter: allow=left-in-source because the form is in English").replace('msgstr "We', 'msgstr "U')
    assert len(found(text, "allow-unused")) == 1
    one = CheckSettings(select=("allow-unused",))
    assert list(check_catalogue(review(text), one)) == []


def test_select_and_ignore_choose_checks() -> None:
    both = copied().replace(COPIED, "Within {days} we answer every letter.", 1)
    ids = {finding.check for finding in check_catalogue(review(both))}
    assert "placeholder-missing" in ids
    only = CheckSettings(select=("placeholder-missing",))
    assert {finding.check for finding in check_catalogue(review(both), only)} == {"placeholder-missing"}
    without = CheckSettings(ignore=("placeholder-missing",))
    assert "placeholder-missing" not in {finding.check for finding in check_catalogue(review(both), without)}


def test_what_is_selected_for_a_run_is_run_whatever_the_owner_leaves_out() -> None:
    owner = CheckSettings(select=("fuzzy",), ignore=("too-long",), fail_on="error")
    assert owner.narrowed(("too-long",), ()).includes("too-long")
    assert not owner.narrowed((), ("fuzzy",)).includes("fuzzy")
    assert owner.narrowed((), ("fuzzy",)).fail_on == "error"


def test_every_finding_has_the_column_at_which_its_text_begins() -> None:
    text = 'msgid "In {days}."\nmsgstr "Straks."\n\nmsgid "On {day}."\nmsgstr ""\n"Eens."\n'
    one, two = found(text, "placeholder-missing")
    assert (one.place.line, one.place.column) == (2, 9)
    assert one.excerpt
    assert (one.excerpt.line, one.excerpt.text, one.excerpt.length) == (2, 'msgstr "Straks."', 0)
    assert (two.place.line, two.place.column) == (5, 9)
    assert two.excerpt
    assert (two.excerpt.line, two.excerpt.text) == (6, '"Eens."')


def test_a_field_of_the_header_is_shown() -> None:
    header = '"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    catalogue = read_po(f'msgid ""\nmsgstr ""\n{header}'.encode(), "nl.po")
    one = CheckSettings(select=("header-wrong",))
    (finding,) = check_catalogue(review_of(catalogue, ()), one)
    assert (finding.place.line, finding.place.column) == (3, 12)
    excerpt = finding.excerpt
    assert excerpt
    assert excerpt.text == '"Language: de\\n"'
    assert excerpt.text[excerpt.start : excerpt.start + excerpt.length] == "de"


def test_without_a_charter_the_checks_that_need_one_are_named() -> None:
    entry = read_po(copied().encode(), "nl.po").entries[0]
    left = list(not_checked(review_of(Catalogue((entry,), good_header("nl"), "nl.po"), (as_wanted(entry),))))
    assert {row.check for row in left} >= {"charter-expired", "template-stale", "fact-unused"}
    assert all(row.reason for row in left)
    assert {row.check for row in left} < set(modules())
