"""Which words of a text name persons in it, and which mentions are theirs: a town of that name is not meant there."""

from collections.abc import Sequence

from crossbearing.places.beside import left, right
from crossbearing.places.cues import common_words, cues, given_names, surnames
from crossbearing.places.segment import Segment
from crossbearing.places.text import HYPHENS, Text

NOT_TITLES = ("father", "private", "general", "major", "chief", "st.")
"""Titles that, in lower case before a name, are mostly other words."""
SAINTS = frozenset(["st.", "saint"])
LONGEST_TITLED = 3
LONGEST_NAME = 4
BARE = ("begin", "other", "and", "quote", "mark")
"""What stands to the left of a name that nothing marks as a place's (see `beside.left`)."""
PLACED = ("feature", "comma name", "description", "near", "based")
"""What stands to the right of one that is (see `beside.right`)."""
LONGEST_BARE = 2
"""Words of a name without a title: a given name and a surname."""


def find_people(text: Text, parts: Sequence[Segment]) -> set[str]:
    """Return the lower-case words of a text that name persons: what follows a title or a given name in a run."""
    people: set[str] = set()
    seen = -1
    for segment in parts:
        if segment.run_first != seen:
            seen = segment.run_first
            people.update(_person(text, segment))
    return people


def _person(text: Text, segment: Segment) -> set[str]:
    """The first and the last word of the person that a run names; none where it names none."""
    known = cues()
    run = range(segment.run_first, segment.run_last)
    words = [text.lower[i] for i in run if text.named[i] and not _is_article(text, i)]
    titles = known.titles - SAINTS
    title = max((i for i, word in enumerate(words[:-1]) if word in titles), default=-1)
    rest = words[title + 1 :]
    before = text.lower[segment.run_first - 1] if segment.run_first else ""
    titled = title >= 0 or (before in known.titles and before not in NOT_TITLES)
    while not titled and len(rest) > LONGEST_BARE and rest[0] in common_words() and rest[0] not in given_names():
        rest = rest[1:]  # "Secretary of State John Kerry"
    if not rest or (not titled and any(word in common_words() for word in rest[1:])):
        return set()
    if titled and len(rest) <= LONGEST_TITLED:
        return {rest[0], rest[-1]}
    named = 1 < len(rest) <= LONGEST_NAME and rest[0] in given_names() and rest[-1] not in known.feature_nouns
    return {rest[0], rest[-1]} if named else set()


def _is_article(text: Text, i: int) -> bool:
    """Whether a piece of a name is an Arabic article ("al-Darmoun", "al Darmoun") and not the given name Al."""
    joined = i + 1 < len(text.words) and text.words[i + 1] in HYPHENS
    return text.lower[i] in cues().articles and (joined or text.words[i].islower())


def is_person(text: Text, segment: Segment, people: set[str]) -> bool:
    """Whether a single word stands for a person, and no place: one the text names in full, or one that speaks.

    A word that begins a clause, or is its object, is the person of that name; after "in", "to" or a word for a kind of
    place it may be a place all the same. Towns and provinces that bear a given name or a surname do not speak or meet;
    countries and capitals do, for their governments.
    """
    names = [i for i in range(segment.first, segment.last) if text.named[i]]
    if segment.tail or len(names) != 1 or segment.is_held or left(text, segment) not in BARE:
        return False
    word, after = text.lower[names[0]], text.lower[segment.last] if segment.last < len(text.words) else ""
    if right(text, segment) in PLACED:
        return False
    borne = word in given_names() or word in surnames()
    state = any(c.place.kind == "country" or c.place.capital for c in segment.candidates)
    if word in people:
        return borne or not state
    return borne and not state and after in cues().persons_do
