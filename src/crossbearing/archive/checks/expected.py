"""What must be in an archive, by its ledger."""

from typing import Any

from crossbearing.archive.ledger import Entry


class Expected:
    """What must be there, by the ledger: each row as it is numbered in order of writing."""

    def __init__(self) -> None:
        self.packs: dict[str, tuple[int, int]] = {}
        """digest -> (number, entry)"""
        self.reports: dict[str, tuple[int, str, str, str, int]] = {}
        """id -> (number, original, pack's digest, seal, entry)"""
        self.readings: dict[tuple[str, str, str], tuple[int, int]] = {}
        """(report, reader, seal) -> (number, entry)"""
        self.readers: dict[tuple[str, str], int] = {}
        """(name, version) -> number"""
        self.read: dict[tuple[int, str], tuple[int, int]] = {}
        """(reader's number, report) -> (reading's number, entry)"""
        self.judgements: dict[str, tuple[int, str, int]] = {}
        """id -> (number, seal, entry)"""
        self.timestamps: dict[int, tuple[int, str, int]] = {}
        """number -> (stamped entry, SHA-256 of the token, entry)"""
        self.expunged: dict[str, int] = {}
        """SHA-256 of the original -> entry"""
        self.emptied: set[str] = set()
        """packs that held what was expunged, and were put anew without it"""
        self.weighed: dict[str, Any] | None = None
        self._last = dict.fromkeys(("packs", "reports", "readings", "judgements"), 0)

    def add(self, entry: Entry) -> None:
        """Add what one entry brought about."""
        if entry.act == "take in":
            pack = entry.inputs["pack"]
            self.packs[pack] = (self._number("packs"), entry.seq)
            for report, original in zip(entry.outputs["reports"], entry.inputs["originals"], strict=True):
                number = self._number("reports")
                self.reports[report["id"]] = (number, original["sha256"], pack, report["seal"], entry.seq)
        elif entry.act == "read":
            name, version = entry.inputs["reader"], entry.inputs["version"]
            reader = self.readers.setdefault((name, version), len(self.readers) + 1)
            for r in entry.outputs["readings"]:
                if (r["report"], name, r["seal"]) not in self.readings:
                    self.readings[r["report"], name, r["seal"]] = (self._number("readings"), entry.seq)
                self.read[reader, r["report"]] = (self.readings[r["report"], name, r["seal"]][0], entry.seq)
        elif entry.act == "judge":
            for judgement in entry.outputs["judgements"]:
                self.judgements[judgement["id"]] = (self._number("judgements"), judgement["seal"], entry.seq)
        elif entry.act == "timestamp":
            for token in entry.outputs["timestamps"]:
                self.timestamps[len(self.timestamps) + 1] = (entry.inputs["entry"], token["sha256"], entry.seq)
        elif entry.act == "weigh":
            self.weighed = entry.outputs
        elif entry.act == "expunge":
            self._expunge(entry)

    def _expunge(self, entry: Entry) -> None:
        """Take away what one entry took away: all that quotes a report, and its original out of a pack."""
        report = entry.inputs["report"]
        _, original, _, _, _ = self.reports.pop(report)
        self.expunged[original] = entry.seq
        self.readings = {key: told for key, told in self.readings.items() if key[0] != report}
        self.read = {key: told for key, told in self.read.items() if key[1] != report}
        for judgement in entry.outputs["judgement_ids"]:
            del self.judgements[judgement]
        was, now = entry.outputs["pack"]["was"], entry.outputs["pack"]["is"]
        if was != now:
            row = self.packs.pop(was)
            self.emptied.add(was)
            if now is not None:
                self.packs[now] = row
                self.reports = {
                    id_: (n, o, now if pack == was else pack, s, e) for id_, (n, o, pack, s, e) in self.reports.items()
                }
        self.weighed = entry.outputs
        # The numbers of rows that went last are given again.
        self._last = {
            table: max((row[0] for row in getattr(self, table).values()), default=0) for table in self._last
        }

    def _number(self, table: str) -> int:
        """Return the number that the next row of a table gets."""
        self._last[table] += 1
        return self._last[table]
