"""Opens an archive's database behind its back, as somebody does who has the file and an editor."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def behind_its_back(folder: Path) -> Iterator[sqlite3.Connection]:
    """Give the database of an archive in a folder: no trigger stands in the way, and none is missed after."""
    database = sqlite3.connect(folder / "archive.sqlite", isolation_level=None)
    database.execute("PRAGMA foreign_keys = OFF")
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    yield database
    for _, sql in triggers:
        database.execute(sql)
    database.close()


def with_a_change(value: int | str | bytes | None, at: int) -> int | str | bytes:
    """Return a value in which one byte is another: the one at a place in a text or in bytes, or of a number.

    >>> with_a_change("abc", 1), with_a_change(b"abc", 2), with_a_change(5, 1), with_a_change(None, 0)
    ('a#c', b'ab"', 261, 0)
    """
    if value is None:
        return 0
    if isinstance(value, int):
        return value ^ (1 << 8 * at)
    if isinstance(value, str):
        return value[:at] + chr(ord(value[at]) ^ 65) + value[at + 1:]
    return value[:at] + bytes([value[at] ^ 65]) + value[at + 1:]


def places_in(value: int | str | bytes | None) -> range:
    """Return the places of a value's bytes, for `with_a_change`."""
    if value is None:
        return range(1)
    if isinstance(value, int):
        return range(max(1, (value.bit_length() + 7) // 8))
    return range(len(value))
