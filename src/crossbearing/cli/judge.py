"""The verb `judge`: say what is right and what is not."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from crossbearing.cli.arguments import ARCHIVE, ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where
    from crossbearing.protection import Seen
    from crossbearing.records import Claim, Judgement, Verdict

Thing = TypeVar("Thing")

VERDICTS: "dict[str, Verdict]" = {
    "accept": "accept", "reject": "reject", "correct": "correct", "same": "same", "not-same": "not_same",
    "unsure": "unsure", "merge": "merge", "split": "split", "withdraw": "withdraw",
}


@click.command(
    short_help="Say what is right and what is not: accept, reject, correct, same, not the same, merge, split.",
    epilog=ending(
        "crossbearing judge --archive cases reject c-3f9a2c --why 'the article recalls a film'",
        "crossbearing judge --archive cases correct c-3f9a2c --field certainty --value alleged",
        "crossbearing judge --archive cases correct c-3f9a2c --field actor --value '[\"gunmen\"]'",
        "crossbearing judge --archive cases correct c-3f9a2c --field where --value gn:266826",
        "crossbearing judge --archive cases correct c-3f9a2c --field polarity --value negated --why 'it was staged'",
        "crossbearing judge --archive cases not-same c-3f9a2c c-77b01d --why 'two funerals'",
        "crossbearing judge --archive cases merge e-51c0aa e-90d4f1 --why 'one raid, told of on two days'",
        "crossbearing judge --archive cases split e-51c0aa c-77b01d --why 'that was the raid of the week before'",
        "crossbearing judge --archive cases withdraw j-0c11aa --why 'I misread it'",
        codes={0: "recorded", 1: "there is no such claim, or the judgement cannot be"},
    ),
)
@ARCHIVE
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--field", help="The field of the claim that it is about; without it, the whole claim.")
@click.option("--value", help="With correct: the right value, as JSON or as plain text; of a place its id.")
@click.option("--why", default="", help="The reason, for those who read it later.")
def judge(where: "Where", verdict: str, ids: tuple[str, ...], field: str | None, value: str | None, why: str) -> None:
    """Record a judgement about a claim (accept, reject, correct), two (same, not-same, unsure) or many, or undo one.

    ID is the id of a claim or the beginning of it; for withdraw, of a judgement. merge takes events and claims, and
    says that all of them tell of one happening; split takes an event and those of its claims that tell of another.

    Nothing is erased: a later judgement about the same supersedes an earlier one, and withdrawing it brings the earlier
    one back. It is kept for the words that the claim stands on, so that it holds whichever version reads the report
    next. The events are weighed anew, and keep to it: what is not the same never comes into one event, and what is the
    same does, unless that would bring together what is not; `judgements --open` lists what cannot hold.
    """
    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.protection import Seen
    from crossbearing.records import JudgementError, anchor_of
    from crossbearing.records import judge as decide

    with Archive.open(where, make=False) as archive, Shown() as shown:
        seen = Seen(archive, verb="judge")
        claims: Sequence[Claim] = ()
        apart: Sequence[Claim] = ()
        withdraws = None
        if verdict == "withdraw":
            if len(ids) > 1:
                raise JudgementError("withdraw one judgement at a time")
            withdraws = _judgement(seen, ids[0]).id
        elif verdict == "merge":
            claims = [claim for id_ in ids for claim in (_of_event if id_.startswith("e-") else _claim)(seen, id_)]
        elif verdict == "split":
            claims = [claim for id_ in ids[1:] for claim in _claim(seen, id_)]
            there = _of_event(seen, ids[0])
            if {claim.id for claim in claims} - {claim.id for claim in there}:
                raise JudgementError("split takes claims out of the event that they are in")
            apart = [claim for claim in there if claim not in claims]
        else:
            claims = [claim for id_ in ids for claim in _claim(seen, id_)]
        judgement = decide(
            VERDICTS[verdict], map(anchor_of, claims), by=archive.actor, at=dt.datetime.now(dt.UTC), why=why,
            field=field, value=_place(value) if field == "where" else _value(value), withdraws=withdraws,
            apart=map(anchor_of, apart),
        )
        archive.record_judgements([judgement])
        told = seen.judgement(judgement).id
        pipeline.weigh_again(archive, shown)
    click.echo(told)


def _claim(seen: "Seen", beginning: str) -> list["Claim"]:
    return [_one(beginning, seen.claims(beginning), "claim")]


def _of_event(seen: "Seen", beginning: str) -> list["Claim"]:
    """The claims of one event, as they were read."""
    found = [event for event in seen.archive.events.all() if seen.ids.get(event.id, event.id).startswith(beginning)]
    event = _one(beginning, found, "event")
    return [claim for told in event.claims for claim in seen.archive.claims(told.id)]


def _judgement(seen: "Seen", beginning: str) -> "Judgement":
    return _one(beginning, seen.judged(beginning), "judgement")


def _one(beginning: str, found: Sequence[Thing], what: str) -> Thing:
    from crossbearing.records import JudgementError

    if len(found) != 1:
        raise JudgementError(f"{'more than one' if found else 'no'} {what} has an id that begins with {beginning}")
    return found[0]


def _value(given: str | None) -> object:
    """JSON where it is JSON, plain text where it is not."""
    import msgspec

    if given is None:
        return None
    try:
        return msgspec.json.decode(given)
    except msgspec.DecodeError:
        return given


def _place(given: str | None) -> object:
    """The place that an id means; else what is given, as for every other field."""
    from crossbearing.places import Gazetteer
    from crossbearing.places.corrections import as_where
    from crossbearing.records import JudgementError

    value = _value(given)
    if not isinstance(value, str):
        return value
    with Gazetteer.open() as gazetteer:
        place = gazetteer.place(value)
    if place is None:
        raise JudgementError(f"no place has the id {value}; `crossbearing places find NAME` lists ids")
    return as_where(place)
