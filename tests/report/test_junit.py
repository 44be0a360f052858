"""JUnit XML: well-formed, its numbers right, whatever the findings hold."""

from xml.etree import ElementTree

import pytest
from tests.report.outcomes import DUTCH, HOSTILE, OUTCOME

from polycharter.model.outcome import Outcome
from polycharter.report import junit


@pytest.mark.parametrize("outcome", [OUTCOME, Outcome(), HOSTILE])
@pytest.mark.parametrize("what", ["findings", "status"])
def test_the_numbers_are_those_of_the_cases(outcome: Outcome, what: str) -> None:
    root = ElementTree.fromstring(getattr(junit, what)(outcome))
    assert root.tag == "testsuites"
    for suites in (root, *root.findall("testsuite")):
        cases = list(suites.iter("testcase"))
        assert suites.get("tests") == str(len(cases))
        assert suites.get("failures") == str(len(list(suites.iter("failure"))))
        assert suites.get("skipped") == str(len(list(suites.iter("skipped"))))
        assert suites.get("errors") == "0"
    assert {each.tag for each in root} <= {"testsuite"}
    for case in root.iter("testcase"):
        assert case.get("name")
        assert case.get("classname")
        assert [each.tag for each in case] in ([], ["failure"], ["skipped"], ["system-out"])


def test_errors_fail_notes_pass_and_what_is_allowed_is_skipped() -> None:
    root = ElementTree.fromstring(junit.findings(OUTCOME))
    assert [suite.get("name") for suite in root] == ["charter.toml", DUTCH, "polycharter"]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "placeholder-missing"
    assert "Write {days}." in (failure.text or "")
    assert [each.get("message", "")[:8] for each in root.iter("skipped")] == ["allowed:", "Not chec"]
    assert root.find("testsuite[@name='charter.toml']/testcase/system-out") is not None


def test_where_nothing_is_found_there_is_a_case_that_passes() -> None:
    root = ElementTree.fromstring(junit.findings(Outcome()))
    assert [case.get("name") for case in root.iter("testcase")] == ["no findings"]
    assert root.find(".//failure") is None
