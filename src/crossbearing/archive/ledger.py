"""The ledger: every act on an archive, in order, each entry holding the hash of the one before it."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from crossbearing import __version__
from crossbearing.archive.database import Database
from crossbearing.archive.seal import canonical, sha256
from crossbearing.archive.trouble import ArchiveTrouble

BEGINNING = "0" * 64
"""What the first entry names as the hash before it."""

SOFTWARE = f"crossbearing {__version__}"

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """Return the time in UTC, as the machine believes it to be."""
    return dt.datetime.now(dt.UTC)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One act: who did what when, with which software, from what, to what.

    `at` is what the machine's clock said (RFC 3339, UTC); the order of entries is that of `seq`, from 1. `inputs` and
    `outputs` name records and originals by their SHA-256. `previous` is the hash of the entry before.
    """

    seq: int
    at: str
    actor: str
    act: str
    software: str
    inputs: dict[str, Any]
    outputs: dict[str, Any]
    previous: str

    def body(self) -> str:
        """Return the entry as canonical JSON (RFC 8785); its hash is the SHA-256 of this."""
        return canonical(msgspec.to_builtins(self))

    def tells_of(self, report: str) -> bool:
        """Tell whether this act took the report in, read it or took it away."""
        return (
            self.inputs.get("report") == report or
            any(each["id"] == report for each in self.outputs.get("reports", ()))
            or any(each["report"] == report for each in self.outputs.get("readings", ()))
        )


class Ledger:
    """Appends entries to a database, and reads them."""

    def __init__(self, database: Database, actor: str, clock: Clock = utc_now) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock

    def append(self, act: str, inputs: dict[str, Any], outputs: dict[str, Any]) -> int:
        """Append an entry and return its number. Must run in the transaction of what the entry tells of."""
        seq, previous = self.head()
        at = self._clock().astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        entry = Entry(
            seq=seq + 1, at=at, actor=self._actor, act=act, software=SOFTWARE, inputs=inputs, outputs=outputs,
            previous=previous,
        )
        body = entry.body()
        row = (entry.seq, act, body, sha256(body.encode()))
        self._database.execute("INSERT INTO ledger (seq, act, body, hash) VALUES (?, ?, ?, ?)", row)
        return entry.seq

    def entries(self) -> Iterator[Entry]:
        """Yield the entries in order."""
        seq = 0
        while page := self._database.rows("SELECT seq, body FROM ledger WHERE seq > ? ORDER BY seq LIMIT 500", (seq,)):
            for number, body in page:
                yield self._decoded(number, body)
            seq = page[-1][0]

    def last(self, act: str) -> Entry | None:
        """Return the last entry of an act, or null."""
        found = self._database.row("SELECT seq, body FROM ledger WHERE act = ? ORDER BY seq DESC LIMIT 1", (act,))
        return self._decoded(*found) if found else None

    def _decoded(self, seq: int, body: str) -> Entry:
        try:
            return msgspec.json.decode(body, type=Entry)
        except (msgspec.DecodeError, TypeError) as error:
            raise ArchiveTrouble(
                self._database.name, f"its ledger entry {seq} was tampered with ({error})",
                "run `crossbearing verify` to see what else was, and look for a copy or a bundle",
            ) from error

    def head(self) -> tuple[int, str]:
        """Return the number and the hash of the last entry; (0, zeros) before the first.

        Whoever keeps them elsewhere can show later that nothing up to there was changed.
        """
        last = self._database.row("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")
        return (int(last[0]), str(last[1])) if last else (0, BEGINNING)
