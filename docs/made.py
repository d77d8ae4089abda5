"""Writes those parts of the documents that the code knows better: between `<!-- made: NAME -->` and `<!-- end -->`.

Run it with `make docs`; the tests in tests/documentation compare.
"""

import re
from collections.abc import Callable
from pathlib import Path

from crossbearing.ontology import kinds, words

ROOT = Path(__file__).parents[1]
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


MAKERS: dict[str, Callable[[], str]] = {
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
