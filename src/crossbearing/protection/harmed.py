"""The list of those harmed without protected names: joined by what the reports say, and only then hidden."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from crossbearing.protection.persons import Persons
from crossbearing.records import Claim, Picture, content_id
from crossbearing.weighing.harmed import Harmed, Telling


def hide_people(
    people: Sequence[Harmed], plain: Picture, shown: Picture, ids: Mapping[str, str], persons: Persons,
) -> tuple[Harmed, ...]:
    """Return the list with every telling as the shown picture has it; `ids` are what stands there for which id.

    A pseudonym is never compared: namesakes share parts of theirs.
    """
    claims = {
        was.id: (was, now) for id_, reading in plain.readings.items()
        for was, now in zip(reading.claims, shown.readings[ids.get(id_, id_)].claims, strict=True)
    }
    events = {event.id: event for event in shown.events}

    def hide(telling: Telling) -> Telling:
        was, now = claims[telling.claim.id]
        event = telling.event and events[ids.get(telling.event.id, telling.event.id)]
        person = now.people[was.people.index(telling.person)]
        return replace(telling, claim=now, person=person, report=shown.reports[now.report], event=event)

    hidden = [tuple(map(hide, person.tellings)) for person in people]
    changed = {person.id: _id(told[0]) for person, told in zip(people, hidden, strict=True)}
    untold = _untold(claims.values())

    def words(why: str) -> str:
        for place in untold:
            why = why.replace(place, "…")
        return persons.hide(why, persons.anywhere)

    out = []
    for person, told in zip(people, hidden, strict=True):
        names = {was.person.name: now.person.name or "" for was, now in zip(person.tellings, told, strict=True)}
        out.append(Harmed(
            id=changed[person.id], tellings=told, names=tuple(dict.fromkeys(names[name] for name in person.names)),
            joins=tuple(
                replace(join, a=claims[join.a][1].id, b=claims[join.b][1].id, why=words(join.why))
                for join in person.joins
            ),
            perhaps=tuple(sorted((changed[other], words(why)) for other, why in person.perhaps)),
        ))
    return tuple(out)


def _id(telling: Telling) -> str:
    return content_id("p", telling.claim.id, *telling.person.span)


def _untold(claims: Iterable[tuple[Claim, Claim]]) -> set[str]:
    """Return names of places that would tell a person's: no claim that is shown lies there any more."""
    told, left = set[str](), set[str]()
    for was, now in claims:
        told |= {was.where.name} if was.where else set()
        left |= {now.where.name} if now.where else set()
    return told - left
