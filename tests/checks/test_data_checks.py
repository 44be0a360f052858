"""The checks of the family data, on the sample project as an owner would change it."""

import datetime
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from polycharter.checks import modules
from polycharter.model.review import CharterReview
from polycharter.source.charter import read_charter

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"
CASES = tomllib.loads((HERE / "charter_cases.toml").read_text("utf-8"))["case"]
PROSE = tomllib.loads((HERE / "prose_cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['check']}: {case['name']}" for case in CASES])
def test_a_check_says_what_its_case_expects(sample: Path, case: dict[str, Any]) -> None:
    """Exactly those findings, at lines of the file as it was edited."""
    for path, old, new in case.get("edits", ()):
        text = (sample / path).read_text("utf-8")
        assert old in text, f"the case does not fit the sample any more: {old!r}"
        (sample / path).write_text(text.replace(old, new, 1), "utf-8")
    review = CharterReview(read_charter(sample, [TEMPLATES]), case["today"], {}, {})
    hits = sorted(modules()[case["check"]].find_in_charter(review), key=lambda hit: (hit.place, hit.what))
    assert [f"{hit.place}: {hit.what}" for hit in hits] == case["expect"]


def test_every_check_has_three_cases_of_both_kinds() -> None:
    """Each check of the family data fires in three cases at least, and is silent in three."""
    fires = Counter(case["check"] for case in CASES if case["expect"])
    silent = Counter(case["check"] for case in CASES if not case["expect"])
    data = {id for id, module in modules().items() if module.CHECK.family == "data"}
    assert {id for id, count in fires.items() if count >= 3} == data
    assert {id for id, count in silent.items() if count >= 3} == data


def _spoken(sample: Path, locale: str, prose: str) -> Path:
    """The sample charter in another language, with a sentence more."""
    words = PROSE["charter"][locale]
    edits = (
        ("charter.toml", 'source = "en"\nlocales = ["nl"]', f'source = "{locale}"\nlocales = ["en"]'),
        ("charter.toml", 'one = "{n} working day"\nother = "{n} working days"', _forms(*words["unit"])),
        ("charter.toml", "We answer every letter within {reply_letters}.", words["statement"]),
        ("charter.toml", "We pick up within {wait}.", words["phone"]),
        ("charter.toml", "A voucher of {voucher}.", words["remedy"]),
        ("charter/02-complaints.md", "We are open {hours}.", f"{prose} {{hours}}"),
    )
    for path, old, new in edits:
        text = (sample / path).read_text("utf-8")
        assert old in text, f"the case does not fit the sample any more: {old!r}"
        (sample / path).write_text(text.replace(old, new, 1), "utf-8")
    return sample


def _forms(one: str, other: str) -> str:
    return f'one = "{one}"\nother = "{other}"'


@pytest.mark.parametrize("locale", PROSE["charter"])
@pytest.mark.parametrize("case", PROSE["case"], ids=[f"{case['check']}: {case['name']}" for case in PROSE["case"]])
def test_numbers_of_a_charter_in_another_language_are_read(sample: Path, case: dict[str, Any], locale: str) -> None:
    """Words and forms of the language that the charter is written in."""
    said = case[locale]
    charter = read_charter(_spoken(sample, locale, said["what"]), [TEMPLATES])
    hits = modules()[case["check"]].find_in_charter(CharterReview(charter, datetime.date(2026, 11, 21), {}, {}))
    found = [hit.what.split("”")[0].removeprefix("“") for hit in hits if hit.place.path.endswith("02-complaints.md")]
    assert found == said.get("found", [])


def test_in_every_language_there_are_three_cases_of_both_kinds() -> None:
    """Of the two checks that read numbers in the charter's prose."""
    for check in ("value-in-prose", "value-contradicted"):
        for locale in PROSE["charter"]:
            fires = [bool(case[locale].get("found")) for case in PROSE["case"] if case["check"] == check]
            assert min(fires.count(True), fires.count(False)) >= 3, (check, locale)
