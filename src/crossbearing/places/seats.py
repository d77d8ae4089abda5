"""Gives the town that an area is called after the area's name, too, where sources write the two differently."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from crossbearing.places.entry import Entry, NameRank
from crossbearing.places.names import name_key
from crossbearing.places.sounds import are_alike, sounds, without_kind

AREAS = ("province", "district")
TOWNS = ("city", "village")


def name_seats(entries: dict[str, Entry], countries: Collection[str]) -> None:
    """Add to a town of each area of `countries` the names of the area that sound as its own.

    A source may write "Jisr al-Shughur" for a district alone and "Jisr ash Shughur" for its town; then one spelling of
    the town would mean it, and another the district.
    """
    inside: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind in TOWNS and entry.country in countries:
            for above in {entry.province_id, entry.district_id} - {None}:
                inside[above or ""].append(entry)
    for area in entries.values():
        if area.kind in AREAS and area.place_id in inside:
            for name, key in _bare_names(area):
                _name_seat(name, key, inside[area.place_id])


def _bare_names(area: Entry) -> Iterator[tuple[str, str]]:
    """An area's names in Latin letters that do not say what kind of area it is, each with its key."""
    for name, rank in area.names:
        key = name_key(name)
        if rank <= NameRank.OTHER and key.isascii() and key == without_kind(key):
            yield name, key


def _name_seat(name: str, key: str, towns: list[Entry]) -> None:
    """Give an area's name to the biggest of its towns that sounds so, where none of them bears it."""
    alike = []
    for town in towns:
        keys = {name_key(other) for other, rank in town.names if rank <= NameRank.OTHER}
        if key in keys:
            return
        if any(other.isascii() and are_alike(sounds(key), sounds(other)) for other in keys):
            alike.append(town)
    if alike:
        seat = max(alike, key=lambda town: (town.population, town.place_id))
        seat.names.append((name, NameRank.OTHER))
