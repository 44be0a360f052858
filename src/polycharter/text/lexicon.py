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
from polycharter.text.phrases import Phrases
from polycharter.text.tokens import Token, split_hyphens, tokens

_STRENGTHS = {"limits": "strong", "beside": "beside", "loose": "loose"}


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
