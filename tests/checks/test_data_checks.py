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


def test_every_case_is_of_a_check_and_every_check_has_both_kinds() -> None:
    """At least one case that fires and two that are silent for each check that has cases here."""
    fires = Counter(case["check"] for case in CASES if case["expect"])
    silent = Counter(case["check"] for case in CASES if not case["expect"])
    assert set(fires) == set(silent)
    assert all(modules()[id].CHECK.family == "data" for id in fires)
    assert min(silent.values()) >= 2
