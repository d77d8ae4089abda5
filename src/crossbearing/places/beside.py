"""What stands beside a segment: the words to its left and right, as evidence for or against its being a place."""

from functools import cache
from itertools import pairwise, takewhile

from crossbearing.places.cues import common_words, cues, first_with, given_names
from crossbearing.places.relations import is_number
from crossbearing.places.relations import words as relation_words
from crossbearing.places.segment import Segment
from crossbearing.places.text import HYPHENS, Text

SAY = frozenset([
    "said", "says", "told", "tells", "added", "explained", "noted", "asked", "recalled", "wrote", "replied",
])
SAID = [[word] for word in SAY]
LONGEST_DESCRIPTION = 6
"""Pieces after the comma in which a description of a place shows itself."""
TOUCHING = ("on", "upon", "against", "of", "for", "to")
"""Words between what is done to a town and its name (see `attacks` in the room's data)."""
SEATED = frozenset(["based", "born", "bound", "area", "wide", "headquartered", "bred"])
"""Words after a hyphen that make what stands before it a place ("London-based")."""
POSSESSIVES = (["'s"], ["’s"])
CALLED = ("called", "named", "dubbed")
NAMING = ("including", "namely")
"""Words behind which some are named of those just spoken of ("several towns including X")."""
LONGEST_NAMING = 8
"""Pieces from the noun of several places to the first of their names."""
APPOSED = "capital"
"""A noun behind which nothing but the name of a town stands by itself: "the capital X"."""
LYING = ("is", "lies", "sits")
"""Verbs that lead from a place to how far it lies from another."""
LEFT_MARKS = {
    **dict.fromkeys(["(", "[", "—", "–", "-", "--", "/"], "mark"), **dict.fromkeys(['"', "“", "'", "‘"], "quote"),
    **dict.fromkeys(["and", "or", "&"], "and"),
}
RIGHT_MARKS = {
    **dict.fromkeys(["'s", "’s"], "possessive"), **dict.fromkeys(["-", "–", "—", "--", "(", ":", "/"], "mark"),
    ".": "end",
}


def left(text: Text, segment: Segment) -> str:
    """Return what stands to the left of a segment, in one or two words."""
    if segment.first > segment.run_first:
        return _left_name(text, segment)
    if text.first[segment.first]:
        return "begin"
    known, low, i = cues(), text.lower, segment.first - 1
    while i > 0 and low[i][-1] == "#":  # "in #Homs"
        i -= 1
    if i > 0 and low[i] in _parted_articles():
        i -= 1  # "in al Darmoun"
    the = ""
    if low[i] == "the" and i > 0:
        the, i = " the", i - 1
    word = low[i]
    if word in known.compass and i > 0:
        return "compass"
    if word in known.where:
        return "where" + the
    if word in TOUCHING and i > 0 and low[i - 1] in known.attacks:
        return "attack" + the
    if word == "of" and i > 0:
        return _left_of(low[i - 1], the)
    if word in ("from", "to"):
        return word + the
    if word == APPOSED and _is_the(text, i) and text.lower[segment.last : segment.last + 1] not in SAID:
        return "feature of"
    return _left_other(text, i, the)


@cache
def _parted_articles() -> frozenset[str]:
    """Arabic articles that are no English words, and so may stand apart from their names."""
    known = cues()
    return known.articles - known.function_words - known.where - known.other_prepositions


def _is_the(text: Text, i: int) -> bool:
    """Whether it is a country's one that piece `i` names: "the capital", "the Syrian capital", "Syria's capital"."""
    before = text.lower[max(0, i - 2) : i]
    return before[-1:] == ["the"] or (before[:1] == ["the"] and text.named[i - 1]) or before[-1:] in POSSESSIVES


def _left_other(text: Text, i: int, the: str) -> str:
    known, low = cues(), text.lower
    word = low[i]
    if word in CALLED and any(before in known.feature_nouns for before in low[max(0, i - 3) : i]):
        return "feature of"
    if word in NAMING and _told_of_several(text, i):
        return "feature of"
    if word in known.titles:
        return "title"
    if word in known.held and not the:
        return "held"
    if word in known.place_verbs:
        return "place verb" + the
    if word in known.other_prepositions:
        return "preposition" + the
    if word in known.feature_nouns:
        return "feature"
    if word == ",":
        return "name comma" if i > 0 and text.named[i - 1] else "comma"
    return LEFT_MARKS.get(word) or (the + " other").strip()


def _told_of_several(text: Text, i: int) -> bool:
    """Whether several places are what the words before piece `i` speak of, and nobody else: "towns in the north
    including X".
    """
    for k in range(i - 1, max(-1, i - LONGEST_NAMING), -1):
        several = text.tag[k] == "NNS" and not text.named[k]
        if several or text.first[k]:
            return several and bool(cues().feature_nouns.get(text.lower[k])) and not _are_people_there(text, k)
    return False


