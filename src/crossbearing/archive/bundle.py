"""An evidence bundle: all that an archive holds as a BagIt bag (RFC 8493), to be checked without Crossbearing."""

import hashlib
import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from crossbearing.archive.archive import Archive
from crossbearing.archive.ledger import SOFTWARE
from crossbearing.archive.provenance import provenance
from crossbearing.archive.seal import sha256
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
    if folder.exists():
        raise FileExistsError(17, "it is there already; name a new folder", str(folder))
    beside = folder.with_name(f".{folder.name}.part")
    if beside.exists():
        shutil.rmtree(beside)
    try:
        with archive.database.snapshot():
            head = _write(archive, beside)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return head


def _write(archive: Archive, bag: Path) -> tuple[int, str]:
    (bag / "data" / "originals").mkdir(parents=True)
    (bag / "data" / "timestamps").mkdir()
    head = archive.ledger.head()
    manifest = {}
    for name, lines in (
        ("ledger.jsonl", (entry.body().encode() for entry in archive.ledger.entries())),
        ("reports.jsonl", archive.stored("reports")),
        ("readings.jsonl", archive.stored("readings")),
        ("judgements.jsonl", archive.stored("judgements")),
        ("events.jsonl", archive.stored("events")),
        ("provenance.json", provenance(archive.ledger.entries())),
    ):
        with (bag / "data" / name).open("wb") as stream:
            manifest[f"data/{name}"] = _write_lines(stream, lines)
    for digest, pack in archive.originals_of_record():
        try:
            data = archive.originals.get(digest, pack)
        except (OSError, ValueError) as error:
            raise ArchiveTrouble(
                archive.database.name, f"the original {digest} is gone or was changed",
                "run `crossbearing verify` to see what else is, and look for a copy",
            ) from error
        (bag / "data" / "originals" / digest).write_bytes(data)
        manifest[f"data/originals/{digest}"] = digest
    for timestamp in archive.timestamps.all():
        digest = sha256(timestamp.token)
        (bag / "data" / "timestamps" / digest).write_bytes(timestamp.token)
        manifest[f"data/timestamps/{digest}"] = digest
    size = sum((bag / path).stat().st_size for path in manifest)
    first = next(archive.ledger.entries())
    info = {
        "Bag-Software-Agent": SOFTWARE, "External-Identifier": first.outputs["archive"],
        "Ledger-Head": f"{head[0]}:{head[1]}", "Payload-Oxum": f"{size}.{len(manifest)}",
    }
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in info.items()),
        "README.txt": README,
        "verify.py": files("crossbearing.archive").joinpath("check_bundle.py").read_text(encoding="utf-8"),
        "manifest-sha256.txt": _manifest(manifest),
    }
    tags["tagmanifest-sha256.txt"] = _manifest({name: sha256(text.encode()) for name, text in tags.items()})
    for name, text in tags.items():
        (bag / name).write_bytes(text.encode())
    return head


def _write_lines(stream: BinaryIO, lines: Iterable[bytes]) -> str:
    """Write lines and return the SHA-256 of all that was written."""
    digest = hashlib.sha256()
    for line in lines:
        stream.write(line + b"\n")
        digest.update(line + b"\n")
    return digest.hexdigest()


def _manifest(digests: dict[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
