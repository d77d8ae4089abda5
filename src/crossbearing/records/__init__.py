"""The nouns of the system: frozen, typed, without any input or output."""

from crossbearing.records.claim import NOT_YET, UNTOLD, Certainty, Claim, Polarity, Reading, Standing, affirms
from crossbearing.records.event import (
    Comparison,
    Contradiction,
    ContradictionField,
    Correction,
    Event,
    EventClaim,
    EventFigure,
    EventReport,
    Grade,
    GradeName,
    Link,
    ReportFigure,
    Roots,
    Side,
)
from crossbearing.records.figure import Figure, Measure, Nature
from crossbearing.records.ids import content_id
from crossbearing.records.judged import Judged, apply_judgements, find_claim
from crossbearing.records.judgement import (
    Anchor,
    Judgement,
    JudgementError,
    Verdict,
    anchor_of,
    check,
    conflicts,
    in_force,
    judge,
    protection_of,
)
from crossbearing.records.person import Part, Person, Sex
from crossbearing.records.picture import Picture
from crossbearing.records.place import PlaceMention, Where
from crossbearing.records.protection import Protection, Role
from crossbearing.records.report import Passage, Report, Span
from crossbearing.records.source import Attribution, Channel, Knowing, SourceKind, SourceLink
from crossbearing.records.time import TOTALLED, TimeMention, When

__all__ = [
    "NOT_YET",
    "TOTALLED",
    "UNTOLD",
    "Anchor",
    "Attribution",
    "Certainty",
    "Channel",
    "Claim",
    "Comparison",
    "Contradiction",
    "ContradictionField",
    "Correction",
    "Event",
    "EventClaim",
    "EventFigure",
    "EventReport",
    "Figure",
    "Grade",
    "GradeName",
    "Judged",
    "Judgement",
    "JudgementError",
    "Knowing",
    "Link",
    "Measure",
    "Nature",
    "Part",
    "Passage",
    "Person",
    "Picture",
    "PlaceMention",
    "Polarity",
    "Protection",
    "Reading",
    "Report",
    "ReportFigure",
    "Role",
    "Roots",
    "Sex",
    "Side",
    "SourceKind",
    "SourceLink",
    "Span",
    "Standing",
    "TimeMention",
    "Verdict",
    "When",
    "Where",
    "affirms",
    "anchor_of",
    "apply_judgements",
    "check",
    "conflicts",
    "content_id",
    "find_claim",
    "in_force",
    "judge",
    "protection_of",
]
