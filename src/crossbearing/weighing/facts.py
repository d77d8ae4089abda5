"""What of a claim is compared: its place, days, kind, parties, tolls and words, worked out once."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from crossbearing.actors import Actor, find_actor, publisher_family
from crossbearing.ontology import kinds
from crossbearing.places.names import name_key
from crossbearing.records import Claim, Figure, PlaceMention, Reading, Report
from crossbearing.times import anchor_of
from crossbearing.weighing.settings import settings
from crossbearing.weighing.telling import headline, people, telling_text
from crossbearing.weighing.words import bits, length, stems, weighed

COUNTRY, PROVINCE, DISTRICT, CITY, VILLAGE, QUARTER = range(6)
_RANKS = {
    "country": COUNTRY,
    "region": COUNTRY,
    "province": PROVINCE,
    "district": DISTRICT,
    "city": CITY,
    "unknown": VILLAGE,
    "neighbourhood": QUARTER,
}
_POINTING = re.compile(r"\b(?:the|this|that|these|those|both)(?: [\w-]+){0,2} $", re.IGNORECASE)
Interval = tuple[int, int | None]
"""A count's bounds: low, and high or null where none is known."""
Days = tuple[int, int]
"""First and last day, as proleptic ordinals."""

_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])|\n+")


class Spot:
    """A place as it is compared."""

    __slots__ = ("country", "key", "lat", "lon", "name", "place_id", "precision", "province", "rank")

    def __init__(
        self,
        name: str,
        mention: PlaceMention | None,
        *,
        kind: str,
        place_id: str | None,
        lat: float | None,
        lon: float | None,
        precision: float | None,
        country: str | None,
    ) -> None:
        self.name = name
        self.key = name_key(name)
        self.rank = _RANKS.get(kind, VILLAGE)
        self.place_id = place_id
        self.lat, self.lon = lat, lon
        self.precision = precision if precision is not None else 10.0
        self.country = country or (mention.country if mention else None)
        self.province = mention.province if mention else None


