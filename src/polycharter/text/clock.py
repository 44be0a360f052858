"""Times of day: which numbers are meant as hours of the clock, with their minutes and the part of the day."""

from fractions import Fraction

from polycharter.text.heard import Heard
from polycharter.text.number_words import STARTS, spell
from polycharter.text.quantity import Quantity, Reading
from polycharter.text.units import unit_at, with_unit

_NOON, _DAY = 720, 1440
"""Minutes since midnight."""
_UNITS = ("", "hour")
"""The units of a number that can be a time of day."""
_MINUTES_IN_WORDS = (15, 30, 45)


def named_time(heard: Heard, at: int) -> tuple[Quantity, int] | None:
    """Noon or midnight; None where neither stands at a place."""
    length, tags = heard.match(at)
    if "clock-noon" not in tags and "clock-midnight" not in tags:
        return None
    minutes = {_NOON} if "clock-noon" in tags else {0, _DAY}
    return heard.made(Quantity(_times(minutes), strong=False), at, at + length)


def told_time(heard: Heard, at: int, length: int, minutes: int) -> tuple[Quantity, int] | None:
    """The hour behind a phrase that adds minutes to it: “half past seven”, “half acht”; None where there is none."""
    if length == 1 and heard.match(at - 1)[1].get("weak") == 1:
        return None  # “en halv”, “a half”
    hour, end = _hour(heard, at + length)
    if not end:
        return None
    end += _clock_after(heard, end)
    part, after, _ = daypart(heard, end, sure=True)
    if unit_at(heard, end)[0] and not part:
        return None
    said = {(hour * 60 + minutes) % _DAY}
    either = hour <= 12 and not _named_hour(heard, at + length)[1]
    return heard.made(Quantity(_of_day(said, part, either)), at, after if part else end)


def timed(heard: Heard, quantity: Quantity, at: int, end: int, *, hour: bool = False) -> tuple[Quantity, int]:
    """The quantity with its unit, and as a time of day where it can be one (where it is an `hour`); its end."""
    made, after = with_unit(heard, quantity, at, end)
    if made.unit not in _UNITS or (len(heard.words[at]) > len("24") and heard.words[at].isdecimal()):
        plain = frozenset(each for each in made.readings if each[0] != "time")
        return made._replace(readings=plain), after
    value = made.value
    if not (made.strong or hour or value != 1 or made.unit) and not _has_company(heard, at, after):
        return made, after  # an article: “a meeting in the evening”
    told = {value for kind, value in made.readings if kind == "time" and isinstance(value, int)}
    plain = frozenset(each for each in made.readings if each[0] != "time")
    if not told and (value is None or not 0 <= value <= 24 or value * 2 % 1 or _is_decimal(heard, at)):
        return made, after
    clock = _clock_after(heard, end)
    after = max(after, end + clock)
    sure = bool(hour or clock or _told(heard, at, "clock-before") or heard.tokens[at].kind == "time")
    minutes, further = _minutes(heard, made, at, after, sure)
    part, last, by_part = daypart(heard, further, sure=sure or bool(value and value % 1))
    if not (told or sure or part or minutes):
        if value is not None and _told(heard, at, "clock-may"):
            times = _of_day({int(value * 60)}, "", either=True)
            return made._replace(readings=plain | (times if value % 1 else _perhaps(times))), after
        return _maybe(heard, made, at), after
    hours = told or {int((value or 0) * 60)}
    either = heard.known.calendar.twelve or not _has_minutes(heard, at)
    times = _of_day({_within(each + minutes) for each in hours}, part, either)
    if minutes or (told and sure) or (part and (sure or by_part)):
        return heard.made(made._replace(readings=times), at, last if part else further, "")
    return heard.made(made._replace(readings=plain | times), at, last if part else further, made.unit)


