"""Facts and counts as each locale writes them."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from polycharter.cldr.locales import enumerated, join_list, language_name, load, territory
from polycharter.model import facts

if TYPE_CHECKING:
    from babel import Locale

# Where CLDR's long date reads as a calque; CLDR's own yMMMM pattern has the word. Works with and without "ngày".
_LONG_DATES = {"vi": "d MMMM 'năm' y"}

# minimumGroupingDigits = 2 (chart Number Symbols), which Babel does not import: 1234, but 12.345.
_FOUR_DIGITS_TOGETHER = (
    "be bg es es_EA es_ES es_GQ es_IC es_PH et hu hy ia ie it ka lv pl ru_UA sl sq "
    "pt_CH pt_CV pt_GQ pt_GW pt_LU pt_MO pt_MZ pt_PT pt_ST pt_TL"
)

_PHONE = re.compile(r"\+[0-9][0-9 .\-\u00a0]*")
_IN_MAILTO = "@!$*'+"
"""What stands in an address as it is; a question mark would begin fields of the message, such as more recipients."""
_Length = Literal["long", "short", "narrow"]
_LENGTHS: tuple[_Length, ...] = ("long", "short", "narrow")


def format_value(value: facts.Value, locale: str, region: str = "") -> str:
    """`value` as it stands within a sentence of `locale`; the no-break spaces of CLDR are kept.

    `region` is the readers' country (`NL`) where the tag names none; it decides only which phone numbers are written
    as dialled at home, for CLDR's `en-NL` writes € 25,00. Counts and terms are of the catalogue: TypeError.
    """
    match value:
        case facts.Email(address=text) | facts.Url(address=text) | facts.Name(text=text):
            return text
        case facts.Phone(number):
            return _phone(number, territory(locale, region))
        case facts.Languages(tags):
            return join_list([language_name(tag, locale) for tag in tags], locale)
        case _:
            return _format(value, load(locale))


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

    found = load(locale)
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
        texts.append(f"{days} {enumerated([_interval(row, locale) for row in openings], locale)}")
    return enumerated(texts, locale)


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
