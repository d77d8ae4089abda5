"""All accounts of all reports, in one order."""

from collections.abc import Mapping

import msgspec

from crossbearing.records import Claim, Reading, Report
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.principal import principal_of
from crossbearing.weighing.tellings import Telling, tell


class Account(msgspec.Struct, frozen=True):
    """A report's account of one happening, and whether the report is about it."""

    telling: Telling
    principal: bool

    @property
    def facts(self) -> Facts:
        """What is compared of it."""
        return self.telling.facts

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.telling.facts.context.report.id

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All its claims."""
        return self.telling.claims


def accounts_of(context: Context, decisions: Decisions) -> tuple[Account, ...]:
    """Return the accounts of one report, as they are told."""
    tellings = tell(context, decisions)
    main = principal_of(tellings)
    return tuple(Account(telling, i == main) for i, telling in enumerate(tellings))


def gather(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> list[Account]:
    """Return the accounts of all reports, reports ordered by date and id, accounts as they are told."""
    contexts = [Context(reports[i], readings[i]) for i in readings if i in reports]
    contexts.sort(key=lambda c: (c.day is None, c.day or 0, c.report.id))
    return [account for context in contexts for account in accounts_of(context, Decisions())]
