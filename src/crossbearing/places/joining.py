"""Joins the tables that users bring to the places that are known: one place stays one entry."""

from collections import defaultdict
from collections.abc import Iterable

from crossbearing.places.entry import Entry, NameRank
from crossbearing.places.geometry import distance_km
from crossbearing.places.names import skeleton

SETTLEMENTS = ("city", "village", "neighbourhood", "camp")
AREAS = ("province", "district")
SAME_KM = 4.0
"""Distance up to which two settlements whose names sound alike are one; sources place one village by its parts."""
SAME_AREA_KM = 60.0
"""The same of the middles of two districts or provinces."""
SHORTEST = 2
"""Consonants below which names say too little to be taken for one."""


def join(rows: Iterable[Entry], entries: dict[str, Entry]) -> None:
    """Add the rows of one table to the entries; a row of a place that is known gives that its names and p-code.

    Known is what has its id, or bears a name of the same sound in the same country, is of the same sort, and lies
    where the row says. A row that says not where its place lies is left out where no place, or more than one, fits. Two
    rows of one table are two places, unless they have one id.
    """
    rows = list(rows)
    known = _by_sound(entries, {row.country for row in rows})
    for row in rows:
        same = entries.get(row.place_id) or _same(row, known)
        if same is None:
            if row.lat is not None:
                entries[row.place_id] = row
            continue
        ours = same.place_id == row.place_id and row.geonameid is None
        rest = row.names if ours else [(name, max(rank, NameRank.OTHER)) for name, rank in row.names]
        same.names = rest + same.names if ours else same.names + rest
        same.pcode = row.pcode or same.pcode
        same.geonameid = same.geonameid or row.geonameid
        if ours and row.lat is not None:  # a person's own table corrects ours
            same.name, same.lat, same.lon, same.precision_km = row.name, row.lat, row.lon, row.precision_km


def _by_sound(entries: dict[str, Entry], countries: set[str | None]) -> dict[tuple[str | None, str], list[Entry]]:
    found: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.country in countries and entry.kind in SETTLEMENTS + AREAS:
            for sound in _sounds(entry):
                found[entry.country, sound].append(entry)
    return found


def _sounds(entry: Entry) -> list[str]:
    names = (name for name, rank in entry.names if rank <= NameRank.OTHER and name[:1] != "=")
    return [sound for sound in dict.fromkeys(map(skeleton, names)) if len(sound) >= SHORTEST]


def _same(row: Entry, known: dict[tuple[str | None, str], list[Entry]]) -> Entry | None:
    """The place that a row tells of again."""
    alike = {e.place_id: e for sound in _sounds(row) for e in known[row.country, sound] if _is_of_sort(row, e)}
    if row.lat is None or row.lon is None:
        return next(iter(alike.values())) if len(alike) == 1 else None
    reach = SAME_AREA_KM if row.kind in AREAS else SAME_KM
    near = [
        (distance_km(row.lat, row.lon, e.lat, e.lon), e.place_id) for e in alike.values()
        if e.lat is not None and e.lon is not None
    ]
    near = [one for one in near if one[0] <= reach]
    return alike[min(near)[1]] if near else None


def _is_of_sort(one: Entry, other: Entry) -> bool:
    return one.kind == other.kind if one.kind in AREAS else one.kind in SETTLEMENTS and other.kind in SETTLEMENTS
