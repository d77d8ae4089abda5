"""JSON lines: one report per row, as `id?`, `title?`, `text`, `published?`, `outlet?`, `url?`, `language?`."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from crossbearing.intake.characters import remark, without_lone_surrogates
from crossbearing.intake.dates import publication_date
from crossbearing.intake.decode import decode, marked_encoding
from crossbearing.intake.outcome import Received, Refusal
from crossbearing.intake.plain import LARGEST_TEXT
from crossbearing.records import Report, content_id

LARGEST_ROW = 6 * LARGEST_TEXT
"""Bytes: a text of the largest size with every character escaped."""

OPTIONAL = ("id", "title", "outlet", "url", "language")
MEND = "mend the row and take the file in again (what is in already stays as it is)"


class Numeral(str):
    """A JSON number as it is written: only an `id` may be one, and none is too large to keep so."""

    __slots__ = ()


DECODER = json.JSONDecoder(parse_int=Numeral, parse_float=Numeral, strict=False)


def read_rows(stream: BinaryIO, file: str) -> Iterator[Received | Refusal]:
    """Yield the report of each row, `text` verbatim and `id` echoed; a broken row is refused, and the others go on.

    Blank rows are passed over. Memory is bounded by the largest row.
    """
    empty = True
    for number, row in _rows(stream, file):
        if isinstance(row, Refusal):
            yield row
        elif not (bare := row.strip()):
            continue
        elif empty and (bare.startswith(b"[") or bare == b"{"):
            yield Refusal(
                file=file, line=number, reason="this is one JSON document, not one report per line",
                way_out="write each report on a line of its own: jq -c '.[]' FILE > FILE.jsonl",
            )
            return
        else:
            yield read_row(row, file, number)
        empty = False
    if empty:
        yield Refusal(file=file, reason="it holds no rows", way_out="leave it out, or export the reports again")


def _rows(stream: BinaryIO, file: str) -> Iterator[tuple[int, bytes | Refusal]]:
    """Number the rows from 1, without their line ends and byte order mark."""
    marked = marked_encoding(stream.read(4))
    if marked and marked[0] != "utf-8":
        stream.seek(0)
        yield from _wide_rows(stream, file, marked[0])
        return
    stream.seek(marked[1] if marked else 0)
    number = 0
    while row := stream.readline(LARGEST_ROW + 1):
        number += 1
        if len(row) <= LARGEST_ROW:
            yield number, row.rstrip(b"\r\n")
            continue
        while row and not row.endswith(b"\n"):
            row = stream.readline(LARGEST_ROW)
        yield number, Refusal(
            file=file, line=number, reason=f"the row is longer than {LARGEST_ROW // 2**20} MiB",
            way_out="write one report per line",
        )


def _wide_rows(stream: BinaryIO, file: str, encoding: str) -> Iterator[tuple[int, bytes | Refusal]]:
    """Rows of a file in UTF-16 or UTF-32, where a line end is no single byte; each as the UTF-8 it would be."""
    try:
        text = stream.read().decode(encoding)
    except UnicodeDecodeError as error:
        yield 1, Refusal(
            file=file, reason=f"it is marked as {encoding} and is not, from byte {error.start}",
            way_out="save it as UTF-8",
        )
        return
    for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        yield number, row.rstrip("\r").encode()


def read_row(row: bytes, file: str, line: int) -> Received | Refusal:
    """Return the report of one row, or why it is none.

    >>> got = read_row(b'{"id": "a1", "text": "Shells fell.", "published": "2011-06-10"}', "a.jsonl", 1)
    >>> got.report.id, got.report.published.isoformat()
    ('a1', '2011-06-10')
    """
    def refuse(reason: str, way_out: str = MEND) -> Refusal:
        return Refusal(file=file, line=line, reason=reason, way_out=way_out)

    decoded = decode(row)
    if decoded is None:
        return refuse("these bytes are no text in any encoding known here", "save the file as UTF-8")
    try:
        fields = DECODER.decode(decoded.text)
    except json.JSONDecodeError as error:
        return refuse(f"broken JSON at column {error.colno}: {error.msg}")
    except RecursionError:
        return refuse("JSON nested too deeply to be a report")
    if not isinstance(fields, dict):
        return refuse("the row is no JSON object", 'write each report as {"text": "..."}')
    text = fields.get("text")
    if not isinstance(text, str) or isinstance(text, Numeral):
        return refuse("the row has no `text`" if text is None else "its `text` is not text")
    if not text.strip():
        return refuse("its `text` is empty")
    if len(text) > LARGEST_TEXT:
        return refuse(f"its `text` is longer than {LARGEST_TEXT // 2**20} million characters", "split it into reports")
    return Received(report=_report(fields, text, row, decoded.note), original=row, file=file, line=line)


def _report(fields: dict[str, Any], text: str, row: bytes, note: str | None) -> Report:
    notes = [note] if note else []
    text, broken = without_lone_surrogates(text)
    if broken:
        notes.append(f"{broken} broken surrogate{'s' if broken > 1 else ''} replaced by U+FFFD")
    notes += remark(text)
    given: dict[str, str | None] = {}
    for name in OPTIONAL:
        value = fields.get(name)
        is_text = isinstance(value, str) and (name == "id" or not isinstance(value, Numeral))
        # No database and no table keeps a NUL in a name.
        told = without_lone_surrogates(str(value))[0].replace("\x00", "\ufffd")
        given[name] = told if is_text and told.strip() else None
        if value is not None and not is_text:
            notes.append(f"`{name}` is not text and was passed over")
    published = _published(fields.get("published"), notes)
    digest = hashlib.sha256(row).hexdigest()
    return Report(
        id=given["id"] or content_id("r", digest), text=text, digest=digest, title=given["title"], published=published,
        outlet=given["outlet"], url=given["url"], language=given["language"], format="jsonl", notes=tuple(notes),
    )


def _published(given: object, notes: list[str]) -> dt.date | None:
    if given is None or given == "":
        return None
    date = publication_date(given) if isinstance(given, str) else None
    if date is None:
        notes.append("`published` is no date that can be read for certain (write it as 2011-06-10)")
    return date
