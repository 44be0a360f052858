"""What the `#.` lines of a template entry tell a translator, read back.

The first line is `Paragraph in “Complaints” (public, staff)`; a line `{days}: for example “5 working days”` gives
the example of a placeholder.
"""

import re
from collections.abc import Mapping, Sequence

_SECTION = re.compile(r"[^“]* in “(.*)” \([^()]*\)\s*")
_EXAMPLE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}: for example “(.*)”")


def section_of(comments: Sequence[str]) -> str:
    """The title of the section that the message was found in, empty where none is named.

    >>> section_of(["Paragraph in “Complaints” (public, staff)", "A note."])
    'Complaints'
    """
    found = _SECTION.fullmatch(comments[0]) if comments else None
    return found[1] if found else ""


def examples_of(comments: Sequence[str]) -> Mapping[str, str]:
    """What each placeholder looks like, by its name.

    >>> examples_of(["Paragraph", "{days}: for example “5 working days”"])
    {'days': '5 working days'}
    """
    found = (_EXAMPLE.match(line) for line in comments)
    return {match[1]: match[2] for match in found if match}
