"""A BagIt bag (RFC 8493): a folder of files with their SHA-256, which appears complete or not at all."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from crossbearing.archive.ledger import SOFTWARE
from crossbearing.archive.seal import sha256


class Bag:
    """A bag that is being filled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manifest: dict[str, str] = {}

    def add_lines(self, name: str, lines: Iterable[bytes]) -> None:
        """Add a file of lines, as they come."""
        digest = hashlib.sha256()
        with self._place(name).open("wb") as stream:
            for line in lines:
                stream.write(line + b"\n")
                digest.update(line + b"\n")
        self._manifest[f"data/{name}"] = digest.hexdigest()

    def add(self, folder: str, data: bytes) -> str:
        """Add a file that is named by its SHA-256, and return that."""
        digest = sha256(data)
        self._place(f"{folder}/{digest}").write_bytes(data)
        self._manifest[f"data/{folder}/{digest}"] = digest
        return digest

    def finish(self, info: Mapping[str, str], texts: Mapping[str, str]) -> None:
        """Write what the bag says of itself, and some more texts beside its data."""
        size = sum((self._folder / path).stat().st_size for path in self._manifest)
        told = {"Bag-Software-Agent": SOFTWARE, **info, "Payload-Oxum": f"{size}.{len(self._manifest)}"}
        tags = {
            "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in told.items()), **texts,
            "manifest-sha256.txt": _manifest(self._manifest),
        }
        tags["tagmanifest-sha256.txt"] = _manifest({name: sha256(text.encode()) for name, text in tags.items()})
        for name, text in tags.items():
            (self._folder / name).write_bytes(text.encode())

    def _place(self, name: str) -> Path:
        place = self._folder / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


@contextmanager
def filling(folder: Path) -> Iterator[Bag]:
    """Give a bag to fill, which is in the folder at the end; that must not be there yet."""
    if folder.exists():
        raise FileExistsError(17, "it is there already; name a new folder", str(folder))
    beside = folder.with_name(f".{folder.name}.part")
    if beside.exists():
        shutil.rmtree(beside)
    try:
        beside.mkdir(parents=True)
        yield Bag(beside)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _manifest(digests: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
