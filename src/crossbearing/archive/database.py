"""What the archive asks of a database, so that it does not matter which one it is."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from crossbearing.archive.beside import Store
from crossbearing.archive.words import Asked

Row = tuple[Any, ...]

Condition = tuple[str, list[object]]
"""A piece of SQL and its parameters."""

PATIENCE = 30.0
"""Seconds to wait for another process that is writing. Its transactions take far less."""

NO_LIMIT = 2**62
"""A LIMIT that limits nothing: SQLite and PostgreSQL share no word for that."""


class Database(Protocol):
    """A database with the archive's tables.

    SQL is what SQLite and PostgreSQL share, with `?` for parameters and `CROSS JOIN ... ON`, as SQLite has it, for
    tables that are best gone through in their order. Every method raises `ArchiveTrouble` where the database cannot do
    it: in use, full, read-only, damaged.
    """

    @property
    def name(self) -> str:
        """Where the database is, as people know it; without passwords."""
        ...

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query. What may be long is asked for in pages: an open query would hold up writers."""
        ...

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or null."""
        ...

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        ...

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Begin a transaction that alone may write; commit it at the end, or undo all of it if anything is raised."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """See the database as it is now until the end, whoever writes meanwhile; only for reading."""
        ...

    def index_words(self, reports: Iterable[tuple[int, str]]) -> None:
        """Add the words of reports (see `searchable`) to the index of words, under the reports' numbers."""
        ...

    def forget_words(self, report: int, words: str) -> None:
        """Take a report's words, the very ones that were added, out of the index of words."""
        ...

    def forget_all_words(self) -> None:
        """Empty the index of words."""
        ...

    def having_words(self, asked: Asked) -> Condition:
        """Return the condition that a report (p) has the words that are asked for."""
        ...

    def beside(self) -> Store:
        """Open what weighing remembers, beside the tables of the archive."""
        ...

    def forget_beside(self) -> None:
        """Take away what weighing remembers, also from one who weighs."""
        ...

    def scrub(self) -> None:
        """Make unreadable on the disk what was deleted; outside a transaction."""
        ...

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong with its files, and what in its schema is not as it was made."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
