"""What each report holds, and rows made of it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from crossbearing.records import Claim, Contradiction, ContradictionField, Side

NOT_BY, NOT_SO = "not ", "no "
"""How the value of a side begins that denies who did it, or that it happened."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One report's part in an event: its claims, the ids of the roots of each, its sentence, and whether the report's
    toll updates another's.

    `former` are the numbers that it tells as what was counted before. `day` is the ordinal of the day it was written;
    `publisher` the family whose own words it has, null where they are another's. `given_up` are, by field (see
    `Correction`), the claims that nobody stands by any more; `recalled` those that the report itself tells so.
    `unnamed` are those of its roots that are people without a name: two reports may mean others by them.
    """

    report: str
    claims: tuple[Claim, ...]
    roots: dict[str, frozenset[str]]
    sentences: dict[str, str]
    updates: bool
    day: int | None
    publisher: str | None
    unnamed: frozenset[str] = frozenset()
    former: frozenset[int] = frozenset()
    given_up: dict[str, frozenset[str]] = {}
    recalled: dict[str, frozenset[str]] = {}

    def speakers(self, claim: Claim) -> frozenset[str]:
        """Return who speaks in a claim: its roots, or the publisher where it cites nobody."""
        own = self.publisher is not None and not claim.sources
        return self.roots[claim.id] or frozenset({self.publisher} if own and self.publisher else ())

    def holding(self, field: str) -> tuple[Claim, ...]:
        """Return its claims without those that nobody stands by any more, of a measure or that it happened."""
        return self._without(self.given_up, field)

    def telling(self, measure: str) -> tuple[Claim, ...]:
        """Return its claims without those that the report itself tells as what was said before, or taken back."""
        return self._without(self.recalled, measure)

    def _without(self, left: dict[str, frozenset[str]], field: str) -> tuple[Claim, ...]:
        gone = left.get(field, frozenset()) | left.get("happened", frozenset())
        return tuple(claim for claim in self.claims if claim.id not in gone) if gone else self.claims

    def roots_of(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Return the roots of some of its claims."""
        return frozenset(r for c in claims for r in self.roots[c.id])


class Position(msgspec.Struct, frozen=True):
    """What one report holds on one field, the claims that say so, and those whose roots stand behind it where its own
    cite nobody: what a lead tells in the outlet's words, the report cites for further down.
    """

    value: str
    voice: Voice
    claims: tuple[Claim, ...]
    behind: tuple[Claim, ...] = ()

    @property
    def roots(self) -> frozenset[str]:
        """The roots behind it."""
        return self.voice.roots_of(self.claims) or self.voice.roots_of(self.behind)

    @property
    def speakers(self) -> frozenset[str]:
        """Who stands behind it: its roots, or the publisher that tells it where no root is known ("reports say")."""
        own = self.voice.publisher
        return self.roots or frozenset({own} if own is not None else ())


def row(field: ContradictionField, pairs: Sequence[tuple[Position, Position]]) -> Contradiction:
    """Return the contradiction that pairs of positions make, the left ones on one side and the right ones on the
    other. A report that tells what both sides say takes neither: of such a side its claims and roots are told alone.
    """
    left, right = [p for p, _ in pairs], [q for _, q in pairs]
    both = {p.voice.report for p in left} & {p.voice.report for p in right}
    return Contradiction(field=field, sides=(_side(left, both), _side(right, both)))


def _side(positions: Sequence[Position], both: AbstractSet[str]) -> Side:
    reports = {p.voice.report for p in positions}
    return Side(
        value=positions[0].value,
        claims=tuple(sorted({c.id for p in positions for c in p.claims})),
        reports=tuple(sorted(reports - both)),
        roots=tuple(sorted({r for p in positions for r in p.roots})),
    )
