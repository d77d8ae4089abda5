"""What speaks for and against a segment being a place name: named pieces of evidence, weighed elsewhere."""

from collections.abc import Sequence

from crossbearing.places.cues import common_words, cues, given_names, surnames
from crossbearing.places.entry import NameRank
from crossbearing.places.segments import Segment
from crossbearing.places.text import Text

SAY = frozenset(["said", "says", "told", "tells", "added", "explained", "noted", "asked", "recalled", "wrote", "replied"])
BIG = 100_000
MIDDLE = 10_000
BUILT = ("landmark", "camp", "crossing")
"""Kinds whose names of several words are theirs alone."""
COARSE = {"small": "town", "middle": "town", "code": "town", "spelling": "unknown"}
"""Classes that the words around a name are weighed alike for."""


def gazetteer_class(segment: Segment) -> str:
    """Return what the gazetteer makes of a segment, as one word: its best kind, or how big its biggest place is."""
    best = ""
    population = -1
    for candidate in segment.candidates:
        place, rank = candidate.place, candidate.rank
        if rank == NameRank.DEMONYM:
            best = best or "demonym"
            continue
        if rank == NameRank.SPELLING:
            return "spelling"
        if rank == NameRank.CODE and segment.key[:1] != "=":
            continue
        if place.kind == "country" and rank == NameRank.MAIN:
            return "country"
        if place.kind in ("region", "water") or (place.kind in BUILT and " " in segment.key):
            best = "region"
        elif place.kind == "province" and best not in ("region", "demonym"):
            best = "province"
        elif segment.key[:1] == "=":
            best = "abbreviation"
        population = max(population, place.population)
    if best:
        return best
    if population < 0:
        return "code" if segment.candidates else "unknown"
    if population >= BIG:
        return "big"
    return "middle" if population >= MIDDLE else "small"


def find_people(text: Text, parts: Sequence[Segment]) -> set[str]:
    """Return the lower-case words of a text that name persons in it: what follows a title or a given name in a run."""
    people: set[str] = set()
    known, given, common = cues(), given_names(), common_words()
    seen = -1
    for segment in parts:
        if segment.run_first == seen:
            continue
        seen = segment.run_first
        words = [i for i in range(segment.run_first, segment.run_last) if text.named[i]]
        start = 0
        titled = False
        while start < len(words) and text.lower[words[start]] in known.titles:
            titled, start = True, start + 1
        if not titled and segment.run_first and text.lower[segment.run_first - 1] in known.titles:
            titled = text.lower[segment.run_first - 1] not in ("father", "private", "general", "major", "chief", "st.")
        rest = words[start:]
        if not rest or any(text.lower[i] in common for i in rest[1:]) and not titled:
            continue
        last = text.lower[rest[-1]]
        if titled and len(rest) <= 3 or len(rest) in (2, 3, 4) and text.lower[rest[0]] in given and text.lower[rest[-1]] not in known.feature_nouns:
            if len(rest) > 1 or titled:
                people.add(last)
                if len(rest) > 1:
                    people.add(text.lower[rest[0]])
    return people


def evidence(text: Text, segment: Segment, people: set[str]) -> list[str]:
    """Return the names of what speaks for or against a segment; each has a weight in `data/recognition.csv`."""
    known = cues()
    f, l, a, b = segment.first, segment.last, segment.run_first, segment.run_last
    low, words, n = text.lower, text.words, len(text.words)
    kind = gazetteer_class(segment)
    if segment.tail:
        kind = segment.tail
    names = [i for i in range(f, l) if text.named[i]]
    out = [f"kind {kind}"]
    single = len(names) == 1
    word = low[names[0]]
    out.append("one word" if single else "many words")
    coarse = COARSE.get(kind, kind)
    if all(low[i] in common_words() for i in names):
        out.append(f"common {coarse}")
    if segment.tail in ("water", "land") and word in given_names():
        out.append("given name first")
    if not segment.candidates and any(low[i] in known.titles for i in names):
        out.append("title within")
    if single:
        if word in given_names():
            out.append(f"given name {coarse}")
        elif word in surnames():
            out.append(f"surname {coarse}")
        if word in known.titles:
            out.append("title")
        if words[names[0]].isupper() and len(word) > 1:
            out.append("capitals long" if len(word) > 4 else f"capitals {coarse}")
        if word in known.facilities or word in known.organisations:
            out.append("head noun itself")
        if word in known.months_and_days:
            out.append("calendar")
        if word in known.compass:
            out.append("compass itself")
    if any(low[i] in people for i in names):
        out.append(f"person elsewhere {coarse}" if single else "person elsewhere many")
    if segment.inside:
        out.append(f"inside {segment.inside}")
    # to the left
    if f > a:
        left = low[f - 1] if words[f - 1] not in "-‐‑" else low[max(a, f - 2)]
        if left in known.titles:
            out.append(f"left title {coarse}")
        elif left in given_names() or len(left) <= 2 and left[:1].isalpha() and "." in left or len(left) == 1:
            out.append(f"left given {coarse}")
        elif left in known.compass:
            out.append("left compass")
        elif left in common_words():
            out.append(f"left name common {coarse}")
        else:
            out.append(f"left name {coarse}")
    elif text.first[f]:
        out.append(f"left begin {coarse}")
    else:
        out.append(_left(text, f, coarse))
    # to the right
    if l < b:
        right = low[l] if text.named[l] else low[min(l + 1, b - 1)]
        tail = "organisation" if right in known.organisations else "facility" if right in known.facilities else ""
        if right in known.feature_nouns and not tail:
            tail = "feature"
        if tail:
            out.append(f"right {tail} {coarse}")
        elif right in known.titles:
            out.append(f"right title {coarse}")
        elif right in common_words():
            out.append(f"right name common {coarse}")
        else:
            out.append(f"right name {coarse}")
    else:
        out.append(_right(text, l, coarse))
    return out


