"""The text of a block after localising: a small tree that no renderer needs to parse."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; never markup in any format."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress emphasis."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code, shown as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `href` comes from the source or from a fact, never from a translation."""

    href: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author wrote."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A `{name}` that has not been filled in yet; a localised document holds none."""

    name: str


@dataclass(frozen=True, slots=True)
class Value:
    """A fact's value as this locale writes it; `href` is `tel:`, `mailto:` or `https:` where it leads somewhere."""

    name: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the text around them; `locale` is a BCP 47 tag."""

    locale: str
    children: tuple["Inline", ...]


Inline = Text | Strong | Emphasis | Code | Link | Break | Placeholder | Value | Foreign
"""Every kind of inline node; `Link`, `Strong`, `Emphasis` and `Foreign` have children."""