class Context:
    """One report with its reading, and what all its claims share."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report = report
        self.reading = reading
        self.text = report.text
        self.title = report.title or ""
        day = anchor_of(report.text, report.published).day
        self.day: int | None = day.toordinal() if day else None
        self.publisher = publisher_family(report.outlet) if report.outlet else report.id
        self.place_words = frozenset(w for p in reading.places for w in stems(p.text))
        self._by_id = {p.place_id: p for p in reading.places if p.place_id}
        self._by_text = {p.text.casefold(): p for p in reversed(reading.places) if p.use != "demonym"}
        self._ends = [m.end() for m in _SENTENCE_END.finditer(self.text)]

    @cached_property
    def vector(self) -> dict[str, float]:
        """The telling words of the whole report, title included."""
        return weighed(stems(self.telling))

    @cached_property
    def telling(self) -> str:
        """The report's words, title included, without page furniture."""
        body = telling_text(self.text)
        return f"{headline(self.title)}.\n{body}" if self.report.title_stands_apart else body

    @cached_property
    def people(self) -> frozenset[str]:
        """The last names of those whom the report names in full."""
        return people(self.telling, self.place_words)

    @cached_property
    def vector_length(self) -> float:
        """The length of `vector`."""
        return length(self.vector)

    def mentioned(self, claims: Sequence[Claim]) -> tuple[Spot, ...]:
        """Every place that the evidence of claims names, in the order of the text."""
        spans = {c.evidence for c in claims if c.located == "text"}
        found: dict[str, Spot] = {}
        for p in self.reading.places:
            if p.use == "place" and any(a <= p.start < b for a, b in spans):
                name = p.name or p.text
                found.setdefault(
                    p.place_id or name,
                    Spot(
                        name,
                        p,
                        kind=p.kind,
                        place_id=p.place_id,
                        lat=p.lat,
                        lon=p.lon,
                        precision=p.precision_km,
                        country=p.country,
                    ),
                )
        return tuple(found.values())

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at an offset of the text, from 0."""
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def aftermath(self) -> bool:
        """Whether the headline or lead tells of what comes after a deed: arrests, charges, trials, funerals."""
        lead = f"{self.title} {self.text[: self._ends[1] if len(self._ends) > 1 else 300]}"
        return not settings().aftermath.isdisjoint(stems(lead))

    @cached_property
    def country(self) -> str | None:
        """The country that most places of the report lie in (of equals the first by code), or null."""
        told = Counter(p.country for p in self.reading.places if p.country)
        return max(sorted(told), key=lambda c: told[c]) if told else None

    @cached_property
    def bodies(self) -> dict[str, dict[str, Actor]]:
        """The named bodies that the report cites, by kind and family: an unnamed "monitor" is one of them."""
        found: dict[str, dict[str, Actor]] = {}
        for claim in self.reading.claims:
            for link in claim.sources:
                actor = find_actor(link.name)
                if actor and not actor.generic:
                    found.setdefault(actor.kind, {})[actor.family] = actor
        return found

    @cached_property
    def _turns(self) -> dict[int, str]:
        """Sentence -> the words with which it turns to another matter."""
        starts = [0, *self._ends]
        found = {}
        for number, start in enumerate(starts):
            head = self.text[start : start + 40].casefold().lstrip("\"'“‘([ ")
            words = next((t for t in settings().turns if head.startswith(t)), None)
            if words:
                found[number] = words
        return found

    def turn(self, sentence: int) -> str:
        """The words with which a sentence turns to another matter; empty where it does not."""
        return self._turns.get(sentence, "")

    def spots(self, claim: Claim) -> tuple[Spot, ...]:
        """The places of a claim, most specific first."""
        found: list[Spot] = []
        where = claim.where
        if where is not None:
            mention = self._by_id.get(where.place_id or "")
            found.append(
                Spot(
                    where.name,
                    mention,
                    kind=where.kind,
                    place_id=where.place_id,
                    lat=where.lat,
                    lon=where.lon,
                    precision=where.precision_km,
                    country=where.country,
                )
            )
        for name in claim.places:
            mention = self._by_text.get(name.casefold())
            if mention is None:
                if not found:
                    found.append(
                        Spot(
                            name, None, kind="unknown", place_id=None, lat=None, lon=None, precision=None, country=None
                        )
                    )
            elif all(mention.place_id is None or s.place_id != mention.place_id for s in found):
                found.append(
                    Spot(
                        mention.name or name,
                        mention,
                        kind=mention.kind,
                        place_id=mention.place_id,
                        lat=mention.lat,
                        lon=mention.lon,
                        precision=mention.precision_km,
                        country=mention.country,
                    )
                )
        return tuple(found)


class Facts:
    """What is compared of one claim, or of several that were found to be one account."""

    __slots__ = (
        "claims",
        "context",
        "dated",
        "days",
        "families",
        "hit",
        "injured",
        "killed",
        "kinds",
        "length",
        "means",
        "news",
        "objects",
        "parties",
        "people",
        "placed",
        "points",
        "sentences",
        "spoken_of",
        "spots",
        "titled",
        "vague",
        "vector",
    )

    def __init__(self, context: Context, claims: Sequence[Claim]) -> None:
        self.context = context
        self.claims = tuple(claims)
        self.kinds = frozenset(c.type for c in claims)
        self.families = frozenset(kinds()[k].family for k in self.kinds)
        self.means = max(sorted(self.kinds), key=lambda k: (kinds()[k].means, k))
        named = context.mentioned(claims)
        self.spots = best_spots([context.spots(c) for c in claims], named)
        self.spoken_of = self.spots + named
        self.days, self.vague = best_days(claims)
        self.placed = any(s.place_id == self.spots[0].place_id for s in named) if self.spots else False
        self.dated = any(c.when and c.when.text for c in claims)
        self.points = not claims[0].located == "title" and pointing(context.text, claims[0])
        self.parties = _parties(claims)
        self.hit, self.objects = _targets(claims, context.place_words)
        self.killed = best_figure(claims, "killed")
        self.injured = best_figure(claims, "injured")
        self.titled = any(c.located == "title" for c in claims)
        self.news = any(c.standing == "news" for c in claims)
        self.sentences = tuple(
            sorted({-1 if c.located == "title" else context.sentence_of(c.evidence[0]) for c in claims})
        )
        self.vector = weighed(stems("\n".join(_evidence(context, claims))), context.place_words)
        self.length = length(self.vector)
        self.people = people("\n".join(_evidence(context, claims)), context.place_words)


def _evidence(context: Context, claims: Sequence[Claim]) -> list[str]:
    spans = sorted({(c.located, c.evidence) for c in claims})
    return [(context.title if located == "title" else context.text)[a:b] for located, (a, b) in spans]


def best_spots(told: Sequence[tuple[Spot, ...]], named: Sequence[Spot] = ()) -> tuple[Spot, ...]:
    """The places of the claim that is placed most precisely (of equals the first), then the others' that it does not name."""
    placed = [s for s in told if s]
    if not any(s[0].rank > COUNTRY for s in placed):
        # Nothing but a country: a town that the same sentences name says more.
        placed += [(s,) for s in named if s.rank > COUNTRY][:1]
    if not placed:
        return ()
    first = max(range(len(placed)), key=lambda i: (placed[i][0].rank, -i))
    known = list(placed[first])
    for spots in placed:
        known += [s for s in spots if all(s.key != k.key for k in known)]
    return tuple(known)


