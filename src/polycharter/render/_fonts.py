"""Fonts for the scripts that typst's own do not have: the packages of the extra `polycharter[fonts]`.

A package is looked for, never imported. typst's built-in Libertinus Serif has Latin, Greek, Cyrillic and Hebrew.
Arabic it has in a monospaced font alone, of which none is chosen where another is there.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("fontpkg_amiri", "pylopdf_fonts_hi", "pylopdf_fonts_th")
"""Arabic, Devanagari and Thai."""
_HAN = ("pylopdf_fonts_jp", "pylopdf_fonts_ko", "pylopdf_fonts_zh_cn", "pylopdf_fonts_zh_tw")
"""Fonts that have Han characters, which are drawn differently in each of these places."""
_TRADITIONAL = frozenset(("Hant", "TW", "HK", "MO"))
_FAMILIES = {
    "fontpkg_amiri": "Amiri",
    "pylopdf_fonts_hi": "Noto Serif Devanagari",
    "pylopdf_fonts_jp": "Noto Serif JP",
    "pylopdf_fonts_ko": "Noto Serif KR",
    "pylopdf_fonts_th": "Noto Serif Thai",
    "pylopdf_fonts_zh_cn": "Noto Serif SC",
    "pylopdf_fonts_zh_tw": "Noto Serif TC",
}
"""Of each package, the family that goes with the theme's Latin letters; most bring one without serifs too."""

_ARABIC = frozenset(("ar", "ckb", "fa", "ks", "lrc", "mzn", "ps", "sd", "ug", "ur"))
"""Languages that are written in Arabic letters where their tag names no script (CLDR, Likely Subtags)."""

EXTRA = "polycharter[fonts]"
"""What brings these packages, to be named in an error."""


def folders(locale: str) -> list[Path]:
    """The folders of the fonts that are installed; for Han characters those of the locale alone, if they are there."""
    own = _han(locale)
    han = (own,) if own and _folders((own,)) else _HAN
    return _folders((*_PACKAGES, *han))


def families(locale: str) -> list[str]:
    """The font families to take letters from that the theme's own font lacks, of the packages that are installed."""
    return [_FAMILIES[folder.name] for folder in folders(locale)]


def needs_extra(locale: str) -> bool:
    """Whether the locale writes Arabic letters and the package with a font for reading them is not installed.

    typst would take its monospaced font, in which such letters stand like bricks; all other letters that it lacks, it
    names. To try a layout in a pseudo-locale (`ar-XB`) that will do.
    """
    language, *rest = locale.split("-")
    if "XB" in rest:
        return False
    script = next((part for part in rest if len(part) == 4), "")
    return (script == "Arab" if script else language in _ARABIC) and not _folders(("fontpkg_amiri",))


def _han(locale: str) -> str:
    """The package that draws Han characters as this locale does, empty where it writes none.

    >>> _han("ja"), _han("zh"), _han("zh-Hant"), _han("nl")
    ('pylopdf_fonts_jp', 'pylopdf_fonts_zh_cn', 'pylopdf_fonts_zh_tw', '')
    """
    language, *rest = locale.split("-")
    if language == "zh" and _TRADITIONAL & set(rest):
        return "pylopdf_fonts_zh_tw"
    return {"ja": "pylopdf_fonts_jp", "ko": "pylopdf_fonts_ko", "zh": "pylopdf_fonts_zh_cn"}.get(language, "")


def _folders(packages: Sequence[str]) -> list[Path]:
    specs = (find_spec(name) for name in packages)
    return [Path(folder) for spec in specs if spec for folder in spec.submodule_search_locations or ()]