def discourse(others: Sequence[float], segment: Segment) -> str:
    """Return what the log-odds of a name's other mentions say of this one; empty where they say nothing."""
    kind = COARSE.get(gazetteer_class(segment), segment.tail or gazetteer_class(segment))
    best = max(others)
    if best > 2.0:
        return f"elsewhere surely {kind}"
    if best > 0.0:
        return f"elsewhere likely {kind}"
    return f"elsewhere hardly {kind}" if best < -2.0 else ""


def _left(text: Text, f: int, coarse: str) -> str:
    known, low = cues(), text.lower
    i = f - 1
    word = low[i]
    the = ""
    if word == "the" and i > 0:
        i -= 1
        word, the = low[i], " the"
    if word in known.compass and i > 0:
        return f"left compass {coarse}"
    if word in known.where:
        return f"left where{the} {coarse}"
    if word == "of" and i > 0:
        before = low[i - 1]
        if before in known.feature_nouns:
            return f"left feature of {coarse}"
        if before in known.compass or before in ("outside", "part", "parts", "edge", "kilometers", "kilometres", "miles", "km"):
            return f"left compass of {coarse}"
        return f"left of{the} {coarse}"
    if word in ("from", "to"):
        return f"left {word}{the} {coarse}"
    if word in ("called", "named", "dubbed") and any(w in known.feature_nouns for w in low[max(0, i - 3) : i]):
        return f"left feature of {coarse}"
    if word in known.titles:
        return f"left title {coarse}"
    if word in known.other_prepositions:
        return f"left preposition{the} {coarse}"
    if word in known.feature_nouns:
        return f"left feature {coarse}"
    if word == ",":
        if i > 0 and text.named[i - 1]:
            return f"left name comma {coarse}"
        return f"left comma {coarse}"
    if word in ("(", "[", "—", "–", "-", "--", "/"):
        return f"left mark {coarse}"
    if word in ('"', "“", "'", "‘"):
        return f"left quote {coarse}"
    if word in ("and", "or", "&"):
        return f"left and {coarse}"
    return f"left{the} other {coarse}"


def _right(text: Text, l: int, coarse: str) -> str:
    known, low, n = cues(), text.lower, len(text.words)
    if l >= n:
        return f"right end {coarse}"
    word = low[l]
    if word in ("'s", "’s"):
        return f"right possessive {coarse}"
    if word in known.feature_nouns:
        return f"right feature {coarse}"
    if word in known.people_nouns:
        return f"right people {coarse}"
    if word in SAY:
        return f"right say {coarse}"
    if word == ",":
        if l + 1 < n and text.named[l + 1]:
            return f"right comma name {coarse}"
        if l + 1 < n and low[l + 1].isdigit():
            return f"right comma number {coarse}"
        return f"right comma {coarse}"
    if word == ".":
        return f"right end {coarse}"
    if word in ("-", "–", "—", "--", "(", ":", "/"):
        return f"right mark {coarse}"
    if word[0].isdigit():
        return f"right number {coarse}"
    if text.tag[l][:2] == "VB" or text.tag[l] == "MD":
        return f"right verb {coarse}"
    if text.tag[l][:2] == "NN":
        return f"right noun {coarse}"
    return f"right other {coarse}"
