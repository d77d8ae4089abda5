"""Readings as people judged them: judgements find their claims by the words these stand on, whoever read them."""

from collections.abc import Iterable, Mapping

import msgspec

from crossbearing.records.claim import Claim, Reading
from crossbearing.records.judgement import CORRECTABLE, Anchor, Judgement, field_value, in_force, pairs
from crossbearing.records.report import Span


def find_claim(anchor: Anchor, reading: Reading) -> Claim | None:
    """Return the claim of a reading that an anchor means; null where no claim stands on its words any more.

    The surest first: the same trigger and kind, the same trigger, an overlapping trigger of the same kind, the only
    overlapping one.
    """
    here = [c for c in reading.claims if c.located == anchor.located and _overlap(c.trigger, anchor.span)]
    for fits in (
        [c for c in here if c.trigger == anchor.span and c.type == anchor.kind],
        [c for c in here if c.trigger == anchor.span],
        [c for c in here if c.type == anchor.kind],
        here if len(here) == 1 else [],
    ):
        if fits:
            return fits[0]
    return None


def _overlap(a: Span, b: Span) -> bool:
    return max(a[0], b[0]) < min(a[1], b[1])


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Readings as people judged them, for weighing.

    `same` and `apart` pair the ids of claims that people said to tell of one happening, or not of one; of two who
    differ, the later. `accepted` are the claims that somebody found right as a whole, `refuted` those of which somebody
    said that it did not happen so (`polarity` corrected to negated). `orphans` are judgements in force with words that
    no claim of the readings stands on: shown to a person, never dropped; the rest of them holds.
    """

    readings: dict[str, Reading]
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()
    refuted: tuple[str, ...] = ()
    orphans: tuple[Judgement, ...] = ()


def apply_judgements(judgements: Iterable[Judgement], readings: Mapping[str, Reading]) -> Judged:
    """Return the readings without rejected claims and with corrected fields, and the pairs that people decided.

    Rejecting one field empties it (to what the record has by default) and keeps the claim.
    """
    changed = dict(readings)
    related: dict[tuple[str, str], str] = {}
    accepted = set()
    refuted = set()
    orphans = []
    for judgement in in_force(judgements):
        claims = {anchor: claim for anchor in judgement.anchors if (claim := _find(anchor, readings))}
        if len(claims) < len(judgement.anchors):
            orphans.append(judgement)
        for (one, other), said in pairs(judgement).items():
            if one in claims and other in claims:
                a, b = sorted((claims[one].id, claims[other].id))
                related[a, b] = said
        for claim in claims.values():
            if judgement.verdict in {"reject", "correct"}:
                changed[claim.report] = _changed(changed[claim.report], claim.id, judgement)
            elif judgement.verdict == "accept" and judgement.field is None:
                accepted.add(claim.id)
            if (judgement.verdict, judgement.field, judgement.value) == ("correct", "polarity", "negated"):
                refuted.add(claim.id)
    return Judged(
        readings=changed, accepted=tuple(sorted(accepted)), refuted=tuple(sorted(refuted)), orphans=tuple(orphans),
        same=tuple(sorted(pair for pair, said in related.items() if said == "same" and pair[0] != pair[1])),
        apart=tuple(sorted(pair for pair, said in related.items() if said == "not_same" and pair[0] != pair[1])),
    )


def _find(anchor: Anchor, readings: Mapping[str, Reading]) -> Claim | None:
    reading = readings.get(anchor.report)
    return find_claim(anchor, reading) if reading else None


def _changed(reading: Reading, claim: str, judgement: Judgement) -> Reading:
    """Return a reading after one judgement about one of its claims; one that is not there any more changes nothing."""
    out = []
    for each in reading.claims:
        if each.id != claim:
            out.append(each)
        elif judgement.field is not None:
            rejected = judgement.verdict == "reject"
            default = CORRECTABLE[judgement.field].default
            value = default if rejected else field_value(judgement.field, judgement.value)
            out.append(msgspec.structs.replace(each, **{judgement.field: value}))
    return msgspec.structs.replace(reading, claims=tuple(out))
