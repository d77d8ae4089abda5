"""A report: one document as it was received."""

import datetime as dt
from typing import Literal

import msgspec

Span = tuple[int, int]
"""Start and end (exclusive) in Unicode code points of the text it is said of."""

PassageKind = Literal["caption", "credit", "headline"]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a report's text that is not running prose, such as a picture's caption or its credit."""

    start: int
    end: int
    kind: PassageKind


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One document as it was received. `text` is verbatim; every offset in the system counts its code points.

    `digest` is the SHA-256 (hex) of the bytes the report came from; for a row of a JSONL file, of that row.
    `published` is the date given with the report, not the one printed in it (readers weigh the two).
    """

    id: str
    text: str
    digest: str
    title: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    format: str = "text"
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    """What intake had to say about it: encoding guessed, control characters kept, language not read ..."""

    @property
    def title_stands_apart(self) -> bool:
        """Whether the title is not the beginning of the text, so that its claims have offsets of their own."""
        return bool(self.title) and not self.text.startswith(self.title or "")
