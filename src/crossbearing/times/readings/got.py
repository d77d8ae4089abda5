"""What a rule caught, for the function that understands it."""

from typing import Any

import msgspec

from crossbearing.times.numbers import amount
from crossbearing.times.words import Words


class Got(msgspec.Struct, frozen=True):
    """The words a rule caught by class, and what the rule was given besides."""

    words: Words
    caught: dict[str, str]
    given: dict[str, Any]

    def has(self, name: str) -> bool:
        """Whether the class was caught."""
        return name in self.caught

    def word(self, name: str) -> str:
        """The words caught for a class; raises KeyError where it was not caught."""
        return self.caught[name]

    def value(self, name: str) -> Any:
        """The value of the caught word in its class; raises KeyError where it was not caught."""
        return getattr(self.words, name)[self.caught[name]]

    def number(self, name: str) -> int:
        """The digits of the caught word ("21st" is 21); raises ValueError where there are none."""
        return int("".join(c for c in self.caught[name] if c.isdigit()))

    def amount(self) -> float | None:
        """How many units were caught, null where only the unit is known."""
        return amount(self.words, self.caught["amount"])
