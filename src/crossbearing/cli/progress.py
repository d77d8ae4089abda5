"""Progress on a terminal, nothing elsewhere."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Shown:
    """Shows how far the work is, on stderr where that is a terminal, and says refusals without disturbing it.

    >>> with Shown() as shown:
    ...     shown.begin("reading", 10)
    ...     shown.advance()
    """

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._stage: TaskID | None = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Bar(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins, with so many steps where that is known; the one before has ended."""
        if self._bar is not None:
            if self._stage is not None:
                self._bar.update(self._stage, visible=False)
            self._stage = self._bar.add_task(stage, total=total)

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        if self._bar is not None and self._stage is not None:
            self._bar.advance(self._stage, steps)

    def say(self, message: object) -> None:
        """Say one line on stderr."""
        if self._bar is not None:
            self._bar.console.print(f"crossbearing: {message}", markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(f"crossbearing: {message}", err=True)
