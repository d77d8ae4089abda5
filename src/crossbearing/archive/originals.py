"""The bytes of every report as they were received: one file each, named by its SHA-256, written once."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from crossbearing.archive.seal import sha256

AT_ONCE = 16
"""Files that are waited for together until they are on the disk: one by one, the disk would be waited for each time."""


class Originals:
    """Files under a folder, `ab/abcd...`, that anyone can check with `sha256sum` alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where the original with this digest lies, whether or not it does."""
        return self.folder / digest[:2] / digest

    def put(self, originals: Iterable[tuple[str, bytes]]) -> None:
        """Write originals (digest, bytes) that are not there yet, and return when all of them are on the disk.

        Each appears whole or not at all: it is written beside its place and moved there. One that is there is left as
        it is, even where it was damaged; finding that out is the business of `verify`.
        """
        written = [self._write_beside(digest, data) for digest, data in originals if not self.path(digest).exists()]
        if not written:
            return
        folders = {self.folder, *(beside.parent for beside in written)}
        with ThreadPoolExecutor(AT_ONCE) as executor:
            list(executor.map(_settle, written))
            list(executor.map(_sync_folder, folders))

    def _write_beside(self, digest: str, data: bytes) -> Path:
        place = self.path(digest)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{digest}.{os.getpid()}.part")
        beside.write_bytes(data)
        return beside

    def get(self, digest: str) -> bytes:
        """Return the bytes with this digest. Raises `FileNotFoundError` or, if changed, `ValueError`."""
        data = self.path(digest).read_bytes()
        if sha256(data) != digest:
            raise ValueError(f"the original {digest} has been changed")
        return data

    def digests(self) -> Iterator[str]:
        """Yield the digests of all files that are there by name, in order."""
        for place in sorted(self.folder.glob("??/*")):
            if place.suffix != ".part":
                yield place.name


def _settle(beside: Path) -> None:
    """Wait until a file is on the disk, and move it into its place."""
    handle = os.open(beside, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.chmod(0o444)
    beside.replace(beside.with_name(beside.name.split(".", 1)[0]))


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can (POSIX; Windows has no such call and needs none)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
