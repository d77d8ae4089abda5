"""The archive's database for teams: a database of a PostgreSQL server, by its URL."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from crossbearing.archive.beside import Store
from crossbearing.archive.database import Condition, Row
from crossbearing.archive.lexemes import condition, pieces
from crossbearing.archive.migrate import migrate, schema_script
from crossbearing.archive.postgresql_trouble import READ_ONLY, first_line, meaning
from crossbearing.archive.postgresql_words import install, own_words
from crossbearing.archive.tables_beside import forget, opened
from crossbearing.archive.trouble import ArchiveTrouble, no_archive
from crossbearing.archive.words import Asked

DIALECT = "postgresql"
"""The part of the schema's files that is for this database alone."""

ONE_WRITER = "SELECT pg_advisory_xact_lock(hashtext('crossbearing ' || current_schema()))"
"""Held by whoever writes: all writers queue for one lock, so that no two can ever wait for each other."""

# All commits last through a power cut (a server may be set otherwise), and nobody waits for ever.
SETTINGS = "SET synchronous_commit = on; SET client_min_messages = warning; SET jit = off"

SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"

TABLES = """SELECT count(*), count(*) FILTER (WHERE relname = 'schema_version') FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"""
"""How many tables there are, and whether the one is among them that only an archive has."""

# What the schema is made of, in words that do not change with its place: columns, constraints, triggers (and whether
# they are on), functions.
MADE = """
  SELECT 'table ' || c.relname, string_agg(
    concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attcollation), ',' ORDER BY attname)
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = {schema} AND c.relkind = 'r' GROUP BY c.relname
  UNION ALL SELECT 'constraint ' || conname, concat_ws(' ', pg_get_constraintdef(oid), convalidated)
  FROM pg_constraint WHERE connamespace = {schema}
  UNION ALL SELECT 'trigger ' || t.tgname, concat_ws(' ', c.relname, t.tgtype, t.tgenabled, p.proname)
  FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
  WHERE c.relnamespace = {schema} AND NOT t.tgisinternal
  UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE pronamespace = {schema}
"""


