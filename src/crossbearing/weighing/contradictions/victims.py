"""Who was hit: fighters, says a party at war with them; civilians, say others."""

from collections.abc import Iterator, Sequence
from itertools import product

from crossbearing.actors import Actor, find_actor, opposed
from crossbearing.ontology import kinds
from crossbearing.records import Claim, Contradiction, affirms
from crossbearing.weighing.accused import parties
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.counted import is_anybody
from crossbearing.weighing.facts import ARMED, CIVIL, TWO_SIDED
from crossbearing.weighing.spots import CITY, RANKS, VILLAGE

FIGHTERS, CIVILIANS = "fighters", "civilians"
PARTIES = frozenset({"government", "military", "police", "armed_group"})
"""Kinds of sources that have a war to answer for."""


def victims(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row where a party says that it was fighters who were hit, and others that it was civilians.

    Who tells of both is on neither side; where sides fought each other both may have been. The two must tell of one
    place that is smaller than a city, or of a city in one report: a city is hit in many places on one day.
    """
    if any(claim.type in TWO_SIDED for voice in voices for claim in voice.claims):
        return []
    told = [(voice, claim, hit) for voice in voices for claim, hit in _hitting(voice)]
    roots: dict[str, set[str]] = {FIGHTERS: set(), CIVILIANS: set()}
    for voice, claim, hit in told:
        roots[hit] |= voice.roots[claim.id]
    both = roots[FIGHTERS] & roots[CIVILIANS]
    sides: dict[str, list[Position]] = {FIGHTERS: [], CIVILIANS: []}
    for voice, claim, hit in told:
        own = voice.roots[claim.id]
        if own and not own & both and (hit == CIVILIANS or _is_by_enemy(claim)):
            sides[hit].append(Position(hit, voice, (claim,)))
    pairs = [(p, q) for p, q in product(sides[FIGHTERS], sides[CIVILIANS]) if _at_one_place(p, q)]
    return [row("target", pairs)] if pairs else []


def _hitting(voice: Voice) -> Iterator[tuple[Claim, str]]:
    """The claims of a report that say that it was fighters, or civilians, and nobody else, who were hit."""
    for claim in voice.holding("happened"):
        if affirms(claim) and kinds()[claim.type].family == "violence":
            hit = {FIGHTERS if actor.kind in ARMED else CIVILIANS for actor in _hit(claim)}
            if len(hit) == 1:
                yield claim, hit.pop()


def _hit(claim: Claim) -> list[Actor]:
    named = {*claim.target, *(figure.group for figure in claim.figures if figure.group)}
    found = [actor for name in sorted(named) if not is_anybody(name) and (actor := find_actor(name)) is not None]
    return [actor for actor in found if actor.kind in ARMED | CIVIL]


def _is_by_enemy(claim: Claim) -> bool:
    """Whether who tells that fighters were hit is a party that is opposed to them, or calls them by no side's name."""
    told = [actor for actor in parties([link.name for link in claim.sources[-1:]]) if actor.kind in PARTIES]
    return any(hit.side is None or opposed(party, hit) for party in told for hit in _hit(claim))


def _at_one_place(a: Position, b: Position) -> bool:
    one, two = a.claims[0].where, b.claims[0].where
    if one is None or two is None or (one.place_id or one.name) != (two.place_id or two.name):
        return False
    rank = RANKS.get(one.kind, VILLAGE)
    return rank > CITY or (rank == CITY and a.voice is b.voice)
