"""A hit on one text of a translation, with the place in it."""

from polycharter.checks._promises import Pair
from polycharter.checks._sides import Side
from polycharter.model.finding import Hit
from polycharter.model.review import Review
from polycharter.text.lexicon import words_of
from polycharter.text.quantity import Quantity
from polycharter.text.written import written


def hit(review: Review, side: Side, what: str, todo: str, said: str = "", read: str = "", start: int = 0) -> Hit:
    """A hit on the text of `side`; `said` is what is wrong there, as it is read, empty where there is no place.

    `read` and `start` tell which one is meant where it is read several times (see `written`).
    """
    quote, at = written(side.target, said, read, start)
    return Hit(review.place(side.entry), f"{what}{side.form}", todo, (side.entry.key,), quote, at, side.index)


def hit_at(review: Review, pair: Pair, what: str, todo: str, quantity: Quantity | None) -> Hit:
    """A hit on a translation of which a quantity is wrong; None where there is no place."""
    if quantity is None:
        return hit(review, pair.side, what, todo)
    start = words_of(pair.target, review.locale)[quantity.at].start
    return hit(review, pair.side, what, todo, quantity.said, pair.target, start)
