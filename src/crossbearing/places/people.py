"""Which words of a text name persons in it, so that a town of that name is not taken for meant."""

from collections.abc import Sequence

from crossbearing.places.cues import common_words, cues, given_names
from crossbearing.places.segment import Segment
from crossbearing.places.text import Text

NOT_TITLES = ("father", "private", "general", "major", "chief", "st.")
"""Titles that, in lower case before a name, are mostly other words."""
LONGEST_TITLED = 3
LONGEST_NAME = 4


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
    words = [text.lower[i] for i in range(segment.run_first, segment.run_last) if text.named[i]]
    rest = words
    while rest and rest[0] in known.titles:
        rest = rest[1:]
    before = text.lower[segment.run_first - 1] if segment.run_first else ""
    titled = len(rest) < len(words) or (before in known.titles and before not in NOT_TITLES)
    if not rest or (not titled and any(word in common_words() for word in rest[1:])):
        return set()
    if titled and len(rest) <= LONGEST_TITLED:
        return {rest[0], rest[-1]}
    named = 1 < len(rest) <= LONGEST_NAME and rest[0] in given_names() and rest[-1] not in known.feature_nouns
    return {rest[0], rest[-1]} if named else set()
