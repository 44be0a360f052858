"""How languages list things: the words before the last one, the ends of lists, and how many are strung together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

JOINING: Mapping[str, str] = {
    "en": "and|or|and/or|nor|plus|as well as",
    "nl": "en|of|en/of|noch|zowel|alsook|alsmede|evenals|dan wel|plus|maar ook",
    "de": "und|oder|und/oder|noch|sowie|bzw|plus|aber auch",
    "sv": "och|eller|och/eller|samt|respektive|liksom|plus|men också",
    "da": "og|eller|og/eller|samt|plus",
    "nb": "og|eller|og/eller|samt|pluss",
    "nn": "og|eller|og/eller|samt|pluss",
    "vi": "và|hoặc|và/hoặc|hay|cùng|lẫn|cũng như|cùng với|với|vừa|kèm",
    "ca": "i|o|i/o|ni|o bé|així com|e|i també|com també|més",
    "es": "y|e|o|u|y/o|ni|así como|además de|más",
    "fr": "et|ou|et/ou|ni|ainsi que",
    "it": "e|ed|o|od|e/o|né|oppure|nonché",
    "pt": "e|ou|e/ou|nem|bem como",
    "pl": "i|oraz|lub|albo|ani|czy|a",
    "cs": "a|i|nebo|ani|či",
    "fi": "ja|tai|eikä|sekä|taikka",
}
"""By language, the words before the last thing of a list."""

_ALSO_WITH = frozenset(("cùng", "với", "kèm"))
"""Those of them that mean “with” too: they string nothing together."""

_PAIRED = {"nl": ("zowel", "als"), "de": ("sowohl", "als auch|wie"), "sv": ("såväl", "som"), "ca": ("tant", "com")}
"""Words before the first and before the second thing of a list."""

_BEFORE_EACH = {"ca": ("ni", "sense"), "es": ("ni", "sin"), "fr": ("ni", "sans"), "it": ("né", "senza")}
"""“Nor”, which stands before the first thing too where the list is no “without …, … nor …”."""

_OPENING: Mapping[str, str] = {
    "en": "dear|if|when|with|during|in|since|for|after|before|on|at|by|from|as|to|then|instead|not"
    r"|maybe|perhaps|(?:first|finally|next|also|however|please|otherwise|usually|normally|unfortunately|today)\Z",
    "nl": "als|wanneer|om|voor|bij|na|tijdens|in|op|met|sinds|zodra|indien|voordat|nadat|zonder|van|vanaf",
    "de": "wenn|falls|um|für|bei|nach|während|in|im|mit|seit|vor|zum|zur|sobald",
    "sv": "om|när|för|vid|med|under|i|sedan|efter|innan|på|från|inför|utan|så snart",
    "vi": "thưa|kính|để|khi|nếu|trong|với|sau|trước|vào|từ|vì|do|nhằm|tại|theo|đối với",
    "ca": "si|quan|per|amb|durant|en|des|després|abans|a|al|als|sense|un cop|perquè",
}
"""How a sentence begins before it lists anything."""

_RELATIVE: Mapping[str, str] = {
    "en": "which|who|whose|where|if|when|while|unless|although|because",
    "nl": "die|dat|wat|waar|als|wanneer|indien|omdat|tenzij",
    "de": "die|der|das|wo",
    "sv": "som|vilket|där|när|eftersom",
    "vi": "mà|nếu|khi",
    "ca": "que|qui|on|la qual|el qual|si|quan|perquè",
}
"""How a clause between two commas begins that says more of what is before it."""

_CLOSING = re.compile(
    r",?\s(?:etc|etcètera|etcétera|etcetera|enz|enzovoorts?|e\.d|e\.v\.a|m\.m|m\.fl|o\.s\.v|osv|o\.d|o\.dyl"
    r"|med (?:mera|flera)|usw|u\.s\.w|v\.v|vân vân|jne|itp|itd|atd)(?!\w)\.?",
    re.IGNORECASE,
)
"""“And so on”, in any language, where it needs no “and”."""

_BRACKETS = re.compile(r"\s?\([^()]*\)")
_BETWEEN = re.compile(r"[:–—]")
_LONG = 12
"""Words that a thing between two others may have; more are a clause."""

COMMA = r"(?:(?<!\d),|,(?!\d))"
"""A comma that is none of a number."""


def opening(locale: str) -> re.Pattern[str] | None:
    """What a sentence begins with that lists nothing yet; None where that is not known."""
    words = _OPENING.get(locale.partition("-")[0])
    return _first_words(words) if words else None


def is_aside(pieces: Sequence[str], at: int, before: str, locale: str) -> bool:
    """Whether a piece between commas is no item but says more of the thing before it: “which …”, or its name.

    >>> is_aside(["som är gratis", "gäller på buss"], 0, "Kortet", "sv")
    True
    >>> is_aside(["Green Market", "opens"], 0, "Our oldest shop", "en")
    True
    """
    words = _RELATIVE.get(locale.partition("-")[0])
    if words and _first_words(words).match(pieces[at]):
        return True
    lower = at + 1 < len(pieces) and pieces[at + 1][:1].islower()
    return lower and _is_name(pieces[at]) and not _is_name(before)


def _is_name(piece: str) -> bool:
    return all(word[0].isupper() for word in piece.split())


@lru_cache(maxsize=64)
def _first_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\b", re.IGNORECASE)


def strung(sentence: str, locale: str) -> int:
    """How many things are strung together by commas, semicolons, “and” and the like, at most.

    >>> strung("Breng de bon en de doos, evenals uw pas", "nl"), strung("Houd in- en uitgangen en liften vrij", "nl")
    (3, 3)
    """
    language = locale.partition("-")[0]
    sentence = _CLOSING.sub(", …", sentence)
    if language in _PAIRED and _PAIRED[language][0] in sentence.lower():
        sentence = _pair(language).sub(r"\1, ", sentence)
    if language in _BEFORE_EACH:
        sentence = _without_first(sentence, *_BEFORE_EACH[language])
    parts = [*_BETWEEN.split(_BRACKETS.sub("", sentence)), *_BRACKETS.findall(sentence)]
    return max(len(run) for part in parts for run in _runs(part, language))


def _without_first(sentence: str, nor: str, without: str) -> str:
    """The sentence without the first of several “nor”: it stands before a thing, not between two."""
    first, *others = sentence.split(f" {nor} ")
    return (
        sentence
        if len(others) < 2 or f"{without} " in first.lower()
        else f" {nor} ".join((f"{first} {others[0]}", *others[1:]))
    )


def _runs(part: str, language: str) -> Iterator[list[str]]:
    """The pieces of a part of a sentence; a long one in the middle ends the row, and begins the next."""
    run: list[str] = []
    for piece in _separator(language).split(part):
        if piece.strip():
            run.append(piece)
            if len(run) > 1 and len(piece.split()) > _LONG:
                yield run
                run = [piece]
    yield run


@lru_cache(maxsize=64)
def _separator(language: str) -> re.Pattern[str]:
    words = "|".join(word for word in JOINING[language].split("|") if word not in _ALSO_WITH)
    return re.compile(rf",?\s(?:{words})(?=\s)|{COMMA}|;", re.IGNORECASE)


@lru_cache(maxsize=8)
def _pair(language: str) -> re.Pattern[str]:
    first, second = _PAIRED[language]
    return re.compile(rf"(?<!\w){first}\s([^,;.:]{{1,80}}?)\s(?:{second})(?=\s)", re.IGNORECASE)
