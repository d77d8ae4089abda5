"""Keeps the gazetteer file: where it lies, whether it is whole and current, and building it when it is not."""

import hashlib
import json
import os
import tempfile
import warnings
from pathlib import Path

from crossbearing.places import packaged
from crossbearing.places.build import BUILDER, Progress, build


def default_folder() -> Path:
    """Return the folder of cached files: `$CROSSBEARING_CACHE`, else the platform's cache folder of this user."""
    named = os.environ.get("CROSSBEARING_CACHE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "crossbearing" / "Cache"
    if os.uname().sysname == "Darwin":
        return Path.home() / "Library" / "Caches" / "crossbearing"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "crossbearing"


def additions(folder: Path) -> list[Path]:
    """Return the user's tables of places in that folder, which go into the gazetteer, in the order of their names."""
    return sorted((folder / "additions").glob("*.csv"))


def fingerprint(folder: Path) -> str:
    """Return a digest of all that decides what the gazetteer holds: builder, packages, our tables, the user's."""
    digest = hashlib.sha256(json.dumps([BUILDER, sorted(packaged.versions().items())]).encode())
    own = Path(__file__).parent / "data" / "gazetteer"
    for path in sorted(own.rglob("*.csv"), key=str):
        digest.update(path.relative_to(own).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in additions(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


def _is_whole(path: Path) -> bool:
    """Whether the file is, byte for byte, what was built.

    Its checksum is computed only where size or time of change differ from those noted when it was last found whole.
    """
    seal = path.with_suffix(".json")
    try:
        noted = json.loads(seal.read_text(encoding="utf-8"))
        stat = path.stat()
        if [stat.st_size, stat.st_mtime_ns] == noted["stat"]:
            return True
        if _checksum(path) != noted["checksum"]:
            return False
        _write_seal(path, noted["checksum"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True


def _write_seal(path: Path, checksum: str) -> None:
    stat = path.stat()
    _replace(path.with_suffix(".json"), json.dumps({"checksum": checksum, "stat": [stat.st_size, stat.st_mtime_ns]}))


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)


def gazetteer_file(folder: Path | None = None, progress: Progress | None = None) -> Path:
    """Return the path of a whole and current gazetteer file, building it first where there is none (under a minute).

    The file appears at once and complete, so that any number of processes may ask for it together; the last to finish
    wins with the same bytes. A damaged file is built anew, with a warning. Raises OSError, naming the folder, where
    it cannot be written.
    """
    folder = folder or default_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"gazetteer-{fingerprint(folder)}.sqlite"
    if _is_whole(path):
        return path
    if path.exists() and path.with_suffix(".json").exists():
        warnings.warn(f"{path} is damaged; it is built anew", stacklevel=2)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".building-") as scratch:
        fresh = Path(scratch) / path.name
        build(fresh, additions(folder), progress)
        checksum = _checksum(fresh)
        fresh.replace(path)
    _write_seal(path, checksum)
    for old in folder.glob("gazetteer-*"):
        if old.stem != path.stem:
            old.unlink(missing_ok=True)
    return path
