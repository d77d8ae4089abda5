"""What of a claim, or of several that are one account, is compared: worked out once."""

import re
from collections.abc import Iterable, Sequence

from crossbearing.actors import Actor, find_actor, find_doer
from crossbearing.ontology import kinds
from crossbearing.records import NOT_YET, Claim
from crossbearing.weighing.context import Context
from crossbearing.weighing.counts import best_count, told_counts
from crossbearing.weighing.page import people
from crossbearing.weighing.settings import settings
from crossbearing.weighing.spots import CITY, best_spots
from crossbearing.weighing.words import bits, length, stems, weighed

Days = tuple[int, int]
"""First and last day, as proleptic ordinals."""
VAGUE_DAYS = 3
"""Days beyond which a span is a period and not the time of one happening."""
TOLL = 2
"""Highest rank of means of a kind that tells of the toll or the harm alone (killing, abuse)."""
TWO_SIDED = frozenset({"clash", "ground_operation", "territory_change", "troop_movement", "siege"})
"""Kinds in which several parties act: who is named beside whom is no contradiction."""
OBJECT_BITS = 3.0
"""Bits from which a noun among the targets tells one happening from another ("bakery"; not "people")."""
CIVIL = frozenset({"resident", "witness", "medic", "ngo", "media", "activist"})
ARMED = frozenset({"armed_group", "military", "police"})

_POINTING = re.compile(r"\b(?:the|this|that|these|those|both)(?: [\w-]+){0,2} $", re.IGNORECASE)
_OF_DEED = re.compile(r"\W*(?:in|by|during|from) (?:the|this|that|these|those)((?: [\w-]+){1,2})\b", re.IGNORECASE)


class Facts:
    """What is compared of one claim, or of several that were found to be one account.

    `spots` are the places it is about, most specific first, `spoken_of` all that its sentences name, `marks` what the
    towns and smaller ones among these are known by: two accounts that share no mark share no such place. `placed` and
    `dated` say whether place and day are named beside it or carried to it. `days` is null where no day is told,
    `vague` where it is a period; `named_days` are all that its words name and that are no period. `dead` are all counts
    of the killed that it tells. `hit` is "civil", "armed" or both, `objects` are words for the things that were hit.
    `struck` are the ids of the parties that it hit. `brought` tells that somebody brought the bomb. `happened` is false
    where the account only fears, demands or supposes; `recalled` is true of undated background. `sentences` are
    numbered from 0, the title is -1. `total` is true of a count over a whole war.
    """

    __slots__ = (
        "brought", "claims", "context", "dated", "days", "dead", "displaced", "families", "happened", "hit", "injured",
        "killed", "kinds", "length", "marks", "means", "named_days", "objects", "parties", "people", "placed", "points",
        "recalled", "sentences", "spoken_of", "spots", "struck", "titled", "total", "vague", "vector",
    )  # fmt: skip

    def __init__(self, context: Context, claims: Sequence[Claim]) -> None:
        self.context = context
        self.claims = tuple(claims)
        self.kinds = frozenset(c.type for c in claims)
        self.families = frozenset(kinds()[k].family for k in self.kinds)
        self.means = max(sorted(self.kinds), key=lambda k: (kinds()[k].means, k))
        self.brought = any(c.weapon and not settings().brought.isdisjoint(stems(c.weapon)) for c in claims)
        self.total = all(c.when is not None and c.when.is_of_whole_conflict(c.type) for c in claims)
        self.recalled = all(c.standing == "background" and c.when is None for c in claims)
        self.happened = any(c.certainty not in NOT_YET for c in claims)
        self._place_and_date(context, claims)
        self.parties = parties_of(claims)
        self.hit, self.objects = targets_of(claims, context.place_words)
        self.struck = struck_by(claims)
        self.killed = best_count(claims, "killed")
        self.injured = best_count(claims, "injured")
        self.displaced = best_count(claims, "displaced")
        self.dead = frozenset(low for low, _ in told_counts(claims, "killed"))
        self.titled = any(c.located == "title" for c in claims)
        self.points = claims[0].located == "text" and points_back(context.text, claims[0])
        self.sentences = tuple(
            sorted({-1 if c.located == "title" else context.sentence_of(c.evidence[0]) for c in claims})
        )
        evidence = context.evidence(claims)
        self.vector = weighed(stems(evidence), context.place_words | context.counts)
        self.length = length(self.vector)
        self.people = people(evidence, context.place_words) - context.quoted

    def _place_and_date(self, context: Context, claims: Sequence[Claim]) -> None:
        named = context.mentioned(claims)
        self.spots = best_spots([context.spots(c) for c in claims], named)
        self.spoken_of = self.spots + named
        self.marks = frozenset(m for s in self.spoken_of if s.rank >= CITY for m in (s.place_id, s.key) if m)
        self.placed = any(s.place_id == self.spots[0].place_id for s in named) if self.spots else False
        self.days, self.vague = best_days(claims)
        self.dated = any(c.when and c.when.text for c in claims)
        self.named_days = named_days(claims)


