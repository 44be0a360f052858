"""Line, column and excerpt of a hit in a catalogue."""

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.finding import Excerpt, Hit
from polycharter.model.place import Place
from polycharter.text.marking import Spot, cut, find_quote, first_text


def placed(hit: Hit, entry: Entry | None, catalogue: Catalogue) -> tuple[Place, Excerpt | None]:
    """Where a hit is, to the column, and what the file says there.

    `entry` is the one that the hit is about, None for the header. The column is that of the quote, else that at
    which the text of the hit's own line begins. A hit on the file as a whole, or in another file, stays as it is.
    """
    place = hit.place
    if place.path != catalogue.path or not place.line:
        return place, None
    entry = entry if hit.keys else catalogue.header
    if entry is None or entry.raw is None or not entry.target_line:
        return place, None
    if hit.quote and not place.column and (spot := find_quote(entry.raw, hit.quote, hit.form, hit.at)):
        line = entry.target_line + spot.line
        return Place(place.path, line, spot.column), _excerpt(line, spot)
    text = _line(entry, place.line)
    if text is None:
        return place, None
    if place.column:
        marked = len(hit.quote) if text.startswith(hit.quote, place.column - 1) else 0
        return place, _excerpt(place.line, Spot(0, place.column, marked, text))
    column = text.find('"') + 2
    spot = first_text(entry.raw) if place.line == entry.target_line else None
    shown = _excerpt(entry.target_line + spot.line, spot) if spot else _excerpt(place.line, Spot(0, column, 0, text))
    return Place(place.path, place.line, column), shown


def _line(entry: Entry, number: int) -> str | None:
    """A line of the entry by its number in the file, None where it is not one of the entry's."""
    lines = (entry.raw or "").replace("\r\n", "\n").split("\n")
    start = next((index for index, line in enumerate(lines) if line.startswith(("msgstr", "#~ msgstr"))), None)
    if start is None or not 0 <= start + number - entry.target_line < len(lines):
        return None
    return lines[start + number - entry.target_line]


def _excerpt(line: int, spot: Spot) -> Excerpt:
    return Excerpt(line, *cut(spot.text, spot.column - 1, spot.length))
