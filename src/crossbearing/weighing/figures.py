"""What an event's accounts count: per report, and over all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from crossbearing.ontology import kinds
from crossbearing.records import Claim, EventFigure, Figure, ReportFigure, Span, affirms
from crossbearing.weighing.counts import Interval, figures_of, most_told
from crossbearing.weighing.people import (
    HARM,
    Told,
    befalls,
    distinct,
    may_be_one,
    people_of,
    same_person,
    surely_told,
)
from crossbearing.weighing.settings import settings
from crossbearing.weighing.tallies import (
    Tally,
    beside,
    counts_also,
    dead_doers,
    is_by_another,
    is_numbered,
    is_of_days,
    is_of_season,
    is_round,
    is_running,
    tallies,
)

Given = TypeVar("Given")
LEAST = (1, 2)
"""Lower bounds that leave open how many there are in all."""
MEASURES = ("killed", "injured", "arrested", "abducted", "displaced", "present", "capacity", "vehicles", "weapons")


def report_figure(claims: Sequence[Claim], measure: str) -> ReportFigure | None:
    """Return the count one report gives: what it tells most often; of equals the highest. Null where it gives none.

    A total since an earlier day ("bringing the dead to 120 since March") yields to whatever is counted of the
    happening, and one of a season counts nothing where violence of some days is told. A number of one ("a boy was
    killed") tells of somebody among all, and yields to any that is larger. Whoever did it and is told of as dead is one
    more where the number surely leaves them out ("killed two people, then himself"). Where it gives no number but tells
    of people one by one, there are at least as many as can be told apart. A death told without either is at least one.
    Who was shot and is not told of as dead is injured: those counted as shot where they are more than those counted as
    injured, and others where no more is counted as injured than one.
    """
    told = _told(claims, measure)
    if measure != "injured":
        return told
    counted = told.low if told is not None and told.low > 1 else 0
    wounded = _shot_and_alive(claims) if counted else _wounded(claims)
    if counted and counted >= wounded:
        return told
    open_above = told is not None and told.high is None and counted > 0
    if wounded:
        return ReportFigure(low=wounded, high=None if open_above else wounded)
    return told if not _dead(claims) else None


def _told(claims: Sequence[Claim], measure: str) -> ReportFigure | None:
    if not any(befalls(c, measure) or any(f.measure == measure for f in c.figures) for c in claims):
        return None
    claims = _of_one_happening(claims, measure)
    given = _of_the_living(claims) if measure == "injured" else tallies(claims, measure)
    given = [each for each in given if not is_running(each.claim)] or given
    numbers = [each for each in given if each.low > 1 or is_numbered(each, measure)]
    numbers = [each for each in numbers if not is_round(each, measure)] or numbers
    singly = len(_living(claims) if measure == "injured" else distinct(_people(claims, measure)))
    if any(each.low > 1 for each in numbers):
        told = _most_told(claims, numbers, measure)
        return told if told.high is not None or told.low >= singly else ReportFigure(low=singly, high=None)
    single = max(singly, 1 if given else 0)
    if single:
        return ReportFigure(low=single, high=_highest([single, *(each.interval[1] for each in given)]))
    return ReportFigure(low=1, high=None) if any(befalls(claim, measure) for claim in claims) else None


def _people(claims: Sequence[Claim], measure: str) -> list[Told]:
    """Those who are surely among the persons that claims count in a measure."""
    return surely_told(claims, people_of(claims, measure))


def _of_one_happening(claims: Sequence[Claim], measure: str) -> Sequence[Claim]:
    """The claims but for totals of a season, where others tell of violence of some days: such totals count more."""
    running = {each.claim.id for each in tallies(claims, measure) if is_of_season(each.claim)}
    dated = running and any(is_of_days(c) and kinds()[c.type].family == "violence" for c in claims)
    return [c for c in claims if c.id not in running] if dated else claims


def _highest(highs: Sequence[int | None]) -> int | None:
    """The widest of some upper bounds: of "up to 20" and "a boy" 20, of "at least one" none."""
    known = [high for high in highs if high is not None]
    return max(known) if len(known) == len(highs) else None


def _most_told(claims: Sequence[Claim], numbers: Sequence[Tally], measure: str) -> ReportFigure:
    """The count told most often, in the headline once more, with its doer where they died and are not in it.

    Where the headline tells it as it is and the text as the least there are, it is the least: headlines leave out "at
    least".
    """
    often = Counter(each.interval for each in numbers)
    above = {each.interval for each in numbers if each.claim.located == "title"}
    often.update(above)
    low, high = most_told(_borne_out(often))
    high = None if (low, high) in above and (low, None) in often else high
    if measure == "killed" and _leave_out_the_doer(claims, [each for each in numbers if each.low == low]):
        return ReportFigure(low=low + 1, high=None if high is None else high + 1)
    return ReportFigure(low=low, high=high)


def _leave_out_the_doer(claims: Sequence[Claim], numbers: Sequence[Tally]) -> bool:
    """Whether whoever did it died, and counts of the dead surely leave them out."""
    doers = dead_doers(claims)
    return bool(doers) and all(each.others and not counts_also(each, doers) for each in numbers)


def _borne_out(often: Mapping[Interval, int]) -> dict[Interval, int]:
    """How often each count is told or borne out: "at least one" and "a murder-suicide" bear out all above them."""
    return {each: n + sum(often.get((low, None), 0) for low in LEAST if each[0] > low) for each, n in often.items()}


def _of_the_living(claims: Sequence[Claim]) -> list[Tally]:
    """The counts of the injured but for those that count the dead, too: "two children died of gunshot wounds"."""
    dead = {f.span for c in claims if befalls(c, "killed") for f in figures_of(c, "killed")}
    return [
        each for each in tallies(claims, "injured")
        if dead.isdisjoint(f.span for f in figures_of(each.claim, "injured"))
    ]  # fmt: skip


def _wounded(claims: Sequence[Claim]) -> int:
    """How many were hurt or shot and are not told of as dead: of the number shot, else one by one."""
    deeds, dead = _shootings(claims), _dead(claims)
    shot = surely_told(claims, (Told(c.id, p) for c in deeds for p in c.people))
    everyone = distinct([*_people(claims, "killed"), *_people(claims, "injured"), *shot])
    counted_one = any(is_numbered(each, "injured") or _is_of_another(each) for each in _of_the_living(claims))
    return max(_shot_and_alive(claims), len(_living(claims)), len(everyone) - dead, int(counted_one))


def _shot_and_alive(claims: Sequence[Claim]) -> int:
    """How many are counted as shot and not told of as dead."""
    counts = [(deed, _shot(deed)) for deed in _shootings(claims)]
    dead = _dead(claims)
    theirs = dead - 1 if _is_one_of_the_dead(claims) else dead
    shot = [
        sum(f.low for f in figures) + len(beside(deed, figures)) - (theirs if is_by_another(deed) else dead)
        for deed, figures in counts
    ]
    others = [_others(deed, figures, claims) for deed, figures in counts]
    return max([*shot, *others, 0])


def _is_one_of_the_dead(claims: Sequence[Claim]) -> bool:
    """Whether whoever did it died, and is counted among the dead: added to a number, or told of with them."""
    counts = [each for each in tallies(claims, "killed") if each.low > 1]
    return _leave_out_the_doer(claims, counts)


def _others(deed: Claim, figures: Sequence[Figure], claims: Sequence[Claim]) -> int:
    """How many a claim counts beside those told of before, and who stands beside them and is none of the dead.

    Whom it tells one by one beside them and those others are all who were hit: of them the dead that are only counted
    behind it ("all four died") are taken off.
    """
    counted = sum(f.low for f in figures if _leaves_out(f))
    also = [Told(deed.id, person) for person in beside(deed, figures)]
    if not counted or not also:
        return counted
    dead = people_of(claims, "killed")
    behind = [c for c in claims if c.located == deed.located and c.trigger > deed.trigger]
    died = max((each.low for each in tallies(behind, "killed")), default=0) - len(distinct(dead))
    alive = sum(not any(may_be_one(one, other) for other in dead) for one in also)
    return counted + alive - max(died, 0)


def _shootings(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that somebody was shot; of totals of many days only where nothing else is told of anybody's harm."""
    harm = [c for c in claims if c.type in HARM and affirms(c)]
    harm = [c for c in harm if not is_running(c)] or harm
    return [c for c in harm if c.type == "shooting"]


def _dead(claims: Sequence[Claim]) -> int:
    told = _told(claims, "killed")
    return told.low if told is not None else 0


def _shot(deed: Claim) -> list[Figure]:
    """The counts of those who were shot; bare ones only without any that says of whom, for those may be ages."""
    counts = figures_of(deed, "other")
    return [f for f in counts if f.group in deed.target] or [f for f in counts if f.group is None]


def _leaves_out(figure: Figure) -> bool:
    """Whether those counted are others than those told of before: "two others were shot"."""
    return not settings().others.isdisjoint((figure.text + " " + (figure.group or "")).lower().split())


def _is_of_another(tally: Tally) -> bool:
    """Whether somebody counted as hurt is surely none of those told of before: "one guard dead, another wounded"."""
    return tally.low == 1 and any(_leaves_out(f) for f in figures_of(tally.claim, "injured"))


def _living(claims: Sequence[Claim]) -> list[list[Told]]:
    """Those told of one by one as hurt who are not told of as dead."""
    killed = people_of(claims, "killed")
    sentences = {c.id: c.evidence for c in claims}
    hurt = distinct(_people(claims, "injured"))
    return [one for one in hurt if not any(_died(a, b, sentences) for a in one for b in killed)]


def _died(hurt: Told, dead: Told, sentences: Mapping[str, Span]) -> bool:
    """Whether one who is told of as hurt is the one who is told of as dead: beyond doubt, or in another sentence, with
    nothing that keeps them apart ("a boy was shot ... the 9-year-old died"; not "another boy").
    """
    if same_person(hurt, dead):
        return True
    another = not settings().others.isdisjoint(hurt.person.words.lower().split())
    return sentences[hurt.claim] != sentences[dead.claim] and not another and may_be_one(hurt, dead)


def counted(by_report: Sequence[tuple[Given, Sequence[str]]]) -> Sequence[tuple[Given, Sequence[str]]]:
    """Return what those reports give that count, where any does; else what all give.

    Each report comes with the ids of its claims that hold a count, if any: what a report only implies (somebody died)
    says nothing beside what others count.
    """
    return [given for given in by_report if given[1]] or by_report


def event_figure(by_report: Sequence[tuple[ReportFigure, Sequence[str]]]) -> EventFigure | None:
    """Return a measure over all reports: the lowest low, the highest high, and the low that most reports give.

    Each report comes with the ids of its claims. Of lows told equally often the higher is best, since tolls rise.
    """
    if not by_report:
        return None
    by_report = counted(by_report)
    lows = [figure.low for figure, _ in by_report]
    best = max(set(lows), key=lambda low: (lows.count(low), low))
    highs = [figure.high for figure, _ in by_report]
    known = [high for high in highs if high is not None]
    claims = tuple(sorted({c for _, ids in by_report for c in ids}))
    return EventFigure(low=min(lows), best=best, high=max(known) if len(known) == len(highs) else None, claims=claims)
