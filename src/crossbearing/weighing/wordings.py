"""Keeps up, as reports come and go, which of them repeat the wording of another."""

from collections.abc import Collection, Mapping

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.clusters import components
from crossbearing.weighing.comparisons import compatible_kinds, days_meet
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.memory import Memory, Wording
from crossbearing.weighing.notes import Note, Ref
from crossbearing.weighing.pages import Pages
from crossbearing.weighing.reprints import Reprints, reprints_of
from crossbearing.weighing.tellings import weight_within
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
            told: dict[str, dict[Ref, Account]] = {}  # by the original, the accounts of its wording that are no copies
            for report in (ordered[i].report for i in group):
                original = reprints.original_of.get(report)
                before = told.setdefault(original or report, {})
                own = dict(enumerate(at[report].accounts))
                copies = _copies(own, before, decisions)
                before |= {(report, i): account for i, account in own.items() if i not in copies}
                if original or report in reprints.unclear:
                    found[report] = Wording(original, report in reprints.unclear, tuple(sorted(copies.items())))
    return found


def _copies(mine: Mapping[int, Account], before: Mapping[Ref, Account], decisions: Decisions) -> dict[int, Ref]:
    """Which accounts of a reprint are word for word one of its original, or of an earlier reprint of that, which may
    hold what the original does not; those people decided about are not.

    What is told in the same words of another place or day is no copy: of two told alike ("the governor condemned the
    attack on Marnah", "... on Dirwan") it is of the one that would be the same happening in one report.
    """
    found: dict[int, Ref] = {}
    for i, account in mine.items():
        facts = account.facts
        if decisions.classes(claim.id for claim in account.claims):
            continue
        worded = {
            ref: cosine(facts.vector, other.facts.vector, facts.length, other.facts.length)
            for ref, other in before.items()
            if compatible_kinds(facts.means, other.facts.means) and days_meet(facts, other.facts)
        }
        told = {
            ref: (likeness, weight)
            for ref, likeness in worded.items()
            if likeness >= COPIED
            and (weight := weight_within(facts, before[ref].facts)) > 0
        }
        if told:
            found[i] = max(told, key=lambda ref: told[ref])
    return found


def reprints_among(wordings: dict[str, Wording]) -> Reprints:
    """Return which of some reports repeat another's wording, as events are built from it."""
    return Reprints(
        {report: wording.original for report, wording in wordings.items() if wording.original},
        frozenset(report for report, wording in wordings.items() if wording.unclear),
    )
