"""Facts, counts and lists as each locale writes them, by CLDR; the only file that knows Babel's data and phonenumbers.

Locales are BCP 47 tags. Every function raises ValueError for a tag that CLDR has no data for; a tag that is no
locale by `is_locale` never reaches Babel. Digits are Latin and dates Gregorian everywhere, so that all agree.

Tables complete what Babel 2.18 leaves out of CLDR (checked against CLDR 48.2); each says why it is there. Chart
names are those of https://www.unicode.org/cldr/charts/48/ .
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from polycharter.model import facts
from polycharter.model.locale import is_locale

if TYPE_CHECKING:
    from babel import Locale

# A bare language whose most likely region (for CLDR, the one with most speakers) is not the one we write for.
_REGIONS = {"en": "GB"}

# Pseudo-locales (UTS #35, Unicode Language and Locale Identifiers), which Babel has no data for, and whose they get.
_PSEUDO = {"en-XA": "en-GB", "ar-XB": "ar"}

# Where CLDR's long date reads as a calque; CLDR's own yMMMM pattern has the word. Works with and without "ngày".
_LONG_DATES = {"vi": "d MMMM 'năm' y"}

# minimumGroupingDigits = 2 (chart Number Symbols), which Babel does not import: 1234, but 12.345.
_FOUR_DIGITS_TOGETHER = (
    "be bg es es_EA es_ES es_GQ es_IC es_PH et hu hy ia ie it ka lv pl ru_UA sl sq "
    "pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL"
)

# Chart Linguistic Elements, delimiters, which Babel does not import; all other locales use “…”. French puts
# no-break spaces inside (Imprimerie nationale), which CLDR leaves to the writer.
_QUOTES = {
    "«»": "am ast az_Arab az_Cyrl bas be blo bm br ca cv dua dyo el es_US eu ewo fa fr_CH gsw ht hy ie it jgo kab kk "
    "kkj ksf ky lij mg mua mzn nb nn nnh no oc os rm ru rw sah sc sdh sg shi ti tyv uk wae yav zgh "
    "pt_AO pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL",
    "«\u00a0\u00a0»": "fr",
    "„“": "bg bs_Cyrl cs de dsb et hr hsb is ka ksh lb lt luy mk nds prg sk sl",
    "„”": "agq bs ff hu nmg pl ro sr szl",
    "””": "fi he lag rn se sn sv yi",
    "”“": "ar lld ms_Arab syr ur",
    "‘’": "fur ia nl ti_ER tn",
    "「」": "ja yue zh_Hant",
    "»«": "kk_Arab ug",
    "“’": "st",
    "“”": "bm_Nkoo ff_Adlm",
}

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

_PHONE = re.compile(r"\+[0-9][0-9 .\-\u00a0]*")
_IN_MAILTO = "@!$*'+"
"""What stands in an address as it is; a question mark would begin fields of the message, such as more recipients."""
_Length = Literal["long", "short", "narrow"]
_LENGTHS: tuple[_Length, ...] = ("long", "short", "narrow")


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
    from babel.localedata import load

    data = load(name)
    data.update(_copied(data))


def _copied(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _copied(value) if type(value) is dict else value for key, value in data.items()}


def _load(tag: str) -> "Locale":
    """Babel's locale for `tag`, with the region we write for where `tag` is a bare language of `_REGIONS`."""
    locale = _known(f"{tag}-{_REGIONS[tag]}" if tag in _REGIONS else tag)
    if locale is None:
        raise ValueError(
            f"{tag!r} is not a locale that CLDR knows. Write a language with an optional script and region, "
            "such as 'nl', 'pt-BR' or 'sr-Latn'."
        )
    return locale


def _territory(tag: str, region: str) -> str:
    """Name the country `tag` is written for: its own, else `region`, else the likely one (chart Likely Subtags)."""
    from babel.core import get_global

    locale, likely = _load(tag), get_global("likely_subtags")
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


def format_value(value: facts.Value, locale: str, region: str = "") -> str:
    """`value` as it stands within a sentence of `locale`; the no-break spaces of CLDR are kept.

    `region` is the readers' country (`NL`) where the tag names none; it decides only which phone numbers are written
    as dialled at home, for CLDR's `en-NL` writes € 25,00. Counts and terms are of the catalogue: TypeError.
    """
    match value:
        case facts.Email(address=text) | facts.Url(address=text) | facts.Name(text=text):
            return text
        case facts.Phone(number):
            return _phone(number, _territory(locale, region))
        case facts.Languages(tags):
            return join_list([language_name(tag, locale) for tag in tags], locale)
        case _:
            return _format(value, _load(locale))


