"""Puts adjoining expressions together ("Thursday" + "night", "October" + "last year"), with the words before them."""

import datetime as dt

import msgspec

from crossbearing.times.calendar import Period, moved
from crossbearing.times.match import Piece
from crossbearing.times.meaning import Meaning, point, timed
from crossbearing.times.rules import Joints, Modifiers, modifiers
from crossbearing.times.scan import Token

AFTER_NOON = frozenset({"AF", "EV", "NI"})
POINTS = ("DATE", "TIME")
LONGEST_MODIFIER = 4


def joined(tokens: list[Token], found: list[Piece], language: str) -> list[Piece]:
    """Return the expressions, those that adjoin made one, without those that are no time or lack their day."""
    out: list[Piece] = []
    joints = modifiers(language).joints
    for piece in found:
        whole = piece
        while out and (wider := _join(tokens, out[-1], whole, joints)):
            out.pop()
            whole = wider
        out.append(whole)
    return [piece for piece in out if piece.meaning.timex and not piece.rule.beside_day]


def _join(tokens: list[Token], left: Piece, right: Piece, joints: Joints) -> Piece | None:
    between = " ".join(token.low for token in tokens[left.last : right.first])
    meaning: Meaning | None = None
    if _is_day(left.meaning) and right.meaning.part and between in joints.day_part:
        meaning = timed(left.meaning, right.meaning.part)
    elif left.meaning.part and _is_day(right.meaning) and between in joints.part_day:
        meaning = timed(right.meaning, left.meaning.part)
    elif left.meaning.kind == "TIME" and right.meaning.part and right.rule.beside_day and not between:
        meaning = _in_half(left.meaning, right.meaning.part)
    elif left.meaning.loose and between in joints.span_year:
        meaning = _placed(left.meaning, right.meaning)
    elif right.meaning.loose and between in joints.year_span:
        meaning = _placed(right.meaning, left.meaning)
    if meaning is None:
        return None
    rule = left.rule if right.rule.beside_day else right.rule
    return Piece(left.first, right.last, rule, meaning)


def _is_day(meaning: Meaning) -> bool:
    if meaning.part:
        return False
    if meaning.period:
        return meaning.period.grain == "day" and meaning.kind == "DATE" and "/" not in meaning.timex
    return meaning.timex.startswith(("XXXX-WXX-", "XXXX-XX-XX")) and meaning.kind == "DATE"


def _in_half(time: Meaning, part: str) -> Meaning | None:
    """The hour in the part of the day that stands behind it ("9:39 Friday" + "night")."""
    hour, colon, minutes = (time.part or "").partition(":")
    if not colon or time.period is None:
        return None
    later = int(hour) + 12 if part in AFTER_NOON and int(hour) < 12 else int(hour)
    return timed(point(time.period), f"{later:02d}:{minutes}")


def _placed(inner: Meaning, outer: Meaning) -> Meaning | None:
    """The inner span moved into the outer year or week."""
    if inner.period is None or outer.period is None or outer.kind != "DATE":
        return None
    if outer.period.grain == "year" and inner.period.grain != "week":
        return point(inner.period.years_on(outer.period.first.year - inner.period.first.year))
    if outer.period.grain == "week" and inner.period.grain == "day":
        return point(Period("day", moved(outer.period.first, days=inner.period.first.weekday())))
    return None


def modified(
    tokens: list[Token], piece: Piece, today: dt.date | None, language: str, *, free: int = 0,
) -> tuple[Piece, bool]:
    """Return the expression with the words before it that belong to it, and whether "since" stands before it.

    `free` is the first token that is no other expression's.
    """
    known = modifiers(language)
    for _ in range(2):
        piece = _take(tokens, piece, known, today, free)
    return piece, piece.first > 0 and tokens[piece.first - 1].low in known.since


def _take(tokens: list[Token], piece: Piece, known: Modifiers, today: dt.date | None, free: int) -> Piece:
    for size in range(min(LONGEST_MODIFIER, piece.first - free), 0, -1):
        words = " ".join(token.low for token in tokens[piece.first - size : piece.first])
        for kind in ("approximate", "bounded", "early", "middle", "late"):
            if words in getattr(known, kind) and (kind in ("approximate", "bounded") or piece.meaning.kind in POINTS):
                meaning = _changed(piece.meaning, kind, words, today)
                return Piece(piece.first - size, piece.last, piece.rule, meaning)
    return piece


def _changed(meaning: Meaning, kind: str, words: str, today: dt.date | None) -> Meaning:
    if kind == "approximate" and meaning.edtf and meaning.kind == "DATE" and meaning.edtf[-1].isdigit():
        return msgspec.structs.replace(meaning, edtf=f"{meaning.edtf}~")
    if kind in ("approximate", "bounded") or meaning.earliest is None or meaning.latest is None:
        return meaning
    first, last = meaning.earliest, meaning.latest
    span = (last - first).days
    if span < 2 or meaning.kind != "DATE":
        return meaning
    third = span // 3
    if words.startswith("earlier") and today and first <= today <= last:
        last = max(first, moved(today, days=-1))
    elif words.startswith("later") and today and first <= today <= last:
        first = today
    elif kind == "early":
        last = moved(first, days=third)
    elif kind == "late":
        first = moved(last, days=-third)
    else:
        first, last = moved(first, days=third), moved(last, days=-third)
    return msgspec.structs.replace(meaning, earliest=first, latest=last)
