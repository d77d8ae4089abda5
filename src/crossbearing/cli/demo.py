"""The verb `demo`: read the sample reports, and show the picture they give."""

import shlex
import shutil
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import PROCESSES, ending
from crossbearing.cli.output import writing
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.records import Picture


@click.command(
    short_help="Read the sample reports and show the picture they give.",
    epilog=ending(
        "crossbearing demo",
        "crossbearing demo /tmp/look",
        codes={0: "shown", 1: "the folder cannot be written"},
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", default=Path("crossbearing-demo"))
@PROCESSES
def demo(folder: Path, processes: int | None) -> None:
    """Read reports on one Syrian town in June 2011, written for this from public facts, and show what they tell.

    The archive, the page and a forecast of arrivals in Turkey are put into DIR (./crossbearing-demo). Nothing is sent
    anywhere.
    """
    from crossbearing import pipeline
    from crossbearing.archive import Archive
    from crossbearing.cli import jisr
    from crossbearing.cli.show import terminal
    from crossbearing.places import Gazetteer
    from crossbearing.protection import Seen
    from crossbearing.publishing import page as pages
    from crossbearing.publishing.terminal import first_reading

    archive_folder, page_file = folder / "archive", folder / "page.html"
    folder.mkdir(parents=True, exist_ok=True)
    with Archive.open(archive_folder) as archive, Shown() as shown:
        pipeline.run(archive, sample_files(), progress=shown, told=shown.say, processes=processes)
        picture = Seen(archive, verb="demo").picture()
    with Gazetteer.open() as gazetteer, writing(page_file) as stream:
        arrivals = jisr.project(picture, gazetteer, samples() / "counted/hatay-2011.csv", folder / "arrivals")
        pages.write(picture, stream, gazetteer=gazetteer, arrivals=arrivals)
    console = terminal()
    console.print(_opening(picture), markup=False)
    console.print(first_reading(picture))
    jisr.show(arrivals, folder / "arrivals", console)
    console.print(_what_next(picture, archive_folder, page_file), markup=False, soft_wrap=True)


def samples() -> Path:
    """Return the folder of samples: what came with the package, or that of the repository it is run from."""
    installed = Path(str(files("crossbearing").joinpath("samples")))
    return installed if installed.is_dir() else Path(__file__).parents[3] / "samples"


def sample_files() -> list[Path]:
    """Return the sample reports."""
    here = samples() / "jisr"
    found = sorted(path for path in here.glob("*.*"))
    if not found:
        raise FileNotFoundError(2, "there are no sample reports", str(here))
    return found


def _opening(picture: "Picture") -> str:
    from crossbearing.publishing.page.data import summary

    told = summary(picture)
    return (
        f"{told['reports']} reports by {told['outlets']} outlets tell of Jisr al-Shughour in June 2011:"
        " a town that rose, was attacked and emptied.\nWho says what, how do they know, and who else says it? "
        f"Their claims come together in {told['events']} events."
    )


def _what_next(picture: "Picture", archive: Path, page: Path) -> str:
    from crossbearing.archive.opening import as_typed
    from crossbearing.publishing.terminal import short_ids
    from crossbearing.publishing.wording import overall

    contested = [event.id for event in picture.events if overall(event.grade) == "contested"]
    example = short_ids(picture.events)[contested[0]] if contested else "EVENT"
    program, there = shlex.quote(program_here()), as_typed(archive)
    return (
        "\nWhat next\n"
        f"  the map and the words   open {page.resolve().as_uri()}\n"
        f"  one event in full       {program} show --archive {there} {example}\n"
        f"  every event             {program} show --archive {there}\n"
        f"  for a spreadsheet       {program} export --archive {there} --format claims-csv --output claims.csv\n"
        f"  your own reports        {program} run FOLDER --archive cases\n"
        f"                          {program} page --archive cases cases.html"
    )


def program_here() -> str:
    """Return what a person types to call the program: its name, or its path where the shell does not find the name."""
    name = "crossbearing"
    program = Path(sys.executable).with_name(name)
    if shutil.which(name) or not program.exists():
        return name
    return str(program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program)
