"""A claim: one assertion in a report that something happened, happens or may happen."""

from typing import Literal

import msgspec

from crossbearing.records.figure import Figure
from crossbearing.records.person import Person
from crossbearing.records.place import PlaceMention, Where
from crossbearing.records.report import Span
from crossbearing.records.source import Attribution, SourceLink
from crossbearing.records.time import TimeMention, When

Certainty = Literal[
    "asserted", "reported", "alleged", "estimated", "feared_predicted", "denied", "demanded", "hypothetical",
]
NOT_YET: frozenset[Certainty] = frozenset({"feared_predicted", "hypothetical", "demanded"})
"""Certainties of what is not told as having happened."""
UNTOLD: frozenset[Certainty] = NOT_YET | {"denied"}
"""Certainties of what nobody says has happened: what is not told as having happened, and what is denied."""
Polarity = Literal["affirmed", "negated"]
Standing = Literal["news", "background"]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Who says that what happened, to whom, where, when, how many, how surely; with the exact words.

    `type` is a kind of event of the ontology. `located` (written `in` outside) says whether offsets count the text or
    the title. `sources` runs from the outlet's immediate source outward to the root; empty when the outlet asserts it
    itself. `standing` tells what the report brings as news from what it recalls. `weapon` is the means as the report
    names it. `rules` names the rules that fired.
    """

    id: str
    report: str
    trigger: Span
    evidence: Span
    type: str
    certainty: Certainty
    polarity: Polarity = "affirmed"
    located: Literal["text", "title"] = msgspec.field(name="in", default="text")
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    weapon: str | None = None
    places: tuple[str, ...] = ()
    """Names as told, most specific first, resolved through the discourse."""
    where: Where | None = None
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    """Those it happened to whom the report tells of one by one, named or not, in order of the text."""
    sources: tuple[SourceLink, ...] = ()
    standing: Standing = "news"
    rules: tuple[str, ...] = ()


def affirms(claim: Claim) -> bool:
    """Whether a claim says that it happened: it neither negates or denies it nor fears, demands or supposes it."""
    return claim.polarity == "affirmed" and claim.certainty not in UNTOLD


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one reader got out of one report. `dateline` is the date the text prints of itself, if any."""

    report: str
    reader: str
    language: str | None
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    dateline: str | None = None
    wire: str | None = None
    """The agency in the byline ("(Reuters)"), whose copy the report carries."""
    notes: tuple[str, ...] = ()
    """What the reader has to say: language not read, dateline beats the given date ..."""
