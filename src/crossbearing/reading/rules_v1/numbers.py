"""Counts in running text, with their bounds: "at least 28", "dozens", "between 20 and 30", "several thousand"."""

import re
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span, Token

from crossbearing.language import written_words
from crossbearing.reading.rules_v1.ages import is_age
from crossbearing.reading.rules_v1.houses import is_of_house
from crossbearing.reading.rules_v1.number_words import (
    DIGITS,
    Number,
    modifiers,
    number_words,
    openings,
    plain_value,
    with_scale,
)
from crossbearing.reading.rules_v1.rows import DASHES
from crossbearing.reading.rules_v1.shares import is_divided, share_at, taken_of


def _is_number_word(token: Token) -> bool:
    return bool(DIGITS.fullmatch(token.lower_)) or token.lower_ in number_words()["units"]


def _may_begin(word: str) -> bool:
    """Whether a number may begin with a word in small letters."""
    return word[0].isdigit() or word in openings()


def _bounds(doc: Doc, first: int, value: int) -> tuple[int, int | None, int]:
    """Bounds of an exact value by the words before it, and the index where those words begin."""
    for words, name in modifiers():
        start = first - len(words)
        if start >= 0 and tuple(doc[i].lower_ for i in range(start, first)) == words:
            if name in {"at_least", "more_than"}:
                return value, None, start
            if name == "at_most":
                return 0, value, start
            if name == "nearly":
                return int(value * 0.9), value, start
            return value, value, start
    if first >= 2 and doc[first - 1].lower_ == "or" and doc[first - 2].lower_ == "more":
        return value, None, first
    return value, value, first


def _read_at(doc: Doc, i: int) -> Number | None:
    """The number that begins at a token, bounds not yet applied by the words before it."""
    data = number_words()
    token = doc[i]
    w = token.lower_
    if not _may_begin(w):
        return None
    after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    if w in data["vague"]:
        last, low = i, data["vague"][w]
        if w == "several" and after in {"dozen", "hundred", "thousand", "million"}:
            last, low = i + 1, {"dozen": 24, "hundred": 200, "thousand": 2000, "million": 2000000}[after]
        elif (
            w in {"tens", "hundreds", "dozens"}
            and after == "of"
            and i + 2 < len(doc)
            and doc[i + 2].lower_ in {"thousands", "millions"}
        ):
            last, low = i + 2, low * {"thousands": 1000, "millions": 1000000}[doc[i + 2].lower_]
        elif w == "several" and after not in {"dozen", "hundred"} and not _counts_something(doc, i):
            return None
        return _number(doc, i, last, low, None)
    if w == "a" and after in data["collective"]:
        value = data["collective"][after]
        return _number(doc, i, i + 1, value, value)
    if (scaled := with_scale([t.lower_ for t in doc[i : i + LONGEST_SCALED]])) is not None:
        return _number(doc, i, i + scaled[0] - 1, scaled[1], scaled[1])
    if _is_number_word(token) or (w == "a" and after in data["scales"]):
        last = i
        while last + 1 < len(doc):
            following = doc[last + 1].lower_
            if (
                following in data["scales"]
                or (following == "dozen")
                or (
                    following in data["units"]
                    and doc[last].lower_ in data["units"]
                    and data["units"][doc[last].lower_] >= 20
                )
                or (following in data["units"] and doc[last].lower_ in {"hundred", "thousand"})
            ):
                last += 1
            elif (
                following in {"-", "and"}
                and last + 2 < len(doc)
                and doc[last + 2].lower_ in data["units"]
                and (
                    doc[last].lower_ == "hundred" or (following == "-" and data["units"].get(doc[last].lower_, 0) >= 20)
                )
            ):
                last += 2
            else:
                break
        words = ["one" if w == "a" else token.text, *(doc[k].text for k in range(i + 1, last + 1))]
        if words[-1].lower() == "dozen":
            dozens = plain_value(words[:-1])
            return None if dozens is None else _number(doc, i, last, 12 * dozens, 12 * dozens)
        exact = plain_value(words)
        return None if exact is None else _number(doc, i, last, exact, exact)
    return None


LONGEST_SCALED = 5
"""Tokens of a number with a fraction before its scale ("two and a half million")."""


