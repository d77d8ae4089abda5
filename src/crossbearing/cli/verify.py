"""The verb `verify`: check that nothing in an archive was altered."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE_HELP, CERTIFICATES, ArchivePlace, ending

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


class Head(click.ParamType[tuple[int, str]]):
    """A ledger entry noted elsewhere: its number and its hash."""

    name = "NUMBER:HASH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, str]:
        """Return number and hash."""
        number, _, hash_ = str(value).partition(":")
        if not number.isdigit() or len(hash_) != 64:
            self.fail("write it as verify printed it: NUMBER:HASH", param, ctx)
        return int(number), hash_.lower()


@click.command(
    short_help="Check that nothing in an archive was altered.",
    epilog=ending(
        "crossbearing verify --archive cases",
        "crossbearing verify --archive cases --head 12:6f0c4e...",
        "crossbearing verify --bundle evidence",
        "crossbearing verify --archive cases --bundle evidence",
        "crossbearing verify --archive cases --tsa-certificates tsa.pem",
        codes={0: "nothing is wrong", 1: "something is wrong, or the archive cannot be read"},
    ),
)
@click.option(
    "--archive", "where", type=ArchivePlace(), help=ARCHIVE_HELP,
)
@click.option("--bundle", type=click.Path(path_type=Path), metavar="DIR",
              help="Check an evidence bundle; with --archive, that archive against it too.")
@click.option(
    "--head", type=Head(),
    help="The ledger's head as an earlier verify printed it: finds a ledger that was cut short or written anew since.",
)
@CERTIFICATES
def verify(
    where: "Where | None", bundle: Path | None, head: tuple[int, str] | None, trusted: bytes | None,
) -> int:
    """Check the ledger's chain, every original against its digest, and every row against the ledger.

    Each thing that is wrong is one line on stdout; the last line tells how much was checked, and the ledger's head.
    Note the head elsewhere: with it, the next verify finds what an archive cannot find in itself. A bundle that was
    handed on before does the same, and shows which entries are others now; so do timestamps.

    A bundle is checked with the script that lies in it, as anyone can do without Crossbearing: python3 verify.py.
    """
    if where is None and bundle is None:
        raise click.UsageError("name an archive with --archive, or a bundle with --bundle, or both")
    heads = [head] if head else []
    code = 0
    if bundle is not None:
        code = _bundle(bundle)
        heads += _heads(bundle) if where is not None else []
    return code if where is None else max(code, _archive(where, heads, trusted))


def _bundle(bundle: Path) -> int:
    from crossbearing.archive.check_bundle import check

    if not (bundle / "data" / "ledger.jsonl").exists() and (bundle / "data" / "acts.jsonl").exists():
        told = "it was written for readers without the right; check it with `sha256sum -c manifest-sha256.txt`"
        raise click.UsageError(f"{bundle}: {told}")
    try:
        wrong = [f"FAULT: {line}" for line in check(bundle)]
    except (ValueError, KeyError, TypeError) as error:
        wrong = [f"FAULT: the bundle is damaged: {error!r}"]
    click.echo("\n".join(wrong) or "sound: every file, record and ledger entry is as it was written")
    return 1 if wrong else 0


def _heads(bundle: Path) -> list[tuple[int, str]]:
    """Return all entries of a bundle's ledger by number and hash."""
    from crossbearing.archive.seal import sha256

    lines = (bundle / "data" / "ledger.jsonl").read_bytes().splitlines()
    return [(number, sha256(line)) for number, line in enumerate(lines, 1)]


def _archive(where: "Where", heads: list[tuple[int, str]], trusted: bytes | None) -> int:
    from crossbearing import archive
    from crossbearing.protection.faults import telling

    wrong = 0
    with archive.Archive.open(where, read_only=True) as opened:
        tell = None
        for fault in archive.verify(opened, heads=heads, trusted=trusted):
            wrong += not fault.remark
            tell = tell or telling(opened)
            click.echo(f"{'remark' if fault.remark else 'FAULT'}: {tell(fault)}")
        counts, (number, hash_) = opened.counts(), opened.ledger.head()
    told = "sound" if not wrong else f"{wrong} fault{'s' if wrong > 1 else ''}"
    click.echo(
        f"{told}: {counts.reports} reports, {counts.readings} readings, {counts.claims} claims, {counts.events} events,"
        f" {counts.entries} ledger entries; head {number}:{hash_}",
    )
    if wrong and sys.stderr.isatty():
        click.echo("crossbearing: keep the archive as it is, and compare it with a copy or a bundle", err=True)
    return 1 if wrong else 0
