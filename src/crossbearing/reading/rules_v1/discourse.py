"""What a claim takes from the rest of its report.

A claim takes from the one before it in its sentence, a headline from the story, a lead from the report's day.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from crossbearing.ontology import kinds
from crossbearing.reading.rules_v1.happenings import MOVING
from crossbearing.reading.rules_v1.tolls import HARM
from crossbearing.reading.rules_v1.when import around
from crossbearing.reading.rules_v1.wordclasses import of_one_side
from crossbearing.records import Claim, Span, Where

LEAD = 700
"""Code points of a report's text in which news is told that needs no date of its own."""
MANY = 100
"""A count from which it hardly is that of another happening, too."""
Tolls = frozenset[tuple[str, float]]
"""Counts, each with what it measures."""
NEWS_DAYS = 6
"""Days before the report beyond which what it tells of is what it recalls."""
TOLD = frozenset({"asserted", "reported", "alleged", "estimated"})


DEEDS = frozenset({"airstrike", "shelling", "explosion", "shooting", "chemical_attack", "ground_operation", *HARM})

VIOLENT = DEEDS | {"clash"}
"""Kinds of which those of one place that one sentence tells of are taken to lie on one day."""
MOVEMENTS = MOVING | {"displacement"}
"""Kinds of which a country that they name is where they lead."""


def told_in_a_row(last: Claim, claim: Claim) -> Claim:
    """Return a claim with what it leaves to the one before it in its sentence: whom it counts, whose deed it is, when.

    "The army killed 16 civilians and wounded 22": 22 civilians, and the army, on one day. Not so where another tells
    it, or it is told otherwise: "the army shelled the mill, and witnesses feared that some had died"; and what happened
    elsewhere has a day of its own.
    """
    if last.evidence != claim.evidence or last.located != claim.located or _manner(last) != _manner(claim):
        return claim
    if claim.type in HARM and last.type in HARM and claim.figures:
        claim = msgspec.structs.replace(claim, target=claim.target or last.target)
    if last.type in DEEDS and claim.type in HARM:
        others = [harmed for harmed in claim.target if harmed not in last.target]  # not those "shot dead" by them
        theirs = tuple(doer for doer in last.actor if doer not in claim.target and not of_one_side([doer], others))
        claim = msgspec.structs.replace(claim, actor=claim.actor or theirs)
    elsewhere = claim.where is not None and last.where is not None and claim.where.name != last.where.name
    if last.type in VIOLENT and claim.type in VIOLENT and claim.type != last.type and not elsewhere:
        claim = msgspec.structs.replace(claim, when=claim.when or last.when)
    return claim


def _manner(claim: Claim) -> tuple[object, ...]:
    """By whom and how surely a claim is told."""
    return claim.sources, claim.polarity, claim.certainty


def _in_headline(claim: Claim, headlines: Sequence[Span]) -> bool:
    return claim.located == "title" or any(a <= claim.trigger[0] < b for a, b in headlines)


def _story_of(claim: Claim, body: Sequence[Claim]) -> Claim | None:
    """The claim of the story that a headline's claim announces: of its kind and figures, its kind, or its family."""
    family = kinds()[claim.type].family
    counts = {(f.measure, f.low) for f in claim.figures}

    def rank(other: Claim) -> tuple[int, int]:
        same = {(f.measure, f.low) for f in other.figures} & counts
        return (0 if same and other.type == claim.type else 1 if other.type == claim.type else 2, other.trigger[0])

    kin = [c for c in body if kinds()[c.type].family == family and c.polarity == claim.polarity]
    return min(kin, key=rank, default=None)


def _finer(own: Claim, story: Claim) -> bool:
    """Whether the story's place is told more closely than the headline's ("Syria", "the north")."""
    if story.where is None or _is_of_several_countries(story.where):
        return False
    return own.where is None or (
        own.where.kind in {"country", "region"} and story.where.kind not in {"country", "region"}
    )


def _is_of_several_countries(where: Where) -> bool:
    """Whether a place is a known region that no one country has ("the Middle East")."""
    return where.kind == "region" and where.country is None and where.lat is not None


