"""A text with pseudonyms in the place of names, and where everything in it stands now."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from crossbearing.records import Span


class Redacted(msgspec.Struct, frozen=True):
    """A text after names were taken out of it, with offsets of its own.

    `cuts` are the names' spans in the text as it was, `put` where the pseudonyms stand now, both in order.
    """

    text: str
    cuts: tuple[Span, ...] = ()
    put: tuple[Span, ...] = ()

    def names(self, original: str) -> list[tuple[str, str]]:
        """Return each name as it stood in the text as it was, with the pseudonym that stands there now."""
        return [(original[slice(*cut)], self.text[slice(*put)]) for cut, put in zip(self.cuts, self.put, strict=True)]

    def moved(self, span: Span) -> Span:
        """Return where a stretch of the text as it was stands now; one that cuts into a name takes all of it in.

        >>> redacted("Odeh saw it.", [((0, 4), "Witness-X")]).moved((5, 8))
        (10, 13)
        """
        start, end = span
        return self._start(start), max(self._end(end), self._start(start))

    def _start(self, offset: int) -> int:
        at = bisect_right([cut[0] for cut in self.cuts], offset) - 1
        if at < 0:
            return offset
        (_, last), (first, behind) = self.cuts[at], self.put[at]
        return first if offset < last else behind + offset - last

    def _end(self, offset: int) -> int:
        at = bisect_left([cut[0] for cut in self.cuts], offset) - 1
        if at < 0:
            return offset
        last, behind = self.cuts[at][1], self.put[at][1]
        return behind + max(0, offset - last)


def redacted(text: str, names: Sequence[tuple[Span, str]]) -> Redacted:
    """Return a text with each name's span replaced; spans are in order and do not overlap.

    >>> redacted("Odeh said.", [((0, 4), "Witness-X")]).text
    'Witness-X said.'
    """
    parts, cuts, put = [], [], []
    at = length = 0
    for (start, end), pseudonym in names:
        parts += [text[at:start], pseudonym]
        length += start - at
        cuts.append((start, end))
        put.append((length, length + len(pseudonym)))
        length += len(pseudonym)
        at = end
    return Redacted("".join([*parts, text[at:]]), tuple(cuts), tuple(put))
