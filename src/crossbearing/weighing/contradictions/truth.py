"""Whether it happened, and on which day."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import combinations, product

from crossbearing.ontology import kinds
from crossbearing.records import NOT_YET, Claim, Contradiction, affirms
from crossbearing.weighing.comparisons.time import FEW_DAYS
from crossbearing.weighing.contradictions.blame import country_of, denies_own
from crossbearing.weighing.contradictions.voices import NOT_BY, NOT_SO, Position, Voice, row
from crossbearing.weighing.counts import exclude
from crossbearing.weighing.facts import targets_of
from crossbearing.weighing.figures import report_figure


def happened(voices: Sequence[Voice], kind: str, blame: Sequence[Contradiction]) -> list[Contradiction]:
    """Return a row where the event's own kind is affirmed by some, and negated or denied by other roots.

    Who denies to have done it (the rows of `blame`) says nothing of whether it was done, whatever else it denies of it,
    and what is set right within a sentence ("a gas leak and not a car bomb") is no denial.
    """
    of_blame = {claim for each in blame for side in each.sides for claim in side.claims}
    deniers = {root for each in blame for side in each.sides if side.value.startswith(NOT_BY) for root in side.roots}
    country = country_of(voices)
    # Where nobody says who did it, whoever denies it for their own side denies that it was done.
    blamed = any(c.actor for v in voices for c in v.holding("happened") if c.type == kind and affirms(c))
    affirmed: list[Position] = []
    denied: list[Position] = []
    for voice in voices:
        told = [c for c in voice.holding("happened") if c.type == kind and c.certainty not in NOT_YET]
        yes = [c for c in told if affirms(c)]
        affirmed += [Position(kind, voice, (c,)) for c in yes]
        said = [c for c in voice.claims if c.polarity == "affirmed" and kinds()[c.type].family == "violence"]
        for claim in told:
            # Who tells of it in the same report sets right how it was, or denies something else.
            tellers = {who for c in yes if _hits_alike(c, claim) for who in voice.speakers(c)}
            of_itself = not tellers.isdisjoint(voice.speakers(claim))
            set_right = any(_in_one_sentence(claim, c) for c in said) or _is_contrasted(voice, claim)
            negated = claim.polarity == "negated" and not set_right
            of_doer = claim.id in of_blame or not voice.roots[claim.id].isdisjoint(deniers)
            own = blamed and denies_own(claim, country)
            if (negated or claim.certainty == "denied") and not (of_itself or of_doer or own):
                denied.append(Position(f"{NOT_SO}{kind}", voice, (claim,)))
    pairs = [(p, q) for p, q in product(affirmed, denied) if not p.roots & q.roots and not _happened_after(p, q)]
    return [row("happened", pairs)] if pairs else []


def _hits_alike(told: Claim, denied: Claim) -> bool:
    """Whether two claims may be of harm to the same people: who killed fighters and no civilians denies the latter."""
    one, other = targets_of([told], frozenset())[0], targets_of([denied], frozenset())[0]
    return not one or not other or not one.isdisjoint(other)


NOT_THAT = re.compile(r"\b(?:and|but|rather) not(?:\W+\w+){0,4}\W*$")
BUT_THIS = re.compile(r"^(?:\s+\w+){0,4}\s+but (?:a|an|the|by|from|due)\b")
"""What stands before and behind a word that is put right by another ("a gas leak and not a car | bomb")."""


def _is_contrasted(voice: Voice, claim: Claim) -> bool:
    """Whether a negated word is only set against another: "due to a gas leak and not a car bomb"."""
    start, end = (at - claim.evidence[0] for at in claim.trigger)
    sentence = voice.sentences[claim.id]
    return bool(NOT_THAT.search(sentence[:start]) or BUT_THIS.search(sentence[end:]))


def _happened_after(told: Position, denied: Position) -> bool:
    """Whether what a report tells lies on days after another was written: that it had not happened yet is no denial."""
    days = [claim.when.earliest.toordinal() for claim in told.claims if claim.when and claim.when.earliest]
    written = denied.voice.day
    return bool(days) and written is not None and min(days) > written


def denying(rows: Sequence[Contradiction]) -> frozenset[str]:
    """Return the ids of the roots that say of an event that it, or a killing in it, did not happen."""
    sides = (side for row in rows if row.field == "happened" for side in row.sides)
    return frozenset(root for side in sides if side.value.startswith(NOT_SO) for root in side.roots)


def _in_one_sentence(a: Claim, b: Claim) -> bool:
    return a.located == b.located and a.evidence[0] < b.evidence[1] and b.evidence[0] < a.evidence[1]


def dates(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row for each two days that two reports name, each naming only the one, and no longer time before it.

    Days with tolls that exclude each other, or more than a few days apart, are no contradiction: they are of two
    happenings that were joined.
    """
    told: dict[str, list[Position]] = {}
    for voice in voices:
        told_of = [c for c in voice.holding("happened") if kinds()[c.type].family != "diplomacy"]
        dated = [c for c in told_of if c.when and c.when.text]
        days: dict[str, list[Claim]] = {}
        for claim in dated:
            day = _day_of(claim)
            if day:
                days.setdefault(day, []).append(claim)
        if len(days) == 1 and _day_of(dated[0]):
            ((day, claims),) = days.items()
            told.setdefault(day, []).append(Position(day, voice, tuple(claims)))
    near = [(a, b) for a, b in combinations(sorted(told), 2) if _days_between(a, b) <= FEW_DAYS]
    rows = ([p for p in product(told[a], told[b]) if not _tolls_exclude(*p)] for a, b in near)
    return [row("date", pairs) for pairs in rows if pairs]


def _days_between(one: str, two: str) -> int:
    return abs((dt.date.fromisoformat(two) - dt.date.fromisoformat(one)).days)


def _tolls_exclude(one: Position, two: Position) -> bool:
    tolls = [report_figure(position.voice.holding("killed"), "killed") for position in (one, two)]
    known = [(toll.low, toll.high) for toll in tolls if toll is not None]
    return len(known) == len(tolls) and exclude(known[0], known[1])


def _day_of(claim: Claim) -> str | None:
    """The day that a claim names, or null where it names a longer time."""
    when = claim.when
    return when.earliest.isoformat() if when and when.earliest and when.earliest == when.latest else None
