"""Brings a database to the schema that this version of the software works with."""

import shlex
from importlib.resources import files
from typing import Protocol

from crossbearing.archive.database import Database
from crossbearing.archive.trouble import ArchiveTrouble

NEWEST = 3
"""The schema this software writes: the number of the last script in `schema/`."""


class Migratable(Database, Protocol):
    """A database that knows its schema."""

    @property
    def asked(self) -> str:
        """Where its archive lies, as a person writes it, without a password."""
        ...

    def version(self) -> int:
        """Return which schema it has: 0 where it has none yet."""
        ...

    def install(self, script: str, version: int) -> None:
        """Run one script of the schema and note that it is there; inside a transaction."""
        ...


def schema_script(version: int, dialect: str) -> str:
    """Return the script that brings a database of the schema before to this one.

    It is what all databases share and, after it, what is for one of them alone ("sqlite", "postgresql").
    """
    folder = files("crossbearing.archive").joinpath("schema")
    parts = (f"{version:04}.sql", f"{version:04}.{dialect}.sql")
    return "\n".join(folder.joinpath(part).read_text(encoding="utf-8") for part in parts)


def migrate(database: Migratable, dialect: str, *, writable: bool) -> None:
    """Run the scripts of the schema that the database does not have yet, each with its number in one transaction.

    Raises `ArchiveTrouble` for a database that newer software wrote, and for an older one that may not be written.
    """
    found = database.version()
    if found > NEWEST:
        raise ArchiveTrouble(
            database.name, f"newer software wrote it (schema {found}, this software knows {NEWEST})",
            "install the newest Crossbearing; nothing was changed",
        )
    if found == NEWEST:
        return
    if not writable:
        raise ArchiveTrouble(
            database.name, "it is not complete yet, or older software wrote it",
            f"run `crossbearing run --archive {shlex.quote(database.asked)}` once where it can be written",
        )
    with database.transaction():
        # Another process may have done it while this one waited.
        for version in range(database.version() + 1, NEWEST + 1):
            database.install(schema_script(version, dialect), version)
