"""How a language says numbers, units, limits and negations: `data/<language>.toml`, read when a language is first met.

A file has these tables. Words are in small letters; `#` stands for a quantity, `_` for any word but the first, a
final `*` for any letters, an elided word (`d'`) stands apart.

- `numbers`: the decimal and thousands marks; `words` that are a number, `weak` ones that can be something else as well
  (articles, ordinals, “both”), `ambiguous` ones that are a number only before a unit, `inside` ones that are a number
  only inside a longer one; `multipliers`; `units` and `tens` with the patterns (`compounds`, `hundreds`) that make
  the numbers between; `glued` where hundreds and the rest are one word; `joiners` inside a number, `ranges` between
  two;
- `units` by their ids, `fixed` phrases that hold a number and a unit, `fillers` between a number and its unit;
- `clock` and `days`: times of day, days of the week, months;
- `limits`: phrases that set a limit, deny or hurry, by kind; `loose` ones satisfy and license such a phrase on the
  other side, but are not missed; `beside` ones are loose too, but limit the quantity beside them as the others do;
  `neutral` phrases look like one and are none; `contracted` words are one with an article at the end of a phrase;
- `concord`: negatives that deny nothing more beside another one of their clause, `concord-heads` those that do so only
  after one that is no head; `question`: negatives that end a question;
- `inflection`: by the end of a word, the ends that take its place in other forms; whether words are joined into one.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from polycharter.text.tokens import Token, split_hyphens, tokens

Tags = Mapping[str, Any]
"""What a phrase can be, by kind: `{"weak": 2, "unit": "second"}`."""

_DATA = Path(__file__).parent / "data"
_NUMBER_TABLES = ("words", "weak", "ambiguous", "inside", "multipliers")
_STRENGTHS = {"limits": "strong", "beside": "beside", "loose": "loose"}
_ANY = "_"
_CLOCK = ("before", "after", "am", "pm", "noon", "midnight")


class Phrases:
    """Phrases with their tags, to be found by their words; the longest wins."""

    def __init__(self) -> None:
        self._whole: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
        self._stems: dict[str, dict[str, Any]] = {}
        self._longest: dict[str, int] = {}  # the words of the longest phrase by its first word
        self._gapped: set[str] = set()  # the first words of phrases whose second one is any word
        self._stem_initials: dict[str, int] = {}  # the length of the longest stem by the first letter
        self._stem_of = lru_cache(maxsize=50_000)(self._find_stem)
        self.begins = lru_cache(maxsize=50_000)(self._begins)
        """Whether a phrase begins with this word: nearly all words begin none, and need not be matched."""

    def add(self, phrase: str, kind: str, value: Any) -> None:
        """Adds a meaning to a phrase."""
        if phrase.endswith("*"):
            self._stems.setdefault(phrase[:-1], {})[kind] = value
            initial = phrase[:1]
            self._stem_initials[initial] = max(self._stem_initials.get(initial, 0), len(phrase) - 1)
            return
        words = tuple(_phrase_words(phrase))
        if words[1:2] == (_ANY,):
            self._gapped.add(words[0])
        self._whole.setdefault(words[0], {}).setdefault(words, {}).setdefault(kind, value)
        self._longest[words[0]] = max(self._longest.get(words[0], 1), len(words))

    def _begins(self, word: str) -> bool:
        return word in self._whole or self._stem_of(word) is not None

    def match(self, words: Sequence[str], at: int) -> tuple[int, Tags]:
        """How many words the longest phrase at `at` has, and what it means; `(0, {})` where there is none."""
        word = words[at]
        if not self.begins(word):
            return 0, {}
        phrases = self._whole.get(word)
        if phrases:
            gapped = word in self._gapped and words[at + 1 : at + 2] and words[at + 1][0].isalpha()
            for length in range(min(self._longest[word], len(words) - at), 0, -1):
                tags = phrases.get(tuple(words[at : at + length]))
                if not tags and gapped and length > 1:
                    tags = phrases.get((word, _ANY, *words[at + 2 : at + length]))
                if tags:
                    return length, tags
        stem = self._stem_of(word)
        return (1, self._stems[stem]) if stem is not None else (0, {})

    def _find_stem(self, word: str) -> str | None:
        """The longest stem that a word begins with."""
        lengths = range(min(len(word), self._stem_initials.get(word[:1], 0)), 0, -1)
        return next((word[:length] for length in lengths if word[:length] in self._stems), None)

    def knows(self, word: str) -> bool:
        """Whether a single word is a phrase."""
        return (word,) in self._whole.get(word, {})


def _phrase_words(phrase: str) -> Iterator[str]:
    """The words of a phrase of a file, as they are met in a text: an elided one is one word, mark and all."""
    for piece in phrase.split(" "):
        if piece.endswith("'") and piece[:-1].isalpha():
            yield piece
        else:
            yield from (token.word for token in tokens(piece))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language. `quantities` and `limits` are the phrases of the two scans, in this order."""

    language: str
    name: str
    decimal: str
    thousands: str
    quantities: Phrases
    limits: Phrases
    joiners: frozenset[str]
    ranges: frozenset[str]
    fillers: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinal_before: frozenset[str]
    months_in_dates: frozenset[str]
    months_after: frozenset[str]
    month_word: str
    year_word: str
    concord: frozenset[str]
    concord_heads: frozenset[str]
    question: frozenset[str]
    endings: Mapping[str, tuple[str, ...]]
    compounds: bool


