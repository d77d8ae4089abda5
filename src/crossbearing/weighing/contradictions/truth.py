"""Whether it happened, and on which day."""

from collections.abc import Sequence
from itertools import combinations, product

from crossbearing.ontology import kinds
from crossbearing.records import Claim, Contradiction
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.counts import NOT_YET


def happened(voices: Sequence[Voice], kind: str) -> list[Contradiction]:
    """Return a row where the event's own kind is affirmed by some, and negated or denied by other roots."""
    affirmed: list[Position] = []
    denied: list[Position] = []
    for voice in voices:
        for claim in voice.claims:
            if claim.type == kind and claim.certainty not in NOT_YET:
                no = claim.polarity == "negated" or claim.certainty == "denied"
                (denied if no else affirmed).append(Position(f"no {kind}" if no else kind, voice, (claim,)))
    pairs = [(p, q) for p, q in product(affirmed, denied) if not p.roots & q.roots]
    return [row("happened", pairs)] if pairs else []


def dates(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row for each two days that two reports name, each naming only the one."""
    told: dict[str, list[Position]] = {}
    for voice in voices:
        days: dict[str, list[Claim]] = {}
        for claim in voice.claims:
            when = claim.when
            named = when is not None and when.text is not None and kinds()[claim.type].family != "diplomacy"
            if named and when and when.earliest and when.earliest == when.latest:
                days.setdefault(when.earliest.isoformat(), []).append(claim)
        if len(days) == 1:
            ((day, claims),) = days.items()
            told.setdefault(day, []).append(Position(day, voice, tuple(claims)))
    return [row("date", list(product(told[a], told[b]))) for a, b in combinations(sorted(told), 2)]
