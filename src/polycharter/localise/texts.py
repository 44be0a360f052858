"""Single texts: a message, an interface word or a value in the words of one locale."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from polycharter import cldr
from polycharter.localise.raw import raw
from polycharter.model.block import Json
from polycharter.model.charter import Charter
from polycharter.model.compiled import Compiled
from polycharter.model.content import Content, FactUse, Literal, Several, Word
from polycharter.model.facts import Count, Fact, Term
from polycharter.model.facts import Value as FactValue
from polycharter.model.inline import Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedText, State
from polycharter.model.message import Message
from polycharter.text.inline import links, parse_inline
from polycharter.text.placeholders import Slot, malformed, names, pieces


@dataclass(frozen=True, slots=True)
class Localiser:
    """What it takes to say anything in `locale`: the charter, its compiled catalogues, the facts as it has them."""

    charter: Charter
    locale: str
    prose: Compiled
    interface: Compiled
    facts: Mapping[str, Fact]

    @property
    def canonical(self) -> bool:
        """Whether this is the source language, which needs no translation."""
        return self.locale == self.charter.source

    def content(self, content: Content) -> LocalisedText:
        """Any content in this locale's words; the source's words, marked as such, where there are none."""
        match content:
            case Message():
                return self.message(content)
            case Word(key, arguments):
                speaker = self._speaker(self.charter.words[key])
                return self.word(key, {slot: speaker.content(argument) for slot, argument in arguments})
            case FactUse(name):
                return self._alone(self._value(name, self.facts[name].value, self.locale))
            case Literal(value):
                return self._alone(self._value("", value, self.locale))
            case Several(items):
                return self._joined([self.content(item) for item in items])

    def raw(self, content: Content) -> Json:
        """What stands behind a content before formatting; None for text."""
        match content:
            case FactUse(name):
                return raw(self.facts[name].value)
            case Literal(value):
                return raw(value)
            case Word(arguments=arguments, name=name):
                behind = {key: self.raw(argument) for key, argument in arguments}
                if not arguments or not any(behind.values()):
                    return name or None
                return {"is": name, **behind} if name else behind
            case Several(items):
                return [self.raw(item) for item in items]
            case _:
                return None

    def message(self, message: Message) -> LocalisedText:
        """A message of the prose with its facts filled in."""
        target, locale, state = self._target(message, self.prose)
        allowed = links(message.text)
        nodes = _only_links(parse_inline(target), allowed) if locale != self.charter.source else parse_inline(target)
        filled = _filled(nodes, lambda name: self._value(name, self.facts[name].value, locale))
        return LocalisedText(filled, locale, _worst(state, filled), message.key)

    def local(self, message: Message) -> LocalisedText:
        """A message of an addendum, which is written in this locale's language already."""
        filled = _filled(
            parse_inline(message.text), lambda name: self._value(name, self.facts[name].value, self.locale)
        )
        return LocalisedText(filled, self.locale, State.LOCAL, None)

    def word(self, key: str, arguments: Mapping[str, LocalisedText]) -> LocalisedText:
        """An interface word; plain text but for its arguments."""
        message = self.charter.words[key]
        target, locale, state = self._target(message, self.interface)
        nodes: list[Inline] = []
        for piece in pieces(target):
            if isinstance(piece, Slot):
                argument = arguments[piece.name]
                nodes += argument.nodes if argument.locale == locale else (Foreign(argument.locale, argument.nodes),)
            else:
                nodes.append(Text(piece))
        states = {state, *(argument.state for argument in arguments.values())}
        return LocalisedText(tuple(nodes), locale, State.FALLBACK if State.FALLBACK in states else state, message.key)

    def _speaker(self, word: Message) -> "Localiser":
        """Who says what stands inside an interface word: in the source's language where the word itself falls back."""
        _, locale, _ = self._target(word, self.interface)
        return self if locale == self.locale else replace(self, locale=locale)

    def _target(self, message: Message, compiled: Compiled) -> tuple[str, str, State]:
        """The text to show, its locale and state; a translation that lost or gained a placeholder is none."""
        if self.canonical:
            return message.text, self.locale, State.CANONICAL
        target = compiled.singular(message.key)
        if not target or malformed(target) or Counter(names(target)) != Counter(names(message.text)):
            return message.text, self.charter.source, State.FALLBACK
        return target, self.locale, State.TRANSLATED

    def _value(self, name: str, value: FactValue, locale: str) -> Inline:
        """A fact's value as a node; in the source's words, marked, where its unit or term has no translation."""
        if isinstance(value, Count):
            unit = self.charter.units[value.unit].message
            text, spoken = self._counted(unit, value.value, locale)
        elif isinstance(value, Term):
            text, spoken = self._term(self.charter.terms[name], locale)
        else:
            text, spoken = cldr.format_value(value, locale), locale
        node = Value(name, text, cldr.href(value))
        return node if spoken == locale else Foreign(spoken, (node,))

    def _counted(self, unit: Message, n: int, locale: str) -> tuple[str, str]:
        """`n` of a unit in the plural form for it, and the locale of the words."""
        source = self.charter.source
        number = cldr.format_number(n, locale)
        target = None if locale == source else self.prose.counted(unit.key, n)
        if target and not malformed(target) and set(names(target)) <= {"n"}:
            return _plain(target, number), locale
        return _plain(unit.text if n == 1 else unit.plural or unit.text, cldr.format_number(n, source)), source

    def _term(self, term: Message, locale: str) -> tuple[str, str]:
        target = None if locale == self.charter.source else self.prose.singular(term.key)
        return (target, locale) if target else (term.text, self.charter.source)

    def _alone(self, node: Inline) -> LocalisedText:
        state = State.CANONICAL if self.canonical else State.TRANSLATED
        return LocalisedText((node,), self.locale, _worst(state, (node,)))

    def _joined(self, items: Sequence[LocalisedText]) -> LocalisedText:
        """A list as CLDR joins it: the pattern is made with slots, then the slots are filled."""
        nodes: list[Inline] = []
        for piece in pieces(cldr.join_list([f"{{item{index}}}" for index in range(len(items))], self.locale)):
            if isinstance(piece, Slot):
                item = items[int(piece.name.removeprefix("item"))]
                nodes += item.nodes if item.locale == self.locale else (Foreign(item.locale, item.nodes),)
            else:
                nodes.append(Text(piece))
        state = State.CANONICAL if self.canonical else State.TRANSLATED
        return LocalisedText(tuple(nodes), self.locale, _worst(state, nodes))


