"""Parts of a number that words tell: "a quarter of a million", "two thirds of the 90 guards", "half a dozen"."""

from fractions import Fraction

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.lexicon import triggers
from crossbearing.reading.rules_v1.number_words import Number, number_words, plain_value


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
        return Share(_before_whole(doc, i), Fraction(1, 2)) if behind in {"a", *OF, *THEM} else None
    if words == "most" and behind in OF:
        return Share(_before_whole(doc, i), Fraction(1, 2), most=True)
    many = 1 if words in {"a", "an"} else plain_value([words]) if words[0].isdigit() or words in data["units"] else None
    at = i + 2 if doc[i + 1 : i + 2].text == "-" else i + 1
    if many is None or at >= len(doc):
        return None
    named = doc[at].lower_
    if named == "per" and doc[at + 1 : at + 2].text.lower() == "cent":
        return Share(_before_whole(doc, at + 1), Fraction(many, 100))
    of = doc[at + 1 : at + 2].text.lower() in OF
    parts = data["parts"].get(named) or data["parts"].get(named.removesuffix("s"))
    hundredths = named in data["hundredths"]
    if not (hundredths or (parts and (of or doc[at].dep_ != "amod"))):
        return None
    return Share(_before_whole(doc, at), Fraction(many, 100 if hundredths else parts))


OF = frozenset({"of"})
THEM = frozenset({"the", "its", "their", "those", "these"})
"""Words between a part and the number that it is a part of."""


def _before_whole(doc: Doc, last: int) -> int:
    """The last token before that of which something is a part ("of the", "of")."""
    for words in (OF, THEM):
        last += doc[last + 1 : last + 2].text.lower() in words
    return last


def taken_of(whole: Number, share: Share) -> tuple[int, int | None]:
    """Return the bounds of a part of a number, rounded."""
    low = int(whole.low * share.part) + 1 if share.most else round(whole.low * share.part)
    high = None if whole.high is None else round(whole.high * (1 if share.most else share.part))
    return low, high


def is_told_whole(doc: Doc, whole: Number) -> bool:
    """Whether the words behind a number tell what befell all of those of whom a part is told: "half of the 12 dead were
    guards", "a third of the 90 people killed"; not "half of the 12 guards were killed".
    """
    last = doc[whole.last]
    counted = last.head if last.dep_ == "nummod" and last.head.i > whole.last else last
    clauses = any(c.dep_ in {"acl", "relcl"} for c in counted.children)
    return clauses or any(_tells_of_harm(word) for word in (counted, *doc[whole.last + 1 : whole.last + 2]))


def _tells_of_harm(word: Token) -> bool:
    return any(t.part == "adjectives" or word.tag_ == "VBN" for t in triggers().get(word.lower_, ()))


def is_divided(doc: Doc, number: Number) -> bool:
    """Whether a part of those whom a number counts is told of behind it: "of 90 guards a third were killed"."""
    before = doc[number.first - 1] if number.first else None
    if before is None or before.lower_ != "of" or not before.is_sent_start:
        return False
    return any(share_at(doc, i) is not None for i in range(number.last + 1, before.sent.end))
