"""What weighing remembers from one time to the next: enough to find the neighbours of a new report and no more."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

import msgspec

from crossbearing.weighing.notes import Note, Ref


class Wording(msgspec.Struct, frozen=True, array_like=True):
    """Of a report that shares its wording: the report it repeats (null: none), whether who wrote it is unclear, and
    which of its accounts are word for word an account of that report or of an earlier one that repeats it.
    """

    original: str | None = None
    unclear: bool = False
    copies: tuple[tuple[int, Ref], ...] = ()


class Memory(Protocol):
    """Keeps notes of reports and finds them again. What is put there replaces what was there under the same name.

    An account is known by its `Ref`; a group of accounts, which is one event, by its first account. Copies of accounts
    (see `Wording`) are in no group of their own.
    """

    def notes(self, reports: Collection[str]) -> dict[str, Note]:
        """Return the notes of those of the reports that have one."""
        ...

    def put_notes(self, notes: Iterable[Note]) -> None:
        """Note reports; one without accounts is forgotten."""
        ...

    def alike(self, keys: Collection[int]) -> set[str]:
        """Return the reports that are noted under any of these keys of wording."""
        ...

    def wordings(self, reports: Collection[str]) -> dict[str, Wording]:
        """Return what is known of the wording of those of the reports that share theirs."""
        ...

    def put_wordings(self, wordings: Mapping[str, Wording | None]) -> None:
        """Note (or, with null, forget) what is known of the wording of reports."""
        ...

    def reprints(self, originals: Collection[str]) -> set[str]:
        """Return the reports that repeat one of these."""
        ...

    def under(self, keys: Collection[int]) -> Iterable[tuple[int, Ref]]:
        """Return the accounts that are found under any of these keys, each with each such key."""
        ...

    def put_found(self, lost: Collection[Ref], found: Mapping[Ref, Collection[int]]) -> None:
        """Take accounts, as they are noted, out from under all their keys, then put others under theirs."""
        ...

    def likes(self, refs: Collection[Ref]) -> dict[Ref, dict[Ref, float]]:
        """Return the accounts that weigh above 0 with each of these, and how much."""
        ...

    def put_likes(self, likes: Mapping[Ref, dict[Ref, float]]) -> None:
        """Note all that weigh above 0 with an account; with nobody, it is forgotten."""
        ...

    def homes(self, refs: Collection[Ref]) -> dict[Ref, Ref]:
        """Return the group that each of these accounts is in, where it is in one."""
        ...

    def groups(self, firsts: Collection[Ref]) -> dict[Ref, tuple[Ref, ...]]:
        """Return the accounts of groups, in the order of all."""
        ...

    def put_groups(self, gone: Collection[Ref], groups: Iterable[tuple[Ref, ...]]) -> None:
        """Forget groups, then note others."""
        ...


class Remembered:
    """A memory that lasts as long as the program."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}
        self._wording_keys: dict[int, set[str]] = {}
        self._wordings: dict[str, Wording] = {}
        self._reprints: dict[str, set[str]] = {}
        self._under: dict[int, set[Ref]] = {}
        self._likes: dict[Ref, dict[Ref, float]] = {}
        self._homes: dict[Ref, Ref] = {}
        self._groups: dict[Ref, tuple[Ref, ...]] = {}

    def notes(self, reports: Collection[str]) -> dict[str, Note]:
        """See `Memory`."""
        return {r: self._notes[r] for r in reports if r in self._notes}

    def put_notes(self, notes: Iterable[Note]) -> None:
        """See `Memory`."""
        for note in notes:
            old = self._notes.pop(note.report, None)
            for key in old.wording if old else ():
                self._wording_keys[key].discard(note.report)
            if note.accounts:
                self._notes[note.report] = note
                for key in note.wording:
                    self._wording_keys.setdefault(key, set()).add(note.report)

    def alike(self, keys: Collection[int]) -> set[str]:
        """See `Memory`."""
        return {report for key in keys for report in self._wording_keys.get(key, ())}

    def wordings(self, reports: Collection[str]) -> dict[str, Wording]:
        """See `Memory`."""
        return {r: self._wordings[r] for r in reports if r in self._wordings}

    def put_wordings(self, wordings: Mapping[str, Wording | None]) -> None:
        """See `Memory`."""
        for report, wording in wordings.items():
            old = self._wordings.pop(report, None)
            if old and old.original:
                self._reprints[old.original].discard(report)
            if wording:
                self._wordings[report] = wording
                if wording.original:
                    self._reprints.setdefault(wording.original, set()).add(report)

    def reprints(self, originals: Collection[str]) -> set[str]:
        """See `Memory`."""
        return {report for original in originals for report in self._reprints.get(original, ())}

    def under(self, keys: Collection[int]) -> Iterable[tuple[int, Ref]]:
        """See `Memory`."""
        return [(key, ref) for key in keys for ref in self._under.get(key, ())]

    def put_found(self, lost: Collection[Ref], found: Mapping[Ref, Collection[int]]) -> None:
        """See `Memory`."""
        for report, i in lost:
            for key in self._notes[report].accounts[i].keys:
                self._under[key].discard((report, i))
        for ref, keys in found.items():
            for key in keys:
                self._under.setdefault(key, set()).add(ref)

    def likes(self, refs: Collection[Ref]) -> dict[Ref, dict[Ref, float]]:
        """See `Memory`."""
        return {ref: self._likes[ref] for ref in refs if ref in self._likes}

    def put_likes(self, likes: Mapping[Ref, dict[Ref, float]]) -> None:
        """See `Memory`."""
        for ref, others in likes.items():
            self._likes.pop(ref, None)
            if others:
                self._likes[ref] = others

    def homes(self, refs: Collection[Ref]) -> dict[Ref, Ref]:
        """See `Memory`."""
        return {ref: self._homes[ref] for ref in refs if ref in self._homes}

    def groups(self, firsts: Collection[Ref]) -> dict[Ref, tuple[Ref, ...]]:
        """See `Memory`."""
        return {first: self._groups[first] for first in firsts if first in self._groups}

    def put_groups(self, gone: Collection[Ref], groups: Iterable[tuple[Ref, ...]]) -> None:
        """See `Memory`."""
        for first in gone:
            for ref in self._groups.pop(first, ()):
                self._homes.pop(ref, None)
        for group in groups:
            self._groups[group[0]] = group
            self._homes.update(dict.fromkeys(group, group[0]))