def best_days(claims: Sequence[Claim]) -> tuple[Days | None, bool]:
    """Return the shortest span of days that claims give (of equals the one told most), and whether it is only a period.

    A day that the report names beats one that was inferred.
    """
    named = [c for c in claims if c.when and c.when.text]
    if named and len(named) < len(claims):
        found = best_days(named)
        if found[0] is not None and not found[1]:
            return found
    spans: dict[tuple[Days, bool], int] = {}
    for c in claims:
        if c.when and c.when.earliest and c.when.latest:
            key = ((c.when.earliest.toordinal(), c.when.latest.toordinal()), c.when.cumulative)
            spans[key] = spans.get(key, 0) + 1
    if not spans:
        return None, False
    days, cumulative = min(spans, key=lambda k: (k[1], k[0][1] - k[0][0], -spans[k], k[0]))
    return days, cumulative or days[1] - days[0] > VAGUE_DAYS


def named_days(claims: Sequence[Claim]) -> frozenset[Days]:
    """Return every day, or night between two, that the words of claims name for what they tell."""
    return frozenset(
        (w.earliest.toordinal(), w.latest.toordinal()) for c in claims if (w := c.when) is not None
        if w.text and w.earliest and w.latest and not w.cumulative and (w.latest - w.earliest).days <= 1
    )  # fmt: skip


def points_back(text: str, claim: Claim) -> bool:
    """Whether the words before a claim's trigger point back at what was told before ("the strikes", "that attack"), or
    those behind that of a toll ("killed in the attack").
    """
    if _POINTING.search(text[max(0, claim.trigger[0] - 40) : claim.trigger[0]]):
        return True
    behind = _OF_DEED.match(text, claim.trigger[1], claim.evidence[1]) if kinds()[claim.type].means <= TOLL else None
    return behind is not None and not settings().happenings.isdisjoint(stems(behind[1]))


def _deeds(claims: Iterable[Claim]) -> list[Claim]:
    """Claims without speech, and where some are of violence and none of a fight those alone: a village that one party
    holds and another bombed was bombed by the other, but who took one in a battle fought.
    """
    told = [c for c in claims if kinds()[c.type].family != "diplomacy"]
    violent = [c for c in told if kinds()[c.type].family == "violence"]
    return told if any(c.type in TWO_SIDED for c in violent) else violent or told


def parties_of(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Return who is said to have done it, by id; speakers are no doers."""
    found: dict[str, Actor] = {}
    for c in _deeds(claims):
        for name in c.actor:
            actor = find_doer(name)
            if actor is not None:
                found.setdefault(actor.id, actor)
    return tuple(found[k] for k in sorted(found))


def struck_by(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the parties that were hit; a description that fits several names none."""
    names = {name for c in _deeds(claims) for name in c.target}
    return frozenset(actor.id for name in names if (actor := find_actor(name)) is not None and not actor.generic)


def targets_of(claims: Iterable[Claim], leave_out: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return whom and what it hit: "civil" or "armed" people, and the words for things."""
    hit: set[str] = set()
    things: set[str] = set()
    for name in (n for c in claims if kinds()[c.type].family != "diplomacy" for n in c.target):
        actor = find_actor(name)
        if actor and actor.kind in CIVIL | ARMED:
            hit.add("civil" if actor.kind in CIVIL else "armed")
        else:
            things |= {w for w in stems(name) if bits(w) >= OBJECT_BITS and w not in leave_out and not w.isdigit()}
    return frozenset(hit), frozenset(things)
