"""All frames of attribution of a text."""

from collections.abc import Sequence

from spacy.tokens import Doc

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.adpositional import adpositional_frames
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.frame import Frame
from crossbearing.reading.rules_v1.attribution.names import Names
from crossbearing.reading.rules_v1.attribution.text import Text
from crossbearing.reading.rules_v1.attribution.verbal import verbal_frames
from crossbearing.records import Attribution, Report, SourceLink

UNNAMED_REPORTS = "unnamed reports"
"""The name of the source where the wording hides it ("it has been reported that")."""


def find_frames(doc: Doc, report: Report) -> tuple[Frame, ...]:
    """Return all frames of attribution of a parsed text, in order of their cues.

    `doc` is the parse of the text whose offsets the frames count; never raises on any text.

    >>> from crossbearing.language import parse
    >>> report = Report(id="r", digest="", text="Tanks entered the town, residents told reporters by phone.")
    >>> [link.name for frame in find_frames(parse(report.text), report) for link in frame.links]
    ['residents']
    """
    if not len(doc):
        return ()
    text = Text(doc, report)
    drafts = sorted([*verbal_frames(text), *adpositional_frames(text)], key=lambda d: (d.head, d.rule))
    names = Names(text)
    return tuple(_frame(text, names, draft) for draft in drafts)


def attributions(frames: Sequence[Frame]) -> tuple[Attribution, ...]:
    """Return the frames that the report itself makes, as records: those in others' quotations and bylines left out."""
    return tuple(f.spans() for f in frames if not f.quoted and f.rule != "byline")


def _frame(text: Text, names: Names, draft: Draft) -> Frame:
    cue = text.words(draft.cue)
    links: list[SourceLink] = []
    for at, part in enumerate(draft.sources):
        mention = names.meet(part)
        actor = find_actor(mention.name)
        links.append(SourceLink(
            name=mention.name, kind=actor.kind if actor else "other", channel=draft.channel, cue=cue, joint=at > 0,
            named=mention.named, knowing=draft.knowing, span=text.span(part)))
    if draft.nobody and draft.said.force == "say":
        links.append(SourceLink(name=UNNAMED_REPORTS, kind="anonymous", cue=cue, named=False, span=text.span(draft.cue)))
    return Frame(
        source=tuple(text.span(s) for s in draft.sources), cue=(text.span(draft.cue),),
        content=tuple(text.span(c) for c in draft.content), links=tuple(links), force=draft.said.force,
        certainty=draft.said.certainty, order=draft.order, claims=draft.claims, quoted=text.quote(draft.head) is not None,
        rule=draft.rule)
