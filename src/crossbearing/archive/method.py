"""A method and its version: what read, and what weighed."""

import msgspec


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """A replaceable method ("rules_v1") and the version of all that decides its outcome: code, tables, packages.

    Two readings by the same version of a method may stand side by side in one picture; those of two versions may not.
    """

    name: str
    version: str
