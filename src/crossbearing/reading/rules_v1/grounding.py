"""Where a claim's happening lies: from the words about its trigger, then its sentence, then the discourse."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, takewhile

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.language import text_of
from crossbearing.places.cues import cues as place_words
from crossbearing.places.relations import relation
from crossbearing.places.vicinity import Vicinity, vicinity
from crossbearing.reading.rules_v1.built_so import (
    fight_elsewhere,
    is_at_doers,
    is_in_clause_below,
    is_named_before,
    is_where_they_are,
    told_as_one,
    where_told,
)
from crossbearing.reading.rules_v1.elsewhere import before_it
from crossbearing.reading.rules_v1.ground import SPECIFIC, holds, where_of
from crossbearing.reading.rules_v1.led_back import (
    Before,
    is_it,
    is_led_ahead,
    is_led_back,
    is_led_back_to_two,
    standing_at,
)
from crossbearing.reading.rules_v1.nominal import tells_on
from crossbearing.reading.rules_v1.telling_where import (
    can_speak,
    home_country,
    is_violent,
    overlaps,
    said_there,
    tells_where,
    tells_who_acts,
)
from crossbearing.records import PlaceMention, Span, Where

CLOSE = 40
"""Code points within which a following place is taken to hold the one before it ("Saraqib in Idlib province")."""
LED_BACK = 2.5
"""How much nearer a noun that leads back ("the city") must stand than a name."""
TOLD_BY = 6.0
"""What keeps a place by which another is told from being where something happened, in words of distance."""
AT_DOERS = 4.0
"""The same for where those are who did something to somebody elsewhere ("rebels in Saraqib shelled Idlib")."""
NOT_ABOUT = 6.0
"""The same for one before a "where" that is about another."""
BRACKETS = re.compile(r"\([^()]*\)")  # "60 kilometres (35 miles) from"
WIDE = frozenset({"country", "province", "region", "district", "water"})
"""Kinds of places in which what is told next may lie ("killed in Idlib province when shells hit Marnah")."""
PARTS = frozenset({"landmark", "neighbourhood"})
"""Kinds of places that lie in a city."""
FAR = 12.0
"""Words of distance from which another country than the text's own is not where something was."""
LONGEST_RELATION = 12
"""Words before a place's name in which a relation to it stands."""
LONGEST_LEAD = 3
"""Words between a place and those that tell it by another ("Tabqa, a town some 40 km from Raqqa")."""
PLACING = frozenset(
    "in at on near around outside inside into to from of across over through against towards toward within".split()
) | {"north", "south", "east", "west"}


class Scene(msgspec.Struct, frozen=True):
    """What a sentence says of where: its places.

    `named` are those that it names or leads back to, in the order of the text; `lost` tells that it speaks of one named
    before ("the town") that is not found.
    """

    named: list[PlaceMention]
    lost: bool