def _format(value: facts.Value, locale: "Locale") -> str:
    """Charts Number Formatting Patterns (shares) and Gregorian (dates, times); the others have a function each."""
    from babel import dates, numbers

    match value:
        case facts.Share(percent):
            return numbers.format_percent(percent.scaleb(-2), locale=locale, decimal_quantization=False)
        case facts.Money(amount, currency):
            return _money(amount, currency, locale)
        case facts.Date(day):
            return dates.format_date(day, _LONG_DATES.get(locale.language, "long"), locale=locale)
        case facts.Time(time):
            return dates.format_time(time, "short", locale=locale)
        case facts.Hours(rows):
            return _hours(rows, locale)
        case facts.Duration(number, unit):
            return _duration(number, unit, locale)
        case _:
            raise TypeError(f"{type(value).__name__} is formatted by the catalogue, not by CLDR")


def _grouped(number: int | Decimal, locale: "Locale") -> bool:
    """Whether the thousands of `number` are set apart (chart Number Symbols, minimumGroupingDigits)."""
    names = {str(locale), locale.language} - ({"es"} if locale.territory else set())
    return not -10_000 < number < 10_000 or names.isdisjoint(_FOUR_DIGITS_TOGETHER.split())


def format_number(n: int, locale: str) -> str:
    """`n` with the locale's thousands separator (chart Number Formatting Patterns)."""
    from babel.numbers import format_decimal

    found = _load(locale)
    return format_decimal(n, locale=found, group_separator=_grouped(n, found))


def _money(amount: Decimal, currency: str, locale: "Locale") -> str:
    """Chart Number Formatting Patterns, with as many decimals as `amount` is written with."""
    from babel.numbers import format_currency

    exponent = amount.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    standard = locale.currency_formats["standard"].pattern
    pattern = re.sub(r"(?<=0)\.0+", "." + "0" * decimals if decimals else "", standard)
    grouped = _grouped(amount, locale)
    text = format_currency(amount, currency, pattern, locale, currency_digits=False, group_separator=grouped)
    # currencySpacing of UTS #35, which Babel does not apply: "CHF 25", not "CHF25".
    return re.sub(r"(?<=[^\W\d_])(?=\d)", "\u00a0", text)


def _hours(rows: Sequence[facts.Opening], locale: "Locale") -> str:
    """Chart Gregorian: stand-alone weekdays and interval formats; a day with a break is named once."""
    weekdays = locale.days["stand-alone"]["wide"]
    texts = []
    for (first, last), openings in groupby(rows, key=lambda row: (row.first_day, row.last_day)):
        days = weekdays[first] if first == last else _range(weekdays[first], weekdays[last], locale)
        texts.append(f"{days} {_enumerate([_interval(row, locale) for row in openings], locale)}")
    return _enumerate(texts, locale)


def _enumerate(texts: Sequence[str], locale: "Locale") -> str:
    """`texts` joined as the middle of a list, without "and" (chart Displaying Lists)."""
    result, *rest = texts or [""]
    for text in rest:
        result = locale.list_patterns["standard"]["middle"].format(result, text)
    return result


def _range(first: str, last: str, locale: "Locale") -> str:
    """CLDR's interval fallback; its thin spaces stand only beside several words, as in CLDR's intervals of months."""
    pattern: str = locale.interval_formats[None]
    if not re.search(r"[\s-]", first + last):
        pattern = pattern.replace("\u2009–\u2009", "–")
    return pattern.format(first, last)


def _interval(row: facts.Opening, locale: "Locale") -> str:
    """Write opening and closing time; on twelve-hour clocks both in full past midnight, where Babel drops the first am.

    Babel cannot take apart intervals with day periods (B, as in zh-TW) either.
    """
    from babel.dates import format_interval, format_time

    short = locale.time_formats["short"].pattern
    in_full = "H" not in short and (row.closes < row.opens or "B" in locale.interval_formats["hm"])
    if in_full or row.closes == row.opens:
        opens, closes = (format_time(time, "short", locale=locale) for time in (row.opens, row.closes))
        return _range(opens, closes, locale)
    return format_interval(row.opens, row.closes, "Hm" if "H" in short else "hm", locale=locale)


def _duration(number: int, unit: str, locale: "Locale") -> str:
    """Chart Duration. CLDR leaves out a long form that equals the short one, which Babel does not follow."""
    if unit not in ("second", "minute", "hour", "week", "month", "year"):
        raise ValueError(f"{unit!r} is not a unit of a duration. Days are counts: their words are in the catalogue.")
    from babel.numbers import format_decimal

    patterns = locale._data["unit_patterns"][f"duration-{unit}"]  # Babel gives it no public name
    text = format_decimal(number, locale=locale, group_separator=_grouped(number, locale))
    for form in (locale.plural_form(number), "other"):
        for length in _LENGTHS:
            if form in patterns.get(length, {}):
                return str(patterns[length][form]).format(text)
    raise ValueError(f"CLDR has no words for {unit!r} in {str(locale)!r}")


