"""A bundle for readers without the right: what an archive holds, without the names of those it protects."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace

from crossbearing.archive import ArchiveTrouble
from crossbearing.archive.bag import filling
from crossbearing.archive.seal import canonical, content
from crossbearing.protection.key import archive_name
from crossbearing.protection.persons import Persons
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

LOOKED_THROUGH = frozenset({"text", "html", "jsonl"})
"""Formats whose originals can be searched for names as they are; of others every original is withheld."""
ENCODINGS = ("utf-8", "utf-16", "cp1256", "cp1251", "latin-1")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


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
            if report.id in seen.hidden or report.format not in LOOKED_THROUGH or holds_name(data, seen.persons):
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
        raise ArchiveTrouble(
            seen.archive.database.name, f"the original {report.digest} is gone or was changed",
            "run `crossbearing verify` to see what else is, and look for a copy",
        ) from error


def holds_name(data: bytes, persons: Persons) -> bool:
    """Whether the bytes of an original name a protected person, in any encoding, escaped or not, shown or not."""
    return any(persons.spans(text, persons.anywhere) for text in _readings_of(data))


def _readings_of(data: bytes) -> Iterator[str]:
    """Yield what some bytes may say."""
    seen = set()
    for encoding in ENCODINGS:
        text = data.decode(encoding, "replace")
        plain = ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), unquote(html.unescape(text)))
        for each in (text, plain):
            if each not in seen:
                seen.add(each)
                yield each
