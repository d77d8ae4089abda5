"""Where an archive lies, a folder or a database of a PostgreSQL server, and what opens it there."""

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

from crossbearing.archive.database import PATIENCE, Database
from crossbearing.archive.originals import Folder, Originals, Table
from crossbearing.archive.sqlite import Sqlite
from crossbearing.archive.trouble import ArchiveTrouble, no_archive

Where = Path | str
"""A folder, or the URL of a PostgreSQL database."""

DATABASE = "archive.sqlite"
ORIGINALS = "originals"
PASSWORDS = re.compile(r"(?<=//)(?P<user>[^:@/]*):[^/?]*@|(?<=[?&])(?:ssl)?password=[^&]*&?")
"""Where a URL may have one: behind the user's name, and among what is asked of the server."""
SCHEMES = ("postgresql://", "postgres://")


def where_of(named: str) -> Where:
    """Return where an archive lies by what a person wrote: a URL where it is one, else a folder.

    >>> where_of("postgresql://localhost/cases")
    'postgresql://localhost/cases'
    >>> where_of("cases").name
    'cases'
    """
    return named if named.startswith(SCHEMES) else Path(named)


def as_written(where: Where) -> str:
    """Return where an archive lies as a person would write it, without a password.

    >>> as_written("postgresql://ada:secret@localhost/cases")
    'postgresql://ada@localhost/cases'
    >>> as_written("postgresql://localhost/cases?password=secret&port=5433")
    'postgresql://localhost/cases?port=5433'
    """
    if isinstance(where, Path):
        return str(where)
    return PASSWORDS.sub(lambda found: f"{found['user']}@" if found["user"] is not None else "", where).rstrip("?&")


def as_typed(where: Where) -> str:
    """Return where an archive lies as a person types it in a shell, without a password.

    >>> as_typed(Path("my cases"))
    "'my cases'"
    """
    return shlex.quote(as_written(where))


def opened(where: Where, *, read_only: bool, make: bool) -> tuple[Database, Originals]:
    """Open the database and the originals of an archive; make them where there are none, if that is allowed.

    A folder holds both. A PostgreSQL database keeps the originals too, or they lie in a folder that its URL names:
    `postgresql://host/cases?originals=/srv/originals`. Raises `ArchiveTrouble` where that cannot be done.
    """
    if isinstance(where, Path):
        return _in_folder(where, read_only=read_only, make=make)
    return _on_server(where, read_only=read_only, make=make)


def _in_folder(folder: Path, *, read_only: bool, make: bool) -> tuple[Database, Originals]:
    file = folder / DATABASE
    if not _is_there(folder, file) and (read_only or not make):
        raise no_archive(str(folder))
    if not read_only:
        _make_folder(folder / ORIGINALS, str(folder))
    return Sqlite(file, read_only=read_only, patience=PATIENCE), Originals(Folder(folder / ORIGINALS))


def _on_server(url: str, *, read_only: bool, make: bool) -> tuple[Database, Originals]:
    # Loaded only here: most archives are folders.
    from crossbearing.archive.postgresql import Postgresql

    asked = as_written(url)
    url, folder = _without_folder(url)
    database = Postgresql(url, asked=asked, read_only=read_only, make=make, patience=PATIENCE)
    if folder is None:
        return database, Originals(Table(database))
    if not read_only:
        _make_folder(folder, database.name)
    return database, Originals(Folder(folder))


def _without_folder(url: str) -> tuple[str, Path | None]:
    """Part the folder of originals from a URL: the server knows nothing of it."""
    address, _, query = url.partition("?")
    asked = [part.partition("=") for part in query.split("&") if part]
    folders = [unquote(value) for name, _, value in asked if name == ORIGINALS]
    left = "&".join("".join(part) for part in asked if part[0] != ORIGINALS)
    return f"{address}?{left}" if left else address, Path(folders[-1]) if folders else None


def _make_folder(folder: Path, archive: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveTrouble(
            archive, f"it cannot be written: {error.strerror}", "name a folder where you may write",
        ) from error


def _is_there(folder: Path, file: Path) -> bool:
    """Whether there is an archive. Raises where the folder holds other things."""
    try:
        if file.exists():
            return True
        if folder.exists() and not folder.is_dir():
            raise ArchiveTrouble(str(folder), "it is a file", "name a folder")
        inside = folder.iterdir() if folder.exists() else ()
        others = [p for p in inside if not p.name.startswith((".", ORIGINALS, DATABASE))]
    except OSError as error:
        raise ArchiveTrouble(
            str(folder), f"it cannot be looked into: {error.strerror}", "give yourself that right, or name another",
        ) from error
    if others:
        raise ArchiveTrouble(str(folder), "it holds other files and no archive", "name a new or an empty folder")
    return False
