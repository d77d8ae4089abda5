"""The words around a claim: the paragraph that its evidence stands in, with offsets as a browser counts them."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from crossbearing.records import Span

LONGEST_PARAGRAPH = 12_000
"""Code points up to which a paragraph is kept whole."""
LONGEST_SIDE = 3000
"""Code points of context kept on either side of the evidence, where it is longer."""


class Passage(NamedTuple):
    """A stretch of a text: where it lies, and whether its paragraph goes on before and after it."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool


def passage(text: str, evidence: Span) -> Passage:
    r"""Return the paragraph(s) that the evidence stands in, cut off at a word where they are long.

    >>> passage("One.\n\nTwo three.\nFour.", (6, 9))
    Passage(start=6, end=16, cut_before=False, cut_after=False)
    """
    start = text.rfind("\n", 0, evidence[0]) + 1
    end = text.find("\n", evidence[1])
    end = len(text) if end < 0 else end
    long = end - start > LONGEST_PARAGRAPH
    cut_before, cut_after = long and evidence[0] - start > LONGEST_SIDE, long and end - evidence[1] > LONGEST_SIDE
    if cut_before:
        start = evidence[0] - LONGEST_SIDE
        space = text.find(" ", start, evidence[0])
        start = space + 1 if space >= 0 else start
    if cut_after:
        end = evidence[1] + LONGEST_SIDE
        space = text.rfind(" ", evidence[1], end)
        end = space if space >= 0 else end
    return Passage(start, end, cut_before, cut_after)


def browser_offsets(text: str) -> Callable[[int], int]:
    """Return a function from offsets in code points to offsets in UTF-16 units, by which browsers count.

    >>> browser_offsets("a😔b")(2)
    3
    """
    astral = [n for n, character in enumerate(text) if ord(character) > 0xFFFF]
    return (lambda offset: offset + bisect_left(astral, offset)) if astral else (lambda offset: offset)
