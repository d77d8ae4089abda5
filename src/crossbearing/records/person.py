"""A person whom something happened to, as a report tells of them."""

from typing import Literal

import msgspec

from crossbearing.records.report import Span

Sex = Literal["female", "male"]
Part = Literal["civilian", "combatant"]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person harmed or held, in the report's words; everything it does not tell is null.

    `words` is the phrase that stands for the person, `name` the proper name in it. `part` is their part in the
    fighting, where told. `role` is what they did for a living or stood for, where it matters to those who record harm
    (medic, journalist, aid worker, teacher ...).
    """

    words: str
    span: Span
    name: str | None = None
    age: int | None = None
    sex: Sex | None = None
    child: bool = False
    part: Part | None = None
    role: str | None = None
