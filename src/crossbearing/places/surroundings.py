"""Where the names of a text lie, as far as is known: what each of them is to the others."""

import math
from collections import Counter

import msgspec

from crossbearing.places.context import Name
from crossbearing.places.entry import Candidate, NameRank, Place

FAR_KM = 500.0
"""Distance beyond which another place is no neighbour."""
NEARBY_DEGREES = 5.0
"""Degrees of latitude beyond which two points are further apart than that."""
SPOKEN_OF = 2
"""How often a text names a country or its people that it speaks of."""
NOTHING = 0.01
"""Weight below which there are no other names to speak of."""
WIDE = ("country", "province", "region", "water")
"""Kinds too wide to be near to anything."""


class Choice(msgspec.Struct):
    """The candidates of a name with their scores, best first, and the probabilities those scores amount to."""

    ranked: list[tuple[float, Candidate]]
    likely: list[tuple[float, Place]]

    @property
    def place(self) -> Place | None:
        """The place chosen."""
        return self.ranked[0][1].place if self.ranked else None


def province_of(place: Place) -> str | None:
    """Return the id of the province that a place is or lies in."""
    return place.place_id if place.kind == "province" else place.province_id


def spoken_of(names: list[Name], choices: list[Choice]) -> Counter[str]:
    """Return how often a text names each country that it speaks of: those of which it names the people, too, in which
    it puts something, and not once alone.

    A country's name by itself may be a person's ("Jordan"), and one whose people or rulers only act ("Danish jets
    struck", "Denmark denied it") does so anywhere.
    """
    named: Counter[str] = Counter()
    peoples: set[str] = set()
    scenes: set[str] = set()
    for name, choice in zip(names, choices, strict=True):
        place = choice.place
        if place is not None and place.kind == "country" and place.country:
            named[place.country] += max(1, len(name.found))
            if choice.ranked[0][1].rank == NameRank.DEMONYM:
                peoples.add(place.country)
            if name.scene:
                scenes.add(place.country)
    return Counter({code: often for code, often in named.items() if code in peoples & scenes and often >= SPOKEN_OF})


class Surroundings:
    """Where the names of a text lie, as far as is known: the weight of each country, province and point."""

    def __init__(self, names: list[Name], choices: list[Choice]) -> None:
        self.total = 0.0
        self.countries: dict[str, float] = {}
        self.provinces: dict[str, float] = {}
        self.own_countries: list[dict[str, float]] = []
        self.own_provinces: list[dict[str, float]] = []
        self.weights: list[float] = []
        self.named: dict[str, int] = {}
        self.points: list[tuple[int, float, float, float]] = []
        self.possible: dict[str, float] = {}
        self.own_possible: list[set[str]] = []
        self.possible_weight: list[float] = []
        for i, (name, choice) in enumerate(zip(names, choices, strict=True)):
            weight = 1.0 + math.log(max(1, len(name.found)))
            countries: dict[str, float] = {}
            provinces: dict[str, float] = {}
            for share, place in choice.likely:
                if place.country:
                    countries[place.country] = countries.get(place.country, 0.0) + share * weight
                province = province_of(place)
                if province:
                    provinces[province] = provinces.get(province, 0.0) + share * weight
                if place.lat is not None and place.lon is not None and place.kind not in WIDE:
                    self.points.append((i, place.lat, place.lon, share))
            for code, share in countries.items():
                self.countries[code] = self.countries.get(code, 0.0) + share
            for code, share in provinces.items():
                self.provinces[code] = self.provinces.get(code, 0.0) + share
            self.own_countries.append(countries)
            self.own_provinces.append(provinces)
            self.weights.append(weight if choice.ranked else 0.0)
            self.total += self.weights[-1]
            if choice.place is not None:
                self.named[choice.place.place_id] = i
            possible = {p for p in (province_of(c.place) for c in name.candidates) if p}
            rare = 1.0 / max(1.0, math.sqrt(len(possible)))
            for code in possible:
                self.possible[code] = self.possible.get(code, 0.0) + rare
            self.own_possible.append(possible)
            self.possible_weight.append(rare)

    def country_share(self, i: int, country: str | None) -> float:
        """Share of the other names that lie in a country, weighted by how often they are named."""
        rest = self.total - self.weights[i]
        others = self.countries.get(country or "", 0.0) - self.own_countries[i].get(country or "", 0.0)
        return others / rest if rest > NOTHING else 0.0

    def best_country_share(self, i: int) -> float:
        """Share of the other names that lie in the country that most of them lie in."""
        return max((self.country_share(i, country) for country in self.countries), default=0.0)

    def province_share(self, i: int, province: str) -> float:
        """The same for a province."""
        rest = self.total - self.weights[i]
        others = self.provinces.get(province, 0.0) - self.own_provinces[i].get(province, 0.0)
        return others / rest if rest > NOTHING else 0.0

    def could_be(self, i: int, province: str) -> float:
        """How many other names may mean something in a province, the rarer the name the more it counts."""
        mine = self.possible_weight[i] if province in self.own_possible[i] else 0.0
        return self.possible.get(province, 0.0) - mine

    def nearest(self, i: int, place: Place) -> float:
        """How near the nearest other name's place lies: 0 where it is far, about 4 beside it; by its probability."""
        if place.lat is None or place.lon is None:
            return 0.0
        best = 0.0
        squeeze = math.cos(math.radians(place.lat))
        for j, lat, lon, share in self.points:
            if j != i and abs(lat - place.lat) < NEARBY_DEGREES:
                across = abs(lon - place.lon)
                km = 111.2 * math.hypot(lat - place.lat, min(across, 360.0 - across) * squeeze)
                if km < FAR_KM:
                    best = max(best, share * math.log((FAR_KM + 10.0) / (km + 10.0)))
        return best
