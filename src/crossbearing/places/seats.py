"""Gives the town that an area is called after the area's name, too, where sources write the two differently."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from crossbearing.places.entry import Entry, NameRank
from crossbearing.places.names import name_key
from crossbearing.places.sounds import are_alike, sounds, without_kind

AREAS = ("province", "district")
TOWNS = ("city", "village")
ROUGHLY = 60.0
"""Letters in common (percent) of the sounds of two names below which they are not compared any further."""
Heard = tuple[Entry, frozenset[str], frozenset[str]]
"""A town with the keys of its names in Latin letters and the sounds of these."""


def name_seats(entries: dict[str, Entry], countries: Collection[str]) -> None:
    """Add to a town of each area of `countries` the names of the area that sound as its own.

    A source may write "Jisr al-Shughur" for a district alone and "Jisr ash Shughur" for its town; then one spelling of
    the town would mean it, and another the district.
    """
    inside: dict[str, list[Heard]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind in TOWNS and entry.country in countries:
            keys = frozenset(key for _, key in _names(entry))
            for above in {entry.province_id, entry.district_id} - {None}:
                inside[above or ""].append((entry, keys, frozenset(map(sounds, keys))))
    for area in entries.values():
        if area.kind in AREAS and area.place_id in inside:
            for name, key in _names(area):
                if key == without_kind(key):  # "Jisr al-Shughur District" is no name of the town
                    _name_seat(name, key, inside[area.place_id])


def _names(entry: Entry) -> Iterator[tuple[str, str]]:
    """The names of a place in Latin letters, each with its key."""
    keys = ((name, name_key(name)) for name, rank in entry.names if rank <= NameRank.OTHER)
    return ((name, key) for name, key in keys if key.isascii())


def _name_seat(name: str, key: str, towns: Sequence[Heard]) -> None:
    """Give an area's name to the biggest of its towns that sounds so, where none of them bears it."""
    if any(key in keys for _, keys, _ in towns):
        return
    heard = sounds(key)
    alike = [
        town for town, _, spoken in towns
        if any(fuzz.ratio(heard, other) >= ROUGHLY and are_alike(heard, other) for other in spoken)
    ]
    if alike:
        seat = max(alike, key=lambda town: (town.population, town.place_id))
        seat.names.append((name, NameRank.OTHER))
