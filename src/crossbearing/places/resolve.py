"""Chooses the place that each name of a text means, all names together."""

import math
from functools import cache

import msgspec

from crossbearing.places.borders import km_outside
from crossbearing.places.context import QUARTERS, Name, calls
from crossbearing.places.countries import table
from crossbearing.places.entry import Candidate, NameRank, Place, is_little_known
from crossbearing.places.focus import AROUND_KM
from crossbearing.places.geometry import distance_km
from crossbearing.places.surroundings import WIDE, Choice, Surroundings, province_of, spoken_of

ROUNDS = 2
"""How often the choice is made anew in the light of the other names' places."""
LOOKED_AT_AGAIN = 40
"""Candidates of a name that are weighed anew in the light of the other names, the likeliest first."""
LIKELY = 0.02
"""Probability below which a candidate does not count as a place of the text."""
SMALL_PROVINCE_KM = 110.0
ENOUGH = 1
"""Other names with a country that tell which countries a text is about."""
TOWNS = ("city", "village")
NEIGHBOURS_KM = 50.0
"""Distance up to which two towns named one after the other are meant together."""
SMALLEST_TOWN_KM = 8.0
"""How far from the middle of a town its quarters lie at least, whatever its radius."""
AREA_KM = 60.0
"""Radius below which a region is a small one, which weighs no more than a town."""
RANKS = ("main", "other", "code", "demonym", "other")
"""What the ranks of names are called in the weights; a spelling counts as another name."""


@cache
def weights() -> dict[str, float]:
    """Return how much each feature of a candidate counts."""
    return {row["feature"]: float(row["weight"]) for row in table("resolution.csv")}


def lies_in(place: Place, wider: Place) -> bool:
    """Whether the gazetteer puts a place inside another."""
    if wider.kind == "country":
        return place.country == wider.country and place.place_id != wider.place_id
    return wider.place_id in (place.province_id, place.district_id)


def belongs_to(name: Name, place: Place, wider: Place) -> bool:
    """Whether a place may be what a text puts inside another: of a town, its quarter or a place of its province."""
    if wider.kind not in TOWNS:
        return lies_in(place, wider)
    if place.lat is None or place.lon is None or wider.lat is None or wider.lon is None:
        return False
    near = distance_km(place.lat, place.lon, wider.lat, wider.lon) <= max(wider.precision_km or 0.0, SMALLEST_TOWN_KM)
    return near or (set(name.kinds).isdisjoint(QUARTERS) and place.province_id == wider.province_id is not None)


def resolve(names: list[Name], hints: dict[str, float] | None = None) -> list[Choice]:
    """Choose a place for every name: first each by itself and what the text puts it into, then by the others' places.

    `hints` tells how strongly the report speaks for each country, beside the places that it names (0 to 1). A choice
    without candidates means no place.
    """
    choices = _chosen(names, hints or {})
    foreign = _of_unnamed_countries(names, choices, hints or {})
    if foreign:
        names = [msgspec.structs.replace(n, candidates=()) if i in foreign else n for i, n in enumerate(names)]
        choices = _chosen(names, hints or {})
    last = Surroundings(names, choices)
    settled = [_put_inside(name, choices, choices[i]) for i, name in enumerate(names)]
    return [
        Choice([], []) if _is_stray(name, i, settled, last, hints or {}) else settled[i] for i, name in enumerate(names)
    ]


def _chosen(names: list[Name], hints: dict[str, float]) -> list[Choice]:
    """Choose for every name by itself, then, in some rounds, by the others' places."""
    known = weights()
    choices = [Choice([], []) for _ in names]
    for turn in range(ROUNDS + 1):
        now = Surroundings(names, choices) if turn else None
        choices = [_choose(names, i, choices, now, hints, known) for i in range(len(names))]
    return choices


def _of_unnamed_countries(names: list[Name], choices: list[Choice], hints: dict[str, float]) -> set[int]:
    """Return the names that could only mean little-known towns of a country of which the text names neither itself nor
    an area nor the capital, while it speaks of another one: villages that nobody knows, which have a namesake abroad.

    Not towns beside that other country, whose troubles cross its border, nor two near each other named one after the
    other, which are hardly both namesakes.
    """
    told_of = spoken_of(names, choices)
    if not told_of:
        return set()
    places = [choice.place for choice in choices]
    named = {*hints, *(p.country for p in places if p is not None and (p.kind not in TOWNS or p.capital))}
    return {
        i for i, place in enumerate(places)
        if place is not None and is_little_known(place) and place.country not in named
        and not any(_lies_beside(place, country) for country in told_of)
        and not any(
            other is not None and _are_near(place, other) and _follow(names[i], name)
            for name, other in zip(names, places, strict=True)
        )
    }


def _lies_beside(place: Place, country: str) -> bool:
    """Whether a place lies near the border of a country."""
    if place.lat is None or place.lon is None:
        return False
    outside = km_outside(country, place.lat, place.lon)
    return outside is not None and outside <= AROUND_KM


def _are_near(place: Place, other: Place) -> bool:
    """Whether two places are neighbours in one country."""
    if place.country != other.country or place.place_id == other.place_id or other.kind in WIDE:
        return False
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(place.lat, place.lon, other.lat, other.lon) <= NEIGHBOURS_KM


def _follow(name: Name, other: Name) -> bool:
    """Whether a text names one right after the other somewhere."""
    return any(abs(i - j) == 1 for i in name.found for j in other.found)


