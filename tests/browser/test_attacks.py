"""No attack runs in a page: nothing fires, nothing is asked for, and the document is the one of harmless words.

The same strings do fire where a careless program would have put them; that is shown first, or silence means nothing.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.attacks.conftest import built
from tests.attacks.corpus import Attack, attacks
from tests.attacks.project import PLACES, ROWS, as_it_is, harmless, shown, squeezed, write
from tests.browser.chromium import Tab
from tests.browser.conftest import HOST

LOCALES = ("de", "pl", "ar", "ca")
"""The languages whose pages are looked at: each attack stands in four places, most of them others than in the files."""

WATCH = """(() => {
  for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"])
    window[name] = (...said) => { console.log("FIRED " + name + " " + said.join(" ")) }
  const events = ("mouseover mouseenter mousemove pointerover pointerenter focus focusin focusout blur keydown input " +
    "change toggle animationstart animationend wheel copy cancel start load error begin").split(" ")
  const stays = event => {
    const link = event.target.closest && event.target.closest("a, area")
    const address = link && (link.href && link.href.baseVal !== undefined ? link.href.baseVal : link.href)
    if (link && !/^[\\s\\u0000-\\u001f]*(javascript|data|vbscript|blob):/i.test(address)) event.preventDefault()
  }
  const poke = () => {
    addEventListener("click", stays)
    for (const element of document.querySelectorAll("*")) {
      for (const event of events) element.dispatchEvent(new Event(event))
      element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))
    }
    try { top.poked = (top.poked || 0) + 1 } catch {}
  }
  addEventListener("load", () => setTimeout(poke))
})()"""
"""Tells of whatever is called, and does to every element what a reader could do."""

POKED = """new Promise(done => {
  const end = Date.now() + 4000
  const look = () => Date.now() > end || top.poked > frames.length ? setTimeout(() => done(top.poked), 100)
    : setTimeout(look, 20)
  look()
})"""
"""How many frames have been poked, and the page itself: as soon as all have, and a moment has passed; or later."""

DOCUMENT = """(() => {
  const own = {strong: [], em: [], code: ["translate"], br: [], wbr: [], bdi: ["dir"], span: ["class"]}
  const is_words = element => element.name === "span" ? element.is_nobr : element.name in own
  const elements = [...document.querySelectorAll("*")].map(element => ({
    name: element.localName, space: element.namespaceURI, is_nobr: element.className === "nobr",
    attributes: [...element.attributes].map(each => [each.name, each.value]).sort(),
  }))
  const free = ["aria-label", "content", "data-catalogue-hash"]
  const told = ({name, space, attributes}) => name + (space.endsWith("/xhtml") ? "" : space) +
    attributes.map(([key, value]) => " " + key + (free.includes(key) ? "" : "=" + value)).join("")
  return JSON.stringify({
    links: elements.filter(each => each.name === "a").map(told),
    words: elements.filter(each => is_words(each)).map(told),
    rest: elements.filter(each => each.name !== "a" && !is_words(each)).map(told),
    schemes: [...new Set([...document.links].map(link => link.protocol))],
    text: document.body.textContent,
  })
})()"""
"""What the document consists of: links, the elements that a translation may bring, and all others in their order."""

WORDS = {"strong", "em", "br", "wbr", "code translate=no", "bdi", "bdi dir=ltr", "bdi dir=auto", "span class=nobr"}
"""Elements that may stand within a text, with all their attributes."""

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
"""The page's own second line of defence, which is taken away to see that the first one holds."""

RAW: Mapping[str, Callable[[str], str]] = {
    "html": lambda text: f"<p>{text}</p>",
    "attribute": lambda text: f'<p title="{text}">x</p>',
    "quote": lambda text: f"<p title='{text}'>x</p>",
    "href": lambda text: f'<a href="{text}">x</a>',
    "markdown": lambda text: str(_careless().render(text)),
    "title": lambda text: f"<title>{text}</title>",
    "textarea": lambda text: f"<textarea>{text}</textarea>",
    "comment": lambda text: f"<!--{text}-->",
    "script": lambda text: f'<script>var x = "{text}";</script>',
}
"""Where careless programs put a text."""


