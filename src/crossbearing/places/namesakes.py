"""Which of a town and an area that are called alike a name means: that it is an area, the text says ("X district")."""

from crossbearing.places.context import Name
from crossbearing.places.entry import Candidate, NameRank, Place
from crossbearing.places.names import name_key
from crossbearing.places.sounds import likeness, sounds

TOWNS = ("city", "village")


def without_namesakes(name: Name) -> tuple[Candidate, ...]:
    """Return a name's candidates less those that their namesake shuts out where the text does not say what is meant.

    Those are districts one of whose towns bears the name, and towns for which it is only another name, which is not
    like their own, while it is the usual one of the province that they lie in ("Hatay" of Antakya).
    """
    towns = [c.place for c in name.candidates if c.place.kind in TOWNS]
    if not towns or len(towns) == len(name.candidates):
        return name.candidates
    named_so = set() if "district" in name.kinds else {town.district_id for town in towns}
    provinces = {
        c.place.place_id for c in name.candidates if c.place.kind == "province" and name_key(c.place.name) == name.key
    }
    if not name.kinds.isdisjoint(TOWNS):
        provinces = set()
    return tuple(
        c for c in name.candidates
        if not (c.place.kind == "district" and c.place.place_id in named_so)
        and not (c.rank == NameRank.OTHER and c.place.province_id in provinces and _is_called_after(c.place, name.key))
    )


def _is_called_after(place: Place, key: str) -> bool:
    """Whether a town has a name of its own, with which the one of that key has nothing in common."""
    own = name_key(place.name)
    shared = not set(own.split()).isdisjoint(key.split())
    return place.kind in TOWNS and not shared and likeness(sounds(own), sounds(key)) < 0.0
