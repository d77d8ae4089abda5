"""Claims to events: the order of the steps."""

import math
from collections.abc import Mapping, Sequence

from crossbearing.records import Comparison, Event, Link, Reading, Report
from crossbearing.weighing.accounts import Account, gather
from crossbearing.weighing.compare import in_words, total
from crossbearing.weighing.comparisons import compatible_kinds, days_meet
from crossbearing.weighing.events import event_of
from crossbearing.weighing.linking import Linking, compare_across
from crossbearing.weighing.parts import with_parts
from crossbearing.weighing.reprints import Reprints, reprints_of
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import cosine

REPRINTED = 20.0
"""Bits of a link between an account and its reprint."""
COPIED = 0.9
"""Cosine of evidence words from which an account in a reprint is the original's."""


def weigh(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> tuple[Event, ...]:
    """Build events from what was read, each claim in exactly one event, events by date, place and id.

    Pure and indifferent to the order of its input. Readings without their report are left out; a report without
    claims gives no event. Reprints join the events of their originals and are not compared anew.
    """
    accounts = gather(reports, readings)
    reprints = reprints_of(list({a.report: a.facts.context for a in accounts}.values()))
    copies = copies_of(accounts, reprints)
    carried: dict[int, list[int]] = {}
    for copy, source in copies.items():
        carried.setdefault(source, []).append(copy)
    linking = Linking(accounts, [i for i in range(len(accounts)) if i not in copies])
    events = []
    for group in linking.groups():
        members = sorted([*group, *(c for i in group for c in carried.get(i, ()))])
        links = [link for i in members for link in accounts[i].telling.links]
        links += _links(accounts, group, linking)
        links += [_copy_link(accounts[i], accounts[c]) for i in group for c in carried.get(i, ())]
        events.append(event_of([accounts[i] for i in members], links, reprints))
    return with_parts(sorted(events, key=_order))


def _order(event: Event) -> tuple[str, str, str]:
    day = event.when.earliest.isoformat() if event.when and event.when.earliest else "9999"
    return day, event.where.name if event.where else "", event.id


def copies_of(accounts: Sequence[Account], reprints: Reprints) -> dict[int, int]:
    """Return the accounts of reprints that are word for word an account of their original: copy -> original."""
    by_report: dict[str, list[int]] = {}
    for i, account in enumerate(accounts):
        by_report.setdefault(account.report, []).append(i)
    found: dict[int, int] = {}
    for report, original in reprints.original_of.items():
        for i in by_report.get(report, ()):
            mine = accounts[i].facts
            alike = [
                (cosine(mine.vector, theirs.vector, mine.length, theirs.length), -j)
                for j in by_report.get(original, ())
                if compatible_kinds(mine.means, (theirs := accounts[j].facts).means) and days_meet(mine, theirs)
            ]
            if alike and max(alike)[0] >= COPIED:
                found[i] = -max(alike)[1]
    return found


def _links(accounts: Sequence[Account], group: Sequence[int], linking: Linking) -> list[Link]:
    """Return for each account but the first its strongest link to an earlier one, as a sum of comparisons."""
    scale = settings().across
    out = []
    for at, j in enumerate(group[1:], 1):
        i = max(group[:at], key=lambda k: (linking.weights.get((k, j), -math.inf), -k))
        found = compare_across(accounts[i], accounts[j])
        why = in_words(accounts[i].facts, accounts[j].facts, scale, found)
        out.append(
            Link(a=accounts[i].claims[0].id, b=accounts[j].claims[0].id, weight=total(scale, found), comparisons=why)
        )
    return out


def _copy_link(original: Account, copy: Account) -> Link:
    why = Comparison(name="reprint", found="the same words in a report that repeats the other", weight=REPRINTED)
    return Link(a=original.claims[0].id, b=copy.claims[0].id, weight=REPRINTED, comparisons=(why,))
