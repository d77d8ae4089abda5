"""Where what weighing remembers of an archive lies: in a file beside it, or wherever else its tables can stand."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

QUICK = (
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    f"PRAGMA cache_size = -{512 * 1024};"
)
"""Nothing here is of record: what a crash spoils is made anew, so nothing waits for the disk. The cache: 512 MiB."""
TABLES = """
CREATE TABLE reports (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, note BLOB);
CREATE TABLE wording_keys (key INTEGER, report INTEGER, PRIMARY KEY (key, report)) WITHOUT ROWID;
CREATE TABLE wordings (report TEXT PRIMARY KEY, original TEXT, body BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX reprints ON wordings (original);
CREATE TABLE found (key INTEGER, account INTEGER, PRIMARY KEY (key, account)) WITHOUT ROWID;
CREATE TABLE likes (
  account INTEGER, other INTEGER, weight DOUBLE PRECISION, PRIMARY KEY (account, other)) WITHOUT ROWID;
CREATE TABLE homes (account INTEGER PRIMARY KEY, first INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE INDEX members ON homes (first, at);
CREATE TABLE weighed_from (inputs TEXT NOT NULL);
"""
"""The last tells that the others are there: who is killed while they are made leaves a file that is made anew."""


class Store(Protocol):
    """Tables of what weighing remembers, for one who weighs at a time. SQL as `Database` has it."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query."""
        ...

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        ...

    def begin(self) -> None:
        """Begin to change what is there. It need not last before the end."""
        ...

    def end(self) -> None:
        """End changing what is there."""
        ...

    def clear(self) -> None:
        """Begin anew, empty."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class InFile:
    """A file of SQLite, or memory alone. Who finds the file held by another remembers in memory."""

    def __init__(self, file: Path | None) -> None:
        """Open a file, making it anew where it is none of ours; null: memory."""
        self._file = file
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file or ":memory:", timeout=0, isolation_level=None)
        try:
            connection.executescript(f"{QUICK} BEGIN EXCLUSIVE; COMMIT")
            connection.execute("SELECT inputs FROM weighed_from").fetchall()
        except sqlite3.DatabaseError as error:  # it is held by another, or new, or spoilt
            connection.close()
            if getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                self._file = None
                return self._open()
            if self._file:
                self._file.unlink(missing_ok=True)
            connection = sqlite3.connect(self._file or ":memory:", isolation_level=None)
            connection.executescript(QUICK + TABLES)
        return connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """See `Store`."""
        with closing(self._connection.execute(sql, values)) as cursor:
            return cursor.fetchall()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """See `Store`."""
        self._connection.executemany(sql, rows)

    def begin(self) -> None:
        """See `Store`."""
        self._connection.execute("BEGIN")

    def end(self) -> None:
        """See `Store`."""
        self._connection.execute("COMMIT")

    def clear(self) -> None:
        """See `Store`."""
        self._connection.close()
        if self._file:
            self._file.unlink(missing_ok=True)
        self._connection = self._open()

    def close(self) -> None:
        """See `Store`."""
        self._connection.close()
