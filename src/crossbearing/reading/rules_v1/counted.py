"""Which noun a number counts, and whether it counts some of those whom another one counts."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.number_words import Number, number_words
from crossbearing.reading.rules_v1.rows import is_of_all, with_conjuncts
from crossbearing.reading.rules_v1.tolls import INCLUDING, how_some_fared

PICKED = 3
"""Tokens from a number to that of those it is of: "one of the three"."""


def counted_by(number: Number, doc_token: Token) -> Token | None:
    """The noun that a number counts: what it modifies, or what follows its "of"."""
    doc = doc_token.doc
    for i in range(number.last, number.first - 1, -1):
        token = doc[i]
        if (
            token.dep_ in {"nummod", "quantmod", "amod", "compound", "nmod", "det"}
            and not number.first <= token.head.i <= number.last
        ):
            if token.head.pos_ == "NUM" and doc[i + 1 : i + 2].text.lower() == "of":
                token = token.head  # "three of 12 miners": the parse joins the numbers
            return token.head if token.head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "PRON"} else None
    for i in range(number.last, number.first - 1, -1):
        for child in doc[i].children:
            if child.lower_ == "of":
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        return grandchild
    following = number.last + 1
    if following < len(doc) and doc[following].pos_ in {"NOUN", "PROPN"}:
        return doc[following]
    return None


def one_of(number: Number, token: Token) -> bool:
    """Whether a number only picks one of its kind: "one of the heaviest attacks"."""
    behind = token.doc[number.last + 1 : number.last + 2].text.lower()
    return number.low == 1 and behind == "of"


def is_other_side_of_of(number: Number, numbers: Sequence[Number], happening: Happening) -> bool:
    """Whether a number stands on that side of an "of" between two that tells nothing of the deed: the five of "three
    of the five hostages were killed", the one of "one of three people killed"; of "a nurse, one of nine victims, was
    killed" both.
    """
    token = happening.token
    doc = token.doc
    for some, whole in pairwise(numbers):
        if whole.first - some.last > PICKED or doc[some.last + 1].lower_ != "of":
            continue
        counted = (doc[some.last], counted_by(whole, token))
        if _tells_of_one(doc[some.last]):
            # "Rana Odeh, one of nine people killed here, was buried" tells of the nine that they were killed
            if number is some or (number is whole and token not in doc[some.last].subtree):
                return True
            continue
        told = any(t is not None and t.head.i == token.i and t.i in _arguments(token) for t in counted)
        finite = token.tag_ in {"VBD", "VBZ", "JJ"}  # "one of two men shot on Monday dies"
        told = told or (finite and doc[some.last] in happening.patients)
        if number is (whole if told else some):
            return True
    return False


def is_some_of_all(number: Number, numbers: Sequence[Number], happening: Happening) -> bool:
    """Whether a number counts some of those told of, of whom it is only told who they are: the six of "six of 20 people
    killed were children", the two of "two nurses were among 12 people killed".
    """
    token = happening.token
    if token.dep_ not in {"acl", "relcl"} or token.head not in happening.patients:
        return False
    if counted_by(number, token) in named_among(token.head):
        return True
    be = token.head.head
    told = token.head.dep_ == "nsubj" and be.lemma_ == "be" and any(c.dep_ == "attr" for c in be.children)
    behind = token.doc[number.last + 1 : number.last + 2].text.lower()
    return told and behind == "of" and any(n.first - number.last <= PICKED for n in numbers if n.first > number.last)


def named_among(people: Token) -> list[Token]:
    """Those who are said to be among some people: the nurses of "two nurses were among 12 people killed"."""
    be = people.head.head
    if people.dep_ != "pobj" or people.head.lower_ != "among" or be.lemma_ != "be":
        return []
    negated = any(c.dep_ == "neg" for c in be.children)
    return [n for c in be.children if c.dep_ == "nsubj" and not negated for n in with_conjuncts(c)]


def _tells_of_one(one: Token) -> bool:
    """Whether a number tells again of one person told of before: "a nurse, one of nine victims"."""
    return one.dep_ == "appos" and one.lower_ == "one" and one.head.tag_ in {"NN", "NNP"}


def _arguments(token: Token) -> set[int]:
    """Indices of those of whom a verb tells, as its subject or object."""
    return {c.i for c in token.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}} if token.dep_ != "acl" else set()


def is_part(number: Number, happening: Happening) -> bool:
    """Whether a number counts a part of those counted before ("including two nurses", "three men, two of them
    guards", "three others, two boys and a girl").
    """
    if is_of_all(happening.token):
        return False  # `is_among_others` tells of these
    counted = counted_by(number, happening.token)
    while counted is not None and counted.dep_ == "conj":
        counted = counted.head
    own = counted is not None and counted in happening.patients
    beside = counted is not None and not own and counted.dep_ == "appos" and counted.head in happening.patients
    doc = happening.token.doc
    before = doc[max(0, number.first - 6) : number.first]
    of_all = bool(before) and before[-1].lower_ == "among"
    told = not of_all and any(t.lower_ in INCLUDING for t in before)
    return (beside and not of_all) or how_some_fared(number, doc) or told


def is_among_others(number: Number, numbers: Sequence[Number], token: Token) -> bool:
    """Whether a number counts some of those told of: "three nurses among 12 dead", the two of "two nurses are among the
    12 dead".
    """
    if is_of_all(token):
        return not token.head.i < number.first <= token.i
    whole = _whole_of(number, numbers, token)
    return whole is not None and _is_told_of(whole, token)


def is_whole_of_others(number: Number, numbers: Sequence[Number], token: Token) -> bool:
    """Whether a number counts all those among whom some were of whom alone a trigger tells.

    So the 12 of "killed two nurses among 12 hostages".
    """
    return any(_whole_of(some, numbers, token) is number for some in numbers) and not _is_told_of(number, token)


def is_overtaken(number: Number, numbers: Sequence[Number], doc: Doc) -> bool:
    """Whether the count that its teller gave later stands right behind a number: 28 in "at 28, and later at 43"."""
    later = next((n for n in numbers if n.first > number.last), None)
    between = {token.lower_ for token in doc[number.last + 1 : later.first]} if later is not None else set()
    afterwards = set(number_words()["afterwards"])
    return between <= afterwards.union(number_words()["overtaking"]) and not between.isdisjoint(afterwards)


def _whole_of(number: Number, numbers: Sequence[Number], token: Token) -> Number | None:
    """The number right behind "among" behind those whom one counts; null where none stands there."""
    counted = counted_by(number, token)
    at = (counted.i if counted is not None and counted.i > number.last else number.last) + 1
    behind = token.doc[at : at + 1].text.lower() == "among"
    return next((n for n in numbers if behind and n.first == at + 1), None)


def _is_told_of(number: Number, token: Token) -> bool:
    """Whether a trigger behind a number is of those whom it counts: "12 dead", "12 men killed", "12 men found dead"."""
    counted = counted_by(number, token)
    heads = {*range(number.first, number.last + 1), *(() if counted is None else (counted.i,))}
    between = token.doc[max(heads) + 1 : token.i]
    joined = not heads.isdisjoint({token.i, token.head.i}) or all(t.tag_ == "VBN" for t in between)
    return token.i > number.last and joined
