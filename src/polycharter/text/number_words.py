"""Numbers in words, from their parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from polycharter.text.lexicon import Lexicon

STARTS = ("words", "weak", "ambiguous", "multipliers")
"""What a word can be that begins a number."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words that ends before the word `end`; `single` says that it has one part.

    A `strong` one is a number and nothing else.
    """

    value: Fraction
    end: int
    strong: bool
    single: bool


def spell(words: Sequence[str], at: int, known: Lexicon) -> Spelled:
    """The number whose first word, one of `STARTS`, is at `at`: “two hundred and five” is 2 × 100 + 5."""
    length, tags = known.quantities.match(words, at)
    kind = next(kind for kind in STARTS if kind in tags)
    parts: list[Fraction] = [tags[kind]]
    scale = tags.get("multipliers", _ONE)
    end = at + length
    while end < len(words):
        half = and_half(words, end, known)
        if half and parts[-1].denominator == 1:
            parts.append(scale / 2)
            scale, end = _ONE, end + half
            continue
        following = _next(parts, words, end, known)
        if not following:
            break
        scale = known.quantities.match(words, following - 1)[1].get("multipliers", _ONE)
        end = following
    single = end == at + length
    strong = kind in ("words", "multipliers") or not single
    return Spelled(sum(parts, Fraction(0)), end, strong, single)


def and_half(words: Sequence[str], at: int, known: Lexicon) -> int:
    """How many words at a place add a half to the number before: “two **and a half**”; 0 where they do not."""
    length, tags = known.quantities.match(words, at) if at < len(words) else (0, {})
    return length if "and-half" in tags else 0


_ONE = Fraction(1)


def _next(parts: list[Fraction], words: Sequence[str], at: int, known: Lexicon) -> int:
    """Takes the next word into the number if it can go on so; where that word ends, 0 if it cannot."""
    last = parts[-1]
    length, tags = known.quantities.match(words, at)
    start = at
    joined = "joiner" in tags and at + length < len(words) and last >= 100
    if joined:
        start = at + length
        length, tags = known.quantities.match(words, start)
    if "multipliers" in tags and not joined:
        low = Fraction(0)
        while parts and parts[-1] < tags["multipliers"]:
            low += parts.pop()
        parts.append((low or _ONE) * tags["multipliers"])
        return start + length
    counts = joined and "inside" in tags  # “một trăm linh năm” is 105, no hundred years
    if last.denominator != 1 or ("unit" in tags and not counts and not _multiplies(words, start + length, known)):
        return 0
    digit = tags.get("inside") or tags.get("words") or (tags.get("weak") if joined or last >= 10 else None)
    if digit is None or digit.denominator != 1 or not 1 <= digit < _roundness(last):
        return 0
    if digit == 1 and "inside" not in tags and last < 20:
        return 0
    parts.append(digit)
    return start + length


def _multiplies(words: Sequence[str], at: int, known: Lexicon) -> bool:
    """Whether the word multiplies: in “hai trăm năm mươi” the third one is five, in “hai mươi năm” it is years."""
    return at < len(words) and "multipliers" in known.quantities.match(words, at)[1]


def _roundness(value: Fraction) -> int:
    """The largest power of ten that divides a whole number: what may be added to it in words is smaller."""
    power = 1
    while value and value % (power * 10) == 0:
        power *= 10
    return power
