"""What scripts ask of every layout."""

import re

UPRIGHT = frozenset(
    "ar as bn ckb fa gu he hi ja km kn ko ks lo ml mr my ne or pa ps sd si ta te th ug ur yi zh".split()  # noqa: SIM905
)
"""Languages whose letters are not slanted to emphasise them (W3C, Text Layout Requirements); bold does it."""
_UPRIGHT_SCRIPTS = frozenset(("Arab", "Beng", "Deva", "Hans", "Hant", "Hebr", "Jpan", "Kore", "Thai"))


def is_upright(locale: str) -> bool:
    """Whether emphasis is bold and not slanted: by the script of the locale, or by its language.

    >>> [is_upright(locale) for locale in ("ja", "ar-XB", "az-Arab", "pa-Latn", "nl")]
    [True, True, True, False, False]
    """
    language, *rest = locale.split("-")
    script = next((part for part in rest if re.fullmatch("[A-Z][a-z]{3}", part)), "")
    return script in _UPRIGHT_SCRIPTS if script else language in UPRIGHT
