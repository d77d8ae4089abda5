"""Counts in Arabic text with their bounds: digits, number words, duals, "dozens of", "at least", "between"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed, load, phrases, plain
from crossbearing.reading.rules_v1.arabic.lexicon import taken_apart
from crossbearing.reading.rules_v1.arabic.text import Text

LARGEST = 1_000_000_000
LONGEST = 12
"""Digits beyond which a number counts nothing."""


class Number(msgspec.Struct, frozen=True):
    """A count: its words [first, last), bounds, the word that names what it counts (null: none), and where the words
    that bound it begin. `high` null: no upper bound is known.
    """

    first: int
    last: int
    low: int
    high: int | None
    counted: int | None
    begin: int


@cache
def _table(name: str) -> Mapping[str, int]:
    return {plain(str(word)): int(value) for word, value in load("numbers")[name].items()}


@cache
def _singles() -> Mapping[str, int]:
    """Forms of nouns that count by themselves: the dual two, the indefinite singular one."""
    out: dict[str, int] = {}
    for table in ("single", "single_sound"):
        for word in load("people")[table]:
            base = plain(word)
            stem = base[:-1] + "ت" if word.endswith("ة") else base
            # "-iin" is the plural of many people too; only where it is not does it tell two.
            dual = ("ان", "ين", "ا", "ي") if table == "single" else ("ان",)
            out |= {stem + ending: 2 for ending in dual} | {base: 1}
            if stem == base:
                out[base + "ا"] = 1
    return out


def plain_value(words: Sequence[str]) -> int | None:
    """Return the value of normalised number words without bounds, or null where they are none.

    >>> plain_value([plain(w) for w in "خمسة وعشرين ألفا".split()])
    25000
    """
    units, tens, hundreds, scales = _table("units"), _table("tens"), _table("hundreds"), _table("scales")
    teens, duals = _table("teens"), _table("duals")
    total = current = 0
    at = 0
    seen = False
    while at < len(words):
        word = words[at]
        if seen and word.startswith("و") and word not in units and word[1:]:
            word = word[1:]
        pair = " ".join((word, *words[at + 1 : at + 2]))
        if pair in teens:
            current += teens[pair]
            at += 1
        elif word in units and words[at + 1 : at + 2] and words[at + 1] in _ten() and units[word] > 2:
            current += units[word] + 10
            at += 1
        elif re.fullmatch(r"\d+(?:[.,]\d+)*", word):
            current += _digits(word)
        elif word in scales and seen:
            total += max(current, 1) * scales[word]
            current = 0
        elif word in units or word in tens or word in hundreds:
            value = {**units, **tens, **hundreds}[word]
            current += value
        elif word in duals:
            total += duals[word]
        elif word in scales and not seen and word != plain("آلاف") and word != plain("ملايين"):
            total += scales[word]
        else:
            return None
        seen = True
        at += 1
    return min(total + current, LARGEST) if seen else None


@cache
def _ten() -> frozenset[str]:
    return frozenset({plain("عشر"), plain("عشرة")})


def _digits(word: str) -> int:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", word):
        word = re.sub(r"[.,]", "", word)
    return int(re.split(r"[.,]", word)[0][:LONGEST])


def find_numbers(text: Text, taken: frozenset[int] = frozenset()) -> tuple[Number, ...]:
    """Return every count of a text in order. `taken` are the words of times, whose numbers are no counts."""
    out: list[Number] = []
    i = 0
    while i < len(text.words):
        number = None if i in taken else _read_at(text, i)
        if number is None or not _is_count(text, number):
            i += 1 if number is None else number.last - i
            continue
        number = _ranged(text, number)
        number = _bounded(text, number)
        out.append(number)
        i = max(number.last, i + 1)
    return tuple(out)


def _read_at(text: Text, i: int) -> Number | None:
    """The number that begins at a word, clitics cut off it, bounds not yet applied."""
    end = text.sentence(i)[1]
    first = _bare(text.texts[i])
    vague = _table("vague")
    if first in vague:
        low, last = vague[first], i + 1
        if last < end and low < 1000 and _of_scale(text.texts[last]) is not None:
            low, last = low * (_of_scale(text.texts[last]) or 1), last + 1
        return Number(i, last, low, None, _counted(text, last, end), i)
    part = _fraction(text, i, first, end)
    if part is not None:
        return part
    value, last = None, i
    for stop in range(min(end, i + 8), i, -1):
        words = [first, *text.texts[i + 1 : stop]]
        value = plain_value(words)
        if value is not None:
            last = stop
            break
    if value is None:
        single = _single(text, i)
        return Number(i, i + 1, single, single, i, i) if single else None
    return Number(i, last, value, value, _counted(text, last, end), i)


def _fraction(text: Text, i: int, first: str, end: int) -> Number | None:
    """Reads "half a million"."""
    share = _table("fractions").get(first)
    scale = _table("scales").get(text.texts[i + 1]) if share and i + 1 < end else None
    if not share or not scale:
        return None
    return Number(i, i + 2, scale // share, scale // share, _counted(text, i + 2, end), i)


def _bare(word: str) -> str:
    if word[:1].isdigit():
        return word
    way = taken_apart(word)
    return plain("ال") + way.rest if way.article and plain("ال") + way.rest in _table("vague") else way.rest


def _of_scale(word: str) -> int | None:
    """A scale in the plural behind "dozens of", with or without the article."""
    bare = word.removeprefix("ال")
    return _table("scales").get(bare)


def _single(text: Text, i: int) -> int | None:
    """What a noun without a number counts: two in the dual, one in the indefinite singular ("a civilian")."""
    way = taken_apart(text.texts[i])
    if way.article or way.preposition:
        return None
    value = _singles().get(way.rest)
    if value == 1 and i + 1 < len(text.words):
        # "a civilian" counts one; "[the] soldier of ..." and a noun behind a number do not.
        behind = text.texts[i + 1]
        if behind.startswith("ال") or (i and (text.words[i - 1].is_number or _bare(text.texts[i - 1]) in _numerals())):
            return None
    return value


@cache
def _numerals() -> frozenset[str]:
    return frozenset(w for t in ("units", "tens", "hundreds", "scales", "vague") for w in _table(t)) | {plain("عشر")}


def _counted(text: Text, i: int, end: int) -> int | None:
    """The noun that a number which ends before word `i` counts."""
    if i < end and text.texts[i] in {"من", plain("على")} and text.texts[i] == "من":
        i += 1
    if i >= end or text.words[i].is_sign or text.words[i].is_number:
        return None
    if text.texts[i] in listed("phrases", "prepositions") or taken_apart(text.texts[i]).conjunction:
        return None
    return i


def _is_count(text: Text, number: Number) -> bool:
    """Whether a number counts something: no dates, ages, distances, hours, labels."""
    before = text.texts[number.first - 1] if number.first else ""
    if before in listed("numbers", "labels") or before in {"/", ":", "-", "$"}:
        return False
    if number.last < len(text.words) and text.texts[number.last] in {"/", ":", "%"}:
        return False
    counted = None if number.counted is None else taken_apart(text.texts[number.counted]).rest
    if counted in listed("numbers", "not_counts"):
        return False
    word = _bare(text.texts[number.first])
    alone = number.last == number.first + 1
    if alone and word in {plain("واحد"), plain("واحدة"), plain("خمس"), plain("ست")} and number.counted is None:
        return False
    year = alone and re.fullmatch(r"(19|20)\d\d", word)
    return not (year and counted is None)


def _ranged(text: Text, number: Number) -> Number:
    """Reads "between 10 and 15"."""
    before = text.phrase_at(number.first - 1, phrases("numbers", "between")) if number.first else 0
    if not before or number.last >= len(text.words):
        return number
    joint = text.texts[number.last]
    second = None
    if joint == "و":
        second = _read_at(text, number.last + 1) if number.last + 1 < len(text.words) else None
    elif joint.startswith("و"):
        second = _read_at(text, number.last)
    if second is None or second.low <= number.low:
        return number
    begin = number.first - 1
    if begin and text.texts[begin - 1] == "ما":
        begin -= 1
    return Number(number.first, second.last, number.low, second.low, second.counted, begin)


@cache
def _modifiers() -> tuple[tuple[tuple[str, ...], str], ...]:
    names = ("at_least", "more_than", "at_most", "nearly", "about")
    found = [(words, name) for name in names for words in phrases("numbers", name)]
    return tuple(sorted(found, key=lambda x: (-len(x[0]), x)))


def _bounded(text: Text, number: Number) -> Number:
    """The number with what the words before and behind it make of its bounds."""
    if number.low != number.high:
        return number
    low = number.low
    high: int | None = number.high
    begin = number.first
    first = taken_apart(text.texts[number.first])
    for words, name in _modifiers():
        start = number.first - len(words)
        found = text.texts[max(0, start) : number.first]
        if start >= 0 and (found == words or (*(_cut(w) for w in found[:1]), *found[1:]) == words):
            low, high = _applied(name, low)
            begin = start
            break
        if first.preposition and _cut(text.texts[number.first - 1]) == words[-1]:
            continue
    behind = number.last if number.counted is None else number.counted + 1
    for at in range(behind, min(behind + 4, len(text.words))):
        if text.words[at].is_sign:
            break
        if text.phrase_at(at, phrases("numbers", "at_least_behind")):
            high = None
            break
    return msgspec.structs.replace(number, low=low, high=high, begin=begin)


def _cut(word: str) -> str:
    way = taken_apart(word)
    return way.rest


def _applied(name: str, value: int) -> tuple[int, int | None]:
    if name in {"at_least", "more_than"}:
        return value, None
    if name == "at_most":
        return 0, value
    if name == "nearly":
        return int(value * 0.9), value
    return value, value
