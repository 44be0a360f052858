"""How a language says numbers, units, limits and negations: `data/<language>.toml`, read when a language is first met.

A file has these tables. Words are in small letters; `#` stands for a quantity, `_` for any word but the first, a
final `*` for any letters, one before `*less` for two or more, an elided word (`d'`) stands apart.

- `numbers`: the decimal and thousands marks; `words` that are a number, `weak` ones that can be something else as well
  (articles, ordinals, “both”), `ambiguous` ones that are a number only before a unit, `inside` ones that are a number
  only inside a longer one; `multipliers`; `units` (and their other `unit-forms`) and `tens` with the patterns
  (`compounds`, `hundreds`) that make the numbers between; `glued` parts of numbers that are one word; what is made of
  numbers: `derived` words, `joined` to units, `decades`; `ordinal-endings` behind digits, `ordinal-before` a number
  (“thứ”); `joiners` inside a number, `ranges` between two, `and-half` behind one, `shares` in “one in three”; `also`:
  what an amount in words can mean as well (“quinze dies”, two weeks);
- `units` by their ids, `fixed` phrases that hold a number and a unit; `fillers`: `words` between a number and its unit,
  the `times` and the `per` of “twice a year”, `each` before a unit alone;
- `clock`, `days` and `holidays`: see `calendar_forms`;
- `limits`: phrases that set a limit, deny or hurry, by kind; `loose` ones satisfy and license such a phrase on the
  other side, but are not missed (a `licence` only licenses a negation); `beside` ones are loose too, but limit the
  quantity beside them as the others do; `neutral` phrases look like one, or like a number, and are none
  (one that is in these tables too looks like a number only);
- `concord`: negatives that deny nothing more beside another one of their clause, `concord-heads` those that do so only
  after one that is no head; `question`: negatives that end a question, also before `particles`, but not as an
  answer, behind `answers`; `any`: those that deny nothing in a question; `abbreviated`: short for another word before
  a full stop;
- `contrary`: words that deny in themselves, by what they deny; loose, and they never answer for another denial where
  the source has the same one: “the bus does not stop here”, “de bus stopt hier”;
- `inflection`: by the end of a word, the `endings` that take its place in other forms; `contracted` words are one
  with an article at the end of a limit; whether words are joined into one (`compounds`) or written syllable by syllable
  (`syllables`);
- `marks`: how a word without marks is spelt (`syllable`, a pattern), and `bare` words that rightly have none.
- `writing`: abbreviations, capitals and the greetings of letters, read by `text/writing.py`;
- `spelling`: how a word may be written otherwise and be the same, read by `text/spelling.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from polycharter.text.calendar_forms import Calendar, calendar, calendar_beginnings, calendar_phrases
from polycharter.text.language_data import language_data, language_of
from polycharter.text.number_forms import fixed_phrases, number_phrases
from polycharter.text.tokens import Token, split_hyphens, tokens

Tags = Mapping[str, Any]
"""What a phrase can be, by kind: `{"weak": 2, "unit": "second"}`."""

_STRENGTHS = {"limits": "strong", "beside": "beside", "loose": "loose"}
_ANY = "_"
_GOING_ON = ("joiner", "and-half", "share", "clock-before", "clock-may")


class Phrases:
    """Phrases with their tags, to be found by their words; the longest wins."""

    def __init__(self) -> None:
        self._whole: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
        self._stems: dict[str, dict[str, Any]] = {}
        self._longest: dict[str, int] = {}  # the words of the longest phrase by its first word
        self._gapped: set[str] = set()  # the first words of phrases whose second one is any word
        self._stem_initials: dict[str, int] = {}  # the length of the longest stem by the first letter
        self._longest_ending = 0
        self._stem_of = lru_cache(maxsize=50_000)(self._find_stem)
        self.begins = lru_cache(maxsize=50_000)(self._begins)
        """Whether a phrase begins with this word: nearly all words begin none, and need not be matched."""
        self._starting: set[str] = set()
        self.starts = lru_cache(maxsize=50_000)(self._starts)
        """Whether a phrase begins with this word that does not only go on what stands before it: “and a half”."""

    def add(self, phrase: str, kind: str, value: Any) -> None:
        """Adds a meaning to a phrase."""
        if phrase.startswith("*"):
            self._stems.setdefault(phrase, {}).setdefault(kind, value)
            self._longest_ending = max(self._longest_ending, len(phrase) - 1)
            return
        if phrase.endswith("*"):
            self._stems.setdefault(phrase[:-1], {}).setdefault(kind, value)
            initial = phrase[:1]
            self._stem_initials[initial] = max(self._stem_initials.get(initial, 0), len(phrase) - 1)
            return
        words = tuple(_phrase_words(phrase))
        if words[1:2] == (_ANY,):
            self._gapped.add(words[0])
        self._whole.setdefault(words[0], {}).setdefault(words, {}).setdefault(kind, value)
        self._longest[words[0]] = max(self._longest.get(words[0], 1), len(words))
        if kind not in _GOING_ON:
            self._starting.add(words[0])

    def _begins(self, word: str) -> bool:
        return word in self._whole or self._stem_of(word) is not None

    def _starts(self, word: str) -> bool:
        return word in self._starting or self._stem_of(word) is not None

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
        """The longest stem that a word begins with, else the longest ending that it has, as `*less`."""
        lengths = range(min(len(word), self._stem_initials.get(word[:1], 0)), 0, -1)
        stem = next((word[:length] for length in lengths if word[:length] in self._stems), None)
        if stem is not None or not self._longest_ending:
            return stem
        starts = range(max(2, len(word) - self._longest_ending), len(word))
        return next((f"*{word[start:]}" for start in starts if f"*{word[start:]}" in self._stems), None)

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
    """One language. `quantities` and `limits` are the phrases of the two scans.

    `calendar_words` are those with which days and times begin, and before an hour.
    """

    language: str
    name: str
    decimal: str
    thousands: str
    quantities: Phrases
    limits: Phrases
    calendar_words: Phrases
    glued: re.Pattern[str] | None
    times: frozenset[str]
    per: frozenset[str]
    each: frozenset[str]
    also: Mapping[str, Fraction]
    ranges: frozenset[str]
    fillers: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinal_before: frozenset[str]
    calendar: Calendar
    concord: frozenset[str]
    concord_heads: frozenset[str]
    question: frozenset[str]
    particles: frozenset[str]
    answers: frozenset[str]
    any: frozenset[str]
    abbreviated: frozenset[str]
    endings: Mapping[str, tuple[str, ...]]
    compounds: bool
    syllables: bool
    bare_syllable: str = ""
    bare_words: frozenset[str] = frozenset()


@lru_cache(maxsize=256)
def lexicon(locale: str) -> Lexicon | None:
    """The words of a locale's language, None where there is no file for it.

    >>> [lexicon(locale) is not None for locale in ("nl-BE", "fi", "../en")]
    [True, False, False]
    """
    return _read(language_of(locale))


@lru_cache(maxsize=64)
def _read(language: str) -> Lexicon | None:
    data = language_data(language)
    if data is None:
        return None
    numbers = data["numbers"]
    quantities, limits, words = Phrases(), Phrases(), Phrases()
    for kind, phrase, value in calendar_beginnings(data):
        words.add(phrase, kind, value)
    for kind, phrase, value in _quantity_phrases(data):
        quantities.add(phrase, kind, value)
    contracted = data["inflection"].get("contracted", {})
    limiting: set[str] = set()
    for table, strength in _STRENGTHS.items():
        for kind, phrases in data.get(table, {}).items():
            for phrase in phrases:
                for said in _contracted(phrase, contracted):
                    limiting.add(said)
                    limits.add(said, kind, strength)
                    if table == "limits" and " " in said and "#" not in said:
                        quantities.add(said, "neutral", True)  # “at once” has no “once”, “ít nhất năm” no “nhất năm”
    for phrase in data["neutral"]["words"]:
        for said in _contracted(phrase, contracted):
            quantities.add(said, "neutral", True)
            if said not in limiting:  # “bây giờ” has no hours, but means “now”
                limits.add(said, "neutral", True)
    for contrary, phrases in data.get("contrary", {}).items():
        for phrase in phrases:
            limits.add(phrase, "negation", "loose")
            limits.add(phrase, "contrary", contrary)
    return Lexicon(
        language=language,
        name=data["name"],
        decimal=numbers["decimal"],
        thousands=numbers["thousands"],
        quantities=quantities,
        limits=limits,
        calendar_words=words,
        glued=re.compile(f"({'|'.join(numbers['glued'])})") if numbers.get("glued") else None,
        times=frozenset(data["fillers"].get("times", ())),
        per=frozenset(data["fillers"].get("per", ())) | frozenset(data["fillers"].get("each", ())),
        each=frozenset(data["fillers"].get("each", ())),
        also={said: Fraction(value) for said, value in numbers.get("also", {}).items()},
        ranges=frozenset(" ".join(token.word for token in tokens(phrase)) for phrase in numbers["ranges"]),
        fillers=frozenset(data["fillers"]["words"]),
        ordinal_endings=frozenset(numbers["ordinal-endings"]),
        ordinal_before=frozenset(numbers.get("ordinal-before", ())),
        calendar=calendar(data),
        concord=frozenset(data["neutral"].get("concord", ())),
        concord_heads=frozenset(data["neutral"].get("concord-heads", ())),
        question=frozenset(data["neutral"].get("question", ())),
        particles=frozenset(data["neutral"].get("particles", ())),
        answers=frozenset(data["neutral"].get("answers", ())),
        any=frozenset(data["neutral"].get("any", ())),
        abbreviated=frozenset(data["neutral"].get("abbreviated", ())),
        endings={old: tuple(new) for old, new in data["inflection"]["endings"].items()},
        compounds=data["inflection"]["compounds"],
        syllables=data["inflection"].get("syllables", False),
        bare_syllable=data.get("marks", {}).get("syllable", ""),
        bare_words=frozenset(data.get("marks", {}).get("bare", ())),
    )


def _contracted(phrase: str, contracted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase, and as it is said where its last word is one with an article: “més de #”, “més del #”."""
    yield phrase
    head, _, last = phrase.removesuffix(" #").rpartition(" ")
    end = " #" if phrase.endswith(" #") else ""
    if head or end:
        yield from (f"{head} {said}{end}".lstrip() for said in contracted.get(last, ()))


def _quantity_phrases(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    yield from number_phrases(data["numbers"])
    for unit, phrases in data["units"].items():
        yield from (("unit", phrase, unit) for phrase in phrases)
    yield from fixed_phrases(data["fixed"])
    yield from calendar_phrases(data)


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
            parts = _number_parts(token.word, known.language) if known.glued else ()
            if parts:
                yield from _apart(token, parts)
                continue
        yield token


@lru_cache(maxsize=50_000)
def _number_parts(word: str, language: str) -> Sequence[str]:
    """The parts of a number in one word, “driehonderd|duizend”; none where it is something else."""
    known = lexicon(language)
    if not known or not known.glued or not known.glued.search(word) or known.quantities.knows(word):
        return ()
    parts = [part for part in known.glued.split(word) if part]
    numbers = {"words", "weak", "multipliers"}
    return parts if all(numbers & known.quantities.match((part,), 0)[1].keys() for part in parts) else ()


def _apart(token: Token, parts: Sequence[str]) -> Iterator[Token]:
    start = token.start
    for part in parts:
        yield Token(token.kind, part, start, start + len(part), token.glued if start == token.start else True)
        start += len(part)
