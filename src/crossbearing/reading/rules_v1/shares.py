"""Parts of a number that words tell: "a quarter of a million", "two thirds of the 90 guards", "half a dozen"."""

from fractions import Fraction

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.number_words import LARGEST, Number, number_words, plain_value


class Share(msgspec.Struct, frozen=True):
    """A part of a number, which begins right behind the token `last`; most of it is told without how much."""

    last: int
    part: Fraction
    most: bool = False


def share_at(doc: Doc, i: int) -> Share | None:
    """Return the part of something that the words from a token on tell of, or null."""
    words, data = doc[i].lower_, number_words()
    behind = doc[i + 1 : i + 2].text.lower()
    if words in data["halves"]:
        return Share(_before_whole(doc, i), Fraction(1, 2)) if behind in {"a", *data["of"], *data["definite"]} else None
    if words == "most" and behind in data["of"]:
        return Share(_before_whole(doc, i), Fraction(1, 2), most=True)
    many = 1 if words in {"a", "an"} else plain_value([words]) if words[0].isdigit() or words in data["units"] else None
    at = i + 2 if doc[i + 1 : i + 2].text == "-" else i + 1
    if many is None or at >= len(doc):
        return None
    named = doc[at].lower_
    if named == "per" and doc[at + 1 : at + 2].text.lower() == "cent":
        return Share(_before_whole(doc, at + 1), Fraction(many, 100))
    of = doc[at + 1 : at + 2].text.lower() in data["of"]
    parts = data["parts"].get(named) or data["parts"].get(named.removesuffix("s"))
    hundredths = named in data["hundredths"]
    if not (hundredths or (parts and (of or doc[at].dep_ != "amod"))):
        return None
    return Share(_before_whole(doc, at), Fraction(many, 100 if hundredths else parts))


def _before_whole(doc: Doc, last: int) -> int:
    """The last token before that of which something is a part ("of the", "of", "of the country's")."""
    for words in ("of", "definite"):
        last += doc[last + 1 : last + 2].text.lower() in number_words()[words]
    return next((t.i for t in doc[last + 1 : last + OWNER] if t.tag_ == "POS"), last)


OWNER = 4
"""Tokens behind "of the" in which it may be told whose number it is."""


def taken_of(whole: Number, share: Share) -> tuple[int, int | None]:
    """Return the bounds of a part of a number, rounded."""
    low = int(whole.low * share.part) + 1 if share.most else round(whole.low * share.part)
    high = None if whole.high is None else round(whole.high * (1 if share.most else share.part))
    return min(low, LARGEST), None if high is None else min(high, LARGEST)


def as_told_of(number: Number, trigger: Token) -> Number:
    """A number as a word tells of those it counts: of all where a part is told of and the word stands beside them, as
    of "half of the 12 dead were guards", "a third of the 90 people killed"; not of "half of the 12 guards were killed".
    """
    if number.whole is None:
        return number
    last = trigger.doc[number.last]
    counted = last.head if last.dep_ == "nummod" and last.head.i > number.last else last
    beside = trigger.i == number.last + 1 or (trigger.i > number.last and trigger in counted.subtree)
    whole = msgspec.structs.replace(number, low=number.whole[0], high=number.whole[1], whole=None)
    return whole if beside else number


def is_divided(doc: Doc, number: Number) -> bool:
    """Whether a part of those whom a number counts is told of behind it: "of 90 guards a third were killed"."""
    before = doc[number.first - 1] if number.first else None
    if before is None or before.lower_ != "of" or not before.is_sent_start:
        return False
    return any(share_at(doc, i) is not None for i in range(number.last + 1, before.sent.end))
