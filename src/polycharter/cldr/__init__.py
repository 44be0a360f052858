"""What CLDR knows of each locale; the only room that knows Babel's data and phonenumbers.

Locales are BCP 47 tags. Every function raises ValueError for a tag that CLDR has no data for; a tag that is no
locale by `is_locale` never reaches Babel. Digits are Latin and dates Gregorian everywhere, so that all agree.

Tables complete what Babel 2.18 leaves out of CLDR (checked against CLDR 48.2); each says why it is there. Chart
names are those of https://www.unicode.org/cldr/charts/48/ .
"""

from polycharter.cldr.locales import direction, is_known, join_list, language_name, native_name
from polycharter.cldr.plurals import plural_forms
from polycharter.cldr.values import format_number, format_value, href

__all__ = [
    "direction",
    "format_number",
    "format_value",
    "href",
    "is_known",
    "join_list",
    "language_name",
    "native_name",
    "plural_forms",
]
