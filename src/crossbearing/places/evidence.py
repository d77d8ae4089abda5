"""What speaks for and against a segment being a place name: named pieces of evidence, weighed elsewhere."""

from collections.abc import Sequence

from crossbearing.places.beside import left, right
from crossbearing.places.cues import common_words, cues, given_names, surnames
from crossbearing.places.entry import NameRank
from crossbearing.places.segment import Segment
from crossbearing.places.text import Text

BIG = 100_000
MIDDLE = 10_000
"""People from which a town is big or of middle size."""
BUILT = ("landmark", "camp", "crossing")
"""Kinds whose names of several words are theirs alone."""
COARSE = {"small": "town", "middle": "town", "code": "town", "spelling": "unknown"}
"""Classes that the words around a name are weighed alike for."""
LONGEST_CODE = 4
SURELY = 2.0
"""Log-odds from which another mention of a name is surely a place, and below whose negative it is hardly one."""


def gazetteer_class(segment: Segment) -> str:
    """Return what the gazetteer makes of a segment, as one word: its best kind, or how big its biggest place is."""
    best, population = "", -1
    for candidate in segment.candidates:
        place, rank = candidate.place, candidate.rank
        if rank == NameRank.SPELLING:
            return "spelling"
        if rank == NameRank.MAIN and place.kind == "country":
            return "country"
        if rank == NameRank.DEMONYM:
            best = best or "demonym"
        elif rank != NameRank.CODE or segment.key[:1] == "=":
            best = _better(best, place.kind, segment.key)
            population = max(population, place.population)
    if best:
        return best
    if population < 0:
        return "code" if segment.candidates else "unknown"
    if population >= BIG:
        return "big"
    return "middle" if population >= MIDDLE else "small"


def _better(best: str, kind: str, key: str) -> str:
    """The class of a segment once a place of that kind is among those it may mean."""
    if kind in ("region", "water") or (kind in BUILT and " " in key):
        return "region"
    if kind == "province" and best not in ("region", "demonym"):
        return "province"
    return "abbreviation" if key[:1] == "=" else best


def evidence(text: Text, segment: Segment, people: set[str]) -> list[str]:
    """Return the names of what speaks for or against a segment; each has a weight in `data/recognition.csv`.

    `people` are the words that name persons in the text (see `find_people`).
    """
    kind = segment.tail or gazetteer_class(segment)
    coarse = COARSE.get(kind, kind)
    names = [i for i in range(segment.first, segment.last) if text.named[i]]
    low = [text.lower[i] for i in names]
    out = [f"kind {kind}", "one word" if len(names) == 1 else "many words"]
    if all(word in common_words() for word in low):
        out.append(f"common {coarse}")
    if segment.tail in ("water", "land") and low[0] in given_names():
        out.append("given name first")
    if not segment.candidates and any(word in cues().titles for word in low):
        out.append("title within")
    if len(names) == 1:
        out += _single(text.words[names[0]], low[0], coarse)
    if any(word in people or word.removesuffix("s") in people for word in low):
        out.append(f"person elsewhere {coarse}" if len(names) == 1 else "person elsewhere many")
    if segment.is_held:
        out.append("lies in the next")
    if segment.inside:
        out.append(f"inside {segment.inside}")
    out.append(f"left {left(text, segment)} {coarse}")
    out.append(f"right {right(text, segment)} {coarse}")
    return out


def _single(word: str, low: str, coarse: str) -> list[str]:
    """What a single word says by itself."""
    known, out = cues(), []
    if low in given_names():
        out.append(f"given name {coarse}")
    elif low in surnames():
        out.append(f"surname {coarse}")
    if low in known.titles:
        out.append("title")
    if word.isupper() and len(word) > 1:
        out.append("capitals long" if len(word) > LONGEST_CODE else f"capitals {coarse}")
    if low in known.facilities or low in known.organisations:
        out.append("head noun itself")
    if low in known.months_and_days:
        out.append("calendar")
    return out


def beside(others: Sequence[float], segment: Segment) -> str:
    """Return what the log-odds of a list's neighbouring names say of this one."""
    return f"listed with {'likely' if max(others) > 0.0 else 'hardly'} {_coarse(segment)}"


def discourse(others: Sequence[float], segment: Segment) -> str:
    """Return what the log-odds of a name's other mentions say of this one; empty where they say nothing."""
    best = max(others)
    if best > 0.0:
        return f"elsewhere {'surely' if best > SURELY else 'likely'} {_coarse(segment)}"
    return f"elsewhere hardly {_coarse(segment)}" if best < -SURELY else ""


def _coarse(segment: Segment) -> str:
    kind = segment.tail or gazetteer_class(segment)
    return COARSE.get(kind, kind)
