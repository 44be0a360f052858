"""A new project is ready to build on the day on which somebody makes it, whichever that is."""

import datetime
import json
import tomllib
from pathlib import Path

import pytest

from polycharter.pipeline.starter import start
from polycharter.shipped import shipped_folder
from tests.command import run

EXAMPLE = datetime.date(2026, 11, 21)
DAYS = ("2026-12-01", "2026-12-02", "2027-06-30", "2028-02-29", "2040-10-31")


def test_on_the_days_of_the_example_it_is_the_example(tmp_path: Path) -> None:
    start(tmp_path / "new", EXAMPLE)
    assert (tmp_path / "new/charter.toml").read_bytes() == (shipped_folder() / "charter.toml").read_bytes()


@pytest.mark.parametrize("day", DAYS)
def test_later_its_dates_are_later_and_nothing_is_overdue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    today = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(today.timestamp())))
    new = tmp_path / "new"
    assert run("init", new).code == 0
    said = json.loads(
        run(
            "check",
            "nl",
            "--project",
            new,
            "--select",
            "review-overdue,charter-expired,commitment-ended,result-missing,agreement-expired,template-stale",
            "--format",
            "json",
        ).out
    )
    assert [row["check"] for row in said["findings"]] == ["agreement-expired"]
    facts = tomllib.loads((new / "charter.toml").read_text("utf-8"))["facts"]
    assert 0 <= (facts["next_review"]["value"] - today.date()).days <= 31
    assert run("extract", "--project", new, "--check").code == 0


@pytest.mark.parametrize("day", DAYS)
def test_first_and_last_days_of_months_stay_what_they_are(tmp_path: Path, day: str) -> None:
    start(tmp_path / "new", datetime.date.fromisoformat(day))
    facts = tomllib.loads((tmp_path / "new/charter.toml").read_text("utf-8"))["facts"]
    assert facts["effective_from"]["value"].day == 1
    assert (facts["valid_until"]["value"] + datetime.timedelta(1)).day == 1
