"""Links what has changed with its neighbours and leaves all else: the groups are those of linking all anew."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.linking import Weights, group, pairs_under
from crossbearing.weighing.memory import Memory, Wording
from crossbearing.weighing.notes import Note, Page, Ref
from crossbearing.weighing.pages import Pages
from crossbearing.weighing.wordings import neighbours, wordings_of


class Neighbourhoods:
    """The groups of a memory, kept up. `touched` are those whose events must be built anew, `gone` those no more."""

    def __init__(self, memory: Memory, pages: Pages, decisions: Decisions) -> None:
        self._memory = memory
        self._pages = pages
        self._decisions = decisions
        self._weights = Weights()
        self.touched: set[Ref] = set()
        self.gone: set[Ref] = set()

    def change(self, pages: Collection[Page], gone: Collection[str]) -> None:
        """Put these pages in the place of those that their reports had, if any; some reports have none any more."""
        self._weights.forget()
        changed = {page.note.report for page in pages} | set(gone)
        before = self._memory.notes(changed)
        old = self._memory.wordings(changed)
        lost = {(r, i) for r, note in before.items() for i in _kept(note.accounts, old.get(r))}
        self._touch_originals(old)
        self._memory.put_found(lost, {})
        for report in changed:
            self._pages.forget(report)
        for page in pages:
            self._pages.hold(page)
        self._memory.put_notes([*(page.note for page in pages), *(Note(r, None, (), ()) for r in gone)])
        keys = {key for note in before.values() for key in note.wording}
        moved_out, moved_in = self._reword(changed, keys)
        notes = self._memory.notes(changed)
        now = self._memory.wordings(changed)
        self._touch_originals(now)
        fresh = {(r, i) for r, note in notes.items() for i in _kept(note.accounts, now.get(r))} | moved_in
        self._memory.put_found(moved_out, {})
        self._link(lost | moved_out, fresh)

    def _reword(self, changed: Collection[str], keys: set[int]) -> tuple[set[Ref], set[Ref]]:
        """Find anew who repeats whom, and return the accounts of other reports that became copies, and ceased to be."""
        notes = neighbours(self._memory, changed, keys)
        before = self._memory.wordings({*notes, *changed})
        after = wordings_of(notes, self._pages, self._decisions)
        different = {r for r in before.keys() | after.keys() if before.get(r) != after.get(r)}
        others = different - set(changed)
        self._touch_originals({r: before[r] for r in others if r in before})
        self._memory.put_wordings({r: after.get(r) for r in different})
        self._touch_originals({r: after[r] for r in others if r in after})
        out, into = set[Ref](), set[Ref]()
        for report in others:
            were = {(report, i) for i in _kept(notes[report].accounts, before.get(report))}
            are = {(report, i) for i in _kept(notes[report].accounts, after.get(report))}
            out |= were - are
            into |= are - were
            self.touched |= set(self._memory.homes(were & are).values())
        return out, into

    def _touch_originals(self, wordings: dict[str, Wording]) -> None:
        """The events of the accounts that these reports have copies of tell something else now."""
        refs = {ref for w in wordings.values() for _, ref in w.copies}
        self.touched |= set(self._memory.homes(refs).values())

    def _link(self, lost: set[Ref], fresh: set[Ref]) -> None:
        """Take accounts out and put others in, and group anew whom that may concern."""
        memory = self._memory
        dirty = set(memory.homes(lost).values())
        members = {ref for refs in memory.groups(dirty).values() for ref in refs} - lost
        self._unlike(lost)
        notes = memory.notes({report for report, _ in fresh})
        memory.put_found((), {(r, i): notes[r].accounts[i].keys for r, i in fresh})
        self._like(fresh)
        region = fresh | members
        while True:
            beside = self._beside(region)
            result = self._grouped(region | {ref for refs in beside.values() for ref in refs})
            broken = {first for first, refs in beside.items() if refs not in result}
            if not broken:
                break
            dirty |= broken
            region |= {ref for first in broken for ref in beside[first]}
        groups = [refs for refs in result if not region.isdisjoint(refs)]
        was = {refs for refs in memory.groups(dirty).values() if fresh.isdisjoint(refs)}
        memory.put_groups(dirty, groups)
        firsts = {refs[0] for refs in groups}
        self.gone = (self.gone | dirty) - firsts
        self.touched = (self.touched | {refs[0] for refs in groups if refs not in was}) - self.gone

    def _unlike(self, lost: set[Ref]) -> None:
        likes = self._memory.likes(lost)
        others = {other for found in likes.values() for other in found} - lost
        kept = {
            ref: {other: weight for other, weight in found.items() if other not in lost}
            for ref, found in self._memory.likes(others).items()
        }
        self._memory.put_likes({**{ref: {} for ref in lost}, **kept})

    def _like(self, fresh: set[Ref]) -> None:
        """Compare new accounts with all that are found under their keys, and note whom they weigh above 0 with."""
        notes = self._memory.notes({report for report, _ in fresh})
        keys = {key for r, i in fresh for key in notes[r].accounts[i].keys}
        compared = pairs_under(self._memory.under(keys), fresh)
        added: dict[Ref, dict[Ref, float]] = {ref: {} for ref in fresh}
        for a, b, weight in self._alike(compared):
            added.setdefault(a, {})[b] = weight
            added.setdefault(b, {})[a] = weight
        old = self._memory.likes(added.keys() - fresh)
        self._memory.put_likes({ref: found | old.get(ref, {}) for ref, found in added.items()})

    def _alike(self, pairs: Iterable[tuple[Ref, Ref]]) -> Iterator[tuple[Ref, Ref, float]]:
        """Yield the pairs that weigh above 0; some thousands at a time, so that never more pages are needed at once."""
        feed = iter(pairs)
        while some := list(islice(feed, AT_ONCE)):
            accounts = self._pages.accounts({ref for pair in some for ref in pair})
            sides = {ref: self._weights.side(ref, account) for ref, account in accounts.items()}
            place = {ref: i for i, ref in enumerate(self._pages.in_order(accounts))}
            for one, two in some:
                a, b = (one, two) if place[one] < place[two] else (two, one)
                if weight := self._weights.above(sides[a], sides[b]):
                    yield a, b, weight

    def _beside(self, region: set[Ref]) -> dict[Ref, tuple[Ref, ...]]:
        """The groups outside a region of which an account weighs above 0, or was judged the same, with one inside."""
        near = {other for found in self._memory.likes(region).values() for other in found}
        near |= self._judged_with(region)
        return self._memory.groups(set(self._memory.homes(near - region).values()))

    def _judged_with(self, region: set[Ref]) -> set[Ref]:
        notes = self._memory.notes({report for report, _ in region})
        claims = (c for r, i in region for c in (*notes[r].accounts[i].claims, *notes[r].accounts[i].about))
        wanted = {member for class_ in self._decisions.classes(claims) for member in self._decisions.members(class_)}
        homes = self._memory.notes({self._decisions.homes[claim] for claim in wanted if claim in self._decisions.homes})
        return {
            (r, i) for r, note in homes.items() for i, account in enumerate(note.accounts)
            if not wanted.isdisjoint(account.claims)
        }  # fmt: skip

    def _grouped(self, refs: set[Ref]) -> set[tuple[Ref, ...]]:
        accounts = self._pages.accounts(refs)
        ordered = self._pages.in_order(refs)
        return set(group(ordered, self._memory.likes(refs), accounts, self._weights, self._decisions))


AT_ONCE = 20_000
"""Pairs that are compared at once."""


def _kept(accounts: Collection[object], wording: Wording | None) -> Iterator[int]:
    """The accounts of a report that are no copies."""
    copies = {i for i, _ in wording.copies} if wording else set()
    return (i for i in range(len(accounts)) if i not in copies)