def lexicon(locale: str) -> Lexicon | None:
    """The words of a locale's language, None where there is no file for it.

    >>> [lexicon(locale) is not None for locale in ("nl-BE", "fi", "../en")]
    [True, False, False]
    """
    language = locale.replace("_", "-").partition("-")[0].lower()
    return _read(language) if language.isascii() and language.isalpha() else None


@lru_cache(maxsize=64)
def _read(language: str) -> Lexicon | None:
    path = _DATA / f"{language}.toml"
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text("utf-8"))
    numbers = data["numbers"]
    quantities, limits = Phrases(), Phrases()
    for kind, phrase, value in _quantity_phrases(data):
        quantities.add(phrase, kind, value)
    contracted = data["inflection"].get("contracted", {})
    for table, strength in _STRENGTHS.items():
        for kind, phrases in data.get(table, {}).items():
            for phrase in phrases:
                for said in _contracted(phrase, contracted):
                    limits.add(said, kind, strength)
    for phrase in data["neutral"]["words"]:
        for said in _contracted(phrase, contracted):
            quantities.add(said, "neutral", True)
            limits.add(said, "neutral", True)
    return Lexicon(
        language=language,
        name=data["name"],
        decimal=numbers["decimal"],
        thousands=numbers["thousands"],
        quantities=quantities,
        limits=limits,
        joiners=frozenset(numbers["joiners"]),
        ranges=frozenset(numbers["ranges"]),
        fillers=frozenset(data["fillers"]["words"]),
        ordinal_endings=frozenset(numbers["ordinal-endings"]),
        ordinal_before=frozenset(numbers.get("ordinal-before", ())),
        months_in_dates=frozenset(data["days"]["months-only-in-dates"]),
        months_after=frozenset(data["days"].get("months-after", ())),
        month_word=data["days"].get("month-word", ""),
        year_word=data["days"].get("year-word", ""),
        concord=frozenset(data["neutral"].get("concord", ())),
        concord_heads=frozenset(data["neutral"].get("concord-heads", ())),
        question=frozenset(data["neutral"].get("question", ())),
        endings={old: tuple(new) for old, new in data["inflection"]["endings"].items()},
        compounds=data["inflection"]["compounds"],
    )


def _contracted(phrase: str, contracted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase, and as it is said where its last word is one with an article: “més de #”, “més del #”."""
    yield phrase
    head, _, last = phrase.removesuffix(" #").rpartition(" ")
    end = " #" if phrase.endswith(" #") else ""
    if head or end:
        yield from (f"{head} {said}{end}".lstrip() for said in contracted.get(last, ()))


def _quantity_phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    numbers = data["numbers"]
    for table in _NUMBER_TABLES:
        for phrase, value in numbers.get(table, {}).items():
            yield table, phrase, Fraction(str(value))
    yield from (("words", word, Fraction(value)) for word, value in _compounds(numbers))
    for unit, phrases in data["units"].items():
        yield from (("unit", phrase, unit) for phrase in phrases)
    for phrase, value in data["fixed"].items():
        number, unit = value.split()
        yield "fixed", phrase, (Fraction(number), unit)
    for kind in _CLOCK:
        yield from ((f"clock-{kind}", phrase, True) for phrase in data["clock"][kind])
    for kind, names in (("weekday", data["days"]["weekdays"]), ("month", data["days"]["months"])):
        for index, forms in enumerate(names, 1):
            yield from ((kind, form, index) for form in forms)


def _compounds(numbers: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The numbers from 21 to 99 that are one word, and hundreds with what follows where they are one word too."""
    units: list[str] = numbers["units"]
    small = {word: int(value) for word, value in numbers["words"].items() if isinstance(value, int)}
    for ten, word in enumerate(numbers["tens"], 2):
        for unit, digit in enumerate(units, 1):
            for pattern in numbers["compounds"]:
                small[pattern.format(unit=digit, ten=word)] = 10 * ten + unit
    yield from ((word, value) for word, value in small.items() if value > 20)
    hundreds = dict(_hundreds(units, numbers.get("hundreds", ())))
    yield from hundreds.items()
    if numbers.get("glued"):
        for word, value in hundreds.items():
            yield from ((f"{word}{rest}", value + more) for rest, more in _below_hundred(small, units))
        hundred = next(iter(numbers["multipliers"]))
        yield from ((f"{hundred}{rest}", 100 + more) for rest, more in _below_hundred(small, units))


def _hundreds(units: Sequence[str], patterns: Iterable[str]) -> Iterator[tuple[str, int]]:
    for unit, digit in enumerate(units, 1):
        for pattern in patterns:
            yield pattern.format(unit=digit), 100 * unit


def _below_hundred(small: Mapping[str, int], units: Sequence[str]) -> Iterator[tuple[str, int]]:
    yield units[0], 1
    yield from ((word, value) for word, value in small.items() if 0 < value < 100 and " " not in word)


@lru_cache(maxsize=50_000)
def words_of(text: str, locale: str) -> tuple[Token, ...]:
    """The tokens of a text; a word with hyphens is in parts unless the language knows it whole."""
    known = lexicon(locale)
    return tuple(_parted(tokens(text), known)) if known else tokens(text)


def _parted(found: Sequence[Token], known: Lexicon) -> Iterator[Token]:
    for token in found:
        if token.kind == "word":
            if token.word.endswith("'s") and not known.quantities.knows(token.word):
                token = token._replace(word=token.word[:-2])
            if "-" in token.word and not known.quantities.knows(token.word) and not known.limits.knows(token.word):
                yield from split_hyphens(token)
                continue
        yield token
