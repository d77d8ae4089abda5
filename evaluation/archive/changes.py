"""Changes single bytes of an archive, and checks that `verify` finds each of them and names what was changed.

`python -m evaluation.archive.changes` changes every byte of every original, ledger row, claim row and stored reading of
a small archive, one after the other; then, in a large one, as many at random as `--changes` says, all at once, and
deletes some rows.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossbearing.archive import Archive, verify
from crossbearing.archive.originals import Folder
from evaluation.archive.scale import fill
from evaluation.archive.tampering import behind_its_back, places_in, with_a_change

TABLES = {"ledger": ("seq",), "claims": ("reading", "ordinal"), "readings": ("number",)}
"""The tables whose rows are changed, with their keys."""

SMALL = 2
"""Reports of the small archive."""


def main() -> None:
    """Run both checks, and say what was not found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000, help="how many reports the large archive has")
    parser.add_argument("--changes", type=int, default=5_000, help="how many changes are made in it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as named:
        small, large = Path(named) / "small", Path(named) / "large"
        fill(small, SMALL)
        tried, missed = every_change(small)
        print(f"archive.changes.small {tried} changes, {len(missed)} not found or not named")
        fill(large, given.reports)
        done, unnamed = many_changes(large, given.changes, random.Random(1))  # noqa: S311 - the same ones each time
        print(f"archive.changes.large {done} changes, {len(unnamed)} not found or not named")
    print("\n".join([*missed, *unnamed][:50]))
    sys.exit(bool(missed or unnamed))


def every_change(folder: Path) -> tuple[int, list[str]]:
    """Change each byte of a small archive and put it back; return how many that were, and those not found."""
    tried, missed = 0, []
    packs = Folder(folder / "originals")
    for name in packs.names():
        path, data = packs.path(name), packs.read(name)
        path.chmod(0o644)
        for at in places_in(data):
            changed = with_a_change(data, at)
            assert isinstance(changed, bytes)
            path.write_bytes(changed)
            tried += 1
            if f"pack {name}" not in _named(folder):
                missed.append(f"byte {at} of pack {name}")
        path.write_bytes(data)
    with behind_its_back(folder) as database:
        for table, what in (("ledger", _ledger_name), ("claims", _claim_name), ("readings", _reading_name)):
            for column, key, row in _values(database, table):
                for at in places_in(row[column]):
                    _set(database, table, column, key, with_a_change(row[column], at))
                    tried += 1
                    if not any(named.startswith(what(row)) for named in _named(folder)):
                        missed.append(f"byte {at} of {column} of {what(row)}")
                _set(database, table, column, key, row[column])
    return tried, missed


def many_changes(folder: Path, changes: int, chance: random.Random) -> tuple[int, list[str]]:
    """Make changes in a large archive, all in other rows; return how many, and those that verify did not name."""
    packs = Folder(folder / "originals")
    wanted: set[str] = set()
    names = list(packs.names())
    for name in chance.sample(names, min(len(names) // 2, changes // 5)):
        data = packs.read(name)
        path = packs.path(name)
        path.chmod(0o644)
        changed = with_a_change(data, chance.randrange(len(data)))
        assert isinstance(changed, bytes)
        path.write_bytes(changed)
        wanted.add(f"pack {name}")
    with behind_its_back(folder) as database:
        database.execute("BEGIN")
        rows = database.execute("SELECT * FROM ledger").fetchall()
        for seq, act, body, hash_ in chance.sample(rows, min(len(rows) // 2, changes // 5)):
            value = {"act": act, "body": body, "hash": hash_}
            column = chance.choice(sorted(value))
            at = chance.randrange(len(value[column]))
            _set(database, "ledger", column, {"seq": seq}, with_a_change(value[column], at))
            wanted.add(f"ledger entry {seq}")
        cursor = database.execute("SELECT * FROM claims ORDER BY reading, ordinal")
        columns = [column[0] for column in cursor.description]
        claims = [dict(zip(columns, row, strict=True)) for row in cursor]
        for number, claim in enumerate(chance.sample(claims, changes - len(wanted))):
            key = {"reading": claim["reading"], "ordinal": claim["ordinal"]}
            if number % 50 == 0:
                database.execute("DELETE FROM claims WHERE reading = ? AND ordinal = ?", tuple(key.values()))
            else:
                column = chance.choice(columns[2:])
                at = chance.choice(places_in(claim[column]))
                _set(database, "claims", column, key, with_a_change(claim[column], at))
            wanted.add(_claim_name(claim))
        database.execute("COMMIT")
    found = _named(folder)
    # A claim's fault names its report too, where that could still be told.
    found |= {" of ".join(named.split(" of ")[:2]) for named in found}
    return len(wanted), sorted(wanted - found)


def _named(folder: Path) -> set[str]:
    with Archive.open(folder, read_only=True) as archive:
        return {fault.what for fault in verify(archive) if not fault.remark}


def _values(database: Any, table: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield every value that is no part of a key: its column, the key of its row, and the row."""
    cursor = database.execute(f"SELECT * FROM {table}")  # noqa: S608 - one of our own names
    columns = [column[0] for column in cursor.description]
    for values in cursor.fetchall():
        row = dict(zip(columns, values, strict=True))
        key = {name: row[name] for name in TABLES[table]}
        yield from ((column, key, row) for column in columns if column not in key)


def _set(database: Any, table: str, column: str, key: dict[str, Any], value: Any) -> None:
    where = " AND ".join(f"{name} = ?" for name in key)
    database.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *key.values()))  # noqa: S608 - our own


def _ledger_name(row: dict[str, Any]) -> str:
    return f"ledger entry {row['seq']}"


def _claim_name(row: dict[str, Any]) -> str:
    return f"claim {row['ordinal'] + 1} of reading {row['reading']}"


def _reading_name(row: dict[str, Any]) -> str:
    return f"reading {row['number']}"


if __name__ == "__main__":
    main()
