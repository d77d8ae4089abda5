"""The chain behind a trigger: which frames hold it, from the outlet outward."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from crossbearing.reading.rules_v1.attribution.frame import Frame
from crossbearing.records import Certainty, SourceLink

UNNAMED_REPORTS = "unnamed reports"
"""The name of the source where the wording hides it ("it has been reported that")."""
WIDE = 5_000
"""Code points beyond which a frame is asked about every trigger: a byline holds the whole text."""

NOT_TELLING = frozenset({"deny", "fear"})
"""Forces of frames that tell nothing of what is taken for granted in them; who demands or threatens tells it."""


class Blocks:
    """The frames of a text in blocks that share no code point: what holds a trigger stands in the trigger's block."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._frames = frames
        self._starts: list[int] = []
        self._blocks: list[tuple[int, set[int]]] = []
        reach = [_reach(frame) for frame in frames]
        wide = {i for i, (start, end) in enumerate(reach) if end - start > WIDE}
        for start, end, number in sorted((*reach[i], i) for i in range(len(frames)) if i not in wide):
            if self._blocks and start < self._blocks[-1][0]:
                last, held = self._blocks[-1]
                held.add(number)
                self._blocks[-1] = max(last, end), held
            else:
                self._starts.append(start)
                self._blocks.append((end, {number}))
        self._always = wide.union(*(self._near(a, b) for i in wide for a, b in frames[i].cue))

    def _near(self, start: int, end: int) -> set[int]:
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end, lo=first)
        return {number for stop, held in self._blocks[first:last] if start < stop for number in held}

    def at(self, start: int, end: int) -> list[Frame]:
        """Return, in their order, the frames that may hold a trigger at these offsets or each other there."""
        return [self._frames[number] for number in sorted(self._near(start, end) | self._always)]


def _reach(frame: Frame) -> tuple[int, int]:
    spans = (*frame.content, *frame.cue)
    return min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)


def frames_at(frames: Sequence[Frame], start: int, end: int) -> tuple[Frame, ...]:
    """Return the frames that hold a trigger at these offsets, nearest to the outlet first.

    A frame that holds another's cue stands nearer to the outlet, and stands behind all that the other stands behind.
    """
    telling = [f for f in frames if f.claims and not f.withheld]
    reached = dict.fromkeys(f for f in telling if f.covers(start, end) and not _within(f.cue, start, end))
    for frame in list(reached):
        for outer in telling:
            if outer not in reached and outer.cue and _holds(outer, frame):
                reached[outer] = None
    return tuple(_by_nesting(list(reached)))


def telling(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return the frames that tell also what is taken for granted in them."""
    return tuple(frame for frame in frames if frame.force not in NOT_TELLING)


def chain_at(frames: Sequence[Frame], start: int, end: int) -> tuple[tuple[SourceLink, ...], Certainty | None]:
    """Return the chain for a trigger at these offsets, from the outlet's immediate source outward to the root, with
    the certainty.

    The certainty is what the frames make of a plain content. A trigger that no frame holds has an empty chain and
    null: the outlet says it in its own voice. A certainty without a chain is a wording that names nobody
    ("allegedly", "is believed to").

    >>> said = Frame(source=((0, 6),), cue=((7, 11),), content=((12, 30),), links=(SourceLink(name="Police"),))
    >>> chain_at([said], 15, 20)[0][0].name, chain_at([said], 15, 20)[1]
    ('Police', 'reported')
    >>> chain_at([said], 40, 44)
    ((), None)
    """
    nested = frames_at(frames, start, end)
    links: list[SourceLink] = []
    for number, frame in enumerate(nested):
        beside = number > 0 and _stand_beside(nested[number - 1], frame)
        if number > 0 and nested[number - 1].force == "deny" and not beside:
            break  # who denies it is its source, not those whose word is denied
        for link in frame.links:
            if not any(_same(link, known) for known in links):
                joint = msgspec.structs.replace(link, joint=True) if beside else link
                links.append(joint if links else _first(link))
    if any(frame.rule == "according to" for frame in nested):
        # "were reported killed, according to the council": who is named is who reported it
        links = [link for link in links if link.name != UNNAMED_REPORTS] or links
    return tuple(links), _certainty(nested)


def _within(cue: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in cue)


def _holds(outer: Frame, inner: Frame) -> bool:
    return outer is not inner and any(outer.covers(a, b) for a, b in inner.cue[:1])


def _stand_beside(one: Frame, other: Frame) -> bool:
    """Whether two frames tell the very same words, neither through the other: "announced by S and confirmed by T"."""
    passive = one.rule == other.rule == "passive"
    return passive and one.content == other.content and not _holds(one, other) and not _holds(other, one)


def _by_nesting(frames: list[Frame]) -> list[Frame]:
    """Outermost first: by how many of the others a frame holds, then by its order, then by the size of its content."""

    def rank(frame: Frame) -> tuple[int, int, int, int]:
        inside = len(_inner(frame, frames))
        size = sum(b - a for a, b in frame.content)
        return (-inside, frame.order, -size, frame.cue[0][0] if frame.cue else 0)

    return sorted(frames, key=rank)


def _inner(frame: Frame, frames: list[Frame]) -> set[int]:
    """Which frames (by position) stand inside a frame, directly or through others."""
    inside: set[int] = set()
    pending = [frame]
    while pending:
        at = pending.pop()
        for number, other in enumerate(frames):
            if other is not frame and number not in inside and _holds(at, other) and not _holds(other, at):
                inside.add(number)
                pending.append(other)
    return inside


def _same(one: SourceLink, other: SourceLink) -> bool:
    return one.name.lower() == other.name.lower()


def _first(link: SourceLink) -> SourceLink:
    return msgspec.structs.replace(link, joint=False) if link.joint else link


def _certainty(frames: Sequence[Frame]) -> Certainty | None:
    """What the frames make of a plain content: a denial wins; else the innermost verb that does more than report,
    unless a verb that only reports stands inside it; a noun ("claims that ...") yields to what is said of it.
    """
    if not frames:
        return None
    for frame in frames:
        if frame.certainty == "denied":
            return "denied"
    for frame in reversed(frames):
        if frame.certainty != "reported" or not frame.rule.startswith("noun"):
            return frame.certainty
    return "reported"
