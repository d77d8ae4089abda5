"""Checks the originals: that every pack is there as it was written, and every original in it."""

from collections.abc import Iterator

from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import GONE, UNKNOWN, Fault
from crossbearing.archive.seal import sha256


def check_packs(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the packs of originals."""
    waiting = dict(expected.packs)
    packs = archive.originals.packs
    for number, digest, entry in archive.database.rows("SELECT number, digest, entry FROM packs"):
        name = digest.hex()
        what = f"pack {name}"
        if waiting.pop(name, None) != (number, entry):
            yield Fault(what=what, wrong=UNKNOWN)
        try:
            if sha256(packs.read(name)) != name:
                yield Fault(what=what, wrong="it was changed")
        except FileNotFoundError:
            yield Fault(what=what, wrong=GONE)
        except OSError as error:
            yield Fault(what=what, wrong=f"it cannot be read: {error.strerror}")
    for name in waiting:
        yield Fault(what=f"pack {name}", wrong="its row is gone")
    for name in packs.names():
        if name in expected.emptied:
            yield Fault(what=f"pack {name}", wrong="it holds what was expunged: run `crossbearing expunge --finish`")
        elif name not in expected.packs:
            yield Fault(what=f"pack {name}", wrong="no report came from it (a run was killed?)", remark=True)


def check_original(archive: Archive, digest: str, pack: str, what: str) -> Iterator[Fault]:
    """Yield what is wrong with one original."""
    try:
        archive.originals.get(digest, pack)
    except FileNotFoundError:
        yield Fault(what=f"original {digest} of {what}", wrong=GONE)
    except ValueError:
        yield Fault(what=f"original {digest} of {what}", wrong="it was changed, or its pack was")
    except OSError as error:
        yield Fault(what=f"original {digest} of {what}", wrong=f"it cannot be read: {error.strerror}")
