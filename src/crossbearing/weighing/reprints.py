"""Which reports repeat the wording of another: reprints, wire copies and light rewrites of them."""

import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec
from datasketch import MinHash, MinHashLSH

from crossbearing.weighing.context import Context
from crossbearing.weighing.words import stems

SHINGLE = 4
"""Words of one shingle."""
SHORT = 12
"""Shingles below which only the same words count as one wording."""
PERMUTATIONS = 64
LIKENESS = 0.5
"""Share of common shingles (Jaccard) from which two reports count as one wording."""
SEARCH = 0.4
"""Likeness at which the index looks for pairs; each is then counted exactly."""

Shingles = frozenset[str]


class Reprints(msgspec.Struct, frozen=True):
    """Which reports repeat another's wording: report -> the earliest with it.

    `unclear` are the reports of whose wording the first publisher cannot be told, or is another: what they say
    without a source is not their own.
    """

    original_of: dict[str, str]
    unclear: frozenset[str]


def shingles(text: str) -> Shingles:
    """Return the runs of four words of a text; a text of fewer words is one shingle.

    >>> sorted(shingles("Shells fell on the town"))
    ['fell on the town', 'shell fell on the']
    """
    words = stems(text)
    if len(words) <= SHINGLE:
        return frozenset({" ".join(words)} if words else ())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def likeness(a: Shingles, b: Shingles) -> float:
    """Return the share of shingles two texts have in common (Jaccard), 0 to 1; for short texts 1 or 0."""
    if min(len(a), len(b)) < SHORT:
        return float(a == b != frozenset())
    return len(a & b) / len(a | b)


def alike(sentences: Sequence[tuple[str, str]]) -> dict[int, tuple[int, ...]]:
    """Return, for each sentence that other reports have in the same wording, the numbers of theirs, in order.

    Each sentence comes with its report; those of one report are not compared.

    >>> said = "Shells fell on the grain market of the old town of Marnah before dawn on Monday, killing nine."
    >>> alike([("a", said), ("b", f"{said} Nobody claimed it."), ("c", "Nine died in a fire.")])
    {0: (1,), 1: (0,)}
    """
    runs = [shingles(words) for _, words in sentences]
    holding: dict[str, list[int]] = {}
    for i, own in enumerate(runs):
        for run in own:
            holding.setdefault(run, []).append(i)
    found: dict[int, tuple[int, ...]] = {}
    for i, own in enumerate(runs):
        near = {j for run in own for j in holding[run] if sentences[j][0] != sentences[i][0]}
        same = tuple(sorted(j for j in near if likeness(own, runs[j]) >= LIKENESS))
        if same:
            found[i] = same
    return found


def _sketch(own: Shingles) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update_batch([s.encode() for s in sorted(own)])
    return sketch


def wording_keys(context: Context) -> tuple[int, ...]:
    """Return the keys under which the index holds a report: two reports without a common one are of two wordings."""
    own = shingles(context.text)
    if not own:
        return ()
    values = _sketch(own).hashvalues
    found = set()
    for band, (start, end) in enumerate(_bands()):
        digest = hashlib.blake2b(bytes([band]) + values[start:end].tobytes(), digest_size=8).digest()
        found.add(int.from_bytes(digest, "big") >> 1)
    return tuple(sorted(found))


@cache
def _bands() -> tuple[tuple[int, int], ...]:
    """Which of a sketch's values the index takes together."""
    return tuple(MinHashLSH(threshold=SEARCH, num_perm=PERMUTATIONS).hashranges)


def originals(contexts: Sequence[Context]) -> dict[str, str]:
    """Return, for each report that repeats another's wording, the id of the earliest report with that wording.

    Reports are taken in the order given, which must be by date and id: the first of a wording is its original. (MinHash
    after Broder, 1997, as in datasketch; every pair it finds is then counted exactly, so that no estimate decides.)
    """
    index = MinHashLSH(threshold=SEARCH, num_perm=PERMUTATIONS)
    kept: dict[str, Shingles] = {}
    found: dict[str, str] = {}
    for context in contexts:
        ident = context.report.id
        own = shingles(context.text)
        if not own:
            continue
        sketch = _sketch(own)
        alike = [(likeness(own, kept[other]), other) for other in index.query(sketch)]
        close = [(-score, other) for score, other in alike if score >= LIKENESS]
        if close:
            found[ident] = min(close)[1]
        else:
            kept[ident] = own
            index.insert(ident, sketch)
    return found


def reprints_of(contexts: Sequence[Context]) -> Reprints:
    """Return which of these reports, in the order of their dates and ids, repeat another's wording."""
    original_of = originals(contexts)
    by_id = {c.report.id: c for c in contexts}
    wordings: dict[str, list[str]] = {}
    for report, original in original_of.items():
        wordings.setdefault(original, [original]).append(report)
    unclear: set[str] = set()
    for original, members in wordings.items():
        first = {by_id[m].publisher for m in members if by_id[m].day == by_id[original].day}
        known = by_id[original].publisher if len(first) == 1 else None
        unclear.update(m for m in members if by_id[m].publisher != known)
    return Reprints(original_of, frozenset(unclear))
