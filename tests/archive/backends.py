"""The kinds of places where an archive may lie, so that the same tests run on all of them."""

import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg

from crossbearing.archive.opening import Where
from crossbearing.archive.originals import Folder
from evaluation.archive.tampering import behind_its_back
from tests.archive.server import Server

Run = Any
"""What takes SQL with its parameters and returns a cursor."""


class Backend(Protocol):
    """Makes archives' places, and lets a test do what a hostile hand would."""

    def new(self) -> Where:
        """Return a place where no archive is yet."""
        ...

    def copy(self, where: Where) -> Where:
        """Return a place that is as another is now."""
        ...

    def set_schema(self, where: Where, version: int) -> None:
        """Let an archive say that it has another schema."""
        ...

    def without_trigger(self, where: Where, name: str) -> None:
        """Take one of the triggers away that keep rows as they are."""
        ...

    def forge(self, where: Where, pack: str, data: bytes | None) -> None:
        """Put other bytes in the place of a pack of originals, or take it away."""
        ...

    def behind_its_back(self, where: Where) -> Any:
        """Give a function that runs SQL as somebody does who has the database itself: no trigger stands in the way."""
        ...


class Folders:
    """Archives in folders: SQLite."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def new(self) -> Path:
        return self._folder / f"cases{next(self._numbers)}"

    def copy(self, where: Where) -> Path:
        into = self.new()
        shutil.copytree(where, into)
        return into

    def set_schema(self, where: Where, version: int) -> None:
        with self.behind_its_back(where) as run:
            run(f"PRAGMA user_version = {version}")

    def without_trigger(self, where: Where, name: str) -> None:
        with sqlite3.connect(where / "archive.sqlite") as database:
            database.execute(f"DROP TRIGGER {name}")

    def forge(self, where: Where, pack: str, data: bytes | None) -> None:
        path = Folder(where / "originals").path(pack)
        path.unlink(missing_ok=True)
        if data is not None:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)

    @contextmanager
    def behind_its_back(self, where: Where) -> Iterator[Run]:
        assert isinstance(where, Path)
        with behind_its_back(where) as database:
            yield database.execute


class Databases:
    """Archives in databases of a server: PostgreSQL, with the originals in the database or in folders."""

    def __init__(self, server: Server, originals: Path | None = None) -> None:
        self._server = server
        self._originals = originals

    def new(self) -> str:
        url = self._server.database()
        return f"{url}&originals={self._originals / url.rsplit('/', 1)[1][:12]}" if self._originals else url

    def copy(self, where: Where) -> str:
        assert isinstance(where, str)
        return self._server.database(like=where)

    def set_schema(self, where: Where, version: int) -> None:
        with self.behind_its_back(where) as run:
            run("UPDATE schema_version SET version = ?", (version,))

    def without_trigger(self, where: Where, name: str) -> None:
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(f"DROP TRIGGER {name} ON {name.partition('_')[0]}")

    def forge(self, where: Where, pack: str, data: bytes | None) -> None:
        with self.behind_its_back(where) as run:
            run("DELETE FROM originals WHERE digest = ?", (bytes.fromhex(pack),))
            if data is not None:
                run("INSERT INTO originals (digest, body) VALUES (?, ?)", (bytes.fromhex(pack), data))

    @contextmanager
    def behind_its_back(self, where: Where) -> Iterator[Run]:
        assert isinstance(where, str)
        with psycopg.connect(where, autocommit=True, cursor_factory=psycopg.RawCursor) as connection:
            connection.execute("SET session_replication_role = replica")

            def run(sql: str, parameters: Sequence[Any] = ()) -> Any:
                numbers = count(1)
                return connection.execute(re.sub(r"\?", lambda _: f"${next(numbers)}", sql), parameters)

            yield run
