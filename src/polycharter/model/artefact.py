"""One output file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artefact:
    """A path relative to the output folder, a media type and the bytes."""

    path: str
    media_type: str
    data: bytes
