"""Keeps up, as reports come and go, which of them repeat the wording of another."""

from collections.abc import Collection

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.clusters import components
from crossbearing.weighing.comparisons import compatible_kinds, days_meet
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.memory import Memory, Wording
from crossbearing.weighing.notes import Note
from crossbearing.weighing.pages import Pages
from crossbearing.weighing.reprints import Reprints, reprints_of
from crossbearing.weighing.words import cosine

COPIED = 0.9
"""Cosine of evidence words from which an account in a reprint is the original's."""


def neighbours(memory: Memory, changed: Collection[str], keys: set[int]) -> dict[str, Note]:
    """Return the notes of all reports whose wording may have to do with that of changed ones, directly or not."""
    found = memory.notes(changed)
    keys = keys | {key for note in found.values() for key in note.wording}
    seen: set[int] = set()
    while keys - seen:
        more = memory.notes(memory.alike(keys - seen) - found.keys())
        seen |= keys
        found |= more
        keys = {key for note in more.values() for key in note.wording}
    return found


def wordings_of(notes: dict[str, Note], pages: Pages, decisions: Decisions) -> dict[str, Wording]:
    """Return the wording of each of these reports that shares its own with another of them."""
    ordered = sorted(notes.values(), key=lambda note: note.place)
    holders: dict[int, list[int]] = {}
    for i, note in enumerate(ordered):
        for key in note.wording:
            holders.setdefault(key, []).append(i)
    found: dict[str, Wording] = {}
    for group in components(range(len(ordered)), ((same[0], i) for same in holders.values() for i in same[1:])):
        if len(group) > 1:
            at = pages.of([ordered[i].report for i in group])
            reprints = reprints_of([at[ordered[i].report].context for i in group])
            for i in group:
                report = ordered[i].report
                original = reprints.original_of.get(report)
                if original or report in reprints.unclear:
                    copies = _copies(at[report].accounts, at[original].accounts, decisions) if original else {}
                    found[report] = Wording(original, report in reprints.unclear, tuple(sorted(copies.items())))
    return found


def _copies(mine: Collection[Account], theirs: Collection[Account], decisions: Decisions) -> dict[int, int]:
    """Which accounts of a reprint are word for word one of its original; those people decided about are not."""
    found = {}
    for i, account in enumerate(mine):
        facts = account.facts
        if decisions.classes(claim.id for claim in account.claims):
            continue
        alike = [
            (cosine(facts.vector, other.facts.vector, facts.length, other.facts.length), -j)
            for j, other in enumerate(theirs)
            if compatible_kinds(facts.means, other.facts.means) and days_meet(facts, other.facts)
        ]
        if alike and max(alike)[0] >= COPIED:
            found[i] = -max(alike)[1]
    return found


def reprints_among(wordings: dict[str, Wording]) -> Reprints:
    """Return which of some reports repeat another's wording, as events are built from it."""
    return Reprints(
        {report: wording.original for report, wording in wordings.items() if wording.original},
        frozenset(report for report, wording in wordings.items() if wording.unclear),
    )
