"""The list of those harmed whom reports name: one row a person, with every spelling and account of them.

Tellings are taken for one person only where a rule says so, and the rule is told with it; where a name is the same and
no rule says so, the two stay two, and each says that they may be one.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from crossbearing.places import distance_km
from crossbearing.records import Claim, Event, Person, Picture, Report, content_id
from crossbearing.weighing.people import BEFALLS, Told, befalls, fit, may_be_one
from crossbearing.weighing.person_names import Parts, agree, is_full, parts_of, same_in_full
from crossbearing.weighing.spots import reach_km

FEW_DAYS = 7
"""Days that two tellings may lie apart at most, for one harm to one full name in one place to be one person's."""
SEASON_DAYS = 60
"""The same where the age is told in both, and for another harm: who was arrested is found dead weeks later."""
ROUNDED_YEARS = 1
"""Years that two reports may differ by on one person's age."""
NEAR_KM = 25.0
"""Kilometres apart up to which two places are one area: a town and its villages."""

Rule = Literal["one_report", "one_event", "same_days_and_place", "same_age_and_country"]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One claim's telling of one named person: what befell them, and in which report and event."""

    claim: Claim
    person: Person
    harm: str
    report: Report
    event: Event | None

    @property
    def parts(self) -> Parts:
        """The name as it is compared."""
        return parts_of(self.person.name or "")

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day on which it befell them, as the claim tells; null where it tells no day."""
        when = self.claim.when
        return (when.earliest, when.latest) if when and when.earliest and when.latest else None


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Why two tellings, by their claims, are taken for one person."""

    a: str
    b: str
    rule: Rule
    why: str


class Harmed(msgspec.Struct, frozen=True, kw_only=True):
    """One person as all reports tell of them.

    `names` are all spellings, the fullest first; `tellings` are in order of report date; `perhaps` names others on the
    list who may be the same person, each with why they were not joined.
    """

    id: str
    names: tuple[str, ...]
    tellings: tuple[Telling, ...]
    joins: tuple[Join, ...] = ()
    perhaps: tuple[tuple[str, str], ...] = ()

    @property
    def harms(self) -> tuple[str, ...]:
        """What befell them, in the order in which it is told."""
        return tuple(dict.fromkeys(telling.harm for telling in self.tellings))


def people_harmed(picture: Picture) -> tuple[Harmed, ...]:
    """Return all whom the reports of a picture name as killed, injured, arrested or abducted, by their first telling.

    What is denied, feared, or only demanded befell nobody. Pure, whatever order the picture is in.
    """
    tellings = sorted(_tellings(picture), key=_order)
    likely = list(_same_names(tellings))
    joins = [*_in_one_report(tellings), *_in_one_event(tellings), *filter(None, (_elsewhere(a, b) for a, b in likely))]
    persons = _joined(tellings, joins)
    home = {id(telling): n for n, person in enumerate(persons) for telling in person.tellings}
    perhaps: dict[int, dict[str, str]] = {}
    for a, b in likely:
        one, other = home[id(a)], home[id(b)]
        if one != other and fit(a.person, b.person, years=ROUNDED_YEARS):
            for n, m in ((one, other), (other, one)):
                perhaps.setdefault(n, {}).setdefault(persons[m].id, _why_not(a, b))
    return tuple(
        msgspec.structs.replace(person, perhaps=tuple(sorted(perhaps.get(n, {}).items())))
        for n, person in enumerate(persons)
    )


def _tellings(picture: Picture) -> Iterator[Telling]:
    events = {claim.id: event for event in picture.events for claim in event.claims}
    for id_, reading in picture.readings.items():
        for claim in reading.claims:
            harm = BEFALLS.get(claim.type)
            for person in claim.people if harm and befalls(claim, harm) else ():
                if person.name and parts_of(person.name):
                    yield Telling(claim=claim, person=person, harm=harm or "", report=picture.reports[id_],
                                  event=events.get(claim.id))


def _order(telling: Telling) -> tuple[str, str, tuple[int, int]]:
    return str(telling.report.published or "9999"), telling.report.id, telling.person.span


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether nothing that two tellings say keeps them apart: two persons of one claim, names, age, sex."""
    years = 0 if a.report.id == b.report.id else ROUNDED_YEARS
    return may_be_one(Told(a.claim.id, a.person), Told(b.claim.id, b.person), years=years)


class _Reason(msgspec.Struct, frozen=True):
    """That two tellings are one person, by which rule, in words."""

    a: Telling
    b: Telling
    rule: Rule
    why: str


def _in_one_report(tellings: Sequence[Telling]) -> Iterator[_Reason]:
    for told in _by(tellings, lambda telling: telling.report.id):
        for a, b in combinations(told, 2):
            if _may_be_one(a, b) and _surely_meant(a, b, told):
                yield _Reason(a, b, "one_report", "one report tells of both, and nothing keeps them apart")


def _in_one_event(tellings: Sequence[Telling]) -> Iterator[_Reason]:
    for told in _by(tellings, lambda telling: telling.event.id if telling.event else None):
        for a, b in combinations(told, 2):
            if a.report.id != b.report.id and _may_be_one(a, b) and _surely_meant(a, b, told):
                yield _Reason(a, b, "one_event", "two reports of one event name both so")


def _surely_meant(a: Telling, b: Telling, among: Sequence[Telling]) -> bool:
    """Whether a first or last name alone can mean but one of those named in full beside it."""
    short, long = (a, b) if len(a.parts) <= len(b.parts) else (b, a)
    if is_full(short.parts):
        return True
    named = [each.parts for each in among if is_full(each.parts) and agree(short.parts, each.parts)]
    return all(agree(long.parts, parts) for parts in named)


def _same_names(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of tellings of two events whose full names are the same, however written within one season."""
    full = [telling for telling in tellings if is_full(telling.parts)]
    seen: set[tuple[int, int]] = set()
    seasons = _by(full, _season), _by(full, lambda telling: _season(telling, SEASON_DAYS))
    for told in (*seasons[0], *seasons[1], *_by(full, lambda telling: telling.parts)):
        named: dict[Parts, list[Telling]] = {}
        for telling in told:
            named.setdefault(telling.parts, []).append(telling)
        for one, other in ((p, q) for p in named for q in named if p <= q and same_in_full(p, q)):
            for a in named[one]:
                for b in named[other]:
                    pair = id(a), id(b)
                    if a is not b and pair not in seen and (a.event is None or a.event is not b.event):
                        seen |= {pair, pair[::-1]}
                        yield (a, b) if _order(a) <= _order(b) else (b, a)


