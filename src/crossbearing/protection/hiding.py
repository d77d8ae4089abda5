"""Records without protected names: reports as redacted derivatives, and what was read out of them moved along."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, reduce
from operator import or_
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from crossbearing.language.spelling import same_word
from crossbearing.protection.cut import Cut, cut_out
from crossbearing.protection.key import Key
from crossbearing.protection.persons import Persons, Scope, beside
from crossbearing.protection.redacted import Redacted
from crossbearing.records import (
    Claim,
    Comparison,
    Event,
    Passage,
    Picture,
    PlaceMention,
    Reading,
    Report,
    Span,
    TimeMention,
)

Record = TypeVar("Record", bound=msgspec.Struct)

FROM_WORDS = re.compile(r"r-[0-9a-f]{16}|.*@[0-9a-f]{8}", re.DOTALL)
"""Ids of reports that were made from the report's own bytes: they would confirm a guess at the name in them."""

NOTHING = Cut()
WITHHELD = "protected persons are named by pseudonyms; the original and its address are withheld"


class Hidden(msgspec.Struct, frozen=True):
    """A report as readers without the right see it, and where what it says stands now, in its text and in its title."""

    report: Report
    text: Redacted
    title: Redacted
    scope: Scope
    cut: Cut


def hide_report(report: Report, scope: Scope, persons: Persons, key: Key) -> Hidden | None:
    """Return the redacted derivative of a report; null where it names nobody who is protected.

    Its digest is the original's, keyed: it tells apart, and confirms no guess. The address is left out, for the name
    stands there.
    """
    text, title = persons.redact(report.text, scope), persons.redact(report.title or "", scope)

    def hide(told: str) -> str:
        return persons.hide(told, scope)

    if not text.cuts and not title.cuts and all(hide(told) == told for told in beside(report)):
        return None
    made_of_words = FROM_WORDS.fullmatch(report.id) or hide(report.id) != report.id
    # Where the title begins the text, it goes on doing so, even if a name reaches over its end.
    begins = report.title and report.text.startswith(report.title)
    shown = text.text[:text.moved((0, len(report.title or "")))[1]] if begins else title.text
    derivative = msgspec.structs.replace(
        report, id=key.id(report.id) if made_of_words else report.id, text=text.text, digest=key.digest(report.digest),
        title=shown if report.title is not None else None, outlet=report.outlet and hide(report.outlet), url=None,
        passages=tuple(_passage(passage, text) for passage in report.passages),
        notes=(*(hide(note) for note in report.notes), WITHHELD),
    )
    cut = cut_out((*text.names(report.text), *title.names(report.title or "")), hide)
    return Hidden(derivative, text, text if begins else title, scope, cut)


def _passage(passage: Passage, text: Redacted) -> Passage:
    start, end = text.moved((passage.start, passage.end))
    return msgspec.structs.replace(passage, start=start, end=end)


@cache
def _plain_fields(record: type[msgspec.Struct]) -> frozenset[str]:
    """Fields that hold words of the system's own, never a report's."""
    told = get_type_hints(record)
    literal = {name for name, kind in told.items() if _is_literal(kind)}
    return frozenset(literal | ({"type", "format", "timex", "edtf", "kind", "use", "reader"} & told.keys()))


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal or any(_is_literal(part) for part in get_args(kind) if part is not type(None))


class Walk:
    """Takes a record apart, hides names in all its words, replaces ids and moves spans, and puts it together again.

    A field that a record gets later is hidden too: what is not words of the system's own is taken for a report's.
    """

    def __init__(
        self, persons: Persons, scope: Scope, ids: Mapping[str, str], moved: Redacted | None = None,
        untold: Iterable[str] = (), cut: Cut = NOTHING,
    ) -> None:
        """Walk with the ids to replace, how a text's offsets moved, places that would tell a name, and what was cut."""
        self._persons = persons
        self._scope = scope
        self._ids = ids
        self._moved = moved
        self._untold = tuple(untold)
        self._cut = cut

    def record(self, record: Record, **given: Any) -> Record:
        """Return the record; `given` are fields that are known already."""
        plain = _plain_fields(type(record))
        fields = {
            name: getattr(record, name) if name in plain else self.value(getattr(record, name))
            for name in record.__struct_fields__ if name not in given
        }
        if self._moved and isinstance(record, PlaceMention | TimeMention):
            fields["start"], fields["end"] = self._moved.moved((record.start, record.end))
        if isinstance(record, Comparison):
            fields["found"] = self.words(self._cut.hide_folded(record.found))
        return type(record)(**{**fields, **given})

    def value(self, value: Any) -> Any:
        """Return any value of a record."""
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, msgspec.Struct):
            return self.record(value)
        if isinstance(value, tuple):
            if self._moved and len(value) == 2 and all(type(part) is int for part in value):
                return self._moved.moved(value)
            return tuple(self.value(part) for part in value)
        if isinstance(value, dict):
            return {self.value(name): self.value(part) for name, part in value.items()}
        return value

    def words(self, told: str) -> str:
        """Return words without names, or the id that stands for one."""
        for place in self._untold:
            told = told.replace(place, "…")
        return self._ids.get(told) or self._persons.hide(self._cut.hide(told), self._scope)


