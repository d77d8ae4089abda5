"""Who is cited: links of an attribution chain, and attributions as spans of text."""

from typing import Literal

import msgspec

from crossbearing.records.report import Span

SourceKind = Literal[
    "activist", "agency", "anonymous", "armed_group", "government", "igo", "media", "medic", "military", "ngo",
    "official", "police", "resident", "witness", "other",
]
Channel = Literal[
    "statement", "phone", "internet_call", "social_media", "broadcast", "interview", "briefing", "document", "video",
    "photo", "in_person", "unknown",
]
Knowing = Literal["saw", "heard", "was_told", "counted", "estimated", "unknown"]


class SourceLink(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain. Chains run from the outlet's immediate source outward to the root.

    `joint` says that this link stands beside the one before it ("France and Britain said"), not behind it.
    `named` is false for unnamed people ("a resident", "activists"), who may or may not be the same elsewhere.
    """

    name: str
    kind: SourceKind = "other"
    channel: Channel = "unknown"
    cue: str = ""
    joint: bool = False
    named: bool = True
    knowing: Knowing = "unknown"
    span: Span | None = None


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One frame of attribution as spans of the text; each role may be broken into several spans or be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
