"""The index for searching, and what is found by it. It holds nothing that the tables of record do not tell."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from crossbearing.archive.database import NO_LIMIT, Condition, Database
from crossbearing.archive.query import Query
from crossbearing.archive.words import Term, asked_words, searchable
from crossbearing.records import Claim, Report

COMPARING = (
    ("crossbearing.archive", "words.py"), ("crossbearing.archive", "unsearched.yaml"),
    ("crossbearing.language", "normalise.py"), ("crossbearing.language", "letters.yaml"),
)
"""What decides how words are compared."""

FEW = 20_000
"""Claims up to which it is quicker to find all that meet a condition and sort them by event than to go by events."""

SELECT = "SELECT c.reading, c.ordinal, p.id, e.id, e.sorting"
# The order of the tables is the order in which SQLite goes through them: it is chosen here, by what is asked.
BY_CLAIM = f"""{SELECT} FROM claims AS c CROSS JOIN readings AS r ON r.number = c.reading
  CROSS JOIN read AS b ON b.reader = ? AND b.report = r.report AND b.reading = r.number
  CROSS JOIN reports AS p ON p.number = r.report
  LEFT JOIN told AS t ON t.reading = c.reading AND t.ordinal = c.ordinal LEFT JOIN events AS e ON e.number = t.event"""
BY_REPORT = f"""{SELECT} FROM reports AS p CROSS JOIN read AS b ON b.reader = ? AND b.report = p.number
  CROSS JOIN claims AS c ON c.reading = b.reading
  LEFT JOIN told AS t ON t.reading = c.reading AND t.ordinal = c.ordinal LEFT JOIN events AS e ON e.number = t.event"""
BY_EVENT = f"""{SELECT} FROM events AS e CROSS JOIN told AS t ON t.event = e.number
  CROSS JOIN claims AS c ON c.reading = t.reading AND c.ordinal = t.ordinal
  CROSS JOIN readings AS r ON r.number = c.reading
  CROSS JOIN read AS b ON b.reader = ? AND b.report = r.report AND b.reading = r.number
  CROSS JOIN reports AS p ON p.number = r.report"""
AS_JUDGED = BY_CLAIM.replace("FROM claims AS c", "FROM judged_claims AS c")
NOT_JUDGED = "NOT EXISTS (SELECT 1 FROM judged_claims AS j WHERE j.reading = c.reading AND j.ordinal = c.ordinal)"
NOT_REJECTED = "c.kind IS NOT NULL"
IN_NO_EVENT = "NOT EXISTS (SELECT 1 FROM told AS n WHERE n.reading = c.reading AND n.ordinal = c.ordinal)"
IN_ORDER = "ORDER BY e.sorting IS NULL, e.sorting, p.id, c.ordinal"


Place = tuple[bool, str, str, int]
"""Where a claim stands among those found: in no event (then last), its event, its report, its place in the reading."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that meets a query: its reading and its place in it, its report, its event (null where not weighed)."""

    reading: int
    ordinal: int
    report: str
    event: str | None


