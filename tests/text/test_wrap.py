"""Lines of plain text: wide letters count twice, and a line ends where a reader of the script expects it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polycharter.text.wrap import KEPT_SPACE, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Handvest", 8),
        ("Điều lệ dịch vụ", 15),
        ("A\u0302n", 2),  # a letter and a combining accent
        ("客户服务", 8),
        ("ｶﾅ", 2),  # halfwidth
        ("한국어", 6),
        ("\u1112\u1161\u11ab", 2),  # the same first syllable, conjoining
        ("ميثاق", 5),
        ("ที่นี่", 2),
        ("a\u2066b\u2069\u200b", 2),
    ],
)
def test_width_is_what_a_screen_of_fixed_columns_shows(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("5\xa0working days", 9, ["5\xa0working", "days"]),
        (f"call{KEPT_SPACE}us now", 6, [f"call{KEPT_SPACE}us", "now"]),
        ("a https://example.org/a-very/long-address b", 10, ["a", "https://example.org/a-very/long-address", "b"]),
        ("我们在五天内回复。", 8, ["我们在五", "天内回", "复。"]),  # no line begins with a full stop
        ("客户「重要」", 6, ["客户", "「重", "要」"]),  # nor ends with an opening bracket
        ("고객 서비스 헌장", 8, ["고객", "서비스", "헌장"]),  # Korean has spaces
        ("long\u00adword", 4, ["longword"]),
        ("ab\u200bcd", 2, ["ab", "cd"]),
        ("a\n\nb", 9, ["a", "", "b"]),
        ("", 9, [""]),
    ],
)
def test_lines_end_where_the_script_lets_them(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@given(st.text(alphabet="ab 。「我한é-\n", max_size=60), st.integers(2, 20))
def test_nothing_is_lost(text: str, columns: int) -> None:
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())
