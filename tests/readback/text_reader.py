"""A plain text read back as a person would: underlined headings, lists by their signs, addresses in angle brackets."""

import re

from tests.readback.reading import Reading

_LEVELS = {"=": 1, "-": 2, "~": 3, ".": 4}
_SIGN = re.compile(r"^ *(?:- |[0-9]+\. )")
_ADDRESS = re.compile(r"<([^<>]+)>")
_HEADING = re.compile(r"\([→←] ([^()]+)\)")
_ISOLATES = re.compile("[\u2066-\u2069]")
_TO_WRITE_ON = re.compile(r"^ *_{5,}$")


def read(text: str) -> Reading:
    """The text between its contents and the last rule of stars."""
    bare = _ISOLATES.sub("", text).strip("\n")
    parts = [part.split("\n") for part in re.split(r"\n{2,}", bare)]
    parts = parts[: max(at for at, part in enumerate(parts) if part[0].strip() == "* * *")]
    headed = [at for at, part in enumerate(parts) if _level(part) == 1]
    title = " ".join(parts[headed[0]][:-1])
    chapters = [" ".join(parts[at][:-1]) for at in headed[2:]]
    has_contents = len(headed) > 2 and _listed(parts[headed[1] + 1]) == chapters
    body = parts[headed[2 if has_contents else 1] :]
    headings = tuple((_level(part), " ".join(part[:-1])) for part in body if _level(part))
    lines, links = [], []
    for part in body:
        words = " ".join(_SIGN.sub("", line) for line in (part[:-1] if _level(part) else part))
        links += [address.replace(" ", "") for address in _ADDRESS.findall(words)]
        links += [f"→ {heading}" for heading in _HEADING.findall(re.sub(" +", " ", words))]
        if not _TO_WRITE_ON.match(words):
            lines.append(_HEADING.sub("", _ADDRESS.sub("", words)))
    return Reading(title, headings, tuple(lines), tuple(links))


def _level(part: list[str]) -> int:
    """The level that the line under a heading says, 0 where there is none."""
    last = part[-1]
    is_line = len(part) > 1 and len(last) > 1 and set(last) <= set(_LEVELS) and len(set(last)) == 1
    return _LEVELS[last[0]] if is_line else 0


def _listed(part: list[str]) -> list[str]:
    return [" ".join(entry.split()) for entry in "\n".join(part).removeprefix("- ").split("\n- ")]