@cache
def comparing_version() -> str:
    """Return a digest of what decides how words are compared."""
    digest = hashlib.sha256()
    for package, name in COMPARING:
        digest.update(files(package).joinpath(name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


class Search:
    """The tables `words`, `outlets`, `sources`, `claim_sources` and `judged_claims`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_reports(self, reports: Iterable[tuple[int, Report]]) -> None:
        """Index reports by their number; in the transaction that takes them in."""
        for number, report in reports:
            self._database.index_words([(number, words_of(report))])
            if report.outlet:
                row = (number, _folded(report.outlet))
                self._database.execute("INSERT INTO outlets (report, name) VALUES (?, ?)", row)

    def add_claims(self, reading: int, claims: Sequence[Claim]) -> None:
        """Index the sources of a reading's claims; in the transaction that records it."""
        for ordinal, claim in enumerate(claims):
            for name in sorted({_folded(link.name) for link in claim.sources}):
                found = self._database.row("SELECT number FROM sources WHERE name = ?", (name,))
                if found is None:
                    sql = "SELECT coalesce(max(number), 0) + 1 FROM sources"
                    found = self._database.rows(sql)[0]
                    self._database.execute("INSERT INTO sources (number, name) VALUES (?, ?)", (found[0], name))
                row = (found[0], reading, ordinal)
                self._database.execute("INSERT INTO claim_sources (source, reading, ordinal) VALUES (?, ?, ?)", row)

    def is_current(self) -> bool:
        """Whether the index was made by the present way of comparing words."""
        return self._database.row("SELECT version FROM made_by") == (comparing_version(),)

    def make_anew(self, reports: Iterator[tuple[int, Report]], claims: Iterator[tuple[int, Sequence[Claim]]]) -> None:
        """Make the index anew from all reports and the claims of all readings, in one transaction."""
        with self._database.transaction():
            if self.is_current():  # another process may have done it while this one waited
                return
            self._database.forget_all_words()
            for table in ("outlets", "claim_sources", "sources", "made_by"):
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - four names of our own
            self.add_reports(reports)
            for reading, of_one in claims:
                self.add_claims(reading, of_one)
            self._database.execute("INSERT INTO made_by (version) VALUES (?)", (comparing_version(),))

    def add_judged(self, rows: Iterable[tuple[tuple[Any, ...], Claim]]) -> None:
        """Index claims as people judged them, each with its row of `claims`; in the transaction that weighs them."""
        sql = f"INSERT INTO judged_claims VALUES ({', '.join('?' * 10)})"  # noqa: S608 - question marks only
        told = ((*row, "\n".join(sorted({_folded(link.name) for link in claim.sources}))) for row, claim in rows)
        self._database.execute_many(sql, told)

    def find(self, query: Query, reader: int, limit: int = NO_LIMIT, offset: int = 0) -> list[Found]:
        """Return the claims of one reader's readings that meet a query, in order of event, report and place in it.

        What people corrected is looked for as it is now, and what they rejected is not found.
        """
        wanted = min(offset + limit, NO_LIMIT)
        asked = list(query.conditions(self._database).items())
        if self._database.row("SELECT 1 FROM judged_claims LIMIT 1") is None:
            return [found for _, found in self._as_read(dict(asked), reader, wanted)[offset:]]
        plain = self._as_read(dict([*asked, ("judged", (NOT_JUDGED, []))]), reader, wanted)
        of_judged = [*query.conditions(self._database, judged=True).values(), (NOT_REJECTED, [])]
        judged = self._rows(AS_JUDGED, reader, of_judged, IN_ORDER, wanted)
        return [found for _, found in sorted((*plain, *judged), key=lambda each: each[0])[offset:wanted]]

    def _as_read(self, asked: dict[str, Condition], reader: int, wanted: int) -> list[tuple[Place, Found]]:
        narrow = self._narrowest(asked)
        if narrow:
            return self._rows(narrow, reader, asked.values(), IN_ORDER, wanted)
        # What is asked is met by many: going by events, the first are found without looking at the rest.
        found = self._rows(BY_EVENT, reader, asked.values(), "ORDER BY e.sorting, p.id, c.ordinal", wanted)
        if len(found) < wanted:
            unweighed = [*asked.values(), (IN_NO_EVENT, [])]
            found += self._rows(BY_REPORT, reader, unweighed, "ORDER BY p.id, c.ordinal", wanted - len(found))
        return found

    def _narrowest(self, asked: dict[str, Condition]) -> str | None:
        """Return how to go about a query that few claims can meet: by the condition that the fewest meet; else null."""
        if "source" in asked:
            return BY_CLAIM
        of_reports = [asked[name] for name in ("words", "outlet") if name in asked]
        if of_reports and self._count("reports AS p", of_reports, FEW // 10) < FEW // 10:
            return BY_REPORT
        of_claims = [asked[name] for name in ("kinds", "certainties", "since", "until", "near") if name in asked]
        if of_claims and self._count("claims AS c", of_claims, FEW) < FEW:
            return BY_CLAIM
        return None

    def _count(self, table: str, conditions: Sequence[Condition], most: int) -> int:
        where = " AND ".join(sql for sql, _ in conditions)
        values = [value for _, values in conditions for value in values]
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {where} LIMIT ?) AS enough"  # noqa: S608 - our own SQL
        return int(self._database.rows(sql, [*values, most])[0][0])

    def _rows(
        self, tables: str, reader: int, conditions: Iterable[Condition], order: str, limit: int,
    ) -> list[tuple[Place, Found]]:
        told = list(conditions)
        where = " AND ".join(sql for sql, _ in told) or "1 = 1"
        values = [value for _, values in told for value in values]
        rows = self._database.rows(f"{tables} WHERE {where} {order} LIMIT ?", [reader, *values, limit])
        return [
            ((event is None, sorting or "", report, ordinal),
             Found(reading=reading, ordinal=ordinal, report=report, event=event))
            for reading, ordinal, report, event, sorting in rows
        ]


def words_of(report: Report) -> str:
    """Return the words of a report as they are indexed."""
    return searchable(f"{report.title or ''}\n{report.text}")


def _folded(name: str) -> str:
    from crossbearing.language.normalise import fold

    # PostgreSQL has no NUL in a text, and nobody can ask for one.
    return fold(name).replace("\x00", "")


def has_words(report: Report, asked: str) -> bool:
    """Whether a report has the words that are asked for, as the index would find it."""
    said = f" {words_of(report)} "
    terms = asked_words(asked)

    def told(term: Term) -> bool:
        return f" {term.words}{'' if term.beginning else ' '}" in said

    return all(map(told, terms.wanted)) and not any(map(told, terms.unwanted))
