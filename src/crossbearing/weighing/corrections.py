"""Who says otherwise now: what a root set right, counted higher later or took back is kept, and holds no more."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records import NOT_YET, Claim, Correction, Side, affirms
from crossbearing.weighing.comparisons.toll import MUCH
from crossbearing.weighing.contradictions.voices import Voice
from crossbearing.weighing.correction_words import is_version, pattern, recalls, sets_right, wordings
from crossbearing.weighing.counted import counts_others, counts_some
from crossbearing.weighing.counts import Interval, bounds, most_told
from crossbearing.weighing.figures import MEASURES
from crossbearing.weighing.tallies import tallies

HAPPENED = "happened"
"""The field of what was taken back as a whole."""


class _Said(NamedTuple):
    """The count of one measure that one root gives in one report, told by `counting`, among all claims of the root that
    count: `now` is false where it is only recalled, `revises` true where it is told as one that takes another's place.
    """

    measure: str
    voice: Voice
    value: Interval
    counting: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    now: bool
    revises: bool


class _Row(NamedTuple):
    """What a correction is of, whichever roots make it."""

    field: str
    why: str
    before: tuple[str, str]
    after: tuple[str, str]


Found = tuple[_Row, str, Sequence[Claim], Sequence[Claim]]
"""What a root says otherwise now, with its claims before and after."""


def find(voices: Sequence[Voice]) -> tuple[Correction, ...]:
    """Return what roots of an event set right, counted higher later or took back, in the order of the voices.

    A root is one that is cited, or the publisher where it cites nobody. Of two counts of one happening that it gives
    on different days the later holds where it is somewhat higher, or is told as taking the place of another; of two in
    one report that which is not told as said before. A much higher count may be a total, and a lower one of a part:
    both hold beside the earlier.
    """
    rows: dict[_Row, tuple[set[str], set[str], set[str]]] = {}
    everything = (*_taken_back(voices), *(found for measure in MEASURES for found in _recounted(voices, measure)))
    for row, root, before, after in everything:
        old, new, roots = rows.setdefault(row, (set(), set(), set()))
        old |= {claim.id for claim in before}
        new |= {claim.id for claim in after}
        roots.add(root)
    return tuple(_correction(row, *sides) for row, sides in rows.items())


def _correction(row: _Row, before: set[str], after: set[str], roots: set[str]) -> Correction:
    told = tuple(sorted(roots))
    sides = [
        Side(value=value, claims=tuple(sorted(claims)), reports=(report,), roots=told)
        for (value, report), claims in ((row.before, before), (row.after, after))
    ]
    return Correction(field=row.field, before=sides[0], after=sides[1], why=wordings().reasons[row.why])


def _recounted(voices: Sequence[Voice], measure: str) -> Iterator[Found]:
    told: dict[str, list[_Said]] = {}
    for voice in voices:
        given = [(tally.claim, tally.interval) for tally in tallies(voice.claims, measure)]
        yield from _of_earlier_versions(voice, given, measure)
        for root in sorted({root for claim, _ in given for root in voice.speakers(claim)}):
            own = [(claim, value) for claim, value in given if root in voice.speakers(claim)]
            old = {claim.id for claim, _ in own if recalls(claim, voice.sentences[claim.id])}
            now = [(claim, value) for claim, value in own if claim.id not in old]
            said = _said(measure, voice, now or own, now=bool(now))
            told.setdefault(root, []).append(said)
            for claim, value in own if now else ():
                if claim.id in old and all(value != other for _, other in now):
                    yield from _found("said_before", root, _said(measure, voice, [(claim, value)], now=False), said)
    for root, of_root in told.items():
        for said in of_root:
            later = [(other, why) for other in of_root if (why := _supersedes(other, said))]
            if later:
                last, why = max(later, key=lambda each: (each[0].voice.day, each[0].revises, each[0].voice.report))
                yield from _found(why, root, said, last)


def _of_earlier_versions(
    voice: Voice, given: Sequence[tuple[Claim, Interval]], measure: str,
) -> Iterator[Found]:
    """What a report says that an earlier version of it said gives way to what it counts now, whoever counts."""
    now = [(c, value) for c, value in given if not recalls(c, voice.sentences[c.id])]
    for claim, value in given if now else ():
        if is_version(claim) and all(value != other for _, other in now):
            said = _said(measure, voice, [(claim, value)], now=False)
            for root in sorted(voice.speakers(claim) or {voice.publisher or voice.report}):
                yield from _found("said_before", root, said, _said(measure, voice, now, now=True))


def _said(measure: str, voice: Voice, given: Sequence[tuple[Claim, Interval]], *, now: bool) -> _Said:
    """What is told most often."""
    value = most_told(Counter(value for _, value in given))
    claims = tuple(claim for claim, _ in given)
    counting = tuple(claim for claim, each in given if each == value)
    right = any(sets_right(claim, voice.sentences[claim.id], measure) for claim in claims)
    return _Said(measure, voice, value, counting, claims, now, right)


def _found(why: str, root: str, before: _Said, after: _Said) -> Iterator[Found]:
    """All that a root counted before gives way to what it counts after, but for counts of other people. Those of some
    of the people whom it counted ("among them a teacher") go with the whole: they alone were never its toll.
    """
    sides = [(bounds(said.value), said.voice.report) for said in (before, after)]
    measure = before.measure
    gone = tuple(
        claim for claim in before.claims
        if counts_some([claim], before.counting, measure) or not _of_others([claim], after.counting, measure)
    )  # fmt: skip
    if gone:
        yield _Row(before.measure, why, sides[0], sides[1]), root, gone, after.claims


def _of_others(one: Sequence[Claim], two: Sequence[Claim], measure: str) -> bool:
    return counts_others(one, two, measure) or counts_others(two, one, measure)


def _supersedes(later: _Said, earlier: _Said) -> str | None:
    """Why what a root says later takes the place of what it said earlier; null where it does not."""
    day, before = later.voice.day, earlier.voice.day
    if not later.now or day is None or before is None or day < before or later.value == earlier.value:
        return None
    if not _days_meet(later.claims, earlier.claims) or _of_others(later.counting, earlier.counting, later.measure):
        return None
    if later.revises:
        # A vaguer word for the same ("at least 20" after 25) takes nothing back.
        held = _holds(later.value, earlier.value) or (day == before and earlier.revises)
        return None if held else "revised"
    rising = earlier.value[0] < later.value[0] < MUCH * earlier.value[0]
    return "raised" if rising and day > before else None


def _days_meet(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Whether counts may be of one day: of other days are other tolls, or totals of many."""
    days, others = (
        [(c.when.earliest, c.when.latest) for c in claims if c.when and c.when.earliest and c.when.latest]
        for claims in (one, two)
    )
    meeting = (max(a[0], b[0]) <= min(a[1], b[1]) for a in days for b in others)
    return not days or not others or any(meeting)