def hide_reading(reading: Reading, hidden: Hidden, persons: Persons, ids: Mapping[str, str]) -> Reading:
    """Return what was read out of a report as its redacted derivative says it.

    A name that the reader took for a place is no place any more: its point on the map would tell the name.
    """
    in_text = Walk(persons, hidden.scope, ids, hidden.text, cut=hidden.cut)
    in_title = Walk(persons, hidden.scope, ids, hidden.title, cut=hidden.cut)
    places = tuple(p for p in reading.places if not _cuts((p.start, p.end), hidden.text))
    untold = {p.place_id for p in reading.places if p.place_id} - {p.place_id for p in places}
    claims = tuple(_claim(claim, in_title if claim.located == "title" else in_text, untold) for claim in reading.claims)
    return in_text.record(reading, places=in_text.value(places), claims=claims)


def hide_corrections(reading: Reading, scope: Scope, persons: Persons, ids: Mapping[str, str]) -> Reading:
    """Return a reading of a report that names nobody, without the names that people put into it by correcting it."""
    walk = Walk(persons, scope, ids)
    return walk.record(reading, claims=tuple(_claim(claim, walk) for claim in reading.claims))


def _claim(claim: Claim, walk: Walk, untold: AbstractSet[str | None] = frozenset()) -> Claim:
    """A claim without names; where it lies goes too if that was read out of a name, or is a place `untold`."""
    where = claim.where
    if where:
        told = (where.name, *claim.places[:1])
        if where.place_id in untold or any(walk.words(name) != name for name in told):
            where = None
    return walk.record(claim, where=walk.value(where))


def _cuts(span: Span, text: Redacted) -> bool:
    return any(max(span[0], cut[0]) < min(span[1], cut[1]) for cut in text.cuts)


def hide_event(
    event: Event, persons: Persons, hidden: Mapping[str, Hidden], claims: Mapping[str, tuple[Claim, Claim]],
    ids: Mapping[str, str],
) -> Event:
    """Return an event without names; `claims` are those of the readings as they were and as shown, by their old ids.

    A place is told of no event that no claim places there any more.
    """
    telling = {report.id for report in event.reports} | {claim.report for claim in event.claims}
    scopes = [hidden[report].scope for report in telling if report in hidden]
    everyone = persons.anywhere.active
    told = [claims[claim.id] for claim in event.claims if claim.id in claims]
    untold = {was.where.name for was, _ in told if was.where} - {now.where.name for _, now in told if now.where}
    own = frozenset[int]().union(*(scope.own for scope in scopes))
    cut = reduce(or_, (hidden[report].cut for report in sorted(telling) if report in hidden), NOTHING)
    walk = Walk(persons, Scope(everyone, own, own), ids, untold=untold, cut=cut)
    where = event.where
    if where and walk.words(where.name) != where.name:
        where = None
    moved = []
    for claim in event.claims:
        report = hidden.get(claim.report)
        if report is None:
            moved.append(walk.record(claim))
            continue
        title = claim.id in claims and claims[claim.id][0].located == "title"
        text = report.title if title else report.text
        moved.append(Walk(persons, report.scope, ids, text, cut=report.cut).record(claim))
    return walk.record(event, claims=tuple(moved), where=walk.value(where))


def hide_picture(picture: Picture, persons: Persons, key: Key) -> tuple[Picture, dict[str, Hidden], dict[str, str]]:
    """Return a picture without names, the derivatives in it by the ids of their reports, and what ids changed to."""
    scopes = {id_: persons.scope(report) for id_, report in picture.reports.items()}
    found = ((id_, hide_report(report, scopes[id_], persons, key)) for id_, report in picture.reports.items())
    hidden = {id_: one for id_, one in found if one is not None}
    ids = ids_of(hidden, picture.readings, picture.events, persons, key)
    reports = {ids.get(id_, id_): hidden[id_].report if id_ in hidden else r for id_, r in picture.reports.items()}
    readings = {
        ids.get(id_, id_): hide_reading(reading, hidden[id_], persons, ids) if id_ in hidden
        else hide_corrections(reading, scopes[id_], persons, ids)
        for id_, reading in picture.readings.items()
    }
    claims = {
        was.id: (was, now) for id_, reading in picture.readings.items()
        for was, now in zip(reading.claims, readings[ids.get(id_, id_)].claims, strict=True)
    }
    events = tuple(hide_event(event, persons, hidden, claims, ids) for event in picture.events)
    shown = Picture(reports=dict(sorted(reports.items())), readings=dict(sorted(readings.items())), events=events)
    return shown, hidden, ids


def _roots(event: Event) -> set[str]:
    """All roots that an event names, also those that stand for nothing in it: who denies, or took something back."""
    sides = [side for row in event.contradictions for side in row.sides]
    sides += [side for row in event.corrections for side in (row.before, row.after)]
    return {root for claim in event.claims for root in claim.roots} | {root for side in sides for root in side.roots}


def ids_of(
    hidden: Mapping[str, Hidden], readings: Mapping[str, Reading], events: Iterable[Event], persons: Persons, key: Key,
) -> dict[str, str]:
    """Return what stands for each id made from words with a name in them: of reports, claims, events and roots.

    Where anybody is hidden, of all events: one keeps the id of its first claim, even where that was rejected, or is
    told no more.
    """
    ids = {old: new.report.id for old, new in hidden.items() if new.report.id != old}
    ids |= {f"wording-{old}": f"wording-{new}" for old, new in list(ids.items())}
    ids |= {claim.id: key.id(claim.id) for id_ in hidden if id_ in readings for claim in readings[id_].claims}
    parts = {name.parts[n] for finder in persons.finders for name in finder.names for n in name.own}
    for event in events:
        if hidden:
            ids[event.id] = key.id(event.id)
        for root in _roots(event):
            kind, _, name = root.partition("-")
            if kind in {"person", "body"} and any(same_word(word, part) for word in name.split("-") for part in parts):
                ids[root] = f"{kind}-{key.id(root)[2:]}"
    return ids