def daypart(heard: Heard, at: int, *, sure: bool) -> tuple[str, int, bool]:
    """The part of the day that is named at a place or one word further, where it ends, whether it makes an hour.

    A vague one (“sáng”: three mornings, eight in the morning) needs an hour before it that is `sure`.
    """
    for place in range(at, min(at + 2, len(heard.words))):
        length, tags = heard.match(place)
        if "clock-part" in tags:
            part, strength = tags["clock-part"]
            return (part, place + length, strength == "sure") if sure or strength != "vague" else ("", at, False)
        if heard.tokens[place].kind in ("mark", "number", "time"):
            break
    return "", at, False


def shared_times(heard: Heard, one: Quantity, other: Quantity, before: Quantity | None) -> tuple[Quantity, Quantity]:
    """The ends of a range, both as hours where one of them is: “8–17 uur”, “from 2 to 5 pm”.

    Behind a day of the week (`before`) both are hours: “Monday: 8–17”.
    """
    daily = before is not None and one.at - before.end < 3 and any(kind == "weekday" for kind, _ in before.readings)
    if daily or _is_time(other):
        one = _as_time(heard, one)
    if daily or _is_time(one):
        other = _as_time(heard, other)
    return one, other


def _is_time(quantity: Quantity) -> bool:
    return any(kind == "time" for kind, _ in quantity.readings)


def _as_time(heard: Heard, quantity: Quantity) -> Quantity:
    value = quantity.value
    if _is_time(quantity) or value is None or value % 1 or not 0 <= value <= 24 or quantity.unit not in ("", "hour"):
        return quantity
    if not quantity.strong:
        return quantity
    return quantity._replace(readings=quantity.readings | _of_day({int(value) * 60}, "", _either(heard, quantity.at)))


def _maybe(heard: Heard, quantity: Quantity, at: int) -> Quantity:
    """A bare number with the hour that it would be, beside a time of day on the other side: “from nine to five”."""
    value = quantity.value
    if quantity.unit or not quantity.strong or value is None or value % 1:
        return quantity
    return quantity._replace(readings=quantity.readings | _perhaps(_of_day({int(value) * 60}, "", _either(heard, at))))


def _perhaps(times: frozenset[Reading]) -> frozenset[Reading]:
    return frozenset(("perhaps", minutes) for _, minutes in times)


def _either(heard: Heard, at: int) -> bool:
    """Whether a bare hour may be twelve hours later: in figures only where the language counts to twelve."""
    return heard.known.calendar.twelve or not heard.words[at].isdecimal()


def _has_company(heard: Heard, at: int, end: int) -> bool:
    """Whether a word that goes with hours stands right before or behind: “klockan ett”, “one pm”."""
    around = heard.match(end)[1].keys() | heard.match(at - 1)[1].keys()
    return bool(around & {"clock-part", "clock-before", "clock-may", "clock-after"})


def _hour(heard: Heard, at: int) -> tuple[int, int]:
    """The hour in digits or words at a place, and where it ends; `(0, 0)` where there is none."""
    number, end = _whole(heard, at, 24)
    return (number, end) if end else _named_hour(heard, at)


def _named_hour(heard: Heard, at: int) -> tuple[int, int]:
    """Noon or midnight as an hour, and where it ends; `(0, 0)` where it is neither."""
    length, tags = heard.match(at)
    return (12, at + length) if "clock-noon" in tags else (0, at + length if "clock-midnight" in tags else 0)


def _clock_after(heard: Heard, at: int) -> int:
    """How many words at a place say that an hour stands before: “uur”, “o'clock”."""
    length, tags = heard.match(at)
    return length if "clock-after" in tags else 0


def _told(heard: Heard, at: int, kind: str) -> bool:
    """Whether a word that tells the time of day stands before: “klockan 17”, “kl. 17”."""
    return kind in heard.match(at - 2 if at > 1 and heard.words[at - 1] == "." else at - 1)[1]


