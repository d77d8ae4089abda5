"""Which happening a report is about: by headline, then lead, then most claims."""

from collections.abc import Sequence

from crossbearing.records import NOT_YET
from crossbearing.weighing.tellings import LEAD, Telling

PHYSICAL = frozenset({"violence", "destruction"})
"""Families of kinds that count as a physical happening."""


def principal_of(tellings: Sequence[Telling]) -> int | None:
    """Return the index of the account that the report is about, or null where it tells of no physical happening."""
    able = [i for i, t in enumerate(tellings) if t.facts.families & PHYSICAL]
    return max(able, key=lambda i: (*_rank(tellings[i]), -i)) if able else None


def _rank(telling: Telling) -> tuple[bool, bool, bool, int]:
    facts = telling.facts
    told = any(c.polarity == "affirmed" and c.certainty not in NOT_YET for c in facts.claims)
    headline = facts.titled or any(
        c.evidence[0] < len(facts.context.title) and not facts.context.report.title_stands_apart for c in facts.claims
    )
    return told, headline, facts.sentences[0] < LEAD, len(facts.claims)
