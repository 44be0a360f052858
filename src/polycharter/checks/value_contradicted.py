"""A text gives another limit, target or remedy than the data of the commitment that it speaks of.

Fires:   “We answer letters within 3 working days.”, and the commitment `letters` is kept within 5 working days
Passes:  “We answer letters within {reply_letters}.”; “A letter takes 3 working days.” where nothing counts working days

A text speaks of a commitment if it is its statement or remedy, or if one sentence has a word that few commitments have
and shares more words with this one than with any other; a sum beside a word of a remedy (“a voucher of …”) is measured
against the remedies. Compared are values of the same unit. What another fact holds is left to value-in-prose.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from polycharter.checks._amounts import Amount, Written, amount_of, written_in
from polycharter.checks._records import field, records
from polycharter.model.block import Record
from polycharter.model.charter import Charter
from polycharter.model.check import Check
from polycharter.model.content import Content, FactUse, Literal
from polycharter.model.facts import Share
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.message import Message
from polycharter.model.review import CharterReview
from polycharter.model.walk import messages, parts
from polycharter.text.lexicon import lexicon, words_of
from polycharter.text.placeholders import names
from polycharter.text.quantity import SPANS
from polycharter.text.quote import quote
from polycharter.text.sentences import sentences
from polycharter.text.tokens import spoken

CHECK = Check("value-contradicted", Severity.WARNING, Certainty.POSSIBLE, "data")

_LETTERS = 5
"""So many letters make two words the same: “answers” and “answered”; shorter words join sentences."""

_FEW = 2
"""A word that stands in so many statements at most says which commitment is meant."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """A commitment: its amounts, its own texts, the words of these, and those of the remedy alone."""

    id: str
    amounts: frozenset[Amount]
    texts: tuple[Message, ...]
    words: frozenset[str]
    remedy: frozenset[str]


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each value that is not the one of the commitment that its sentence is about."""
    charter = review.charter
    promises = [_promise(charter, record) for record in records(charter, "commitments")]
    common = Counter(word for promise in promises for word in promise.words)
    places = {message.place for record in records(charter, "commitments") for message in _messages(record)}
    for promise in promises:
        for message in promise.texts:
            for written in written_in(charter, spoken(message.text)):
                yield from _hits(promise, written, message)
    held = {amount_of(charter, fact.value) for fact in charter.facts.values()}
    for message in messages(charter):
        for sentence in sentences(message.text) if message.place not in places else ():
            doubtful = [written for written in written_in(charter, sentence) if written.amount not in held]
            words = _words(charter, sentence) if doubtful else frozenset()
            meant = _meant(promises, words, common) if doubtful else None
            for written in doubtful:
                about = meant or _remedied(promises, words, written.amount)
                if about is not None:
                    yield from _hits(about, written, message)


def _hits(promise: _Promise, written: Written, message: Message) -> Iterator[Hit]:
    same = {amount for amount in promise.amounts if amount.unit == written.amount.unit}
    if same and written.amount not in same and written.amount.unit != "date":
        what = f"{quote(written.said)} is said here, and the commitment {quote(promise.id)} has another value"
        yield Hit(message.place, what, "Write the {name} of the fact, or correct one of the two.")


def _promise(charter: Charter, record: Record[Content]) -> _Promise:
    remedy = field(record, "remedy")
    remedies = [part for part in parts(remedy.value) if isinstance(part, Message)] if remedy else []
    texts = [each for each in (record.title, *remedies) if isinstance(each, Message)]
    words, of_remedy = (_words(charter, " ".join(each.text for each in those)) for those in (texts, remedies))
    return _Promise(record.id, frozenset(_amounts(charter, record)), tuple(texts), words, of_remedy)


def _amounts(charter: Charter, record: Record[Content]) -> Iterator[Amount]:
    """Everything that the commitment's data and texts hold: limit, target, result, what its texts use."""
    used: set[str] = set()
    for content in (record.title, *(each.value for each in record.fields)):
        for part in parts(content):
            if isinstance(part, FactUse):
                used.add(part.name)
            elif isinstance(part, Message):
                used.update(names(part.text))
            elif isinstance(part, Literal) and isinstance(part.value, Share):
                yield Amount("percent", Fraction(part.value.percent))
    for name in used & set(charter.facts):
        amount = amount_of(charter, charter.facts[name].value)
        if amount:
            yield amount


def _messages(record: Record[Content]) -> Iterator[Message]:
    for content in (record.title, *(each.value for each in record.fields)):
        yield from (part for part in parts(content) if isinstance(part, Message))


def _words(charter: Charter, text: str) -> frozenset[str]:
    """The beginnings of the long words of a text; where words are written in syllables, each two that meet."""
    known = lexicon(charter.source)
    found = [token.word for token in words_of(spoken(text), charter.source) if token.kind == "word"]
    if known and known.syllables:
        return frozenset(" ".join(two) for two in pairwise(found))
    return frozenset(word[:_LETTERS] for word in found if len(word) >= _LETTERS)


def _meant(promises: Sequence[_Promise], words: frozenset[str], common: Counter[str]) -> _Promise | None:
    """The one commitment that shares the most words, at least one of them with few others; None where two do."""
    shared = {promise.id: words & promise.words for promise in promises}
    most = max((len(each) for each in shared.values()), default=0)
    best = [promise for promise in promises if len(shared[promise.id]) == most]
    if most >= 2 and len(best) == 1 and any(common[word] <= _FEW for word in shared[best[0].id]):
        return best[0]
    return None


def _remedied(promises: Sequence[_Promise], words: frozenset[str], amount: Amount) -> _Promise | None:
    """The first commitment whose remedy is of this unit and has a word in common; none for lengths of time."""
    units = ("percent", "date", *(family for family, _ in SPANS.values()))
    return next(
        (
            promise
            for promise in promises
            if amount.unit not in units
            and promise.remedy & words
            and any(each.unit == amount.unit for each in promise.amounts)
        ),
        None,
    )
