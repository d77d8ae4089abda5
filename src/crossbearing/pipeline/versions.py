"""What decides an outcome, as a digest: code, tables, packages."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version as package_version
from importlib.resources import files
from importlib.resources.abc import Traversable


def version_of(rooms: Iterable[str], packages: Iterable[str], *tables: str) -> str:
    """Return a digest of the code and tables of some rooms, of the versions of packages, and of what else is named.

    >>> version_of(["records"], ["click"]) == version_of(["records"], ["click"], "more")
    False
    """
    digest = hashlib.sha256()
    for room in rooms:
        for name, data in _files(files("crossbearing").joinpath(room), room):
            digest.update(f"{name} {len(data)}\n".encode() + data)
    for told in (*(f"{package} {package_version(package)}" for package in packages), *tables):
        digest.update(f"{told}\n".encode())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for inside in sorted(folder.iterdir(), key=lambda each: each.name):
        if inside.is_file():
            # A checkout on another system may have other line ends, which change nothing.
            yield f"{name}/{inside.name}", inside.read_bytes().replace(b"\r\n", b"\n")
        elif inside.name != "__pycache__":
            yield from _files(inside, f"{name}/{inside.name}")