def settled(claims: Sequence[Claim], headlines: Sequence[Span], day: dt.date | None) -> list[Claim]:
    """Return the claims with what the discourse adds.

    A headline's claim takes place and time from the story it announces; what the lead tells as news without any date
    took place on the report's day or the day before. Totals over a span, and what lies days before the report, are
    background.
    """
    stood = [_with_standing(c, day) for c in claims]
    body = [c for c in stood if not _in_headline(c, headlines)]
    tolls = _tolls(body)
    placed = {c.id: _told_further_on(c, body, tolls) for c in body}
    announced = [placed.get(c.id) or _as_told(c, body, placed) for c in stood]
    told_in_lead = frozenset(c.type for c in announced if _in_lead(c) and _violent(c))
    return [_with_standing(_on_the_day(c, day, told_in_lead), day) for c in announced]


def _in_lead(claim: Claim) -> bool:
    return claim.located == "title" or claim.trigger[0] < LEAD


def _violent(claim: Claim) -> bool:
    return kinds()[claim.type].family == "violence"


def _as_told(claim: Claim, body: Sequence[Claim], placed: Mapping[str, Claim]) -> Claim:
    """A headline's claim with place and time of its story; `placed` are the claims of the body, each by its id, with
    the places that they take from further on, which count where the story has none of its own.
    """
    story = _story_of(claim, body)
    return _from_story(claim, placed[story.id] if story is not None and story.where is None else story)


def _told_further_on(claim: Claim, body: Sequence[Claim], tolls: Mapping[Span, Tolls]) -> Claim:
    """A claim of a lead that names no town with what the story tells of it further down, else the claim."""
    # Who crosses into a country does not cross into the one camp where some of them stay.
    bound = claim.type in MOVEMENTS
    vague = claim.where is None or (claim.where.kind in {"country", "region"} and not bound)
    if claim.trigger[0] < LEAD and vague and claim.standing == "news" and not (claim.when and claim.when.cumulative):
        alike = [c for c in body if c.type == claim.type and c.certainty in TOLD and _finer(claim, c)]
        further = [c for c in alike if c.trigger[0] > claim.evidence[1]]
        further = [c for c in further if c.standing == "news" or _recalls(claim, c, tolls)]
        story = _story_of(claim, further)
        return _from_story(claim, story) if story is not None and _counts_agree(claim, story) else claim
    return claim


def _counts_agree(one: Claim, other: Claim) -> bool:
    """Whether two claims give no different counts of one measure."""
    counts = {f.measure: f.low for f in one.figures}
    return all(counts.get(f.measure, f.low) == f.low for f in other.figures if not f.part_of_whole)


def _tolls(body: Sequence[Claim]) -> dict[Span, Tolls]:
    """The counts of each sentence that hardly are those of two happenings, by its span."""
    found: dict[Span, Tolls] = {}
    for claim in body:
        counts = {(f.measure, f.low) for f in claim.figures if f.low >= MANY}
        found[claim.evidence] = found.get(claim.evidence, frozenset()) | counts
    return found


def _recalls(claim: Claim, other: Claim, tolls: Mapping[Span, Tolls]) -> bool:
    """Whether the sentence of a claim without a date gives the count of what is told, with its date, of long before;
    not where others did it.
    """
    undated = claim.when is None or claim.when.text is None
    others = bool(claim.actor and other.actor) and set(claim.actor).isdisjoint(other.actor)
    return undated and not others and not tolls[claim.evidence].isdisjoint(tolls[other.evidence])


def _from_story(claim: Claim, story: Claim | None) -> Claim:
    if story is None:
        return claim
    if _finer(claim, story):
        places = story.places + tuple(p for p in claim.places if p not in story.places)
        claim = msgspec.structs.replace(claim, where=story.where, places=places)
    dated = claim.when is not None and not (claim.when.text is None and story.standing == "background")
    return claim if dated else msgspec.structs.replace(claim, when=story.when)


def _on_the_day(claim: Claim, day: dt.date | None, told_in_lead: frozenset[str]) -> Claim:
    """News without a date of its own, in the lead or of a kind of violence that the lead tells of: the report's day."""
    news = _in_lead(claim) or claim.type in told_in_lead
    told = claim.certainty in TOLD and claim.standing == "news"
    if claim.when is not None or day is None or not news or not told:
        return claim
    return msgspec.structs.replace(claim, when=around(day))


def _with_standing(claim: Claim, day: dt.date | None) -> Claim:
    when = claim.when
    old = when is not None and when.latest is not None and day is not None and (day - when.latest).days > NEWS_DAYS
    if old or (when is not None and when.cumulative):
        return msgspec.structs.replace(claim, standing="background")
    return claim
