"""Whatever is altered, taken away, moved or slipped in, `verify` finds it and names it."""

import random
import sqlite3

import pytest

from crossbearing.archive import Archive, ArchiveTrouble, verify
from crossbearing.archive.originals import packed, unpacked
from crossbearing.archive.seal import sha256
from evaluation.archive.changes import every_change, many_changes
from evaluation.archive.scale import fill as fill_large
from tests.archive.backends import Folders
from tests.archive.made import fill, received

KEYS = {
    "ledger": ["seq"], "packs": ["number"], "reports": ["number"], "readings": ["number"], "readers": ["number"],
    "read": ["reader", "report"], "claims": ["reading", "ordinal"], "terms": ["number"], "judgements": ["number"],
    "judged": ["report", "judgement"], "events": ["number"], "told": ["reading", "ordinal"],
}
"""Every table of record with its key."""


@pytest.fixture(scope="module")
def sound(backend):
    where = backend.new()
    with Archive.open(where) as archive:
        fill(archive, 3)
    return where


@pytest.fixture
def where(backend, sound):
    return backend.copy(sound)


def faults(where, heads=()):
    with Archive.open(where, read_only=True) as archive:
        return [str(fault) for fault in verify(archive, heads=heads) if not fault.remark]


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


@pytest.mark.parametrize("table", KEYS)
def test_the_smallest_change_of_any_value_of_any_row_is_found(backend, where, table):
    chance = random.Random(table)
    with backend.behind_its_back(where) as run:
        missing = set(faults(where))  # where triggers are gone while we tamper, that is found too
        found = run(f"SELECT * FROM {table}")
        columns = [column[0] for column in found.description]
        rows = found.fetchall()
        assert rows
        for row in rows:
            at = [row[columns.index(key)] for key in KEYS[table]]
            for column, value in zip(columns, row, strict=True):
                if column in KEYS[table]:
                    continue
                for _ in range(4 if isinstance(value, bytes) else 1):
                    change(run, table, at, column, changed(value, chance))
                    assert set(faults(where)) - missing, f"{table}.{column} of row {at}"
                change(run, table, at, column, value)
        assert set(faults(where)) == missing


def change(run, table, at, column, value):
    key = " AND ".join(f"{key} = ?" for key in KEYS[table])
    run(f"UPDATE {table} SET {column} = ? WHERE {key}", [value, *at])


@pytest.mark.parametrize("table", KEYS)
def test_a_row_that_is_gone_is_missed(backend, where, table):
    with backend.behind_its_back(where) as run:
        key = {"read": "reading", "judged": "judgement"}.get(table, KEYS[table][0])
        run(f"DELETE FROM {table} WHERE {key} = {1 if table == 'readers' else 2}")
    assert faults(where)


@pytest.mark.parametrize("table", KEYS)
def test_rows_that_changed_places_are_found(backend, where, table):
    with backend.behind_its_back(where) as run:
        key = {"read": "report", "judged": "judgement"}.get(table, KEYS[table][0])
        if table == "judged":  # two judgements about two reports
            key = "report"
            swaps = (("r0", "x"), ("r1", "r0"), ("x", "r1"))
        else:
            swaps = ((1, 99), (2, 1), (99, 2))
        for old, new in swaps:
            run(f"UPDATE {table} SET {key} = ? WHERE {key} = ?", (new, old))
    assert faults(where)


def test_a_row_that_no_act_wrote_is_found(backend, where):
    with backend.behind_its_back(where) as run:
        run("INSERT INTO reports SELECT 9, 'r9', original, pack, published, outlet, seal, stored, body,"
                         " entry FROM reports WHERE id = 'r1'")
        run("INSERT INTO claims SELECT reading, 7, key, kind, certainty, lat, lon, earliest, latest"
                         " FROM claims WHERE reading = 1")
        run("INSERT INTO events SELECT 9, 'e-9', sorting || '!', kind, happened, responsible, whole, earliest, latest,"
                         " lat, seal, stored, body FROM events WHERE number = 1")
    told = faults(where)
    for part in ("report r9: the ledger does not know it so", "claim 2 of reading 1 of report r0: no reader wrote it",
                 "event e-9: its row is not what was written", "events: they are not the 3 of the last weighing"):
        assert any(part in line for line in told), part


