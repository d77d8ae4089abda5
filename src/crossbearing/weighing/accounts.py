"""A report's accounts, and which of them it is about."""

import msgspec

from crossbearing.records import Claim
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
