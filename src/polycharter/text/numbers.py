"""Numbers by value and unit, however a language writes them: digits, words, dates, times of day, placeholders."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from polycharter.text.digits import digit_readings, of_day
from polycharter.text.lexicon import Lexicon, lexicon, words_of
from polycharter.text.number_words import STARTS, spell
from polycharter.text.quantity import Quantity, Reading
from polycharter.text.tokens import tokens

_SYMBOLS = {"%": "percent", "€": "EUR", "$": "USD", "£": "GBP", "₫": "VND"}
_CODES = {"eur": "EUR", "usd": "USD", "gbp": "GBP", "sek": "SEK", "vnd": "VND", "kr": "SEK", "đ": "VND"}
_WORDS = ("word", "part", "elision")
"""The kinds of token that can be part of a number in words, or of a unit."""
_MONTHS = tuple(str(month) for month in range(1, 13)) + tuple(f"0{month}" for month in range(1, 10))


@lru_cache(maxsize=50_000)
def quantities(text: str, locale: str) -> tuple[Quantity, ...]:
    """The numbers of a spoken text, in their order.

    >>> [(str(each.value), each.unit) for each in quantities("Binnen vijf werkdagen: 1.000,50 euro.", "nl")]
    [('5', 'working-day'), ('2001/2', 'EUR')]
    """
    known = lexicon(locale)
    return tuple(_Scan(text, known).run()) if known else tuple(_digits_only(text))


def _digits_only(text: str) -> Iterator[Quantity]:
    """The numbers in digits, for a language that nothing is known of: with either decimal mark."""
    for index, token in enumerate(tokens(text)):
        if token.kind == "number":
            readings = digit_readings(token, ".", ",") | digit_readings(token, ",", ".")
            yield Quantity(readings, said=text[token.start : token.end], at=index, end=index + 1)


class _Scan:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, known: Lexicon) -> None:
        self.text = text
        self.known = known
        self.tokens = words_of(text, known.language)
        self.words = [token.word for token in self.tokens]

    def run(self) -> list[Quantity]:
        found: list[Quantity] = []
        at = 0
        begins = self.known.quantities.begins
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind in _WORDS and not begins(token.word):
                at += 1
                continue
            quantity, at = self._at(at)
            if quantity:
                found.append(quantity)
        return self._ranges(found)

    def _at(self, at: int) -> tuple[Quantity | None, int]:
        token = self.tokens[at]
        if token.kind == "slot":
            return self._with_unit(Quantity(frozenset(), slot=token.word.strip("{}")), at, at + 1)
        if token.kind in ("date", "phone", "version", "time", "ratio", "number") or token.word in "½¼¾":
            return self._in_digits(at)
        if token.kind in _WORDS:
            return self._in_words(at)
        return None, at + 1

    def _in_digits(self, at: int) -> tuple[Quantity | None, int]:
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after and after.glued and after.kind in ("word", "code"):
            if after.word in self.known.ordinal_endings:
                value = digit_readings(token, self.known.decimal, self.known.thousands)
                return self._made(Quantity(value, strong=False), at, at + 2)
            if not self._unit(at + 1)[0] and not self._daypart(at + 1) and after.word not in ("m", "k", "x"):
                value = digit_readings(token, self.known.decimal, self.known.thousands)
                return self._made(Quantity(value, strong=False), at, at + 2)
        if after and after.glued and "".join(self.words[at + 1 : at + 3]) in self.known.ordinal_endings:
            value = digit_readings(token, self.known.decimal, self.known.thousands)
            return self._made(Quantity(value, strong=False), at, at + 3)
        if token.kind == "number":
            dated = self._date(at)
            if dated:
                return dated
        readings = digit_readings(token, self.known.decimal, self.known.thousands)
        end = at + 1
        if token.kind == "number" and end < len(self.tokens):
            length, tags = self.known.quantities.match(self.words, end)
            if "multipliers" in tags:
                readings = frozenset(
                    ("n", value * tags["multipliers"]) for _, value in readings if isinstance(value, Fraction)
                )
                end += length
        return self._timed(Quantity(readings), at, end)

    def _date(self, at: int) -> tuple[Quantity, int] | None:
        """A day with the name of its month, and its year: `1 May 2026`, `May 1, 2026`, `ngày 1 tháng 5 năm 2026`."""
        known, words = self.known, self.words
        number = int(words[at]) if words[at].isdecimal() else 0
        if not 1 <= number <= 31:
            return None
        end = at + 1
        while end < len(words) and words[end] in ("of", "de", "d'", "del", "st", "nd", "rd", "th", "."):
            end += 1
        month = 0
        if end < len(words):
            length, tags = known.quantities.match(words, end)
            if "month" in tags and self._is_month(end, length):
                month, end = tags["month"], end + length
            elif words[end] == known.month_word and words[end + 1 : end + 2] and words[end + 1] in _MONTHS:
                month, end = int(words[end + 1]), end + 2
        if not month and at and known.quantities.match(words, at - 1)[1].get("month"):
            month, end = known.quantities.match(words, at - 1)[1]["month"], at + 1
        if not month:
            return None
        year = 0
        follow = end
        while follow < len(words) and words[follow] in (",", "de", "del", known.year_word or "de", "of"):
            follow += 1
        if follow < len(words) and re.fullmatch(r"\d{4}", words[follow]):
            year, end = int(words[follow]), follow + 1
        return self._made(Quantity(frozenset({("date", (year, month, number))})), at, end)

    def _in_words(self, at: int) -> tuple[Quantity | None, int]:
        length, tags = self.known.quantities.match(self.words, at)
        if not length or "neutral" in tags:
            return None, at + max(length, 1)
        if "month" in tags and self._is_month(at, length):
            follows = at + length < len(self.tokens) and self.words[at + length].isdecimal()
            if follows and self._date(at + length):
                return None, at + length
            return self._made(Quantity(frozenset({("month", tags["month"])})), at, at + length)
        if "weekday" in tags:
            return self._weekday(tags["weekday"], at, length)
        if "clock-noon" in tags or "clock-midnight" in tags:
            minutes = {720} if "clock-noon" in tags else {0, 1440}
            readings = frozenset({("time", each) for each in minutes})
            return self._made(Quantity(readings, strong=False), at, at + length)
        if "fixed" in tags:
            value, unit = tags["fixed"]
            firm = unit == "minute" or value == 18
            return self._made(Quantity(frozenset({("n", value)}), unit, strong=firm), at, at + length)
        if any(kind in tags for kind in STARTS):
            return self._number(at)
        if "unit" in tags:
            one = Quantity(frozenset({("n", Fraction(1))}), tags["unit"], strong=False, bare=True)
            return self._made(one, at, at + length)
        return None, at + length

    def _weekday(self, day: int, at: int, length: int) -> tuple[Quantity, int]:
        """A day of the week, which Vietnamese counts: “thứ hai” is Monday and the second."""
        readings: set[Reading] = {("weekday", day)}
        counted = self.words[at] in self.known.ordinal_before
        if counted:
            readings.add(("n", Fraction(day + 1)))
        return self._made(Quantity(frozenset(readings), strong=not counted), at, at + length)

    def _is_month(self, at: int, length: int) -> bool:
        """Whether “may” and the like are meant as a month: beside a number."""
        if self.words[at] not in self.known.months_in_dates:
            return True
        beside = [*self.words[max(at - 1, 0) : at], *self.words[at + length : at + length + 1]]
        if any(word.isdecimal() for word in beside):
            return not self.known.months_after or self.text[self.tokens[at].start].isupper()
        return self.text[self.tokens[at].start].isupper() and at > 0 and self.words[at - 1] in self.known.months_after

    def _number(self, at: int) -> tuple[Quantity, int]:
        tags = self.known.quantities.match(self.words, at)[1]
        spelled = spell(self.words, at, self.known)
        readings: set[Reading] = {("n", spelled.value)}
        end = spelled.end
        if at and self.words[at - 1] in self.known.ordinal_before:
            return self._made(Quantity(frozenset(readings), strong=False), at, end)
        quantity, after = self._timed(Quantity(frozenset(readings), strong=spelled.strong), at, end)
        if spelled.single and (self.tokens[at].kind == "part" or self._shouted(at)):
            quantity = quantity._replace(strong=quantity.strong and bool(quantity.unit))
        if spelled.single and "ambiguous" in tags:
            quantity = quantity._replace(strong=bool(quantity.unit))
            if not quantity.unit and "unit" in tags:
                quantity = quantity._replace(readings=quantity.readings | {("n", Fraction(1))})
        return quantity, after

    def _shouted(self, at: int) -> bool:
        """Whether a word is in capitals among others that are not: an abbreviation or a name."""
        said = self.text[self.tokens[at].start : self.tokens[at].end]
        return len(said) > 1 and said.isupper() and not self.text.isupper()

    def _timed(self, quantity: Quantity, at: int, end: int) -> tuple[Quantity, int]:
        """The quantity with its unit, and as a time of day where it can be one."""
        made, after = self._with_unit(quantity, at, end)
        hours = [(kind, value) for kind, value in made.readings if kind == "n" and isinstance(value, Fraction)]
        value = hours[0][1] if len(hours) == 1 else None
        clock_after = made.unit == "hour" or (end < len(self.words) and self._clock("after", end))
        clock_before = self._told(at)
        part = self._daypart(end) or self._daypart(after)
        times = {value for kind, value in made.readings if kind == "time" and isinstance(value, int)}
        on_the_clock = bool(clock_after or clock_before or part)
        if on_the_clock and isinstance(value, Fraction) and value.denominator == 1 and 0 <= value <= 24:
            times.add(int(value) * 60)
            after += bool(clock_after and not made.unit)
        if not times:
            return made, after
        minutes_after = self._minutes(made, at, after)
        if minutes_after is not None:
            times = {each + minutes_after for each in times}
            after += 1 + (after + 1 < len(self.words) and self._unit(after + 1)[0] == "minute")
            made = made._replace(readings=frozenset(), unit="", end=after, said=self._said(at, after))
            part = part or self._daypart(after)
        either = self.tokens[at].kind != "time" or self.known.language == "en"
        return made._replace(readings=of_day(made.readings, times, part, either and not made.slot)), after

    def _minutes(self, hours: Quantity, at: int, after: int) -> int | None:
        """The minutes that follow an hour of the day: “17 giờ 30”, “lúc 17 giờ 30 phút”."""
        if hours.unit != "hour" or after >= len(self.words) or not self.words[after].isdecimal():
            return None
        lasting = self._unit(after + 1)[0] and not self._told(at)
        return int(self.words[after]) if len(self.words[after]) < 3 and not lasting else None

    def _told(self, at: int) -> bool:
        """Whether a word that tells the time of day stands before: “klockan 17”, “kl. 17”."""
        before = at - 2 if at > 1 and self.words[at - 1] == "." else at - 1
        return before >= 0 and self._clock("before", before)

    def _said(self, at: int, end: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[end - 1].end]

    def _clock(self, kind: str, at: int) -> bool:
        return f"clock-{kind}" in self.known.quantities.match(self.words, at)[1]

    def _daypart(self, at: int) -> str:
        """`am` or `pm` where a part of the day is named here or within the next two words."""
        for place in range(at, min(at + 2, len(self.words))):
            tags = self.known.quantities.match(self.words, place)[1]
            for part in ("am", "pm"):
                if f"clock-{part}" in tags:
                    return part
            if self.tokens[place].kind == "mark" and self.words[place] != "'":
                break
        return ""

    def _with_unit(self, quantity: Quantity, at: int, end: int) -> tuple[Quantity, int]:
        """The quantity with the unit that follows, or the currency that goes before."""
        after = end
        while after < min(end + 3, len(self.words)):
            unit, length = self._unit(after)
            if unit:
                return self._made(quantity, at, after + length, unit)
            if self.words[after] not in self.known.fillers:
                break
            after += 1
        before = self.words[at - 1] if at else ""
        unit = _SYMBOLS.get(before, "") or _CODES.get(before, "") if before != "%" else ""
        return self._made(quantity, at, end, unit)

    def _unit(self, at: int) -> tuple[str, int]:
        if at >= len(self.words):
            return "", 0
        word = self.words[at]
        if word in _SYMBOLS:
            formats = (
                word == "%" and at + 1 < len(self.tokens) and self.tokens[at + 1].glued and self.words[at + 1].isalpha()
            )
            return ("", 0) if formats else (_SYMBOLS[word], 1)
        length, tags = self.known.quantities.match(self.words, at)
        if "unit" in tags:
            return str(tags["unit"]), length
        return (_CODES[word], 1) if word in _CODES else ("", 0)

    def _made(self, quantity: Quantity, at: int, end: int, unit: str | None = None) -> tuple[Quantity, int]:
        """The quantity with its place, and with its unit where that is given."""
        readings, own, strong, slot, *_, bare = quantity
        return Quantity(readings, own if unit is None else unit, strong, slot, self._said(at, end), at, end, bare), end

    def _ranges(self, found: list[Quantity]) -> list[Quantity]:
        """Of “two to three days” and “2–3 days”, both ends get the unit."""
        for index in range(len(found) - 2, -1, -1):
            one, other = found[index], found[index + 1]
            between = self.words[one.end : other.at]
            if not one.unit and other.unit and len(between) <= 1 and set(between) <= self.known.ranges:
                found[index] = one._replace(unit=other.unit)
        return found