def best_days(claims: Sequence[Claim]) -> tuple[Days | None, bool]:
    """The shortest span of days that a claim gives (of equals the one told most), and whether it is only a period.

    A day that the report names beats one that was inferred.
    """
    named = [c for c in claims if c.when and c.when.text]
    if named and len(named) < len(claims):
        found = best_days(named)
        if found[0] is not None and not found[1]:
            return found
    spans: dict[tuple[Days, bool], int] = {}
    for c in claims:
        if c.when and c.when.earliest and c.when.latest:
            key = ((c.when.earliest.toordinal(), c.when.latest.toordinal()), c.when.cumulative)
            spans[key] = spans.get(key, 0) + 1
    if not spans:
        return None, False
    days, cumulative = min(spans, key=lambda k: (k[1], k[0][1] - k[0][0], -spans[k], k[0]))
    return days, cumulative or days[1] - days[0] > 3


def pointing(text: str, claim: Claim) -> bool:
    """Whether the words of a claim's trigger point back at what was told before ("the strikes", "that attack")."""
    return _POINTING.search(text[max(0, claim.trigger[0] - 40) : claim.trigger[0]]) is not None


def _parties(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for c in claims:
        if kinds()[c.type].family != "diplomacy":
            for name in c.actor:
                actor = find_actor(name)
                if actor is not None:
                    found.setdefault(actor.id, actor)
    return tuple(found[k] for k in sorted(found))


_CIVIL = frozenset({"resident", "witness", "medic", "ngo", "media", "activist"})
_ARMED = frozenset({"armed_group", "military", "police"})
OBJECT_BITS = 3.0
"""Bits from which a noun among the targets tells one happening from another ("bakery"; not "people")."""


def _targets(claims: Iterable[Claim], leave_out: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Whom and what it hit: "civil" or "armed" people, and the words for things."""
    people: set[str] = set()
    things: set[str] = set()
    for claim in claims:
        if kinds()[claim.type].family != "diplomacy":
            for name in claim.target:
                actor = find_actor(name)
                if actor and actor.kind in _CIVIL | _ARMED:
                    people.add("civil" if actor.kind in _CIVIL else "armed")
                else:
                    things |= {
                        w for w in stems(name) if bits(w) >= OBJECT_BITS and w not in leave_out and not w.isdigit()
                    }
    return frozenset(people), frozenset(things)


def figures_of(claim: Claim, measure: str) -> list[Figure]:
    """The figures of a claim that count one measure for this happening alone."""
    return [
        f
        for f in claim.figures
        if f.measure == measure and not f.cumulative and not f.part_of_whole and f.nature == "flow"
    ]


def best_figure(claims: Sequence[Claim], measure: str) -> Interval | None:
    """The bounds that an account gives for a measure: the figure told most, of equals the highest; null where none is told."""
    told: dict[Interval, int] = {}
    for c in claims:
        if c.polarity == "affirmed" and c.certainty not in ("feared_predicted", "hypothetical", "demanded"):
            for f in figures_of(c, measure):
                told[f.low, f.high] = told.get((f.low, f.high), 0) + 1
    if not told:
        return None
    return max(told, key=lambda i: (told[i], i[0], -1 if i[1] is None else -i[1]))
