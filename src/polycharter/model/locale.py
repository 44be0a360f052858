"""Locale identifiers: BCP 47 everywhere, the POSIX form only in gettext paths and headers."""

import re

_SYNTAX = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_CHINESE_REGIONS = {"Hans": "CN", "Hant": "TW"}
_POSIX_SCRIPTS = {"Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Deva": "devanagari"}


def is_locale(tag: str) -> bool:
    """Whether `tag` is a language with an optional script and region, as BCP 47 writes it.

    Nothing else ever becomes part of a path.

    >>> [is_locale(tag) for tag in ("nl", "pt-BR", "sr-Latn", "../nl", "nl_NL", "NL")]
    [True, True, True, False, False, False]
    """
    return _SYNTAX.fullmatch(tag) is not None


def posix_locale(tag: str) -> str:
    """`tag` as gettext writes it in paths and in the Language header.

    Chinese goes by its region, as everywhere in gettext; other scripts become a modifier.

    >>> posix_locale("pt-BR"), posix_locale("sr-Latn-RS"), posix_locale("zh-Hant")
    ('pt_BR', 'sr_RS@latin', 'zh_TW')
    """
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4), "")
    region = next((part for part in rest if len(part) < 4), "")
    if language == "zh":
        return f"zh_{region or _CHINESE_REGIONS.get(script, 'CN')}"
    script = _POSIX_SCRIPTS.get(script, script.lower())
    return language + (f"_{region}" if region else "") + (f"@{script}" if script else "")


def bcp47(posix: str) -> str:
    """A locale as gettext writes it, as BCP 47 does; empty where it is none.

    >>> bcp47("pt_BR"), bcp47("sr_RS@latin"), bcp47("ca@valencia"), bcp47("de_DE.UTF-8"), bcp47("LANGUAGE")
    ('pt-BR', 'sr-Latn-RS', 'ca', 'de-DE', '')
    """
    base, _, modifier = posix.strip().partition("@")
    language, _, region = base.partition(".")[0].replace("-", "_").partition("_")
    names = {name: script for script, name in _POSIX_SCRIPTS.items()}
    script = names.get(modifier, modifier.capitalize() if len(modifier) == 4 else "")
    tag = "-".join(part for part in (language, script, region) if part)
    return tag if is_locale(tag) else ""
