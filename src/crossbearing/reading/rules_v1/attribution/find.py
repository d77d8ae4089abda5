"""All frames of attribution of a text."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.adjectival import adjectival_frames
from crossbearing.reading.rules_v1.attribution.adpositional import adpositional_frames
from crossbearing.reading.rules_v1.attribution.announcing import announcing_frames
from crossbearing.reading.rules_v1.attribution.called import head_of, name_of
from crossbearing.reading.rules_v1.attribution.captions import byline_frames, credit_frames
from crossbearing.reading.rules_v1.attribution.carry import carry_quotations
from crossbearing.reading.rules_v1.attribution.chain import UNNAMED_REPORTS, Blocks
from crossbearing.reading.rules_v1.attribution.closing import closing_frames
from crossbearing.reading.rules_v1.attribution.dialogue import dialogue_frames
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.falsity import falsity_frames
from crossbearing.reading.rules_v1.attribution.frame import Frame
from crossbearing.reading.rules_v1.attribution.headlines import headline_frames
from crossbearing.reading.rules_v1.attribution.lexicon import nouns
from crossbearing.reading.rules_v1.attribution.light import light_frames
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.names import Names
from crossbearing.reading.rules_v1.attribution.nominal import nominal_frames
from crossbearing.reading.rules_v1.attribution.parting import part_contents, take_over
from crossbearing.reading.rules_v1.attribution.phrases import has_to
from crossbearing.reading.rules_v1.attribution.relays import add_relay, knowing_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_date
from crossbearing.reading.rules_v1.attribution.stretches import Stretches
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.reading.rules_v1.attribution.verbal import verbal_frames
from crossbearing.reading.rules_v1.certainty import is_left_open, is_withheld
from crossbearing.reading.rules_v1.polarity import is_left_undone
from crossbearing.records import Attribution, Certainty, Report, SourceLink, Span

APART = frozenset({"headline", "dialogue", "credit", "byline"})
"""Rules whose frames stand apart from the running text."""
BESIDE = frozenset({"byline", "citing", "falsely said", "false report", "report is false", "no truth"})
"""Rules whose frames are links of chains beside another frame, or nobody's word, and no attributions."""
AROUND = frozenset({"quote before", "as said", "in a survey"})
"""Rules whose content is the sentence around the cue, in which others may be told of beside it: 'In a poll, half backed
the plan'.
"""
TAKING_A_STAND = frozenset({"deny", "show"})
"""Forces of which also who does not come to say it tells something ("refused to deny")."""
CUE_NAMES = {"byline": "byline", "credit": "photo credit"}


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
    drafts = [
        *verbal_frames(text),
        *adpositional_frames(text),
        *nominal_frames(text),
        *adjectival_frames(text),
        *falsity_frames(text),
        *dialogue_frames(text),
        *closing_frames(text),
        *headline_frames(text),
        *credit_frames(text),
        *byline_frames(text),
    ]
    drafts += announcing_frames(text, drafts)
    drafts += light_frames(text, drafts)
    drafts.sort(key=lambda d: (d.head, d.rule))
    for draft in drafts:
        if draft.claims and draft.rule not in APART:
            add_relay(text, draft)
            draft.knowing = knowing_of(text, draft)
    drafts = [d for d in drafts if not _is_channel(d, drafts) and not _is_asked(text, d)]
    part_contents(text, drafts)
    carry_quotations(text, drafts)
    for draft in drafts:
        if draft.rule == "citing":
            take_over(text, draft, drafts)
    drafts = [d for d in drafts if d.content]
    names = Names(text)
    heads = {d.head: d for d in drafts}
    return tuple(_frame(text, names, draft, heads) for draft in drafts)


def _is_asked(text: Text, draft: Draft) -> bool:
    """Whether it is only asked if someone takes a stand: "Do the farmers want a truce?"."""
    last = text.whole[text.sentence(draft.head)[1] - 1]
    return not draft.claims and last.text == "?" and text.quote(draft.head) is None


