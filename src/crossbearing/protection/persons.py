"""The persons who are protected in an archive, and what hides their names in any text."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from crossbearing.language.normalise import fold
from crossbearing.protection.key import Key
from crossbearing.protection.names import Finder, joined, merged
from crossbearing.protection.redacted import Redacted, redacted
from crossbearing.protection.words import Word, readings_of
from crossbearing.records import Judgement, Report, Span, in_force, protection_of

CACHED = 50_000


class Scope(NamedTuple):
    """What is hidden in a text, as numbers of persons: who may be named in it, and whom it is known to be about.

    Of the latter any part of the name is taken for them ("Ahmad" alone), of others the whole name and its last part. In
    words of such a report any telephone number is taken for theirs (`reached`).
    """

    active: frozenset[int]
    own: frozenset[int]
    reached: frozenset[int] = frozenset()


def beside(report: Report) -> tuple[str, ...]:
    """Return what tells of a report beside its text and title, and may name somebody."""
    return report.id, report.outlet or "", unquote(report.url or ""), *report.notes


class Persons:
    """Those whom judgements in force protect, numbered from 0 in order of the judgements."""

    def __init__(self, judgements: Iterable[Judgement], key: Key) -> None:
        self.judgements = tuple(j for j in in_force(judgements) if j.verdict == "protect")
        self.finders = tuple(Finder(protection_of(j.value)) for j in self.judgements)
        self.pseudonyms = tuple(
            key.pseudonym(f.protection.role, fold(f.protection.names[0])) for f in self.finders
        )
        self._about = tuple(
            frozenset(f.protection.only_in) | {a.report for a in j.about}
            for f, j in zip(self.finders, self.judgements, strict=True)
        )
        self._numbered = frozenset(n for n, finder in enumerate(self.finders) if finder.numbers)
        everyone = frozenset(range(len(self.finders)))
        self.anywhere = Scope(everyone, everyone)
        """For what belongs to no report: any part of any name is hidden."""
        self._named: dict[tuple[str, bool, bool, bool], frozenset[int]] = {}
        self.hide = lru_cache(maxsize=CACHED)(self._hide)
        """Returns a text without names, given its scope; a picture repeats most of its words."""

    def __bool__(self) -> bool:
        return bool(self.finders)

    def scope(self, report: Report) -> Scope:
        """Return what is hidden in a report: it is about whom it names whole, or whom somebody protected for it."""
        active = frozenset(
            n for n, f in enumerate(self.finders)
            if not f.protection.only_in or report.id in f.protection.only_in
        )
        own = {number for number in active if report.id in self._about[number]}
        for text in (report.text, report.title or "", *beside(report)):
            for words in readings_of(text):
                near = self._near(words) & active
                own |= {number for number in near if self.finders[number].names_whole(words, text)}
            own |= {n for n in active & self._numbered if self.finders[n].find_numbers(text, all_of_them=False)}
        return Scope(active, frozenset(own), frozenset(own))

    def _near(self, words: Iterable[Word]) -> frozenset[int]:
        """Return who may be named by some of these words: all others need not be looked for."""
        return frozenset().union(*(self._named_by(word) for word in words))

    def _named_by(self, word: Word) -> frozenset[int]:
        known = (word.folded, word.capital, word.tagged, word.glued)
        if known not in self._named:
            self._named[known] = frozenset(n for n, finder in enumerate(self.finders) if finder.may_be(word))
        return self._named[known]

    def spans(self, text: str, scope: Scope) -> list[tuple[Span, str]]:
        """Return where persons are named in a text, with the pseudonym that goes there; in order, without overlaps."""
        found = [
            (span, self.pseudonyms[number])
            for words in readings_of(text) for number in sorted(self._near(words) & scope.active)
            for span in self.finders[number].find(words, text, own=number in scope.own)
        ]
        found += [
            (span, self.pseudonyms[number]) for number in sorted(scope.active & (self._numbered | scope.reached))
            for span in self.finders[number].find_numbers(text, all_of_them=number in scope.reached)
        ]
        return joined(merged(found), text) if found else []

    def redact(self, text: str, scope: Scope) -> Redacted:
        """Return a text without the persons' names."""
        return redacted(text, self.spans(text, scope))

    def hide_words(self, told: str, *, numbers: bool = False) -> str:
        """Return words that belong to no report without names; with the telephone numbers of whom they name, or all."""
        put = {pseudonym for _, pseudonym in self.spans(told, self.anywhere)}
        reached = frozenset(n for n, pseudonym in enumerate(self.pseudonyms) if numbers or pseudonym in put)
        return self.hide(told, self.anywhere._replace(reached=reached))

    def _hide(self, text: str, scope: Scope) -> str:
        return self.redact(text, scope).text
