"""Who did it: parties with opposed interests named as the doer, and parties that deny it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from crossbearing.actors import Actor, opposed
from crossbearing.ontology import kinds
from crossbearing.records import Claim, Contradiction, affirms
from crossbearing.weighing.accused import RUIN, clears, doers, parties, same_party
from crossbearing.weighing.contradictions.voices import NOT_BY, Position, Voice, row
from crossbearing.weighing.counts import best_count, exclude
from crossbearing.weighing.facts import TOLL, TWO_SIDED
from crossbearing.weighing.led_back import head
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import bits, stems

OF_WHAT = re.compile(r"\b(?:of|for|over)\b((?:\W+\w+){1,4})")
"""What somebody is accused of, in its first words."""
NUMBER_OR_OWNER = 1.0
"""Bits that a word of number ("two") or of whose something is ("their") has."""
SEVERAL = 5
"""People killed or hurt from which on two equal counts of one sort of people are of the same."""


def perpetrators(voices: Sequence[Voice], kind: str) -> list[Contradiction]:
    """Return a row for each two doers of whom naming one clears the other and that different roots name, and for each
    denial.

    Those are parties with opposed interests, and gunmen whom nobody knows and a state's own men, who did the same harm.
    Where parties fight, and of what was burned or destroyed, each is named for deeds of its own: no rival account of
    one, unless they tell of the same dead or things, or lay blame for one deed.

    `kind` is that of the event.
    """
    country = country_of(voices)
    fought = any(c.type in TWO_SIDED for v in voices for c in v.claims)
    told = [(actor, voice, claim) for voice in voices for actor, claim in _accusing(voice)]
    named = _parties(told, country)
    denied = _parties(((a, v, c) for v in voices for a, c in _denying(v)), country)
    rows = []
    for (a, left), (b, right) in combinations(named, 2):
        if not clears(a, b, country):
            continue
        clear = opposed(a, b, country)
        rivals = [(p, q) for p, q in product(left, right) if p.roots and q.roots and not p.roots & q.roots]
        apart = clear and not fought
        pairs = [
            (p, q) for p, q in rivals
            if (apart and not _tell_of_ruin(p, q)) or _hit_the_same(a, p, b, q, country)
            or (clear and kind not in TWO_SIDED and not _tell_of_ruin(p, q) and _are_rival_charges(p, q, kind))
        ]  # fmt: skip
        if pairs:
            rows.append(row("perpetrator", pairs))
    for actor, deniers in denied:
        accusers = [p for accused, positions in named if same_party(accused, actor, country) for p in positions]
        if accusers:
            denials = [Position(f"{NOT_BY}{actor.name}", p.voice, p.claims) for p in deniers]
            rows.append(row("perpetrator", list(product(accusers, denials))))
    return rows


def _tell_of_ruin(one: Position, other: Position) -> bool:
    """Whether a report tells of what was burned or destroyed: each party is named for things of its own."""
    return any(claim.type in RUIN for claim in (*one.claims, *other.claims))


def _hit_the_same(a: Actor, one: Position, b: Actor, other: Position, country: str | None) -> bool:
    """Whether two reports tell of the same things as burned or destroyed, or of the same people as killed or hurt: as
    many of one sort ("49 children"), or men of one party whose own side one of the doers is, or may be.
    """
    return any(
        _are_same_things(c, d) if c.type in RUIN else _are_same_dead(c, d, (a, b), country)
        for c, d in product(one.claims, other.claims) if c.type == d.type
    )  # fmt: skip


def _are_same_things(one: Claim, other: Claim) -> bool:
    mine, theirs = (frozenset(_telling_words(c)) for c in (one, other))
    return bool(mine) and mine == theirs


def _are_same_dead(one: Claim, other: Claim, doers: Sequence[Actor], country: str | None) -> bool:
    if kinds()[one.type].means > TOLL:
        return False
    for measure in ("killed", "injured"):
        counts = [best_count([claim], measure) for claim in (one, other)]
        if counts[0] is not None and counts[1] is not None:
            if exclude(counts[0], counts[1]):
                return False
            of_one_sort = {head(name) for name in one.target} & {head(name) for name in other.target}
            if counts[0] == counts[1] and counts[0][0] >= SEVERAL and of_one_sort:
                return True
    hit = [x for x, y in product(parties(one.target), parties(other.target)) if same_party(x, y, country)]
    return any(doer.side is None or same_party(doer, x, country) for x in hit for doer in doers)


def _telling_words(claim: Claim) -> list[str]:
    """The words for what a claim tells of as hit, without those of number and of whose it is."""
    words = (word for name in claim.target for word in stems(name))
    return [word for word in words if bits(word) > NUMBER_OR_OWNER and not word.isdigit()]


def _are_rival_charges(one: Position, other: Position, kind: str) -> bool:
    """Whether two reports tell of the deed of a kind, and one of them as what somebody is accused of."""
    claims = (*one.claims, *other.claims)
    return all(_is_of_the_deed(claim, kind) for claim in claims) and any(map(_lays_blame, claims))


def _is_of_the_deed(claim: Claim, kind: str) -> bool:
    """Whether a claim tells of a deed of a kind, or accuses somebody of what came of it."""
    of_toll = kinds()[claim.type].means <= TOLL or claim.type == "accuse_condemn"
    return claim.type == kind or (_lays_blame(claim) and of_toll)


def _lays_blame(claim: Claim) -> bool:
    """Whether a claim is an accusation, or told as one."""
    return claim.certainty == "alleged" or claim.type == "accuse_condemn"


def denies_own(claim: Claim, country: str | None) -> bool:
    """Whether a claim is of somebody who denies what is laid at their own door: that contests who did it."""
    deniers = parties(tuple(s.name for s in claim.sources[-1:]))
    return any(same_party(one, other, country) for one in deniers for other in parties(claim.actor))


def _parties(
    told: Iterable[tuple[Actor, Voice, Claim]], country: str | None,
) -> list[tuple[Actor, list[Position]]]:
    """The parties named, each by the actor of it that is named most, with what the reports hold that name it."""
    listed = list(told)
    often = Counter(actor.id for actor, _, _ in listed)
    parties: dict[str, tuple[Actor, list[Position]]] = {}
    for actor, voice, claim in sorted(listed, key=lambda each: (-often[each[0].id], each[0].id)):
        known = (one for one, _ in parties.values() if same_party(one, actor, country))
        party = next(known, actor)
        parties.setdefault(party.id, (party, []))[1].append(Position(party.name, voice, (claim,)))
    return list(parties.values())


def country_of(voices: Sequence[Voice]) -> str | None:
    """Return the country where most claims of an event lie (of equals the first by code), or null."""
    told = Counter(c.where.country for v in voices for c in v.claims if c.where and c.where.country)
    return max(sorted(told), key=lambda c: told[c]) if told else None


def _accusing(voice: Voice) -> Iterator[tuple[Actor, Claim]]:
    """Who a report names as the doer, or says is accused of it, with the claims that say so."""
    for claim in voice.holding("happened"):
        if claim.type == "accuse_condemn" and affirms(claim) and _accuses(voice, claim):
            yield from ((actor, claim) for actor in doers(claim.target))
        violent = (kinds()[claim.type].family == "violence" and claim.type not in TWO_SIDED) or claim.type in RUIN
        if violent and affirms(claim):
            yield from ((actor, claim) for actor in doers(claim.actor))


def _accuses(voice: Voice, claim: Claim) -> bool:
    """Whether a claim says that somebody did it ("blamed for the attack"), and neither that they did something about it
    ("accused of lying about the attack") nor only what is thought of them ("condemned").
    """
    start, end = (at - claim.evidence[0] for at in claim.trigger)
    sentence = voice.sentences[claim.id]
    if settings().accusing.isdisjoint(stems(sentence[start:end])):
        return False
    of = OF_WHAT.search(sentence, end)
    behind = of.group(1).split() if of else []
    deed = next((n for n, word in enumerate(behind) if not settings().happenings.isdisjoint(stems(word))), None)
    return of is None or (deed is not None and not any(word.endswith("ing") for word in behind[:deed]))


HABIT = re.compile(r"den(?:y|ies) (?:ever )?(?:using|having|possessing|deploying) (?!the\b|that\b|this\b|an?\b)")
"""A denial of what weapons somebody has or uses at all."""


def _is_habit(voice: Voice, claim: Claim) -> bool:
    """Whether a denial is of the means used at all, and of no one happening ("the army denies using barrel bombs")."""
    return HABIT.match(voice.sentences[claim.id], claim.trigger[0] - claim.evidence[0]) is not None


CHARGE = re.compile(
    r"\b(?:accus|alleg|claim|charge|report|suggest|responsib|involve|blame)\w*|\b(?:role|link|links|lie|lies|accounts?)\b"
    r"|\bpart in\b", re.IGNORECASE,
)
"""Words for what is laid at somebody's door."""
DENIAL = re.compile(r"den(?:y|ie|ial)", re.IGNORECASE)
AROUND = 50
"""Characters on either side of a word of refusal in which what is refused stands."""


def _is_of_a_charge(voice: Voice, claim: Claim) -> bool:
    """Whether what is denied or rejected is a charge, and neither a demand, a plea nor entry."""
    start, end = (at - claim.evidence[0] for at in claim.trigger)
    sentence = voice.sentences[claim.id]
    if DENIAL.match(sentence, start) or not sentence[start:end].isascii():  # the words above are English
        return True
    return CHARGE.search(sentence[max(0, start - AROUND) : end + AROUND]) is not None


def _denying(voice: Voice) -> Iterator[tuple[Actor, Claim]]:
    """Who a report says denies to have done it, with the claims that say so."""
    for claim in voice.holding("happened"):
        if claim.type == "deny_reject" and (_is_habit(voice, claim) or not _is_of_a_charge(voice, claim)):
            continue
        if claim.type == "deny_reject":
            yield from ((actor, claim) for actor in parties(claim.actor))
        elif claim.certainty == "denied":
            yield from ((actor, claim) for actor in parties(tuple(s.name for s in claim.sources[-1:])))
