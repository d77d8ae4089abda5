"""Writes those parts of the documents that the code knows better: between `<!-- made: NAME -->` and `<!-- end -->`.

Run it with `make docs`; the tests in tests/documentation compare.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from crossbearing.cli import main
from crossbearing.ontology import kinds, words

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(?s)(<!-- made: ([\w-]+) -->\n).*?(<!-- end -->)")


def table(headings: str, rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table; headings are divided by bars."""
    names = headings.split("|")
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def kinds_table() -> str:
    """Every kind of event with its words and crosswalks."""
    rows = []
    for name, kind in kinds().items():
        event, mode = kind.plover
        plover = event + (f" / {mode}" if mode else "")
        near = {scheme: "~ " if scheme in kind.nearest else "" for scheme in ("plover", "acled")}
        rows.append((
            f"`{name}`", kind.words, near["plover"] + plover, near["acled"] + " / ".join(kind.acled), kind.ucdp,
        ))
    return table("kind|in words|PLOVER|ACLED|UCDP GED", rows)


def words_table(group: str) -> Callable[[], str]:
    """Return what makes the table of one closed set of words."""
    return lambda: table("word|meaning", [(f"`{w}`", said) for w, said in getattr(words(), group).items()])


TOUR = (
    "crossbearing run samples/jisr --archive cases",
    "crossbearing show --archive cases | grep -E 'grade|corroborated|contested' | head -6",
    "crossbearing export --archive cases --format claims-csv --output claims.csv && wc -l < claims.csv",
    "crossbearing page --archive cases picture.html && ls picture.html",
    "crossbearing verify --archive cases | cut -d ';' -f 1",
)
"""The commands of the README's tour. None prints a time or a digest that hangs on one."""


def tour() -> str:
    """What the commands of the tour print, one after another, in an empty folder with the samples in it."""
    told = ""
    bin_folder = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "COLUMNS": "118", "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")
        for command in TOUR:
            script = f"set -o pipefail; {command}"
            done = subprocess.run(
                ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=True,
            )
            lines = [line.rstrip() for line in done.stdout.splitlines() if line.strip()]
            told += "\n".join([f"$ {command}", *lines, ""])
    return f"```console\n{told}```\n"


def verbs() -> dict[str, click.Command]:
    """Return every verb of the command line, those of a group by both their words."""
    found: dict[str, click.Command] = {}
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": each for inner, each in command.commands.items()}
    return found


def commands() -> str:
    """What `--help` says of every verb."""
    parts = []
    # What the command line itself gives every verb, so that a verb tells the same here and there.
    given: dict[str, Any] = {"terminal_width": 100, "max_content_width": 100, **main.context_settings}
    for name, command in verbs().items():
        context = click.Context(command, info_name=f"crossbearing {name}", **given)
        parts.append(f"## {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


MAKERS: dict[str, Callable[[], str]] = {
    "tour": tour,
    "commands": commands,
    "kinds": kinds_table,
    **{group: words_table(group) for group in words().__struct_fields__},
}


def documents() -> list[Path]:
    """Return the documents that hold made parts."""
    pages = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    return [page for page in pages if BLOCK.search(page.read_text("utf-8"))]


def renewed(text: str) -> str:
    """Return a document with its made parts made anew.

    Raises:
        KeyError: a part is asked for that nothing makes.
    """
    return BLOCK.sub(lambda m: m[1] + MAKERS[m[2]]() + m[3], text)


if __name__ == "__main__":
    for path in documents():
        old = path.read_text("utf-8")
        if (new := renewed(old)) != old:
            path.write_text(new, "utf-8")
            print(f"made anew: {path.relative_to(ROOT)}")
