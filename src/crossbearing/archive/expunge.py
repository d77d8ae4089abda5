"""Takes a report away for good, with all that quotes it; a tombstone stays that tells who did it, when and why."""

from collections.abc import Sequence
from typing import Any

import msgspec

from crossbearing.archive.archive import Archive
from crossbearing.archive.event_rows import seal_of_events, told_by
from crossbearing.archive.originals import packed, unpacked
from crossbearing.archive.seal import raw, sha256
from crossbearing.archive.search import words_of
from crossbearing.archive.trouble import ArchiveTrouble
from crossbearing.records import Judgement

PAGE = 200
"""Records that are packed anew at a time."""


class Quoting(msgspec.Struct, frozen=True, kw_only=True):
    """What goes with a report: its readings, the judgements about it, and the events that it tells of.

    `repeating` are other reports that repeat its wording: they stay, and are named so that a person can decide.
    """

    readings: tuple[int, ...]
    claims: int
    judgements: tuple[str, ...]
    events: tuple[str, ...]
    repeating: tuple[str, ...]


def quoting(archive: Archive, report: str) -> Quoting:
    """Return what quotes a report. Raises `KeyError` where there is no such report."""
    found = archive.database.row("SELECT number FROM reports WHERE id = ?", (report,))
    if found is None:
        raise KeyError(report)
    rows = archive.database.rows("SELECT number, claims FROM readings WHERE report = ? ORDER BY number", found)
    telling = [event for event in archive.events.all() if report in told_by(event)]
    near = {(told.id, told.reprint_of) for event in telling for told in event.reports}
    return Quoting(
        readings=tuple(number for number, _ in rows), claims=sum(claims for _, claims in rows),
        judgements=tuple(judgement.id for judgement in _about(archive, report)),
        events=tuple(event.id for event in telling),
        repeating=tuple(sorted(
            {id_ for id_, original in near if original == report} | {o for id_, o in near if id_ == report and o},
        )),
    )


def _about(archive: Archive, report: str) -> list[Judgement]:
    """Return the judgements that quote a report: those about its words, and those that take one of them back.

    Whom a person protected stays protected: the name may stand elsewhere.
    """
    return [judgement for judgement in archive.judgements.about(report) if judgement.verdict != "protect"]


def expunge(archive: Archive, report: str, *, why: str) -> None:
    """Take a report away in one transaction: its original, its text, its readings, and what was judged and told of it.

    Another copy of the same original is not taken in any more. Events are to be weighed anew. Raises `KeyError` where
    there is no such report, `ArchiveTrouble` where its original cannot be taken out of its pack.
    """
    database, packs = archive.database, archive.originals.packs
    with database.transaction():
        found = archive.reports.get(report)
        if found is None:
            raise KeyError(report)
        database.execute("INSERT INTO expunging (report) VALUES (?)", (report,))
        (number, seal, pack, digest), = database.rows(
            "SELECT p.number, p.seal, k.number, k.digest FROM reports AS p JOIN packs AS k ON k.number = p.pack"
            " WHERE p.id = ?", (report,),
        )
        old = digest.hex()
        readings = database.rows("SELECT number, seal FROM readings WHERE report = ? ORDER BY number", (number,))
        judgements = _about(archive, report)
        gone = {
            "reports": [seal.hex()], "originals": [found.digest], "readings": [s.hex() for _, s in readings],
            "judgements": [sha256(_judged(archive, judgement)) for judgement in judgements],
        }
        left = _left_in_pack(archive, old, found.digest, pack)
        events = _forget_events(archive, report)
        new = _put_pack(archive, left)
        entry = archive.ledger.append(
            "expunge", {"report": report, "why": why},
            {"expunged": gone, "judgement_ids": [j.id for j in judgements], "pack": {"was": old, "is": new}, **events},
        )
        _forget_readings(archive, number, [reading for reading, _ in readings])
        _forget_judgements(archive, judgements)
        database.forget_words(number, words_of(found))
        database.execute("DELETE FROM outlets WHERE report = ?", (number,))
        database.execute("DELETE FROM reports WHERE number = ?", (number,))
        if new is None:
            database.execute("DELETE FROM packs WHERE number = ?", (pack,))
        elif new != old:
            database.execute("UPDATE packs SET digest = ? WHERE number = ?", (raw(new), pack))
        _unlearn(archive)
        database.execute("INSERT INTO expunged (digest, entry) VALUES (?, ?)", (raw(found.digest), entry))
        if packs.kind == "database" and new != old:
            archive.originals.remove(old)
        database.execute("DELETE FROM expunging")
    finish(archive)


