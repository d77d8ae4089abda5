"""The verb `judge`: say what is right and what is not."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from crossbearing.cli.arguments import ARCHIVE, ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where
    from crossbearing.records import Verdict

Thing = TypeVar("Thing")

VERDICTS: "dict[str, Verdict]" = {
    "accept": "accept", "reject": "reject", "correct": "correct", "same": "same", "not-same": "not_same",
    "unsure": "unsure", "withdraw": "withdraw",
}


@click.command(
    short_help="Say what is right and what is not: accept, reject, correct, same, not the same.",
    epilog=ending(
        "crossbearing judge --archive cases reject c-3f9a2c --why 'the article recalls a film'",
        "crossbearing judge --archive cases correct c-3f9a2c --field certainty --value alleged",
        "crossbearing judge --archive cases correct c-3f9a2c --field actor --value '[\"gunmen\"]'",
        "crossbearing judge --archive cases not-same c-3f9a2c c-77b01d --why 'two funerals'",
        "crossbearing judge --archive cases withdraw j-0c11aa --why 'I misread it'",
        codes={0: "recorded", 1: "there is no such claim, or the judgement cannot be"},
    ),
)
@ARCHIVE
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--field", help="The field of the claim that it is about; without it, the whole claim.")
@click.option("--value", help="With correct: the right value, as JSON or as plain text.")
@click.option("--why", default="", help="The reason, for those who read it later.")
def judge(where: "Where", verdict: str, ids: tuple[str, ...], field: str | None, value: str | None, why: str) -> None:
    """Record a judgement about a claim (accept, reject, correct) or two (same, not-same, unsure), or take one back.

    ID is the id of a claim or the beginning of it; for withdraw, of a judgement. Nothing is erased: a later judgement
    about the same supersedes an earlier one, and withdrawing it brings the earlier one back. It is kept for the words
    that the claim stands on, so that it holds whichever version reads the report next. The events are weighed anew, and
    keep to it: what is not the same never comes into one event, and what is the same does, unless that would bring
    together what is not; `judgements --open` lists what cannot hold.
    """
    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.records import JudgementError, anchor_of
    from crossbearing.records import judge as decide

    with Archive.open(where) as archive, Shown() as shown:
        about, withdraws = [], None
        if verdict == "withdraw":
            if len(ids) > 1:
                raise JudgementError("withdraw one judgement at a time")
            known = [judgement.id for judgement in archive.judgements.all()]
            withdraws = _one(ids[0], [id_ for id_ in known if id_.startswith(ids[0])], "judgement")
        else:
            about = [anchor_of(_one(id_, archive.claims(id_), "claim")) for id_ in ids]
        judgement = decide(
            VERDICTS[verdict], about, by=archive.actor, at=dt.datetime.now(dt.UTC), why=why, field=field,
            value=_value(value), withdraws=withdraws,
        )
        archive.record_judgements([judgement])
        pipeline.weigh_again(archive, shown)
    click.echo(judgement.id)


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
