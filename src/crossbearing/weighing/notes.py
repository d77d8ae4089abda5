"""What is worth noting of a report once it was weighed, so that its neighbours can be found without weighing all."""

import hashlib
from functools import cached_property

import msgspec

from crossbearing.records import Claim, Link, Reading, Report
from crossbearing.weighing.accounts import Account, accounts_of
from crossbearing.weighing.candidates import Key, keys
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.reprints import wording_keys
from crossbearing.weighing.tellings import Telling

TIME_BITS, WORD_BITS = 21, 42
"""Bits of a key's number that tell its stretch of time, and the rest of it."""

Ref = tuple[str, int]
"""An account: the id of its report, and its place among the accounts of that report."""
Place = tuple[bool, int, str]
"""Where a report stands in the order of all: undated last, by day, by id."""


class AccountNote(msgspec.Struct, frozen=True, array_like=True):
    """One account: the ids of its claims, of the speech acts about it, its links, and the keys it is found under."""

    claims: tuple[str, ...]
    about: tuple[str, ...]
    links: tuple[Link, ...]
    principal: bool
    keys: tuple[int, ...]


class Note(msgspec.Struct, frozen=True, array_like=True):
    """A report's accounts, as they are told, the day it was written, and the keys its wording is found under."""

    report: str
    day: int | None
    accounts: tuple[AccountNote, ...]
    wording: tuple[int, ...]

    @property
    def place(self) -> Place:
        """Where the report stands in the order of all."""
        return self.day is None, self.day or 0, self.report


class Page:
    """A report with its reading and its note: each of its accounts worked out when it is asked for."""

    def __init__(self, context: Context, note: Note, accounts: tuple[Account, ...] = ()) -> None:
        """Take the accounts of the note, in its order, where they are at hand."""
        context.day = note.day  # it is noted so that the text need not be searched for it again
        self.context = context
        self.note = note
        self._accounts = dict(enumerate(accounts))

    def account(self, at: int) -> Account:
        """Return one account of the note, by its place in it."""
        if at not in self._accounts:
            noted = self.note.accounts[at]
            self._accounts[at] = Account(_telling(self.context, noted, self._by_id), noted.principal)
        return self._accounts[at]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts of the note, in its order."""
        return tuple(self.account(at) for at in range(len(self.note.accounts)))

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.context.reading.claims}


def _telling(context: Context, noted: AccountNote, by_id: dict[str, Claim]) -> Telling:
    facts = Facts(context, [by_id[i] for i in noted.claims])
    return Telling(facts, tuple(by_id[i] for i in noted.about), noted.links)


def page_of(report: Report, reading: Reading, decisions: Decisions) -> Page:
    """Return a report's page: its claims grouped into accounts, each with the keys under which others find it."""
    context = Context(report, reading)
    accounts = accounts_of(context, decisions)
    return Page(context, Note(report.id, context.day, tuple(map(_noted, accounts)), wording_keys(context)), accounts)


def _noted(account: Account) -> AccountNote:
    found = {number(key) for key in keys(account.facts, principal=account.principal)}
    return AccountNote(
        tuple(claim.id for claim in account.facts.claims),
        tuple(claim.id for claim in account.telling.about),
        account.telling.links,
        account.principal,
        tuple(sorted(found)),
    )


def number(key: Key) -> int:
    """Return a key as a number of 63 bits. Two keys with one number lead to a comparison more, and to nothing else.

    The stretch of time comes first, so that what is new is put beside what is of the same days.
    """
    family, stretch, word = key
    digest = hashlib.blake2b(f"{family}|{word}".encode(), digest_size=8).digest()
    return (stretch & (1 << TIME_BITS) - 1) << WORD_BITS | int.from_bytes(digest, "big") >> 64 - WORD_BITS
