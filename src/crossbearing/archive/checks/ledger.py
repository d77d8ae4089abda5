"""Checks the ledger: that each entry follows the one before, up to where it was noted elsewhere."""

from collections.abc import Iterator, Sequence

import msgspec

from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import DAMAGED, Fault, pages
from crossbearing.archive.ledger import BEGINNING, Entry
from crossbearing.archive.seal import sha256

Head = tuple[int, str]
"""The number and the hash of a ledger entry."""


def check_ledger(archive: Archive, expected: Expected, heads: Sequence[Head]) -> Iterator[Fault]:
    """Yield what is wrong with the ledger, and tell `expected` what all of it brought about.

    `heads` are entries as they were noted elsewhere: what was cut off, written anew or added since they were is named.
    """
    previous, before, seq = BEGINNING, "", 0
    noted: dict[int, set[str]] = {}
    for number, hash_ in heads:  # one entry may be noted in two places, and then both count
        noted.setdefault(number, set()).add(hash_)
    sql = "SELECT seq, act, body, hash FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?"
    for row in pages(archive.database, sql, 0):
        seq, act, body, hash_ = row
        what = f"ledger entry {seq}"
        if seq in noted and noted.pop(seq) != {hash_}:
            yield Fault(what=what, wrong="it is not the one that was noted: up to it the ledger was written anew")
        if not isinstance(body, str) or sha256(body.encode("utf-8", "surrogatepass")) != hash_:
            yield Fault(what=what, wrong="its words do not fit its hash")
        try:
            entry = msgspec.json.decode(body, type=Entry)
        except DAMAGED:
            yield Fault(what=what, wrong="its words are no ledger entry")
            previous = hash_
            continue
        if entry.body() != body:
            yield Fault(what=what, wrong="its words are not as they were written")
        if (entry.seq, entry.act) != (seq, act):
            yield Fault(what=what, wrong=f"it was written as entry {entry.seq}, {entry.act}")
        if entry.previous != previous:
            yield Fault(what=what, wrong="it does not follow the entry before it: one was changed, moved or taken away")
        if entry.at < before:
            yield Fault(what=what, wrong=f"the clock went back, from {before} to {entry.at}", remark=True)
        previous, before = hash_, entry.at
        try:
            expected.add(entry)
        except (KeyError, TypeError, ValueError, AttributeError):
            yield Fault(what=what, wrong="it does not tell what such an act tells")
    if seq == 0:
        yield Fault(what="ledger", wrong="it is empty")
    for missing in sorted(noted):
        yield Fault(what=f"ledger entry {missing}", wrong="it was noted and is gone: the ledger was cut short")
    last = max((number for number, _ in heads), default=seq)
    if seq > last:
        added = f"{seq - last} were added after entry {last}, the last that was noted: look at what they tell"
        yield Fault(what=f"ledger entries {last + 1} to {seq}", wrong=added, remark=True)