def finish(archive: Archive) -> None:
    """Make what was expunged unreadable on the disk, too; also where a run was killed before it came to that."""
    there = {digest.hex() for (digest,) in archive.database.rows("SELECT digest FROM packs")}
    gone = {digest.hex() for (digest,) in archive.database.rows("SELECT digest FROM expunged")}
    left = {entry.outputs["pack"]["was"] for entry in archive.ledger.entries() if entry.act == "expunge"}
    # A run that was killed may have left what it was taking in, in a pack that is of no report.
    left |= {name for name in archive.originals.packs.names() if name not in there and _holds(archive, name, gone)}
    with archive.database.transaction():
        for name in sorted(left - there):
            archive.originals.remove(name)
    archive.originals.packs.sweep()
    archive.forget_neighbours()
    archive.database.scrub()


def _judged(archive: Archive, judgement: Judgement) -> bytes:
    (body,), = archive.database.rows("SELECT body FROM judgements WHERE id = ?", (judgement.id,))
    return str(body).encode()


def _holds(archive: Archive, pack: str, originals: set[str]) -> bool:
    try:
        return bool(originals & unpacked(archive.originals.packs.read(pack)).keys())
    except (OSError, ValueError):
        return False  # `verify` remarks on a pack that is damaged and of no report


def _left_in_pack(archive: Archive, pack: str, original: str, number: int) -> dict[str, bytes]:
    """Return the originals that stay of a pack: all but the one, unless another report came from the same bytes."""
    try:
        members = unpacked(archive.originals.packs.read(pack))
    except (OSError, ValueError) as error:
        raise ArchiveTrouble(
            archive.database.name, f"the pack {pack} with its original is gone or damaged",
            "run `crossbearing verify`, and put the pack back from a copy first",
        ) from error
    sharing = archive.database.rows(
        "SELECT count(*) FROM reports WHERE pack = ? AND original = ?", (number, raw(original)),
    )[0][0]
    return {name: data for name, data in members.items() if name != original or sharing > 1}


def _put_pack(archive: Archive, members: dict[str, bytes]) -> str | None:
    """Write what is left of a pack, and return its name; null where nothing is."""
    if not members:
        return None
    data = packed(members)
    archive.originals.packs.write(sha256(data), data)
    return sha256(data)


def _forget_events(archive: Archive, report: str) -> dict[str, Any]:
    """Take away the events that a report tells of; return how many are left, and their seal, as the ledger has it."""
    database = archive.database
    for event in archive.events.all():
        if report in told_by(event):
            database.execute("DELETE FROM told WHERE event = (SELECT number FROM events WHERE id = ?)", (event.id,))
            database.execute("DELETE FROM events WHERE id = ?", (event.id,))
    count, seal = seal_of_events(database)
    return {"events": count, "seal": seal}


def _forget_readings(archive: Archive, report: int, readings: Sequence[int]) -> None:
    database = archive.database
    database.execute("DELETE FROM read WHERE report = ?", (report,))
    for reading in readings:
        for table in ("told", "claim_sources", "judged_claims", "claims"):
            database.execute(f"DELETE FROM {table} WHERE reading = ?", (reading,))  # noqa: S608 - four names of our own
        database.execute("DELETE FROM readings WHERE number = ?", (reading,))
    database.execute("DELETE FROM sources WHERE number NOT IN (SELECT source FROM claim_sources)")


def _forget_judgements(archive: Archive, judgements: Sequence[Judgement]) -> None:
    for judgement in judgements:
        (number,), = archive.database.rows("SELECT number FROM judgements WHERE id = ?", (judgement.id,))
        archive.database.execute("DELETE FROM judged WHERE judgement = ?", (number,))
        archive.database.execute("DELETE FROM judgements WHERE number = ?", (number,))


def _unlearn(archive: Archive) -> None:
    """Pack anew without a dictionary what was packed with one: names of the report may stand in any of them."""
    for (part,) in archive.database.rows("SELECT part FROM dictionaries ORDER BY part"):
        archive.shelf.unlearn(part)
