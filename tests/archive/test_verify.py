"""Whatever is altered, taken away, moved or slipped in, `verify` finds it and names it."""

import random
import shutil
import sqlite3
from contextlib import contextmanager

import pytest

from crossbearing.archive import Archive, ArchiveTrouble, verify
from crossbearing.archive.originals import Originals, unpacked
from crossbearing.archive.seal import sha256
from tests.archive.made import fill, received

TABLES = (
    "ledger", "packs", "reports", "readings", "readers", "read", "claims", "terms", "judgements", "judged", "events",
    "told",
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound") / "cases"
    with Archive.open(folder) as archive:
        fill(archive, 3)
    return folder


@pytest.fixture
def folder(sound, tmp_path):
    shutil.copytree(sound, tmp_path / "cases")
    return tmp_path / "cases"


@contextmanager
def behind_its_back(folder):
    """Give the database as somebody with an editor has it: no trigger stands in the way, and none is missed after."""
    database = sqlite3.connect(folder / "archive.sqlite", isolation_level=None)
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    yield database
    for _, sql in triggers:
        database.execute(sql)
    database.close()


def faults(folder, head=None):
    with Archive.open(folder, read_only=True) as archive:
        return [str(fault) for fault in verify(archive, head=head) if not fault.remark]


def changed(value, chance):
    """Return a value that differs from the given one by as little as can be."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value + chance.choice([-1, 1])
    at = chance.randrange(len(value))
    if isinstance(value, str):
        return value[:at] + chr(ord(value[at]) ^ 64) + value[at + 1:]
    return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1:]


def test_a_sound_archive_has_no_fault(sound):
    assert faults(sound) == []


@pytest.mark.parametrize("table", TABLES)
def test_the_smallest_change_of_any_value_of_any_row_is_found(folder, table):
    chance = random.Random(table)
    with behind_its_back(folder) as database:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        keys = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[5]]
        rows = database.execute(f"SELECT * FROM {table}").fetchall()
    assert rows
    database = sqlite3.connect(folder / "archive.sqlite", isolation_level=None)
    for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
        assert sql
    missing = set(faults(folder))  # the triggers' absence, which is found too
    for row in rows:
        where = " AND ".join(f"{key} = ?" for key in keys)
        at = [row[columns.index(key)] for key in keys]
        for column, value in zip(columns, row, strict=True):
            if column in keys:
                continue
            for _ in range(4 if isinstance(value, bytes) else 1):
                database.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", [changed(value, chance), *at])
                assert set(faults(folder)) - missing, f"{table}.{column} of row {at}"
            database.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", [value, *at])
    assert set(faults(folder)) == missing
    database.close()


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_gone_is_missed(folder, table):
    with behind_its_back(folder) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        key = {"read": "reading", "claims": "reading", "judged": "judgement", "told": "reading"}.get(table, "rowid")
        database.execute(f"DELETE FROM {table} WHERE {key} = 2")
    assert faults(folder)


@pytest.mark.parametrize(("table", "key"), [
    ("ledger", "seq"), ("readings", "number"), ("claims", "reading"), ("events", "ordinal"), ("read", "reading"),
])
def test_rows_that_changed_places_are_found(folder, table, key):
    with behind_its_back(folder) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        for old, new in ((1, 99), (2, 1), (99, 2)):
            database.execute(f"UPDATE {table} SET {key} = ? WHERE {key} = ?", (new, old))
    assert faults(folder)


def test_a_row_that_no_act_wrote_is_found(folder):
    with behind_its_back(folder) as database:
        database.execute("INSERT INTO reports SELECT 9, 'r9', original, pack, published, outlet, seal, stored, body,"
                         " entry FROM reports WHERE id = 'r1'")
        database.execute("INSERT INTO claims SELECT reading, 7, key, kind, certainty, lat, lon, earliest, latest"
                         " FROM claims WHERE reading = 1")
        database.execute("INSERT INTO events SELECT 9, 'e-9', kind, happened, responsible, seal, stored, body"
                         " FROM events WHERE ordinal = 0")
    told = faults(folder)
    for part in ("report r9: the ledger does not know it so", "claim 2 of reading 1 of report r0: no reader wrote it",
                 "event e-9: it stands in place 10, not 4", "events: they are not the 3 of the last weighing"):
        assert any(part in line for line in told), part


def test_every_byte_of_an_original_counts(folder):
    [path, *_] = sorted(p for p in (folder / "originals").rglob("*") if p.is_file())
    pack = path.name.removesuffix(".tar.gz")
    path.chmod(0o644)
    data = path.read_bytes()
    for at in range(0, len(data), 3):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
        assert f"pack {pack}: it was changed" in faults(folder)
    path.unlink()
    told = faults(folder)
    assert f"pack {pack}: it is gone" in told
    assert any(line.startswith("original ") and "it is gone" in line for line in told)


def test_a_pack_forged_with_all_its_names_is_found(folder):
    [path, *_] = sorted(p for p in (folder / "originals").rglob("*") if p.is_file())
    originals = unpacked(path.read_bytes())
    path.unlink()
    forged = Originals(folder / "originals").put([(name, data + b" ") for name, data in originals.items()])
    (folder / "originals" / forged.digest[:2] / f"{forged.digest}.tar.gz").replace(path)
    told = faults(folder)
    for name in originals:
        assert any(line.startswith(f"original {name} of ") and "it was changed" in line for line in told)


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_chain(folder):
    with behind_its_back(folder) as database:
        [(body,)] = database.execute("SELECT body FROM ledger WHERE seq = 2")
        body = body.replace("rows.jsonl", "rows.jsonm")
        database.execute("UPDATE ledger SET body = ?, hash = ? WHERE seq = 2", (body, sha256(body.encode())))
    assert any("ledger entry 3: it does not follow the entry before it" in line for line in faults(folder))


def test_a_ledger_cut_short_with_all_it_told_of_is_found_by_its_noted_head(folder):
    with Archive.open(folder) as archive:
        archive.take_in([received("9 killed", "r9")])
        seq, hash_ = archive.ledger.head()
    assert faults(folder, (seq, hash_)) == []
    with behind_its_back(folder) as database:
        database.execute("DELETE FROM ledger WHERE seq = ?", (seq,))
        for table in ("reports", "packs"):
            database.execute(f"DELETE FROM {table} WHERE entry = ?", (seq,))
    assert faults(folder) == []
    assert [line.split(":")[0] for line in faults(folder, (seq, hash_))] == ["ledger"]


def test_a_trigger_that_is_gone_is_named(folder):
    with sqlite3.connect(folder / "archive.sqlite") as database:
        database.execute("DROP TRIGGER reports_keeps_rows")
    assert "database: its trigger reports_keeps_rows is gone" in faults(folder)


@pytest.mark.parametrize("seed", range(20))
def test_a_database_full_of_holes_gives_faults_or_is_called_damaged(folder, seed):
    file = folder / "archive.sqlite"
    data = bytearray(file.read_bytes())
    chance = random.Random(seed)
    # Fewer could all fall on bytes that mean nothing.
    for at in chance.sample(range(100, len(data)), chance.choice([60, 600])):
        data[at] = chance.randrange(256)
    file.write_bytes(data)
    try:
        told = faults(folder)
    except ArchiveTrouble as trouble:
        told = [trouble.way_out]
    assert told


@pytest.mark.parametrize("value", ["text", None, b"\x00", -1, 2**62, 0.5])
@pytest.mark.parametrize(("table", "column"), [("claims", "reading"), ("readings", "entry"), ("events", "ordinal"),
                                               ("ledger", "act"), ("read", "reader"), ("reports", "body")])
def test_values_of_any_kind_give_faults_and_no_crash(folder, table, column, value):
    with behind_its_back(folder) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        try:
            database.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))
        except sqlite3.Error:  # the table itself will not have it
            return
    assert faults(folder)
