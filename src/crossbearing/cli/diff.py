"""The verb `diff`: tell what is otherwise in two readings of an archive, or in two archives."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ArchivePlace, ending
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from crossbearing.archive import Archive, Method
    from crossbearing.archive.differences import Change
    from crossbearing.archive.opening import Where
    from crossbearing.protection import Seen
    from crossbearing.records import Judgement

ARROW = "\N{RIGHTWARDS ARROW}"
LONGEST = 60
"""Characters of a value that are shown on a terminal."""


@click.command(
    short_help="Tell what changed between two readings, or two archives.",
    epilog=ending(
        "crossbearing diff --archive cases",
        "crossbearing diff --archive cases --from 3f9a --to 77b0",
        "crossbearing diff --archive cases --with theirs",
        codes={0: "told; nothing is otherwise where no line came", 1: "there are no two readings to compare"},
    ),
)
@ARCHIVE
@click.option("--with", "other", type=ArchivePlace(), help="Another archive: tells what is otherwise there.")
@click.option("--from", "first", metavar="VERSION", help="The version of the reader to begin with, or its beginning.")
@click.option("--to", "second", metavar="VERSION", help="The version to compare it with (default: the one in force).")
@UNPROTECTED
def diff(
    where: "Where", other: "Where | None", first: str | None, second: str | None,
    unprotected: bool,  # noqa: FBT001 click passes flags so
) -> int:
    """Tell what a newer version of the reader got out of the same reports: claims that are new, gone or changed.

    Without --from, the version before the one in force is compared with it; judgements that fit no claim any more are
    told too. With another archive: reports, claims and events that are new there, gone or changed. On a terminal one
    line each; elsewhere one JSON object a line. The sum of it is on stderr. Protected persons are named by their
    pseudonyms.
    """
    import msgspec

    from crossbearing.archive.differences import between_pictures

    if other is not None and (first or second):
        raise click.UsageError("--with compares archives as they are; --from and --to compare readings of one")
    shown: Counter[str] = Counter()
    with seeing(where, unprotected=unprotected) as seen:
        archive = seen.archive
        if other is not None:
            with seeing(other, unprotected=unprotected) as theirs:
                changes = between_pictures(seen.picture(), theirs.picture())
        else:
            versions = _versions(archive, first, second)
            if isinstance(versions, str):
                click.echo(f"crossbearing: {versions}", err=True)
                return 1
            old, new = versions
            click.echo(f"crossbearing: {old.name} {old.version} {ARROW} {new.name} {new.version}", err=True)
            changes = _between(seen, old, new)
            for judgement in archive.unfitting(old, new):
                shown["judgement unfitting"] += 1
                click.echo(_unfitting(seen.judgement(judgement)))
        for change in changes:
            shown[f"{change.what} {change.how}"] += 1
            click.echo(_line(change) if sys.stdout.isatty() else msgspec.json.encode(change))
    told = ", ".join(f"{number} {what}" for what, number in sorted(shown.items()))
    click.echo(f"crossbearing: {told or 'nothing is otherwise'}", err=True)
    return 0


def _between(seen: "Seen", old: "Method", new: "Method") -> "Iterator[Change]":
    from crossbearing.archive.differences import between_readings

    for before, after in seen.archive.readings.that_differ(old, new):
        yield from between_readings(seen.reading(before), seen.reading(after))


def _versions(archive: "Archive", first: str | None, second: str | None) -> "tuple[Method, Method] | str":
    """Return the two versions to compare, or why there are no such two."""
    known = archive.readings.readers()
    new = [archive.reader] if second is None else [m for m in known if m.version.startswith(second)]
    if len(new) != 1 or new[0] is None:
        return _no_two(known, second)
    if first is None:
        before = known[:known.index(new[0])]
        old = before[-1:]
    else:
        old = [m for m in known if m.version.startswith(first)]
    return (old[0], new[0]) if len(old) == 1 else _no_two(known, first)


def _no_two(known: "list[Method]", asked: str | None) -> str:
    versions = ", ".join(f"{method.name} {method.version}" for method in known) or "none"
    why = f"no single version begins with {asked}" if asked else "there is no version before the one in force"
    return f"{why}; those that read this archive, in their order: {versions}"


def _line(change: "Change") -> str:
    about = f" of report {change.report}" if change.report else ""
    was = f" (was {change.was})" if change.was else ""
    fields = "".join(f"; {name}: {_short(a)} {ARROW} {_short(b)}" for name, (a, b) in change.fields.items())
    told = f"{change.how:<8}{change.what} {change.id}{was}{about}: {change.label}{fields}"
    return "".join(c if c.isprintable() else " " for c in told)


def _short(value: Any) -> str:
    import msgspec

    told = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}..."


def _unfitting(judgement: "Judgement") -> str:
    import msgspec

    if sys.stdout.isatty():
        return f"unfitting judgement {judgement.id} by {judgement.by}: {judgement.verdict}, {judgement.why}"
    return msgspec.json.encode({"fits_no_more": judgement}).decode()
