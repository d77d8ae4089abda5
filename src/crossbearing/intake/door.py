"""The door: files and folders in, reports and refusals out."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from crossbearing.intake.formats import Format, tell_format
from crossbearing.intake.outcome import Received, Refusal
from crossbearing.records import Report

HEAD = 4096
"""Bytes that are looked at to tell a format."""


def take_in(path: Path) -> Iterator[Report | Refusal]:
    """Yield the reports of a file or a folder, and a refusal for what cannot be taken in. No content makes it raise.

    Folders are gone through in order of name; hidden files and, inside folders, links to folders are left out.

    >>> for refusal in take_in(Path("no-such-file.txt")):
    ...     print(refusal)
    no-such-file.txt: there is no such file; check the name
    """
    for got in receive(path):
        yield got.report if isinstance(got, Received) else got


def receive(path: Path) -> Iterator[Received | Refusal]:
    """Yield what `take_in` yields, each report with the bytes it came from."""
    for file in _files(path):
        yield from _file(file) if isinstance(file, Path) else (file,)


def shown_name(path: Path) -> str:
    """Return a path as text that can be stored and printed, even where its bytes are no text."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _files(path: Path) -> Iterator[Path | Refusal]:
    """Yield all files at or below a path, in order of name; no recursion, since folders may be nested very deep."""
    waiting = [path]
    while waiting:
        at = waiting.pop()
        try:
            if not stat.S_ISDIR(at.stat().st_mode):
                yield at
                continue
            inside = sorted(p for p in at.iterdir() if not (p.name.startswith(".") or (p.is_symlink() and p.is_dir())))
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield _unreadable(at, error)
            continue
        if not inside:
            yield Refusal(file=shown_name(at), reason="the folder is empty", way_out="put reports into it")
        waiting += reversed(inside)


def _file(path: Path) -> Iterator[Received | Refusal]:
    shown = shown_name(path)
    try:
        if not path.is_file():
            # Opening a pipe or a device could wait for ever.
            yield Refusal(file=shown, reason="it is neither file nor folder", way_out="save what it gives as a file")
            return
        with path.open("rb") as stream:
            told = tell_format(path.suffix, stream.read(HEAD), shown)
            stream.seek(0)
            if isinstance(told, Refusal):
                yield told
            else:
                yield from _reader(told)(stream, shown)
    except OSError as error:
        yield _unreadable(path, error)


def _unreadable(path: Path, error: OSError | ValueError) -> Refusal:
    shown = shown_name(path)
    if isinstance(error, FileNotFoundError):
        return Refusal(file=shown, reason="there is no such file", way_out="check the name")
    if isinstance(error, PermissionError):
        return Refusal(file=shown, reason="no permission to read it", way_out="give yourself that right (chmod u+r)")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refusal(file=shown, reason=f"it cannot be read: {reason}", way_out="check the disk, or copy the file anew")


def _reader(told: Format) -> Callable[[BinaryIO, str], Iterator[Received | Refusal]]:
    """Return the reader of a format. Imported with its first file: the extractor of web pages takes a while to load."""
    if told == "html":
        from crossbearing.intake.html import read_page

        return read_page
    if told == "jsonl":
        from crossbearing.intake.jsonl import read_rows

        return read_rows
    from crossbearing.intake.plain import read_text

    return read_text
