"""Where and when an Arabic claim's happening lies: by its sentence, then by what was told before."""

from collections.abc import Sequence

from crossbearing.reading.rules_v1.arabic.certainty import local_certainty
from crossbearing.reading.rules_v1.arabic.data import listed, phrases
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import taken_apart
from crossbearing.reading.rules_v1.arabic.phrases import names_happening
from crossbearing.reading.rules_v1.arabic.places import Placed
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.reading.rules_v1.ground import SPECIFIC, Ground, carried, where_of
from crossbearing.reading.rules_v1.grounding import CLOSE
from crossbearing.reading.rules_v1.when import when_of
from crossbearing.records import NOT_YET, TimeMention, When
from crossbearing.times import Anchor

CLAUSE = 4
"""Words by which a comma between a place and a trigger puts them further apart."""
PEOPLE = 6.0
"""What a place is further off where only its people are named."""
SPEECH = frozenset({"accuse_condemn", "demand", "deny_reject", "support", "threaten"})


def grounds(
    text: Text,
    happenings: Sequence[Happening],
    places: Sequence[Placed],
    times: Sequence[TimeMention],
    cited: frozenset[int],
    anchor: Anchor,
) -> list[Ground]:
    """Return where and when each happening lies, in their order. `cited` are words of sources."""
    free = [p for p in places if p.first not in cited and p.mention.use == "place"]
    home = [p for p in places if p.first in cited and p.mention.kind != "country"]
    dated = [t for t in times if t.earliest is not None and t.kind != "DURATION" and not _is_dateline(t, anchor)]
    out: list[Ground] = []
    last: Ground | None = None
    for happening in happenings:
        # Where nothing else is named, those who tell of it ("residents of Rafah fear") are where it happens.
        chain = _places(text, happening, free) or ([] if last is not None else _places(text, happening, home))
        time = _time(text, happening, dated)
        told = happening.kind != "ceasefire_agreement" and local_certainty(text, happening) not in NOT_YET
        when = None if time is None else when_of(time, since=time.since, day=anchor.day, told=told)
        if when is None and _counts_since_it_began(text, happening):
            when = When(cumulative=True)
        ground = Ground(tuple(p.name for p in chain), where_of(chain[0].mention) if chain else None, when)
        out.append(carried(ground, last))
        total = when is not None and when.is_of_whole_conflict(happening.kind)
        if not total and happening.kind not in SPEECH and (ground.where is not None or when is not None):
            last = carried(ground, last if ground.where is None else None)
    return out


def _is_dateline(time: TimeMention, anchor: Anchor) -> bool:
    return anchor.span is not None and time.start < anchor.span[1] and anchor.span[0] < time.end


def _places(text: Text, happening: Happening, places: Sequence[Placed]) -> list[Placed]:
    """The places that the trigger's sentence names for it, the most specific first, at most three."""
    sentence = text.words[happening.i].sentence
    here = [p for p in places if text.words[p.first].sentence == sentence]
    if not here:
        return []
    best = min(here, key=lambda p: (_distance(text, happening.i, p), p.first))
    before = next((p for p in here if p.last == best.first), None)
    if before is not None and taken_apart(text.texts[best.first]).conjunction and before.first > happening.i:
        best = before
    chain = [best]
    for other in here:
        gap = other.mention.start - chain[-1].mention.end
        same = other.mention.place_id == best.mention.place_id
        if other.first > best.first and 0 <= gap <= CLOSE and not same and _holds(text, chain[-1], other):
            chain.append(other)
    if not any(taken_apart(text.texts[p.first]).conjunction for p in chain[1:]):
        # Of places named side by side the first stays first; else the wider holds the narrower.
        chain.sort(key=lambda p: SPECIFIC.get(p.mention.kind, 2))
    return chain[:3]


def _distance(text: Text, i: int, place: Placed) -> float:
    """How far a place stands from a trigger in words; one behind it is the nearer, one beyond a comma the further."""
    between = range(min(i, place.first), max(i, place.first))
    commas = sum(text.texts[k] in {"،", "؛"} for k in between)
    before = 3.0 if place.first < i else 0.0
    if _is_of_people(text, place):
        before += PEOPLE
    return len(between) + CLAUSE * commas + before + SPECIFIC.get(place.mention.kind, 2)


def _holds(text: Text, one: Placed, other: Placed) -> bool:
    """Whether a place may hold or adjoin the one named before it: no other clause between, and no other country."""
    countries = {one.mention.country, other.mention.country} - {None}
    between = text.texts[one.last : other.first]
    if listed("places", "toward").intersection(between):
        return False
    return len(countries) < 2 and not any(w in {"،", "؛"} or names_happening(taken_apart(w).rest) for w in between)


def _is_of_people(text: Text, place: Placed) -> bool:
    """Whether only a place's people are named ("residents of A and B")."""
    before = place.first - 1
    if before > 0 and taken_apart(text.texts[place.first]).conjunction:
        before -= 1
    return before >= 0 and taken_apart(text.texts[before]).rest in listed("places", "of_people")


def _counts_since_it_began(text: Text, happening: Happening) -> bool:
    """Whether a sentence counts from the beginning of a war whose day it does not tell."""
    first, end = text.sentence(happening.i)
    words = [taken_apart(word).rest for word in text.texts[first:end]]
    behind = (
        k + len(start)
        for k in range(len(words))
        for start in phrases("phrases", "since_the_beginning")
        if tuple(words[k : k + len(start)]) == start
    )
    return any(words[k] in listed("phrases", "conflicts") for k in behind if k < len(words))


def _time(text: Text, happening: Happening, times: Sequence[TimeMention]) -> TimeMention | None:
    sentence = text.words[happening.i].sentence
    start, end = text.sentences[sentence]
    at = text.words[happening.i].start
    here = [t for t in times if start <= t.start < end]
    return min(here, key=lambda t: (abs(t.start - at), t.start), default=None)
