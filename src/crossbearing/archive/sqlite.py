"""The archive's database on one machine: SQLite, in the folder that the user names."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossbearing.archive.beside import InFile, Store
from crossbearing.archive.database import Condition, Row
from crossbearing.archive.migrate import migrate, schema_script
from crossbearing.archive.trouble import ArchiveTrouble
from crossbearing.archive.words import Asked

MOMENT = 0.02
"""Seconds between two attempts where SQLite does not wait by itself."""

APPLICATION = 0x43425247
"""SQLite's `application_id`, by which a file says whose it is: "CBRG"."""

# WAL lets others read while one writes; FULL makes each commit last through a power cut (NORMAL may lose the newest).
PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")


NEIGHBOURS = "neighbours.sqlite"
"""The file beside the archive's in which weighing remembers."""

DIALECT = "sqlite"
"""The part of the schema's files that is for this database alone."""

SCHEMA = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL"


class Sqlite:
    """One connection to one SQLite file."""

    def __init__(self, file: Path, *, read_only: bool = False, patience: float) -> None:
        self._file = file
        with self._told():
            self._connection = sqlite3.connect(
                _address(file, read_only=read_only), uri=True, timeout=patience, isolation_level=None,
            )
        try:
            with self._told():
                for pragma in PRAGMAS:
                    self._connection.execute(f"PRAGMA {pragma}")
                self._check_application()
                if not read_only:
                    self._log_ahead(patience)
            migrate(self, DIALECT, writable=not read_only)
        except BaseException:
            self._connection.close()
            raise

    @property
    def name(self) -> str:
        """The folder of the archive."""
        return str(self._file.parent)

    asked = name

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query."""
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or null."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        with self._told():
            self._connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction that alone may write, waiting for others; commit it, or undo all of it."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See the database as it is now until the end, whoever writes meanwhile."""
        with self._told():
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.rollback()

    def version(self) -> int:
        """Return which schema the file has: 0 where it has none yet."""
        return int(self.rows("PRAGMA user_version")[0][0])

    def install(self, script: str, version: int) -> None:
        """Run one script of the schema and note that it is there; inside a transaction."""
        for statement in _statements(script):
            self.execute(statement)
        self.execute(f"PRAGMA application_id = {APPLICATION}")
        self.execute(f"PRAGMA user_version = {version}")

    def index_words(self, reports: Iterable[tuple[int, str]]) -> None:
        """Add the words of reports to the index of words, under the reports' numbers."""
        self.execute_many("INSERT INTO words (rowid, body) VALUES (?, ?)", reports)

    def forget_words(self, report: int, words: str) -> None:
        """Take a report's words, the very ones that were added, out of the index of words."""
        self.execute("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)", (report, words))

    def forget_all_words(self) -> None:
        """Empty the index of words."""
        self.execute("INSERT INTO words (words) VALUES ('delete-all')")

    def having_words(self, asked: Asked) -> Condition:
        """Return the condition that a report (p) has the words that are asked for."""
        return "p.number IN (SELECT rowid FROM words WHERE words MATCH ?)", [expression(asked)]

    def scrub(self) -> None:
        """Write the file anew, so that nothing which was deleted is left in it or in its log."""
        # The index of words keeps deleted words until its parts are merged.
        for statement in ("INSERT INTO words (words) VALUES ('optimize')", "VACUUM"):
            self.execute(statement)
        # It raises nothing where a reader keeps it from emptying the log, but says so.
        ((busy, _, _),) = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise ArchiveTrouble(
                self.name, "somebody is reading it, so what was deleted is still in its log",
                "end that, then run `crossbearing expunge --finish`",
            )

    def faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong with the file, at most a hundred things."""
        for (told,) in self.rows("PRAGMA integrity_check(100)"):
            if told != "ok":
                yield str(told)
        for table, number, parent, _ in self.rows("PRAGMA foreign_key_check"):
            yield f"row {number} of {table} points to a row of {parent} that is not there"
        there: dict[str, str] = dict(self.rows(SCHEMA))
        wanted: dict[str, str] = dict(_as_installed(self.version()).execute(SCHEMA))
        for name in sorted(wanted.keys() | there.keys()):
            if name not in there:
                yield f"its {name} is gone"
            elif there[name] != wanted.get(name):
                yield f"its {name} is not as it was made"

    def beside(self) -> Store:
        """Open what weighing remembers, in a file beside the archive's."""
        return InFile(self._file.with_name(NEIGHBOURS))

    def forget_beside(self) -> None:
        """Take away what weighing remembers."""
        self._file.with_name(NEIGHBOURS).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _log_ahead(self, patience: float) -> None:
        # SQLite waits for others before it writes, but not where two make a new file's log at once.
        until = time.monotonic() + patience
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(MOMENT)
            else:
                return

    def _check_application(self) -> None:
        # In one statement, for another process may be making the tables at this moment.
        application, tables = self._connection.execute(
            "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id",
        ).fetchone()
        if application != APPLICATION and tables:
            raise ArchiveTrouble(
                self.name, f"{self._file.name} is a database of another program", "name another folder with --archive",
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what went wrong in words of the archive."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise ArchiveTrouble(self.name, *_meaning(error)) from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise ArchiveTrouble(
                self.name, f"its database is damaged or was tampered with ({error})",
                "copy the folder before anything else; `crossbearing verify` tells how far the damage goes",
            ) from error


def expression(asked: Asked) -> str:
    """Return what is asked for as an FTS5 expression.

    >>> from crossbearing.archive.words import asked_words
    >>> expression(asked_words('"Jisr al-Shughour" tank* -film'))
    '("jisr al shughour" AND "tank" *) NOT "film"'
    """
    wanted, unwanted = (
        [f'"{term.words}"' + (" *" if term.beginning else "") for term in terms]
        for terms in (asked.wanted, asked.unwanted)
    )
    told = " AND ".join(wanted)
    return f"({told}) NOT {' NOT '.join(unwanted)}" if unwanted else told


def _as_installed(version: int) -> sqlite3.Connection:
    """Return a new database in memory with the schema as this software makes it."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    for number in range(1, version + 1):
        for statement in _statements(schema_script(number, DIALECT)):
            fresh.execute(statement)
    return fresh


def _address(file: Path, *, read_only: bool) -> str:
    address = file.absolute().as_uri()
    if not read_only:
        return address
    # On a disk that cannot be written, SQLite must be told that nobody else writes either; else it wants to make its
    # index of the write-ahead log there. With a log left over, what it holds would be missed: then it must not.
    log = file.with_name(f"{file.name}-wal")
    unwritable = not os.access(file.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return f"{address}?mode=ro{'&immutable=1' if unwritable else ''}"


def _meaning(error: sqlite3.OperationalError) -> tuple[str, str]:
    told = str(error)
    for part, reason, way_out in (
        ("locked", "another process is writing to it", "wait until that has ended, then run this again"),
        ("full", "the disk is full", "make room and run this again: what is in is safe, and it goes on from there"),
        ("readonly", "it cannot be written", "give yourself the right to write there, or copy the folder"),
        ("unable to open", "its database cannot be opened", "check the name and your rights to the folder"),
        ("disk I/O error", "the disk reported an error", "check the disk, and copy the folder to another"),
    ):
        if part in told:
            return reason, way_out
    return f"its database says: {told}", "run `crossbearing verify` to see what is wrong"


def _statements(script: str) -> Iterator[str]:
    """Split a script at the ends of its statements, which in triggers are not every semicolon."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
