"""Compares two accounts, one named comparison at a time: each finds a level, and each level has its weight."""

from collections.abc import Callable

from crossbearing.actors import opposed, same_side
from crossbearing.ontology import kinds
from crossbearing.places import distance_km
from crossbearing.records import Comparison
from crossbearing.weighing.facts import CITY, COUNTRY, DISTRICT, QUARTER, Facts, Interval, Spot
from crossbearing.weighing.settings import Scale, settings
from crossbearing.weighing.words import bits, cosine

Found = tuple[str, str, str, str]
"""The level that was found, and what stands for {a}, {b} and {x} in its words."""

SAME_KM, NEAR_KM, APART_KM = 3.0, 12.0, 40.0
CITY_KM, METROPOLIS_KM = 5.0, 9.0
"""Radius from which a town is a city, and a city a metropolis, where much happens in a day."""
FOLLOWING_DAYS = 7
"""Days before its report within which a day may be that of an arrest or trial instead."""
INFERRED = {
    **dict.fromkeys(("apart", "far", "quarters", "other_country"), "inferred_apart"),
    **dict.fromkeys(("same_spot", "same_town", "same_city", "same_metropolis"), "inferred_same"),
}
"""What a finding within one report is worth where a place was not named beside the claim but carried to it."""
WIDE = 1.3
"""How far beyond its noted radius a wide place still holds another."""


def place(a: Facts, b: Facts) -> Found:
    """Compare where two accounts lie."""
    found = _place(a, b)
    if a.context is b.context and not (a.placed and b.placed) and found[0] in INFERRED:
        return INFERRED[found[0]], *found[1:]
    return found


def _place(a: Facts, b: Facts) -> Found:
    if not a.spots or not b.spots:
        return "unknown", "", "", ""
    one, two = a.spots[0], b.spots[0]
    names = (one.name, two.name)
    if _same(one, two):
        return _level_of_same(one, two), *names, one.name
    if any(_same(s, t) for s in a.spots for t in b.spots if min(s.rank, t.rank) >= CITY):
        return (
            "shared",
            *names,
            next(s.name for s in a.spots for t in b.spots if min(s.rank, t.rank) >= CITY and _same(s, t)),
        )
    if any(_same(one, s) for s in b.spots[1:]) or any(_same(two, s) for s in a.spots[1:]):
        return "within", *names, ""
    if one.key == two.key and one.key and min(one.rank, two.rank) >= CITY:
        return "same_name", *names, one.name
    level = _apart(one, two)
    if level in ("apart", "far", "quarters", "unknown"):
        both = [s for s in a.spoken_of if s.rank >= CITY and any(_same(s, t) for t in b.spoken_of)]
        if both:
            return "spoken_of", *names, both[0].name
        if COUNTRY in (one.rank, two.rank) and level == "far":
            return "other_country", *names, ""
    return level, *names, ""


def _level_of_same(a: Spot, b: Spot) -> str:
    """How telling it is that both lie in one place: the smaller the place, the more."""
    rank = min(a.rank, b.rank)
    if rank == COUNTRY:
        return "same_country"
    if rank <= DISTRICT:
        return "same_area"
    if rank > CITY:
        return "same_spot"
    size = max(a.precision, b.precision)
    return "same_town" if size < CITY_KM else "same_city" if size < METROPOLIS_KM else "same_metropolis"


def _same(a: Spot, b: Spot) -> bool:
    if a.place_id and a.place_id == b.place_id:
        return True
    return (
        bool(a.key) and a.key == b.key and (a.place_id is None or b.place_id is None or a.lat is None or b.lat is None)
    )


def _apart(a: Spot, b: Spot) -> str:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return "unknown"
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    wide = a if a.rank < b.rank else b
    if min(a.rank, b.rank) < CITY:
        if wide.rank == COUNTRY and a.country == b.country:
            return "within"
        inside = km <= wide.precision * WIDE or (wide.rank == 1 and a.province is not None and a.province == b.province)
        return "within" if inside and a.rank != b.rank else "apart" if km < APART_KM else "far"
    if km <= SAME_KM:
        return "quarters" if a.rank == b.rank == QUARTER else "near"
    if QUARTER in (a.rank, b.rank) and a.rank != b.rank and km <= max(wide.precision, NEAR_KM):
        return "within"
    if a.rank == b.rank == QUARTER and km <= NEAR_KM:
        return "quarters"
    return "near" if km <= max(a.precision, b.precision, SAME_KM) else "apart" if km <= APART_KM else "far"


