"""A frame while it is being built, in tokens."""

from dataclasses import dataclass

from crossbearing.reading.rules_v1.attribution.lexicon import Cue
from crossbearing.reading.rules_v1.attribution.text import Range
from crossbearing.records import Channel, Knowing


@dataclass(slots=True)
class Draft:
    """Who (`sources`, joint ones as one range each) says (`cue`) what (`content`).

    `head` is the token of the cue. `nobody` says that the wording hides its source ("it has been reported"). `via` is
    the outlet that the source spoke to. `relative` is the "who" of "residents who said". `stated` is the source's
    name where it needs no resolving.
    """

    head: int
    cue: Range
    sources: list[Range]
    content: list[Range]
    said: Cue
    rule: str
    nobody: bool = False
    via: Range | None = None
    channel: Channel = "unknown"
    knowing: Knowing = "unknown"
    order: int = 0
    stated: str | None = None
    relative: Range | None = None

    @property
    def claims(self) -> bool:
        """Whether its source stands behind the claims in its content."""
        return self.said.carries == "claims"
