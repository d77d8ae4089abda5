"""Which counts of an Arabic sentence belong to which claim, and what they measure."""

from collections.abc import Mapping, Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.clauses import Roles
from crossbearing.reading.rules_v1.arabic.data import phrases as listed_phrases
from crossbearing.reading.rules_v1.arabic.data import plain
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, taken_apart, tolls
from crossbearing.reading.rules_v1.arabic.numbers import Number
from crossbearing.reading.rules_v1.arabic.phrases import Phrases
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.reading.rules_v1.measures import BY_KIND
from crossbearing.records import Figure, Measure, Nature

ROOM = frozenset({plain("اتسع"), plain("استوعب")})
"""Verbs of shelter whose count is how many there is room for."""
MOVED = frozenset({"troop_movement", "destruction", "clash", "ground_operation", "siege"})
BEFORE, BEHIND = 3, 12
"""Words between a count and its trigger: before a verb it stands close, behind one a clause may lie between."""


class Assigned(msgspec.Struct, frozen=True):
    """A number with the happening it belongs to (its index among them), what it measures, and whether it is a part."""

    number: Number
    happening: int
    measure: Measure
    part: bool


def assign(
    text: Text,
    numbers: Sequence[Number],
    happenings: Sequence[Happening],
    roles: Sequence[Roles],
) -> tuple[Assigned, ...]:
    """Return each count that belongs to a happening, in order of the text. Every count belongs to one at most."""
    out: list[Assigned] = []
    for number in numbers:
        part = _is_part(text, number) and bool(out) and _same_sentence(text, out[-1].number.first, number.first)
        if part:
            out.append(msgspec.structs.replace(out[-1], number=number, part=True))
            continue
        best: tuple[tuple[int, int], int, Measure] | None = None
        for k, happening in enumerate(happenings):
            if not _same_sentence(text, number.first, happening.i):
                continue
            measure = measure_of(text, happening, number)
            rank = None if measure is None else _rank(text, number, happening, roles[k])
            if measure is not None and rank is not None and (best is None or rank < best[0]):
                best = (rank, k, measure)
        if best is not None:
            out.append(Assigned(number, best[1], best[2], part=False))
    return tuple(out)


def _same_sentence(text: Text, a: int, b: int) -> bool:
    return text.words[a].sentence == text.words[b].sentence


def _is_part(text: Text, number: Number) -> bool:
    """Whether a count is one of parts ("among them five children")."""
    return any(
        text.phrase_at(k, listed_phrases("phrases", "including")) for k in range(max(0, number.begin - 2), number.begin)
    )


def measure_of(text: Text, happening: Happening, number: Number) -> Measure | None:
    """Return what a claim of this kind measures with this count, or null where the count is none of its own."""
    counted = None if number.counted is None else text.texts[number.counted]
    known = class_of(counted) if counted is not None else frozenset()
    kind = happening.kind
    toll = tolls().get(taken_apart(counted).rest) if counted is not None else None
    own = BY_KIND.get(kind)
    if toll is not None and toll not in {"displaced", own}:
        return None
    if "armour" in known:
        # One without a number ("a helicopter was downed") is no count worth telling.
        return "vehicles" if kind in MOVED and number.first != number.counted else None
    if "weapon" in known:
        return "weapons" if kind in {"shelling", "airstrike"} else None
    if known & {"building", "settlement"} and not known & {"people", "armed"}:
        return "other" if kind in {"destruction", "territory_change", "shelling", "airstrike"} else None
    if kind == "shelter_aid" and plain(happening.trigger.lemma) in ROOM:
        return "capacity"
    return own


