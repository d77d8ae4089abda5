"""An evidence bundle: all that an archive holds as a BagIt bag (RFC 8493), to be checked without Crossbearing."""

from importlib.resources import files
from pathlib import Path

from crossbearing.archive.archive import Archive
from crossbearing.archive.bag import Bag, filling
from crossbearing.archive.provenance import provenance
from crossbearing.archive.trouble import ArchiveTrouble

README = """An evidence bundle of Crossbearing, as a BagIt bag (RFC 8493).

  data/originals/       every report as it was received, each file named by its SHA-256
  data/ledger.jsonl     all that was done, one act a line; each line holds the SHA-256 of the line before it
  data/reports.jsonl    the text of each report, with what was given with it
  data/readings.jsonl   the claims that were read out of each report, by each version of a reader
  data/judgements.jsonl what people decided
  data/events.jsonl     the events of the last weighing
  data/timestamps/      timestamps of the ledger (RFC 3161), each named by its SHA-256, as authorities signed them
  data/provenance.json  the same history as W3C PROV-JSON

To check it: `python3 verify.py`. It needs nothing but Python 3.9; it is short, so read it first.
What it checks is what the ledger says. That nobody wrote a new ledger is shown by its head (in bag-info.txt), where
that was noted or timestamped before. A timestamp stamps one line of the ledger, which its act in the ledger names:

  sed -n 12p data/ledger.jsonl | tr -d '\\n' > line
  openssl ts -verify -data line -in data/timestamps/DIGEST -CAfile CERTIFICATES-OF-THE-AUTHORITY.pem
"""


def write_bundle(archive: Archive, folder: Path) -> tuple[int, str]:
    """Write the bundle of an archive into a folder that is not there yet, and return the ledger's head that it holds.

    The folder appears complete or not at all. Raises `ArchiveTrouble` where an original is gone or changed: such an
    archive is to be looked into (`verify`), not to be handed on.
    """
    with filling(folder) as bag, archive.database.snapshot():
        return _fill(bag, archive)


def _fill(bag: Bag, archive: Archive) -> tuple[int, str]:
    head = archive.ledger.head()
    bag.add_lines("ledger.jsonl", (entry.body().encode() for entry in archive.ledger.entries()))
    bag.add_lines("reports.jsonl", archive.stored("reports"))
    bag.add_lines("readings.jsonl", archive.stored("readings"))
    bag.add_lines("judgements.jsonl", archive.stored("judgements"))
    bag.add_lines("events.jsonl", archive.stored("events"))
    bag.add_lines("provenance.json", provenance(archive.ledger.entries()))
    for digest, pack in archive.originals_of_record():
        try:
            bag.add("originals", archive.originals.get(digest, pack))
        except (OSError, ValueError) as error:
            raise ArchiveTrouble(
                archive.database.name, f"the original {digest} is gone or was changed",
                "run `crossbearing verify` to see what else is, and look for a copy",
            ) from error
    for timestamp in archive.timestamps.all():
        bag.add("timestamps", timestamp.token)
    first = next(archive.ledger.entries())
    script = files("crossbearing.archive").joinpath("check_bundle.py").read_text(encoding="utf-8")
    bag.finish(
        {"External-Identifier": first.outputs["archive"], "Ledger-Head": f"{head[0]}:{head[1]}"},
        {"README.txt": README, "verify.py": script},
    )
    return head
