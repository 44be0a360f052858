"""What a reader gets of one finished file, whatever its format; and what somebody else told of it, to compare.

Nothing here knows how polycharter writes a file. A `Reading` is made by the format's own reader from the bytes alone;
a `Told` is made from the JSON of the same edition (`tests.readback.told`), which is held against the charter's sources
by itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Headings = tuple[tuple[int, str], ...]
"""Level and words, in the order of reading; the chapters have level 1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read back. `lines` are its texts without the furniture of the page: its head, contents, foot.

    `links` are the targets of the links among these texts, `bookmarks` what a viewer shows beside the page,
    `language` the tag that the file says it is in (empty where its format can't say it).
    """

    title: str
    headings: Headings
    lines: tuple[str, ...]
    links: tuple[str, ...]
    bookmarks: Headings | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One text that the charter holds: where, which words, and the names of the values in it.

    `needed` is whether a format may leave it out (a caption that repeats its heading), `ordered` whether it may not
    stand elsewhere within its record, `times` how often it is said.
    """

    where: str
    text: str
    values: tuple[str, ...] = ()
    needed: bool = True
    ordered: bool = True
    times: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What a file has to hold. `furniture` are the words of templates, which may stand anywhere.

    `bookmarks` are the headings of the charter's prose alone, without those of records and stories.
    """

    locale: str
    title: str
    headings: Headings
    items: tuple[Item, ...]
    links: tuple[str, ...]
    bookmarks: Headings = ()
    furniture: frozenset[str] = frozenset()


def key(text: str) -> str:
    r"""The characters of a text without those that nobody sees: spaces, soft hyphens, direction marks.

    >>> key("re\u00adads \u2066020 555\u2069")
    'reads020555'
    """
    shown = unicodedata.normalize("NFC", text)
    return "".join(one for one in shown if not one.isspace() and unicodedata.category(one) not in ("Cf", "Cc"))


def differences(reading: Reading, told: Told) -> list[str]:
    """What the file lacks, has too much or elsewhere: a line each, beginning with the item it is about."""
    return [
        *_unequal("title", reading.title, told.title),
        *(_unequal("language", reading.language, told.locale) if reading.language else ()),
        *_headings("heading", reading.headings, told.headings),
        *(_headings("bookmark", reading.bookmarks, told.bookmarks) if reading.bookmarks is not None else ()),
        *_texts(reading.lines, told),
        *_links(reading.links, told.links),
    ]


def _unequal(about: str, found: str, wanted: str) -> Iterator[str]:
    if key(found) != key(wanted):
        yield f"{about}: is {found!r}, not {wanted!r}"


def _headings(about: str, found: Headings, wanted: Headings) -> Iterator[str]:
    """Every heading that is missing, too much or of another level; then the first that stands elsewhere."""
    have, want = ([(level, key(text)) for level, text in side] for side in (found, wanted))
    words = {key(text): text for _, text in (*found, *wanted)}
    lacks, more = Counter(want) - Counter(have), Counter(have) - Counter(want)
    for level, text in lacks:
        others = [other for other, said in more if said == text]
        instead = f"has level {others[0]}" if others else "is not there"
        yield f"{about} {words[text]!r}: {instead}, it is of level {level}"
    for level, text in more:
        if not any(said == text for _, said in lacks):
            yield f"{about} {words[text]!r} of level {level}: is not in the charter"
    if not lacks and not more and have != want:
        at = next(at for at, pair in enumerate(zip(have, want, strict=True)) if pair[0] != pair[1])
        yield f"{about} {found[at][1]!r}: stands where {wanted[at][1]!r} is in the charter"


def _texts(lines: Sequence[str], told: Told) -> Iterator[str]:
    """Every text that is missing, those that are nobody's, and the first that stands elsewhere.

    The longest texts are taken out first, so that a short one is not found within a longer.
    """
    left = "\n".join(map(key, lines))
    places: dict[int, int] = {}
    spread = [item for item in told.items for _ in range(item.times)]
    for number in sorted(range(len(spread)), key=lambda number: -len(key(spread[number].text))):
        words = key(spread[number].text)
        at = left.find(words)
        if at >= 0:
            left = left[:at] + "\0" * len(words) + left[at + len(words) :]
            places[number] = at
        elif spread[number].needed and words:
            yield f"{_named(spread[number])}: {spread[number].text!r} is not there"
    yield from (f"{rest!r}: is not in the charter" for rest in _nobodys(left, told.furniture))
    last = Item("", "")
    reached = -1
    for number in sorted(places):
        item = spread[number]
        if item.ordered and item.needed and len(key(item.text)) > 20:
            if places[number] < reached:
                yield f"{item.where}: {item.text!r} stands before {last.where}"
                return
            reached, last = places[number], item


def _named(item: Item) -> str:
    return f"{item.where} (with {', '.join(item.values)})" if item.values else item.where


def _nobodys(left: str, furniture: Iterable[str]) -> Iterator[str]:
    for words in sorted(map(key, furniture), key=len, reverse=True):
        left = left.replace(words, "\0") if len(words) > 2 else left
    for rest in re.split("[\0\n]+", left):
        if any(one.isalnum() for one in rest):
            yield rest


def _links(found: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    lacks, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    yield from (f"link {href}: is not there {times} times more" for href, times in lacks.items())
    yield from (f"link {href}: is not in the charter" for href in more)
