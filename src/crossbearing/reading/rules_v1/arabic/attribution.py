"""Who says what in Arabic: finds the frames of a text by the words of saying."""

from collections.abc import Iterator, Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.affixes import is_verbal_noun
from crossbearing.reading.rules_v1.arabic.data import listed, phrases, plain
from crossbearing.reading.rules_v1.arabic.frames import Frame, cut, framed
from crossbearing.reading.rules_v1.arabic.lexicon import Saying, heads, relays, sayings, taken_apart, triggers
from crossbearing.reading.rules_v1.arabic.phrases import Phrases, is_that
from crossbearing.reading.rules_v1.arabic.sources import Source, gives_a_name, is_source, last_named, source_at
from crossbearing.reading.rules_v1.arabic.text import QUIET, Text

REACH = 16
"""Words behind a verb of saying within which "that" must stand."""
HEADLINE = 8
"""Words that a source before a colon at the head of a sentence may have."""


def find_frames(text: Text, phrases_: Phrases) -> tuple[Frame, ...]:
    """Return the frames of attribution of a text, in order of their cues."""
    out: list[Frame] = []
    last: tuple[Source, ...] = ()
    for first, end in sentences(text):
        found = sorted(_of_sentence(text, phrases_, first, end, last), key=lambda f: f.cue)
        for frame in found:
            out.append(cut(frame, found))
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
        frame = framed(text, (i, i + 1), ((that + 1, end),), sources, saying, (i, that))
        return msgspec.structs.replace(frame, of_self=text.texts[that] not in listed("reporting", "that"))
    colon = _colon(text, behind, end)
    if colon is not None:
        return framed(text, (i, i + 1), ((colon + 1, end),), sources or last, saying, (i, colon))
    if saying.lemma in listed("reporting", "of_someone") and _is_accused(text, sources, end):
        whom = _second_party(text, i + 1, behind)
        speakers = source_at(text, phrases_, i + 1, whom) or _before(text, phrases_, first, i)
        if not speakers and taken_apart(text.texts[i]).conjunction:  # "... and accused the army of"
            speakers = last
        frame = framed(text, (i, i + 1), ((behind, end),), speakers, saying, (i, i + 1))
        return msgspec.structs.replace(frame, accused=(whom, behind))
    if sources and _is_trailing(text, first, i):
        return framed(text, (i, i + 1), ((first, i),), sources, saying, (i, end))
    if sources and _names_happening(text, behind, end):
        return framed(text, (i, i + 1), ((behind, end),), sources, saying, (i, behind))
    if not sources and taken_apart(text.texts[i]).rest in sayings() and _names_happening(text, i + 1, end):
        before = _before(text, phrases_, first, i)
        if not before and taken_apart(text.texts[i]).conjunction:
            before = last
        return framed(text, (i, i + 1), ((i + 1, end),), before, saying, (i, i + 1)) if before else None
    return None


def _colon(text: Text, i: int, end: int) -> int | None:
    """The colon before what is said: right behind who says it, or before a quote behind where and how it was said."""
    for k in range(i, min(end, i + HEADLINE)):
        if text.texts[k] == ":":
            return k if k == i or (k + 1 < end and text.texts[k + 1] in QUIET) else None
        if text.words[k].is_sign and text.texts[k] not in QUIET:
            return None
    return None


def _is_accused(text: Text, sources: Sequence[Source], end: int) -> bool:
    """Whether the only party behind a verb of accusing is the one accused: the deed follows at once ("of shelling")."""
    behind = sources[-1].last if len(sources) == 1 else end
    if behind >= end:
        return False
    way = taken_apart(text.texts[behind])
    return way.preposition == "ب" and (is_verbal_noun(way.rest) or _has_noun(way.rest))


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
        if _has_noun(way.rest):
            return True
    return False


def _has_noun(word: str) -> bool:
    """Whether a normalised word without clitics is a noun of a happening."""
    return any(t.part == "nouns" for t in triggers().get(word, ()))


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
    return framed(text, (i, i + 1), ((that + 1, end),), (*carrier, *quoted), saying, (i, that))


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
        return framed(text, (i, at), content, sources, saying, (i, behind))
    return None


def _headline(text: Text, phrases_: Phrases, first: int, end: int) -> Iterator[Frame]:
    """Reads "The army: 18 killed" and "Three killed - medical source"."""
    saying = Saying(lemma=":", certainty="reported")
    for k in range(first + 1, min(end - 1, first + HEADLINE)):
        if text.texts[k] == ":":
            found = source_at(text, phrases_, first, k)
            if found and found[-1].last == k and is_source(text, phrases_, first, k):
                yield framed(text, (k, k + 1), ((k + 1, end),), found, saying, (first, k))
                return
            break
    for k in range(max(first + 3, end - HEADLINE), end - 1):
        if text.texts[k] in {"-", ":"}:
            found = source_at(text, phrases_, k + 1, end)
            if found and found[-1].last >= end - 1 and is_source(text, phrases_, k + 1, end):
                yield framed(text, (k, k + 1), ((first, k),), found, saying, (k, end))
            return
