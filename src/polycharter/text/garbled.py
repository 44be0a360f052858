"""Letters that a program with another encoding has garbled: each byte of a letter shown as a letter of its own.

Some pairs look garbled and are right: the É and the ” of “CAFÉ” are the two bytes of one letter by chance. So it
matters what stands around them: a word in capitals before, no small letter behind, a mark that opens what ” closes.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_BYTES = bytes(range(0x80, 0xC0))
_CONTINUED = "".join(each if (each := bytes([byte]).decode("cp1252", "ignore")) else chr(byte) for byte in _BYTES)
"""How Windows-1252 shows the second and later bytes of a letter in UTF-8; browsers show its five gaps as controls."""

_CONTINUED_MAC = _BYTES.decode("mac_roman")
_WINDOWS = re.compile(
    f"[Â-ÞĂ×][{re.escape(_CONTINUED)}]|[à-ï][{re.escape(_CONTINUED)}]{{2}}|[ð-ô][{re.escape(_CONTINUED)}]{{3}}|â€"
)
_MAC = re.compile(f"[¬√ƒ≈∆][{re.escape(_CONTINUED_MAC)}]|[·‚][{re.escape(_CONTINUED_MAC)}]{{2}}")
_ANY_MAC = re.compile("[¬√ƒ≈∆·‚]")
_BYTE_OF: Mapping[str, int] = {
    **dict(zip(_CONTINUED, _BYTES, strict=True)),
    "Ă": 0xC3,  # Windows-1258, the Vietnamese one, has it where 1252 has Ã
    **{chr(byte): byte for byte in range(0xC0, 0x100)},
}

_OLD_FONTS: Mapping[str, re.Pattern[str]] = {
    "vi": re.compile(
        r"(?<!\w)[^\W\d_]*(?:[äåëïîöøûüñÿ]|[^\W\d_](?:[«¬µ©ª](?=[^\W\d_])|[¶¸¨])|®[^\W\d_])[^\W\d_]*", re.IGNORECASE
    ),
}
"""By language, what a word looks like that was typed for a font of before Unicode: TCVN3 and VNI in Vietnamese."""

_OF_UNICODE = re.compile("[\u0100-\u024f\u1e00-\u1eff]")
"""Letters that these fonts did not have."""

_RARE = "ÉÊËÍÒÓÔÕÖ×ØÙÚÛÜÝÞ"
"""First bytes of letters that no Latin alphabet has; a garbled Greek, Hebrew or Arabic text has many of them."""

_CLOSING = "”“’‘»›"
_BEHIND_CAPITALS = f"{_CLOSING}«‹–—…•·™®©ªº°²³¹†‡\u00a0\u00ad"
"""Marks that may follow a word in capitals in a text that is right."""

_BEHIND_ANY = "”“’»›–—…\u00a0"
_OPENING = re.compile("[“”„«»‹›‘’‚\"']")
_BEFORE = re.compile(r"[^\W\d_]*$")
_TILDE = re.compile("ã[ -~]|Ã[A-Z]")
_NOT_OF_WINDOWS = re.compile("(?!Ă)[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u01a0-\u024f\u1e00-\u1eff]")


def has_tilde(text: str) -> bool:
    """Whether a text has a letter ã of its own: Ã is in garbled texts too, but never before a plain letter.

    >>> has_tilde("não"), has_tilde("KlagomÃ¥l")
    (True, False)
    """
    return bool(_TILDE.search(text))


def garbled(text: str, *, tilde: bool = False) -> tuple[str, int]:
    """The first letter of a text that was garbled, as it is shown there, and its offset; empty and -1 if none was.

    `tilde` says that the text's language has the letter Ã.

    >>> garbled("KlagomÃ¥l"), garbled("Tryck på ”PÅ”."), garbled("Khi·∫øu n·∫°i")[0]
    (('Ã¥', 6), ('', -1), '·∫ø')
    """
    if text.isascii():
        return "", -1
    rare: list[tuple[str, int]] = []
    for found in _WINDOWS.finditer(text):
        shown, start = found[0], found.start()
        if not _is_one_letter(shown) or _is_right(text, start, found.end(), tilde):
            continue
        if shown[0] not in _RARE:
            return shown, start
        rare.append((shown, start))
    if len(rare) > 2:
        return rare[0]
    for found in _MAC.finditer(text) if _ANY_MAC.search(text) else ():
        if _decodes(found[0].encode("mac_roman")):
            return found[0], found.start()
    return "", -1


@lru_cache(maxsize=4_000)
def _is_one_letter(shown: str) -> bool:
    return shown == "â€" or _decodes(bytes(_BYTE_OF[each] for each in shown))


def _decodes(raw: bytes) -> bool:
    try:
        return len(raw.decode("utf-8")) == 1
    except UnicodeError:
        return False


def _is_right(text: str, start: int, end: int, tilde: bool) -> bool:
    """Whether a letter and the marks behind it are just that where they stand."""
    lead, marks, behind = text[start], text[start + 1 : end], text[end : end + 2]
    if lead == "Â" or (lead == "×" and marks != "\u00a0"):
        return False
    if lead == "Ã" and not (tilde or _NOT_OF_WINDOWS.search(text) or has_tilde(text)):
        return False
    if lead.isupper() and not all(map(str.isupper, _word_before(text, start))):
        return False
    if lead in "Ãá" and any(mark in "”“»›" for mark in marks) and not _OPENING.search(text, 0, start):
        return False
    if lead.islower():
        return all(mark in _BEHIND_ANY for mark in marks) and not behind[:1].isalpha()
    return marks in _BEHIND_CAPITALS and _goes_on(marks, behind)


def _word_before(text: str, start: int) -> str:
    """The letters directly before an offset; forty of them tell as much as all."""
    found = _BEFORE.search(text[max(0, start - 40) : start])
    return found[0] if found else ""


def _goes_on(mark: str, behind: str) -> bool:
    """Whether what follows the mark may follow it behind a word in capitals: no small letter, but the ’s of a name."""
    if not behind[:1].isalpha():
        return True
    if mark in _CLOSING:
        return mark == "’" and behind[:1] in "sS" and not behind[1:].isalpha()
    return behind[:1].isupper() and mark not in "…™®©ªº°²³¹†‡"


def old_font_letters(locale: str) -> re.Pattern[str] | None:
    """What a word in an old font of the locale's language looks like; None where there is none such."""
    return _OLD_FONTS.get(locale.partition("-")[0])


def in_old_font(source: str, target: str, words: re.Pattern[str]) -> str:
    """The first word that was typed for an old font, where a third of all words were; a name in the source is none."""
    if target.isascii() or _OF_UNICODE.search(target):
        return ""
    found = [word for word in words.findall(target) if word not in source]
    many = len(found) > 1 and len(found) * 3 >= len(target.split())
    return found[0] if many and any(word[0].islower() for word in found) else ""
