"""The command `crossbearing` with its verbs, and how every verb ends."""

import os
import sys
from importlib import import_module

import click

from crossbearing import __version__

VERBS = {
    "demo": "Read the sample reports and show the picture they give.",
    "run": "Take reports in, read and weigh them.",
    "read": "Read reports and write what was found, without an archive.",
    "show": "Show the events of an archive, or one event in full.",
    "explain": "Explain a report's reading or an event, rule by rule.",
    "page": "Write an archive's picture as one web page that works offline.",
    "export": "Write an archive's picture in a format of the field.",
    "search": "Find claims by words, kind, place, day, source or grade.",
    "totals": "Add up what happened in a period and an area.",
    "judge": "Say what is right and what is not: accept, reject, correct, same, not the same, merge, split.",
    "judgements": "List what people decided, or take in what others decided.",
    "diff": "Tell what changed between two readings, or two archives.",
    "protect": "Say who must not be named outside, or see who is proposed for it.",
    "expunge": "Take a report away for good, with all that quotes it.",
    "exposure": "List where protected names would still appear.",
    "history": "Tell what was done to a record, and to an archive.",
    "bundle": "Write all of an archive as evidence that anyone can check.",
    "timestamp": "Let an authority confirm when an archive was as it is now.",
    "verify": "Check that nothing in an archive was altered.",
    "places": "Look up a place by name.",
    "arrivals": "Project how many people reach which camp, and when.",
}
"""Every verb with its line in `--help`: for each a file `cli/<verb>.py` with a click command of that name in it."""

BROKEN_OFF = 130
"""The exit code after Ctrl-C (128 and the number of SIGINT, as shells have it)."""


class Verbs(click.Group):
    """A group whose commands are imported when they are called, so that `--help` is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order in which they are told of."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return one verb."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"crossbearing.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the list of verbs without loading one."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> None:
        """Run a verb; what it returns is the exit code. What went wrong is one line on stderr."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            click.echo("crossbearing: broken off; what is done is safe, the same command goes on from there", err=True)
            ctx.exit(BROKEN_OFF)
        except BrokenPipeError:
            # Whoever read our output has enough. Python would complain when it closes stdout: give it another.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as error:
            told = _told(error)
            if told is None:
                raise
            click.echo(f"crossbearing: {told}", err=True)
            ctx.exit(1)
        ctx.exit(code if isinstance(code, int) else 0)


def _told(error: Exception) -> str | None:
    """Return what to say of an error that a person can do something about, null for any other."""
    from crossbearing.archive import ArchiveTrouble
    from crossbearing.pipeline import ClusterMissing, WorkerLost
    from crossbearing.records import JudgementError

    if isinstance(error, ArchiveTrouble | ClusterMissing | WorkerLost | JudgementError):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}; check the name, your rights to it and the room on the disk"
    return None


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 nothing could be done, 2 wrong usage, 130 broken off with Ctrl-C.",
)
@click.version_option(__version__, message="crossbearing %(version)s")
def main() -> None:
    """Turn many accounts of a crisis into one picture that can be checked."""
