"""What every reader is: a report in, a reading out."""

from typing import Protocol

from crossbearing.records import Reading, Report


class Reader(Protocol):
    """Reads claims out of reports. Pure: the same report gives the same reading, byte for byte."""

    @property
    def name(self) -> str:
        """The method and its version, as archives record it: "rules_v1"."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the languages it reads; a report in another comes back without claims, and with a note."""
        ...

    def read(self, report: Report) -> Reading:
        """Read one report. Never raises on any text."""
        ...
