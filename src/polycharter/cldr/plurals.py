"""Plural-Forms headers by the plural rules of CLDR."""

import re
from functools import lru_cache

from polycharter.cldr.locales import load

# Plural expressions that translators know, from the GNU gettext manual (Plural forms) and CLDR; one is used only
# where it gives the same form as CLDR's rule for every number of `_SAMPLE`.
_PLURALS = (
    "nplurals=1; plural=0;",
    "nplurals=2; plural=(n != 1);",
    "nplurals=2; plural=(n > 1);",
    "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
    "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
    "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
)
_SAMPLE = (*range(201), *range(1000, 1021), *range(10_000, 100_001, 10_000), 1_000_000, 2_000_000)


@lru_cache(maxsize=1024)
def plural_forms(locale: str) -> str:
    """Return the Plural-Forms header for `locale`, "" if CLDR has no rule (chart Language Plural Rules).

    Only forms that whole numbers take are counted. CLDR's "many" of millions (ca, es, fr, it, pt; its rules use the
    operand `e` of compact numbers) is left out and bare `pt` counts as in Portugal: both as in the GNU gettext manual.

    >>> plural_forms("nl"), plural_forms("vi")
    ('nplurals=2; plural=(n != 1);', 'nplurals=1; plural=0;')
    """
    from gettext import c2py

    from babel.localedata import load as root_data
    from babel.plural import PluralRule, to_gettext

    found = load("pt-PT" if locale == "pt" else locale)
    if found.plural_form is root_data("root")["plural_form"]:  # inherited: CLDR has no rule of the language's own
        return ""
    rules: dict[str, str] = {**found.plural_form.rules}
    rules = {form: rule for form, rule in rules.items() if not re.search(r"\be\b", rule)}
    form_of = PluralRule(rules)
    forms = [form_of(n) for n in _SAMPLE]
    used: list[str] = [form for form in ("zero", "one", "two", "few", "many", "other") if form in forms]
    for header in _PLURALS:
        count, _, expression = header.removeprefix("nplurals=").rstrip(";").partition("; plural=")
        index = c2py(expression)
        if int(count) == len(used) and all(used[index(n)] == form for n, form in zip(_SAMPLE, forms, strict=True)):
            return header
    return to_gettext(PluralRule({form: rules[form] for form in used[:-1]}))
