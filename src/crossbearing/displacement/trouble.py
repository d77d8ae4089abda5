"""What is wrong with an instance, told so that a person can mend it."""

from typing import Literal

import msgspec

MOST_TOLD = 20
"""Errors that are told at once; a slip in a header makes one for each row."""


class Finding(msgspec.Struct, frozen=True):
    """One thing found in an instance: where it stands, what is wrong, and the way out.

    `line` is null where a whole file is meant. An `error` stops the instance from being used; a `remark` does not.
    """

    file: str
    line: int | None
    reason: str
    remedy: str
    severity: Literal["error", "remark"] = "error"

    def __str__(self) -> str:
        """Return one line: where, what, and what to do.

        >>> str(Finding("routes.csv", 3, "the distance is -4 km", "write the road distance in kilometres"))
        'routes.csv:3: the distance is -4 km; write the road distance in kilometres'
        """
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.reason}; {self.remedy}"


class InstanceTrouble(Exception):  # noqa: N818 - the house calls these troubles
    """An instance, a setting or an observed series that cannot be used; says every error at once."""

    def __init__(self, findings: list[Finding]) -> None:
        """Take at least one error."""
        more = [f"... and {len(findings) - MOST_TOLD} more errors"] if len(findings) > MOST_TOLD else []
        super().__init__("\n".join([*map(str, findings[:MOST_TOLD]), *more]))
        self.findings = tuple(findings)


class Findings:
    """Collects what is found while an instance is read, so that one reading tells of every fault."""

    def __init__(self) -> None:
        self.all: list[Finding] = []

    def error(self, file: str, line: int | None, reason: str, remedy: str) -> None:
        """Note something that stops the instance from being used."""
        self.all.append(Finding(file, line, reason, remedy))

    def remark(self, file: str, line: int | None, reason: str, remedy: str) -> None:
        """Note something that a person should know, though the instance can be used."""
        self.all.append(Finding(file, line, reason, remedy, "remark"))

    @property
    def errors(self) -> list[Finding]:
        """All errors so far, in the order in which they were found."""
        return [found for found in self.all if found.severity == "error"]

    def settle(self) -> tuple[Finding, ...]:
        """Return the remarks; raises InstanceTrouble where there are errors."""
        if self.errors:
            raise InstanceTrouble(self.errors)
        return tuple(self.all)
