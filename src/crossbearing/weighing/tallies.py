"""How many one claim tells of: its numbers, those told one by one beside them, and whether its doer is among them."""

from collections.abc import Sequence

import msgspec

from crossbearing.actors import find_actor
from crossbearing.records import Claim, Figure, Person, When, affirms
from crossbearing.weighing.counts import Interval, figures_of
from crossbearing.weighing.facts import ARMED
from crossbearing.weighing.people import Told, befalls, is_doer, may_be_one, people_of
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems

JOINED = 8
"""Code points between two that are joined: a comma, "and", both."""
OWNED = 6
"""Code points of a word that tells whose kin somebody is ("their ")."""
AGED = 6
"""Code points by which an age stands behind somebody (", 29")."""
SEASON = 60
"""Days from which on a time that words name is none of one happening, but of what adds up."""
DEEDS = frozenset({"killing", "shooting"})


class Tally(msgspec.Struct, frozen=True):
    """The count that a claim gives of a measure. `others` is true where whoever did it is surely not among them."""

    claim: Claim
    interval: Interval
    others: bool = False

    @property
    def low(self) -> int:
        """The lower bound."""
        return self.interval[0]


def tallies(claims: Sequence[Claim], measure: str) -> list[Tally]:
    """Return the count of a measure that each claim gives for what happened, in the order given.

    Several groups that one claim counts ("four guards and a cook") are added up, and so is who stands before them
    without a number ("his wife and three sons"); parts of a whole are left out, also where a headline tells the part
    alone ("eleven children die" over "fifteen people, eleven of them children").
    """
    parts = {_group(f) for c in claims for f in c.figures if f.measure == measure and f.part_of_whole}
    found = []
    for claim in claims:
        if affirms(claim):
            groups = {f.span: f for f in figures_of(claim, measure) if _group(f) not in parts}
            if groups:
                found.append(_tally(claim, measure, [groups[span] for span in sorted(groups)]))
    return found


def _tally(claim: Claim, measure: str, groups: Sequence[Figure]) -> Tally:
    also = beside(claim, groups) if befalls(claim, measure) else []
    told_beside = len(also)
    highs = [f.high for f in groups]
    high = None if None in highs else sum(h for h in highs if h is not None) + told_beside
    others = bool(claim.actor) or any(not settings().perhaps_doers.issuperset(_group(f)[2:]) for f in groups)
    others = others and not _own_hand(claim) and not any(is_doer(person.words) for person in also)
    return Tally(claim, (sum(f.low for f in groups) + told_beside, high), others)


def beside(claim: Claim, groups: Sequence[Figure]) -> list[Person]:
    """Return those whom a claim tells of one by one right before its first number of more than one or right behind the
    last, and does not count; of a doer who is among them, wherever they stand. Who is named behind a number is counted.
    """
    several = [f for f in groups if f.low > 1]
    first = min((f.span[0] for f in several), default=None)
    if first is None:
        return []
    kin = any(not settings().relatives.isdisjoint(stems(f.group or "")) for f in several if f.span[0] == first)
    between = OWNED if kin else 0
    last = max(f.span[1] + len(f.group or "") for f in several)
    counted = [f.span for f in groups]
    told = [p for p in claim.people if not any(p.span[0] <= a and b <= p.span[1] for a, b in counted)]
    found = [p for p in told if p.words in claim.actor]
    for person in sorted(told, key=lambda p: -p.span[1]):
        if person not in found and 0 <= first - person.span[1] <= JOINED + between + _told_behind(person):
            found.append(person)
            first = person.span[0]
    for person in sorted(told, key=lambda p: p.span):
        if not person.name and person not in found and first < person.span[0] <= last + JOINED:
            found.append(person)
            last = max(last, person.span[1])
    return found


def _told_behind(person: Person) -> int:
    """Code points of what tells of a person behind the words they are called by: name and age."""
    named = person.name is not None and person.name not in person.words
    aged = person.age is not None and settings().ages.isdisjoint(stems(person.words))
    return (len(person.name or "") + 2 if named else 0) + (AGED if aged else 0)


def _group(figure: Figure) -> tuple[int, int | None, str]:
    """A count with the last word of whom it counts."""
    return figure.low, figure.high, (stems(figure.group or "")[-1:] or [""])[0]


def is_running(claim: Claim) -> bool:
    """Whether a claim's counts are totals since an earlier day, or of a whole season ("13 deaths this year")."""
    return claim.when is not None and (claim.when.cumulative or is_of_season(claim))


