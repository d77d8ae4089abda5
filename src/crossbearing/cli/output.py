"""Files that a verb writes: complete, or as they were before."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def writing(output: Path) -> Iterator[TextIO]:
    """Give a stream (UTF-8, line ends as written) that becomes the file when all is written; `-` is stdout."""
    if str(output) == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        yield sys.stdout
        return
    handle, beside = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.", suffix=".part")
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
