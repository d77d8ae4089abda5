"""What is measured, read from runs.yaml."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import yaml

HERE = Path(__file__).parent


Way = Literal["towns", "towns abroad", "groups"]
"""Which names are replaced: those of towns by made-up ones or by those of towns elsewhere, or those of groups."""


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that is gated: the bar that the project has set itself, and whether less is better."""

    bar: float | None = None
    lower: bool = False


class Score(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One scoring of an output: the verb of score.py, its gold file within the corpora, and the figures looked at."""

    verb: str
    gold: str
    figures: dict[str, Wanted]


class Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One run of the command line over a corpus. `quick` is the least number of reports of a sample; null takes all.

    `renamed` tells which names of the texts and the labels are replaced before (see `evaluation/renaming`).
    """

    reports: list[str]
    output: Literal["layers", "events"]
    quick: int | None
    scores: list[Score]
    renamed: Way | None = None


@cache
def runs() -> dict[str, Run]:
    """Return every run by name, in the order of the file.

    >>> runs()["timebank"].scores[0].verb
    'times'
    """
    return msgspec.convert(yaml.safe_load((HERE / "runs.yaml").read_text(encoding="utf-8")), dict[str, Run])


def wanted() -> dict[str, Wanted]:
    """Return every gated figure by its full name: run, verb and figure.

    >>> wanted()["timebank times.value.f1"].bar
    0.6
    """
    return {
        f"{name} {figure}": want
        for name, run in runs().items()
        for score in run.scores
        for figure, want in score.figures.items()
    }
