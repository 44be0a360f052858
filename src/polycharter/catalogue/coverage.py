"""How far a catalogue is: for a file as gettext counts, for an edition by the messages it holds."""

from collections.abc import Mapping

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.coverage import Coverage, Tally
from polycharter.model.edition import Edition
from polycharter.model.facts import Count
from polycharter.model.message import Key
from polycharter.model.outcome import FileCoverage
from polycharter.model.walk import fact_uses, messages
from polycharter.text.inline import words
from polycharter.text.placeholders import names

Needed = Mapping[Key, int]
"""The messages that something needs, with the number of words of each."""


def needed_by_edition(charter: Charter) -> Mapping[Edition, Needed]:
    """The messages that each edition holds: prose and records, and the units and terms of the facts that these use."""
    needed: dict[Edition, dict[Key, int]] = {edition: {} for edition in Edition}
    facts: dict[Edition, set[str]] = {edition: set() for edition in Edition}
    for message in messages(charter):
        for edition in message.editions:
            needed[edition].setdefault(message.key, words(message.text))
            facts[edition].update(names(message.text))
    for name, editions in fact_uses(charter):
        for edition in editions:
            facts[edition].add(name)
    for edition in Edition:
        for name in sorted(facts[edition]):
            value = charter.facts[name].value
            behind = charter.units[value.unit].message if isinstance(value, Count) else charter.terms.get(name)
            if behind is not None:
                needed[edition].setdefault(behind.key, words(behind.text))
    return needed


def cover(
    locale: str, edition: Edition, needed: Needed, catalogue: Catalogue, faulty: Mapping[Key, str], unready: int
) -> Coverage:
    """The coverage of one edition; `faulty` names the check that found an error in a message.

    An edition can be published when each of its messages is translated, not fuzzy and without an error, and no
    interface word is unready.
    """
    live = catalogue.live()
    translated = fuzzy = missing = Tally()
    for key, count in needed.items():
        entry = live.get(key)
        if entry is None or not all(entry.targets):
            missing = missing.plus(count)
        elif entry.fuzzy:
            fuzzy = fuzzy.plus(count)
        else:
            translated = translated.plus(count)
    wrong = sorted({check for key, check in faulty.items() if key in needed})
    errors = sum(key in faulty for key in needed)
    reasons = (
        _reason(missing.messages, "message untranslated", "messages untranslated"),
        _reason(fuzzy.messages, "message fuzzy", "messages fuzzy"),
        _reason(errors, f"message with an error ({', '.join(wrong)})", f"messages with errors ({', '.join(wrong)})"),
        _reason(unready, "interface word not ready", "interface words not ready"),
    )
    return Coverage(locale, edition, translated, fuzzy, missing, tuple(filter(None, reasons)))


def unready_words(charter: Charter, interface: Catalogue, faulty: Mapping[Key, str]) -> int:
    """How many interface words are untranslated, fuzzy or have an error."""
    live = interface.live()
    entries = ((word.key, live.get(word.key)) for word in charter.words.values())
    return sum(entry is None or not entry.translated or key in faulty for key, entry in entries)


def cover_source(locale: str, edition: Edition, needed: Needed) -> Coverage:
    """The coverage of the source language: everything is there by definition."""
    return Coverage(locale, edition, Tally(len(needed), sum(needed.values())), Tally(), Tally())


def cover_file(locale: str, domain: str, catalogue: Catalogue) -> FileCoverage:
    """The numbers that `msgfmt --statistics` gives for the file, and the words behind them."""
    translated = fuzzy = missing = Tally()
    for entry in catalogue.entries:
        if entry.obsolete:
            continue
        if _is_empty(entry):
            missing = missing.plus(words(entry.id))
        elif entry.fuzzy:
            fuzzy = fuzzy.plus(words(entry.id))
        else:
            translated = translated.plus(words(entry.id))
    return FileCoverage(locale, domain, catalogue.path, translated, fuzzy, missing)


def _is_empty(entry: Entry) -> bool:
    """Untranslated as gettext sees it: the first form is empty."""
    return not entry.targets or not entry.targets[0]


def _reason(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
