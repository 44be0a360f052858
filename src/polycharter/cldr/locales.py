"""Locales of CLDR: which there are, how they are called and written."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from polycharter.model.locale import is_locale

if TYPE_CHECKING:
    from babel import Locale

# A bare language whose most likely region (for CLDR, the one with most speakers) is not the one we write for.
_REGIONS = {"en": "GB"}

# Pseudo-locales (UTS #35, Unicode Language and Locale Identifiers), which Babel has no data for, and whose they get.
_PSEUDO = {"en-XA": "en-GB", "ar-XB": "ar"}


@lru_cache(maxsize=1024)
def _known(tag: str) -> "Locale | None":
    """Babel's locale for exactly this language, script and region, or None.

    Babel alone answers `en_US` for `en-ZZ`, `sv` for `sv-Cyrl` and `en_US` for `und`.
    """
    if not is_locale(tag):
        return None
    tag = _PSEUDO.get(tag, tag)
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    language, *rest = tag.split("-")
    same_language = locale.language in (language, get_global("language_aliases").get(language))
    if not same_language or not {*rest} <= {locale.script, locale.territory}:
        return None
    _keep_to_itself(str(locale))
    return locale


def _keep_to_itself(name: str) -> None:
    """Give a locale data of its own, before anything of them is read.

    In Babel 2.18 a locale shares with the root what it does not change, and writes into that what an alias leads to:
    after Urdu weekdays were asked for, the Danish ones were Urdu too.
    """
    from babel import localedata

    data = localedata.load(name)
    data.update(_copied(data))


def _copied(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _copied(value) if type(value) is dict else value for key, value in data.items()}


def load(tag: str) -> "Locale":
    """Babel's locale for `tag`, with the region we write for where `tag` is a bare language of `_REGIONS`."""
    locale = _known(f"{tag}-{_REGIONS[tag]}" if tag in _REGIONS else tag)
    if locale is None:
        raise ValueError(
            f"{tag!r} is not a locale that CLDR knows. Write a language with an optional script and region, "
            "such as 'nl', 'pt-BR' or 'sr-Latn'."
        )
    return locale


def territory(tag: str, region: str) -> str:
    """Name the country `tag` is written for: its own, else `region`, else the likely one (chart Likely Subtags)."""
    from babel.core import get_global

    locale, likely = load(tag), get_global("likely_subtags")
    tag = _PSEUDO.get(tag, tag)
    named = tag[-2:] if tag[-3:-2] == "-" else ""
    subtags = likely.get(f"{locale.language}_{locale.script}") or likely.get(locale.language, "")
    return named or region or locale.territory or str(subtags).rpartition("_")[2]


def is_known(locale: str) -> bool:
    """Whether CLDR has data for `locale`, as exactly this language, script and region.

    >>> [is_known(tag) for tag in ("nl", "sr-Latn", "zh-TW", "nl-VN", "und", "../nl")]
    [True, True, True, False, False, False]
    """
    return _known(locale) is not None


def direction(locale: str) -> Literal["ltr", "rtl"]:
    """Return the direction of the script (chart Linguistic Elements, layout)."""
    return "rtl" if load(locale).character_order == "right-to-left" else "ltr"


def language_name(tag: str, in_locale: str) -> str:
    """Name `tag` within a sentence of `in_locale` (chart Languages), else in its own language, else in English.

    `tag` need not have locale data of its own; a pseudo-locale is named as "English (XA)".
    Vietnamese writes "tiếng" small within a sentence; CLDR's is for menus.
    """
    if tag in _PSEUDO:
        language, _, region = tag.partition("-")
        return f"{language_name(language, in_locale)} ({region})"
    reader, known = load(in_locale), _known(tag)
    for words in filter(None, (reader, known, _known("en"))):
        name = words.languages.get(tag.replace("-", "_")) or (known and known.get_display_name(words))
        if name:
            return re.sub("^Tiếng ", "tiếng ", name) if reader.language == "vi" else name
    raise ValueError(f"CLDR has no name for the language {tag!r}. Write a BCP 47 tag, such as 'nl' or 'pt-BR'.")


def native_name(locale: str) -> str:
    """Return the locale's name for itself, as it stands alone, with a capital (chart Languages)."""
    name = language_name(locale, locale)
    return name[:1].title() + name[1:]  # not upper(): nobody writes a Georgian name with Georgian capitals


def join_list(items: Sequence[str], locale: str) -> str:
    """`items` with commas and "and" (chart Displaying Lists, standard); "" for none.

    Spanish "y" becomes "e" before an i sound, as UTS #35 (List Patterns) asks of the caller.
    """
    from babel.lists import format_list

    found = load(locale)
    if found.language == "es" and re.match(r"i|hi(?![ae])", items[-1] if items else "", re.IGNORECASE):
        head = enumerated(items[:-1], found)
        return " e ".join(filter(None, (head, items[-1])))
    return format_list(list(items), "standard", found)


def enumerated(texts: Sequence[str], locale: "Locale") -> str:
    """`texts` joined as the middle of a list, without "and" (chart Displaying Lists)."""
    result, *rest = texts or [""]
    for text in rest:
        result = locale.list_patterns["standard"]["middle"].format(result, text)
    return result
