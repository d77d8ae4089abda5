"""Recognises place names in Arabic text, where no capital marks them: by what stands before them and the gazetteer."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from crossbearing.places import Candidate, Gazetteer, country_name
from crossbearing.places.entry import NameRank
from crossbearing.reading.rules_v1.arabic.affixes import readings
from crossbearing.reading.rules_v1.arabic.data import listed, load, plain
from crossbearing.reading.rules_v1.arabic.lexicon import (
    class_of,
    heads,
    is_known,
    sayings,
    state_names,
    stems,
    taken_apart,
    triggers,
)
from crossbearing.reading.rules_v1.arabic.text import Text

LONGEST_NAME = 4
"""Words of the longest place name that is looked up."""
SHORTEST = 2
"""Letters that a place name has more than."""
TOWN = 5_000
"""People from which on a town is believed where a word before it tells of a place."""
KNOWN = 30_000
"""The same where all places of a long name lie in one country."""
LONG = 6
"""Letters of a long name."""
WELL_KNOWN = 100_000
"""People from which on a town is taken for a place wherever its name stands."""
JOINED = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"})
"""What may be written together with a place name."""


class Found(msgspec.Struct, frozen=True):
    """A place name: words [first, last), how it is written without what is joined to it, the kind it is called (empty:
    none), whether it needs no other place of its country to be
    believed, and what it may mean (empty: no gazetteer has it).
    """

    first: int
    last: int
    name: str
    kind: str
    sure: bool
    candidates: tuple[Candidate, ...]


def recognise(text: Text, gazetteer: Gazetteer, taken: frozenset[int]) -> list[Found]:
    """Return what may be place names in a text, in order, the longest first where several begin at one word."""
    found: list[Found] = []
    i = 0
    while i < len(text.words):
        word = text.words[i]
        one = None if i in taken or word.is_sign or word.is_number else _at(text, gazetteer, i, taken)
        if one is not None and not one.sure:
            one = _vouched_for(text, gazetteer, one, taken)
        if one is not None:
            found.append(one)
        i = i + 1 if one is None else one.last
    return found


def _vouched_for(text: Text, gazetteer: Gazetteer, found: Found, taken: frozenset[int]) -> Found:
    """A name that is not sure by itself, or a surer one inside it.

    "The south of Lebanon" is believed because it lies in Lebanon; what lies elsewhere gives way to the name inside.
    """
    for k in range(found.first + 1, found.last):
        inner = None if k in taken else _at(text, gazetteer, k, taken)
        if inner is not None and inner.sure:
            here = {c.place.country for c in inner.candidates}
            kept = tuple(c for c in found.candidates if c.place.country in here)
            return msgspec.structs.replace(found, candidates=kept, sure=True) if kept else inner
    return found


def is_well_known(name: str, candidates: Sequence[Candidate]) -> bool:
    """Whether one of the places is so large that its name needs no other sign."""
    if any(c.place.population >= WELL_KNOWN or c.place.capital for c in candidates):
        return True
    # A long name that only one country has is no ordinary word.
    one = len({c.place.country for c in candidates}) == 1 and len(name) >= LONG
    return one and any(c.place.population >= KNOWN for c in candidates)


def _is_sure(gazetteer: Gazetteer, name: str, candidates: Sequence[Candidate], *, placed: bool) -> bool:
    """Whether a name needs no other place of its country: a state, a large town, a part of one ("old Homs")."""
    if name in _other_names() or any(c.place.kind == "country" for c in candidates) or is_well_known(name, candidates):
        return True
    countries = {c.place.country for c in candidates}
    if placed and (any(c.place.population >= TOWN for c in candidates) or (" " in name and len(countries) == 1)):
        return True
    first = _candidates(gazetteer, name.split(maxsplit=1)[0]) if " " in name else ()
    return any(c.place.country in countries and c.place.population >= WELL_KNOWN for c in first)


def peoples(text: Text) -> frozenset[str]:
    """Return the ISO codes of the states whose people or institutions a text names ("Syrian")."""
    rests = (taken_apart(word).rest for word in text.texts)
    return frozenset(code for rest in rests if (code := stems().get(rest)) is not None)


def _at(text: Text, gazetteer: Gazetteer, i: int, taken: frozenset[int]) -> Found | None:
    end = text.sentence(i)[1]
    noun = _noun_before(text, i)
    for stop in range(min(end, i + LONGEST_NAME), i, -1):
        if any(k in taken or text.words[k].is_sign for k in range(i, stop)):
            continue
        for word, joined in _written(text.texts[i]):
            name = " ".join((word, *text.texts[i + 1 : stop]))
            titled = " " in name and name.split()[0] in listed("places", "titles")
            candidates = _candidates(gazetteer, name) if len(name) > SHORTEST and not titled else ()
            placed = _is_placed(text, i, joined)
            if candidates and _may_be_place(text, i, name, joined, noun, candidates, placed=placed):
                sure = bool(noun) or _is_sure(gazetteer, name, candidates, placed=placed)
                return Found(i, stop, _display(text, i, stop, word), noun or "", sure, candidates)
    if noun and _is_unknown_name(text, i):
        last = i + 2 if i + 1 < end and _goes_on(text, i + 1) else i + 1
        return Found(i, last, _display(text, i, last, text.texts[i]), noun, sure=True, candidates=())
    return None


@cache
def _written(word: str) -> tuple[tuple[str, str], ...]:
    """Ways a name may be written at its beginning, with what is joined to it in front."""
    out = [(("ال" if way.article else "") + way.rest, way.conjunction + way.preposition) for way in readings(word)]
    out = [(name, joined) for name, joined in out if joined in JOINED and not (joined and is_known(word))]
    return tuple(dict.fromkeys(out))


@cache
def _other_names() -> Mapping[str, str]:
    return {plain(name): usual for name, usual in load("places")["other_names"].items()}


@cache
def _nouns() -> Mapping[str, str]:
    return {plain(noun): kind for noun, kind in load("places")["nouns"].items()}


def _candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    code = state_names().get(name)
    if code is not None:
        found = gazetteer.lookup(country_name(code) or code)
        states = tuple(c for c in found if c.place.kind == "country" and c.place.country == code)
        if states:
            return states
    return tuple(c for c in gazetteer.lookup(_other_names().get(name, name)) if c.rank <= NameRank.OTHER)


def _noun_before(text: Text, i: int) -> str | None:
    """The kind that a noun before a name calls it ("the town of")."""
    if not i or text.sentence(i)[0] == i:
        return None
    way = taken_apart(text.texts[i - 1])
    return None if way.article else _nouns().get(way.rest)


def _may_be_place(
    text: Text,
    i: int,
    name: str,
    joined: str,
    noun: str | None,
    candidates: Sequence[Candidate],
    *,
    placed: bool,
) -> bool:
    """Whether a name that a gazetteer has stands for a place here."""
    if noun is not None and not joined:
        return text.texts[i] not in listed("places", "not_names")
    if any(c.place.kind == "country" for c in candidates):
        return True
    if " " not in name and (name in listed("places", "common") or _is_ordinary(text, i, name)):
        return False
    return placed or is_well_known(name, candidates) or (joined == "و" and len(name) > 4)


def _is_placed(text: Text, i: int, joined: str) -> bool:
    """Whether the word before, or what is written together with a name, tells of a place."""
    before = text.texts[i - 1] if i and text.sentence(i)[0] < i else ""
    placing = listed("places", "placing")
    return before in placing or taken_apart(before).rest in placing or joined[-1:] in {"ب", "ل"}


def _is_ordinary(text: Text, i: int, name: str) -> bool:
    """Whether word `i`, at which a name begins, is one that the rules know to mean something else."""
    word = text.texts[i]
    bare = name.removeprefix("ال")
    # Where a preposition stands before it the name is no verb.
    governed = i and text.texts[i - 1] in listed("phrases", "governing")
    told = any(not governed or trigger.part == "nouns" for trigger in triggers().get(bare, ()))
    known = bool(class_of(bare)) or told or bare in sayings() or bare in stems() or bare in heads()
    return known or {word, name, taken_apart(word).rest} & _function_words() != set()


def _function_words() -> frozenset[str]:
    return listed("phrases", "prepositions") | listed("reporting", "that") | listed("phrases", "before_verbs")


def _is_unknown_name(text: Text, i: int) -> bool:
    """Whether a word behind "town", "quarter" ... is its name although no gazetteer has it."""
    before = taken_apart(text.texts[i - 1])
    word = text.texts[i]
    if before.rest not in listed("places", "certain") or before.article or len(word) < 3:
        return False
    way = taken_apart(word)
    ordinary = {word, way.rest} & (listed("places", "not_names") | listed("phrases", "prepositions"))
    known = bool(class_of(way.rest)) or way.rest in triggers() or bool(way.preposition) or way.rest in stems()
    return not ordinary and not known


def _goes_on(text: Text, i: int) -> bool:
    """Whether an unknown name has one more word, with the article."""
    way = taken_apart(text.texts[i])
    alone = not text.words[i].is_sign and way.article and not way.preposition and not way.conjunction
    return alone and way.rest not in stems() and not class_of(way.rest) and way.rest not in triggers()


def _display(text: Text, first: int, last: int, word: str) -> str:
    """The name as it stands in the text, without what is joined to its first word; `word` is that word, normalised."""
    written = text.words[first]
    rest = text.whole[written.start : text.words[last - 1].end]
    joined = len(written.text) - len(word)
    if len(written.text) == written.end - written.start:
        # "li" swallows the alif of the article, which is written out again.
        return " ".join((rest[joined:] if written.text.endswith(word) else "ال" + rest[joined + 3 :]).split())
    tail = text.whole[written.end : text.words[last - 1].end]
    return " ".join((word + tail).split())
