"""The verb `run`: take reports in, read and weigh them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, PROCESSES, ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive import Archive
    from crossbearing.archive.opening import Where
    from crossbearing.pipeline import Summary


@click.command(
    short_help="Take reports in, read and weigh them.",
    epilog=ending(
        "crossbearing run reports/ --archive cases",
        "crossbearing run monday.jsonl page.html statement.txt --archive cases",
        "crossbearing run --archive cases",
        codes={
            0: "done; some things may have been refused (the summary says how many)",
            1: "nothing could be taken in, or the archive cannot be written",
        },
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS...]")
@ARCHIVE
@PROCESSES
@click.option(
    "--cluster", metavar="ADDRESS",
    help="Weigh on the Dask cluster whose scheduler is there (tcp://HOST:8786); its workers need Crossbearing too.",
)
def run(paths: tuple[Path, ...], where: "Where", processes: int | None, cluster: str | None) -> int:
    """Take in the reports at PATHS (files, folders; .txt, .html, .jsonl), read claims out of them and weigh events.

    What is in the archive already is neither taken in nor read again, so that a run that was broken off goes on where
    it stopped. What cannot be taken in is said on stderr, and the rest goes on. Without PATHS nothing is taken in: an
    archive that older software wrote is brought up to date, and what is not read or weighed yet is.

    On a terminal a table tells what was done; elsewhere one line of JSON does, on stdout.
    """
    import msgspec

    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.archive.opening import as_written

    with Archive.open(where, make=bool(paths)) as archive, Shown() as shown:
        before, _ = archive.ledger.head()
        summary = pipeline.run(archive, paths, progress=shown, told=shown.say, processes=processes, cluster=cluster)
        _propose(archive, before, shown)
    if sys.stdout.isatty():
        _table(as_written(where), summary)
    else:
        click.echo(msgspec.json.encode(summary))
    return 0 if summary.new + summary.known + summary.expunged or not paths else 1


def _propose(archive: "Archive", before: int, shown: Shown) -> None:
    """Say how many persons the reports name that came in after this ledger entry, who may need protection."""
    from crossbearing.archive import ArchiveTrouble
    from crossbearing.protection import Seen
    from crossbearing.protection.protect import persons_proposed

    taken = [entry for entry in archive.ledger.entries() if entry.seq > before and entry.act == "take in"]
    ids = [report["id"] for entry in taken for report in entry.outputs["reports"]]
    try:
        proposed = persons_proposed(Seen(archive, verb="run"), ids)
    except ArchiveTrouble:  # the key is not here: whoever has it will see
        return
    if proposed:
        many = f"{len(proposed)} persons are" if len(proposed) > 1 else "a person is"
        shown.say(f"{many} named with age, occupation or how they were reached: `crossbearing protect --suggestions`")


def _table(name: str, summary: "Summary") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(f"Archive {name}"), show_header=False, title_justify="left")
    table.add_column(justify="right")
    table.add_column()
    rows = [
        (summary.new, "reports taken in"),
        (summary.known, "reports that were there already"),
        (summary.expunged, "reports that were expunged and stay away"),
        (summary.refused, "refused (said above)"),
        (summary.read, "reports read"),
        (summary.failed, "reports that the reader failed on (said above)"),
        *((number, f"reports in a language that is not read ({name}): kept, without claims")
          for name, number in sorted(summary.not_read.items())),
        (summary.reports, "reports in the archive"),
        (summary.claims, "claims"),
        (summary.events, "events" if summary.weighed else "events (nothing changed)"),
    ]
    for number, words in rows:
        if number:
            table.add_row(f"{number:,}", words)
    Console().print(table)
