"""Markdown for a pull request: a list by file, and no text of a file becomes markup."""

from markdown_it import MarkdownIt
from tests.report.outcomes import DUTCH, HOSTILE, OUTCOME

from polycharter.report import markdown

PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def test_findings_stand_under_their_files() -> None:
    lines = markdown.findings(OUTCOME).splitlines()
    assert lines[0] == "## Findings"
    assert f"### {DUTCH}: 1 error".replace("_", "\\_") in lines
    assert lines[-1] == "**1 error, 1 note; 1 finding allowed by translators, with reasons.**"
    (item,) = [line for line in lines if line.startswith("- **error**")]
    assert item.startswith("- **error** line 12: {days} is missing from “Binnen")
    assert item.endswith("Write {days}. (`placeholder-missing`)")
    assert "12 became a dozen. **Reason:** shops count eggs so" in markdown.findings(OUTCOME)


def test_no_text_of_a_file_becomes_markup() -> None:
    tokens = [each for token in PARSER.parse(markdown.findings(HOSTILE)) for each in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"link_open", "html_inline", "html_block", "em_open", "image", "s_open", "fence", "table_open"}
    shown = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    assert "[a](javascript:x) @\u2060ann #1 https://evil.example.org" in shown
    source = markdown.findings(HOSTILE)
    assert "https://" not in source
    assert "www.evil" not in source
    assert " @ann" not in source


def test_the_table_keeps_its_columns() -> None:
    for outcome in (OUTCOME, HOSTILE):
        tokens = PARSER.parse(markdown.status(outcome))
        rows = sum(token.type == "tr_open" for token in tokens)
        cells = sum(token.type in ("td_open", "th_open") for token in tokens)
        assert rows == len(outcome.coverage) + 1
        assert cells == 6 * rows
