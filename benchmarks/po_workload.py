"""A charter's worth of messages, its translation, and the same charter a year later: 20 % edited, 5 % moved, 5 % new.

Made from a seed, so that every run and every program gets the same bytes. The words are invented but come as often
as words do (Zipf), the messages are as long as those of a charter: paragraphs, list items, headings.
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

from polycharter.catalogue.header import new_header
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry

EDITED, MOVED, NEW = 0.20, 0.05, 0.05
SMALL_WORDS = """the of to and a in is for you we your our with on at by it from that this will be or are as not
    have within days may if an any all can when no more us they their every who after before also
    working""".split()  # noqa: SIM905 - words are read more easily so
ONSETS = """b bl br c ch cl cr d dr f fl fr g gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w y""".split()  # noqa: SIM905 - words are read more easily so
NUCLEI = """a ai e ea ee i ie o oa oo ou u""".split()  # noqa: SIM905 - words are read more easily so
CODAS = """b ck d ft g l ld ll m mp n nd ng nt p r rd rk rm rn rt s sh sk ss st t th x""".split()  # noqa: SIM905 - words are read more easily so
KINDS = (("Paragraph", 0.57, 10, 40), ("List item", 0.22, 6, 18), ("List item", 0.12, 3, 6), ("Heading", 0.09, 1, 5))
"""Kind, share, and how many words. Shares decide what can be found: headings are never guessed, and a charter with
more headings or more items of one or two words than here has a lower share found."""


class Said(NamedTuple):
    """A message: its number, which is its identity whatever happens to its text, its kind and section, its words."""

    number: int
    kind: str
    section: str
    text: str


class Workload(NamedTuple):
    """The catalogue and the template as files; by new text the number of its message, and which were edited.

    A translation begins with the number of the message it was made for.
    """

    catalogue: bytes
    template: bytes
    numbers: dict[str, int]
    edited: frozenset[int]
    new: frozenset[int]


class _Writer:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        words = dict.fromkeys(SMALL_WORDS)
        while len(words) < 3000:
            syllables = self.chance.choices((1, 2, 3), (3, 5, 2))[0]
            words["".join(self._syllable() for _ in range(syllables))] = None
        self.words = list(words)
        total = 0.0
        self.cumulative = [total := total + 1 / (rank + 8) for rank in range(len(self.words))]
        self.phrases = [self.words_of(self.chance.randint(3, 6)) for _ in range(400)]

    def _syllable(self) -> str:
        pick = self.chance.choice
        return pick(ONSETS) + pick(NUCLEI) + (pick(CODAS) if self.chance.random() < 0.6 else "")

    def words_of(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.cumulative, k=count)

    def some(self, count: int) -> list[str]:
        """Words, a third of them in phrases that the charter uses again and again ("within five working days")."""
        found: list[str] = []
        while len(found) < count:
            again = count - len(found) > 5 and self.chance.random() < 0.12
            found += self.chance.choice(self.phrases) if again else self.words_of(1)
        return found[:count]

    def text(self, shortest: int, longest: int, kind: str) -> str:
        words = self.some(self.chance.randint(shortest, longest))
        if kind == "Paragraph":
            for index in range(9, len(words) - 4, self.chance.randint(8, 14)):
                words[index] += self.chance.choice((".", ",", ";"))
        text = " ".join(words)
        return text[:1].upper() + text[1:] + ("" if kind == "Heading" else ".")

    def edit(self, text: str) -> str:
        words = text.split(" ")
        at = self.chance.randrange(len(words))
        kind = self.chance.choices(("replace", "insert", "delete", "clause", "several", "turn"), (6, 4, 2, 3, 3, 2))[0]
        if kind == "delete" and len(words) > 3:
            del words[at]
        elif kind == "clause" and len(words) > 5:
            words[-1:] = [words[-1].rstrip(".") + ",", *self.some(self.chance.randint(3, 8))]
        elif kind == "several" and len(words) > 5:
            for _ in range(max(2, len(words) // 6)):
                words[self.chance.randrange(len(words))] = self.some(1)[0]
        elif kind == "turn" and len(words) > 5:
            words = words[at:] + words[:at]
        elif kind == "insert":
            words[at:at] = self.some(1)
        else:
            words[at] = self.some(1)[0]
        return " ".join(words)


def make(count: int, seed: int = 3) -> Workload:
    """A workload of `count` messages."""
    writer = _Writer(seed)
    chance = writer.chance
    seen: set[str] = set()

    def said(number: int, section: str) -> Said:
        while True:
            kind, _, shortest, longest = chance.choices(KINDS, [share for _, share, _, _ in KINDS])[0]
            text = writer.text(shortest, longest, kind)
            if text not in seen:
                seen.add(text)
                return Said(number, kind, section, text)

    sections = [writer.text(2, 4, "Heading") for _ in range(count // 40 + 1)]
    before = [said(number, sections[number // 40]) for number in range(count)]
    edited = frozenset(chance.sample(range(count), round(count * EDITED)))
    after = []
    for message in before:
        if message.number in edited:
            text = message.text
            while text in seen:
                text = writer.edit(text)
            seen.add(text)
            message = message._replace(text=text)
        after.append(message)
    for _ in range(round(count * MOVED)):
        message = after.pop(chance.randrange(len(after)))
        after.insert(chance.randrange(len(after)), message)
    fresh = range(count, count + round(count * NEW))
    for number in fresh:
        at = chance.randrange(len(after))
        after.insert(at, said(number, after[at].section))
    return Workload(
        write_po(Catalogue(_entries(before, translated=True), _header("nl"))),
        write_po(Catalogue(_entries(after, translated=False), _header(""))),
        {message.text: message.number for message in after},
        edited,
        frozenset(fresh),
    )


def _header(language: str) -> Entry:
    return new_header(
        project="Charter 1.0",
        report_to="",
        pot_created="2026-11-21 10:00+0000",
        revised="2026-11-21 10:00+0000",
        translator="Editor <one@example.org>",
        team="Dutch <nl@example.org>",
        language=language,
        plural_forms="nplurals=2; plural=(n != 1);" if language else "",
    )


def _entries(messages: Sequence[Said], *, translated: bool) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            message.text,
            (f"{message.number} {message.text.translate(_FOREIGN)}" if translated else "",),
            extracted_comments=(f"{message.kind} in “{message.section}” (public, staff)",),
            references=(f"charter/{message.number // 40:02}.md",),
        )
        for message in messages
    )


_FOREIGN = str.maketrans("aeiouw", "éioüaf")


class Score(NamedTuple):
    """How a merge did: share of the edited messages that found their old translation, and the wrong pairs."""

    found: float
    wrong: int


def score(workload: Workload, merged: Sequence[tuple[str, str]]) -> Score:
    """The score of a result, given as pairs of text and translation of the entries in use."""
    pairs = [(workload.numbers[text], int(target.split(" ")[0])) for text, target in merged if target and text]
    found = sum(new == old and new in workload.edited for new, old in pairs)
    return Score(found / len(workload.edited), sum(new != old for new, old in pairs))
