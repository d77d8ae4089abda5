"""The corpora that the weights of the room `places` are learnt from: parsed texts with the places marked in them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from spacy.tokens import Doc

from crossbearing.language import parse

NEWS = ("lgl", "trnews", "gwn")
CONFLICT = "re3d"
ROOT = Path(__file__).parents[2]


class Toponym(msgspec.Struct, frozen=True):
    """A place marked by hand; `ignore` is neither right nor wrong, a point may be missing."""

    start: int
    end: int
    text: str = ""
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    ignore: bool = False


class Marked(msgspec.Struct, frozen=True):
    """A parsed text and the places marked in it."""

    id: str
    doc: Doc
    toponyms: tuple[Toponym, ...]


def corpora() -> Path:
    """Return the folder of labelled corpora: `$CROSSBEARING_CORPORA`, else beside the repository."""
    folder = Path(os.environ.get("CROSSBEARING_CORPORA") or ROOT / "../shared/corpora").resolve()
    if not folder.is_dir():
        raise SystemExit(f"no labelled corpora at {folder}: set CROSSBEARING_CORPORA")
    return folder


def read(name: str) -> list[Marked]:
    """Return the texts of one corpus."""
    return list(_re3d() if name == CONFLICT else _news(name))


def _news(name: str) -> Iterator[Marked]:
    folder = corpora() / f"geo_{name}" / "train"
    texts = {row["id"]: row["text"] for row in _rows(folder / "reports.jsonl")}
    for row in _rows(folder / "gold.jsonl"):
        yield Marked(row["id"], parse(texts[row["id"]]), msgspec.convert(row["toponyms"], tuple[Toponym, ...]))


def _re3d() -> Iterator[Marked]:
    """Locations and nationalities of re3d; what lies in an organisation's name is neither right nor wrong."""
    for folder in sorted(path.parent for path in (corpora() / CONFLICT).glob("*/documents.json")):
        entities = list(_rows(folder / "entities.json"))
        for row in _rows(folder / "documents.json"):
            mine = [e for e in entities if e["documentId"] == row["_id"]]
            marked = [Toponym(e["begin"], e["end"]) for e in mine if e["type"] in ("Location", "Nationality")]
            marked += [Toponym(e["begin"], e["end"], ignore=True) for e in mine if e["type"] == "Organisation"]
            yield Marked(row["_id"], parse(row["text"]), tuple(marked))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return how many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
