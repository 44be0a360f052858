"""The checks of the family data, on the sample project as an owner would change it."""

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
