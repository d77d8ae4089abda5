"""What comes of taking in a file: a report with the bytes it came from, or a refusal that says why and what to do."""

import msgspec

from crossbearing.records import Report


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A report and the bytes it was read from, whose SHA-256 is the report's `digest`.

    `file` is the name of the file as given, `line` the row (from 1) where a file holds many reports.
    """

    report: Report
    original: bytes
    file: str
    line: int | None = None


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be taken in: which file (and row, from 1), why, and the way out.

    >>> print(Refusal(file="a.jsonl", line=3, reason="the row has no text", way_out="give it a `text`"))
    a.jsonl, line 3: the row has no text; give it a `text`
    """

    file: str
    reason: str
    way_out: str
    line: int | None = None

    def __str__(self) -> str:
        """Return the refusal as one printable line, whatever the name of the file holds."""
        at = self.file if self.line is None else f"{self.file}, line {self.line}"
        told = f"{at}: {self.reason}; {self.way_out}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in told)