def test_every_byte_of_an_original_counts(backend, where):
    with Archive.open(where, read_only=True) as archive:
        pack, *_ = archive.originals.packs.names()
        data = archive.originals.packs.read(pack)
    for at in range(0, len(data), 3):
        backend.forge(where, pack, data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
        assert f"pack {pack}: it was changed" in faults(where)
    backend.forge(where, pack, None)
    told = faults(where)
    assert f"pack {pack}: it is gone" in told
    assert any(line.startswith("original ") and "it is gone" in line for line in told)


def test_a_pack_forged_with_all_its_names_is_found(backend, where):
    with Archive.open(where, read_only=True) as archive:
        pack, *_ = archive.originals.packs.names()
        originals = unpacked(archive.originals.packs.read(pack))
    backend.forge(where, pack, packed({name: data + b" " for name, data in originals.items()}))
    told = faults(where)
    for name in originals:
        assert any(line.startswith(f"original {name} of ") and "it was changed" in line for line in told)


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_chain(backend, where):
    with backend.behind_its_back(where) as run:
        [(body,)] = run("SELECT body FROM ledger WHERE seq = 2")
        body = body.replace("rows.jsonl", "rows.jsonm")
        run("UPDATE ledger SET body = ?, hash = ? WHERE seq = 2", (body, sha256(body.encode())))
    assert any("ledger entry 3: it does not follow the entry before it" in line for line in faults(where))


def test_an_act_without_what_it_should_tell_is_named_and_the_rest_is_still_checked(backend, where):
    with backend.behind_its_back(where) as run:
        for seq in (2, 5):
            [(body,)] = run("SELECT body FROM ledger WHERE seq = ?", (seq,))
            run("UPDATE ledger SET body = ? WHERE seq = ?", (body.replace('"outputs":{"re', '"outputs":{"Re'), seq))
    told = faults(where)
    for seq in (2, 5):
        assert f"ledger entry {seq}: it does not tell what such an act tells" in told
        assert f"ledger entry {seq}: its words do not fit its hash" in told


@pytest.mark.slow
def test_every_single_byte_of_originals_ledger_claims_and_readings_is_missed_and_named(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        fill(archive, 2)
    tried, missed = every_change(tmp_path / "cases")
    assert tried > 1000
    assert missed == []


@pytest.mark.slow
def test_of_many_changes_at_once_none_hides_another(tmp_path):
    fill_large(tmp_path / "cases", 200)
    assert many_changes(tmp_path / "cases", 400, random.Random(1)) == (400, [])


def test_a_ledger_cut_short_with_all_it_told_of_is_found_by_its_noted_head(backend, where):
    with Archive.open(where) as archive:
        archive.take_in([received("9 killed", "r9")])
        seq, hash_ = archive.ledger.head()
    assert faults(where, [(seq, hash_)]) == []
    with backend.behind_its_back(where) as run:
        run("DELETE FROM ledger WHERE seq = ?", (seq,))
        for table in ("reports", "packs"):
            run(f"DELETE FROM {table} WHERE entry = ?", (seq,))
    assert faults(where) == []
    assert faults(where, [(seq, hash_)]) == [f"ledger entry {seq}: it was noted and is gone: the ledger was cut short"]


def test_an_entry_noted_in_two_places_must_be_the_one_of_both(where):
    with Archive.open(where) as archive:
        seq, hash_ = archive.ledger.head()
    for heads in ([(seq, hash_), (seq, "0" * 64)], [(seq, "0" * 64), (seq, hash_)]):
        [line] = faults(where, heads)
        assert line.startswith(f"ledger entry {seq}: it is not the one that was noted")
    assert faults(where, [(seq, hash_), (seq, hash_)]) == []


def test_a_trigger_that_is_gone_is_named(backend, where):
    backend.without_trigger(where, "reports_keeps_rows")
    assert faults(where) == ["database: its trigger reports_keeps_rows is gone"]


@pytest.mark.parametrize("seed", range(20))
def test_a_database_full_of_holes_gives_faults_or_is_called_damaged(holed, seed):
    file = holed / "archive.sqlite"
    data = bytearray(file.read_bytes())
    chance = random.Random(seed)
    # Fewer could all fall on bytes that mean nothing.
    for at in chance.sample(range(100, len(data)), chance.choice([60, 600])):
        data[at] = chance.randrange(256)
    file.write_bytes(data)
    try:
        told = faults(holed)
    except ArchiveTrouble as trouble:
        told = [trouble.way_out]
    assert told


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folders = Folders(tmp_path_factory.mktemp("whole"))
    where = folders.new()
    with Archive.open(where) as archive:
        fill(archive, 3)
    return folders, where


@pytest.fixture
def holed(whole):
    folders, where = whole
    return folders.copy(where)


@pytest.mark.parametrize("value", ["text", None, b"\x00", -1, 2**62, 0.5])
@pytest.mark.parametrize(("table", "column"), [("claims", "reading"), ("readings", "entry"), ("events", "ordinal"),
                                               ("ledger", "act"), ("read", "reader"), ("reports", "body")])
def test_values_of_any_kind_give_faults_and_no_crash(whole, holed, table, column, value):
    folders, _ = whole
    with folders.behind_its_back(holed) as run:
        try:
            run(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))
        except sqlite3.Error:  # the table itself will not have it
            return
    assert faults(holed)
