"""The glossary of a project."""

from pathlib import Path

import pytest

from polycharter.model.errors import CharterError
from polycharter.source.glossary import parse_glossary, read_glossary

ROOT = Path(__file__).parents[2]
GOOD = """concept,en,nl,pt-BR,avoid_nl,note
charter,customer service charter|charter,handvest | klantenservicehandvest,,contract|,"A promise, no contract."

working day,working day,werkdag,dia útil,,
"""


def test_a_row_is_a_concept_with_its_renderings() -> None:
    """Cells are cut at bars, empty ones leave the locale out, lines are those of the file."""
    charter, day = parse_glossary(GOOD, "locales/glossary.csv")
    assert charter.source == ("customer service charter", "charter")
    assert charter.preferred == {"nl": ("handvest", "klantenservicehandvest")}
    assert charter.avoid == {"nl": ("contract",)}
    assert charter.note == "A promise, no contract."
    assert day.preferred == {"nl": ("werkdag",), "pt-BR": ("dia útil",)}
    assert (day.place.path, day.place.line) == ("locales/glossary.csv", 4)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("term,en\nx,y\n", 1, "the first column is 'term', not 'concept'"),
        ("concept\n", 1, "the first column is 'concept', not 'concept'"),
        ("concept,en,Dutch!\n", 1, "the column 'Dutch!' is unknown"),
        ("concept,en,nl,nl\n", 1, "the column 'nl' stands there twice"),
        ("concept,en,nl\n\nx,,y\n", 3, "has no word in the column 'en'"),
        ("concept,en,nl\n,x,y\n", 2, "has no concept"),
        ("concept,en,nl\nx,x,y\nx,z,y\n", 3, "the concept 'x' stands on line 2 too"),
        ("concept,en,nl\nx,x,y,z\n", 2, "has 4 cells, the first line only 3"),
        ("concept,en,nl,note\nx,x,a note\n", 2, "has 3 cells, the first line 4"),
        ('concept,en,nl\nx,"x,y\n', 2, "is not CSV here: unexpected end of data"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, what: str) -> None:
    """And with what to do about it."""
    with pytest.raises(CharterError) as error:
        parse_glossary(text, "locales/glossary.csv")
    mistake = error.value.mistakes[0]
    assert (mistake.place.path, mistake.place.line) == ("locales/glossary.csv", line)
    assert mistake.what.startswith(what.split(", not")[0])
    assert mistake.todo


def test_a_project_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    """It is optional."""
    assert read_glossary(tmp_path) == ()


def test_the_glossary_of_this_project_has_every_locale() -> None:
    """All but a few words have a rendering in each language, and no rendering is to be avoided for its own concept."""
    terms = read_glossary(ROOT)
    assert len(terms) > 40
    for term in terms:
        assert set(term.preferred) <= {"nl", "vi", "ca", "sv"}
        assert len(term.preferred) >= 3, term.concept
        for locale, avoided in term.avoid.items():
            assert not set(avoided) & set(term.preferred.get(locale, ())), term.concept
