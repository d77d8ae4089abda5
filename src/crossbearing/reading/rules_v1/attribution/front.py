"""What stands before the running text: the headline, repeated or not, a printed date, a dateline with its agency."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc

from crossbearing.records import Report

PLACED: list[int | str] = ["IDX", "LENGTH"]
"""What tells where a token starts and, added up, where it ends."""
SHORTEST_TITLE = 15
"""Letters below which a title found again in the text may be chance."""
FARTHEST = 200
"""Characters that a date or a dateline may take up."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_STAMP = rf"(?:{_DAY}|{_MONTH}|\d[\d:.,/+-]*(?:st|nd|rd|th|am|pm)?|a\.?m|p\.?m|gmt|utc|est|bst)\b[.,|:)]*"
_BEGINS = rf"(?:{_DAY}\b|{_MONTH}\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
_DATE = re.compile(
    rf"[\s|,.:-]*(?:\(?[\w'.-]+[\s|,:-]+){{0,5}}?(?={_BEGINS})(?:{_STAMP}[\s|,:-]*(?:(?:at|on|by|and)\s+(?={_STAMP}))?)+",
    re.IGNORECASE,
)
"""A printed date with at most five words before it ("Posted on", "AFP", "Date of publication")."""
_DATELINE = re.compile(r"[A-Z][A-Z'’.-]{2,}[\w\s.,/-]{0,50}(?:\([^()\n]{2,40}\)\s*)?\s[-–—]+\s")
"""A place in capitals, perhaps a date and an agency in brackets, and a dash."""


class Grid(NamedTuple):
    """The offsets at which tokens start and end, to lead offsets of the text to tokens."""

    starts: list[int]
    ends: list[int]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that lie wholly between two offsets; an empty range where there are none.

        >>> Grid([0, 6], [5, 11]).tokens(2, 11)
        (1, 2)
        """
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        return (first, last) if first < last else (first, first)


def headlines_of(raw: str, grid: Grid, report: Report) -> list[tuple[int, int]]:
    """The places near the text's head where the title stands, once or repeated behind a date, as ranges of tokens."""
    title = " ".join((report.title or "").split()).rstrip(".")
    found = [grid.tokens(p.start, p.end) for p in report.passages if p.kind == "headline"]
    head = raw[: 3 * len(title) + 300]
    for form in dict.fromkeys((title, *re.split(r" [|–-] ", title)[:1])):
        if len(form) >= SHORTEST_TITLE:
            pattern = re.compile(r"\s+".join(map(re.escape, form.split())), re.IGNORECASE)
            found += [grid.tokens(m.start(), m.end()) for m in pattern.finditer(head)]
    whole = sorted({f for f in found if f[0] < f[1]}, key=lambda f: (f[0], -f[1]))
    return [f for at, f in enumerate(whole) if not at or f[0] >= whole[at - 1][1]]


def grid_of(doc: Doc) -> Grid:
    """Return the offsets of the tokens of a parsed text."""
    placed = doc.to_array(PLACED)
    return Grid(placed[:, 0].tolist(), placed.sum(axis=1).tolist())


def datelines_of(raw: str, grid: Grid, starts: list[int]) -> dict[int, int]:
    """Sentence start -> the token behind a dateline that opens the sentence ("BEIRUT (Reuters) -")."""
    found: dict[int, int] = {}
    for start in starts:
        if start < len(grid.starts):
            begin = grid.starts[start]
            match = _DATELINE.match(raw[begin : begin + FARTHEST])
            if match:
                found[start] = bisect_left(grid.starts, begin + match.end())
    return found


def body_of(raw: str, grid: Grid, headlines: list[tuple[int, int]]) -> int:
    """The token at which running prose begins: behind the last headline, any date printed there, and its dateline."""
    at = headlines[-1][1] if headlines else 0
    if at >= len(grid.starts):
        return at
    begin = grid.starts[at]
    match = _DATE.match(raw[begin : begin + FARTHEST])
    if match and any(map(str.isdigit, match.group())):
        dateline = datelines_of(raw, grid, [at]).get(at, at)  # "BEIRUT, June 8, 2011 | (Reuters) -"
        return max(dateline, bisect_right(grid.ends, begin + match.end()))
    return at
