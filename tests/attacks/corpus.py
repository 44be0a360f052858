"""All attack strings: those of `attacks.toml`, and combinations of a payload, a notation and what is written around it.

The combinations are drawn with a fixed seed, so every run has the same strings under the same numbers.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from random import Random

FILE = Path(__file__).parent / "attacks.toml"
_DRAWN = 90
"""How many combinations of each family are drawn."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One string; `raw` is where it runs if a careless program puts it there, empty where it aims at no browser.

    In `text`, `alert(1)` has become `alert(number)`, and `evil.example` has the number too: what fires has a name.
    """

    number: int
    kind: str
    text: str
    raw: str = ""


@lru_cache(maxsize=1)
def attacks() -> tuple[Attack, ...]:
    """Every attack, distinct before it was numbered."""
    found: dict[str, tuple[str, str]] = {}
    for kind, raw, text in (*_written(), *_combined()):
        found.setdefault(text, (kind, raw))
    return tuple(
        Attack(number, kind, _named(text, number), raw) for number, (text, (kind, raw)) in enumerate(found.items())
    )


def _named(text: str, number: int) -> str:
    return text.replace("alert(1)", f"alert({number})").replace("evil.example", f"evil{number}.example")


def _written() -> Iterator[tuple[str, str, str]]:
    for kind in tomllib.loads(FILE.read_text("utf-8"))["kinds"]:
        assert kind["note"], kind["name"]
        yield from ((kind["name"], kind.get("raw", ""), text) for text in kind["strings"])


_URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://evil.example/p",
    "//evil.example/p",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "https://www.example.org@evil.example/",
)
_NOTATIONS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda url: "".join(map(lambda at, sign: sign.upper() if at % 2 else sign, range(len(url)), url)),
    lambda url: f" {url}",
    lambda url: f"\x01{url}",
    lambda url: f"{url[:4]}\t{url[4:]}",
    lambda url: f"{url[:4]}\n{url[4:]}",
    lambda url: url.replace(":", "&colon;", 1),
    lambda url: url.replace(":", "&#58;", 1),
    lambda url: url.replace(":", "%3A", 1),
    lambda url: url.replace(":", "\\:", 1),
    lambda url: f"&#x{ord(url[0]):x};{url[1:]}",
    lambda url: f"%{ord(url[0]):02x}{url[1:]}",
    lambda url: f"{url[:2]}\u200b{url[2:]}",
    lambda url: f"{url[:2]}\u202e{url[2:]}",
    lambda url: url.replace(":", "\uff1a", 1),
    lambda url: url.replace("/", "\\"),
)
_LINKS = (
    "[x]({})",
    "[x](<{}>)",
    '[x]({} "t")',
    "[x][r]\n\n[r]: {}",
    "<{}>",
    "![x]({})",
    "[![x]({})](https://www.example.org/)",
    "[**x**]({}) and [`y`]({})",
    "](  {}) [x](",
)
_ELEMENTS = (
    '<a href="{}">x</a>',
    "<a href='{}'>x</a>",
    "<a href={}>x</a>",
    '<iframe src="{}"></iframe>',
    '<embed src="{}">',
    '<object data="{}"></object>',
    '<form action="{}"><button>go</button></form>',
    '<form><button formaction="{}">go</button></form>',
    '<svg><a xlink:href="{}"><text y=20>x</text></a></svg>',
    '<img src="{}">',
    '<p style="background:url({})">x</p>',
    '<link rel=stylesheet href="{}">',
)
_CARRIERS = (
    "<script>{}</script>",
    "<img src=x onerror={}>",
    '<img src=x onerror="{}">',
    "<svg onload={}>",
    "<details open ontoggle={}><summary>x</summary></details>",
    "<input autofocus onfocus={}>",
    "<b onmouseover={}>x</b>",
    "<p onclick='{}'>x</p>",
    '<iframe src="javascript:{}"></iframe>',
    "<svg><script>{}</script></svg>",
    "<video><source onerror={}></video>",
    "<custom-x tabindex=0 onfocus={}>x</custom-x>",
)
_CODES = ("alert(1)", "top.alert(1)", "void alert(1)", "eval(`alert(1)`)", "setTimeout(`alert(1)`)", "alert(1)//")
_EXITS = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</style>",
    "</script>",
    "-->",
    "--!>",
    "]]>",
    "</noscript>",
    "</p></main>",
    "**",
    "`",
    "[x](",
    "| ",
    "# ",
    "\n\n",
    "{{",
    "\\",
    "\u202e",
    "\x1b[1m",
)
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: re.sub("<[a-z]+", lambda found: found[0].upper(), text),
    lambda text: text.replace(" ", "/"),
    lambda text: text.replace(" ", "\n"),
    lambda text: text.replace("<", "<\x08"),
    lambda text: text.replace("<", "&lt;"),
    lambda text: text.replace("<", "\\<"),
    lambda text: text.replace("<", "<<"),
    lambda text: text.replace(">", ""),
)
_LEADS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    " =",
    "\u00a0=",
    "\ufeff=",
    "\uff1d",
    "\uff0b",
    "'=",
    '"=',
    "=+",
    "=-",
    ";=",
)
_FORMULAS = (
    "1+1",
    'HYPERLINK("https://evil.example/","x")',
    "cmd|'/C calc'!A0",
    'WEBSERVICE("https://evil.example/")',
    "SUM(A1:A2)",
    'INDIRECT("A1")',
    'IMPORTXML("https://evil.example/","/")',
    "A1&CHAR(10)",
)
_MARKS = (
    "#{}",
    "#({})",
    "#[{}]",
    "#let x = {}",
    "$ {} $",
    "`{}`",
    "*{}*",
    "@{}",
    "<{}>",
    "= {}",
    "#set {}",
    "#show: {}",
    "\\#{}",
    "]#{}[",
)
_CALLS = (
    'read("/etc/passwd")',
    'include "/etc/passwd"',
    'import "@preview/x:1.0.0": *',
    'link("https://evil.example/")[x]',
    'image("/etc/passwd")',
    "text(fill: white)[x]",
    'pdf.attach("/etc/passwd")',
    'eval("1")',
    "heading(level: 1)[x]",
)
_BRACES = (
    "{{{{ {} }}}}",
    "{{% {} %}}",
    "{{# {} #}}",
    "{{{}}}",
    "${{{}}}",
    "#{{{}}}",
    "<%= {} %>",
    "{{{{{}}}}}",
    "[[ {} ]]",
    "%({})s",
)
_EXPRESSIONS = (
    "7*7",
    "config",
    "x.__class__.__mro__",
    "document.sections[0]",
    "include 'x'",
    "n.real",
    "0.__init__.__globals__",
    "x!r:>99999",
    "words",
    "constructor.constructor('alert(1)')()",
)


def _combined() -> Iterator[tuple[str, str, str]]:
    draw = Random(20261121)
    targets = [note(url) for note, url in product(_NOTATIONS, _URLS)]
    families: dict[tuple[str, str], Iterable[str]] = {
        ("combined markdown link", "markdown"): _around(_LINKS, targets),
        ("combined element", "html"): _around(_ELEMENTS, targets),
        ("combined target", "href"): targets,
        ("combined code", "html"): [
            exit + spell(carrier.format(code))
            for exit, spell, carrier, code in product(_EXITS, _SPELLINGS, _CARRIERS, _CODES)
        ],
        ("combined formula", ""): ["".join(parts) for parts in product(_LEADS, _FORMULAS)],
        ("combined typst", ""): _around(_MARKS, _CALLS),
        ("combined template", ""): _around(_BRACES, _EXPRESSIONS),
    }
    for (kind, raw), texts in families.items():
        yield from ((kind, raw, text) for text in draw.sample(sorted(set(texts)), _DRAWN))


def _around(wrappings: Iterable[str], inner: Iterable[str]) -> list[str]:
    """Each wrapping with each text in it, in every place that it has."""
    return [wrapping.format(*[text] * wrapping.count("{}")) for wrapping, text in product(wrappings, [*inner])]
