"""Office files are zip archives: the same members in the same order, with one time for all, on every machine."""

import io
import zipfile
from collections.abc import Callable

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can hold."""
_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""What readers of Open Packaging Conventions look for first."""


def repacked(data: bytes, change: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """The archive written anew: members by name, no times, no owners; each as `change(name, content)` makes it.

    Members are stored, not compressed: what zlib makes of the same bytes is not the same on every machine.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {name: change(name, old.read(name)) for name in old.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in sorted(members, key=lambda name: (name not in _FIRST, name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            info.external_attr = 0
            new.writestr(info, members[name])
    return out.getvalue()
