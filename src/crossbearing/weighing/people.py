"""Those harmed whom reports tell of one by one: which tellings mean the same person, and how many there are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossbearing.records import Claim, Person, affirms
from crossbearing.weighing.person_names import FULL, agree, parts_of
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems

BEFALLS = {"killing": "killed", "injury": "injured", "arrest": "arrested", "abduction": "abducted"}
"""Which measure a person of a claim of this kind counts in."""
HARM = frozenset({"killing", "injury", "shooting"})
NEARLY_GROWN = 16
"""Years from which on reports call a boy a man, too."""
ADULT = 18
NO_TEENAGER = 20
"""Years from which on nobody is called a teenager, a boy or a girl."""


class Told(NamedTuple):
    """A person as one claim tells of them."""

    claim: str
    person: Person


def befalls(claim: Claim, measure: str) -> bool:
    """Whether a claim tells as having happened what the measure counts, whether or not it says how many."""
    return BEFALLS.get(claim.type) == measure and affirms(claim)


def people_of(claims: Iterable[Claim], measure: str) -> list[Told]:
    """Return the persons whom claims of what happened count in a measure, every telling of each."""
    return [Told(claim.id, person) for claim in claims if befalls(claim, measure) for person in claim.people]


def surely_told(claims: Sequence[Claim], told: Iterable[Told]) -> list[Told]:
    """Return those told of but for those in doubt, given all claims: to whom "he" or "she" was led back from another
    sentence, and whom no word of that sentence tells of as hit, hurt or dead ("Rami Odeh called. ... He died").
    """
    surely = {(c.located, p.span) for c in claims if c.type in HARM for p in c.people if _is_here(c, p)}
    by_id = {claim.id: claim for claim in claims}
    return [t for t in told if _is_here(by_id[t.claim], t.person) or (by_id[t.claim].located, t.person.span) in surely]


def _is_here(claim: Claim, person: Person) -> bool:
    """Whether a person is told of in the sentence of a claim itself."""
    return claim.evidence[0] <= person.span[0] and person.span[1] <= claim.evidence[1]


def distinct(told: Sequence[Told]) -> list[list[Told]]:
    """Group the tellings of one report by person: named ones by name, then the unnamed with whom they can be.

    "Rana Odeh, 31", "Odeh", "Rana" and "the nurse" are one; "a 6-year-old boy" and "a 9-year-old girl" are two, and so
    are any two persons of one claim.
    """
    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda t: (-len(parts_of(t.person.name or "")), t.person.age is None, t.person.span)):
        home = next((g for g in groups if _may_join(one, g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _may_join(one: Told, group: Sequence[Told]) -> bool:
    """Whether a telling may be of the person of a group: by name that of its first, whose name is the fullest, and of
    all others that have a full one (a first name alone does not agree with a last one), by all else that of each.
    """
    fullest, *others = group
    return may_be_one(one, fullest) and not any(
        _two_of_one_claim(one, other) or _are_named_apart(one, other, FULL) or not fit(one.person, other.person)
        for other in others
    )


def same_person(one: Told, other: Told) -> bool:
    """Whether two tellings of different harm mean one person beyond doubt: the same words, name, or age and sex."""
    a, b = one.person, other.person
    if a.span[0] < b.span[1] and b.span[0] < a.span[1]:
        return True
    if one.claim == other.claim or not may_be_one(one, other):
        return False
    if a.name and b.name:
        return True
    return a.age is not None and a.age == b.age and a.sex == b.sex


def may_be_one(one: Told, other: Told, *, years: int = 0) -> bool:
    """Whether nothing that is told of two keeps them apart: one claim, name, age, sex, child or grown.

    Ages may differ by so many years.
    """
    if _two_of_one_claim(one, other):
        return False
    return not _are_named_apart(one, other) and fit(one.person, other.person, years=years)


def _are_named_apart(one: Told, other: Told, fewest: int = 1) -> bool:
    """Whether two have names that do not agree, of so many parts at least."""
    name, another = parts_of(one.person.name or ""), parts_of(other.person.name or "")
    return min(len(name), len(another)) >= fewest and not agree(name, another)


def _two_of_one_claim(one: Told, other: Told) -> bool:
    return one.claim == other.claim and one.person.span != other.person.span


def fit(a: Person, b: Person, *, years: int = 0) -> bool:
    """Whether age, sex, child or grown keep no two tellings of a person apart; ages may differ by so many years."""
    if a.age is not None and b.age is not None and abs(a.age - b.age) > years:
        return False
    if (a.sex and b.sex and a.sex != b.sex) or _on_two_sides(a, b):
        return False
    return not ((a.child and _outgrown(b, a)) or (b.child and _outgrown(a, b)))


def _on_two_sides(a: Person, b: Person) -> bool:
    """Whether one is of the police and the other called a suspect or a gunman."""
    police = [one.role == "police" for one in (a, b)]
    return police[0] != police[1] and is_doer((b if police[0] else a).words)


def is_doer(words: str) -> bool:
    """Whether words call somebody who did it: "the gunman", "a suspect"."""
    return not settings().doers.isdisjoint(stems(words))


def _outgrown(person: Person, child: Person) -> bool:
    """Whether a person is too old for what somebody else is called: a teenager or a boy may be the man of 19, and a boy
    of 17 a man; a child and a boy of 9 may not, and none of them is anybody's father.
    """
    words = set(person.words.lower().split())
    young = child.age is None and not settings().teenagers.isdisjoint(child.words.lower().split())
    if person.age is not None:
        return person.age >= (NO_TEENAGER if young else ADULT)
    young = young or (child.age is not None and child.age >= NEARLY_GROWN)
    return bool(words & settings().elders) or (not young and bool(words & settings().adults))
