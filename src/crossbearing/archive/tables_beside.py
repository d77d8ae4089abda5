"""What weighing remembers of an archive on a PostgreSQL server: tables in a schema beside that of the archive."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors

from crossbearing.archive.beside import TABLES, InFile, Store
from crossbearing.archive.events import Outdated
from crossbearing.archive.postgresql_trouble import meaning
from crossbearing.archive.postgresql_words import install, own_words
from crossbearing.archive.trouble import ArchiveTrouble

LOCK = "SELECT pg_try_advisory_lock(hashtext('crossbearing neighbours ' || current_schema()))"
"""Held by who weighs."""
NAME = "SELECT 'crossbearing_memory_of_' || md5(current_schema())"
"""The schema beside that of the archive. A digest of the name, for names of PostgreSQL have 63 bytes at most."""
GONE = (errors.UndefinedTable, errors.InvalidSchemaName)


def opened(connect: Callable[[], psycopg.Connection], archive: str) -> Store:
    """Open the tables by a connection of their own, or memory where another process weighs or no schema may be made.

    `archive` is the name that troubles tell.
    """
    connection = connect()
    try:
        if _one(connection, LOCK):
            return OnServer(connection, archive)
    except errors.InsufficientPrivilege:
        pass
    except BaseException:
        connection.close()
        raise
    connection.close()
    return InFile(None)


def forget(connection: psycopg.Connection) -> None:
    """Take the tables away, also from one who weighs, who then begins again."""
    connection.execute(_sql(f"DROP SCHEMA IF EXISTS {_one(connection, NAME)} CASCADE"))


class OnServer:
    """A store of tables that are not logged: a crash of the server empties them, and nothing waits for its disk.

    Each statement stands by itself, so that nobody who forgets the tables must wait for who weighs. Whatever is asked
    of tables that were taken away raises `Outdated`, and any other trouble of the server `ArchiveTrouble`.
    """

    def __init__(self, connection: psycopg.Connection, archive: str) -> None:
        """Open the tables, making them where there are none; this alone may use the connection from then on."""
        self._connection = connection
        self._archive = archive
        self._schema = str(_one(connection, NAME))
        if not _one(connection, "SELECT to_regclass($1)", f"{self._schema}.homes"):
            self._make()
        connection.execute(_sql(f"SET search_path = {self._schema}"))
        with _there():
            connection.execute("SELECT inputs FROM weighed_from")

    def _make(self) -> None:
        with self._connection.transaction():
            self._connection.execute(_sql(f"DROP SCHEMA IF EXISTS {self._schema} CASCADE"))
            self._connection.execute(_sql(f"CREATE SCHEMA {self._schema}"))
            self._connection.execute(_sql(f"SET search_path = {self._schema}"))
            install(self._connection, TABLES.replace("CREATE TABLE", "CREATE UNLOGGED TABLE"))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """See `Store`."""
        with self._told():
            return self._connection.execute(own_words(sql), values).fetchall()

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """See `Store`."""
        every = list(rows)  # they may come of queries
        with self._told():
            self._connection.cursor().executemany(own_words(sql), every)

    def begin(self) -> None:
        """See `Store`."""

    def end(self) -> None:
        """See `Store`."""

    def clear(self) -> None:
        """See `Store`."""
        with self._told():
            self._make()

    def close(self) -> None:
        """See `Store`."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what went wrong in words of the archive."""
        try:
            with _there():
                yield
        except psycopg.Error as error:
            raise ArchiveTrouble(self._archive, *meaning(error)) from error


@contextmanager
def _there() -> Iterator[None]:
    try:
        yield
    except GONE as error:
        raise Outdated("what weighing remembers was taken away meanwhile") from error


def _one(connection: psycopg.Connection, sql: str, *values: str) -> Any:
    found = connection.execute(_sql(sql), values).fetchone()
    return found[0] if found else None


def _sql(told: str) -> Any:
    """Our own SQL with the name of a schema in it, which the server has quoted."""
    return told
