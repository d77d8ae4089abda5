"""The bytes of every report as they were received: one file each, named by its SHA-256, written once."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossbearing.archive.seal import sha256


class Originals:
    """Files under a folder, `ab/cd/abcd...`, that anyone can check with `sha256sum` alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where the original with this digest lies, whether or not it does."""
        return self.folder / digest[:2] / digest[2:4] / digest

    def put(self, originals: Iterable[tuple[str, bytes]]) -> None:
        """Write originals (digest, bytes) that are not there yet, and return when all of them are on the disk.

        Each appears whole or not at all: it is written beside its place and moved there. One that is there is left as
        it is, even where it was damaged; finding that out is the business of `verify`.
        """
        folders: set[Path] = set()
        for digest, data in originals:
            place = self.path(digest)
            if place.exists():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{digest}.{os.getpid()}.part")
            with beside.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            beside.chmod(0o444)
            beside.replace(place)
            folders.update((place.parent, place.parent.parent, self.folder))
        for folder in folders:
            _sync_folder(folder)

    def get(self, digest: str) -> bytes:
        """Return the bytes with this digest. Raises `FileNotFoundError` or, if changed, `ValueError`."""
        data = self.path(digest).read_bytes()
        if sha256(data) != digest:
            raise ValueError(f"the original {digest} has been changed")
        return data

    def digests(self) -> Iterator[str]:
        """Yield the digests of all files that are there by name, in order."""
        for place in sorted(self.folder.glob("??/??/*")):
            if place.suffix != ".part":
                yield place.name


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can (POSIX; Windows has no such call and needs none)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
