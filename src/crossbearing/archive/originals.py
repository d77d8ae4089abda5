"""The bytes of every report as they were received, in packs that are named by their SHA-256 and written once.

Packs lie in a folder or, where a team has no folder that all can reach, in the archive's database.
"""

import gzip
import io
import os
import tarfile
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.seal import raw, sha256

SUFFIX = ".tar.gz"

UNFINISHED = ".part"

KEPT_OPEN = 4
"""Packs whose originals are kept in memory: they are asked for one after another."""


class Pack(msgspec.Struct, frozen=True):
    """A pack: its SHA-256, and the digests of the originals in it."""

    digest: str
    originals: tuple[str, ...]


class Packs(Protocol):
    """Where packs lie. What is under a name is never changed."""

    kind: Literal["folder", "database"]

    def write(self, name: str, data: bytes) -> None:
        """Write a pack that is not there, and return when it is safe; one that is there is left as it is."""
        ...

    def read(self, name: str) -> bytes:
        """Return a pack. Raises `FileNotFoundError` where it is gone, another `OSError` where it cannot be read."""
        ...

    def remove(self, name: str) -> None:
        """Take a pack away for good; one that is gone already is no error."""
        ...

    def sweep(self) -> None:
        """Take away what was begun and not finished; whoever is still writing it writes it again."""
        ...

    def names(self) -> Iterator[str]:
        """Yield the names of all packs that are there, in order."""
        ...


class Originals:
    """Packs of originals, each with those that came in together: tar archives, gzipped.

    In a pack each original is a file named by its SHA-256, so that anyone can check it with `tar` and `sha256sum`.
    Reports of a few kilobytes in files of their own would take three times their size on a disk.
    """

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self._open: OrderedDict[str, dict[str, bytes]] = OrderedDict()

    def put(self, originals: Sequence[tuple[str, bytes]]) -> Pack:
        """Write originals (digest, bytes) as one pack, and return when it is safe.

        The same originals make the same pack, and one that is there is left as it is, even where it was damaged:
        `verify` finds that out.
        """
        members = dict(originals)
        data = packed(members)
        pack = Pack(sha256(data), tuple(members))
        self.packs.write(pack.digest, data)
        return pack

    def get(self, original: str, pack: str) -> bytes:
        """Return the original with this digest out of a pack.

        Raises `FileNotFoundError` where the pack or the original in it is gone, `ValueError` where it was changed.
        """
        if pack not in self._open:
            self._open[pack] = unpacked(self.packs.read(pack))
            while len(self._open) > KEPT_OPEN:
                self._open.popitem(last=False)
        data = self._open[pack].get(original)
        if data is None:
            raise FileNotFoundError(2, "the pack has no such original", f"{pack}: {original}")
        if sha256(data) != original:
            raise ValueError(f"the original {original} was changed")
        return data

    def remove(self, pack: str) -> None:
        """Take a pack away for good; one that is gone already is no error."""
        self._open.pop(pack, None)
        self.packs.remove(pack)


class Folder:
    """Packs as files under a folder, `ab/abcd....tar.gz`."""

    kind: Literal["folder", "database"] = "folder"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Return where the pack of this name lies, whether or not it does."""
        return self._folder / name[:2] / f"{name}{SUFFIX}"

    def write(self, name: str, data: bytes) -> None:
        """Write a pack: it appears whole or not at all, for it is written beside its place and moved there."""
        place = self.path(name)
        if place.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.{os.getpid()}{UNFINISHED}")
        while not place.exists():
            with suppress(FileNotFoundError):  # swept away by who expunged something meanwhile
                _write_through(beside, data)
                beside.replace(place)
        for folder in (place.parent, self._folder):
            _sync_folder(folder)

    def read(self, name: str) -> bytes:
        """Return a pack."""
        return self.path(name).read_bytes()

    def remove(self, name: str) -> None:
        """Take a pack away for good."""
        place = self.path(name)
        if place.exists():
            place.unlink()
            _sync_folder(place.parent)

    def sweep(self) -> None:
        """Take away what was begun and not finished."""
        for place in self._folder.glob(f"??/*{UNFINISHED}"):
            place.unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Yield the names of all packs that are there, in order."""
        for place in sorted(self._folder.glob(f"??/*{SUFFIX}")):
            yield place.name.removesuffix(SUFFIX)


class Table:
    """Packs as rows of the database's table `originals`."""

    kind: Literal["folder", "database"] = "database"

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, name: str, data: bytes) -> None:
        """Write a pack."""
        sql = "INSERT INTO originals (digest, body) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"
        self._database.execute(sql, (raw(name), data))

    def read(self, name: str) -> bytes:
        """Return a pack."""
        found = self._database.row("SELECT body FROM originals WHERE digest = ?", (raw(name),))
        if found is None:
            raise FileNotFoundError(2, "the database has no such pack", name)
        return bytes(found[0])

    def remove(self, name: str) -> None:
        """Take a pack away for good, within a transaction."""
        self._database.execute("INSERT INTO expunging (report) VALUES (?)", (name,))
        self._database.execute("DELETE FROM originals WHERE digest = ?", (raw(name),))
        self._database.execute("DELETE FROM expunging WHERE report = ?", (name,))

    def sweep(self) -> None:
        """Take away nothing: the database undoes by itself what was not finished."""

    def names(self) -> Iterator[str]:
        """Yield the names of all packs that are there, in order."""
        for (digest,) in self._database.rows("SELECT digest FROM originals ORDER BY digest"):
            yield digest.hex()


def packed(members: dict[str, bytes]) -> bytes:
    """Return originals as a tar archive (POSIX ustar), gzipped; without times and owners, so the same each time."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in members.items():
            told = tarfile.TarInfo(name)
            told.size, told.mode = len(data), 0o444
            archive.addfile(told, io.BytesIO(data))
    return gzip.compress(tar.getvalue(), 6, mtime=0)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the originals in a pack by their names. Raises `ValueError` where the pack is damaged."""
    try:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(data)), mode="r:") as archive:
            files = ((member.name, archive.extractfile(member)) for member in archive)
            return {name: stream.read() for name, stream in files if stream is not None}
    except (tarfile.TarError, zlib.error, EOFError, OSError) as error:
        raise ValueError(f"the pack is damaged: {error}") from error


def _write_through(place: Path, data: bytes) -> None:
    with place.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    place.chmod(0o444)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can (POSIX; Windows has no such call and needs none)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
