"""Claims to events: the order of the steps."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from crossbearing.records import Comparison, Event, Link, Reading, Report
from crossbearing.weighing.accounts import Account, gather
from crossbearing.weighing.candidates import pairs
from crossbearing.weighing.clusters import Pair, cluster, components
from crossbearing.weighing.compare import Found, compatible_kinds, days_meet, in_words, levels, names, total, wording
from crossbearing.weighing.events import Reprints, event_of
from crossbearing.weighing.facts import Context
from crossbearing.weighing.reprints import originals
from crossbearing.weighing.settings import settings
from crossbearing.weighing.tellings import IMPOSSIBLE, compare_within
from crossbearing.weighing.words import cosine

REPRINTED = 20.0
"""Bits of a link between an account and its reprint."""
COPIED = 0.9
"""Cosine of evidence words from which an account in a reprint is the original's."""


def weigh(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> tuple[Event, ...]:
    """Build events from what was read, each claim in exactly one event, events by date, place and id.

    Pure and indifferent to the order of its input. Readings without their report are left out; a report without claims gives no event.
    """
    accounts = gather(reports, readings)
    contexts = list({a.report: a.facts.context for a in accounts}.values())
    reprints = _reprints(contexts)
    copies = _copies(accounts, reprints)
    weights: dict[Pair, float] = {}
    groups = _groups(accounts, [i for i in range(len(accounts)) if i not in copies], weights)
    carried: dict[int, list[int]] = {}
    for copy, source in copies.items():
        carried.setdefault(source, []).append(copy)
    events = []
    for group in groups:
        members = sorted([*group, *(c for i in group for c in carried.get(i, ()))])
        links = [link for i in members for link in accounts[i].telling.links]
        links += _links(accounts, group, weights)
        links += [_copy_link(accounts[i], accounts[c]) for i in group for c in carried.get(i, ())]
        events.append(event_of([accounts[i] for i in members], links, reprints))
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[str, str, str]:
    day = event.when.earliest.isoformat() if event.when and event.when.earliest else "9999"
    return day, event.where.name if event.where else "", event.id


def _reprints(contexts: Sequence[Context]) -> Reprints:
    """Which reports repeat another's; unclear are those of one wording that several publishers brought on its first day."""
    original_of = originals(contexts)
    by_id = {c.report.id: c for c in contexts}
    wordings: dict[str, list[str]] = {}
    for report, original in original_of.items():
        wordings.setdefault(original, [original]).append(report)
    unclear: set[str] = set()
    for original, members in wordings.items():
        first = [m for m in members if by_id[m].day == by_id[original].day]
        if len({by_id[m].publisher for m in first}) > 1:
            unclear.update(members)
        else:
            unclear.update(m for m in members if by_id[m].publisher != by_id[original].publisher)
    return Reprints(original_of, frozenset(unclear))


def _copies(accounts: Sequence[Account], reprints: Reprints) -> dict[int, int]:
    """Accounts of reprints that are word for word an account of the original: copy -> original."""
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


def compare_across(a: Account, b: Account) -> dict[str, Found]:
    """Return what every comparison of two accounts of two reports found."""
    found = levels(a.facts, b.facts)
    found["names"] = names(a.facts, b.facts, whole=a.principal and b.principal)
    found["wording"] = wording(a.facts, b.facts) if a.principal and b.principal else ("not_compared", "", "", "")
    return found


def _groups(accounts: Sequence[Account], kept: Sequence[int], weights: dict[Pair, float]) -> list[list[int]]:
    """Group accounts into events; fills `weights` with the weight of every pair that was compared."""
    scale, within = settings().across, settings().within

    def weight(i: int, j: int) -> float:
        weights[i, j] = total(scale, compare_across(accounts[i], accounts[j]))
        return weights[i, j]

    for i, j in sorted(pairs([(accounts[k].facts, accounts[k].principal) for k in kept])):
        weight(kept[i], kept[j])
    joined = components(kept, [p for p, w in weights.items() if w > 0])
    of = {i: n for n, component in enumerate(joined) for i in component}
    inside: dict[int, dict[Pair, float]] = {}
    for pair, bits in weights.items():
        if of[pair[0]] == of[pair[1]]:
            inside.setdefault(of[pair[0]], {})[pair] = bits
    out = []
    for n, component in enumerate(joined):
        of_report: dict[str, list[int]] = {}
        for i in component:
            of_report.setdefault(accounts[i].report, []).append(i)
        known = inside.get(n, {})
        for same in of_report.values():
            for i, j in combinations(same, 2):
                known[i, j] = total(within, compare_within(accounts[i].facts, accounts[j].facts))
        forbidden = frozenset(
            p for p, w in known.items() if w < IMPOSSIBLE and accounts[p[0]].report == accounts[p[1]].report
        )
        out += cluster(component, known, weight, forbidden)
    return out


def _links(accounts: Sequence[Account], group: Sequence[int], weights: dict[Pair, float]) -> list[Link]:
    """For each account but the first, its strongest link to an earlier one, as a sum of comparisons."""
    scale = settings().across
    out = []
    for at, j in enumerate(group[1:], 1):
        i = max(group[:at], key=lambda k: (weights.get((k, j), -math.inf), -k))
        found = compare_across(accounts[i], accounts[j])
        why = in_words(accounts[i].facts, accounts[j].facts, scale, found)
        out.append(
            Link(a=accounts[i].claims[0].id, b=accounts[j].claims[0].id, weight=total(scale, found), comparisons=why)
        )
    return out


def _copy_link(original: Account, copy: Account) -> Link:
    why = Comparison(name="reprint", found="the same words in a report that repeats the other", weight=REPRINTED)
    return Link(a=original.claims[0].id, b=copy.claims[0].id, weight=REPRINTED, comparisons=(why,))
