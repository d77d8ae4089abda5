"""The archive's judgements: what people decided, in the order in which it was recorded."""

from collections.abc import Sequence

import msgspec

from crossbearing.archive.database import NO_LIMIT, Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.seal import canonical, raw, seal_of_all, sha256
from crossbearing.records import Judgement


class Judgements:
    """The tables of judgements. Nothing here is ever changed: taking a judgement back is another judgement."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database = database
        self._ledger = ledger

    def record(self, judgements: Sequence[Judgement]) -> int:
        """Record judgements in one transaction, and return how many were new: those that are there change nothing."""
        bodies = {judgement.id: (judgement, body_of(judgement)) for judgement in judgements}
        with self._database.transaction():
            there = {id_ for id_ in bodies if self._database.row("SELECT 1 FROM judgements WHERE id = ?", (id_,))}
            fresh = [(judgement, body) for id_, (judgement, body) in bodies.items() if id_ not in there]
            if fresh:
                self._insert(fresh)
        return len(fresh)

    def _insert(self, fresh: Sequence[tuple[Judgement, str]]) -> None:
        outputs = [{"id": judgement.id, "seal": sha256(body.encode())} for judgement, body in fresh]
        about = sorted({anchor.report for judgement, _ in fresh for anchor in judgement.anchors})
        entry = self._ledger.append("judge", {"reports": about}, {"judgements": outputs})
        (following,) = self._database.rows("SELECT coalesce(max(number), 0) + 1 FROM judgements")[0]
        for number, (judgement, body) in enumerate(fresh, following):
            self._database.execute(
                "INSERT INTO judgements (number, id, seal, body, entry) VALUES (?, ?, ?, ?, ?)",
                (number, judgement.id, raw(sha256(body.encode())), body, entry),
            )
            self._database.execute_many(
                "INSERT INTO judged (report, judgement) VALUES (?, ?)", judged_rows(number, judgement),
            )

    def all(self, first: int | None = None) -> tuple[Judgement, ...]:
        """Return every judgement in order of recording, or the first so many."""
        sql = "SELECT body FROM judgements ORDER BY number LIMIT ?"
        rows = self._database.rows(sql, (NO_LIMIT if first is None else first,))
        return tuple(msgspec.json.decode(body, type=Judgement) for (body,) in rows)

    def about(self, report: str) -> tuple[Judgement, ...]:
        """Return every judgement about words of a report, and those that take one of them back, in order."""
        everything = self.all() if self._database.row("SELECT 1 FROM judged WHERE report = ?", (report,)) else ()
        wanted: set[str] = set()
        found = []
        for judgement in everything:
            if judgement.withdraws in wanted or any(anchor.report == report for anchor in judgement.anchors):
                wanted.add(judgement.id)
                found.append(judgement)
        return tuple(found)

    def judged(self) -> list[str]:
        """Return the ids of the reports about whose words anything was ever decided."""
        return [str(id_) for (id_,) in self._database.rows("SELECT DISTINCT report FROM judged ORDER BY report")]

    def digest(self) -> dict[str, object]:
        """Return how many judgements there are and one digest of them, as a weighing records them."""
        ids = [id_ for (id_,) in self._database.rows("SELECT id FROM judgements ORDER BY number")]
        return {"count": len(ids), "seal": seal_of_all(ids)}


def body_of(judgement: Judgement) -> str:
    """Return a judgement as it is stored and sealed."""
    return canonical(msgspec.to_builtins(judgement))


def judged_rows(number: int, judgement: Judgement) -> list[tuple[str, int]]:
    """Return the rows by which the judgements about a report are found."""
    return [(report, number) for report in sorted({anchor.report for anchor in judgement.anchors})]
