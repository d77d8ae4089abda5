"""Reads the Arabic of a report: its places, times, attributions and claims."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1.arabic.attribution import find_frames
from crossbearing.reading.rules_v1.arabic.certainty import local_certainty, polarity_of
from crossbearing.reading.rules_v1.arabic.clauses import Roles
from crossbearing.reading.rules_v1.arabic.data import listed, load
from crossbearing.reading.rules_v1.arabic.figures import Assigned, assign, counted, figures_of, merged
from crossbearing.reading.rules_v1.arabic.frames import Frame
from crossbearing.reading.rules_v1.arabic.ground import grounds
from crossbearing.reading.rules_v1.arabic.happenings import Happening, find_happenings
from crossbearing.reading.rules_v1.arabic.lexicon import taken_apart
from crossbearing.reading.rules_v1.arabic.names import find_names
from crossbearing.reading.rules_v1.arabic.numbers import find_numbers
from crossbearing.reading.rules_v1.arabic.phrases import Phrases
from crossbearing.reading.rules_v1.arabic.places import find_places
from crossbearing.reading.rules_v1.arabic.roles import inherited, roles_of
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.reading.rules_v1.ground import Ground
from crossbearing.records import Attribution, Certainty, Claim, PlaceMention, SourceLink, Span, TimeMention, content_id
from crossbearing.times import Anchor, find_arabic_times

LONGEST_EVIDENCE = 600
DECLARING = "أعلن"
OWN = frozenset({"ceasefire_agreement", "territory_change", "ground_operation", "troop_movement"})
"""Deeds that the party which declares them does itself."""
SPEECH = frozenset(
    {"accuse_condemn", "support", "deny_reject", "sanction_resolution", "consult", "ceasefire_agreement"}
)
"""Acts that are done by being said: that the speaker says so adds no source."""


Accused = Mapping[int, tuple[tuple[int, int], ...]]
"""Whom each word that accuses, by its index, accuses."""


class ArabicLayers(msgspec.Struct, frozen=True):
    """What was read out of the Arabic stretches of one text; offsets count code points of the whole text."""

    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()


def read_arabic(
    text: str,
    spans: Sequence[Span],
    *,
    report: str,
    located: Literal["text", "title"],
    anchor: Anchor,
    gazetteer: Gazetteer,
) -> ArabicLayers:
    """Read the stretches `spans` of a text, which are Arabic. `report` is the report's id. Never raises on any text."""
    whole = Text(text, spans)
    times = tuple(_times(text, spans, anchor))
    timed = frozenset(k for t in times for k in _words(whole, t.start, t.end))
    names = find_names(whole)
    named = frozenset(k for first, (last, _) in names.items() for k in range(first, last))
    numbers = find_numbers(whole, timed | named)
    placed = find_places(whole, gazetteer, timed, named)
    located_words = {p.first: (p.last, "") for p in placed if p.first not in named}
    cut = Phrases(whole, numbers, located_words | names, timed)
    frames = find_frames(whole, cut)
    cited = frozenset(k for f in frames for s in f.sources for k in range(s.first, s.last))
    towns = frozenset(k for p in placed for k in range(p.first, p.last))
    happenings = find_happenings(whole, cut, named | timed | towns | cited)
    blamed = {f.cue[0]: f.accused for f in frames if f.accused is not None}
    own = [Roles((), (blamed[h.i],)) if h.i in blamed else roles_of(whole, cut, h) for h in happenings]
    roles = inherited(whole, happenings, own)
    assigned = assign(whole, numbers, happenings, roles)
    dropped, figures = merged(whole, happenings, assigned)
    roles = [counted(whole, cut, one, figures.get(k, ())) for k, one in enumerate(roles)]
    acting = frozenset(k for one in roles for a, b in one.actors for k in range(a, b))
    kept = [k for k in range(len(happenings)) if k not in dropped]
    accused = {
        h.i: r.targets for h, r in zip(happenings, roles, strict=True) if h.kind == "accuse_condemn" and r.targets
    }
    roles = [
        Roles(_actors(whole, h, one, frames, accused), one.targets) for h, one in zip(happenings, roles, strict=True)
    ]
    grounded = grounds(whole, [happenings[k] for k in kept], placed, times, cited | acting, anchor)
    claims = tuple(
        _claim(whole, cut, happenings[k], roles[k], frames, figures.get(k, ()), ground, report, located)
        for k, ground in zip(kept, grounded, strict=True)
    )
    return ArabicLayers(tuple(p.mention for p in placed), times, tuple(f.spans(whole) for f in frames), claims)


def _times(text: str, spans: Sequence[Span], anchor: Anchor) -> list[TimeMention]:
    """The times of each stretch, with offsets into the whole text."""
    out: list[TimeMention] = []
    for start, end in spans:
        # The anchor's dateline counts the whole text; it is found anew where this stretch prints it.
        own = msgspec.structs.replace(anchor, span=None)
        found = find_arabic_times(text[start:end], own)
        out += [msgspec.structs.replace(time, start=time.start + start, end=time.end + start) for time in found]
    return out


