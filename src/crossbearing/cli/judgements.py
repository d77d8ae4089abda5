"""The verb `judgements`: list what people decided, or take in what others decided."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending
from crossbearing.cli.output import seeing
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="List what people decided, or take in what others decided.",
    epilog=ending(
        "crossbearing judgements --archive cases > ours.jsonl",
        "crossbearing judgements --archive theirs --take-in ours.jsonl",
        "crossbearing judgements --archive cases --open",
        codes={0: "listed or taken in", 1: "the file is damaged, or the archive cannot be read"},
    ),
)
@ARCHIVE
@click.option(
    "--take-in", "source", type=click.Path(path_type=Path), metavar="FILE", help="Take in another archive's list.",
)
@click.option(
    "--open", "only_open", is_flag=True,
    help="Only what a person should look at: conflicts, and what fits no more or cannot hold.",
)
@UNPROTECTED
def judgements(where: "Where", source: Path | None, only_open: bool, unprotected: bool) -> int:  # noqa: FBT001 click's
    """List every judgement of an archive, one JSON object a line, in the order in which they were recorded.

    Taking in a list adds what is not there yet; twice changes nothing. Where two people say different things about the
    same, the later one holds, and `--open` shows both. A judgement on words that no claim stands on any more is kept,
    and shown there too; so is a `same` that would bring together claims that are not the same. Where somebody is
    protected, only a list made with --unprotected can be taken in elsewhere: the others name pseudonyms.
    """
    import msgspec

    from crossbearing.records import apply_judgements, conflicts
    from crossbearing.weighing import Decisions

    if source is not None:
        return _take_in(where, source)
    with seeing(where, unprotected=unprotected) as seen:
        archive = seen.archive
        everything = archive.judgements.all()
        reader = archive.reader
        readings = {r.report: r for r in archive.readings.all(reader)} if only_open and reader else {}
        if not only_open:
            for judgement in seen.judgements():
                click.echo(msgspec.json.encode(judgement))
            return 0
        for holds, other in conflicts(everything):
            both = {"holds": seen.judgement(holds), "other": seen.judgement(other)}
            click.echo(msgspec.json.encode({"conflict": both}))
        judged = apply_judgements(everything, readings)
        for orphan in judged.orphans:
            click.echo(msgspec.json.encode({"fits_no_more": seen.judgement(orphan)}))
        for pair in Decisions(judged.same, judged.apart).unfit:
            told = {"same": [seen.ids.get(claim, claim) for claim in pair], "why": "judged not the same through others"}
            click.echo(msgspec.json.encode({"cannot_hold": told}))
    return 0


def _take_in(where: "Where", source: Path) -> int:
    import msgspec

    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.protection import make_key
    from crossbearing.records import Judgement, JudgementError, check, conflicts

    try:
        lines = [line for line in source.read_bytes().splitlines() if line.strip()]
        taken = [msgspec.json.decode(line, type=Judgement) for line in lines]
        for judgement in taken:
            check(judgement)
    except (msgspec.DecodeError, JudgementError) as error:
        click.echo(f"crossbearing: {source}: it is no list of judgements ({error}); export it again", err=True)
        return 1
    with Archive.open(where, make=False) as archive, Shown() as shown:
        if any(judgement.verdict == "protect" for judgement in taken):
            make_key(archive)
        new = archive.record_judgements(taken)
        pipeline.weigh_again(archive, shown)
        found = conflicts(archive.judgements.all())
    click.echo(msgspec.json.encode({"new": new, "known": len(taken) - new, "conflicts": len(found)}))
    return 0