def _is_stray(name: Name, i: int, choices: list[Choice], now: Surroundings, hints: dict[str, float]) -> bool:
    """Whether a name could only mean a little-known town of a country that nothing else in the text speaks of.

    Then no place is meant rather than that one: it is a village that nobody knows, or no place at all.
    """
    place = choices[i].place
    if place is None or name.inside or not is_little_known(place):
        return False
    if now.country_share(i, place.country) >= LIKELY or hints.get(place.country or ""):
        return False
    return sum(other.place is not None and other.place.country is not None for other in choices) > ENOUGH


def _put_inside(name: Name, choices: list[Choice], chosen: Choice) -> Choice:
    """Return a name's choice without the places that it cannot mean where the text puts it into another.

    Those are, of a quarter, all that do not lie in its town, or little-known towns where nobody knows that town; and
    little-known towns of another country.
    """
    told = [wider for j in name.inside if (wider := choices[j].place) is not None]
    place = chosen.place
    quarter = not set(name.kinds).isdisjoint(QUARTERS)
    if name.inside and not told and quarter and place is not None and place.kind in TOWNS and is_little_known(place):
        return Choice([], [])
    if not told or place is None or any(belongs_to(name, place, wider) for wider in told):
        return chosen
    bigger = any(wider.kind in TOWNS and wider.population > place.population for wider in told)
    in_town = bigger and quarter
    abroad = all(place.country and wider.country and place.country != wider.country for wider in told)
    if not in_town and not (abroad and is_little_known(place)):
        return chosen
    held = [one for one in chosen.ranked if any(belongs_to(name, one[1].place, wider) for wider in told)]
    return Choice(held, [(1.0, held[0][1].place)] if held else [])


def _choose(
    names: list[Name], i: int, choices: list[Choice], now: Surroundings | None, hints: dict[str, float],
    known: dict[str, float],
) -> Choice:
    candidates = names[i].candidates if now is None else [c for _, c in choices[i].ranked[:LOOKED_AT_AGAIN]]
    if len(candidates) == 1:  # no score is wanted where there is nothing to choose
        return Choice([(0.0, candidates[0])], [(1.0, candidates[0].place)])
    scored = []
    for candidate in candidates:
        score = 0.0
        for feature, value in features(names, i, candidate, choices, now, hints):
            score += known.get(feature, 0.0) * value
        scored.append((score, candidate))
    if not scored:
        return Choice([], [])
    scored.sort(key=lambda x: (-x[0], x[1].place.place_id))
    best = scored[0][0]
    powers = [(math.exp(score - best), c.place) for score, c in scored if score > best - 4.0]
    whole = sum(p for p, _ in powers)
    return Choice(scored, [(p / whole, place) for p, place in powers if p / whole >= LIKELY])


def _is_seat(name: Name, place: Place) -> bool:
    """Whether a town gives its name to a small province that the name may mean too: without more, the town is meant."""
    if place.province_id is None or "province" in name.kinds:
        return False
    for candidate in name.candidates:  # a plain loop: this is asked of each of them
        if candidate.place.place_id == place.province_id:
            return (candidate.place.precision_km or 0.0) <= SMALL_PROVINCE_KM
    return False


def features(
    names: list[Name], i: int, candidate: Candidate, choices: list[Choice], now: Surroundings | None,
    hints: dict[str, float],
) -> list[tuple[str, float]]:
    """Return the features of one candidate of name `i`, with their values; their weights: `data/resolution.csv`."""
    name, place = names[i], candidate.place
    kind: str = "town" if place.kind in ("city", "village") else place.kind
    if kind == "region" and (place.precision_km or 0.0) < AREA_KM:
        kind = "area"
    out = [(kind, 1.0), ("population", math.log10(place.population + 10)), (RANKS[candidate.rank], 1.0)]
    if place.capital and candidate.rank == NameRank.MAIN:
        out.append(("capital", 1.0))
    if place.lat is None:
        out.append(("no point", 1.0))
    if _is_seat(name, place):
        out.append(("seat of a small province", 1.0))
    if hints:  # which says nothing of countries and of what lies across their borders
        neutral = place.kind in ("country", "region", "water")
        out.append(("hinted country", max(hints.values()) if neutral else hints.get(place.country or "", 0.0)))
    if name.kinds and calls(name, place):
        out.append(("called a province" if place.kind == "province" else "called so", 1.0))
    if name.inside:
        held = False
        for j in name.inside:
            wider = choices[j].place if now else None
            if wider is not None:
                held = held or belongs_to(name, place, wider)
            else:
                held = held or any(belongs_to(name, place, c.place) for c in names[j].candidates)
        out.append(("inside" if held else "not inside", 1.0))
    if name.whole:
        out.append(("holds " + kind, 1.0))
        mine = [n for n in names if i in n.inside]
        share = sum(any(lies_in(c.place, place) for c in n.candidates) for n in mine) / max(1, len(mine))
        out.append(("holds named", share))
    if now is None:
        return out
    across = place.country is None  # seas and continents lie in no country, which says nothing against them
    share = now.best_country_share(i) if across else now.country_share(i, place.country)
    out.append(("country share", share))
    out.append(("country some", min(1.0, 20.0 * share)))
    province = province_of(place)
    if province:
        share = now.province_share(i, province)
        out.append(("province share", share))
        out.append(("province some", min(1.0, 20.0 * share)))
        out.append(("province possible", math.log1p(now.could_be(i, province))))
    if place.province_id in now.named and now.named[place.province_id] != i:
        out.append(("province named", 1.0))
    if place.kind not in WIDE:
        out.append(("near", now.nearest(i, place)))
    return out
