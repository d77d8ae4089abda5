"""A rescue belongs to what made it needed: who tells that people are pulled from the ruins tells of the strike."""

from collections.abc import Sequence

from crossbearing.ontology import kinds
from crossbearing.records import Claim
from crossbearing.weighing.context import Context
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems

FARTHEST = 4
"""Sentences up to which a rescue may stand behind what it belongs to."""


def is_rescue(context: Context, claim: Claim) -> bool:
    """Whether a claim of aid is told in a sentence of the report's text that speaks of ruins."""
    words = stems(context.text[slice(*claim.evidence)])
    return claim.type == "shelter_aid" and claim.located == "text" and not settings().ruins.isdisjoint(words)


def home_of(context: Context, rescue: Claim, accounts: Sequence[Sequence[Claim]]) -> int | None:
    """Return the number of the account of violence that a rescue belongs to: the last told at the same place, in its
    sentence or few before; null where there is none.
    """
    place = rescue.where.place_id if rescue.where else None
    sentence = context.sentence_of(rescue.evidence[0])
    found = [
        (told, number)
        for number, account in enumerate(accounts)
        for claim in account
        if claim.located == "text" and claim.where and claim.where.place_id == place is not None
        if kinds()[claim.type].family == "violence"
        if 0 <= sentence - (told := context.sentence_of(claim.evidence[0])) <= FARTHEST
    ]
    return max(found)[1] if found else None
