"""Who did it, and whom and what it hit."""

from crossbearing.actors import Actor, opposed, same_side
from crossbearing.weighing.comparisons.found import UNKNOWN, Found
from crossbearing.weighing.facts import Facts


def actor(a: Facts, b: Facts) -> Found:
    """Compare who did it."""
    if not a.parties or not b.parties:
        return UNKNOWN
    names = (", ".join(p.name for p in a.parties), ", ".join(p.name for p in b.parties))
    shared = [p for p in a.parties if any(p.id == q.id for q in b.parties)]
    if not shared and (_turned_round(a, b) or _turned_round(b, a)):
        return Found("reversed", *names)
    if shared:
        return Found("same" if any(not p.generic for p in shared) else "allied", *names, shared[0].name)
    pairs = [(p, q) for p in a.parties for q in b.parties]
    if any(_allied(p, q) for p, q in pairs):
        return Found("allied", *names)
    if any(p.side is None or q.side is None for p, q in pairs):
        named = all(not p.generic and not q.generic for p, q in pairs)
        return Found("other" if named else "unknown", *names)
    return Found("opposed" if any(opposed(p, q) for p, q in pairs) else "other", *names)


def _turned_round(one: Facts, two: Facts) -> bool:
    """Whether who did it in the one is who was hit in the other, and not in the one as well, as where both fight."""
    return any(p.id in two.struck and p.id not in one.struck for p in one.parties)


def _allied(one: Actor, two: Actor) -> bool:
    """Whether two stand on one side; a description without a country ("rebels") may be of any."""
    described = one.side is not None and one.side == two.side and None in (one.country, two.country)
    return described or same_side(one, two)


def target(a: Facts, b: Facts) -> Found:
    """Compare whom and what it hit."""
    both = sorted(a.objects & b.objects)
    if both:
        return Found("same_thing", x=", ".join(both))
    if not a.hit or not b.hit:
        return UNKNOWN
    names = (" and ".join(sorted(a.hit)), " and ".join(sorted(b.hit)))
    return Found("same_people" if a.hit & b.hit else "other_people", *names)
