"""What a check of an archive finds, and what all checks share."""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from crossbearing.archive.database import Database, Row
from crossbearing.archive.shelf import DAMAGED as UNPACKABLE
from crossbearing.archive.shelf import Shelf

PAGE = 500
DAMAGED = (*UNPACKABLE, msgspec.DecodeError, TypeError, ValueError)
"""What unpacking and decoding changed bytes may raise."""

UNKNOWN = "the ledger does not know it so"
GONE = "it is gone"
ALTERED = "its row is not what was written"

Record = TypeVar("Record", bound=msgspec.Struct)


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as the ledger says: what, and what is wrong with it.

    A fault that is only a `remark` (an original without a report, left by a run that was killed) breaks nothing.
    """

    what: str
    wrong: str
    remark: bool = False

    def __str__(self) -> str:
        return "".join(c if c.isprintable() else "\ufffd" for c in f"{self.what}: {self.wrong}")


def pages(database: Database, sql: str, first: Any) -> Iterator[Row]:
    """Yield the rows of a query in pages; its first column is the key, which the query asks for the rows after."""
    while page := database.rows(sql, (first, PAGE)):
        yield from page
        first = page[-1][0]


def opened(shelf: Shelf, stored: bytes, kind: type[Record]) -> tuple[bytes, Record] | None:
    """Return the JSON that a stored body holds and the record that this is; null where it is damaged."""
    try:
        body = shelf.unpack(stored)
        return body, msgspec.json.decode(body, type=kind)
    except DAMAGED:
        return None


def damaged(what: str) -> Fault:
    """Return the fault of a stored body that `opened` cannot open."""
    return Fault(what=what, wrong="its stored form is damaged")
