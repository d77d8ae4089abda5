"""Where a claim's happening lies: from the words about its trigger, then its sentence, then the discourse."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.actors import find_actor
from crossbearing.places.relations import relation
from crossbearing.places.vicinity import Vicinity, vicinity
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import PlaceMention, Span, When, Where

SPECIFIC = {
    "landmark": 0, "neighbourhood": 1, "village": 1, "camp": 1, "crossing": 1, "city": 2, "unknown": 2, "district": 3,
    "water": 3, "province": 4, "region": 4, "country": 6,
}
CLOSE = 40
"""Code points within which a following place is taken to hold the one before it ("Saraqib in Idlib province")."""
TOLD_BY = 6.0
"""What keeps a place by which another is told from being where something happened, in words of distance."""
LONGEST_RELATION = 12
"""Words before a place's name in which a relation to it stands."""
LONGEST_LEAD = 3
"""Words between a place and those that tell it by another ("Tabqa, a town some 40 km from Raqqa")."""
PLACING = frozenset([
    "in", "at", "on", "near", "around", "outside", "inside", "into", "to", "from", "of", "across", "over", "through",
    "against", "towards", "toward", "within", "north", "south", "east", "west",
])


class Ground(msgspec.Struct, frozen=True):
    """The place (names as told, most specific first) and time of a claim."""

    names: tuple[str, ...] = ()
    where: Where | None = None
    when: When | None = None


def where_of(mention: PlaceMention) -> Where:
    """Return a mention's place as the place of a happening."""
    return Where(
        name=mention.name or mention.text,
        place_id=mention.place_id,
        geonameid=mention.geonameid,
        lat=mention.lat,
        lon=mention.lon,
        precision_km=mention.precision_km,
        relation=mention.relation,
        country=mention.country,
        kind=mention.kind,
    )