def _rank(text: Text, number: Number, happening: Happening, roles: Roles) -> tuple[int, int] | None:
    """How closely a count belongs to a trigger, the lower the closer; null where it does not."""
    distance = number.first - happening.i if number.first > happening.i else happening.i - number.last
    if number.counted == happening.i:
        return (0, 0)
    by_form = number.first == number.counted
    if any(a <= number.first < b for a, b in roles.targets):
        return (1, distance)
    if by_form:
        return None
    if any(a <= number.first < b for a, b in roles.actors):
        return (2, distance) if happening.kind not in {"killing", "injury", "arrest", "abduction"} else None
    between = range(min(happening.i, number.last) + 1, max(happening.i, number.first))
    parted = any(text.texts[k] in {"،", "؛", ":"} for k in between)
    if number.first < happening.i:
        return (3, distance) if distance <= BEFORE and not parted else None
    return (4 if not parted else 5, distance) if distance <= BEHIND and not (parted and distance > BEFORE) else None


def figures_of(text: Text, cut: Phrases, assigned: Sequence[Assigned]) -> tuple[Figure, ...]:
    """Return the counts of one claim as figures."""
    out: list[Figure] = []
    for one in assigned:
        number = one.number
        nature: Nature = "capacity" if one.measure == "capacity" else "stock" if one.measure == "present" else "flow"
        group = None
        if number.counted is not None:
            last = max(cut.noun_phrase(number.counted, text.sentence(number.counted)[1]), number.counted + 1)
            group = cut.name(number.counted, min(last, number.counted + 3)) or None
        span = (cut.cut_start(number.begin, _joined(text, number.begin)), text.words[number.last - 1].end)
        out.append(
            Figure(
                measure=one.measure,
                low=number.low,
                high=number.high,
                text=text.whole[span[0] : span[1]],
                span=span,
                group=group,
                nature=nature,
                part_of_whole=one.part,
            )
        )
    return tuple(out)


def _joined(text: Text, i: int) -> int:
    """How many letters are written together with a count in front of it."""
    way = taken_apart(text.texts[i])
    return way.cut - (2 if way.article else 0) if not text.words[i].is_number else 0


def counted(text: Text, cut: Phrases, roles: Roles, assigned: Sequence[Assigned]) -> Roles:
    """Return the roles, those counted standing for the affected where the clause names none."""
    if roles.targets or any(one.measure == "capacity" for one in assigned):
        return roles
    found = next((one.number.counted for one in assigned if not one.part and one.number.counted is not None), None)
    people = (
        found is not None
        and not any(a <= found < b for a, b in roles.actors)
        and "people" in class_of(text.texts[found])
        and taken_apart(text.texts[found]).rest not in tolls()
    )
    if found is None or not people:
        return roles
    last = cut.noun_phrase(found, text.sentence(found)[1])
    return Roles(roles.actors, ((found, max(last, found + 1)),))


def merged(
    text: Text,
    happenings: Sequence[Happening],
    assigned: Sequence[Assigned],
) -> tuple[frozenset[int], Mapping[int, tuple[Assigned, ...]]]:
    """Return which happenings to drop, and the counts of each that stays.

    Of words that count the same people in one sentence ("the toll of dead ... rose to 53 dead") one claim is made.
    """
    own: dict[int, list[Assigned]] = {}
    for one in assigned:
        own.setdefault(one.happening, []).append(one)
    dropped: set[int] = set()
    for k, happening in enumerate(happenings):
        same = [j for j in range(k) if j not in dropped and _counts_alike(text, happenings[j], happening)]
        if not same or k in dropped:
            continue
        first = same[0]
        if happening.trigger.entry.toll and (k not in own or first not in own):
            own[first] = own.get(first) or own.pop(k, [])
            own.pop(k, None)
            dropped.add(k)
        elif happenings[first].trigger.entry.toll and first not in own:
            dropped.add(first)
    return frozenset(dropped), {k: tuple(found) for k, found in own.items() if found}


def _counts_alike(text: Text, one: Happening, other: Happening) -> bool:
    """Whether two words of one sentence name the same harm."""
    return one.kind == other.kind and _same_sentence(text, one.i, other.i)
