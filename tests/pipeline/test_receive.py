"""Catalogues that come by e-mail: what is accepted, refused and kept beside what is there, and the receipt."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.catalogue import three_way
from polycharter.catalogue.header import change_header, header_field
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from tests.command import Ran, run

SAMPLE = Path(__file__).parents[1] / "sample"
CHARTER = "locales/nl/LC_MESSAGES/charter.po"
INTERFACE = "locales/nl/LC_MESSAGES/interface.po"
ANN, BOB = "Editor <one@example.org>", "Shop <shop@example.org>"
LETTERS = "We answer every letter within {reply_letters}."
ANSWER, DOG = "A clear answer.", "May a dog come in?"
DUTCH = {ANSWER: "Een duidelijk antwoord.", DOG: "Mag een hond mee naar binnen?"}


@pytest.fixture(autouse=True, scope="module")
def clock() -> Iterator[None]:
    """Catalogues are made at the end of 2023, before anything that is received here was revised."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        yield


@pytest.fixture(scope="module")
def prepared(clock: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with Dutch catalogues, still empty; only to be copied."""
    folder = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("prepared") / "project"))
    assert run("extract", "--project", folder).code == 0
    assert run("update", "--project", folder).code == 0
    return folder


@pytest.fixture
def project(prepared: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(prepared, tmp_path / "project"))


def catalogue(project: Path, path: str = CHARTER) -> Catalogue:
    return read_po((project / path).read_bytes(), path)


def entry(project: Path, id: str, path: str = CHARTER) -> Entry:
    return next(entry for entry in catalogue(project, path).entries if entry.id == id)


def edited(old: Catalogue, texts: Mapping[str, str | tuple[str, ...]], **fields: str) -> Catalogue:
    """The catalogue with these translations, finished, and these fields of the header (`_` for `-`)."""

    def change(entry: Entry) -> Entry:
        text = texts.get(entry.id)
        if text is None:
            return entry
        targets = (text,) if isinstance(text, str) else text
        return entry.changed(targets=targets, fuzzy=False, previous_id=None)

    assert old.header is not None
    header = change_header(old.header, {name.replace("_", "-"): value for name, value in fields.items()})
    return replace(old, entries=tuple(map(change, old.entries)), header=header)


def mail(
    project: Path,
    texts: Mapping[str, str | tuple[str, ...]],
    *,
    name: str = "charter-nl.po",
    old: Catalogue | None = None,
    day: str = "2026-03-05",
    who: str = ANN,
    **fields: str,
) -> Path:
    """A file as a translator sends it back, made from `old` or from the catalogue as it is."""
    dated = {"Last_Translator": who, "PO_Revision_Date": f"{day} 10:00+0100", **fields}
    file = project.parent / name
    file.write_bytes(write_po(edited(old or catalogue(project), texts, **dated)))
    return file


def receive(project: Path, file: Path, *options: str) -> Ran:
    return run("receive", file, *options, "--project", project)


def line_of(file: Path, id: str) -> str:
    found = next(entry for entry in read_po(file.read_bytes()).entries if entry.id == id)
    return f"{file.name}:{found.target_line}"


def put(project: Path, texts: Mapping[str, str], **fields: str) -> None:
    """Somebody translates in the catalogue itself."""
    (project / CHARTER).write_bytes(write_po(edited(catalogue(project), texts, **fields)))


class Git:
    """The project as a git repository."""

    def __init__(self, git: str, project: Path) -> None:
        self._start = [git, "-C", str(project), "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        self("init", "-q")
        self.commit()

    def __call__(self, *arguments: str) -> None:
        subprocess.run([*self._start, *arguments], check=True, capture_output=True)

    def commit(self) -> None:
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "-m", "version")


@pytest.fixture
def git(project: Path, tool: Callable[[str], str]) -> Git:
    return Git(tool("git"), project)


def test_what_is_new_is_taken_and_nothing_else_is_touched(project: Path) -> None:
    before = (project / CHARTER).read_text("utf-8")
    ran = receive(project, mail(project, DUTCH))
    assert ran.code == 0, ran.out + ran.err
    expected = before.replace("Corner <service@example.org>", ANN, 1)
    expected = expected.replace("PO-Revision-Date: 2023-11-14 22:13+0000", "PO-Revision-Date: 2026-03-05 10:00+0100")
    for source, target in DUTCH.items():
        expected = expected.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
    assert (project / CHARTER).read_text("utf-8") == expected
    assert "Accepted: 2\n" in ran.out
    assert "Translator:    Editor <one@example.org>\n" in ran.out
    assert "Still to do: " in ran.out


def test_a_mistake_refuses_its_entry_with_the_place_in_their_file_and_no_other(project: Path) -> None:
    file = mail(project, {**DUTCH, LETTERS: "We beantwoorden elke brief binnen {reply_brieven}."})
    ran = receive(project, file)
    assert ran.code == 1
    assert "Refused: 1\n" in ran.out
    assert f"- {line_of(file, LETTERS)}: “We answer every letter within" in ran.out
    assert "[placeholder-extra]" in ran.out
    assert "Accepted: 2\n" in ran.out
    assert entry(project, LETTERS).targets == ("",)
    assert entry(project, DOG).targets == (DUTCH[DOG],)


def test_a_refused_entry_leaves_the_translation_that_is_there(project: Path) -> None:
    put(project, {LETTERS: "We beantwoorden elke brief binnen {reply_letters}."})
    before = (project / CHARTER).read_bytes()
    ran = receive(project, mail(project, {LETTERS: "We beantwoorden elke brief snel."}))
    assert ran.code == 1
    assert "[placeholder-missing]" in ran.out
    assert (project / CHARTER).read_bytes() == before


@pytest.mark.parametrize(
    ("day", "stays", "other"), [("2026-03-05", "van Editor", "Shop"), ("2026-01-05", "van Shop", "Editor")]
)
def test_without_history_two_finished_translations_are_both_kept_the_newer_one_as_fuzzy(
    project: Path, day: str, stays: str, other: str
) -> None:
    file = mail(project, {ANSWER: "Een antwoord van Editor."}, day=day)
    put(project, {ANSWER: "Een antwoord van Shop."}, Last_Translator=BOB, PO_Revision_Date="2026-02-01 10:00+0000")
    ran = receive(project, file)
    assert ran.code == 1
    assert "Changed by somebody else too: 1\n" in ran.out
    assert "Yours: “Een antwoord van Editor.”\n    The other: “Een antwoord van Shop.”" in ran.out
    kept = entry(project, ANSWER)
    assert kept.fuzzy
    assert kept.targets == (f"Een antwoord {stays}.",)
    assert kept.translator_comments[0].startswith(f"Other translation ({other}")
    once = (project / CHARTER).read_bytes()
    assert receive(project, file).code == (1 if stays == "van Shop" else 0)
    assert (project / CHARTER).read_bytes() == once


def test_with_history_only_what_the_translator_changed_counts(project: Path, git: Git) -> None:
    """Editor gets the file; meanwhile Shop corrects one translation and makes another; Editor changes a third."""
    put(project, {ANSWER: "Een antwoord.", DOG: "Mag een hond?", "Bring it back.": "U brengt het gewoon terug."})
    git.commit()
    sent = catalogue(project)
    put(project, {ANSWER: "Een helder antwoord.", "Returns": "Retouren"}, Last_Translator=BOB)
    git.commit()
    ran = receive(project, mail(project, {DOG: DUTCH[DOG]}, old=sent))
    assert ran.code == 0, ran.out
    assert "Compared with: the version of " in ran.out
    assert "Accepted: 1\n" in ran.out
    assert [entry(project, id).targets[0] for id in (ANSWER, DOG, "Returns")] == [
        "Een helder antwoord.",
        DUTCH[DOG],
        "Retouren",
    ]


def test_with_history_the_same_translation_changed_by_two_is_a_conflict(project: Path, git: Git) -> None:
    put(project, {ANSWER: "Een antwoord."})
    git.commit()
    sent = catalogue(project)
    put(project, {ANSWER: "Een helder antwoord."}, Last_Translator=BOB, PO_Revision_Date="2026-02-01 10:00+0000")
    ran = receive(project, mail(project, {ANSWER: "Een klaar antwoord."}, old=sent))
    assert ran.code == 1
    kept = entry(project, ANSWER)
    assert (kept.targets, kept.fuzzy) == (("Een klaar antwoord.",), True)
    assert kept.translator_comments == ('Other translation (Shop, 2026-02-01): "Een helder antwoord."',)


def test_a_damaged_version_in_the_history_is_passed_over(project: Path, git: Git) -> None:
    put(project, DUTCH)
    git.commit()
    good = (project / CHARTER).read_bytes()
    (project / CHARTER).write_bytes(good + b'msgid "broken\n')
    git.commit()
    (project / CHARTER).write_bytes(good)
    ran = receive(project, mail(project, {ANSWER: "Een klaar antwoord."}))
    assert (ran.code, entry(project, ANSWER).targets) == (0, ("Een klaar antwoord.",))


def test_the_same_mail_again_settles_no_conflict_but_its_translator_can(project: Path, git: Git) -> None:
    put(project, {**DUTCH, ANSWER: "Een antwoord."})
    git.commit()
    sent = catalogue(project)
    put(project, {ANSWER: "Een helder antwoord."}, Last_Translator=BOB, PO_Revision_Date="2026-02-01 10:00+0000")
    file = mail(project, {ANSWER: "Een klaar antwoord."}, old=sent)
    receive(project, file)
    for _ in range(2):
        once = (project / CHARTER).read_bytes()
        receive(project, file)
        assert (project / CHARTER).read_bytes() == once
        git.commit()
    conflict = catalogue(project)
    cleared = replace(conflict, entries=tuple(e.changed(translator_comments=()) for e in conflict.entries))
    ran = receive(project, mail(project, {ANSWER: "Een helder antwoord."}, old=cleared, day="2026-03-09"))
    assert ran.code == 0, ran.out
    kept = entry(project, ANSWER)
    assert (kept.targets, kept.fuzzy, kept.translator_comments) == (("Een helder antwoord.",), False, ())


def test_a_file_from_an_older_template_is_matched_with_the_charter_of_today(project: Path, git: Git) -> None:
    sent = catalogue(project)
    section = project / "charter/01-promises.md"
    text = (
        section.read_text("utf-8").replace("Everybody", "Whoever asks").replace("Bring it back.", "Bring it back now.")
    )
    section.write_text(text, "utf-8")
    file = mail(project, {**DUTCH, "Bring it back.": "Breng het terug.", "Everybody": "Iedereen"}, old=sent)
    ran = receive(project, file)
    assert ran.code == 0, ran.out + ran.err
    assert "Accepted: 2\n" in ran.out
    assert "Accepted, to be looked at again before it is published: 1\n" in ran.out
    assert "The source text has changed since. It was: “Bring it back.”" in ran.out
    assert "No longer in the charter: 1\n" in ran.out
    changed = entry(project, "Bring it back now.")
    assert (changed.targets, changed.fuzzy, changed.previous_id) == (("Breng het terug.",), True, "Bring it back.")
    assert entry(project, "Everybody").obsolete
    assert run("update", "--check", "--project", project).code == 0 or run("extract", "--project", project).code == 0


def test_an_older_wording_does_not_unsettle_a_finished_translation(project: Path, git: Git) -> None:
    sent = catalogue(project)
    section = project / "charter/01-promises.md"
    section.write_text(section.read_text("utf-8").replace("Bring it back.", "Bring it back now."), "utf-8")
    run("extract", "--project", project)
    run("update", "--project", project)
    put(project, {"Bring it back now.": "Breng het nu terug."})
    ran = receive(project, mail(project, {"Bring it back.": "Breng het terug."}, old=sent))
    assert ran.code == 1
    assert "Kept in a comment: 1\n" in ran.out
    kept = entry(project, "Bring it back now.")
    assert (kept.targets, kept.fuzzy) == (("Breng het nu terug.",), False)
    assert '"Breng het terug."' in kept.translator_comments[0]


def test_what_they_left_empty_or_fuzzy_takes_nothing_away(project: Path, git: Git) -> None:
    put(project, DUTCH)
    git.commit()
    before = (project / CHARTER).read_bytes()
    ran = receive(project, mail(project, {ANSWER: "", DOG: ""}))
    assert ran.code == 0
    assert "Nothing in the file is new." in ran.out
    assert (project / CHARTER).read_bytes() == before


def test_a_dry_run_says_the_same_and_writes_nothing(project: Path) -> None:
    before = (project / CHARTER).read_bytes()
    file = mail(project, DUTCH)
    ran = receive(project, file, "--dry-run")
    assert ran.code == 0
    assert (project / CHARTER).read_bytes() == before
    told = ran.out.replace("(a trial: nothing was written)\n", "")
    assert told != ran.out
    assert receive(project, file).out == told


def test_the_same_file_twice_writes_once(project: Path) -> None:
    file = mail(project, DUTCH)
    receive(project, file)
    before = (project / CHARTER).stat()
    ran = receive(project, file)
    assert "Nothing in the file is new." in ran.out
    assert ((project / CHARTER).stat().st_ino, ran.code) == (before.st_ino, 0)


def test_interface_words_go_to_their_own_catalogue(project: Path) -> None:
    ours = catalogue(project, INTERFACE)
    word = next(entry for entry in ours.entries if entry.plural is None and "{" not in entry.id)
    before = (project / CHARTER).read_bytes()
    ran = receive(project, mail(project, {word.id: "Iets anders"}, old=ours, name="attachment.po"))
    assert f"Catalogue:     {INTERFACE}\n" in ran.out
    assert "Iets anders" in (project / INTERFACE).read_text("utf-8")
    assert (project / CHARTER).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "language", "options"),
    [
        ("attachment.po", "nl", ()),
        ("attachment.po", "nl_NL", ()),
        ("charter-nl.po", "", ()),
        ("charter.nl (2).po", "", ()),
        ("attachment.po", "", ("--locale", "nl")),
        ("attachment.po", "de", ("--locale", "nl")),
    ],
)
def test_the_language_is_asked_for_or_in_the_header_or_in_the_name(
    project: Path, name: str, language: str, options: tuple[str, ...]
) -> None:
    ran = receive(project, mail(project, DUTCH, name=name, Language=language), *options)
    assert ran.code == 0, ran.out + ran.err
    assert entry(project, DOG).targets == (DUTCH[DOG],)


@pytest.mark.parametrize(
    ("name", "language", "options", "message"),
    [
        ("attachment.po", "", (), "neither its header nor its name says which language it is in. Say which language"),
        ("charter-nl.po", "de", (), "the charter has no language “de”, as the header says. Say which language it is: "),
        ("charter-nl.po", "nl", ("--locale", "xx"), "has no language 'xx'. Choose from: nl; or add it to locales."),
    ],
)
def test_a_language_that_nobody_knows_is_refused(
    project: Path, name: str, language: str, options: tuple[str, ...], message: str
) -> None:
    ran = receive(project, mail(project, DUTCH, name=name, Language=language), *options)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_file_that_cannot_be_used_is_told_with_its_place(project: Path) -> None:
    file = project.parent / "bad-nl.po"
    assert "there is no such file" in receive(project, file).err
    file.write_bytes((project / CHARTER).read_bytes().replace(b'msgid "Returns"', b'msgid "Returns'))
    ran = receive(project, file)
    assert ran.code == 2
    assert f"{file}:" in ran.err
    file.write_bytes(b'msgid "Something else"\nmsgstr "Iets anders"\n')
    ran = receive(project, file)
    assert ran.code == 2
    assert "none of its 1 messages belongs to the charter or its interface" in ran.err
    assert receive(project, project).code == 2


def test_the_first_translation_of_all_makes_the_catalogue(project: Path) -> None:
    file = mail(project, DUTCH)
    (project / CHARTER).unlink()
    assert receive(project, file).code == 0
    header = catalogue(project).header
    assert header_field(header, "Plural-Forms") == "nplurals=2; plural=(n != 1);"
    assert header_field(header, "Last-Translator") == ANN
    assert entry(project, DOG).targets == (DUTCH[DOG],)


def test_plural_forms_in_another_order_are_refused(project: Path) -> None:
    texts: dict[str, str | tuple[str, ...]] = {**DUTCH, "{n} working day": ("{n} werkdagen", "{n} werkdag")}
    file = mail(project, texts, Plural_Forms="nplurals=2; plural=(n == 1);")
    ran = receive(project, file)
    assert ran.code == 1
    assert "[plural-forms-wrong]" in ran.out
    assert entry(project, "{n} working day").targets == ("", "")
    assert "Accepted: 2\n" in ran.out


def test_the_receipt_can_be_mailed(project: Path) -> None:
    """Lines of at most 72 columns and nothing that a terminal or a mail program would obey."""
    bad = {id: f"\x1b[31m{{x}} {id}" for id in (LETTERS, "We pick up within {wait}.")}
    file = mail(project, {**DUTCH, **bad}, name="charter-nl\x1b[2J.po", who="\x1b]0;pwned\x07Ann <one@example.org>")
    ran = receive(project, file)
    assert max(map(len, ran.out.splitlines())) <= 72
    assert all(character == "\n" or character.isprintable() for character in ran.out + ran.err)
    assert "\x1b" not in (project / CHARTER).read_text("utf-8")


def test_an_editor_that_saves_meanwhile_is_not_overwritten(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = mail(project, DUTCH)
    real = three_way.settle

    def slow(*sides: Catalogue) -> three_way.ThreeWay:
        put(project, {ANSWER: "Van de redacteur."})
        return real(*sides)

    monkeypatch.setattr("polycharter.pipeline.receive.settle", slow)
    ran = receive(project, file)
    assert (ran.code, ran.out) == (2, "")
    assert f"{CHARTER}: was changed by another program in the meantime" in ran.err
    assert entry(project, ANSWER).targets == ("Van de redacteur.",)
    beside = read_po((project / f"{CHARTER}.polycharter-new").read_bytes())
    assert {e.id: e.targets[0] for e in beside.entries if e.id in DUTCH} == DUTCH


def test_two_files_received_at_the_same_time_are_both_taken(project: Path) -> None:
    files = [mail(project, {id: text}, name=f"{n}-nl.po") for n, (id, text) in enumerate(DUTCH.items())]
    command = [sys.executable, "-m", "polycharter", "receive", "--project", str(project)]
    running = [subprocess.Popen([*command, str(file)], stdout=subprocess.PIPE) for file in files]
    for process in running:
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert {id: entry(project, id).targets[0] for id in DUTCH} == DUTCH
