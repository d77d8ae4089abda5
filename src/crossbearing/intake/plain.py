"""Plain text: one report per file."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from crossbearing.intake.characters import remark
from crossbearing.intake.decode import decode
from crossbearing.intake.outcome import Received, Refusal
from crossbearing.records import Report, content_id

LARGEST_TEXT = 4 * 2**20
"""Bytes: some 700,000 words. What is larger is a collection, and could not be read as one report rightly."""


def read_text(stream: BinaryIO, file: str) -> Iterator[Received | Refusal]:
    """Yield the one report of a text file, its text verbatim (a byte order mark is not text), or why it is none.

    >>> import io
    >>> [got] = read_text(io.BytesIO(b"Shells fell on the town."), "a.txt")
    >>> got.report.text
    'Shells fell on the town.'
    """
    data = stream.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        yield Refusal(
            file=file, reason=f"it is larger than {LARGEST_TEXT // 2**20} MiB, which is more than one report",
            way_out="split it into one report per file, or into JSON lines with one report each",
        )
        return
    decoded = decode(data)
    if decoded is None:
        yield not_text(file)
        return
    if not decoded.text.strip():
        yield Refusal(file=file, reason="it holds no text", way_out="leave it out, or fetch the report again")
        return
    digest = hashlib.sha256(data).hexdigest()
    notes = (decoded.note,) if decoded.note else ()
    report = Report(
        id=content_id("r", digest), text=decoded.text, digest=digest, format="text",
        notes=notes + remark(decoded.text),
    )
    yield Received(report=report, original=data, file=file)


def not_text(file: str) -> Refusal:
    """Return the refusal of bytes that no encoding makes into text."""
    return Refusal(
        file=file, reason="these bytes are no text in any encoding known here (binary, or damaged)",
        way_out="save the text as UTF-8, or leave the file out",
    )
