"""What weighing remembers of an archive, beside it: nothing of record, made anew wherever it is missing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec
import zstandard

from crossbearing.archive.beside import Store
from crossbearing.weighing import Note, Ref, Wording

SHIFT = 16
"""Bits of an account's number that are its place in its report."""
ASKED = 900
"""Values that one statement asks for; SQLite takes up to 32766, older builds 999."""


class Neighbours:
    """A memory of weighing (`weighing.Memory`) in the tables of a store.

    It is of use only while `weighed_from` says what the events of the archive were weighed from. Breaking off leaves
    that empty, so that the next weighing begins anew; nothing is lost but time. One at a time has the store: who finds
    it held by another remembers in memory, and weighs all anew.
    """

    def __init__(self, store: Store) -> None:
        """Remember in a store."""
        self._store = store
        self._all, self._many = store.rows, store.many
        self._numbers: dict[str, int] = dict(self._all("SELECT id, number FROM reports"))
        self._ids = {number: id_ for id_, number in self._numbers.items()}

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def forget(self) -> None:
        """Begin anew, empty."""
        self._store.clear()
        self._numbers, self._ids = {}, {}

    def weighed_from(self) -> dict[str, Any] | None:
        """Return what was weighed, as the archive's events say of themselves; null where that was broken off."""
        found = self._all("SELECT inputs FROM weighed_from")
        return msgspec.json.decode(found[0][0]) if found else None

    def begin(self) -> None:
        """Say that what is here is being changed."""
        self._many("DELETE FROM weighed_from", [()])
        self._store.begin()

    def end(self, inputs: Mapping[str, Any]) -> None:
        """Say that what is here is whole again, and what it was weighed from."""
        self._many("INSERT INTO weighed_from (inputs) VALUES (?)", [(msgspec.json.encode(inputs).decode(),)])
        self._store.end()

    def _among(self, sql: str, values: Iterable[Any]) -> Iterator[Any]:
        """Ask for many values, some at a time; `{}` in the statement stands for their marks."""
        feed = iter(sorted(values))
        while some := list(islice(feed, ASKED)):
            yield from self._all(sql.format(",".join("?" * len(some))), some)

    def _account(self, ref: Ref) -> int:
        return self._numbers[ref[0]] << SHIFT | ref[1]

    def _ref(self, account: int) -> Ref:
        return self._ids[account >> SHIFT], account & (1 << SHIFT) - 1

    def _known(self, refs: Iterable[Ref]) -> list[int]:
        return [self._account(ref) for ref in refs if ref[0] in self._numbers]

    def notes(self, reports: Collection[str]) -> dict[str, Note]:
        """See `weighing.Memory`."""
        numbers = [self._numbers[r] for r in reports if r in self._numbers]
        rows = self._among("SELECT note FROM reports WHERE note IS NOT NULL AND number IN ({})", numbers)
        unpack = zstandard.ZstdDecompressor().decompress
        notes = (msgspec.msgpack.decode(unpack(body), type=Note) for (body,) in rows)
        return {note.report: note for note in notes}

    def put_notes(self, notes: Iterable[Note]) -> None:
        """See `weighing.Memory`."""
        given = {note.report: note for note in notes}
        old = self.notes(given.keys())
        keys = sorted((key, self._numbers[r]) for r, note in old.items() for key in note.wording)
        self._many("DELETE FROM wording_keys WHERE key = ? AND report = ?", keys)
        pack = zstandard.ZstdCompressor(level=1).compress
        rows = []
        for id_, note in given.items():
            if id_ not in self._numbers:
                number = len(self._numbers) + 1
                self._numbers[id_], self._ids[number] = number, id_
            rows.append((self._numbers[id_], id_, pack(msgspec.msgpack.encode(note)) if note.accounts else None))
        self._many(
            "INSERT INTO reports (number, id, note) VALUES (?, ?, ?)"
            " ON CONFLICT (number) DO UPDATE SET note = excluded.note", rows,
        )
        keys = sorted((key, self._numbers[r]) for r, note in given.items() if note.accounts for key in note.wording)
        self._many("INSERT INTO wording_keys (key, report) VALUES (?, ?)", keys)

    def alike(self, keys: Collection[int]) -> set[str]:
        """See `weighing.Memory`."""
        rows = self._among("SELECT report FROM wording_keys WHERE key IN ({})", keys)
        return {self._ids[number] for (number,) in rows}

    def wordings(self, reports: Collection[str]) -> dict[str, Wording]:
        """See `weighing.Memory`."""
        rows = self._among("SELECT report, body FROM wordings WHERE report IN ({})", reports)
        return {report: msgspec.msgpack.decode(body, type=Wording) for report, body in rows}

    def put_wordings(self, wordings: Mapping[str, Wording | None]) -> None:
        """See `weighing.Memory`."""
        self._many("DELETE FROM wordings WHERE report = ?", ((r,) for r in sorted(wordings)))
        rows = ((r, w.original, msgspec.msgpack.encode(w)) for r, w in sorted(wordings.items()) if w)
        self._many("INSERT INTO wordings (report, original, body) VALUES (?, ?, ?)", rows)

    def reprints(self, originals: Collection[str]) -> set[str]:
        """See `weighing.Memory`."""
        return {r for (r,) in self._among("SELECT report FROM wordings WHERE original IN ({})", originals)}

    def under(self, keys: Collection[int]) -> Iterable[tuple[int, Ref]]:
        """See `weighing.Memory`."""
        rows = self._among("SELECT key, account FROM found WHERE key IN ({})", keys)
        return ((key, self._ref(account)) for key, account in rows)

    def put_found(self, lost: Collection[Ref], found: Mapping[Ref, Collection[int]]) -> None:
        """See `weighing.Memory`."""
        notes = self.notes({report for report, _ in lost})
        gone = sorted((key, self._account((r, i))) for r, i in lost for key in notes[r].accounts[i].keys)
        self._many("DELETE FROM found WHERE key = ? AND account = ?", gone)
        come = sorted((key, self._account(ref)) for ref, keys in found.items() for key in keys)
        self._many("INSERT INTO found (key, account) VALUES (?, ?)", come)

    def likes(self, refs: Collection[Ref]) -> dict[Ref, dict[Ref, float]]:
        """See `weighing.Memory`."""
        found: dict[Ref, dict[Ref, float]] = {}
        for account, other, weight in self._among(
            "SELECT account, other, weight FROM likes WHERE account IN ({})", self._known(refs),
        ):  # fmt: skip
            found.setdefault(self._ref(account), {})[self._ref(other)] = weight
        return found

    def put_likes(self, likes: Mapping[Ref, dict[Ref, float]]) -> None:
        """See `weighing.Memory`."""
        refs = sorted((self._account(ref), ref) for ref in likes)
        self._many("DELETE FROM likes WHERE account = ?", ((account,) for account, _ in refs))
        rows = (
            (account, other, weight) for account, ref in refs
            for other, weight in sorted((self._account(other), weight) for other, weight in likes[ref].items())
        )  # fmt: skip
        self._many("INSERT INTO likes (account, other, weight) VALUES (?, ?, ?)", rows)

    def homes(self, refs: Collection[Ref]) -> dict[Ref, Ref]:
        """See `weighing.Memory`."""
        rows = self._among("SELECT account, first FROM homes WHERE account IN ({})", self._known(refs))
        return {self._ref(account): self._ref(first) for account, first in rows}

    def groups(self, firsts: Collection[Ref]) -> dict[Ref, tuple[Ref, ...]]:
        """See `weighing.Memory`."""
        found: dict[Ref, list[tuple[int, Ref]]] = {}
        for first, at, account in self._among(
            "SELECT first, at, account FROM homes WHERE first IN ({})", self._known(firsts),
        ):  # fmt: skip
            found.setdefault(self._ref(first), []).append((at, self._ref(account)))
        return {first: tuple(ref for _, ref in sorted(members)) for first, members in found.items()}

    def put_groups(self, gone: Collection[Ref], groups: Iterable[tuple[Ref, ...]]) -> None:
        """See `weighing.Memory`."""
        self._many("DELETE FROM homes WHERE first = ?", ((a,) for a in sorted(self._known(gone))))
        rows = ((self._account(ref), self._account(group[0]), at) for group in groups for at, ref in enumerate(group))
        self._many("INSERT INTO homes (account, first, at) VALUES (?, ?, ?)", sorted(rows))