def _phone(number: str, territory: str) -> str:
    """As dialled within `territory` if the number is of that country, else in international form, else as written."""
    from phonenumbers import phonenumberutil as phones

    try:
        parsed = phones.parse(number)
    except phones.NumberParseException:
        return number
    home = phones.country_code_for_region(territory) == parsed.country_code
    form = phones.PhoneNumberFormat.NATIONAL if home else phones.PhoneNumberFormat.INTERNATIONAL
    return phones.format_number(parsed, form)


def href(value: facts.Value) -> str:
    """`tel:` with digits only (RFC 3966), `mailto:` (RFC 6068), the web address, or "" where `value` leads nowhere.

    >>> href(facts.Phone("+31 20 123 4567")), href(facts.Email("a?bcc=b@example.org")), href(facts.Name("Polycharter"))
    ('tel:+31201234567', 'mailto:a%3Fbcc%3Db@example.org', '')
    """
    match value:
        case facts.Phone(number):
            return "tel:+" + re.sub(r"[^0-9]", "", number) if _PHONE.fullmatch(number) else ""
        case facts.Email(address):
            return f"mailto:{quote(address, safe=_IN_MAILTO)}"
        case facts.Url(address):
            return address
        case _:
            return ""


def join_list(items: Sequence[str], locale: str) -> str:
    """`items` with commas and "and" (chart Displaying Lists, standard); "" for none.

    Spanish "y" becomes "e" before an i sound, as UTS #35 (List Patterns) asks of the caller.
    """
    from babel.lists import format_list

    found = _load(locale)
    if found.language == "es" and re.match(r"i|hi(?![ae])", items[-1] if items else "", re.IGNORECASE):
        head = _enumerate(items[:-1], found)
        return " e ".join(filter(None, (head, items[-1])))
    return format_list(list(items), "standard", found)


def direction(locale: str) -> Literal["ltr", "rtl"]:
    """Return the direction of the script (chart Linguistic Elements, layout)."""
    return "rtl" if _load(locale).character_order == "right-to-left" else "ltr"


def language_name(tag: str, in_locale: str) -> str:
    """Name `tag` within a sentence of `in_locale` (chart Languages), else in its own language, else in English.

    `tag` need not have locale data of its own; a pseudo-locale is named as "English (XA)".
    Vietnamese writes "tiếng" small within a sentence; CLDR's is for menus.
    """
    if tag in _PSEUDO:
        language, _, region = tag.partition("-")
        return f"{language_name(language, in_locale)} ({region})"
    reader, known = _load(in_locale), _known(tag)
    for words in filter(None, (reader, known, _known("en"))):
        name = words.languages.get(tag.replace("-", "_")) or (known and known.get_display_name(words))
        if name:
            return re.sub("^Tiếng ", "tiếng ", name) if reader.language == "vi" else name
    raise ValueError(f"CLDR has no name for the language {tag!r}. Write a BCP 47 tag, such as 'nl' or 'pt-BR'.")


def native_name(locale: str) -> str:
    """Return the locale's name for itself, as it stands alone, with a capital (chart Languages)."""
    name = language_name(locale, locale)
    return name[:1].title() + name[1:]  # not upper(): nobody writes a Georgian name with Georgian capitals


def quotation_marks(locale: str) -> tuple[str, str]:
    """Return the opening and the closing mark (chart Linguistic Elements, delimiters)."""
    found = _load(locale)
    names = (str(found), f"{found.language}_{found.script}", found.language)
    marks = next((pair for name in names for pair, group in _QUOTES.items() if name in group.split()), "“”")
    return marks[: len(marks) // 2], marks[len(marks) // 2 :]


@lru_cache(maxsize=1024)
def plural_forms(locale: str) -> str:
    """Return the Plural-Forms header for `locale`, "" if CLDR has no rule (chart Language Plural Rules).

    Only forms that whole numbers take are counted. CLDR's "many" of millions (ca, es, fr, it, pt; its rules use the
    operand `e` of compact numbers) is left out and bare `pt` counts as in Portugal: both as in the GNU gettext manual.

    >>> plural_forms("nl"), plural_forms("vi")
    ('nplurals=2; plural=(n != 1);', 'nplurals=1; plural=0;')
    """
    from gettext import c2py

    from babel.localedata import load
    from babel.plural import PluralRule, to_gettext

    found = _load("pt-PT" if locale == "pt" else locale)
    if found.plural_form is load("root")["plural_form"]:  # inherited: CLDR has no rule of the language's own
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
