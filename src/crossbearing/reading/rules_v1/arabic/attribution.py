"""Who says what in Arabic: frames of a cue, its sources and the stretch of text it carries."""

from collections.abc import Iterator, Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed, load, phrases, plain
from crossbearing.reading.rules_v1.arabic.lexicon import Saying, heads, relays, sayings, taken_apart, triggers
from crossbearing.reading.rules_v1.arabic.phrases import Phrases, is_that
from crossbearing.reading.rules_v1.arabic.sources import Source, gives_a_name, is_source, last_named, source_at
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.records import Attribution, Certainty, SourceLink, Span

REACH = 16
"""Words behind a verb of saying within which "that" must stand."""
HEADLINE = 8
"""Words that a source before a colon at the head of a sentence may have."""


class Frame(msgspec.Struct, frozen=True):
    """One frame of attribution as words: the cue [first, last), what it carries, its chain, what it makes of it.

    `of_self`: the speakers tell of themselves ("announced that it"). `accused`: whose deed it is said to be, where the
    accusers are not named in the clause.
    """

    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    sources: tuple[Source, ...]
    links: tuple[SourceLink, ...]
    certainty: Certainty
    lemma: str = ""
    of_self: bool = False
    accused: tuple[int, int] | None = None

    def holds(self, i: int) -> bool:
        """Whether a word stands in what is said."""
        return any(a <= i < b for a, b in self.content)

    def spans(self, text: Text) -> Attribution:
        """Return the frame as offsets."""

        def span(a: int, b: int) -> Span:
            return text.words[a].start, text.words[b - 1].end

        return Attribution(
            source=tuple(span(s.first, s.last) for s in self.sources if s.first < s.last),
            cue=(span(*self.cue),),
            content=tuple(span(a, b) for a, b in self.content if a < b),
        )


def find_frames(text: Text, phrases_: Phrases) -> tuple[Frame, ...]:
    """Return the frames of attribution of a text, in order of their cues."""
    out: list[Frame] = []
    last: tuple[Source, ...] = ()
    for first, end in sentences(text):
        found = sorted(_of_sentence(text, phrases_, first, end, last), key=lambda f: f.cue)
        for frame in found:
            out.append(_cut(frame, found))
            last = frame.sources or last
    return tuple(out)


