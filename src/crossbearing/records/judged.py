"""Readings as people judged them: judgements find their claims by the words these stand on, whoever read them."""

from collections.abc import Iterable, Mapping

import msgspec

from crossbearing.records.claim import Claim, Reading
from crossbearing.records.judgement import CORRECTABLE, Anchor, Judgement, field_value, in_force
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

    `same` and `apart` pair the ids of claims that people said to tell of one happening, or not of one. `orphans` are
    judgements in force whose words no claim of the readings stands on: shown to a person, never dropped.
    """

    readings: dict[str, Reading]
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    orphans: tuple[Judgement, ...] = ()


def apply_judgements(judgements: Iterable[Judgement], readings: Mapping[str, Reading]) -> Judged:
    """Return the readings without rejected claims and with corrected fields, and the pairs that people decided.

    Rejecting one field empties it (to what the record has by default) and keeps the claim.
    """
    changed = dict(readings)
    pairs: dict[str, list[tuple[str, str]]] = {"same": [], "not_same": []}
    orphans = []
    for judgement in in_force(judgements):
        claims = [claim for anchor in judgement.about if (claim := _find(anchor, readings))]
        if len(claims) < len(judgement.about):
            orphans.append(judgement)
        elif judgement.verdict in pairs:
            a, b = sorted(claim.id for claim in claims)
            pairs[judgement.verdict].append((a, b))
        elif judgement.verdict in {"reject", "correct"}:
            [claim] = claims
            changed[claim.report] = _changed(changed[claim.report], claim.id, judgement)
    return Judged(
        readings=changed, same=tuple(sorted(pairs["same"])), apart=tuple(sorted(pairs["not_same"])),
        orphans=tuple(orphans),
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
