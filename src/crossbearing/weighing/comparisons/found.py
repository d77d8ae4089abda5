"""What a comparison finds."""

from typing import NamedTuple


class Found(NamedTuple):
    """The level that was found, and what stands for {a}, {b} and {x} in its words (`weights.yaml`)."""

    level: str
    a: str = ""
    b: str = ""
    x: str = ""


UNKNOWN = Found("unknown")
"""Where one of the two, or neither, tells of what is compared."""
