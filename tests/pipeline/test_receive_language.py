"""Catalogues that come by e-mail as another language's, cut off or empty."""

import re
from pathlib import Path

import pytest

from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue
from polycharter.model.charter import Charter
from polycharter.model.errors import CharterError
from polycharter.pipeline.desk import read
from polycharter.pipeline.project import open_project
from polycharter.pipeline.received import locale_of
from tests.command import Ran, run

PLACE = "locales/{}/LC_MESSAGES/charter.po"
HOW = "Look which language it is in, then correct the Language field of the header, the name of the file or --locale."


def text_of(project: Path, locale: str) -> str:
    return (project / PLACE.format(locale)).read_text("utf-8")


def mail(project: Path, name: str, text: str) -> Path:
    file = project.parent / name
    file.write_text(text, "utf-8")
    return file


def said(text: str, language: str) -> str:
    """The same file with another Language field; without one where none is given."""
    return re.sub(r'"Language: .*\n', f'"Language: {language}\\\\n"\n' if language else "", text, count=1)


def receive(project: Path, file: Path, *options: str) -> Ran:
    return run("receive", file, *options, "--project", project)


def catalogues(project: Path) -> dict[str, bytes]:
    return {locale: (project / PLACE.format(locale)).read_bytes() for locale in ("nl", "vi", "ca", "sv")}