def _season(telling: Telling, later: int = 0) -> int | None:
    """A number for the season of a telling; seasons that begin later overlap those that do not."""
    day = telling.days[0] if telling.days else telling.report.published
    return None if day is None else (day.toordinal() + later) // (2 * SEASON_DAYS)


def _elsewhere(a: Telling, b: Telling) -> _Reason | None:
    """Return why two tellings of one full name in two events are one person, or null."""
    gap = _gap(a, b)
    if gap is None or not _may_be_one(a, b):
        return None
    place = _shared_place(a, b)
    if a.harm == b.harm and gap <= FEW_DAYS and place:
        return _Reason(a, b, "same_days_and_place", f"one full name, {_days(gap)}, {place}")
    countries = [where and where.country for where in (a.claim.where, b.claim.where)]
    one_country = countries[0] is not None and countries[0] == countries[1]
    if gap <= SEASON_DAYS and one_country and a.person.age is not None and a.person.age == b.person.age:
        return _Reason(a, b, "same_age_and_country", f"one full name of one age ({a.person.age}), {_days(gap)}")
    return None


def _gap(a: Telling, b: Telling) -> int | None:
    """The most days that may lie between two tellings' days; null where one tells none."""
    if a.days is None or b.days is None:
        return None
    return (max(a.days[1], b.days[1]) - min(a.days[0], b.days[0])).days


def _days(gap: int) -> str:
    return "on one day" if gap == 0 else f"within {gap + 1} days"


def _shared_place(a: Telling, b: Telling) -> str | None:
    """Say where two tellings are close together; null where they are not, or one has no place or too wide a one."""
    one, other = a.claim.where, b.claim.where
    if one is None or other is None or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if any((reach := reach_km(where)) is None or reach > NEAR_KM for where in (one, other)):
        return None
    if one.place_id and one.place_id == other.place_id:
        return f"both in {one.name}"
    km = distance_km(one.lat, one.lon, other.lat, other.lon)
    return f"in {one.name} and {other.name}, {km:.0f} km apart" if km <= NEAR_KM else None


def _why_not(a: Telling, b: Telling) -> str:
    gap = _gap(a, b)
    told = ["the same name", "a day is missing" if gap is None else _days(gap)]
    place = _shared_place(a, b)
    return ", ".join([*told, place or "not known to be in one place"])


def _joined(tellings: Sequence[Telling], reasons: Iterable[_Reason]) -> list[Harmed]:
    """Join tellings for the reasons given, in their order; never two persons of whom two tellings cannot be one."""
    groups = {id(telling): [telling] for telling in tellings}
    kept: dict[int, list[_Reason]] = {}
    for reason in reasons:
        one, other = groups[id(reason.a)], groups[id(reason.b)]
        if one is other or not all(_may_be_one(a, b) for a in one for b in other):
            continue
        one += other
        kept.setdefault(id(one), []).extend([*kept.pop(id(other), ()), reason])
        groups.update((id(telling), one) for telling in other)
    found = {id(group): group for group in groups.values()}
    persons = [_person(sorted(group, key=_order), kept.get(at, ())) for at, group in found.items()]
    return sorted(persons, key=lambda person: _order(person.tellings[0]))


def _person(told: Sequence[Telling], reasons: Iterable[_Reason]) -> Harmed:
    spelt = [telling.person.name or "" for telling in told]
    names = sorted(dict.fromkeys(spelt), key=lambda name: (-len(parts_of(name)), -spelt.count(name), name))
    first = told[0]
    return Harmed(
        id=content_id("p", first.claim.id, *first.person.span), names=tuple(names), tellings=tuple(told),
        joins=tuple(Join(a=r.a.claim.id, b=r.b.claim.id, rule=r.rule, why=r.why) for r in reasons),
    )


def _by(tellings: Sequence[Telling], key: Callable[[Telling], object]) -> list[list[Telling]]:
    """Return tellings by what they share; those that have nothing to share are left out."""
    found: dict[object, list[Telling]] = {}
    for telling in tellings:
        if (shared := key(telling)) is not None:
            found.setdefault(shared, []).append(telling)
    return list(found.values())
