"""What of a text is HTML: the tags of real elements, and real entities.

The names are those of the HTML standard (WHATWG, "Index: Elements", with the obsolete ones); entities are the list that
Python has from there.
"""

import re
from html import unescape
from html.entities import html5

_NAMES = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta
meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
progress q rb rp rt rtc ruby s samp script search section select slot small source spacer span strike strong style
sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
"""
_ELEMENTS = frozenset(_NAMES.split())
_APART = frozenset(["br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "td", "th", "tr"])
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30}(?::[A-Za-z][A-Za-z0-9-]{0,30})?)(?P<rest>[\s/][^<>]{0,200})?>|<!--"
    r"|&(?P<entity>#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
)
_ATTRIBUTE = re.compile(r"[\w:-]\s*=\s*[\"'\w]")


def html_in(text: str) -> list[str]:
    """The tags, comments and entities of a text in their order.

    >>> html_in("<b>Pluk&Eet;</b> <number> f&aring;r <nummer in het kort>")
    ['<b>', '</b>', '&aring;']
    """
    return [match.group() for match in _TAG.finditer(text) if _is_html(match)]


def _is_html(match: re.Match[str]) -> bool:
    """Whether it is more than words in angle brackets: those are often to be filled in by a reader."""
    if match["entity"]:
        return match["entity"][0] == "#" or match["entity"] in html5
    name = match["name"]
    if not name or match["close"]:
        return True
    rest = match["rest"] or ""
    return (name.lower() in _ELEMENTS and not _is_prose(rest)) or bool(_ATTRIBUTE.search(rest)) or ":" in name


def _is_prose(rest: str) -> bool:
    """Whether words follow the name of an element, none of them an attribute with a value."""
    return len(rest.split()) > 1 and "=" not in rest


def without_html(text: str) -> str:
    """A text with the characters that its entities stand for, and without its tags.

    >>> without_html("f&aring;r Pluk&Eet; p&b, <b>nu</b><br>of <nummer>")
    'får Pluk&Eet; p&b, nu of <nummer>'
    """
    if "<" in text or ("&" in text and ";" in text):
        return _TAG.sub(_said, text)
    return text


def _said(match: re.Match[str]) -> str:
    """What a reader is meant to see of it."""
    if not _is_html(match):
        return match.group()
    if match["entity"]:
        return unescape(match.group())
    return " " if (match["name"] or "").lower() in _APART else ""
