"""Tolls that a sentence tells of several places or days in a row: "nine in Marnah, four in Dirwan and two in Vess"."""

from collections.abc import Mapping, Sequence

import msgspec
from spacy.tokens import Span, Token

from crossbearing.reading.rules_v1.built_so import SUBJECTS
from crossbearing.reading.rules_v1.ground import Ground
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.number_words import Number, number_words
from crossbearing.records import Claim, Figure, PlaceMention, TimeMention, content_id

COUNTED = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds of which a sentence may tell how many there were in each of several places."""


class Listed(msgspec.Struct, frozen=True):
    """A count with the places that stand with it, the most specific first, and its time, whose words end at `end`."""

    number: Number
    places: tuple[PlaceMention, ...]
    time: TimeMention | None
    end: int


def listed_counts(
    happening: Happening,
    numbers: Sequence[Number],
    placed: Mapping[int, PlaceMention],
    timed: Mapping[int, TimeMention],
) -> tuple[Listed, ...]:
    """Return the counts of a happening's sentence that each have a place of their own, or each a time, in order; empty
    where fewer than two do.

    `numbers` are those of the sentence, `placed` and `timed` tell of its tokens which place's name or which time they
    belong to. The first count stands with the trigger; each of the others begins right behind the place or time before
    it.
    """
    trigger = happening.token
    row: list[Listed] = []
    for number in numbers if happening.kind in COUNTED else ():
        if row and not _is_next(row[-1], number, trigger.sent):
            continue
        if row and (aside := _end_of_aside(number, trigger.sent)) is not None:
            row[-1] = msgspec.structs.replace(row[-1], end=aside)
            continue
        listed = _with_place(trigger, number, placed, timed)
        apart_told = listed is not None and bool(row) and not (_is_alike(row[0], listed) and _is_bare(listed, trigger))
        if listed is not None and not apart_told and (row or listed.end > trigger.i):
            row.append(listed)
        elif not row and number.first > trigger.i:
            break  # the toll that the trigger tells has no place of its own
    return tuple(row) if len(row) > 1 else ()


def apart(
    claim: Claim, row: Sequence[Listed], grounds: Sequence[Ground], end: int,
) -> list[Claim]:
    """Return a claim, or one for each of the listed counts where its own is the first of them: the first at the word
    that names what happened, the others at their counts.

    `grounds` are place and time of each, `end` is the offset where the sentence ends.
    """
    whole = next((f for f in claim.figures if row and f.span[0] == row[0].number.start), None)
    if whole is None:
        return [claim]
    ends = [*(listed.number.start for listed in row[1:]), end]
    out: list[Claim] = []
    for listed, ground, stop in zip(row, grounds, ends, strict=True):
        figures = _own(claim.figures, listed.number, whole, stop, first=not out)
        people = tuple(p for p in claim.people if (p.span[0] >= listed.number.start or not out) and p.span[0] < stop)
        placed = msgspec.structs.replace(
            claim, figures=figures, people=people, places=ground.names, where=ground.where, when=ground.when
        )
        out.append(placed if not out else _at_count(placed, (listed.number.start, listed.number.end)))
    return out


def _own(figures: Sequence[Figure], number: Number, whole: Figure, end: int, *, first: bool) -> tuple[Figure, ...]:
    """The figures told of one of the places: its count, and the parts told before the next."""
    own = [f for f in figures if (first or f.span[0] >= number.start) and f.span[0] < end]
    if not any(f.span[0] == number.start for f in own):
        span = (number.start, number.end)
        told = Figure(measure=whole.measure, low=number.low, high=number.high, text=number.text, span=span)
        own.insert(0, msgspec.structs.replace(told, nature=whole.nature))
    return tuple(msgspec.structs.replace(f, part_of_whole=False) if f.span[0] == number.start else f for f in own)


def _at_count(claim: Claim, trigger: tuple[int, int]) -> Claim:
    """A claim told by a count alone ("four others in Dirwan"): whom it counts is whom it was done to."""
    group = claim.figures[0].group
    return msgspec.structs.replace(
        claim,
        id=content_id("c", claim.report, claim.located, *trigger, claim.type),
        trigger=trigger,
        target=(group,) if group is not None else claim.target,
        rules=(*claim.rules, "a place's or day's own count in a list"),
    )


def _is_next(before: Listed, number: Number, sentence: Span) -> bool:
    """Whether nothing but words that join stands between a place and the next count ("and another four")."""
    between = sentence.doc[before.end : number.first]
    return before.end <= number.first and all(t.lower_ in number_words()["listing"] for t in between)


def _end_of_aside(number: Number, sentence: Span) -> int | None:
    """The token behind an aside that tells of some of those counted right before it, or null: the "and" behind "nine in
    Marnah, four of them boys, and two in Vess".
    """
    doc = sentence.doc
    if [t.tag_ for t in doc[number.last + 1 : number.last + 3]] not in (["IN", "PRP"], ["IN", "WP"]):
        return None
    return next((t.i for t in doc[number.last + 3 : sentence.end] if t.text == ","), sentence.end)


def _is_alike(first: Listed, other: Listed) -> bool:
    """Whether two counts may be of one list: both have a place or neither, or both a time ("nine in Marnah on Monday,
    four on Tuesday").
    """
    timed = first.time is not None and other.time is not None
    return timed or bool(first.places) == bool(other.places)


def _is_bare(listed: Listed, trigger: Token) -> bool:
    """Whether no verb behind a count's place or time tells what else befell them: "four on Tuesday were freed"."""
    last = trigger.doc[listed.number.last]
    counted = last.head if last.dep_ == "nummod" and last.head.i < listed.end else last
    verb = counted.head
    if counted.dep_ not in SUBJECTS or verb.i < listed.end or verb.i == trigger.i:
        return True
    return max(c.i for c in verb.children if c.dep_ in SUBJECTS) != counted.i


def _with_place(
    trigger: Token, number: Number, placed: Mapping[int, PlaceMention], timed: Mapping[int, TimeMention]
) -> Listed | None:
    """A count with the place or the time that it leads to: "four others in Dirwan on Monday", "six people, two of them
    boys, near Vess".
    """
    doc, sentence, behind = trigger.doc, trigger.sent, False
    for i in range(number.last + 1, min(sentence.end, number.last + LONGEST)):
        token = doc[i]
        if i in placed and behind:
            return _with_time(_ending(sentence, number, placed, i), sentence, timed)
        if i in timed and i not in placed:
            dated = _with_time(Listed(number, (), None, i), sentence, timed)
            at = next((k for k in range(dated.end + 1, min(sentence.end, dated.end + NEAR + 2)) if k in placed), None)
            if at is None or doc[dated.end].lower_ not in number_words()["placing"]:
                return dated
            return msgspec.structs.replace(_ending(sentence, number, placed, at), time=dated.time)
        another = token.pos_ in {"VERB", "AUX"} and not _may_stand(token, trigger)
        if i in placed or another or token.text in {";", ":"}:
            return None
        behind = behind or token.lower_ in number_words()["placing"]
    return None


def _with_time(listed: Listed, sentence: Span, timed: Mapping[int, TimeMention]) -> Listed:
    """A count of a list with the time right behind it, or behind its place ("four in Dirwan on Monday")."""
    first, end = listed.end, listed.end
    if first < sentence.end and sentence.doc[first].lower_ in number_words()["dating"]:
        first += 1
    while end < sentence.end and (end < first or end in timed):
        end += 1
    return msgspec.structs.replace(listed, time=timed[first], end=end) if first in timed else listed


def _may_stand(verb: Token, trigger: Token) -> bool:
    """Whether a verb between a count and its place is the one that tells the toll ("nine were killed in Marnah"), opens
    an aside, or stands before a noun ("in neighbouring Dirwan").
    """
    return verb.dep_ in {"amod", "prep"} or trigger.i in {verb.i, verb.head.i}


def _ending(sentence: Span, number: Number, placed: Mapping[int, PlaceMention], first: int) -> Listed:
    """The places from a token on, over what stands between a town and its area ("Saraqib in Idlib province")."""
    found: dict[int, PlaceMention] = {}
    end = first
    for i in range(first, sentence.end):
        if i in placed:
            found.setdefault(placed[i].start, placed[i])
            end = i + 1
        elif _parts(sentence.doc[i]) or i - end > NEAR:
            break
    while end < sentence.end and sentence.doc[end].dep_ not in {"cc", "punct"} and sentence.doc[end].pos_ == "NOUN":
        end += 1  # "province"
    return Listed(number, tuple(found.values()), None, end)


def _parts(word: Token) -> bool:
    """Whether a word begins something else: another clause, another of a row, another count."""
    return word.dep_ in JOINING or word.text == ";" or word.like_num


JOINING = frozenset({"cc", "mark"})
"""Parts of words behind which another clause or another of a row begins ("and", "while")."""
LONGEST = 16
"""Tokens behind a count in which its place stands."""
NEAR = 2
"""Tokens between a town and the area it lies in."""
