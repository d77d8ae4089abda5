"""A frame of attribution: who (source) says (cue) what (content), as found in one parsed text."""

from typing import Literal

import msgspec

from crossbearing.records import Attribution, Certainty, SourceLink, Span

Force = Literal["say", "allege", "estimate", "fear", "deny", "confirm", "demand", "accuse", "threaten", "show"]
"""What the cue does with the content: "deny" denies it, "fear" predicts it, "accuse" makes it an allegation ..."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One frame. `links` are its source and those joint with it, names resolved through the text ("he added" ->
    "Rana Odeh, Northern Relief's researcher ..."), ready to stand in a chain; before them stands the outlet that
    the source spoke to, if it is not the report's own ("X told AFP"). Without a source ("allegedly", "is believed
    to") `links` is empty, and the frame bears on certainty alone.

    `content` spans never include the frame's own source and cue. `certainty` is what the frame makes of an otherwise
    plain content ("reported" for said, "alleged" for claimed/accused, "denied", "estimated", "feared_predicted",
    "demanded"). `order` ranks frames over the same content: lower stands nearer to the outlet. `claims` is false
    where the source only takes a stand towards a thing ("praised the rescuers") and is no source for it. `withheld` is
    true where it did not come to say it ("declined to say whether"): an attribution, and no link. `quoted` is
    true where the frame stands inside someone else's quotation: a link further out, not an attribution that the
    report itself makes. `told` is true where the cue is the main verb of what another source tells ("S said he feared
    that C"), stands behind a preposition in it ("blamed the mayor for saying that C") or tells what another was for
    ("S said they came to confirm that C"): a link further out as well.
    `aside` holds the cues of other frames whose circumstances it tells ("S said C after he accused them of D"): it is
    no part of what they tell, though it may stand within it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    links: tuple[SourceLink, ...]
    force: Force = "say"
    certainty: Certainty = "reported"
    order: int = 0
    claims: bool = True
    withheld: bool = False
    quoted: bool = False
    told: bool = False
    aside: tuple[Span, ...] = ()
    rule: str = ""

    def covers(self, start: int, end: int) -> bool:
        """Whether the content holds the whole span."""
        return any(a <= start and end <= b for a, b in self.content)

    def spans(self) -> Attribution:
        """The frame as the record that crosses the border."""
        return Attribution(source=self.source, cue=self.cue, content=self.content)