def _plain(target: str, number: str) -> str:
    return "".join(number if isinstance(piece, Slot) else piece for piece in pieces(target))


def _filled(nodes: Sequence[Inline], value: Callable[[str], Inline]) -> tuple[Inline, ...]:
    """The tree with every placeholder replaced by its value."""
    filled: list[Inline] = []
    for node in nodes:
        match node:
            case Placeholder(name):
                filled.append(value(name))
            case Strong(children):
                filled.append(Strong(_filled(children, value)))
            case Emphasis(children):
                filled.append(Emphasis(_filled(children, value)))
            case Link(href, children):
                filled.append(Link(href, _filled(children, value)))
            case _:
                filled.append(node)
    return tuple(filled)


def _only_links(nodes: Sequence[Inline], allowed: Sequence[str]) -> tuple[Inline, ...]:
    """The tree without the links that the source does not have; their words stay."""
    kept: list[Inline] = []
    for node in nodes:
        match node:
            case Link(href, children) if href not in allowed:
                kept += _only_links(children, allowed)
            case Link(href, children):
                kept.append(Link(href, _only_links(children, allowed)))
            case Strong(children):
                kept.append(Strong(_only_links(children, allowed)))
            case Emphasis(children):
                kept.append(Emphasis(_only_links(children, allowed)))
            case _:
                kept.append(node)
    return tuple(kept)


def _worst(state: State, nodes: Sequence[Inline]) -> State:
    """`state`, or fallback where a part is in another language."""
    for node in nodes:
        if isinstance(node, Foreign):
            return State.FALLBACK
        if isinstance(node, (Strong, Emphasis, Link)) and _worst(state, node.children) is State.FALLBACK:
            return State.FALLBACK
    return state