def _part_at(doc: Doc, i: int) -> Number | None:
    """The part of a number that begins at a token with which one may: "half a dozen", "two thirds of the 90 guards"."""
    share = share_at(doc, i)
    whole = _read_at(doc, share.last + 1) if share is not None and share.last + 1 < len(doc) else None
    if share is None or whole is None:
        return None
    part = _number(doc, i, whole.last, *taken_of(whole, share))
    return msgspec.structs.replace(part, whole=(whole.low, whole.high))


def _counts_something(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].pos_ in {"NOUN", "ADJ", "PROPN", "VERB"}


def _number(doc: Doc, first: int, last: int, low: int, high: int | None) -> Number:
    span = doc[first : last + 1]
    return Number(first, last, low, high, span.text, span.start_char, span.end_char)


def _is_year(doc: Doc, number: Number) -> bool:
    """Whether four digits are a year: nothing that they could count follows, or what comes before names a time."""
    if not re.fullmatch(r"(1[89]|20)\d\d", number.text):
        return False
    before = doc[number.first - 1].lower_ if number.first else ""
    following = doc[number.last + 1] if number.last + 1 < len(doc) else None
    return before in number_words()["year_after"] or following is None or following.pos_ not in {"NOUN", "ADJ"}


def find_numbers(words: Doc | Span, taken: Sequence[tuple[int, int]] = ()) -> tuple[Number, ...]:
    """Return every count that begins in a text, or in a part of one, in order and with bounds.

    `taken` are spans (offsets) of times and of what leads elsewhere, whose numbers are no counts of it.
    """
    doc, start, end = (words, 0, len(words)) if isinstance(words, Doc) else (words.doc, words.start, words.end)
    out: list[Number] = []
    behind = 0
    for i in [i for i, word in enumerate(written_words(doc, "LOWER")[start:end], start) if _may_begin(word)]:
        number = (_part_at(doc, i) or _read_at(doc, i)) if i >= behind else None
        if number is None:
            continue
        behind = number.last + 1
        timed = any(first <= number.start < last for first, last in taken)
        if timed or _is_year(doc, number) or not _is_count(doc, number):
            continue
        low, high = number.low, number.high
        if low == high:
            low, high, _ = _bounds(doc, number.first, low)
            low, high, number = _with_range(doc, number, low, high)
        out.append(msgspec.structs.replace(number, low=low, high=high))
        behind = number.last + 1
    return tuple(out)


def _with_range(doc: Doc, number: Number, low: int, high: int | None) -> tuple[int, int | None, Number]:
    """Reads "between 20 and 30", "20 to 30", "20 or more"; a toll that "rose from 20 to 30" is no range."""
    last = number.last
    following = doc[last + 1].lower_ if last + 2 < len(doc) else ""
    if following in {"and", "to", "-", "–"}:
        before = doc[number.first - 1].lower_ if number.first else ""
        rising = any(doc[i].lemma_ in number_words()["rising"] for i in range(max(0, number.first - 3), number.first))
        second = _read_at(doc, last + 2)
        upward = second is not None and second.high is not None and second.low > number.low
        if second is not None and upward and not rising and (following != "and" or before in {"between", "from"}):
            whole = _number(doc, number.first, second.last, number.low, second.low)
            return whole.low, whole.high, whole
    if following == "or" and doc[last + 2].lower_ in {"more", "so"}:
        return low, None if doc[last + 2].lower_ == "more" else high, number
    return low, high, number


def _is_of_pages(doc: Doc, number: Number) -> bool:
    """Whether a number counts pages or pictures ("image 1 of 3", "2 of / 5"), not people ("3 of the 5 hostages")."""
    firsts = (doc[i] for i in range(max(0, number.first - 3), number.first + 1))
    return any(number.first in _pages_from(first) for first in firsts)


def _pages_from(first: Token) -> tuple[int, ...]:
    """Indices of the two numbers of a count of pages that begins at a token; empty where none does."""
    doc = first.doc
    if doc[first.i + 1 : first.i + 2].text == "/" and first.whitespace_ and DIGITS.fullmatch(first.text):
        counted = doc[first.i + 2 : first.i + 3]
        return (first.i, first.i + 2) if DIGITS.fullmatch(counted.text) else ()  # "1 / 4" under a picture
    second = first.i + (3 if doc[first.i + 2 : first.i + 3].text == "/" else 2)
    if second >= len(doc) or doc[first.i + 1].lower_ != "of":
        return ()
    if not (DIGITS.fullmatch(first.text) and DIGITS.fullmatch(doc[second].text)):
        return ()
    labelled = first.i > 0 and doc[first.i - 1].lower_ in number_words()["numbered"]
    after = doc[second + 1] if second + 1 < len(doc) else None
    alone = first.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"} and (after is None or after.is_space)
    return (first.i, second) if labelled or alone else ()


