"""Comment lines sorted by what they are."""

import pytest

from polycharter.catalogue.comments import Comments, sort_comments


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("# Ask the editor.", Comments(translator=("Ask the editor.",))),
        ("#Ask the editor.", Comments(translator=("Ask the editor.",))),
        ("#  indented ", Comments(translator=(" indented ",))),
        ("#", Comments(translator=("",))),
        ("#. Heading", Comments(extracted=("Heading",))),
        ("#.Heading", Comments(extracted=("Heading",))),
        ("#.", Comments(extracted=("",))),
        ("#: a.md  b.md:3", Comments(references=("a.md", "b.md:3"))),
        ("#: \u2068my file.md\u2069 b.md", Comments(references=("my file.md", "b.md"))),
        ("#:", Comments()),
        ("#, fuzzy", Comments(fuzzy=True)),
        ("#,fuzzy,no-wrap", Comments(fuzzy=True, flags=("no-wrap",))),
        ("#! fuzzy", Comments(fuzzy=True)),
        ("#= c-format, no-wrap", Comments(flags=("c-format", "no-wrap"))),
        ("#, range: 0..5, c-format", Comments(flags=("range: 0..5", "c-format"))),
        ("#, c-format c-format", Comments(flags=("c-format",))),
        ("#oops", Comments(translator=("oops",))),
    ],
)
def test_one_line(line: str, wanted: Comments) -> None:
    assert sort_comments([line]) == wanted


def test_all_flag_lines_count() -> None:
    assert sort_comments(["#, fuzzy", "#, no-wrap"]) == Comments(fuzzy=True, flags=("no-wrap",))
