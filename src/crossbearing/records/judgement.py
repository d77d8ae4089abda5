"""What a person decided about a claim or a pair of claims: never erased, only superseded or withdrawn."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records.claim import Claim
from crossbearing.records.ids import content_id
from crossbearing.records.report import Span

Verdict = Literal["accept", "reject", "correct", "same", "not_same", "unsure", "withdraw"]

OF_ONE: frozenset[str] = frozenset({"accept", "reject", "correct"})
OF_TWO: frozenset[str] = frozenset({"same", "not_same", "unsure"})


class Anchor(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """The words of a report that a judgement is about: the trigger of a claim as it was when it was judged.

    Claims come and go with the readers; the words of a report stay. `kind` tells apart claims that share a trigger.
    """

    report: str
    span: Span
    kind: str
    located: Literal["text", "title"] = msgspec.field(name="in", default="text")


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision: what about, what was decided, by whom, when (RFC 3339, UTC) and why.

    `accept`, `reject` and `correct` are about one claim, or one `field` of it; `correct` has the right `value` as JSON.
    `same`, `not_same` and `unsure` say of two claims whether they tell of one happening. `withdraw` takes back the
    judgement whose id is in `withdraws` (another withdrawal too): what it superseded is in force again.
    """

    id: str
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    about: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    withdraws: str | None = None


class JudgementError(ValueError):
    """A judgement that says nothing, or something that cannot be."""


IDENTITY = frozenset({"id", "report", "rules", "trigger", "evidence", "located"})
"""What a claim is known by. Where it stands in the text is not corrected: what stands wrongly is rejected."""

CORRECTABLE: Mapping[str, Any] = {f.name: f for f in msgspec.structs.fields(Claim) if f.name not in IDENTITY}
"""The fields of a claim that a judgement may be about."""


def judge(
    verdict: Verdict, about: Iterable[Anchor] = (), *, by: str, at: dt.datetime, why: str = "",
    field: str | None = None, value: Any = None, withdraws: str | None = None,
) -> Judgement:
    """Return a judgement with its id. Raises `JudgementError` where it does not make sense.

    >>> anchor = Anchor(report="r", span=(4, 10), kind="killing")
    >>> judge("reject", [anchor], by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="a film").id
    'j-49f22f72aaf7f3f8'
    """
    anchors = tuple(about) if verdict not in OF_TWO else tuple(sorted(about))
    wanted = 1 if verdict in OF_ONE else 2 if verdict in OF_TWO else 0
    if len(set(anchors)) != wanted:
        raise JudgementError(f"{verdict} is about {('nothing else', 'one claim', 'two claims')[wanted]}")
    if (verdict == "withdraw") != (withdraws is not None):
        raise JudgementError("withdraw names the judgement that it takes back, and nothing else does")
    if field is not None and (verdict not in OF_ONE or field not in CORRECTABLE):
        raise JudgementError(f"there is no field {field!r} to {verdict}: {', '.join(sorted(CORRECTABLE))}")
    if verdict == "correct":
        if field is None:
            raise JudgementError("correct names a field")
        value = msgspec.to_builtins(field_value(field, value))
    elif value is not None:
        raise JudgementError(f"{verdict} has no value")
    if verdict == "reject" and field is not None and CORRECTABLE[field].default is msgspec.NODEFAULT:
        raise JudgementError(f"a claim cannot be without its {field}: correct it, or reject the whole claim")
    if at.tzinfo is None:
        raise JudgementError("the time of a judgement has a time zone")
    when = at.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    parts = msgspec.json.encode((verdict, anchors, field, value, withdraws, by, when, why)).decode()
    return Judgement(
        id=content_id("j", parts), verdict=verdict, by=by, at=when, why=why, about=anchors, field=field, value=value,
        withdraws=withdraws,
    )


def field_value(field: str, value: Any) -> Any:
    """Return a field's value as the record has it, from JSON. Raises `JudgementError` where it cannot be one.

    >>> field_value("actor", ["soldiers"])
    ('soldiers',)
    """
    try:
        typed = msgspec.convert(value, CORRECTABLE[field].type)
    except msgspec.ValidationError as error:
        raise JudgementError(f"{value!r} is no {field}: {error}") from error
    if field == "type" and typed not in kinds():
        raise JudgementError(f"{value!r} is no kind of event: {', '.join(kinds())}")
    return typed


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold: of those about the same thing the latest that was not withdrawn.

    Latest by the time they were made, then by id, in whatever order they came in.
    """
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    withdrawn: set[str] = set()
    latest: dict[Any, Judgement] = {}
    for judgement in reversed(ordered):
        if judgement.id in withdrawn:
            continue
        if judgement.withdraws is not None:
            withdrawn.add(judgement.withdraws)
            continue
        latest.setdefault(subject(judgement), judgement)
    return tuple(sorted(latest.values(), key=lambda j: (j.at, j.id)))


def subject(judgement: Judgement) -> tuple[Any, ...]:
    """Return what a judgement is about; a later one about the same supersedes it."""
    return (judgement.about, judgement.field, judgement.verdict in OF_TWO)


def conflicts(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, Judgement], ...]:
    """Return pairs of judgements by two people about the same that say different things: (in force, other).

    Only each person's own last word on it counts, and nothing that was withdrawn.
    """
    everyone = tuple(judgements)
    holds = {subject(j): j for j in in_force(everyone)}
    found = []
    for person in sorted({j.by for j in everyone}):
        taken_back = [j for j in everyone if j.verdict == "withdraw"]
        for own in in_force([*(j for j in everyone if j.by == person and j.verdict != "withdraw"), *taken_back]):
            winner = holds.get(subject(own))
            if winner and winner.by != person and (winner.verdict, winner.value) != (own.verdict, own.value):
                found.append((winner, own))
    return tuple(sorted(found, key=lambda pair: (pair[0].id, pair[1].id)))


def anchor_of(claim: Claim) -> Anchor:
    """Return the words that a judgement about this claim is about."""
    return Anchor(report=claim.report, span=claim.trigger, kind=claim.type, located=claim.located)