def is_of_season(claim: Claim) -> bool:
    """Whether words give a claim a time that is too long for one happening."""
    return claim.when is not None and _days(claim.when) >= SEASON


def is_of_days(claim: Claim) -> bool:
    """Whether words tell a claim's time, and it is shorter than a season."""
    return claim.when is not None and not claim.when.cumulative and 0 < _days(claim.when) < SEASON


def _days(when: When) -> int:
    """Days of a time that words name; 0 where none do."""
    if not when.text or when.earliest is None or when.latest is None:
        return 0
    return (when.latest - when.earliest).days + 1


def is_round(tally: Tally, measure: str) -> bool:
    """Whether a count is told by a round word alone ("dozens", "several hundred"), which yields to any number that the
    report gives.
    """
    return all(_is_round(f.text.lower().split()) for f in figures_of(tally.claim, measure))


def _is_round(words: Sequence[str]) -> bool:
    rough = not settings().about_so_many.isdisjoint(words[:-1])
    return not settings().round.isdisjoint(words[-1:]) or (rough and words[-1] in settings().hundredfold)


def is_numbered(tally: Tally, measure: str) -> bool:
    """Whether a count of one is told by a number ("1 dead"), which counts all, and not by an article ("a boy"), nor of
    some that are known ("one of the guards").
    """
    figures = figures_of(tally.claim, measure)
    return tally.low == 1 and all(f.text.lower() in settings().one and not _picks(f) for f in figures)


def _picks(figure: Figure) -> bool:
    """Whether a count is of some of those told of before."""
    return (figure.group or "").lower().startswith("the ")


def dead_doers(claims: Sequence[Claim]) -> list[Told]:
    """Return the tellings as dead of whoever did it.

    That is: by their own hand, called the gunman or the shooter (unless those counted were killed by somebody armed
    who is none: "police killed two"), by the name of who killed or shot others, or in one sentence with their deed.
    """
    deeds = [c for c in claims if c.type in DEEDS and c.polarity == "affirmed" and not _own_hand(c)]
    others = any(_is_by_others(deed) for deed in deeds if figures_of(deed, "killed"))
    return [
        one for claim in claims for one in people_of([claim], "killed")
        if _own_hand(claim) or (is_doer(one.person.words) and not others) or _did(deeds, claim, one.person)
    ]  # fmt: skip


def counts_also(tally: Tally, doers: Sequence[Told]) -> bool:
    """Whether one of those whom a count tells of is surely one of some doers: the mother of "a woman and her two sons
    died" who shot herself; not the gunman who killed a man and his sons.
    """
    told = [Told(tally.claim.id, person) for person in tally.claim.people] if not tally.claim.actor else []
    return any(_surely_one(a, b) for a in told for b in doers)


def _surely_one(one: Told, other: Told) -> bool:
    """Whether two tellings tell of one person: they share a name, or where one has none and the other is not called by
    the deed alone, the role or the noun, or the sex where one is told of as somebody's kin.
    """
    a, b = one.person, other.person
    if a.name is not None and b.name is not None:
        return may_be_one(one, other)
    nouns = stems(a.words)[-1:], stems(b.words)[-1:]
    kin = any((settings().relatives | settings().elders).intersection(noun) for noun in nouns)
    alike = nouns[0] == nouns[1] or (a.role is not None and a.role == b.role)
    alike = alike or (kin and a.sex is not None and a.sex == b.sex)
    return alike and not is_doer(b.words) and may_be_one(one, other)


def _is_by_others(deed: Claim) -> bool:
    """Whether a deed, and not what befell its doer, was that of somebody armed whom no word calls the doer."""
    befell_doer = any(map(is_doer, (*deed.target, *(person.words for person in deed.people))))
    armed = any(actor.kind in ARMED for name in deed.actor if (actor := find_actor(name)) is not None)
    return armed and not befell_doer and not any(map(is_doer, deed.actor))


def is_by_another(deed: Claim) -> bool:
    """Whether a deed was that of somebody who is told of, and who is none of those it befell."""
    return bool(deed.actor) and not _own_hand(deed)


def _own_hand(claim: Claim) -> bool:
    return bool(set(claim.actor) & set(claim.target))


def _did(deeds: Sequence[Claim], told: Claim, person: Person) -> bool:
    """Whether one of some deeds was this person's, whom another claim tells of as dead."""
    by_name = {person.name} if person.name and " " in person.name else set()
    return any(
        by_name & set(deed.actor) or (deed.evidence == told.evidence and person.words in deed.actor) for deed in deeds
    )
