"""Grades an event on two axes, each by the first rule of `grades.yaml` that applies."""

from collections.abc import Collection, Sequence
from functools import cache

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import Contradiction, Grade, GradeName, Roots


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of `grades.yaml`: per axis the rule's name, its grade and its definition."""

    version: int
    happened: dict[str, tuple[GradeName, str]]
    responsible: dict[str, tuple[GradeName, str]]


@cache
def rules() -> Rules:
    """Return the rules, in the order in which they are tried."""
    return listed("crossbearing.weighing", "grades.yaml", Rules)


class Blame(msgspec.Struct, frozen=True):
    """Who is named as the doer most: the party's name, the roots and reports that name it, and their claims."""

    party: str
    roots: Roots
    reports: int
    claims: tuple[str, ...]


def grade(
    roots: Roots, reports: int, claims: Sequence[str], contradictions: Sequence[Contradiction], blame: Blame | None,
    untrue: Collection[str] = (),
) -> Grade:
    """Return the grade of an event from its roots, the number of reports, what contradicts, and who is blamed.

    `claims` are the ids of the claims that tell that it happened; `untrue` those that were taken back or judged not to
    be so, where nobody else says that it did.
    """
    opposed = {c.field: c for c in reversed(contradictions)}
    discounted, *others = rules().happened
    happened = discounted if untrue else _rule(others, roots.low, reports, opposed="happened" in opposed)
    name, definition = rules().happened[happened]
    fired = _claims_of(opposed["happened"]) if happened == "accounts_opposed" else tuple(sorted(untrue or claims))
    why = f"{definition} ({roots.why})"
    responsible: GradeName | None = None
    used = f"{happened}@{rules().version}"
    if blame is not None:
        rule = _rule(list(rules().responsible), blame.roots.low, blame.reports, opposed="perpetrator" in opposed)
        responsible, meaning = rules().responsible[rule]
        used += f", {rule}@{rules().version}"
        why += f" Who did it: {meaning} ({blame.party}; {blame.roots.why})"
        if rule == "blame_opposed":
            fired = tuple(sorted({*fired, *_claims_of(opposed["perpetrator"])}))
    return Grade(happened=name, responsible=responsible, rule=used, why=why, claims=fired)


def _rule(names: Sequence[str], low: int, reports: int, *, opposed: bool) -> str:
    contested, corroborated, echoed, single = names
    if opposed:
        return contested
    if low >= 2:
        return corroborated
    return echoed if reports >= 2 else single


def _claims_of(row: Contradiction) -> tuple[str, ...]:
    return tuple(sorted({c for side in row.sides for c in side.claims}))
