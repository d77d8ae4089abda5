"""Those who are cited in Arabic: their names, kinds, and whom "the source" points back to."""

from collections.abc import Sequence

import msgspec

from crossbearing.actors.tables import actors
from crossbearing.reading.rules_v1.arabic.data import listed, load, plain
from crossbearing.reading.rules_v1.arabic.lexicon import heads, is_place_noun, state_names, taken_apart, triggers
from crossbearing.reading.rules_v1.arabic.phrases import Phrases, is_that
from crossbearing.reading.rules_v1.arabic.text import QUIET, Text
from crossbearing.records import SourceKind

UNNAMED = frozenset({"anonymous", "resident", "witness", "activist", "medic", "official", "police"})
"""Kinds of source of which a description alone is no name."""
INNER_PLACE = "في"
INNER = frozenset({"في", "باسم", "من"})
"""Words over which a source goes on ("a source in the opposition")."""


WITH = frozenset({"مع", plain("إلى")})
TOLD_WITHIN = 6
"""Words within which the outlet follows that a source spoke to ("in a telephone call with the channel")."""


class Source(msgspec.Struct, frozen=True):
    """One cited source: words [first, last), its name and kind; `joint` stands beside the one before it."""

    first: int
    last: int
    name: str
    kind: SourceKind
    named: bool = True
    joint: bool = False


def source_at(text: Text, phrases: Phrases, i: int, end: int) -> tuple[Source, ...]:
    """Return the source that begins at word `i`, outermost last: of "told Reuters" the agency comes first."""
    while i < end and text.texts[i] in QUIET:
        i += 1
    if i >= end:
        return ()
    last = _end(text, phrases, i, end)
    if last <= i or not _speaks(text, i):
        return ()
    speaker = _source(text, phrases, i, last)
    told = _told(text, phrases, last, end)
    joint = _joint(text, phrases, last, end)
    return (*told, speaker, *joint)


def _end(text: Text, phrases: Phrases, i: int, end: int) -> int:
    last = phrases.noun_phrase(i, end)
    # A title goes on with its body: "a source in the opposition", "Rami X, director of the monitor".
    # Bodies go on with where they are ("the ministry of health in Gaza").
    if i < last < end and (text.texts[last] == INNER_PLACE or taken_apart(text.texts[last]).preposition == "ب"):
        at = last + (text.texts[last] == INNER_PLACE)
        if at < end and (at in phrases.names or is_place_noun(taken_apart(text.texts[at]).rest)):
            last = max(last, phrases.noun_phrase(at, end))
    through = taken_apart(text.texts[i]).rest in listed("reporting", "through")
    while through and last > i and last + 1 < end and text.texts[last] in INNER:
        further = phrases.noun_phrase(last + 1, end)
        if further <= last + 1 or last - i > 8 or text.texts[last] == "من":
            break
        last = further
    if last > i and last < end and heads().get(taken_apart(text.texts[last]).rest) and not text.words[last].is_sign:
        way = taken_apart(text.texts[last])
        if not way.conjunction and not way.preposition and last not in phrases.closed:
            last = max(last, phrases.noun_phrase(last, end))
    if i < last < end and gives_a_name(text, last):
        last = max(last, phrases.noun_phrase(last + 1, end))
    witness = any(heads().get(taken_apart(word).rest) == "witness" for word in text.texts[i : i + 2])
    if witness and last + 1 < end and text.texts[last] == "من":
        last = max(last, phrases.noun_phrase(last + 1, end))
    return last


def gives_a_name(text: Text, i: int) -> bool:
    """Whether a word only brings a name ("a witness called ..."): it looks like "claims" but for its last letter."""
    if i + 1 >= len(text.words) or is_that(text.texts[i + 1]):
        return False
    return text.written(i) in load("reporting")["naming"]


def _speaks(text: Text, i: int) -> bool:
    word = taken_apart(text.texts[i])
    nominal = [t for t in triggers().get(word.rest, ()) if t.part == "nouns"]
    return not (nominal and word.rest not in heads()) and not text.words[i].is_number


def _told(text: Text, phrases: Phrases, last: int, end: int) -> tuple[Source, ...]:
    """The agency or outlet that the source spoke to."""
    if last >= end:
        return ()
    way = taken_apart(text.texts[last])
    at = last
    while at < min(end, last + TOLD_WITHIN) and text.texts[at] not in WITH and not text.words[at].is_sign:
        at += 1
    if at + 1 < end and text.texts[at] in WITH:
        at += 1
    elif way.preposition == "ل":
        at = last
    else:
        return ()
    if not {taken_apart(text.texts[at]).rest, text.texts[at][1:]} & listed("reporting", "told"):
        return ()
    stop = max(phrases.noun_phrase(at, end), at + 1)
    return (_source(text, phrases, at, stop),)


def _joint(text: Text, phrases: Phrases, last: int, end: int) -> tuple[Source, ...]:
    """A second source beside the first ("France and Britain said")."""
    if last >= end or text.words[last].is_sign:
        return ()
    way = taken_apart(text.texts[last])
    if way.conjunction != "و" or phrases.is_verb(last):
        return ()
    stop = phrases.noun_phrase(last, end)
    if stop <= last or not is_source(text, phrases, last, stop):
        return ()
    return (msgspec.structs.replace(_source(text, phrases, last, stop), joint=True),)


def _source(text: Text, phrases: Phrases, first: int, last: int) -> Source:
    kind = kind_of(text, phrases, first, last)
    name = phrases.name(first, last)
    known = any(phrases.names_of.get(k) for k in range(first, last))
    called = any(gives_a_name(text, k) for k in range(first, last))
    return Source(first, last, name, kind, named=known or called or kind not in UNNAMED)


def kind_of(text: Text, phrases: Phrases, first: int, last: int) -> SourceKind:
    """Return what kind of source a phrase names: a known actor's, else that of its words, what it stands for first."""
    found = {actor.id: actor for actor in actors().values()}
    rests = [taken_apart(word).rest for word in text.texts[first:last]]
    for k in range(first, last):
        if phrases.names_of.get(k) and (k == first or rests[0] in listed("reporting", "through")):
            return found[phrases.names_of[k]].kind
    kinds = [heads()[rest] for rest in rests if rest in heads()]
    state = " ".join(text.texts[first:last]) in state_names()
    if not kinds and not state:
        known = next((ident for k in range(first, last) if (ident := phrases.names_of.get(k))), None)
        return found[known].kind if known else "other"
    own = kinds[0] if kinds else "government"
    if rests[0] in listed("reporting", "through") and len(kinds) > 1:
        return _kind(next((k for k in kinds[1:] if k != "anonymous"), own))
    return _kind(own)


def _kind(name: str) -> SourceKind:
    return name  # type: ignore[return-value]


def is_source(text: Text, phrases: Phrases, first: int, last: int) -> bool:
    """Whether a phrase is one that can speak: a known head of sources, or a body."""
    words = range(first, min(last, first + 3))
    return any(taken_apart(text.texts[k]).rest in heads() or phrases.names_of.get(k) for k in words)


def last_named(source: Source, before: Sequence[Source]) -> Source:
    """Return whom "the source", "the ministry" points back to, if it does."""
    words = source.name.split()
    if not before or len(words) != 1:
        return source
    way = taken_apart(plain(source.name))
    earlier = before[-1]
    if way.article and way.rest in {taken_apart(plain(word)).rest for word in earlier.name.split()}:
        return msgspec.structs.replace(source, name=earlier.name, kind=earlier.kind, named=earlier.named)
    return source
