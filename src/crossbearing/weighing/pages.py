"""The reports that weighing has before it: fetched when they are needed, a bounded number at a time."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable

from crossbearing.records import Reading, Report
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.context import Context
from crossbearing.weighing.memory import Memory
from crossbearing.weighing.notes import Page, Place, Ref

Fetch = Callable[[Collection[str]], Iterable[tuple[Report, Reading]]]
"""Gives reports by id, with their readings as people judged them; those that are not there are left out."""
HELD = 3000
"""Pages that are held at most beyond those asked for at once."""


class Pages:
    """The pages of noted reports."""

    def __init__(self, fetch: Fetch, memory: Memory) -> None:
        self._fetch = fetch
        self._memory = memory
        self._held: OrderedDict[str, Page] = OrderedDict()

    def hold(self, page: Page) -> None:
        """Hold a page that is at hand, in the place of any older one of its report."""
        self._held[page.note.report] = page
        self._held.move_to_end(page.note.report)

    def forget(self, report: str) -> None:
        """Let go of a report's page, which has changed."""
        self._held.pop(report, None)

    def of(self, reports: Collection[str]) -> dict[str, Page]:
        """Return the pages of reports; those that are not noted are left out."""
        missing = sorted(r for r in set(reports) if r not in self._held)
        notes = self._memory.notes(missing)
        for fetched, reading in self._fetch([r for r in missing if r in notes]):
            self._held[fetched.id] = Page(Context(fetched, reading), notes[fetched.id])
        found = {}
        for report in reports:
            if report in self._held:
                self._held.move_to_end(report)
                found[report] = self._held[report]
        while len(self._held) > HELD + len(found):
            self._held.popitem(last=False)
        return found

    def accounts(self, refs: Collection[Ref]) -> dict[Ref, Account]:
        """Return accounts by their refs."""
        pages = self.of({report for report, _ in refs})
        return {(report, i): pages[report].account(i) for report, i in refs}

    def in_order(self, refs: Collection[Ref]) -> list[Ref]:
        """Return accounts in the order of all: by day, report and as they are told."""
        pages = self.of({report for report, _ in refs})
        placed: dict[Ref, tuple[Place, int]] = {ref: (pages[ref[0]].note.place, ref[1]) for ref in refs}
        return sorted(refs, key=placed.__getitem__)