def sentences(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the words (first, end) of each sentence."""
    at = 0
    while at < len(text.words):
        first, end = text.sentence(at)
        yield first, end
        at = max(end, at + 1)


def _of_sentence(text: Text, phrases_: Phrases, first: int, end: int, last: tuple[Source, ...]) -> Iterator[Frame]:
    yield from _headline(text, phrases_, first, end)
    i = first
    while i < end:
        rest = taken_apart(text.texts[i]).rest
        frame = None
        if rest in relays():
            frame = _relay(text, phrases_, i, end)
        elif rest in sayings() and not taken_apart(text.texts[i]).article and not gives_a_name(text, i):
            frame = _saying(text, phrases_, first, i, end, last, sayings()[rest])
        else:
            frame = _according(text, phrases_, first, i, end)
        if frame is not None:
            last = frame.sources or last
            yield frame
            i = max(frame.cue[1], i + 1)
        else:
            i += 1


def _that(text: Text, i: int, end: int) -> int | None:
    """The word "that" behind a verb of saying, before the clause ends."""
    for k in range(i, min(end, i + REACH)):
        if text.texts[k] in {"؛", ";", "."}:
            return None
        if is_that(text.texts[k]):
            return k
    return None


def _saying(
    text: Text,
    phrases_: Phrases,
    first: int,
    i: int,
    end: int,
    last: tuple[Source, ...],
    saying: Saying,
) -> Frame | None:
    end = _until_next_speaker(text, i + 1, end)
    that = _that(text, i + 1, end)
    sources = source_at(text, phrases_, i + 1, that if that is not None else end)
    behind = sources[-1].last if sources else i + 1
    if that is not None:
        if not sources:
            sources = _before(text, phrases_, first, i) or last
        else:
            sources = tuple(last_named(s, last) for s in sources)
        frame = _frame(text, (i, i + 1), ((that + 1, end),), sources, saying, (i, that))
        return msgspec.structs.replace(frame, of_self=text.texts[that] not in listed("reporting", "that"))
    if behind < end and text.texts[behind] == ":":
        return _frame(text, (i, i + 1), ((behind + 1, end),), sources or last, saying, (i, behind))
    if saying.lemma in listed("reporting", "of_someone") and _is_accused(text, sources, end):
        whom = _second_party(text, i + 1, behind)
        speakers = source_at(text, phrases_, i + 1, whom) or _before(text, phrases_, first, i)
        if not speakers and taken_apart(text.texts[i]).conjunction:  # "... and accused the army of"
            speakers = last
        frame = _frame(text, (i, i + 1), ((behind, end),), speakers, saying, (i, i + 1))
        return msgspec.structs.replace(frame, accused=(whom, behind))
    if sources and _is_trailing(text, first, i):
        return _frame(text, (i, i + 1), ((first, i),), sources, saying, (i, end))
    if sources and _names_happening(text, behind, end):
        return _frame(text, (i, i + 1), ((behind, end),), sources, saying, (i, behind))
    if not sources and taken_apart(text.texts[i]).rest in sayings() and _names_happening(text, i + 1, end):
        before = _before(text, phrases_, first, i)
        if not before and taken_apart(text.texts[i]).conjunction:
            before = last
        return _frame(text, (i, i + 1), ((i + 1, end),), before, saying, (i, i + 1)) if before else None
    return None


def _is_accused(text: Text, sources: Sequence[Source], end: int) -> bool:
    """Whether the only party behind a verb of accusing is the one accused: the deed follows at once ("of shelling")."""
    behind = sources[-1].last if len(sources) == 1 else end
    if behind >= end:
        return False
    way = taken_apart(text.texts[behind])
    return way.preposition == "ب" and any(t.part == "nouns" for t in triggers().get(way.rest, ()))


def _second_party(text: Text, i: int, end: int) -> int:
    """The body told behind another one ("residents [accuse] the army"), by its article; `i` where there is but one."""
    if taken_apart(text.texts[i]).rest in listed("reporting", "through"):
        return i
    ways = ((k, taken_apart(text.texts[k])) for k in range(i + 1, end))
    return next((k for k, way in ways if way.article and way.rest in heads()), i)


def _until_next_speaker(text: Text, i: int, end: int) -> int:
    """Where another verb of saying opens a clause of its own ("..., and the ministry said")."""
    for k in range(i, end):
        way = taken_apart(text.texts[k])
        if way.conjunction and way.rest in sayings() and not way.article and text.texts[k - 1] in {"،", "؛", ".", '"'}:
            return k
    return end


def _is_trailing(text: Text, first: int, i: int) -> bool:
    """Whether a verb of saying follows what it says: behind "as", or behind a comma without "and"."""
    if i <= first or not _tells(text, first, i):
        return False
    for words in phrases("reporting", "as"):
        if text.texts[max(first, i - len(words)) : i] == words:
            return True
    return text.texts[i - 1] in {"،", '"', "-"} and not taken_apart(text.texts[i]).conjunction and i - first > 3


def _tells(text: Text, first: int, i: int) -> bool:
    """Whether words name a happening: those of a dateline ("Beirut, 20 September -") do not."""
    return any(triggers().get(taken_apart(word).rest) for word in text.texts[first:i])


def _names_happening(text: Text, i: int, end: int) -> bool:
    """Whether the object of a verb of saying names a happening ("announced the death of")."""
    for k in range(i, min(end, i + 8)):
        if text.texts[k] in {"،", "؛", ":"}:
            return False
        way = taken_apart(text.texts[k])
        if any(t.part == "nouns" for t in triggers().get(way.rest, ())):
            return True
    return False


def _before(text: Text, phrases_: Phrases, first: int, i: int) -> tuple[Source, ...]:
    """The source that stands before its verb ("the army said")."""
    begin = i
    while begin > first and not text.words[begin - 1].is_sign and i - begin < 10:
        begin -= 1
    while begin < i and (
        text.texts[begin] in listed("phrases", "before_verbs") or taken_apart(text.texts[begin]).rest == plain("كان")
    ):
        begin += 1
    found = source_at(text, phrases_, begin, i)
    return found if found and is_source(text, phrases_, found[0].first, found[0].last) else ()


def _relay(text: Text, phrases_: Phrases, i: int, end: int) -> Frame | None:
    """Reads "the agency quoted a source as saying that"."""
    carrier = source_at(text, phrases_, i + 1, end)
    if not carrier:
        return None
    at = carrier[-1].last
    while at < min(end, i + REACH) and text.texts[at] not in listed("reporting", "from_words"):
        at += 1
    if at >= min(end, i + REACH):
        return None
    quoted = source_at(text, phrases_, at + 1, end)
    that = _that(text, at + 1, end)
    if not quoted or that is None:
        return None
    saying = Saying(lemma="نقل", certainty="reported")
    return _frame(text, (i, i + 1), ((that + 1, end),), (*carrier, *quoted), saying, (i, that))


def _according(text: Text, phrases_: Phrases, first: int, i: int, end: int) -> Frame | None:
    """Reads "according to the monitor", before or behind what it carries."""
    for words in phrases("reporting", "according_to"):
        joined = words[-1] == "ل"
        known = words[:-1] if joined else words
        if not text.stands_at(i, known):
            continue
        at = i + len(known)
        if joined and (at >= end or not text.texts[at].startswith("ل")):
            continue
        sources = source_at(text, phrases_, at, end)
        if not sources:
            continue
        behind = sources[-1].last
        leads = i - first <= 1
        comma = next((k for k in range(behind, end) if text.texts[k] == "،"), None)
        content = ((comma + 1 if comma is not None else behind, end),) if leads else ((first, i),)
        saying = Saying(lemma=" ".join(words), certainty="reported")
        return _frame(text, (i, at), content, sources, saying, (i, behind))
    return None


def _headline(text: Text, phrases_: Phrases, first: int, end: int) -> Iterator[Frame]:
    """Reads "The army: 18 killed" and "Three killed - medical source"."""
    saying = Saying(lemma=":", certainty="reported")
    for k in range(first + 1, min(end - 1, first + HEADLINE)):
        if text.texts[k] == ":":
            found = source_at(text, phrases_, first, k)
            if found and found[-1].last == k and is_source(text, phrases_, first, k):
                yield _frame(text, (k, k + 1), ((k + 1, end),), found, saying, (first, k))
                return
            break
    for k in range(max(first + 3, end - HEADLINE), end - 1):
        if text.texts[k] in {"-", ":"}:
            found = source_at(text, phrases_, k + 1, end)
            if found and found[-1].last >= end - 1 and is_source(text, phrases_, k + 1, end):
                yield _frame(text, (k, k + 1), ((first, k),), found, saying, (k, end))
            return


def _frame(
    text: Text,
    cue: tuple[int, int],
    content: tuple[tuple[int, int], ...],
    sources: Sequence[Source],
    saying: Saying,
    about: tuple[int, int],
) -> Frame:
    """A frame with its chain; `about` are the words in which its channel may be told."""
    channel = saying.channel
    known = {plain(word): value for word, value in load("reporting")["channels"].items()}
    for k in range(*about):
        channel = known.get(taken_apart(text.texts[k]).rest, channel) if channel == "unknown" else channel
    for k in range(sources[-1].last if sources else about[1], min(len(text.words), about[1] + 6)):
        if text.words[k].is_sign or channel != "unknown":
            break
        channel = known.get(taken_apart(text.texts[k]).rest, channel)
    links = tuple(
        SourceLink(
            name=s.name,
            kind=s.kind,
            channel=channel if s is sources[-1] else "unknown",
            cue=text.between(*cue),
            joint=s.joint,
            named=s.named,
            span=(text.words[s.first].start, text.words[s.last - 1].end),
        )
        for s in sources
    )
    return Frame(cue, content, tuple(sources), links, saying.certainty, saying.lemma)


def _cut(frame: Frame, others: Sequence[Frame]) -> Frame:
    """The frame without the clauses of other speakers that follow in its sentence."""
    content: list[tuple[int, int]] = []
    for a, b in frame.content:
        later = (other.cue[0] for other in others if frame.cue[0] < other.cue[0] < b and _is_coordinated(other))
        content.append((a, max(a, min((b, *(cue for cue in later if a <= cue))))))
    return msgspec.structs.replace(frame, content=tuple(content))


def _is_coordinated(frame: Frame) -> bool:
    """Whether a frame's cue opens a clause beside the one before it: all verbs that carry what follows them."""
    return all(a > frame.cue[0] for a, _ in frame.content)