def _is_channel(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a noun without a source of its own is but how another said it: "said in a statement that C"."""
    if draft.rule != "noun clause" or draft.sources:
        return False
    begin = draft.content[0][0]
    before = (d for d in drafts if d.rule == "verb clause" and d.head < draft.head)
    return any(draft.head < start <= begin < end for d in before for start, end in d.content)


def attributions(frames: Sequence[Frame]) -> tuple[Attribution, ...]:
    """Return the frames that the report itself makes, as records.

    Left out are those in others' quotations, bylines, what "citing" adds to a frame, what words of falsity make of
    another, and stands, nouns and things that are told of within what another says or by which it calls its source:
    they are links further out, for chains. Of frames with one cue the first is told.
    """
    told = [f for f in frames if not f.quoted and f.rule not in BESIDE]
    own = list({f.cue[0]: f for f in reversed(told)}.values())[::-1]
    blocks = Blocks(own)
    named = Stretches(s for f in own if not _holds(f.source, f.cue[0]) for s in f.source)
    kept = [f for f in own if not _is_told(f, blocks.at(*f.cue[0]), named)]
    blocks = Blocks([f for f in kept if _may_open(f)])
    opened = {id(said): first for said in kept for first in blocks.at(*said.cue[0]) if _opens(first, said)}
    opening = {id(f) for f in opened.values()}
    return tuple(_joined(f, opened.get(id(f))).spans() for f in kept if id(f) not in opening)


def _may_open(frame: Frame) -> bool:
    """Whether a frame is such as open the cue of another: "declined to", "seemed to", "sent a letter"."""
    return not frame.claims and frame.rule in ("seeming", "adjective", "verb infinitive", "light verb")


def _opens(first: Frame, said: Frame) -> bool:
    """Whether a frame is but the first verb of another's cue: "declined" of "declined to say", "sent a letter" of "sent
    a letter saying".
    """
    if first.rule == "light verb":
        return first is not said and first.covers(*said.cue[0])
    return any(c[0] == said.cue[0][0] for c in first.content)


def _joined(said: Frame, opening: Frame | None) -> Frame:
    """A frame with the verb that opens its cue, if there is one."""
    return said if opening is None else msgspec.structs.replace(said, cue=(*opening.cue, *said.cue))


def _is_told(frame: Frame, others: Sequence[Frame], named: Stretches) -> bool:
    """Whether a frame stands within what another one tells or whom it names, and tells no clause of its own; or
    within a longer cue.
    """
    telling = (
        frame.claims
        and frame.rule.endswith(("clause", "wh", "infinitive", "after", "before"))
        and "noun" not in frame.rule
    )
    if not telling and named.hold(frame.cue[0]) and not _holds(frame.source, frame.cue[0]):
        return True
    beside = [o for o in others if o is not frame]
    within = [o for o in beside if o.covers(*frame.cue[0]) and o.cue[0] not in frame.aside and o.rule not in AROUND]
    passed_on = any(o.rule in ("according to", "passive") for o in within)
    if within and (frame.told or passed_on or not telling):
        return True
    return any(_holds(o.cue, frame.cue[0]) for o in beside)


def _holds(spans: Sequence[Span], one: Span) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in spans)


def _frame(text: Text, names: Names, draft: Draft, heads: Mapping[int, Draft]) -> Frame:
    cue = text.whole[draft.head]
    above = heads.get(cue.head.i)
    denial = draft.said.certainty == "denied" and cue.pos_ == "VERB"
    open_ = denial and is_left_open(cue)  # who neither confirms nor denies is no source of what others say
    certainty: Certainty = "alleged" if open_ else "reported" if denial and is_withheld(cue) else draft.said.certainty
    return Frame(
        source=tuple(text.span(s) for s in (*draft.sources, *([draft.relative] if draft.relative else []))),
        cue=(text.span(draft.cue),),
        content=tuple(text.span(c) for c in draft.content),
        links=() if open_ else _links(text, names, draft),
        force=draft.said.force,
        certainty=certainty,
        order=draft.order,
        claims=draft.claims,
        withheld=is_left_undone(cue) and draft.said.force not in TAKING_A_STAND,
        quoted=text.quote(draft.head) is not None,
        told=cue.dep_ == "pcomp" or (has_to(cue) if above is None else cue.dep_ == "ccomp" and above.claims),
        aside=tuple(text.span(heads[i].cue) for i in _circumstances_of(cue) if i in heads),
        rule=draft.rule,
    )


def _circumstances_of(cue: Token) -> list[int]:
    """The tokens whose circumstances a cue belongs to: "said" of both "adding" in "S said C, adding that"
    and "accused" in "after he accused them, S said". What something is said for belongs to what is said.
    """
    below = [cue, *cue.ancestors]
    return [above.i for one, above in pairwise(below) if one.dep_ in ("advcl", "relcl") and not has_to(one)]


def _links(text: Text, names: Names, draft: Draft) -> tuple[SourceLink, ...]:
    """The sources with their names resolved, behind the outlet they spoke to."""
    cue = CUE_NAMES.get(draft.rule) or text.words(draft.cue)
    if draft.stated is not None:
        return (_link(draft.stated, cue, draft, named=True, span=text.span(draft.cue)),)
    if draft.said.force == "show" and draft.sources and all(_is_sign(text, s) for s in draft.sources):
        return ()
    if not draft.sources:
        if not (draft.nobody and draft.said.force == "say"):
            return ()
        return (_link(UNNAMED_REPORTS, cue, draft, named=False, span=text.span(draft.cue)),)
    if any(is_date(head_of(text, s)) for s in draft.sources):
        return ()
    speaking = (can_speak(head_of(text, s)) or is_name(text.words(s)) for s in draft.sources)
    if draft.rule in ("according to", "citing") and not any(speaking):
        return ()
    via = name_of(text, draft.via) if draft.via is not None else None
    links: list[SourceLink] = []
    outlet: str | None = None
    for part in draft.sources:
        for mention in names.meet(part, text.whole[draft.head]):
            if not mention.name:  # a credit may hold marks alone
                continue
            if via is not None:
                mention.via = via
            links.append(_link(mention.name, cue, draft, named=mention.named, span=text.span(part), joint=bool(links)))
            outlet = mention.via
    if outlet is not None:
        links.insert(0, _link(outlet, cue, draft, named=True, span=text.span(draft.via) if draft.via else None))
    return tuple(links)


def _is_sign(text: Text, part: Range) -> bool:
    """Whether the source is nobody's word: evidence, signs."""
    return head_of(text, part).lemma_.lower() in nouns().signs


def _link(name: str, cue: str, draft: Draft, *, named: bool, span: Span | None, joint: bool = False) -> SourceLink:
    actor = find_actor(name)
    return SourceLink(
        name=name,
        kind=actor.kind if actor else "other",
        channel=draft.channel,
        cue=cue,
        joint=joint,
        named=named,
        knowing=draft.knowing,
        span=span,
    )
