"""Checks what people decided."""

from collections.abc import Iterator

import msgspec

from crossbearing.archive import judgements as judgement_rows
from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import DAMAGED, GONE, UNKNOWN, Fault, pages
from crossbearing.archive.seal import sha256
from crossbearing.records import Judgement


def check_judgements(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the judgements."""
    database = archive.database
    waiting = dict(expected.judgements)
    wanted = set()
    sql = "SELECT number, id, seal, body, entry FROM judgements WHERE number > ? ORDER BY number LIMIT ?"
    for number, id_, seal, body, entry in pages(database, sql, 0):
        what = f"judgement {id_}"
        if waiting.pop(id_, None) != (number, seal.hex(), entry) or sha256(body.encode()) != seal.hex():
            yield Fault(what=what, wrong=UNKNOWN)
        try:
            judgement = msgspec.json.decode(body, type=Judgement)
        except DAMAGED:
            yield Fault(what=what, wrong="its words are no judgement")
            continue
        wanted |= set(judgement_rows.judged_rows(number, judgement))
    for id_ in waiting:
        yield Fault(what=f"judgement {id_}", wrong=GONE)
    found = {(report, number) for report, number in database.rows("SELECT report, judgement FROM judged")}
    for report, number in sorted(found ^ wanted, key=str):
        yield Fault(what=f"judgement number {number} on report {report}", wrong="how it is found was changed")
