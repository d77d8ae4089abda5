"""Arguments and options that several verbs share, and how the `--help` of each ends."""

from pathlib import Path

import click

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATHS...")
ARCHIVE = click.option(
    "--archive", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR",
    help="The folder of the archive.",
)
PROCESSES = click.option(
    "--processes", type=click.IntRange(1, 256), metavar="N",
    help="How many processes read at once (default: one for each core; 1 needs least memory).",
)

USAGE = {2: "wrong usage", 130: "broken off with Ctrl-C"}


def ending(*examples: str, codes: dict[int, str]) -> str:
    """Return what stands at the end of a verb's `--help`: its examples and its exit codes.

    >>> print(ending("crossbearing verify --archive cases", codes={0: "sound"}).replace(chr(8), ""))
    <BLANKLINE>
    Examples:
      crossbearing verify --archive cases
    <BLANKLINE>
    <BLANKLINE>
    Exit codes:
      0    sound
      2    wrong usage
      130  broken off with Ctrl-C
    """
    # A backspace on a line of its own tells click to keep the lines of a paragraph as they are.
    told = "\n".join(f"  {code:<4} {words}" for code, words in {**codes, **USAGE}.items())
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples) + f"\n\n\b\nExit codes:\n{told}"