def _are_people_there(text: Text, k: int) -> bool:
    """Whether the places of piece `k` only tell where people are, who are then named: "traders from two towns"."""
    since = next((j for j in range(k - 1, -1, -1) if text.tag[j] == "IN" or text.first[j]), 0)
    known, word = cues(), text.lower[since - 1] if since else ""
    people = word in known.people_nouns or word.endswith(tuple(known.people_endings))
    return text.tag[since] == "IN" and people and text.tag[since - 1] == "NNS"


def _left_of(before: str, the: str) -> str:
    known = cues()
    if before in known.feature_nouns:
        return "feature of"
    return "compass of" if before in known.compass or before in known.parts else "of" + the


def _left_name(text: Text, segment: Segment) -> str:
    """Another name goes before in the same run."""
    at = segment.first - 1
    if text.words[at] in HYPHENS:
        at = max(segment.run_first, at - 1)
    word, known = text.lower[at], cues()
    if word in known.titles:
        return "title"
    if word in given_names() or len(word) == 1 or (len(word) == len("x.") and word[0].isalpha() and word[1] == "."):
        return "given"
    if word in known.compass:
        return "compass"
    return "name common" if word in common_words() else "name"


def right(text: Text, segment: Segment) -> str:
    """Return what stands to the right of a segment, in one or two words."""
    i = segment.last
    if i < segment.run_last:
        return _right_name(text.lower[i] if text.named[i] else text.lower[min(i + 1, segment.run_last - 1)])
    if i >= len(text.words):
        return "end"
    known, word, tag = cues(), text.lower[i], text.tag[i]
    if word in known.feature_nouns:
        return "feature"
    if word in known.people_nouns:
        return "people"
    if word in SAY:
        return "say"
    if (word in (",", "(") and _is_described(text, i + 1)) or (word in LYING and _lies_far(text, i + 1)):
        return "description"
    if word in known.one_of and not text.first[i] and _is_described(text, i):  # "fled Varda a village in"
        return "description"
    if word == ",":
        return _right_comma(text, i)
    if word in HYPHENS and text.lower[i + 1 : i + 2] and text.lower[i + 1] in SEATED:
        return "based"
    if word in ("near", "outside") and _names_town(text, i + 1) and not _is_befallen(text, segment):
        return "near"
    if word in RIGHT_MARKS:
        return RIGHT_MARKS[word]
    if word[0].isdigit():
        return "description" if _lies_far(text, i) else "number"
    if tag[:2] == "VB" or tag == "MD":
        return "verb"
    return "noun" if tag[:2] == "NN" else "other"


def _is_befallen(text: Text, segment: Segment) -> bool:
    """Whether it is somebody who something is done to, or whose people are spoken of, that a segment may name: "killed
    X near the town of", "fighters of X near the town of".
    """
    before = text.lower[segment.first - 1] if segment.first and not text.first[segment.first] else ""
    return before in cues().people_verbs or left(text, segment) == "of"


def _names_town(text: Text, i: int) -> bool:
    """Whether a name begins at a piece, or what it calls one: "Marnah", "the town of Marnah", "the Syrian town of"."""
    if text.lower[i : i + 1] == ["the"]:
        i += 1
        kinds = (text.lower[k : k + 2] for k in (i, i + 1))
        return any(len(two) > 1 and two[0] in cues().feature_nouns and two[1] == "of" for two in kinds)
    return i < len(text.words) and text.named[i]


def _is_described(text: Text, i: int) -> bool:
    """Whether words tell what place it is or where it lies: "X, a village in", "X, 20 km south of"."""
    known, words = cues(), _description(text, i)
    for k, word in enumerate(words):
        if word in known.feature_nouns and (words[0] == "the" or words[0] in known.one_of):
            return words[k - 1] != "of"
    return _is_so_far(text, i)


def _is_so_far(text: Text, i: int) -> bool:
    """Whether words tell how far it lies from something: "X lies 20 km south of"."""
    words, units = _description(text, i), relation_words().units
    return any(word in units and is_number(before) for before, word in pairwise(words))


def _lies_far(text: Text, i: int) -> bool:
    """Whether words tell how many kilometres or miles it lies from another place: "X lies 20 km south of"."""
    words, known = _description(text, i), relation_words()
    return any(
        is_number(number) and known.units.get(unit, 0.0) >= 1.0 and (after in known.bearings or after == "from")
        for number, unit, after in zip(words, words[1:], words[2:], strict=False)
    )


def _description(text: Text, i: int) -> list[str]:
    """The words from piece `i` on that may describe what stands before them."""
    words = (text.lower[k] for k in range(i, min(i + LONGEST_DESCRIPTION, len(text.words))) if not text.first[k])
    return list(takewhile(lambda word: word not in (",", ".", ";", "who", "said"), words))


def _right_comma(text: Text, i: int) -> str:
    if i + 1 < len(text.words):
        if text.named[i + 1]:
            return "comma name"
        if text.lower[i + 1].isdigit():
            return "comma number"
    return "comma"


def _right_name(word: str) -> str:
    """Another name goes on in the same run."""
    known = cues()
    kind = first_with(word, {
        "organisation": known.organisations, "facility": known.facilities, "feature": known.feature_nouns,
        "title": known.titles,
    })
    return kind or ("name common" if word in common_words() else "name")
