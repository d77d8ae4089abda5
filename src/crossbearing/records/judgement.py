"""What a person decided about claims and about those who are named: never erased, only superseded or withdrawn."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import combinations, product
from typing import Any, Literal

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records.claim import Claim
from crossbearing.records.ids import content_id
from crossbearing.records.protection import Protection
from crossbearing.records.report import Span

Verdict = Literal[
    "accept", "reject", "correct", "same", "not_same", "unsure", "merge", "split", "protect", "withdraw",
]

OF_ONE: frozenset[str] = frozenset({"accept", "reject", "correct"})
OF_TWO: frozenset[str] = frozenset({"same", "not_same", "unsure"})
OF_MANY: frozenset[str] = frozenset({"merge", "split"})


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
    `same`, `not_same` and `unsure` say of two claims whether they tell of one happening; `merge` that all claims of
    `about` do; `split` that those of `about` tell of another than those of `apart`. `protect` says who must not be
    named (`value` is a `Protection`), about no claim or about those that name them. `withdraw` takes back the judgement
    whose id is in `withdraws` (another withdrawal too): what it superseded is in force again.
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
    apart: tuple[Anchor, ...] = ()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All words that it is about, on either side."""
        return self.about + self.apart


class JudgementError(ValueError):
    """A judgement that says nothing, or something that cannot be."""


FEWEST_DIGITS = 8
"""Digits of a number that is protected as a name is: of a telephone, with its area. Fewer are a count, too: 100 000."""
IDENTITY = frozenset({"id", "report", "rules", "trigger", "evidence", "located"})
"""What a claim is known by. Where it stands in the text is not corrected: what stands wrongly is rejected."""

CORRECTABLE: Mapping[str, Any] = {f.name: f for f in msgspec.structs.fields(Claim) if f.name not in IDENTITY}
"""The fields of a claim that a judgement may be about."""


def judge(
    verdict: Verdict, about: Iterable[Anchor] = (), *, by: str, at: dt.datetime, why: str = "",
    field: str | None = None, value: Any = None, withdraws: str | None = None, apart: Iterable[Anchor] = (),
) -> Judgement:
    """Return a judgement with its id. Raises `JudgementError` where it does not make sense.

    >>> anchor = Anchor(report="r", span=(4, 10), kind="killing")
    >>> judge("reject", [anchor], by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="a film").id
    'j-49f22f72aaf7f3f8'
    """
    anchors = tuple(about) if verdict in OF_ONE else tuple(sorted(set(about)))
    others = tuple(sorted(set(apart)))
    _check_number(verdict, anchors, others)
    if (verdict == "withdraw") != (withdraws is not None):
        raise JudgementError("withdraw names the judgement that it takes back, and nothing else does")
    if field is not None and (verdict not in OF_ONE or field not in CORRECTABLE):
        raise JudgementError(f"there is no field {field!r} to {verdict}: {', '.join(sorted(CORRECTABLE))}")
    if verdict == "correct":
        if field is None:
            raise JudgementError("correct names a field")
        value = msgspec.to_builtins(field_value(field, value))
    elif verdict == "protect":
        value = _checked_protection(value, why)
    elif value is not None:
        raise JudgementError(f"{verdict} has no value")
    if verdict == "reject" and field is not None and CORRECTABLE[field].default is msgspec.NODEFAULT:
        raise JudgementError(f"a claim cannot be without its {field}: correct it, or reject the whole claim")
    if at.tzinfo is None:
        raise JudgementError("the time of a judgement has a time zone")
    when = at.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    told = (verdict, anchors, field, value, withdraws, by, when, why, *([others] if others else []))
    return Judgement(
        id=content_id("j", msgspec.json.encode(told).decode()), verdict=verdict, by=by, at=when, why=why, about=anchors,
        field=field, value=value, withdraws=withdraws, apart=others,
    )


def _check_number(verdict: Verdict, about: tuple[Anchor, ...], apart: tuple[Anchor, ...]) -> None:
    """Raise where a verdict is about fewer or more claims than it can be about."""
    number = len(set(about))
    if verdict in OF_ONE | OF_TWO:
        wanted = 1 if verdict in OF_ONE else 2
        if number != wanted:
            raise JudgementError(f"{verdict} is about {('one claim', 'two claims')[wanted - 1]}")
    elif verdict == "withdraw" and number:
        raise JudgementError("withdraw is about nothing else")
    elif verdict == "merge" and number < 2:
        raise JudgementError("merge is about two claims or more")
    elif verdict == "split" and not (about and apart and not set(about) & set(apart)):
        raise JudgementError("split is about some claims of an event, and leaves others in it")
    if apart and verdict != "split":
        raise JudgementError(f"{verdict} parts nothing")


