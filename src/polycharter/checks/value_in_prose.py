"""A text says a value itself that a fact holds already.

Fires:   “We answer within 5 working days.”, and the fact `reply_letters` is 5 working days
Passes:  “We answer within {reply_letters}.”; “We answer within 6 working days.” where no fact holds that

Two places for one value: the day the fact changes, the text still says the old one, in every language.
"""

import re
from collections.abc import Iterator

from polycharter.checks._amounts import Amount, amount_of, written_in
from polycharter.model.charter import Charter
from polycharter.model.check import Check
from polycharter.model.facts import Email, Phone
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.model.walk import messages
from polycharter.text.quote import listed, quote
from polycharter.text.tokens import spoken

CHECK = Check("value-in-prose", Severity.WARNING, Certainty.LIKELY, "data")

_PHONE = re.compile(r"\+[\d ().\u00a0-]{7,}\d")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each value that is written out where a placeholder could stand."""
    charter = review.charter
    amounts, addresses = _held(charter)
    for message in messages(charter):
        found = [
            (each.said, amounts[each.amount])
            for each in written_in(charter, spoken(message.text))
            if each.amount in amounts
        ]
        phones = ((match.group(), re.sub(r"\D", "", match.group())) for match in _PHONE.finditer(message.text))
        found += [(said, addresses[digits]) for said, digits in phones if digits in addresses]
        for address in addresses:
            if "@" in address and re.search(rf"(?<![\w.@-]){re.escape(address)}(?![\w@-]|\.\w)", message.text):
                found.append((address, addresses[address]))
        for said, names in found:
            held = listed(f"{{{name}}}" for name in names)
            what = f"{quote(said)} is what {held} {'holds' if len(names) == 1 else 'hold'}"
            yield Hit(message.place, what, f"Write {held if len(names) == 1 else 'the one that is meant'} instead.")


def _held(charter: Charter) -> tuple[dict[Amount, list[str]], dict[str, list[str]]]:
    """The names of the facts that hold each amount, and each address."""
    amounts: dict[Amount, list[str]] = {}
    addresses: dict[str, list[str]] = {}
    for name, fact in charter.facts.items():
        amount = amount_of(charter, fact.value)
        if amount:
            amounts.setdefault(amount, []).append(name)
        elif isinstance(fact.value, Email):
            addresses.setdefault(fact.value.address, []).append(name)
        elif isinstance(fact.value, Phone):
            addresses.setdefault(re.sub(r"\D", "", fact.value.number), []).append(name)
    return amounts, addresses
