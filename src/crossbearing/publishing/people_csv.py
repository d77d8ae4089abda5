"""`people-csv`: the named dead, wounded, arrested and abducted, one person a row, as lists of casualties have them."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from crossbearing.publishing.sheet import write_sheet
from crossbearing.publishing.wording import chain_words

if TYPE_CHECKING:
    from crossbearing.weighing.harmed import Harmed, Telling

COLUMNS = (
    "person", "name", "spellings", "harms", "age", "sex", "child", "part", "role", "earliest", "latest", "place",
    "geonameid", "lat", "lon", "events", "happened", "responsible", "reports", "roots", "accounts", "claims", "joined",
    "perhaps",
)
"""The columns in their order. docs/formats.md explains each."""
BETWEEN = "; "


def write(people: "Iterable[Harmed]", stream: TextIO) -> None:
    """Write the persons harmed, in their order."""
    write_sheet(stream, COLUMNS, map(_row, people))


def _row(person: "Harmed") -> dict[str, Any]:
    told = person.tellings
    people = [telling.person for telling in told]
    events = {t.event.id: t.event for t in told if t.event}
    days = [telling.days for telling in told if telling.days]
    places = [telling.claim.where for telling in told if telling.claim.where]
    where = max(places, key=lambda w: (w.lat is not None, -(w.precision_km or 1e9)), default=None)
    roots = {root for event in events.values() for claim in event.claims for root in claim.roots
             if claim.id in {telling.claim.id for telling in told}}
    return {
        "person": person.id, "name": person.names[0], "spellings": BETWEEN.join(person.names),
        "harms": BETWEEN.join(person.harms), "age": _told(p.age for p in people), "sex": _told(p.sex for p in people),
        "child": any(p.child for p in people) or None, "part": _told(p.part for p in people),
        "role": _told(p.role for p in people),
        "earliest": min((first for first, _ in days), default=None),
        "latest": max((last for _, last in days), default=None),
        "place": where.name if where else None, "geonameid": where.geonameid if where else None,
        "lat": where.lat if where else None, "lon": where.lon if where else None,
        "events": BETWEEN.join(events), "happened": _told(e.grade.happened for e in events.values()),
        "responsible": _told(e.grade.responsible for e in events.values()),
        "reports": len({telling.report.id for telling in told}), "roots": BETWEEN.join(sorted(roots)),
        "accounts": "\n".join(dict.fromkeys(map(_account, told))),
        "claims": BETWEEN.join(dict.fromkeys(telling.claim.id for telling in told)),
        "joined": BETWEEN.join(dict.fromkeys(join.why for join in person.joins)),
        "perhaps": BETWEEN.join(f"{other}: {why}" for other, why in person.perhaps),
    }


def _told(values: Iterable[object]) -> str | None:
    """Everything that is told, what most tell first; null where nobody tells anything."""
    return BETWEEN.join(str(value) for value, _ in Counter(v for v in values if v is not None).most_common()) or None


def _account(telling: "Telling") -> str:
    """One account in words: who published it when, through whom, and the words that mean the person."""
    claim, report = telling.claim, telling.report
    published = f", {report.published}" if report.published else ""
    chain = chain_words(report, claim.sources)
    return f"{telling.harm} ({claim.certainty}): {telling.person.words} [{chain}{published}, {report.id}]"
