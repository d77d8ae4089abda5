"""Tolls that exclude each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Literal, NamedTuple

from crossbearing.actors import opposed
from crossbearing.actors.tables import actors
from crossbearing.records import Claim, Contradiction
from crossbearing.weighing.comparisons.toll import MUCH
from crossbearing.weighing.contradictions.blame import country_of
from crossbearing.weighing.contradictions.deeds import Deeds
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.counted import counts_others, of_the_event
from crossbearing.weighing.counts import Interval, bounds, exclude
from crossbearing.weighing.figures import report_figure
from crossbearing.weighing.labels import when_of
from crossbearing.weighing.tallies import is_round, tallies

TWOFOLD = 1.75
"""How far apart lead figures of different roots are when they contradict although their bounds could both hold: about
twofold.
"""
SAME_HOURS = 1
"""Days between two reports up to which such figures are of the same hours: "at least 130" may be but the first word."""
RISING_DAYS = 3
"""Days after a report within which a higher toll, short of twofold, is that of later hours."""


class _Toll(NamedTuple):
    """A toll that a report tells: `rough` where it tells it by a round word ("dozens")."""

    value: Interval
    rough: bool
    position: Position

    @property
    def day(self) -> int | None:
        """The ordinal of the day on which its report was written."""
        return self.position.voice.day


Pair = tuple[_Toll, _Toll]
"""The lower of two tolls and the higher."""


def tolls(voices: Sequence[Voice], measure: Literal["killed", "injured"]) -> list[Contradiction]:
    """Return the pairs of tolls that exclude each other, or of dead that differ about twofold, told by different roots.

    They are those of two reports of which neither tells the other's toll too, or those that one report tells of two
    roots. Tolls of one root are updates of each other: of those that it passed on the way the last stands. So is a
    toll that its report calls an update or that is somewhat higher in a report of the next days; what any report tells
    as an earlier toll is outdated. Counts of others, of some of them, or of what another party did, exclude nothing.
    """
    when = when_of([claim for voice in voices for claim in voice.claims])
    told: list[tuple[_Toll, list[_Toll]]] = []
    for voice in voices:
        held = of_the_event(voice.holding(measure), when)
        whole = _toll(voice, held, held, measure)
        if whole is not None:
            told.append((whole, _by_roots(voice, held, measure)))
    deeds = Deeds(voices, country_of(voices))
    reports = _of_reports(told, measure)
    pairs = [_in_order(*pair) for (a, _), (b, _) in reports for pair in _of_one_doer(a, b, deeds, measure)]
    pairs = [pair for pair in pairs if _is_twofold(*pair) or not _later_hours(*pair)]
    pairs += [pair for _, each in told for pair in _within(each)]
    former = frozenset(number for voice in voices for number in voice.former)
    last = _last_of_roots(each for _, by_roots in told for each in by_roots)
    rows: dict[tuple[Interval, Interval], list[tuple[Position, Position]]] = {}
    for low, high in pairs:
        outdated = measure == "killed" and low.value[0] in former
        if _differ(low, high, measure) and _stand_apart(low, high) and _covers(low, high, measure) and not (
            outdated or _was_passed(low, high, last, measure)
        ):  # fmt: skip
            rows.setdefault((low.value, high.value), []).append((low.position, high.position))
    return [row(measure, rows[values]) for values in sorted(rows, key=lambda pair: tuple(map(_rank, pair)))]


def _of_one_doer(one: _Toll, two: _Toll, deeds: Deeds, measure: str) -> Iterator[Pair]:
    """The tolls of two reports that are compared: theirs, but where these are of what two hostile parties did, each
    with what the other report counts of the same party's deeds.
    """
    a, b = one.position, two.position
    if not deeds.are_apart(a.claims, b.claims):
        yield one, two
        return
    mine, theirs = (
        _toll(p.voice, deeds.of_those_who_did(p.behind, q.claims), p.behind, measure)
        for p, q in ((a, b), (b, a))
    )
    if mine is not None:
        yield mine, two
    if theirs is not None:
        yield one, theirs


def _toll(voice: Voice, claims: Sequence[Claim], held: Sequence[Claim], measure: str) -> _Toll | None:
    """The toll that some of the claims of a report give; what they only imply (somebody died) opposes no count."""
    given = tallies(claims, measure)
    figure = report_figure(claims, measure)
    if figure is None or not given:
        return None
    value = figure.low, figure.high
    telling = [tally for tally in given if tally.interval == value] or given
    position = Position(bounds(value), voice, tuple(tally.claim for tally in telling), tuple(held))
    return _Toll(value, all(is_round(tally, measure) for tally in telling), position)


def _by_roots(voice: Voice, held: Sequence[Claim], measure: str) -> list[_Toll]:
    """The toll of each root, or roots together, that a report cites for one."""
    cited: dict[frozenset[str], list[Claim]] = {}
    for tally in tallies(held, measure):
        if voice.roots[tally.claim.id]:
            cited.setdefault(voice.roots[tally.claim.id], []).append(tally.claim)
    found = (_toll(voice, cited[roots], cited[roots], measure) for roots in sorted(cited, key=sorted))
    return [toll for toll in found if toll is not None]


def _last_of_roots(told: Iterable[_Toll]) -> dict[str, list[_Toll]]:
    """What each root that has a name told on the last day that is known: people without one may be others in each
    report.
    """
    found: dict[str, list[_Toll]] = {}
    for toll in sorted((each for each in told if each.day is not None), key=lambda each: each.day or 0):
        for root in toll.position.roots - toll.position.voice.unnamed:
            last = found.setdefault(root, [])
            if last and last[0].day != toll.day:
                last.clear()
            last.append(toll)
    return found


def _was_passed(low: _Toll, high: _Toll, last: Mapping[str, Sequence[_Toll]], measure: str) -> bool:
    """Whether all roots of the lower of two tolls went on, in the next few days, to count no less than the higher one,
    which was written by then: it was right in its hour. What a root told last stands, and is held against the other.
    """
    return all(_outgrown(low, high, last.get(root, ()), measure) for root in low.position.roots)


def _outgrown(low: _Toll, high: _Toll, last: Sequence[_Toll], measure: str) -> bool:
    day = last[0].day if last else None
    if day is None or low.day is None or high.day is None or high.day > day or not 0 < day - low.day <= RISING_DAYS:
        return False
    return all(
        _rank(each.value) >= _rank(high.value) and _covers(low, each, measure) and _covers(high, each, measure)
        for each in last
    )


def _covers(low: _Toll, high: _Toll, measure: str) -> bool:
    """Whether a higher toll counts those of a lower one too."""
    return not counts_others(low.position.claims, high.position.claims, measure)


def _of_reports(
    told: Sequence[tuple[_Toll, list[_Toll]]], measure: str,
) -> Iterator[tuple[tuple[_Toll, list[_Toll]], tuple[_Toll, list[_Toll]]]]:
    """Pairs of reports of which neither tells the toll of the other too."""
    for one, two in combinations(told, 2):
        others = [(one[0], each) for each in two[1]] + [(two[0], each) for each in one[1]]
        if all(each.rough or _differ(toll, each, measure) for toll, each in others):
            yield one, two


def _within(told: Sequence[_Toll]) -> Iterator[Pair]:
    """Pairs of tolls that one report tells of one kind of happening at one place: others may be of other happenings,
    and a much higher one a total.
    """
    for one, two in combinations(told, 2):
        low, high = _in_order(one, two)
        if _spots(low) & _spots(high) and _kinds(low) & _kinds(high) and high.value[0] <= MUCH * max(low.value[0], 1):
            yield low, high


def _spots(toll: _Toll) -> set[str]:
    return {claim.where.place_id or claim.where.name for claim in toll.position.claims if claim.where}


def _kinds(toll: _Toll) -> set[str]:
    return {claim.type for claim in toll.position.claims}


def _rank(value: Interval) -> tuple[int, bool, int]:
    return value[0], value[1] is None, value[1] or 0


def _in_order(one: _Toll, two: _Toll) -> Pair:
    return (one, two) if _rank(one.value) <= _rank(two.value) else (two, one)


def _differ(one: _Toll, two: _Toll, measure: str) -> bool:
    """Whether two tolls cannot both hold; a round word excludes no number that is near to it, or above."""
    low, high = _in_order(one, two)
    if exclude(low.value, high.value) and (not high.rough or _is_twofold(low, high)):
        return not low.rough
    days = [toll.day for toll in (low, high) if toll.day is not None]
    same_hours = len(days) < 2 or max(days) - min(days) <= SAME_HOURS
    return measure == "killed" and low.value[1] is None and same_hours and _is_twofold(low, high)


def _is_twofold(low: _Toll, high: _Toll) -> bool:
    return not low.rough and high.value[0] >= TWOFOLD * max(low.value[0], 1)


def _stand_apart(low: _Toll, high: _Toll) -> bool:
    a, b = low.position, high.position
    known = bool(a.speakers) and bool(b.speakers) and not a.speakers & b.speakers
    return known and not a.voice.updates and not b.voice.updates


def _later_hours(low: _Toll, high: _Toll) -> bool:
    """Whether the higher toll is that of a report of the next days, since tolls rise; what opposed parties count is no
    update of each other.
    """
    one, two = low.day, high.day
    later = one is not None and two is not None and 0 < two - one <= RISING_DAYS
    named = [
        [a for root in sorted(toll.position.roots) if (a := actors().get(root)) is not None] for toll in (low, high)
    ]
    return later and not any(opposed(a, b) for a, b in product(*named))
