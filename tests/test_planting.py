"""The benchmark of the checks plants real mistakes: many, of many kinds, the same ones each time."""

import re
from collections import Counter, defaultdict

import pytest
from benchmarks.checks import EACH, PAGE, SEED, filled
from benchmarks.planting.ground import LOCALES, WORDS, Ground, grounds
from benchmarks.planting.kind import HIDDEN, KINDS, Plant
from benchmarks.planting.measure import Result, measure, shared
from benchmarks.planting.speed import enlarged

from polycharter.text.placeholders import names

Planted = list[tuple[str, Ground, Plant]]


@pytest.fixture(scope="module")
def ground() -> tuple[Ground, ...]:
    return grounds()


@pytest.fixture(scope="module")
def planted(ground: tuple[Ground, ...]) -> Planted:
    return [
        (kind.id, where, plant)
        for kind in KINDS.values()
        for locale in LOCALES
        for where, plants in shared([each for each in ground if each.locale == locale], kind, EACH, SEED)
        for plant in plants
    ]


def test_there_are_enough_of_them(planted: Planted) -> None:
    """At least 400 of at least 25 kinds, at least 100 in each language; no kind stands for more than 3 %."""
    by_language = Counter(where.locale for _, where, _ in planted)
    by_kind = Counter(id for id, _, _ in planted)
    assert len(planted) >= 400
    assert len(by_kind) >= 25
    assert set(by_kind) == set(KINDS)
    assert all(by_language[locale] >= 100 for locale in LOCALES)
    assert max(by_kind.values()) <= 0.03 * len(planted)


def test_the_same_seed_plants_the_same(planted: Planted, ground: tuple[Ground, ...]) -> None:
    """So that two runs can be compared."""
    kind = KINDS["limit-lost"]
    mine = [each for each in ground if each.locale == "nl"]
    again = [plant for _, plants in shared(mine, kind, EACH, SEED) for plant in plants]
    assert again == [plant for id, where, plant in planted if id == kind.id and where.locale == "nl"]
    assert again != [plant for _, plants in shared(mine, kind, EACH, SEED + 1) for plant in plants]


def test_every_plant_changes_what_the_file_says(planted: Planted) -> None:
    """The text is another one than before, and no other catalogue entry of this message has it."""
    for id, where, plant in planted:
        live = where.review.catalogue.live()
        if plant.header is not None:
            assert where.review.catalogue.header is not None
            assert plant.header.targets != where.review.catalogue.header.targets
        for key, entry in plant.changed.items():
            assert (entry.targets, entry.fuzzy) != (live[key].targets, live[key].fuzzy), (id, key)


def test_mistakes_of_wording_leave_the_placeholders_alone(planted: Planted) -> None:
    """Otherwise a check of placeholders would find them."""
    for id, _, plant in planted:
        if id in ("limit-lost", "limit-swapped", "within-after", "negation-lost", "never-always", "working-lost"):
            assert sorted(names(plant.was)) == sorted(names(plant.now)), (id, plant)


def test_a_term_is_said_otherwise_only_where_the_source_says_it(planted: Planted) -> None:
    """A word that stands for the “it” of the source is no rendering of the term, and the target of a link no prose."""
    plants = [(where.locale, plant) for id, where, plant in planted if id == "other-term"]
    assert len(plants) == EACH * len(LOCALES)
    for locale, plant in plants:
        source, was, now = (HIDDEN.sub("", text) for text in (plant.source, plant.was, plant.now))
        assert any(
            len(re.findall(rendering, now, re.IGNORECASE)) < len(re.findall(rendering, was, re.IGNORECASE))
            and len(re.findall(rendering, was, re.IGNORECASE)) <= len(re.findall(term, source))
            for term, rendering, _ in WORDS[locale]["other-term"]
        ), plant


def test_another_rendering_stands_alone_in_its_file(ground: tuple[Ground, ...]) -> None:
    """Several of them could be the usual one: each is planted where all others are as they were."""
    mine = [each for each in ground if (each.name, each.locale) == ("charter", "ca")]
    result = measure(mine, 4, SEED, ["inconsistent-term"])
    assert KINDS["inconsistent-term"].alone
    assert [trial.by for trial in result.trials] == [("term-inconsistent",)] * 4
    assert result.elsewhere == ()


def test_written_out_values_are_the_same_on_both_sides(ground: tuple[Ground, ...]) -> None:
    """The grounds for numbers are right themselves: a number of the source stands in the translation."""
    seen: dict[str, int] = defaultdict(int)
    for where in ground:
        if where.name == "digits":
            for wanted, entry in where.pairs():
                assert "{" not in wanted.id + entry.targets[0]
                for number in re.findall(r"(?<![\d.,:])\d+(?![\d.,:])(?= (?:working|calendar) days)", wanted.id):
                    assert re.search(rf"(?<!\d){number}(?!\d)", entry.targets[0]), (where.locale, wanted.id)
                    seen[where.locale] += 1
    assert all(seen[locale] > 10 for locale in LOCALES)


def test_a_planted_mistake_is_measured(ground: tuple[Ground, ...]) -> None:
    """A lost placeholder is caught in every language, and nothing is said elsewhere."""
    result: Result = measure([each for each in ground if each.name == "charter"], 2, SEED, ["placeholder-dropped"])
    assert [trial.caught for trial in result.trials] == [True] * 2 * len(LOCALES)
    assert result.elsewhere == ()
    assert {check for trial in result.trials for check in trial.by} >= {"placeholder-missing"}


def test_the_enlarged_catalogue_has_no_message_twice(ground: tuple[Ground, ...]) -> None:
    """Each copy has a number of its own, on both sides."""
    catalogue = enlarged(ground[0].review.catalogue, 1000)
    assert len(catalogue.entries) == len(catalogue.live()) == 1000
    assert all(bool(re.search(r"\(1\d{3}\)$", entry.id)) for entry in catalogue.entries[-100:])


def test_figures_are_put_between_their_marks() -> None:
    """Twice is once, and the rest of the page stays."""
    page = PAGE.read_text("utf-8")
    once = filled(page, "| a table |")
    assert filled(once, "| a table |") == once
    assert "| a table |" in once
    assert once.startswith(page[: page.index("<!-- measured: begin -->")])
