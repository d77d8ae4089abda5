"""What the archive asks of a database, so that it does not matter which one it is."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Database(Protocol):
    """A database with the archive's tables. SQL is what SQLite and PostgreSQL share, with `?` for parameters.

    Every method raises `ArchiveTrouble` where the database cannot do it: in use, full, read-only, damaged.
    """

    @property
    def name(self) -> str:
        """Where the database is, as people know it."""
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

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong with its files."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
