"""Puts other names into reports and their labels."""

import re
from collections.abc import Iterable
from pathlib import Path

from evaluation import sample
from evaluation.renaming.found import groups_in, names_pattern, towns_in
from evaluation.renaming.made import groups_made_up, names_borrowed, names_made_up
from evaluation.runs import Way
from evaluation.sample import Row


class Renamer:
    """Puts other names for names."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._pattern: re.Pattern[str] = names_pattern(names)

    def text(self, text: str) -> str:
        """Return a text with the other names.

        >>> Renamer({"Homs": "Drouva"}).text("Homs-based rebels left Homs.")
        'Drouva-based rebels left Drouva.'
        """
        return self._pattern.sub(lambda found: self._names[found[0]], text)

    def moved(self, text: str, offset: int) -> int:
        """Return where an offset of the old text lies in the new one; one inside a name goes to its start.

        >>> Renamer({"Homs": "Drouva"}).moved("In Homs, shots", 9)
        11
        """
        shift = 0
        for found in self._pattern.finditer(text):
            if offset <= found.start():
                break
            if offset < found.end():
                return found.start() + shift
            shift += len(self._names[found[0]]) - len(found[0])
        return offset + shift

    def row(self, row: Row) -> Row:
        """Return a row of reports or labels with the other names in all its texts."""
        return {key: self._within(value) for key, value in row.items()}

    def _within(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._within(one) for one in value]
        return self.row(value) if isinstance(value, dict) else value


def rename(way: Way, reports: Path, labels: Iterable[Path]) -> None:
    """Rewrite the reports of a file and their labels with other names for their towns or groups.

    What is labelled with a point loses it where its place has another name: nothing tells where that lies.
    """
    rows = sample.rows(reports)
    texts = {row["id"]: row["text"] for row in rows}
    renamer = Renamer(_names(way, tuple(texts.values())))
    sample.write(reports, map(renamer.row, rows))
    for path in labels:
        sample.write(path, [_label(renamer, row, texts) for row in sample.rows(path)])


def _names(way: Way, texts: tuple[str, ...]) -> dict[str, str]:
    if way == "groups":
        return groups_made_up(groups_in(texts))
    return names_made_up(towns_in(texts)) if way == "towns" else names_borrowed(towns_in(texts))


def _label(renamer: Renamer, row: Row, texts: dict[str, str]) -> Row:
    """A labelled claim or incident with the other names, its offsets those of the new text."""
    new = renamer.row(row)
    for old, one in ((row, new), *zip(row.get("docs", ()), new.get("docs", ()), strict=True)):
        for offset in {"start", "end", "quote_start"} & one.keys():
            one[offset] = renamer.moved(texts[old["doc"]], old[offset])
    if row.get("places", [])[:1] != new.get("places", [])[:1]:
        new["geo"] = None
    return new
