"""Rows of the tables of readings and claims: what is told of them beside a body, so that they can be found by it."""

import hashlib
import re
from typing import Any

from crossbearing.archive.query import degrees
from crossbearing.archive.seal import raw, sha256, stored_digest
from crossbearing.records import Claim, Reading

KEY_DIGITS = 12
"""Hexadecimal digits of a claim's id that its row keeps: one in 280 million million others would begin the same."""

HEX_ID = re.compile(r"c-([0-9a-f]{0,16})")


def row(
    number: int, report: int, reader: str, reading: Reading, body: bytes, stored: bytes, entry: int,
) -> tuple[Any, ...]:
    """Return the row of a reading in the order of the table's columns."""
    return (
        number, report, reader, reading.language, len(reading.claims), raw(sha256(body)), stored_digest(stored), stored,
        entry,
    )


def claim_row(number: int, ordinal: int, claim: Claim, term: Any) -> tuple[Any, ...]:
    """Return the row of a claim in the order of the table's columns; `term` gives the number of a word."""
    where, when = claim.where, claim.when
    return (
        number, ordinal, keys(claim.id)[0], term(claim.type), term(claim.certainty),
        None if where is None or where.lat is None else degrees(where.lat),
        None if where is None or where.lon is None else degrees(where.lon),
        when.earliest.toordinal() if when and when.earliest else None,
        when.latest.toordinal() if when and when.latest else None,
    )


def keys(beginning: str) -> tuple[int, int]:
    """Return the first and the last key that ids with this beginning may have."""
    hexadecimal = HEX_ID.fullmatch(beginning)
    digits = hexadecimal.group(1) if hexadecimal else hashlib.sha256(beginning.encode()).hexdigest()
    digits = digits[:KEY_DIGITS]
    return int(digits.ljust(KEY_DIGITS, "0"), 16), int(digits.ljust(KEY_DIGITS, "f"), 16)