def _careless() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    setattr(parser, "validateLink", bool)  # noqa: B010 - every address is fine for it
    return parser


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The pages with attacks, and with harmless words; of each, one more without the policy."""
    folder = tmp_path_factory.mktemp("attacks")
    found = {}
    for name, say in (("attacked", as_it_is), ("harmless", harmless)):
        found[name] = built(write(folder / name, say, LOCALES), folder / f"{name}-out", ("html", "snippet"))
        for locale in LOCALES:
            snippet = (found[name] / locale / "summary.snippet.html").read_text("utf-8")
            (found[name] / locale / "host.html").write_text(HOST.format(snippet=snippet), "utf-8")
        for page in [*found[name].rglob("*.html")]:
            bare, policies = POLICY.subn("", page.read_text("utf-8"))
            assert policies == ("host" not in page.name and "snippet" not in page.name)
            page.with_suffix(".bare.html").write_text(bare, "utf-8")
    return found


PAGES = ("index", *(f"{locale}/{page}" for locale in LOCALES for page in ("public", "summary", "host")))


def fired(tab: Tab) -> list[str]:
    """What was called in the page that is open, and in its frames."""
    return [found for line in tab.console for found in re.findall(r"FIRED (\w+ [^\"\\]*)", line)]


def test_the_attacks_fire_where_they_are_put_carelessly(tab: Tab, tmp_path: Path) -> None:
    aimed = [attack for attack in attacks() if attack.raw]
    heard: set[int] = set()
    with tab.before_each(WATCH):
        for start in range(0, len(aimed), 80):  # many frames at a time, few pages
            page = tmp_path / f"{start}.html"
            page.write_text(careless(aimed[start : start + 80]), "utf-8")
            tab.open(page)
            tab.run(POKED)
            told = [*fired(tab), *(url for url in tab.requests if url.startswith("http"))]
            heard |= {int(number) for each in told for number in re.findall(r"(?:^\w+ |evil)([0-9]+)", each)}
    tab.open("about:blank")
    kinds = Counter(attack.kind for attack in aimed if attack.number in heard)
    assert set(kinds) == {attack.kind for attack in aimed}, kinds
    assert kinds["script element"] > 15
    assert kinds["event handler"] > 30
    assert kinds["javascript link"] > 20
    assert len(heard) > 250, kinds


def careless(some: list[Attack]) -> str:
    """A page with a frame for each attack, since many of them swallow what follows."""
    pages = (f"<!DOCTYPE html><body>{RAW[attack.raw](attack.text)}</body>" for attack in some)
    frames = (f'<iframe srcdoc="{html.escape(page)}"></iframe>' for page in pages)
    return f'<!DOCTYPE html><meta charset="utf-8">{"".join(frames)}'


@pytest.mark.parametrize("page", PAGES)
def test_nothing_fires_in_a_page_and_nothing_is_asked_for(tab: Tab, folders: Mapping[str, Path], page: str) -> None:
    tab.size(1280)
    with tab.before_each(WATCH):
        for version in ("", ".bare"):
            file = folders["attacked"] / f"{page}{version}.html"
            tab.open(file)
            assert tab.run(POKED) == 1
            assert fired(tab) == []
            assert tab.console == []
            assert tab.requests == [file.as_uri()]
            assert tab.run("frames.length") == 0
    tab.open("about:blank")


@pytest.mark.parametrize("page", PAGES)
def test_the_document_is_that_of_harmless_words(tab: Tab, folders: Mapping[str, Path], page: str) -> None:
    mine, other = (document(tab, folders[name] / f"{page}.bare.html") for name in ("attacked", "harmless"))
    assert mine["rest"] == other["rest"]
    assert set(mine["words"]) <= WORDS
    assert Counter(mine["links"]) - Counter(other["links"]) == Counter()
    assert set(mine["schemes"]) <= {"https:", "mailto:", "tel:", "file:"}
    if page.endswith("public"):
        locale, text = page.partition("/")[0], squeezed(mine["text"])
        lost = [said for place in PLACES for row in range(ROWS) if (said := shown(locale, place, row)) not in text]
        assert lost == []


def document(tab: Tab, file: Path) -> dict[str, Any]:
    """What a page consists of."""
    tab.open(file)
    found: dict[str, Any] = json.loads(tab.run(DOCUMENT))
    return found
