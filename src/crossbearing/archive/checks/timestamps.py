"""Checks the timestamps: that each stamps the ledger as it is and, by its certificates, who signed it."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import DAMAGED, GONE, UNKNOWN, Fault
from crossbearing.archive.ledger import Entry
from crossbearing.archive.seal import sha256
from crossbearing.archive.tokens import check, time_of

TOLERANCE = dt.timedelta(minutes=5)
"""How far our clock may be ahead of the authority's before it is remarked."""


def check_timestamps(archive: Archive, expected: Expected, trusted: bytes | None) -> Iterator[Fault]:
    """Yield what is wrong with the timestamps; `trusted` are certificates of authorities (PEM)."""
    waiting = dict(expected.timestamps)
    sql = "SELECT number, stamped, body, entry FROM timestamps ORDER BY number"
    for number, stamped, token, entry in archive.database.rows(sql):
        what = f"timestamp {number} of ledger entry {stamped}"
        if waiting.pop(number, None) != (stamped, sha256(token), entry):
            yield Fault(what=what, wrong=UNKNOWN)
        found = archive.database.row("SELECT body FROM ledger WHERE seq = ?", (stamped,))
        if found is None:
            yield Fault(what=what, wrong="the entry that it stamps is gone")
            continue
        yield from _one(what, found[0], token, trusted)
    for number, (stamped, _, _) in waiting.items():
        yield Fault(what=f"timestamp {number} of ledger entry {stamped}", wrong=GONE)
    if expected.timestamps and trusted is None:
        unchecked = "who signed them was not checked: name the authorities' certificates with --tsa-certificates"
        yield Fault(what="timestamps", wrong=unchecked, remark=True)
    for (seq,) in archive.database.rows("SELECT seq FROM unstamped ORDER BY seq"):
        yield Fault(what=f"ledger entry {seq}", wrong="it waits for its timestamp", remark=True)


def _one(what: str, body: str, token: bytes, trusted: bytes | None) -> Iterator[Fault]:
    try:
        check(token, body.encode("utf-8", "surrogatepass"), trusted)
        stamped_at = time_of(token)
    except ValueError as error:
        yield Fault(what=what, wrong=str(error))
        return
    try:
        written_at = dt.datetime.fromisoformat(msgspec.json.decode(body, type=Entry).at)
    except DAMAGED:  # told of where the ledger is checked
        return
    if written_at > stamped_at + TOLERANCE:
        told = f"our clock was wrong: {written_at.isoformat()}, where the authority's was {stamped_at.isoformat()}"
        yield Fault(what=what, wrong=told, remark=True)