def _holds(wide: Interval, narrow: Interval) -> bool:
    return wide[0] <= narrow[0] and (wide[1] is None or (narrow[1] is not None and narrow[1] <= wide[1]))


def _taken_back(voices: Sequence[Voice]) -> Iterator[Found]:
    """Yield what roots took back: what they told of one kind until then, on that day or before."""
    for voice in voices:
        for claim in voice.claims:
            # What is taken back may be read as denied by whoever takes it back.
            told = claim.polarity == "affirmed" and claim.certainty not in NOT_YET
            if told and kinds()[claim.type].family != "diplomacy" and _is_taken_back(claim, voice.sentences[claim.id]):
                for root in sorted(voice.speakers(claim)):
                    for other, before in _told_by(voices, root, voice.day, claim):
                        row = _Row(HAPPENED, "taken_back", (claim.type, other.report), ("", voice.report))
                        yield row, root, before, (claim,)


def _is_taken_back(claim: Claim, sentence: str) -> bool:
    """Whether its sentence takes a claim back. One that the words of taking back were themselves read as ("withdrew")
    is nothing that was said.
    """
    found = pattern("taking_back").search(sentence)
    at = claim.trigger[0] - claim.evidence[0]
    return found is not None and not found.start() <= at < found.end()


def _told_by(
    voices: Sequence[Voice], root: str, until: int | None, taken_back: Claim,
) -> Iterator[tuple[Voice, tuple[Claim, ...]]]:
    """What a root told of the kind of a claim until a day, with that claim itself."""
    for voice in voices:
        if until is None or voice.day is None or voice.day <= until:
            told = (c for c in voice.claims if c.type == taken_back.type and root in voice.speakers(c))
            claims = tuple(c for c in told if affirms(c) or c.id == taken_back.id)
            if claims:
                yield voice, claims


def applied(voice: Voice, found: Sequence[Correction]) -> Voice:
    """Return a voice that knows which of its claims hold no more: of each field those that all their roots gave up."""
    everywhere = _given_up(voice, found, lambda _: True)
    within = _given_up(voice, found, lambda row: row.before.reports == row.after.reports)
    return msgspec.structs.replace(voice, given_up=everywhere, recalled=within)


def _given_up(
    voice: Voice, found: Sequence[Correction], counting: Callable[[Correction], bool],
) -> dict[str, frozenset[str]]:
    roots: dict[str, dict[str, set[str]]] = {}
    for row in filter(counting, found):
        for claim in row.before.claims:
            roots.setdefault(row.field, {}).setdefault(claim, set()).update(row.before.roots)
    return {
        field: frozenset(c.id for c in voice.claims if c.id in of_field and voice.speakers(c) <= of_field[c.id])
        for field, of_field in roots.items()
    }