def _words(text: Text, start: int, end: int) -> range:
    return range(text.at(start), text.at(max(start, end - 1)) + 1) if text.words else range(0)


def _claim(
    text: Text,
    cut: Phrases,
    happening: Happening,
    roles: Roles,
    frames: Sequence[Frame],
    figures: Sequence[Assigned],
    ground: Ground,
    report: str,
    located: Literal["text", "title"],
) -> Claim:
    i = happening.i
    about = sorted((f for f in frames if f.holds(i) and not f.cue[0] <= i < f.cue[1]), key=_width)
    links = tuple(link for f in reversed(about) for link in f.links)
    actors = tuple(name for a, b in roles.actors if (name := cut.name(a, b)))
    start, end = _trigger(text, cut, happening)
    own = next((f for f in frames if f.cue[0] <= i < f.cue[1]), None)
    polarity = polarity_of(text, happening)
    return Claim(
        id=content_id("c", report, located, start, end, happening.kind),
        report=report,
        trigger=(start, end),
        evidence=_evidence(text, i),
        type=happening.kind,
        certainty=_certainty(text, happening, about, links),
        polarity=polarity,
        located=located,
        actor=actors,
        target=tuple(name for a, b in roles.targets if (name := cut.name(a, b))),
        places=ground.names,
        where=ground.where,
        when=ground.when,
        figures=figures_of(text, cut, figures) if polarity == "affirmed" else (),
        sources=links if own is None else (),
        rules=(f"ar:{happening.trigger.part}:{happening.trigger.lemma}",),
    )


def _width(frame: Frame) -> int:
    return sum(b - a for a, b in frame.content)


def _actors(
    text: Text, happening: Happening, roles: Roles, frames: Sequence[Frame], accused: Accused
) -> tuple[tuple[int, int], ...]:
    """Who did it: as the clause tells; who claims or is accused of it; of an act of speech the speaker."""
    own = next((f for f in frames if f.cue[0] <= happening.i < f.cue[1]), None)
    if own is None and not roles.actors:
        about = min((f for f in frames if f.holds(happening.i)), key=_width, default=None)
        own = about if about is not None and _tells_of_self(text, happening, about) else None
        if own is None and about is not None and about.cue[0] in accused:
            return accused[about.cue[0]]
    if own is not None and own.sources:
        return tuple((s.first, s.last) for s in own.sources)
    return roles.actors


def _tells_of_self(text: Text, happening: Happening, frame: Frame) -> bool:
    """Whether speakers tell of a deed of their own: "announced that it", what they claim, what parties declare."""
    first = min(a for a, _ in frame.content)
    if frame.of_self and happening.is_verb:
        return True
    if listed("phrases", "responsibility").intersection(text.texts[frame.cue[0] : happening.i]):
        return True
    if frame.lemma in load("reporting")["claiming"]:
        return not happening.trigger.entry.toll and happening.i <= first + 2
    armed = frame.sources and frame.sources[-1].kind in {"armed_group", "military", "government"}
    return bool(armed) and frame.lemma == DECLARING and happening.kind in OWN and not happening.is_verb


def _trigger(text: Text, cut: Phrases, happening: Happening) -> Span:
    """The trigger as offsets, without what is written together with it in front."""
    way = taken_apart(text.texts[happening.i])
    joined = way.cut - (2 if way.article else 0)
    swallowed = way.article and way.preposition == "ل"
    return cut.cut_start(happening.i, 0 if swallowed else joined), text.words[happening.i].end


def _certainty(
    text: Text,
    happening: Happening,
    about: Sequence[Frame],
    links: Sequence[SourceLink],
) -> Certainty:
    """The certainty of a claim: its own words first, then what the frames about it make of it, the nearest first."""
    if happening.kind == "demand":
        return "demanded"
    if happening.kind == "threaten":
        return "feared_predicted"
    if happening.kind == "deny_reject" and taken_apart(text.texts[happening.i]).rest[:2] in {"نف", "ين", "تن", "فن"}:
        return "denied"
    local = local_certainty(text, happening)
    framed = next((f.certainty for f in about if f.certainty != "reported"), None)
    if happening.kind in SPEECH:
        # That somebody tells of an act of speech takes nothing from it; that he demands or denies one does.
        return local or framed or "asserted"
    if local is not None:
        return local
    if about and about[0].of_self and happening.is_verb and polarity_of(text, happening) == "negated":
        return "denied"
    return framed or ("reported" if links else "asserted")


def _evidence(text: Text, i: int) -> Span:
    start, end = text.sentences[text.words[i].sentence]
    if end - start > LONGEST_EVIDENCE:
        start = max(start, text.words[i].start - LONGEST_EVIDENCE // 2)
        end = min(end, start + LONGEST_EVIDENCE)
    return start, end