def _is_called(doc: Doc, number: Number) -> bool:
    """Whether a number is one that people call ("phoned 999", "a 911 caller"), where it counts nobody."""
    data = number_words()
    if number.text not in data["called"]:
        return False
    modified = doc[number.last].head
    if modified.i > number.last and modified.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return modified.lemma_.lower() in data["callers"]
    before = doc[max(0, number.first - CALLED) : number.first]
    return any(t.lemma_.lower() in data["calling"] for t in before)


CALLED = 3
"""Words from a word of calling to the number that is called ("made a call to 911")."""


def _is_label(doc: Doc, number: Number) -> bool:
    """Whether a number tells one thing from others of its kind ("room 12") and modifies no noun behind it.

    It does so before one, too, where it is a name ("Channel 4 journalists", "killed Apartment 12 residents"), and
    behind a broadcaster's letters with which a headline begins ("NBC 58 - Five killed").
    """
    if not number.first:
        return False
    before = doc[number.first - 1]
    if before.pos_ == "PROPN" and before.is_upper and _before_dash(doc, number):
        return True
    as_name = before.lower_ in number_words()["named"] or (before.is_title and not before.is_sent_start)
    return before.lower_ in number_words()["numbered"] and (as_name or doc[number.last].head.i <= number.last)


def _is_of_outlet(doc: Doc, number: Number) -> bool:
    """Whether a number ends a headline and the name of its outlet behind a dash ("Teen hurt - FOX Marnah 21")."""
    at = number.first - 1
    while at > 0 and doc[at].pos_ == "PROPN":
        at -= 1
    dash = at < number.first - 1 and doc[at].text in DASHES and doc[at].i > 0 and bool(doc[at - 1].whitespace_)
    return dash and number.last + 1 == len(doc)


def _before_dash(doc: Doc, number: Number) -> bool:
    return bool(doc[number.last].whitespace_) and doc[number.last + 1 : number.last + 2].text in DASHES


def is_labelled(token: Token) -> bool:
    """Whether a word is told from others of its kind by the number behind it ("image 3", "room 12")."""
    return token.lower_ in number_words()["numbered"] and token.doc[token.i + 1 : token.i + 2].text.isdigit()


def _is_of_a_parent(doc: Doc, number: Number) -> bool:
    """Whether a number counts somebody's children ("a father of three")."""
    first = number.first
    return first >= 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lemma_.lower() in number_words()["parents"]


def _is_count(doc: Doc, number: Number) -> bool:
    """Whether the number counts something: no ages, ordinals, distances, times, sums of money, parts of names."""
    data = number_words()
    before = doc[number.first - 1] if number.first > 0 else None
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if _is_called(doc, number) or _is_label(doc, number) or (before is not None and before.lower_ in data["labels"]):
        return False
    if before is not None and before.text in {"/", ":", "."} and not before.whitespace_:
        return False
    if is_of_house(doc, number.first, number.last) or _is_of_pages(doc, number) or is_divided(doc, number):
        return False
    if is_age(doc, number) or _is_of_a_parent(doc, number):
        return False
    if after is None:
        return not _is_of_outlet(doc, number)
    beyond = doc[number.last + 2] if number.last + 2 < len(doc) else None
    modifies = beyond is not None and beyond.pos_ == "NOUN" and after.lower_ in data["before_counted"]
    if after.lower_ == "per" and beyond is not None and beyond.lower_ == "cent":
        return False
    if (after.lower_ in data["not_counts"] or after.lemma_.lower() in data["not_counts"]) and not modifies:
        return False
    if after.text in {"-", "–", "/", ":"} and not doc[number.last].whitespace_:
        joined = beyond is not None and (beyond.lemma_.lower() in data["not_counts"] or beyond.lower_ == "old")
        return after.text in DASHES and not joined
    return number.text.lower() != "one" or after.lower_ not in {"another", "day"}
