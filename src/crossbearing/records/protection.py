"""Who must not be named outside: what a judgement `protect` says of a person."""

from typing import Literal

import msgspec

Role = Literal["source", "victim", "witness"]


class Protection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person whom readers without the right know by a pseudonym only.

    `names` are the name and other spellings of it, as people give them; the first tells persons apart. `only_in` are
    ids of reports: where there are any, the name is hidden in these alone. `keep` are words of the name that stay where
    they stand alone, because they name others (a town, a ruler's family). `salt` is chance, so that no digest of the
    judgement can confirm a guess at the name.
    """

    names: tuple[str, ...]
    role: Role
    salt: str
    only_in: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
