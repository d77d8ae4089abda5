"""The chain behind a trigger: which frames hold it, from the outlet outward."""

from collections.abc import Sequence

import msgspec

from crossbearing.reading.rules_v1.attribution.frame import Force, Frame
from crossbearing.records import Certainty, SourceLink


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a trigger. `links` run from the outlet's immediate source outward to the root.

    `certainty` and `force` are what the frames make of the trigger; null where no frame bears on it. `frames` are those that hold it,
    nearest to the outlet first.
    """

    links: tuple[SourceLink, ...] = ()
    certainty: Certainty | None = None
    force: Force | None = None
    frames: tuple[Frame, ...] = ()


def chain_at(frames: Sequence[Frame], start: int, end: int) -> Chain:
    """Return the chain for a trigger at these offsets, by nesting: a frame that holds another's cue stands nearer to the outlet.

    A trigger that no frame's content holds has an empty chain: the outlet says it in its own voice.
    """
    holding = [f for f in frames if f.claims and f.covers(start, end) and not _within(f.cue, start, end)]
    reached = dict.fromkeys(holding)
    for frame in list(holding):
        for outer in frames:
            if outer.claims and outer not in reached and outer.cue and _holds(outer, frame):
                reached[outer] = None
    nested = _by_nesting(list(reached))
    links: list[SourceLink] = []
    for frame in nested:
        for link in frame.links:
            if not any(_same(link, known) for known in links):
                links.append(link if links else _first(link))
    return Chain(links=tuple(links), certainty=_certainty(nested), force=nested[-1].force if nested else None, frames=tuple(nested))


def _within(cue: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in cue)


def _holds(outer: Frame, inner: Frame) -> bool:
    return outer is not inner and any(outer.covers(a, b) for a, b in inner.cue[:1])


def _by_nesting(frames: list[Frame]) -> list[Frame]:
    """Outermost first: by how many of the others a frame holds, then by its order, then by the size of its content."""
    def rank(frame: Frame) -> tuple[int, int, int, int]:
        inside = sum(_holds(frame, other) and not _holds(other, frame) for other in frames)
        size = sum(b - a for a, b in frame.content)
        return (-inside, frame.order, -size, frame.cue[0][0] if frame.cue else 0)

    return sorted(frames, key=rank)


def _same(one: SourceLink, other: SourceLink) -> bool:
    return one.name.lower() == other.name.lower()


def _first(link: SourceLink) -> SourceLink:
    return msgspec.structs.replace(link, joint=False) if link.joint else link


def _certainty(frames: list[Frame]) -> Certainty | None:
    """What the frames make of a plain content: a denial wins; else the innermost verb that does more than report, unless a verb that
    only reports stands inside it; a noun ("claims that ...") yields to what is said of it."""
    if not frames:
        return None
    for frame in frames:
        if frame.certainty == "denied":
            return "denied"
    for frame in reversed(frames):
        if frame.certainty != "reported" or not frame.rule.startswith("noun"):
            return frame.certainty
    return "reported"
