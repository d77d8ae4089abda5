"""Those harmed whom reports tell of one by one: which tellings mean the same person, and how many there are."""

from collections.abc import Iterable, Sequence

from crossbearing.records import Claim, Person

BEFALLS = {"killing": "killed", "injury": "injured", "arrest": "arrested", "abduction": "abducted"}
"""Which measure a person of a claim of this kind counts in."""
UNTOLD = frozenset({"feared_predicted", "hypothetical", "demanded", "denied"})


def befalls(claim: Claim, measure: str) -> bool:
    """Whether a claim tells as having happened what the measure counts, whether or not it says how many."""
    return BEFALLS.get(claim.type) == measure and claim.polarity == "affirmed" and claim.certainty not in UNTOLD


def people_of(claims: Iterable[Claim], measure: str) -> list[Person]:
    """Return the persons whom claims of what happened count in a measure, every telling of each."""
    return [person for claim in claims if befalls(claim, measure) for person in claim.people]


def distinct(people: Sequence[Person]) -> list[list[Person]]:
    """Group the tellings of one report by person: named ones by name, then the unnamed with whom they can be.

    "Rana Odeh, 31", "Odeh" and "the nurse" are one; "a 6-year-old boy" and "a 9-year-old girl" are two.
    """
    groups: list[list[Person]] = []
    for person in sorted(people, key=lambda p: (-len(_names(p)), p.age is None, p.span)):
        home = next((g for g in groups if all(_may_be_one(person, other) for other in g)), None)
        if home is None:
            groups.append([person])
        else:
            home.append(person)
    return groups


def _names(person: Person) -> frozenset[str]:
    return frozenset(part.lower().strip(".") for part in (person.name or "").split() if len(part) > 1)


def _may_be_one(one: Person, other: Person) -> bool:
    """Whether nothing that is told of two keeps them apart: name, age, sex, child or grown."""
    names, others = _names(one), _names(other)
    if names and others and not (names <= others or others <= names):
        return False
    if one.age is not None and other.age is not None and one.age != other.age:
        return False
    if one.sex and other.sex and one.sex != other.sex:
        return False
    grown = (one.age or 0) >= 18 or (other.age or 0) >= 18
    return not ((one.child or other.child) and grown)
