"""Builds the events of groups of accounts, a batch at a time, here or elsewhere."""

from collections.abc import Mapping, Sequence

import msgspec

from crossbearing.records import Comparison, Event, Link, Reading, Report
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.compare import in_words, total
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.events import event_of
from crossbearing.weighing.linking import classes_of, compare_across, weight_of
from crossbearing.weighing.memory import Wording
from crossbearing.weighing.notes import Note, Page, Ref
from crossbearing.weighing.settings import settings
from crossbearing.weighing.tellings import compare_within, judged
from crossbearing.weighing.wordings import reprints_among

REPRINTED = 20.0
"""Bits of a link between an account and its reprint."""


class Group(msgspec.Struct, frozen=True):
    """The accounts of an event in the order of all, copies among them, and the account that each copy is a copy of."""

    accounts: tuple[Ref, ...]
    copies: dict[Ref, Ref]


class Batch(msgspec.Struct, frozen=True):
    """Groups with all that their events are built from: the reports that tell of them and what is known of these."""

    groups: tuple[Group, ...]
    told: tuple[tuple[Report, Reading, Note], ...]
    wordings: dict[str, Wording]
    decisions: Decisions


def build(batch: Batch) -> list[Event]:
    """Return the events of a batch's groups, in their order."""
    pages = {note.report: Page(Context(report, reading), note) for report, reading, note in batch.told}
    return [event_from(group, pages, batch.wordings, batch.decisions) for group in batch.groups]


def event_from(
    group: Group, pages: Mapping[str, Page], wordings: Mapping[str, Wording], decisions: Decisions,
) -> Event:
    """Return the event of a group: what its accounts tell, and each link that joined them."""
    accounts = {(report, i): pages[report].account(i) for report, i in group.accounts}
    own = [accounts[ref] for ref in group.accounts if ref not in group.copies]
    links = [link for account in accounts.values() for link in account.telling.links]
    links += _links(own, decisions)
    links += [_copy_link(accounts[original], accounts[copy]) for copy, original in group.copies.items()]
    known = {report: wordings[report] for report, _ in group.accounts if report in wordings}
    return event_of(list(accounts.values()), links, reprints_among(known), decisions.refuted)


def _links(accounts: Sequence[Account], decisions: Decisions) -> list[Link]:
    """Return for each account but the first its strongest link to an earlier one, as a sum of comparisons."""
    return [
        _link(max(accounts[:at], key=lambda other: _strength(other, account, decisions)), account, decisions)
        for at, account in enumerate(accounts[1:], 1)
    ]


def _strength(a: Account, b: Account, decisions: Decisions) -> tuple[bool, float]:
    return _said_same(a, b, decisions), weight_of(a, b)


def _said_same(a: Account, b: Account, decisions: Decisions) -> bool:
    return decisions.together(classes_of(a, decisions), classes_of(b, decisions))


def _link(a: Account, b: Account, decisions: Decisions) -> Link:
    across = a.report != b.report
    scale = settings().across if across else settings().within
    found = compare_across(a, b) if across else compare_within(a.facts, b.facts)
    why = in_words(a.facts, b.facts, scale, found)
    link = Link(a=a.claims[0].id, b=b.claims[0].id, weight=total(scale, found), comparisons=why)
    return judged(link) if _said_same(a, b, decisions) else link


def _copy_link(original: Account, copy: Account) -> Link:
    why = Comparison(name="reprint", found="the same words in a report that repeats the other", weight=REPRINTED)
    return Link(a=original.claims[0].id, b=copy.claims[0].id, weight=REPRINTED, comparisons=(why,))