def time(a: Facts, b: Facts) -> Found:
    """Compare when two accounts lie; where one gives no day, when they were reported."""
    if a.days and b.days and (a.context is not b.context or (a.dated and b.dated)):
        gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
        if gap <= 0:
            return ("overlap" if a.vague or b.vague else "same_day"), "", "", _day(max(a.days[0], b.days[0]))
        if follows(a, b) or follows(b, a):
            return "follow_up", "", "", str(gap)
        level = "next_day" if gap == 1 else "few_days" if gap <= 4 else "weeks" if gap <= 21 else "long"
        return level, "", "", str(gap)
    told_a, told_b = a.context.day, b.context.day
    if told_a is None or told_b is None:
        return "told_near", "", "", "?"
    gap = abs(told_a - told_b)
    if a.days or b.days:
        days, told = (a.days, told_b) if a.days else (b.days, told_a)
        assert days is not None
        gap = max(days[0] - told, told - days[1], 0)
    level = (
        "told_together" if gap <= 1 else "told_near" if gap <= 4 else "told_later" if gap <= 21 else "told_long_after"
    )
    return level, "", "", str(gap)


def follows(a: Facts, b: Facts) -> bool:
    """Whether an account of a later day stands in a report of what came after (an arrest, a trial), so that its day may be that."""
    told = a.context.day
    later = a.days is not None and b.days is not None and told is not None and b.days[1] < a.days[0]
    return (
        later and a.context.aftermath and a.days is not None and told is not None and told - a.days[1] <= FOLLOWING_DAYS
    )


def days_meet(a: Facts, b: Facts) -> bool:
    """Whether two accounts may lie on the same day: one is undated, or their days overlap."""
    return a.days is None or b.days is None or max(a.days[0], b.days[0]) <= min(a.days[1], b.days[1])


def _day(ordinal: int) -> str:
    import datetime as dt

    return dt.date.fromordinal(ordinal).isoformat()


def kind(a: Facts, b: Facts) -> Found:
    """Compare what happened."""
    one, two = a.means, b.means
    if one == two:
        level = "same_rare" if one in settings().rare else "same_means" if kinds()[one].means > 2 else "same_kind"
        return level, one, two, one
    if compatible_kinds(one, two):
        return "kin", one, two, ""
    if a.kinds & b.kinds:
        return "kin", one, two, ""
    both = kinds()[one].family == kinds()[two].family == "violence"
    return ("other_means" if both else "other"), one, two, ""


_KIN: dict[tuple[str, str], bool] = {}


def compatible_kinds(a: str, b: str) -> bool:
    """Whether one happening may be of both kinds at once: a means and its toll, or a pair that `weights.yaml` lists."""
    known = _KIN.get((a, b))
    if known is None:
        one, two = kinds()[a], kinds()[b]
        violence = one.family == two.family == "violence"
        known = (
            a == b
            or (violence and min(one.means, two.means) <= 2)
            or (a, b) in settings().kin
            or (b, a) in settings().kin
        )
        _KIN[a, b] = known
    return known


def actor(a: Facts, b: Facts) -> Found:
    """Compare who did it."""
    if not a.parties or not b.parties:
        return "unknown", "", "", ""
    names = (", ".join(p.name for p in a.parties), ", ".join(p.name for p in b.parties))
    shared = [p for p in a.parties if any(p.id == q.id for q in b.parties)]
    if shared:
        return ("same" if any(not p.generic for p in shared) else "allied"), *names, shared[0].name
    pairs = [(p, q) for p in a.parties for q in b.parties]
    if any(
        same_side(p, q) or (p.side == q.side and p.side is not None and None in (p.country, q.country))
        for p, q in pairs
    ):
        return "allied", *names, ""
    if any(p.side is None or q.side is None for p, q in pairs):
        return "other" if all(not p.generic and not q.generic for p, q in pairs) else "unknown", *names, ""
    return ("opposed" if any(opposed(p, q) for p, q in pairs) else "other"), *names, ""


def target(a: Facts, b: Facts) -> Found:
    """Compare whom and what it hit."""
    both = sorted(a.objects & b.objects)
    if both:
        return "same_thing", "", "", ", ".join(both)
    if not a.hit or not b.hit:
        return "unknown", "", "", ""
    names = (" and ".join(sorted(a.hit)), " and ".join(sorted(b.hit)))
    return ("same_people" if a.hit & b.hit else "other_people"), *names, ""


def bounds(interval: Interval) -> str:
    """Return a count's bounds in words.

    >>> bounds((12, 12)), bounds((24, None)), bounds((10, 12))
    ('12', '24 or more', '10-12')
    """
    low, high = interval
    return str(low) if low == high else f"{low} or more" if high is None else f"{low}-{high}"