def protection_of(value: Any) -> Protection:
    """Return what a judgement `protect` says, from its value. Raises `JudgementError` where that is no protection."""
    try:
        return msgspec.convert(value, Protection)
    except msgspec.ValidationError as error:
        raise JudgementError(f"this does not tell who is protected: {error}") from error


def _checked_protection(value: Any, why: str) -> Any:
    protection = protection_of(msgspec.to_builtins(value))
    if not protection.names or not all(map(_can_be_told, protection.names)):
        raise JudgementError("protect needs a name with a word of two letters, or a telephone number with its area")
    if not why.strip():
        raise JudgementError("protect needs a reason, for those who ask later")
    return msgspec.to_builtins(protection)


def _can_be_told(name: str) -> bool:
    """Whether a name has a word of more than a letter, or is a number of as many digits as a telephone's."""
    letters = "".join(sign if sign.isalpha() or unicodedata.combining(sign) else " " for sign in name)
    if letters.strip():
        return max(map(len, letters.split())) > 1
    return sum(sign.isdecimal() for sign in name) >= FEWEST_DIGITS


def check(judgement: Judgement) -> None:
    """Raise `JudgementError` where a judgement that came from elsewhere does not make sense, or its id does not fit."""
    try:
        at = dt.datetime.fromisoformat(judgement.at)
    except ValueError as error:
        raise JudgementError(f"{judgement.at!r} is no time") from error
    again = judge(
        judgement.verdict, judgement.about, by=judgement.by, at=at, why=judgement.why, field=judgement.field,
        value=judgement.value, withdraws=judgement.withdraws, apart=judgement.apart,
    )
    if again != judgement:
        raise JudgementError(f"judgement {judgement.id} is not as it was made")


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
    if judgement.verdict == "protect":
        return ("protect", protection_of(judgement.value).names[0].casefold())
    return (judgement.about, judgement.apart, judgement.field, judgement.verdict in OF_TWO | OF_MANY)


def pairs(judgement: Judgement) -> dict[tuple[Anchor, Anchor], str]:
    """Return for each pair of words that a judgement relates whether it says `same`, `not_same` or `unsure`.

    >>> one, other = (Anchor(report="r", span=(n, n + 1), kind="killing") for n in (0, 4))
    >>> list(pairs(judge("merge", [one, other], by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC))).values())
    ['same']
    """
    if judgement.verdict in OF_TWO:
        return {(judgement.about[0], judgement.about[1]): judgement.verdict}
    if judgement.verdict == "merge":
        return dict.fromkeys(combinations(judgement.about, 2), "same")
    if judgement.verdict == "split":
        sides = product(judgement.about, judgement.apart)
        return {(min(pair), max(pair)): "not_same" for pair in sides}
    return {}


def _said(judgement: Judgement) -> dict[Any, Any]:
    """What a judgement says, one thing at a time: about what -> what."""
    if judgement.verdict in OF_TWO | OF_MANY:
        return dict(pairs(judgement))
    if judgement.verdict == "protect":
        told = protection_of(judgement.value)
        return {subject(judgement): (told.names, told.only_in, told.keep)}
    return {subject(judgement): (judgement.verdict, judgement.value)}


def conflicts(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, Judgement], ...]:
    """Return pairs of judgements by two people about the same that say different things: (in force, other).

    Only each person's own last word on it counts, and nothing that was withdrawn. A merge and a split are of the same
    where they share a pair of claims.
    """
    everyone = tuple(judgements)
    holds = {about: (j, said) for j in in_force(everyone) for about, said in _said(j).items()}
    found = set()
    for person in sorted({j.by for j in everyone}):
        taken_back = [j for j in everyone if j.verdict == "withdraw"]
        own_words = in_force([*(j for j in everyone if j.by == person and j.verdict != "withdraw"), *taken_back])
        for about, (own, said) in {a: (j, s) for j in own_words for a, s in _said(j).items()}.items():
            winner, holding = holds.get(about, (own, said))
            if winner.by != person and holding != said:
                found.add((winner.id, own.id))
    by_id = {judgement.id: judgement for judgement in everyone}
    return tuple((by_id[holding], by_id[other]) for holding, other in sorted(found))


def anchor_of(claim: Claim) -> Anchor:
    """Return the words that a judgement about this claim is about."""
    return Anchor(report=claim.report, span=claim.trigger, kind=claim.type, located=claim.located)
