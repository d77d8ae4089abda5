"""The bytes of every report as they were received, in packs that are named by their SHA-256 and written once."""

import gzip
import io
import os
import tarfile
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from crossbearing.archive.seal import sha256

SUFFIX = ".tar.gz"

KEPT_OPEN = 4
"""Packs whose originals are kept in memory: they are asked for one after another."""


class Pack(msgspec.Struct, frozen=True):
    """A pack: its SHA-256, and the digests of the originals in it."""

    digest: str
    originals: tuple[str, ...]


class Originals:
    """Packs under a folder, `ab/abcd....tar.gz`, each with the originals that came in together.

    In a pack each original is a file named by its SHA-256, so that anyone can check it with `tar` and `sha256sum`.
    Reports of a few kilobytes in files of their own would take three times their size on a disk.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: OrderedDict[str, dict[str, bytes]] = OrderedDict()

    def path(self, pack: str) -> Path:
        """Return where the pack with this digest lies, whether or not it does."""
        return self.folder / pack[:2] / f"{pack}{SUFFIX}"

    def put(self, originals: Sequence[tuple[str, bytes]]) -> Pack:
        """Write originals (digest, bytes) as one pack, and return when it is on the disk.

        It appears whole or not at all: it is written beside its place and moved there. The same originals make the
        same pack, and one that is there is left as it is, even where it was damaged: `verify` finds that out.
        """
        members = dict(originals)
        data = _packed(members)
        pack = Pack(sha256(data), tuple(members))
        place = self.path(pack.digest)
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{place.name}.{os.getpid()}.part")
            with beside.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            beside.chmod(0o444)
            beside.replace(place)
            for folder in (place.parent, self.folder):
                _sync_folder(folder)
        return pack

    def get(self, original: str, pack: str) -> bytes:
        """Return the original with this digest out of a pack.

        Raises `FileNotFoundError` where the pack or the original in it is gone, `ValueError` where it was changed.
        """
        if pack not in self._open:
            self._open[pack] = unpacked(self.path(pack).read_bytes())
            while len(self._open) > KEPT_OPEN:
                self._open.popitem(last=False)
        data = self._open[pack].get(original)
        if data is None:
            raise FileNotFoundError(2, "the pack has no such original", f"{self.path(pack)}: {original}")
        if sha256(data) != original:
            raise ValueError(f"the original {original} was changed")
        return data

    def packs(self) -> Iterator[str]:
        """Yield the digests of all packs that are there by name, in order."""
        for place in sorted(self.folder.glob(f"??/*{SUFFIX}")):
            yield place.name.removesuffix(SUFFIX)


def _packed(members: dict[str, bytes]) -> bytes:
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


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can (POSIX; Windows has no such call and needs none)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