class Grounder:
    """Assigns places to the triggers of one parsed text.

    `sources` are spans of who is cited, whose places ("a resident of Homs said") are not those of the happening, but of
    what is told of them ("residents who were shelled in Homs said"); `cues` those of the words that cite, whose places
    ("said in Geneva") are theirs alone.
    """

    def __init__(
        self, doc: Doc, places: Sequence[PlaceMention], sources: Sequence[Span], cues: Sequence[Span] = (),
    ) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.places = sorted(places, key=lambda p: p.start)  # none overlaps another
        self.at: dict[int, PlaceMention] = {}
        self.states: dict[int, PlaceMention] = {}
        self.cited: dict[int, Span] = {}
        self.said_at: dict[int, int] = {}
        told = []
        home = self.home = home_country(self.places)
        for mention in self.places:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and mention.kind == "country":
                self.states.update((token.i, mention) for token in span)
            if span is None or mention.use not in {"place", "demonym"} or not tells_where(mention, span, home):
                continue
            self.at.update((token.i, mention) for token in span)
            source = next((s for s in sources if overlaps(mention.start, mention.end, [s])), None)
            cited = doc.char_span(*source, alignment_mode="expand") if source is not None else None
            said = next((at for at in (said_there(span, cues), before_it(span)) if at is not None), None)
            if source is not None and (mention.kind == "country" or cited is None or can_speak(cited, mention, cues)):
                self.cited[mention.start] = source
            elif said is not None:
                self.said_at[mention.start] = said
            else:
                told.append((mention, span))
        self.before = Before(told)
        self.scenes: dict[int, Scene] = {}
        self.countries = [p for p in places if p.kind == "country" and p.country == home]

    @property
    def country(self) -> PlaceMention | None:
        """The country that the text names most, where it names one as such."""
        return next(iter(self.countries), None)

    def place(self, trigger: Token) -> tuple[PlaceMention, ...]:
        """Return the places that the trigger's sentence names for it, the most specific first, at most three."""
        scene = self._scene(trigger)
        here = [m for m in scene.named if self._is_of(m, trigger)]
        if all(m.kind == "country" for m in here):
            ahead = (self.before.ahead(t) for t in trigger.sent if is_led_ahead(t, trigger, self.at))
            here += [m for m in ahead if m is not None]
        aside = (self._name(m) for m in here)
        retold = scene.lost or (tells_on(trigger) and all(n is None or is_in_clause_below(n, trigger) for n in aside))
        if not here or (retold and all(m.kind in {"country", "region"} for m in here)):
            return ()
        word, others = told_as_one(trigger, here, self.doc), self._not_about(trigger, here)
        scored = sorted((self._cost(word, m, here) + NOT_ABOUT * (m in others), m.start, m) for m in here)
        best = scored[0][2]
        if best.kind == "country" and best.country != self.home and scored[0][0] > FAR:
            return ()
        chain = [best]
        chain += [
            m for m in here
            if m.start > best.start and m.start - best.end <= CLOSE and m.place_id != best.place_id
            and not self._is_told_apart(best, m)
        ]
        chain.sort(key=lambda m: SPECIFIC.get(m.kind, 2))
        return tuple(chain[:3])

    def _is_told_apart(self, place: PlaceMention, later: PlaceMention) -> bool:
        """Whether the later of two places tells who acts there, or a verb that tells of something stands between them
        ("raids on X killed nine in Y"), the first of which is no area and the other no part of it: "killed in X when
        shells hit the Y quarter".
        """
        one, other = self._name(place), self._name(later)
        if one is None or other is None:
            return False
        if place.kind in WIDE or tells_who_acts(other, one):
            return tells_who_acts(other, one)
        called = place_words().feature_nouns.get(self.doc[other.end].lower_) if other.end < len(self.doc) else None
        within = place.kind == "city" and not PARTS.isdisjoint({later.kind, called})
        between = self.doc[one.end : other.start]
        return not within and any(t.tag_ in {"VBD", "VBZ", "VBP"} and is_violent(t, "verbs") for t in between)

    def _name(self, mention: PlaceMention) -> TokenSpan | None:
        """The words of a place's name."""
        return self.doc.char_span(mention.start, mention.end, alignment_mode="expand")

    def _not_about(self, trigger: Token, here: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The places before the "where" of a happening's clause that the clause is not about; none without one."""
        where = where_told(trigger)
        before = [m for m in here if where is not None and m.end <= where.idx]
        name = self._name(before[-1]) if before else None
        if where is None or name is None or not is_named_before(name, where):
            return []
        meant = before[-2:-1] if self._tells_another(here, before[-1]) else before[-1:]
        return [m for m in before if m not in meant]

    def _cost(self, trigger: Token, mention: PlaceMention, here: Sequence[PlaceMention]) -> float:
        """How far a place of its sentence stands from being that of a trigger, in words of distance."""
        noun = LED_BACK if self.text[mention.start : mention.end] != mention.text else 0.0
        name = self._name(mention)
        doers = AT_DOERS * (is_at_doers(trigger, mention) or (name is not None and is_where_they_are(name, trigger)))
        return self._distance(trigger, mention) + noun + doers + TOLD_BY * self._tells_another(here, mention)

    def _scene(self, trigger: Token) -> Scene:
        """What the sentence of a trigger says of where."""
        sentence = trigger.sent
        known = self.scenes.get(sentence.start)
        if known is None:
            named: dict[int, PlaceMention] = {}
            lost = False
            for token in sentence:
                meant = self._meant(token, named)
                lost = lost or meant is None
                named.update((m.start, m) for m in meant or ())
            known = self.scenes[sentence.start] = Scene(list(named.values()), lost)
        return known

    def _meant(self, word: Token, named: dict[int, PlaceMention]) -> list[PlaceMention] | None:
        """The places that a word names or means, `named` being those before it in its sentence; null where it means one
        that is not found.
        """
        if word.i in self.at:
            return [self.at[word.i]]
        if is_led_back(word, self.at):
            place = self.before.place(word)
            return None if place is None else [place]
        if is_led_back_to_two(word, self.at):
            return self.before.two(word)
        last = next(reversed(named.values()), None) if is_it(word) else None
        return [standing_at(last, word)] if last is not None and last.kind != "country" else []

    def _is_of(self, mention: PlaceMention, trigger: Token) -> bool:
        """Whether a place of a trigger's sentence may be its own, and not one of who speaks."""
        source = self.cited.get(mention.start)
        if source is not None and not (trigger.pos_ != "PROPN" and source[0] <= trigger.idx < mention.start):
            return False  # "the Commission of Inquiry in Bosnia" tells no inquiry
        if self.said_at.get(mention.start, trigger.i) != trigger.i:
            return False
        name = self._name(mention) if mention.kind == "country" else None
        return name is None or not fight_elsewhere(name, trigger)

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
        name = self._name(mention)
        if name is None:
            return None
        sentence, next_ = name.sent, self._next(mention)
        since = bisect_left(self.places, sentence.start_char, key=lambda p: p.start)
        ends = [p.end for p in takewhile(lambda p: p.start < mention.start, islice(self.places, since, None))]
        lead = self.doc[max(sentence.start, name.start - LONGEST_RELATION) : name.start]
        before = [token for token in lead if token.idx >= max(ends, default=0)]
        lower = [token.lower_ for token in before]
        behind = self._name(next_) if next_ is not None else None
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
        gap = BRACKETS.sub(" ", self.text[before.end : mention.start].lower()).replace(",", " ").split()
        if all(word in place_words().compass for word in gap):
            return holds(mention, before)  # "in Idlib province, northern Syria"
        told = relation(gap)
        if told is None or len(gap) - told.words > LONGEST_LEAD:
            return False
        return told.sort != "within" or holds(mention, before)

    def _distance(self, trigger: Token, mention: PlaceMention) -> float:
        span = self._name(mention)
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
        befell = head.dep_ in {"dobj", "nsubjpass"} and head.head.i == trigger.i  # "shelled Dirwan", "left the town"
        aside = 0 if preposed or befell else 1.5
        specific = SPECIFIC.get(mention.kind, 2)
        return tree + linear / 8 + aside + specific / 3 - (0.5 if span.start > trigger.i else 0)