def _minutes(heard: Heard, hours: Quantity, at: int, after: int, sure: bool) -> tuple[int, int]:
    """The minutes behind an hour, and where they end: “17 giờ 30”, “8 giờ kém 15”, “les cinc i mitja”."""
    if not sure and not _told(heard, at, "clock-may"):
        return 0, after
    length, tags = heard.match(after)
    if "clock-past" in tags:
        return int(tags["clock-past"]), after + length
    less = length if "clock-less" in tags else 0
    minutes, end = _whole(heard, after + less, 59)
    if not end or not (less or hours.unit == "hour"):
        return 0, after
    named = unit_at(heard, end)
    end += named[1] if named[0] == "minute" else 0
    if less:
        return -minutes, end
    if named[0] and not _told(heard, at, "clock-before"):
        return 0, after  # “2 giờ 30 phút” is as long as “17 giờ 30” is late
    if not heard.word(after).isdecimal() and not (minutes in _MINUTES_IN_WORDS and _closes(heard, end)):
        return 0, after
    return minutes, end


def _whole(heard: Heard, at: int, most: int) -> tuple[int, int]:
    """A whole number, 1 to `most` or 0 in digits, and where it ends; `(0, 0)` where there is none."""
    word = heard.word(at)
    if word.isdecimal():
        return (int(word), at + 1) if len(word) < 3 and int(word) <= most else (0, 0)
    if not any(kind in heard.match(at)[1] for kind in STARTS):
        return 0, 0
    spelled = spell(heard.words, at, heard.known)
    return (int(spelled.value), spelled.end) if spelled.value % 1 == 0 and 1 <= spelled.value <= most else (0, 0)


def _closes(heard: Heard, at: int) -> bool:
    """Whether nothing that is counted stands at a place."""
    return at >= len(heard.words) or heard.tokens[at].kind == "mark" or "clock-part" in heard.match(at)[1]


def _is_decimal(heard: Heard, at: int) -> bool:
    """Whether it is in digits with a fraction, which an hour never is."""
    return heard.tokens[at].kind == "number" and not heard.words[at].isdecimal()


def _has_minutes(heard: Heard, at: int) -> bool:
    """Whether a token of digits has its minutes: “8.00”, “8:00”, “8h30”; then it counts to 24."""
    return not heard.words[at].rstrip("hg").isdecimal() and heard.tokens[at].kind in ("number", "time")


def _within(minutes: int) -> int:
    return minutes if 0 <= minutes <= _DAY else minutes % _DAY


def _times(minutes: set[int]) -> frozenset[Reading]:
    return frozenset(("time", each) for each in minutes)


def _of_day(times: set[int], part: str, either: bool) -> frozenset[Reading]:
    """The times of day that are meant by `times`, which count to twelve or 24.

    Without a part of the day, `either` says that they may be twelve hours later as well.
    """
    if part:
        times = {_in_part(minutes, part) for minutes in times}
    elif either:
        times = times | {minutes + _NOON for minutes in times if minutes <= _NOON}
    if times & {0, _DAY}:
        times = times | {0, _DAY}
    return _times(times)


def _in_part(minutes: int, part: str) -> int:
    """The time in a part of the day: 1 at night is 1, 10 at night 22, 12 at night 0."""
    match part:
        case "am":
            return minutes % _NOON if minutes >= _NOON and minutes < _NOON + 60 else minutes
        case "night":
            if _NOON <= minutes < _NOON + 60:
                return minutes - _NOON
            return minutes + _NOON if 360 <= minutes < _NOON else minutes
        case "midday":
            return minutes + _NOON if minutes < 300 else minutes
        case _:
            return minutes + _NOON if minutes < _NOON else minutes


def hour_word(heard: Heard, at: int, length: int, hour: int) -> tuple[Quantity, int]:
    """A word that is an hour: “tiotiden”, “la una”."""
    one = Quantity(frozenset({("n", Fraction(hour))}), strong=False)
    return timed(heard, one, at, at + length, hour=True)
