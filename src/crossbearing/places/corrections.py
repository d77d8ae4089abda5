"""Carries a person's correction of a place to all claims that name it so and were taken for the same wrong place."""

from collections.abc import Mapping

import msgspec

from crossbearing.places.entry import Place
from crossbearing.places.names import name_key
from crossbearing.records import Claim, Reading, Where

Context = tuple[str, str | None, str | None]


def context(claim: Claim) -> Context | None:
    """Return what a correction of a claim's place holds for: the name's key, the place it was taken for, its country.

    So "Tripoli" that was taken for Libya's is corrected apart from the Tripoli that was taken for Lebanon's. Null where
    the claim names no place.
    """
    where = claim.where
    told = claim.places[0] if claim.places else where.name if where else ""
    if not told:
        return None
    return name_key(told), where.place_id if where else None, where.country if where else None


def as_where(place: Place) -> Where:
    """Return a place of the gazetteer as what a claim's place is corrected to."""
    return Where(
        name=place.name, place_id=place.place_id, geonameid=place.geonameid, lat=place.lat, lon=place.lon,
        precision_km=place.precision_km, country=place.country, kind=place.kind,
    )


def carry_corrections(read: Mapping[str, Reading], judged: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return readings as people judged them, with each correction of a place in force wherever its context returns.

    `read` are the readings by report as they were read, `judged` the same after the judgements in force: what differs
    between them is what people corrected. Where two corrections of one context disagree, each holds for its own claim
    alone; and since nothing but what is in force counts, a correction that is taken back is undone everywhere.
    """
    original = {claim.id: claim for reading in read.values() for claim in reading.claims}
    told: dict[Context, set[Where]] = {}
    for reading in judged.values():
        for claim in reading.claims:
            before = original.get(claim.id)
            if before is not None and claim.where is not None and before.where != claim.where:
                where = context(before)
                if where is not None:
                    told.setdefault(where, set()).add(claim.where)
    settled = {where: next(iter(meant)) for where, meant in told.items() if len(meant) == 1}
    if not settled:
        return dict(judged)
    return {report: _carried(reading, original, settled) for report, reading in judged.items()}


def _carried(reading: Reading, original: Mapping[str, Claim], settled: Mapping[Context, Where]) -> Reading:
    claims = []
    for claim in reading.claims:
        before = original.get(claim.id)
        where = context(claim) if before is not None and before.where == claim.where else None
        meant = settled.get(where) if where is not None else None
        claims.append(claim if meant is None else msgspec.structs.replace(claim, where=meant))
    return msgspec.structs.replace(reading, claims=tuple(claims))