@pytest.mark.parametrize(
    ("name", "language", "options", "what"),
    [
        ("charter-nl.po", "nl", ("--locale", "vi"), "--locale says vi, the header says nl, the file’s name says nl"),
        ("attachment.po", "nl_NL", ("--locale", "vi"), "--locale says vi, the header says nl"),
        ("charter-nl.po", "", ("--locale", "vi"), "--locale says vi, the file’s name says nl"),
        ("charter-nl.po", "vi", (), "the header says vi, the file’s name says nl"),
        ("charter-vi.po", "nl", (), "the header says nl, the file’s name says vi"),
    ],
)
def test_header_name_and_option_that_disagree_are_refused(
    project: Path, name: str, language: str, options: tuple[str, ...], what: str
) -> None:
    before = catalogues(project)
    file = mail(project, name, said(text_of(project, "nl"), language))
    ran = receive(project, file, *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{file}:2: {what}. {HOW}\n"
    assert catalogues(project) == before


@pytest.mark.parametrize(
    ("name", "language", "asked", "locale"),
    [
        ("charter-nl.po", "nl", "nl", "nl"),
        ("charter-nl (2).po", "nl_NL", "", "nl"),
        ("charter-nl.po", "nl_BE", "", "nl"),
        ("attachment.po", "nl-BE", "nl", "nl"),
        ("attachment.po", "", "vi", "vi"),
        ("attachment.po", "sv", "", "sv"),
        ("attachment.po", "en", "ca", "ca"),
        ("nl-and-vi.po", "vi", "", "vi"),
        ("charter-pt.po", "nl", "", "nl"),
    ],
)
def test_what_agrees_is_taken_at_its_word(
    shipped: Path, tmp_path: Path, name: str, language: str, asked: str, locale: str
) -> None:
    charter = read(open_project(shipped))
    assert locale_of(charter, headed(language), tmp_path / name, asked) == locale


def headed(language: str) -> Catalogue:
    return read_po(said('msgid ""\nmsgstr ""\n"Language: x\\n"\n', language).encode())


def regional(project: Path) -> Charter:
    """The charter in Dutch and in the Portuguese of two countries."""
    file = project / "charter.toml"
    file.write_text(re.sub(r"locales = .*", 'locales = ["nl", "pt-BR", "pt-PT"]', file.read_text("utf-8")), "utf-8")
    return read(open_project(project))


def test_a_header_without_its_region_is_settled_by_the_name_or_the_option(project: Path, tmp_path: Path) -> None:
    charter = regional(project)
    assert locale_of(charter, headed("pt"), tmp_path / "charter-pt_BR.po", "") == "pt-BR"
    assert locale_of(charter, headed("pt"), tmp_path / "attachment.po", "pt-PT") == "pt-PT"
    with pytest.raises(CharterError, match="it may be pt-BR or pt-PT"):
        locale_of(charter, headed("pt"), tmp_path / "attachment.po", "")
    with pytest.raises(CharterError, match="the header says pt-PT, the file’s name says pt-BR"):
        locale_of(charter, headed("pt_PT"), tmp_path / "charter-pt_BR.po", "")


def test_a_file_that_is_mostly_in_another_language_is_refused_as_a_whole(project: Path) -> None:
    """Short texts, too: no check can judge them alone."""
    before = catalogues(project)
    file = mail(project, "attachment.po", said(text_of(project, "nl"), "vi"))
    ran = receive(project, file)
    assert (ran.code, ran.out) == (2, "")
    assert re.search(r"\d+ of the \d+ translations that are new in it are in another language than vi, ", ran.err)
    assert "of them those of nl. Nothing was taken in. It came as vi: look whether it is the right file." in ran.err
    assert catalogues(project) == before


def test_some_texts_in_another_language_do_not_keep_the_others_out(project: Path) -> None:
    """Three of many: they are refused one by one."""
    sides = [read_po((project / PLACE.format(locale)).read_bytes()).live() for locale in ("vi", "nl")]
    long = [key for key, entry in sides[1].items() if len(entry.targets[0]) > 80 and "{" not in key[1]]
    text = text_of(project, "vi").replace("Quý khách", "Quý  khách")
    for key in long[:3]:
        whole = read_po(text.encode()).live()[key]
        assert whole.raw is not None
        changed = whole.raw.split("msgstr")[0] + f'msgstr "{sides[1][key].targets[0]}"\n'
        text = text.replace(whole.raw.strip("\n"), changed.strip("\n"), 1)
    ran = receive(project, mail(project, "charter-vi.po", text))
    assert ran.code == 1, ran.err
    assert "Changed by somebody else too: " in ran.out
    assert "Refused: 3\n" in ran.out
    assert "[copied-from-sibling]" in ran.out


def test_a_file_that_was_cut_off_is_told(project: Path) -> None:
    start = text_of(project, "nl")[:9000].rpartition("\n\n")[0] + "\n"
    ran = receive(project, mail(project, "charter-nl.po", start))
    held = len(read_po(start.encode()).live())
    assert (ran.code, "Nothing in the file is new." in ran.out) == (0, True)
    assert f"The file has {held} of the 296 messages. It may be cut off, or made from an\nolder template.\n" in ran.out


def test_an_empty_file_is_no_success(project: Path) -> None:
    ran = receive(project, mail(project, "charter-nl.po", ""))
    assert ran.code == 1
    assert "The file has none of the 296 messages: it is empty or was cut off." in ran.out


def test_a_whole_file_is_not_said_to_be_cut_off(project: Path) -> None:
    ran = receive(project, mail(project, "charter-nl.po", text_of(project, "nl")))
    assert (ran.code, "The file has" in ran.out) == (0, False)
    assert "Still to do: nothing, all 296 messages are translated." in ran.out


def test_what_was_refused_is_still_to_do_and_the_earlier_translation_is_told(project: Path) -> None:
    text = text_of(project, "nl")
    entry = next(
        entry
        for entry in read_po(text.encode()).entries
        if entry.plural is None and entry.id.count("{") == 1 and entry.raw and entry.raw.count('"') == 4
    )
    assert entry.raw is not None
    start, _, target = entry.raw.partition("msgstr")
    broken = text.replace(entry.raw, start + "msgstr" + target.replace("{", "").replace("}", ""), 1)
    ran = receive(project, mail(project, "charter-nl.po", broken))
    assert (ran.code, text_of(project, "nl")) == (1, text)
    assert "Refused: 1\n" in ran.out
    told = " ".join(ran.out.split())
    assert "The earlier translation stays until then: “" in told
    assert "Still to do: 1 of 296 messages" in told
    assert "(to be corrected; the earlier translation stays until then)" in told
