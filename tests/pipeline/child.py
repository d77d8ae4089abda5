"""A run in a process of its own, to be killed: `python -m tests.pipeline.child INPUT ARCHIVE PROCESSES`."""

import sys
from pathlib import Path

from crossbearing import pipeline
from crossbearing.archive import Archive
from tests.archive.made import COUNTING


class Silent:
    """Progress that nobody sees."""

    def begin(self, stage: str, total: int | None) -> None:
        pass

    def advance(self, steps: int = 1) -> None:
        pass


def main(source: str, folder: str, processes: str) -> None:
    with Archive.open(Path(folder)) as archive:
        summary = pipeline.run(
            archive, [Path(source)], progress=Silent(), told=lambda refusal: sys.stderr.write(f"{refusal}\n"),
            processes=int(processes), choice=COUNTING,
        )
    sys.stdout.write(f"{summary}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
