"""Checks the reports, each with its original, and the dictionaries that records are packed with."""

import re
from collections.abc import Iterator

from crossbearing.archive import reports as report_rows
from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import ALTERED, GONE, UNKNOWN, Fault, damaged, opened, pages
from crossbearing.archive.checks.originals import check_original
from crossbearing.archive.seal import sha256
from crossbearing.records import Report

_HEX = re.compile("[0-9a-f]{64}")


def check_dictionaries(archive: Archive) -> Iterator[Fault]:
    """Yield what is wrong with the dictionaries."""
    for part, body, seal in archive.database.rows("SELECT part, body, seal FROM dictionaries"):
        if sha256(body) != seal:
            yield Fault(what=f"dictionary of {part}", wrong="it was changed: what was packed with it cannot be read")


def check_reports(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the reports and their originals."""
    waiting = dict(expected.reports)
    packs = {number: digest.hex() for number, digest in archive.database.rows("SELECT number, digest FROM packs")}
    sql = """SELECT number, id, original, pack, published, outlet, seal, stored, body, entry FROM reports
      WHERE number > ? ORDER BY number LIMIT ?"""
    for row in pages(archive.database, sql, 0):
        number, id_, original, pack, _, _, seal, _, stored, entry = row
        what = f"report {id_}"
        if waiting.pop(id_, None) != (number, original.hex(), packs.get(pack), seal.hex(), entry):
            yield Fault(what=what, wrong=UNKNOWN)
        found = opened(archive.shelf, stored, Report)
        if found is None:
            yield damaged(what)
            continue
        body, report = found
        if not _HEX.fullmatch(report.digest) or row != report_rows.row(number, report, pack, body, stored, entry):
            yield Fault(what=what, wrong=ALTERED)
        if pack in packs:
            yield from check_original(archive, report.digest, packs[pack], what)
    for id_ in waiting:
        yield Fault(what=f"report {id_}", wrong=GONE)
    tombstones = {digest.hex(): entry for digest, entry in archive.database.rows("SELECT digest, entry FROM expunged")}
    for digest, _ in sorted(tombstones.items() ^ expected.expunged.items()):
        yield Fault(what=f"tombstone of original {digest}", wrong="it is not as the ledger tells")
    if archive.database.rows("SELECT 1 FROM expunging"):
        yield Fault(what="database", wrong="it is open to changes of what is of record, as while something is expunged")
