"""Timestamps over the ledger (RFC 3161): that it was so long ago is shown by somebody who has no part in it.

What is stamped is an entry of the ledger, and with it all before it. The token's digest is the entry's hash, so that
`openssl ts -verify` with the entry's line checks it too.
"""

import datetime as dt
from collections.abc import Iterator

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.seal import sha256
from crossbearing.archive.tokens import time_of

ACT = "timestamp"


class Timestamp(msgspec.Struct, frozen=True, kw_only=True):
    """A token as the authority sent it (DER), and the number of the entry that it stamps."""

    stamped: int
    token: bytes


class Timestamps:
    """The tables of timestamps and of entries that wait for theirs."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database = database
        self._ledger = ledger

    def await_head(self) -> None:
        """Let the ledger's head wait for a timestamp, unless nothing was done since the last one."""
        with self._database.transaction():
            seq, _ = self._ledger.head()
            last = self._ledger.last(ACT)
            if not seq or (last and last.seq == seq):
                return
            if not self._database.row("SELECT 1 FROM unstamped WHERE seq = ?", (seq,)):
                self._database.execute("INSERT INTO unstamped (seq) VALUES (?)", (seq,))

    def waiting(self) -> list[tuple[int, bytes]]:
        """Return the entries that wait for their timestamp: number and the bytes to be stamped, the oldest first."""
        sql = "SELECT l.seq, l.body FROM unstamped AS u JOIN ledger AS l ON l.seq = u.seq ORDER BY l.seq"
        return [(seq, body.encode()) for seq, body in self._database.rows(sql)]

    def record(self, seq: int, token: bytes, authority: str) -> dt.datetime:
        """Record the token that stamps an entry, in one transaction; return the authority's time.

        `authority` is its address, as the ledger will tell it. Raises `ValueError` where the token is damaged.
        """
        at = time_of(token)
        with self._database.transaction():
            (hash_,) = self._database.rows("SELECT hash FROM ledger WHERE seq = ?", (seq,))[0]
            told = {"sha256": sha256(token), "time": at.isoformat()}
            inputs = {"entry": seq, "hash": hash_, "authority": authority}
            entry = self._ledger.append(ACT, inputs, {"timestamps": [told]})
            (number,) = self._database.rows("SELECT coalesce(max(number), 0) + 1 FROM timestamps")[0]
            values = (number, seq, token, entry)
            sql = "INSERT INTO timestamps (number, stamped, body, entry) VALUES (?, ?, ?, ?)"
            self._database.execute(sql, values)
            self._database.execute("DELETE FROM unstamped WHERE seq = ?", (seq,))
        return at

    def all(self) -> Iterator[Timestamp]:
        """Yield every timestamp in the order in which they came."""
        for stamped, token in self._database.rows("SELECT stamped, body FROM timestamps ORDER BY number"):
            yield Timestamp(stamped=stamped, token=bytes(token))
