"""Files that a verb writes: complete, or as they were before."""

import hashlib
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where
    from crossbearing.protection import Seen


@contextmanager
def writing(output: Path) -> Iterator[TextIO]:
    """Give a stream (UTF-8, line ends as written) that becomes the file when all is written; `-` is stdout.

    A pipe or a device (`/dev/null`) is written into: it must not be replaced. Of a link, the file that it leads to is
    replaced. What fails within writes nothing, so an act that the ledger is to tell is recorded within.
    """
    if str(output) == "-" or (output.exists() and not output.is_file()):
        with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as whole:
            yield whole
            whole.seek(0)
            with _not_to_be_replaced(output) as stream:
                shutil.copyfileobj(whole, stream)
        return
    output = output.resolve()
    try:
        handle, beside = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.", suffix=".part")
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, "there is no such folder", str(output.parent)) from error
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(output)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)  # noqa: PTH101 - as any file that is written; mkstemp's are private
        os.replace(beside, output)  # noqa: PTH105 - a name, not a path
    except BaseException:
        os.unlink(beside)  # noqa: PTH108 - as above
        raise


@contextmanager
def _not_to_be_replaced(output: Path) -> Iterator[TextIO]:
    """Give a stream into stdout, a pipe or a device."""
    if str(output) != "-":
        with output.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    yield sys.stdout


class Digesting(io.TextIOBase):
    """A text stream that passes on what is written to another, and takes its SHA-256 as UTF-8."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._digest = hashlib.sha256()

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Write some text."""
        self._digest.update(text.encode())
        return self._stream.write(text)

    def digest(self) -> str:
        """Return the SHA-256 of all that was written, in hexadecimal."""
        return self._digest.hexdigest()


@contextmanager
def seeing(where: "Where", *, unprotected: bool) -> Iterator["Seen"]:
    """Open an archive to show something of it: protected persons by pseudonyms, or by name where that is asked for."""
    from crossbearing.archive import Archive
    from crossbearing.protection import Seen

    with Archive.open(where, read_only=not unprotected, make=False) as archive:
        yield Seen(archive, verb=_verb(), unprotected=unprotected)


def _verb() -> str:
    return str(click.get_current_context().info_name)


@contextmanager
def exporting(where: "Where", *, unprotected: bool) -> Iterator["Seen"]:
    """Open an archive to write something out of it, which its ledger will tell.

    An archive that cannot be written can still be exported: then that is said on stderr instead.
    """
    from crossbearing.archive import Archive, ArchiveTrouble
    from crossbearing.protection import Seen

    try:
        archive = Archive.open(where, make=False)
    except ArchiveTrouble:
        archive = Archive.open(where, read_only=True)
        name = archive.database.name
        click.echo(f"crossbearing: archive {name} cannot be written: its ledger does not tell of this", err=True)
    with archive:
        yield Seen(archive, verb=_verb(), unprotected=unprotected)
