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
        self.weighed: dict[str, Any] | None = None

    def add(self, entry: Entry) -> None:
        """Add what one entry brought about."""
        if entry.act == "take in":
            pack = entry.inputs["pack"]
            self.packs[pack] = (len(self.packs) + 1, entry.seq)
            for report, original in zip(entry.outputs["reports"], entry.inputs["originals"], strict=True):
                number = len(self.reports) + 1
                self.reports[report["id"]] = (number, original["sha256"], pack, report["seal"], entry.seq)
        elif entry.act == "read":
            name, version = entry.inputs["reader"], entry.inputs["version"]
            reader = self.readers.setdefault((name, version), len(self.readers) + 1)
            for r in entry.outputs["readings"]:
                as_new = (len(self.readings) + 1, entry.seq)
                number, _ = self.readings.setdefault((r["report"], name, r["seal"]), as_new)
                self.read[reader, r["report"]] = (number, entry.seq)
        elif entry.act == "judge":
            for judgement in entry.outputs["judgements"]:
                self.judgements[judgement["id"]] = (len(self.judgements) + 1, judgement["seal"], entry.seq)
        elif entry.act == "timestamp":
            for token in entry.outputs["timestamps"]:
                self.timestamps[len(self.timestamps) + 1] = (entry.inputs["entry"], token["sha256"], entry.seq)
        elif entry.act == "weigh":
            self.weighed = entry.outputs