def toll(one: Interval | None, two: Interval | None) -> Found:
    """Compare two counts of the same measure."""
    if one is None or two is None:
        return "unknown", "", "", ""
    names = (bounds(one), bounds(two))
    low, high = sorted((one[0], two[0]))
    if low == high:
        return ("same_large" if low >= 10 else "same_some" if low >= 3 else "same_few"), *names, str(low)
    if exclude(one, two):
        ratio = high / max(low, 1)
        near = high - low <= 2 or ratio < 1.3
        few = "differ_few" if low < 3 else "differ"
        return ("close" if near and low >= 3 else few if ratio < 3 or low < 3 else "differ_much"), *names, ""
    return ("compatible" if high < 2 * low + 2 else "close" if high < 4 * low + 4 else "differ"), *names, ""


def exclude(one: Interval, two: Interval) -> bool:
    """Whether two counts cannot both hold.

    >>> exclude((12, 12), (10, None)), exclude((12, 12), (13, None))
    (False, True)
    """
    return (one[1] is not None and two[0] > one[1]) or (two[1] is not None and one[0] > two[1])


_WORD_BINS = (
    (0.85, "w85"),
    (0.65, "w65"),
    (0.45, "w45"),
    (0.3, "w30"),
    (0.2, "w20"),
    (0.1, "w10"),
    (0.05, "w05"),
    (-1.0, "w00"),
)
_REPORT_BINS = ((0.5, "r50"), (0.3, "r30"), (0.2, "r20"), (0.15, "r15"), (0.1, "r10"), (0.05, "r05"), (-1.0, "r00"))


def words(a: Facts, b: Facts) -> Found:
    """Compare the words of the evidence, rare ones weighing most."""
    if not a.vector or not b.vector:
        return "w10", "", "", ""
    score = cosine(a.vector, b.vector, a.length, b.length)
    return next(name for least, name in _WORD_BINS if score >= least), "", "", ""


def wording(a: Facts, b: Facts) -> Found:
    """Compare the words of the whole reports."""
    one, two = a.context, b.context
    score = cosine(one.vector, two.vector, one.vector_length, two.vector_length) if one.vector and two.vector else 0.0
    return next(name for least, name in _REPORT_BINS if score >= least), "", "", ""


def names(a: Facts, b: Facts, *, whole: bool) -> Found:
    """Compare the people named: in the whole reports where both are about their accounts, else in the evidence alone."""
    one, two = (a.context.people, b.context.people) if whole else (a.people, b.people)
    if not one or not two:
        return "unknown", "", "", ""
    both = sorted(one & two)
    if not both:
        return "none", "", "", ""
    level = "many" if len(both) >= 3 else "two" if len(both) == 2 else "one"
    return level, "", "", ", ".join(both[:5])


def shared_words(a: dict[str, float], b: dict[str, float], most: int = 5) -> str:
    """Return the most telling words that two accounts share, for people."""
    both = sorted((w for w in a if w in b and bits(w) >= 4), key=lambda w: (-min(a[w], b[w]), w))
    return ", ".join(both[:most])


Compare = Callable[[Facts, Facts], Found]
COMMON: tuple[tuple[str, Compare], ...] = (
    ("place", place),
    ("time", time),
    ("kind", kind),
    ("actor", actor),
    ("target", target),
    ("killed", lambda a, b: toll(a.killed, b.killed)),
    ("injured", lambda a, b: toll(a.injured, b.injured)),
    ("words", words),
)


def levels(a: Facts, b: Facts) -> dict[str, Found]:
    """Return what every comparison that holds for any pair found, by its name."""
    return {name: compare(a, b) for name, compare in COMMON}


def total(scale: Scale, found: dict[str, Found]) -> float:
    """Return the weight of a pair in bits."""
    return scale.prior + sum(getattr(scale, name)[level[0]][0] for name, level in found.items())


def in_words(a: Facts, b: Facts, scale: Scale, found: dict[str, Found]) -> tuple[Comparison, ...]:
    """Return the comparisons as records, the prior first; their weights sum to the pair's."""
    out = [Comparison(name="prior", found="two accounts at hand, before anything is compared", weight=scale.prior)]
    for name, (level, one, two, both) in found.items():
        weight, template = getattr(scale, name)[level]
        if name == "words":
            both = shared_words(a.vector, b.vector)
        elif name == "wording":
            both = shared_words(a.context.vector, b.context.vector)
        out.append(Comparison(name=name, found=template.format(a=one, b=two, x=both).rstrip(": "), weight=weight))
    return tuple(out)
