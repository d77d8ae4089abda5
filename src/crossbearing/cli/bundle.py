"""The verb `bundle`: write all of an archive as evidence that anyone can check."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending
from crossbearing.cli.output import exporting

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Write all of an archive as evidence that anyone can check.",
    epilog=ending(
        "crossbearing bundle --archive cases evidence",
        "crossbearing bundle --archive cases evidence && python3 evidence/verify.py",
        codes={0: "written", 1: "the archive is damaged or cannot be read, or the folder is there already"},
    ),
)
@ARCHIVE
@click.argument("bundle", type=click.Path(path_type=Path), metavar="FOLDER")
@UNPROTECTED
def bundle(where: "Where", bundle: Path, unprotected: bool) -> None:  # noqa: FBT001 click passes flags so
    """Write originals, records, judgements and the ledger of an archive into a new FOLDER, as a BagIt bag (RFC 8493).

    With it lie a PROV-JSON history and a short script that checks all of it with nothing but Python. The bundle names
    the ledger's head: who has it can show later that nothing up to then was changed.

    Where the archive protects somebody, that bundle, with all names in it, is written only with --unprotected, for
    those who may know them. Without it the bundle has redacted texts, withholds the originals with a name in them, and
    is checked with `sha256sum -c manifest-sha256.txt`.
    """
    from crossbearing.archive.bundle import write_bundle
    from crossbearing.archive.seal import sha256
    from crossbearing.protection.shared import write_shared

    with exporting(where, unprotected=unprotected) as seen:
        if seen.open:
            number, hash_ = write_bundle(seen.archive, bundle)
            told = f"everything up to ledger entry {number}:{hash_}"
        else:
            write_shared(seen, bundle)
            told = "everything but the names of protected persons"
        try:
            seen.record_export("bundle", sha256((bundle / "tagmanifest-sha256.txt").read_bytes()))
        except BaseException:
            shutil.rmtree(bundle)  # what the ledger does not tell of is not handed out
            raise
    click.echo(f"{bundle}: {told}")
