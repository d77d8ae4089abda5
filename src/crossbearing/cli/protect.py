"""The verb `protect`: say who must not be named outside."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where
    from crossbearing.records import Role


@click.command(
    short_help="Say who must not be named outside, or see who is proposed for it.",
    epilog=ending(
        "crossbearing protect --archive cases 'Omar Khalil' --role witness --why 'he asked for it'",
        "crossbearing protect --archive cases 'Omar Khalil' --also 'Abu Sami' --role source --why 'at risk'",
        "crossbearing protect --archive cases --suggestions",
        "crossbearing protect --archive cases --all-suggested --why 'private persons, until somebody has looked'",
        "crossbearing judge --archive cases withdraw j-0c11aa --why 'she speaks under her name now'",
        codes={0: "recorded or listed", 1: "the archive cannot be written, or the judgement cannot be"},
    ),
)
@ARCHIVE
@click.argument("name", required=False)
@click.option("--also", multiple=True, metavar="NAME", help="Another name or spelling of theirs; may be given again.")
@click.option(
    "--role", type=click.Choice(["source", "victim", "witness"]), default="source", show_default=True,
    help="What they are in the reports; the pseudonym begins with it.",
)
@click.option("--only-in", multiple=True, metavar="REPORT", help="Hide them in this report alone; may be given again.")
@click.option(
    "--keep", multiple=True, metavar="WORD", help="A word of the name that stays where it stands alone.",
)
@click.option("--why", default="", help="The reason, for those who ask later.")
@click.option("--suggestions", "list_them", is_flag=True, help="List private persons who are named; shows their names.")
@click.option("--all-suggested", is_flag=True, help="Protect everybody who is proposed.")
def protect(
    where: "Where", name: str | None, also: tuple[str, ...], role: "Role", only_in: tuple[str, ...],
    keep: tuple[str, ...], why: str, list_them: bool, all_suggested: bool,  # noqa: FBT001 click passes flags so
) -> None:
    """Protect a person: outside they have a pseudonym, in every spelling, on every page, export and answer.

    NAME is the name as the reports spell it, or a telephone number; spellings that sound the same, the last name alone
    and the other script (Latin, Arabic) follow by themselves. `crossbearing exposure` lists where it may still be told.
    It is a judgement: it has a reason, it can be withdrawn, and doing it again replaces it.

    Proposed are persons named with their age, their occupation or how they were reached, unless they hold an office.
    """
    import msgspec

    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.protection import Seen
    from crossbearing.protection.key import archive_name, key_file
    from crossbearing.protection.protect import persons_proposed, protect_persons
    from crossbearing.records import JudgementError

    if (name is not None) + list_them + all_suggested != 1:
        raise click.UsageError("give a NAME, or --suggestions, or --all-suggested")
    with Archive.open(where, make=False) as archive, Shown() as shown:
        proposed = [] if name else persons_proposed(Seen(archive, verb="protect", unprotected=list_them))
        if list_them:
            for one in proposed:
                click.echo(msgspec.json.encode(one))
            return
        if not why.strip():
            raise JudgementError("protect needs a reason, for those who ask later")
        persons = [((name, *also), role)] if name else [((one.name,), one.role) for one in proposed]
        begun = archive.ledger.last("key") is None
        for judgement, pseudonym in protect_persons(archive, persons, only_in=only_in, keep=keep, why=why):
            click.echo(msgspec.json.encode({"judgement": judgement.id, "pseudonym": pseudonym}))
        if begun:
            place = key_file(archive_name(archive))
            click.echo(
                f"crossbearing: the key of the pseudonyms lies in {place}: keep a copy of it, apart from the archive;"
                " without it the archive shows nothing, and nobody can be protected or expunged", err=True,
            )
        pipeline.weigh_again(archive, shown)
