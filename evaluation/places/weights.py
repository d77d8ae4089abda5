"""Writes tables of learnt weights and lists of words, keeping the comments and the header that they have."""

from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parents[2] / "src" / "crossbearing" / "places" / "data"


def write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Replace the rows of a table of the room `places`."""
    path = DATA / name
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    header = next(line for line in lines if not line.startswith("#"))
    body = [",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows]
    path.write_text("\n".join([*comments, header, *body]) + "\n", encoding="utf-8")


def write_words(name: str, words: Iterable[str]) -> None:
    """Replace the words of a list of the room `places`."""
    path = DATA / name
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*comments, *words]) + "\n", encoding="utf-8")
