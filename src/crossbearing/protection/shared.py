"""A bundle for readers without the right: what an archive holds, without the names of those it protects."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from crossbearing.archive import ArchiveTrouble
from crossbearing.archive.bag import filling
from crossbearing.archive.seal import canonical, content
from crossbearing.protection.key import archive_name
from crossbearing.protection.originals import is_withheld
from crossbearing.protection.seen import Seen
from crossbearing.records import Report

README = """What an archive of Crossbearing holds, as a BagIt bag (RFC 8493), without the names of those it protects.

  data/originals/       reports as they were received, each file named by its SHA-256; those with a protected name in
                        them are withheld
  data/withheld.jsonl   which reports' originals are withheld, each with the keyed digest of its original
  data/reports.jsonl    the text of each report; where a protected person is named, a redacted derivative
  data/readings.jsonl   the claims that were read out of each report, with offsets of these texts
  data/judgements.jsonl what people decided
  data/events.jsonl     the events
  data/acts.jsonl       all that was done, one act a line; digests that could confirm a guess at a name are keyed

To check that every file is as it was written: `sha256sum -c manifest-sha256.txt`. The SHA-256 of each redacted line of
reports.jsonl (without its line end) stands in an act "redact". That the withheld originals and the ledger are sound is
shown to those who may see the names, by the archive's own evidence bundle.
"""


def write_shared(seen: Seen, folder: Path) -> None:
    """Write the bundle of an archive as a reader without the right may see it into a folder that is not there yet.

    Raises `ArchiveTrouble` where an original is gone or changed.
    """
    archive = seen.archive
    picture = seen.picture()
    withheld = {}
    with filling(folder) as bag:
        bag.add_lines("readings.jsonl", map(content, picture.readings.values()))
        bag.add_lines("events.jsonl", map(content, picture.events))
        bag.add_lines("judgements.jsonl", map(msgspec.json.encode, seen.judgements()))
        for report in archive.reports.all():
            data = _original(seen, report)
            if is_withheld(seen, report, data):
                withheld[seen.ids.get(report.id, report.id)] = seen.keyed(report.digest)
            else:
                bag.add("originals", data)
        # A report whose text names nobody may have an original that does: its digest would confirm a guess, too.
        reports = (replace(each, digest=withheld.get(each.id, each.digest)) for each in picture.reports.values())
        bag.add_lines("reports.jsonl", map(content, reports))
        told_of = ({"report": id_, "original": original} for id_, original in withheld.items())
        bag.add_lines("withheld.jsonl", map(msgspec.json.encode, told_of))
        bag.add_lines("acts.jsonl", (canonical(told).encode() for _, told in seen.entries()))
        bag.finish({"External-Identifier": archive_name(archive)}, {"README.txt": README})


def _original(seen: Seen, report: Report) -> bytes:
    try:
        return seen.archive.reports.original(report.id)
    except (OSError, ValueError) as error:
        told = seen.ids.get(report.id, report.id)
        raise ArchiveTrouble(
            seen.archive.database.name, f"the original of report {told} is gone or was changed",
            "run `crossbearing verify` to see what else is, and look for a copy",
        ) from error