class Postgresql:
    """One connection to one database of a server. All its tables stand in the connection's schema."""

    def __init__(
        self, url: str, *, asked: str, read_only: bool = False, make: bool = True, patience: float,
    ) -> None:
        """Open the database at a URL; `asked` is what a person wrote for it, without a password."""
        self._url = url
        self.asked = asked
        self._reading = False
        self.name = _name(url)
        with self._told():
            self._connection = self._connect()
        try:
            with self._told():
                self._connection.execute(SETTINGS)
                self._set("lock_timeout", f"{int(patience * 1000)}ms")
                self._set("default_transaction_read_only", "on" if read_only else "off")
            self._check(make=make and not read_only)
            if not read_only:
                self._check_rights()
            migrate(self, DIALECT, writable=not read_only)
        except BaseException:
            self._connection.close()
            raise

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            self._url, autocommit=True, cursor_factory=psycopg.RawCursor, connect_timeout=10, client_encoding="UTF8",
            fallback_application_name="crossbearing",
        )

    def _set(self, name: str, value: str) -> None:
        self._connection.execute("SELECT set_config($1, $2, false)", (name, value))

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query."""
        with self._told():
            return self._connection.execute(own_words(sql), parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or null."""
        with self._told():
            return self._connection.execute(own_words(sql), parameters).fetchone()

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        with self._told():
            self._connection.execute(own_words(sql), parameters)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        # The rows may come of queries, which could not run between those that are sent together.
        every = list(rows)
        with self._told():
            self._connection.cursor().executemany(own_words(sql), every)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction that alone may write, waiting for others; commit it, or undo all of it."""
        with self._told():
            self._connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
        try:
            # Each statement after this sees what the writer before us committed.
            self.execute(ONE_WRITER)
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See the database as it is now until the end, whoever writes meanwhile."""
        with self._told():
            self._connection.execute(SNAPSHOT)
        self._reading = True
        try:
            yield
        finally:
            self._reading = False
            self._undo()

    def _undo(self) -> None:
        with suppress(psycopg.Error):  # the connection may be what broke: then the server undoes it
            self._connection.execute("ROLLBACK")

    def version(self) -> int:
        """Return which schema the database has: 0 where it has none yet."""
        if not self.rows(TABLES)[0][1]:
            return 0
        return int(self.rows("SELECT version FROM schema_version")[0][0])

    def install(self, script: str, version: int) -> None:
        """Run one script of the schema and note that it is there; inside a transaction."""
        install(self._connection, script)
        self.execute("UPDATE schema_version SET version = ?", (version,))

    def index_words(self, reports: Iterable[tuple[int, str]]) -> None:
        """Add the words of reports to the index of words, under the reports' numbers."""
        self.execute_many(
            "INSERT INTO words (report, piece, body) VALUES (?, ?, ?::tsvector)",
            ((number, at, piece) for number, words in reports for at, piece in enumerate(pieces(words))),
        )

    def forget_words(self, report: int, words: str) -> None:  # noqa: ARG002 - SQLite must be told which they were
        """Take a report's words out of the index of words."""
        self.execute("DELETE FROM words WHERE report = ?", (report,))

    def forget_all_words(self) -> None:
        """Empty the index of words."""
        self.execute("DELETE FROM words")

    def having_words(self, asked: Asked) -> Condition:
        """Return the condition that a report (p) has the words that are asked for."""
        return condition(asked)

    def scrub(self) -> None:
        """Write the tables anew without what was deleted; the server's log and backups are its keeper's to clear."""
        self.execute("VACUUM FULL")

    def faults(self) -> Iterator[str]:
        """Yield what in the schema is not as this software makes it."""
        there: dict[str, str] = dict(self.rows(MADE.format(schema="current_schema()::regnamespace")))
        try:
            wanted = self._as_installed()
        except psycopg.Error as error:
            yield f"its tables cannot be compared with how they are made ({first_line(error)}); grant TEMPORARY on it"
            return
        for name in sorted(wanted.keys() | there.keys()):
            if name not in there:
                yield f"its {name} is gone"
            elif there[name] != wanted.get(name):
                yield f"its {name} is not as it was made"

    def _as_installed(self) -> dict[str, str]:
        """Return what the schema is made of, made anew among the temporary tables of another connection."""
        with self._connect() as fresh:
            fresh.execute("CREATE TEMPORARY TABLE first_of_all (nothing INTEGER)")  # gives the schema its number
            fresh.execute("DROP TABLE first_of_all")
            fresh.execute("SET search_path = pg_temp")
            for number in range(1, self.version() + 1):
                # Temporary functions are found by their full name only.
                script = schema_script(number, DIALECT).replace("EXECUTE FUNCTION ", "EXECUTE FUNCTION pg_temp.")
                install(fresh, script)
            return dict(fresh.execute(own_words(MADE.format(schema="pg_my_temp_schema()"))).fetchall())

    def beside(self) -> Store:
        """Open what weighing remembers, in tables beside those of the archive."""
        with self._told():
            return opened(self._connect, self.name)

    def forget_beside(self) -> None:
        """Take away what weighing remembers."""
        with self._told():
            forget(self._connection)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _check(self, *, make: bool) -> None:
        encoding = self._connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise ArchiveTrouble(
                self.name, f"its encoding is {encoding}", "make another: createdb --encoding UTF8 --template template0",
            )
        # In one statement, for another process may be making the tables at this moment.
        tables, ours = self.rows(TABLES)[0]
        if ours:
            return
        if tables:
            raise ArchiveTrouble(
                self.name, "it holds tables of another program", "make a database for the archive: createdb cases",
            )
        if not make:
            raise no_archive(self.name)

    def _check_rights(self) -> None:
        """Raise at once where nothing could be written, not only when the work is done."""
        may = "SELECT has_table_privilege('ledger', 'INSERT') AND NOT pg_is_in_recovery()"
        if self.version() and not self.rows(may)[0][0]:
            raise ArchiveTrouble(self.name, *READ_ONLY)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what went wrong in words of the archive."""
        try:
            yield
        except psycopg.Error as error:
            if self._reading and not self._connection.closed:
                # What was asked for is damaged; let the next question have an answer.
                self._undo()
                self._connection.execute(SNAPSHOT)
            raise ArchiveTrouble(self.name, *meaning(error)) from error


def _name(url: str) -> str:
    """Return which database of which server a URL names, without user and password."""
    try:
        told = conninfo_to_dict(url)
    except psycopg.Error as error:
        # What it says of the URL may hold the password.
        way_out = "write it as postgresql://USER@HOST/NAME, with %XX for characters that mean something in a URL"
        raise ArchiveTrouble("of PostgreSQL", "its URL cannot be understood", way_out) from error
    return "/".join(str(told[part]) for part in ("host", "port", "dbname") if told.get(part))
