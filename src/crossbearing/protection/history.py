"""What was done to one record: which ledger entries tell of it, and what was judged about it."""

from collections.abc import Iterator

import msgspec

from crossbearing.archive import Entry
from crossbearing.protection.seen import Seen
from crossbearing.records import Anchor, Judgement, anchor_of


class Told(msgspec.Struct, frozen=True):
    """The reports that a record stands in and the judgements about it, as the archive has them, by their ids."""

    reports: frozenset[str]
    judgements: dict[str, Judgement]

    def tells(self, entry: Entry) -> bool:
        """Whether an act was done to the record or to a report that it stands in."""
        return any(entry.tells_of(report) for report in self.reports) or any(self.judgements_of(entry))

    def judgements_of(self, entry: Entry) -> Iterator[Judgement]:
        """Yield the judgements about the record that an entry recorded."""
        for each in entry.outputs.get("judgements", ()) if entry.act == "judge" else ():
            if each["id"] in self.judgements:
                yield self.judgements[each["id"]]


def told_of(seen: Seen, record: str) -> Told:
    """Return what there is about a record, given its id as this reader knows it; nothing where no record has it.

    A report's id is given whole; that of a claim, an event or a judgement may be the beginning of one.
    """
    everything = seen.archive.judgements.all()
    report = seen.own(record)
    if seen.archive.reports.get(report) is not None:
        return Told(frozenset({report}), {j.id: j for j in seen.archive.judgements.about(report)})
    if judged := seen.judged(record):
        return Told(frozenset(), _with_withdrawals(everything, {j.id for j in judged}))
    claims = [claim for id_ in _claims(seen, record) for claim in seen.archive.claims(id_)]
    anchors = {anchor_of(claim) for claim in claims}
    about = {j.id for j in everything if any(_meets(anchor, own) for anchor in j.anchors for own in anchors)}
    return Told(frozenset(claim.report for claim in claims), _with_withdrawals(everything, about))


def _claims(seen: Seen, record: str) -> list[str]:
    """Return the ids of the claims that a record is, or is made of."""
    if record.startswith("e-"):
        own = {seen.ids.get(event.id, event.id): event for event in seen.archive.events.all()}
        met = seen.archive.events.get(seen.own(record))
        events = [met] if met else [event for shown, event in own.items() if shown.startswith(record)]
        return [claim.id for event in events for claim in event.claims]
    return [claim.id for claim in seen.claims(record)] if record.startswith("c-") else []


def _meets(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors are on the same words, whichever reader made them."""
    same = (one.report, one.located) == (other.report, other.located)
    return same and max(one.span[0], other.span[0]) < min(one.span[1], other.span[1])


def _with_withdrawals(everything: tuple[Judgement, ...], ids: set[str]) -> dict[str, Judgement]:
    found: dict[str, Judgement] = {}
    for judgement in everything:
        if judgement.id in ids or judgement.withdraws in found:
            found[judgement.id] = judgement
    return found