def overlaps(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether a stretch of a text shares a code point with one of some spans."""
    return any(a < end and start < b for a, b in spans)


def _tells_where(mention: PlaceMention, name: TokenSpan, sources: Sequence[Span]) -> bool:
    """Whether a place name tells where something happened, and not who speaks, acts or published."""
    if overlaps(mention.start, mention.end, sources) or _is_dateline(name):
        return False
    actor = find_actor(mention.text) if mention.text.isupper() else None
    if actor is not None and actor.kind in {"agency", "media", "ngo", "igo"}:
        return False
    if mention.kind != "country":
        return True
    # The words of a whole document are joined anew each time they are asked for, so few are.
    behind = name.text_with_ws[mention.end - name.start_char :] + name.doc[name.end : name.end + 4].text
    if MADE_BY.match(behind):
        return False
    head = name.root
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    if (head.dep_ == "nsubj" and head.head.pos_ == "VERB") or (head.dep_ == "pobj" and head.head.dep_ == "agent"):
        return False
    modifies = head.dep_ in {"compound", "amod", "nmod", "poss"} and head.head.pos_ in {"NOUN", "PROPN"}
    acts = head.head.pos_ == "PROPN" or belongs(head.head, {"armed_body", "combatant", "person"})
    return not (modifies and acts)


def _means_a_town(sentence: TokenSpan) -> bool:
    """Whether a sentence speaks of "the town" or "the village" told of before."""
    return any(
        t.lemma_.lower() in SETTLEMENTS and any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in t.children)
        for t in sentence
    )


def _is_dateline(name: TokenSpan) -> bool:
    """Whether a place stands as a dateline: before "(Agency)" or a dash at the beginning of a paragraph."""
    doc = name.doc
    before = doc[name.start - 1] if name.start else None
    opens = before is None or (before.is_space and "\n" in before.text) or name[0].is_sent_start is True
    if not opens or name.end >= len(doc):
        return False
    after = doc[name.end : name.end + 8].text
    return bool(DATELINE.match(after))


DATELINE = re.compile(r"[,\s\w.]{0,24}?(?:\([A-Z][\w\s.]{1,24}\)|[—–]|--|-\s)")
MADE_BY = re.compile(r"-(?:led|backed|brokered|based|made|supported|supplied|trained|funded)\b")
"""What makes a country before a hyphen a doer ("US-led")."""
SETTLEMENTS = frozenset({"town", "city", "village", "district", "neighborhood", "neighbourhood", "suburb", "camp"})


class Grounder:
    """Assigns places to the triggers of one parsed text.

    `sources` are spans of who is cited, whose places ("a resident of Homs said") are not those of the happening.
    """

    def __init__(
        self,
        doc: Doc,
        places: Sequence[PlaceMention],
        sources: Sequence[Span],
    ) -> None:
        self.doc = doc
        self.text = doc.text
        self.places = sorted(places, key=lambda p: p.start)  # none overlaps another
        self.at: dict[int, PlaceMention] = {}
        for mention in places:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and mention.use == "place" and _tells_where(mention, span, sources):
                self.at.update((token.i, mention) for token in span)
        tally = Counter(p.country for p in places if p.country)
        self.countries = [
            p for p in places if p.kind == "country" and tally and p.country == tally.most_common(1)[0][0]
        ]

    @property
    def country(self) -> PlaceMention | None:
        """The country that the text names most, where it names one as such."""
        return next(iter(self.countries), None)

    def place(self, trigger: Token) -> tuple[PlaceMention, ...]:
        """Return the places that the trigger's sentence names for it, the most specific first, at most three."""
        sentence = trigger.sent
        named = (self.at.get(i) for i in range(sentence.start, sentence.end))
        here = sorted({id(m): m for m in named if m is not None}.values(), key=lambda m: m.start)
        if not here or (all(m.kind in {"country", "region"} for m in here) and _means_a_town(sentence)):
            return ()
        scored = sorted((self._distance(trigger, m) + TOLD_BY * self._tells_another(here, m), m.start, m) for m in here)
        best = scored[0][2]
        chain = [best]
        chain += [
            m for m in here if m.start - best.start > 0 and m.start - best.end <= CLOSE and m.place_id != best.place_id
        ]
        chain.sort(key=lambda m: SPECIFIC.get(m.kind, 2))
        return tuple(chain[:3])

    def where(self, mention: PlaceMention) -> Where:
        """Return the place of a happening that the text puts in or near a place that it names.

        "20 km south of Homs" and "on the road from Homs to Hama" give a point with a radius, and their words.
        """
        earlier = bisect_right(self.places, mention.start, key=lambda p: p.end)
        before = self.places[earlier - 1] if earlier else None
        of_both = self._told(before) if before is not None else None  # "the Homs-Hama road" is told by Hama, too
        told = of_both if of_both is not None and of_both[0].both else self._told(mention)
        if told is None:
            return where_of(mention)
        spot, words = told[0].spot, told[1]
        return msgspec.structs.replace(
            where_of(mention), relation=words, lat=spot.lat, lon=spot.lon, precision_km=spot.precision_km)

    def _told(self, mention: PlaceMention) -> tuple[Vicinity, str] | None:
        """What the words about a place's name tell by it, and those words."""
        name = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if name is None:
            return None
        sentence, next_ = name.sent, self._next(mention)
        since = bisect_left(self.places, sentence.start_char, key=lambda p: p.start)
        ends = [p.end for p in takewhile(lambda p: p.start < mention.start, islice(self.places, since, None))]
        lead = self.doc[max(sentence.start, name.start - LONGEST_RELATION) : name.start]
        before = [token for token in lead if token.idx >= max(ends, default=0)]
        lower = [token.lower_ for token in before]
        behind = self.doc.char_span(next_.start, next_.end, alignment_mode="expand") if next_ is not None else None
        if behind is None or behind.end > sentence.end:
            told = vicinity(lower, mention)
        else:
            between, after = self.doc[name.end : behind.start], self.doc[behind.end : behind.end + 1]
            told = vicinity(lower, mention, [t.lower_ for t in between], next_, [t.lower_ for t in after])
        if told is None:
            return None
        start = before[-told.words].idx if told.words else mention.start
        return told, self.text[start : next_.end if next_ is not None and told.both else mention.end]

    def _next(self, mention: PlaceMention) -> PlaceMention | None:
        later = bisect_left(self.places, mention.end, key=lambda p: p.start)
        return self.places[later] if later < len(self.places) else None

    def _tells_another(self, here: Sequence[PlaceMention], mention: PlaceMention) -> bool:
        """Whether a place only tells where the one named before it is: Homs in "Qusayr, 20 km south of Homs"."""
        before = max((m for m in here if m.end <= mention.start), key=lambda m: m.end, default=None)
        if before is None:
            return False
        gap = self.text[before.end : mention.start].lower().replace(",", " ").split()
        told = relation(gap) if gap else None
        return told is not None and told.sort != "within" and len(gap) - told.words <= LONGEST_LEAD

    def _distance(self, trigger: Token, mention: PlaceMention) -> float:
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return 99.0
        head = span.root
        steps, current = 0, head
        ancestors = {t.i: k for k, t in enumerate([trigger, *trigger.ancestors])}
        while current.i not in ancestors and current.head.i != current.i and steps < 12:
            current = current.head
            steps += 1
        tree = steps + ancestors.get(current.i, 8)
        linear = min(abs(span.start - trigger.i), abs(span.end - 1 - trigger.i))
        preposed = head.dep_ == "pobj" and head.head.lower_ in PLACING
        specific = SPECIFIC.get(mention.kind, 2)
        return tree + linear / 8 + (0 if preposed else 1.5) + specific / 3 - (0.5 if span.start > trigger.i else 0)

def carried(ground: Ground, last: Ground | None) -> Ground:
    """Fill what a claim does not name itself from what was told before it of the same happening."""
    if last is None:
        return ground
    return Ground(ground.names or last.names, ground.where or last.where, ground.when or last.when)
