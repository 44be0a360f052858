"""Mistakes in what programs read: placeholders, markup, links, addresses, plural forms, the header."""

import re
from collections.abc import Iterator

from benchmarks.planting.ground import Ground
from benchmarks.planting.kind import SHIPPED, WRITTEN, Plant, Side, text_kind, whole_kind

_SLOT = re.compile(r"\{(\w+)\}")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ADDRESS = re.compile(r"[\w.]+@([\w.]+)")


@text_kind("placeholder-dropped", "a placeholder left out", SHIPPED)
def placeholder_dropped(side: Side) -> Iterator[str]:
    """Each placeholder left out."""
    for match in _SLOT.finditer(side.target):
        yield (side.target[: match.start()] + side.target[match.end() :]).replace("  ", " ").strip()


@text_kind("placeholder-renamed", "a placeholder's name translated", SHIPPED)
def placeholder_renamed(side: Side) -> Iterator[str]:
    """Each placeholder with another name."""
    for match in _SLOT.finditer(side.target):
        yield side.target[: match.start(1)] + match[1][::-1] + side.target[match.end(1) :]


@text_kind("placeholder-twice", "a placeholder there twice", SHIPPED)
def placeholder_twice(side: Side) -> Iterator[str]:
    """Each placeholder repeated."""
    for match in _SLOT.finditer(side.target):
        yield f"{side.target[: match.end()]} {match.group()}{side.target[match.end() :]}"


@text_kind("placeholder-malformed", "a brace lost, spaces or an attribute in a placeholder", SHIPPED)
def placeholder_malformed(side: Side) -> Iterator[str]:
    """Each placeholder damaged in four ways."""
    for match in _SLOT.finditer(side.target):
        for wrong in (f"{{{match[1]}", f"{match[1]}}}", f"{{ {match[1]} }}", f"{{{match[1]}.value}}"):
            yield side.target[: match.start()] + wrong + side.target[match.end() :]


@text_kind("bold-lost", "bold type lost")
def bold_lost(side: Side) -> Iterator[str]:
    """Each bold word in plain type."""
    for match in _BOLD.finditer(side.target):
        yield side.target[: match.start()] + match[1] + side.target[match.end() :]


@text_kind("link-target", "a link that leads elsewhere")
def link_target(side: Side) -> Iterator[str]:
    """Each target translated or shortened."""
    for match in _LINK.finditer(side.target):
        for wrong in (f"{match[2]}-{side.locale}", match[2][:-1]):
            yield side.target[: match.start(2)] + wrong + side.target[match.end(2) :]


@text_kind("link-lost", "a link lost, its words kept")
def link_lost(side: Side) -> Iterator[str]:
    """Each link as plain words."""
    for match in _LINK.finditer(side.target):
        yield side.target[: match.start()] + match[1] + side.target[match.end() :]


@text_kind("raw-html", "raw HTML in a translation")
def raw_html(side: Side) -> Iterator[str]:
    """Line breaks, bold type, and what runs."""
    words = side.target.split(" ")
    if len(words) > 5 and "*" not in side.target:
        middle = len(words) // 2
        yield " ".join([*words[:middle], f"<b>{words[middle]}</b>", *words[middle + 1 :]])
        yield f"{side.target}<br>"
        yield f"{side.target} <script>alert(1)</script>"


@text_kind("address-changed", "an e-mail address changed or translated", WRITTEN)
def address_changed(side: Side) -> Iterator[str]:
    """The part before the at sign in another language, or another domain."""
    for match in _ADDRESS.finditer(side.target):
        yield side.target.replace(match.group(), f"{'dịch-vụ' if side.locale == 'vi' else 'servei'}@{match[1]}")
        yield side.target.replace(match.group(), match.group().replace("example.org", f"example.{side.locale}"))


@text_kind("code-changed", "a code changed", WRITTEN)
def code_changed(side: Side) -> Iterator[str]:
    """The text between backquotes."""
    if "`" in side.target:
        yield side.target.replace("ALV", "ALW")
        yield side.target.replace("`", "")


@text_kind("too-long", "longer than the limit")
def too_long(side: Side) -> Iterator[str]:
    """The last words said again until the limit is passed."""
    limit = next((int(flag[11:]) for flag in side.wanted.flags if flag.startswith("max-length:")), 0)
    if limit and len(side.target) > limit / 3:
        tail = side.target.split(" ")[-6:]
        yield side.target + f" {' '.join(tail)}" * (1 + 2 * limit // len(" ".join(tail)))


@whole_kind("plural-empty", "a plural form left empty")
def plural_empty(ground: Ground) -> Iterator[Plant]:
    """Each form of each unit."""
    for wanted, entry in ground.review.pairs():
        for index in range(len(entry.targets)) if wanted.plural else ():
            targets = (*entry.targets[:index], "", *entry.targets[index + 1 :])
            yield Plant({entry.key: entry.changed(targets=targets)}, source=wanted.id, was=entry.targets[index])


@whole_kind("plural-number-lost", "the number lost from a plural form")
def plural_number_lost(ground: Ground) -> Iterator[Plant]:
    """The form for many, without `{n}`."""
    for wanted, entry in ground.review.pairs():
        if wanted.plural:
            text = entry.targets[-1].replace("{n} ", "")
            changed = {entry.key: entry.changed(targets=(*entry.targets[:-1], text))}
            yield Plant(changed, source=wanted.plural, was=entry.targets[-1], now=text)


@whole_kind("header-wrong", "a wrong field in the header", SHIPPED)
def header_wrong(ground: Ground) -> Iterator[Plant]:
    """Language, charset, plural rule and date, one at a time."""
    header = ground.review.catalogue.header
    assert header is not None
    text = header.targets[0]
    other = "nplurals=2; plural=(n > 1);" if ground.locale != "vi" else "nplurals=2; plural=(n != 1);"
    for field, wrong in (
        ("Language", "de"),
        ("Plural-Forms", other),
        ("Content-Type", "text/plain; charset=CHARSET"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
    ):
        changed = re.sub(rf"(?m)^{field}:.*$", lambda _, f=field, w=wrong: f"{f}: {w}", text)  # type: ignore[misc]
        if changed != text:
            yield Plant(header=header.changed(targets=(changed,)), source=field, was="", now=wrong)
