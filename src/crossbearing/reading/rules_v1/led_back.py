"""The places that a text leads back to: "the city", "the west of the town", "across the province"."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise, takewhile

import msgspec
from spacy.tokens import Span, Token

from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.elsewhere import at_which
from crossbearing.reading.rules_v1.ground import SPECIFIC
from crossbearing.reading.rules_v1.telling_where import is_violent
from crossbearing.records import PlaceMention

LEADING_BACK: Mapping[str, tuple[str, ...]] = {
    "city": ("city",), "citys": ("city",), "town": ("city", "village"), "village": ("village", "unknown"),
    "neighbourhood": ("neighbourhood",), "neighborhood": ("neighbourhood",), "quarter": ("neighbourhood",),
    "suburb": ("neighbourhood", "city", "village"), "district": ("neighbourhood", "district"),
    "province": ("province",), "governorate": ("province",), "camp": ("camp",),
}
"""The nouns that lead back to a place, with the kinds of place that they may mean; "citys" has lost its apostrophe."""
ALIKE: Mapping[str, tuple[str, ...]] = {
    "citys": ("city",), "town": ("town", "village"), "village": ("village", "town"),
    **dict.fromkeys(("neighbourhood", "neighborhood", "district", "quarter"),
                    ("neighbourhood", "neighborhood", "district", "quarter")),
    **dict.fromkeys(("province", "governorate"), ("province", "governorate")),
}
"""The nouns by which a text calls the same place now and then."""
CALLED_SO = 400
"""Code points by which a place that the text calls so is taken to be told nearer than it is."""
BIG = frozenset({"city", "citys", "province", "governorate"})
"""Nouns for places so well known that a text need not call them so."""
SEVERAL: Mapping[str, str] = {
    "cities": "city", "towns": "town", "villages": "village", "neighbourhoods": "neighbourhood",
    "neighborhoods": "neighborhood", "quarters": "quarter", "suburbs": "suburb", "districts": "district",
    "provinces": "province", "camps": "camp",
}
"""The nouns that lead back to two places named together ("the two towns"), by those for one of them."""
SETTLEMENTS = frozenset({"city", "citys", "town"})
"""Nouns that may mean a place of which nobody knows what kind it is, or a town, where no place of theirs is named."""
NAMED_WITHIN = 600
"""Code points before "the two towns" or behind "a town" within which they are named."""
ANOTHER = frozenset({"nearby", "neighbouring", "neighboring", "other", "next", "another"})
"""What tells that not the place named before is meant."""
PUTTING = frozenset({"in", "on", "at"})
"""Prepositions that put a happening at a place."""
WIDE = frozenset({"country", "province", "region"})


def is_led_back(noun: Token, named: Mapping[int, PlaceMention]) -> bool:
    """Whether a noun means a place named before, having no name of its own beside it.

    `named` are the places of the text by the indices of their words.
    """
    behind = named.get(noun.i + 1)
    if noun.lower_ not in LEADING_BACK or noun.i - 1 in named or (behind is not None and behind.kind not in WIDE):
        return False
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "of":
        return False
    own = {child.lower_ for child in noun.children if child.i < noun.i}
    return not own.isdisjoint({"the", "this", "that", "same"}) and own.isdisjoint(ANOTHER)


def is_led_back_to_two(noun: Token, named: Mapping[int, PlaceMention]) -> bool:
    """Whether a noun means two places named before: "the two towns", "both villages"."""
    if noun.lower_ not in SEVERAL or noun.i - 1 in named or noun.i + 1 in named or noun.i == noun.sent.start:
        return False
    own = {child.lower_ for child in noun.children if child.i < noun.i}
    counted = {child.lower_ for child in noun.children if child.like_num} | (own & {"both"})
    behind = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    some = behind == "of" or behind in cues().compass or not own.isdisjoint(ANOTHER | cues().compass)
    whole = counted <= {"two", "2", "both"} and (counted or SEVERAL[noun.lower_] in {"town", "village"})
    return bool(whole) and not some and not own.isdisjoint({"the", "these", "both"})


def is_led_ahead(noun: Token, trigger: Token, named: Mapping[int, PlaceMention]) -> bool:
    """Whether a noun tells of a happening that it was at a place which is named only afterwards: "air raids on a
    besieged town".
    """
    between = takewhile(lambda word: word.i != trigger.i, noun.ancestors)
    if not trigger.is_ancestor(noun) or any(word.dep_ in {"ccomp", "relcl"} for word in between):
        return False
    if noun.lower_ not in {"city", "town", "village"} or noun.i - 1 in named or noun.i + 1 in named:
        return False
    at = noun.dep_ == "pobj" and noun.head.lower_ in PUTTING
    return at and any(child.lower_ in {"a", "an"} for child in noun.children)


def is_it(token: Token) -> bool:
    """Whether a pronoun means the place named before it: "fighting raged around it"."""
    return token.lower_ == "it" and token.dep_ == "pobj" and token.head.lower_ in {"around", "inside", "outside"}


def standing_at(place: PlaceMention, word: Token) -> PlaceMention:
    """Return a place as a mention where a word stands that means it."""
    return msgspec.structs.replace(place, start=word.idx, end=word.idx + len(word))


class Before:
    """The places that a text tells of, in its order, by the nouns that may lead back to them.

    A place that the text calls something ("the town of X", "X village") is that throughout; others are what their kind
    allows. `told` are the places with their words.
    """

    def __init__(self, told: Sequence[tuple[PlaceMention, Span]]) -> None:
        called: dict[str | None, set[str]] = {}
        for mention, name in told:
            noun = _called(name)
            if noun:
                called.setdefault(mention.place_id, set()).add(noun)
        self.calling = called
        self.called: dict[str, list[PlaceMention]] = {}
        self.uncalled: dict[str, list[PlaceMention]] = {}
        for mention, _ in told:
            own = called.get(mention.place_id)
            if own is None:
                self.uncalled.setdefault(mention.kind, []).append(mention)
            for noun in own or ():
                self.called.setdefault(noun, []).append(mention)
        self.perhaps = [
            m for m, _ in told
            if "town" in called.get(m.place_id, ()) or (m.kind == "unknown" and m.place_id not in called)
        ]
        self.told = told
        self.pairs = [
            (one, other) for (one, name), (other, its) in pairwise(told)
            if name.doc[name.end : its.start].text == "and" and one.place_id != other.place_id
        ]

    def place(self, noun: Token) -> PlaceMention | None:
        """Return the last place that a noun may mean, as a mention where the noun stands; null without one."""
        word = noun.lower_
        nearer = 0 if word in BIG else CALLED_SO
        called = (_last(self.called.get(other, ()), noun, nearer) for other in ALIKE.get(word, (word,)))
        others = (_last(self.uncalled.get(kind, ()), noun, 0) for kind in LEADING_BACK[word])
        near = max((one for one in (*called, *others) if one is not None), key=lambda one: one[0], default=None)
        if near is None and word in SETTLEMENTS:
            near = _last(self.perhaps, noun, 0)
        return None if near is None else standing_at(near[1], noun)

    def two(self, noun: Token) -> list[PlaceMention]:
        """Return the last two places named together that a noun may mean, as mentions where it stands: the first, which
        is the smaller one, with the word before it.
        """
        kinds = {*LEADING_BACK[SEVERAL[noun.lower_]], "unknown"}
        fit = (pair for pair in reversed(self.pairs)
               if 0 <= noun.idx - pair[1].end <= NAMED_WITHIN and {m.kind for m in pair} <= kinds)  # fmt: skip
        smaller_first = sorted(next(fit, ()), key=lambda m: SPECIFIC.get(m.kind, 2))
        pair = [standing_at(m, noun) for m in smaller_first]
        return [msgspec.structs.replace(m, start=noun.nbor(-1).idx) for m in pair[:1]] + pair[1:]

    def ahead(self, noun: Token) -> PlaceMention | None:
        """Return the next place that a noun may mean, as a mention where the noun stands; null without one, and where
        that was named before, is known to lie in another country than is told with it, or is told of nothing violent.
        """
        kinds = {*LEADING_BACK[noun.lower_], "unknown"}
        later = bisect_left(self.told, noun.idx, key=lambda one: one[0].start)
        near = takewhile(lambda one: one[0].start < noun.idx + NAMED_WITHIN, islice(self.told, later, None))
        within = {m.country for m, name in self.told if m.kind == "country" and name.sent.start == noun.sent.start}
        word = noun.lower_
        fit = ((m, n) for m, n in near if m.kind in kinds and word in self.calling.get(m.place_id, {word}))
        found, name = next(fit, (None, None))
        if found is None or name is None or not _is_struck(name) or (within and found.country not in within | {None}):
            return None
        named = any(m.place_id == found.place_id for m, _ in islice(self.told, later))
        return None if named else standing_at(found, noun)


def _is_struck(name: Span) -> bool:
    """Whether violence is told of a place by the words that govern its name: "raids on Dirwan", "shells hit Dirwan"."""
    place = at_which(name.root)
    governor = place.head
    deed = governor.head if place.dep_ == "pobj" and governor.lower_ in PUTTING else governor
    return is_violent(deed, "nouns") or is_violent(deed, "verbs")


def _last(places: Sequence[PlaceMention], noun: Token, nearer: int) -> tuple[int, PlaceMention] | None:
    """The last of some places before a noun, with how far into the text it stands."""
    earlier = bisect_left(places, noun.idx, key=lambda m: m.start)
    return (places[earlier - 1].start + nearer, places[earlier - 1]) if earlier else None


def _called(name: Span) -> str:
    """The noun by which the words beside a place's name call it; empty where none does."""
    doc = name.doc
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if after in LEADING_BACK:
        return after
    before = doc[name.start - 2].lower_ if name.start > 1 and doc[name.start - 1].lower_ == "of" else ""
    return before if before in LEADING_BACK else ""
