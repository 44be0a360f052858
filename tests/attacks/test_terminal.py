"""What polycharter says of a file full of attacks holds nothing that a terminal, a log or a report's reader obeys."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from polycharter.model.errors import CharterError
from polycharter.model.outcome import Outcome
from polycharter.pipeline.asked import judge_asked
from polycharter.report import formats, report
from polycharter.shipped import shipped_folder
from polycharter.source.charter import read_charter
from tests.attacks.corpus import Attack, attacks
from tests.attacks.project import REFUSED, as_it_is, quoted, write
from tests.attacks.test_files import ISOLATES, UNWANTED
from tests.command import Ran, run

_KINDS = ("control", "direction", "invisible", "paths and commands")
SHARP = tuple(attack for attack in attacks() if attack.kind in _KINDS)
"""The attacks that aim at a terminal or a log."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project full of attacks, its checks on."""
    return write(tmp_path_factory.mktemp("checked") / "project", as_it_is, ("nl", "vi"), checks=True)


@pytest.fixture(scope="module")
def outcome(checked: Path) -> Outcome:
    """What all checks find in one of its languages."""
    judged, fail_on = judge_asked(checked, ("nl",))
    assert len(judged.findings) > 1000
    return Outcome(findings=judged.findings, not_checked=judged.not_checked, fail_on=fail_on)


def assert_harmless(text: str) -> None:
    """No control character but line ends, nothing that turns a direction."""
    assert UNWANTED.findall(text) == []
    assert ISOLATES.findall(text) == []


@pytest.mark.parametrize("form", formats())
def test_a_report_has_no_control_character_and_is_well_formed(outcome: Outcome, form: str) -> None:
    text = report(form).findings(outcome)
    assert_harmless(text)
    if form in ("json", "sarif"):
        assert json.loads(text)
    elif form == "junit":
        assert ElementTree.fromstring(text).tag == "testsuites"
    elif form == "github":
        commands = {line.partition(" ")[0] for line in text.splitlines() if line.startswith("::")}
        assert {"::error", "::warning"} <= commands <= {"::error", "::warning", "::notice"}


def test_a_report_in_colour_has_our_colours_and_no_other_sequence(outcome: Outcome) -> None:
    text = report("text").findings(outcome, colour=True, width=100)
    ours = re.compile("\x1b\\[(?:0|1|2|32|33|36|1;31)m")
    assert len(ours.findall(text)) > 1000
    assert_harmless(ours.sub("", text))


@pytest.mark.parametrize("arguments", [("check", "vi"), ("status", "vi"), ("update", "--check", "vi")])
def test_a_command_says_what_it_found_and_nothing_a_terminal_obeys(checked: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--project", checked)
    assert ran.code in (0, 1)
    assert_harmless(ran.out + ran.err)


def test_a_receipt_is_as_harmless(checked: Path) -> None:
    file = checked / "locales/vi/LC_MESSAGES/interface.po"
    ran = run("receive", file, "--dry-run", "--project", checked)
    assert ran.code in (0, 1), ran.err
    assert_harmless(ran.out + ran.err)


def refused(ran: Ran) -> None:
    """A line of error, no traceback."""
    assert ran.code == 2
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert_harmless(ran.out + ran.err)


@pytest.mark.parametrize("attack", [attack for attack in attacks() if REFUSED.search(attack.text)])
def test_what_no_compiled_catalogue_can_hold_is_refused(sample: Path, attack: Attack) -> None:
    write_dutch(sample, f'msgid "Promises"\nmsgstr {quoted(attack.text)}\n')
    refused(run("check", "--project", sample))


@pytest.mark.parametrize("half", [r"\355\240\200", r"\355\260\200 \355\240\200", r"\377\376"])
def test_half_a_character_is_refused(sample: Path, half: str) -> None:
    write_dutch(sample, f'msgid "Promises"\nmsgstr "{half}"\n')
    refused(run("check", "--project", sample))


def write_dutch(project: Path, entries: str) -> None:
    file = project / "locales/nl/LC_MESSAGES/charter.po"
    file.parent.mkdir(exist_ok=True)
    header = r'"Language: nl\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"'
    file.write_text(f'msgid ""\nmsgstr {header}\n\n{entries}', "utf-8")


def test_no_attack_is_a_language_of_the_charter(sample: Path) -> None:
    names = [attack.text for attack in attacks() if attack.text.strip()]
    listed = ",\n".join(json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f") for name in names)
    file = sample / "charter.toml"
    file.write_text(file.read_text("utf-8").replace('locales = ["nl"]', f'locales = ["nl", {listed}]'), "utf-8")
    ran = run("build", "--project", sample)
    refused(ran)
    with pytest.raises(CharterError) as caught:
        read_charter(sample, [shipped_folder() / "templates"])
    assert len([mistake for mistake in caught.value.mistakes if "is no language" in mistake.what]) == len(names)
    assert not (sample / "build").exists()


@pytest.mark.parametrize("attack", SHARP[::4], ids=lambda attack: str(attack.number))
def test_no_attack_is_the_language_of_a_file_that_came(sample: Path, attack: Attack) -> None:
    came = sample / "came.po"
    fields = f"Language: {attack.text}\nLast-Translator: {attack.text}\nContent-Type: text/plain; charset=UTF-8\n"
    came.write_text(f'msgid ""\nmsgstr {quoted(fields)}\n\nmsgid "Promises"\nmsgstr "Beloften"\n', "utf-8")
    refused(run("receive", came, "--project", sample))


def test_a_file_that_is_not_there_is_named_harmlessly(sample: Path) -> None:
    refused(run("receive", "\x1b[2Jno\u202efile.po", "--project", sample))
