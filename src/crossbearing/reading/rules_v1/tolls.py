"""Which of several words of harm in a sentence a count belongs to: "kill 5 injure 50", "nine died, among them a child,
and six were hurt".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.number_words import Number, number_words

HARM = frozenset({"killing", "injury"})
INCLUDING = frozenset({"including", "among", "include", "mostly"})
SAME_IN_PAST = frozenset({"hurt", "hit"})
"""Verbs whose form does not show whether those harmed stand before or behind them."""
BEFORE_A_COUNT = frozenset(
    {
        "at", "least", "most", "more", "than", "some", "about", "around", "nearly", "over", "up", "to", "as", "many",
        "another", "the", "life", "lives", "of", "almost", "further",
    }
)  # fmt: skip
"""Words that may stand between a verb and the count of those it harms."""
ASIDE = frozenset({",", "(", "-", "--", "–", "—"})
"""Marks with which a word on some of those counted begins."""
NEAR_OBJECT = 3
LONGEST_PART = 14
"""Tokens behind "including" in which parts of a whole are told."""


LONGEST_STATE = 5
"""Tokens behind "with" or "in" that tell how people are: "in serious but stable condition"."""


def is_active(happening: Happening) -> bool:
    """Whether the form of a verb of harm shows that those harmed stand behind it ("kill", "injuring")."""
    if happening.kind not in HARM or happening.trigger.part != "verbs" or happening.trigger.entry.patient != "object":
        return False
    word, lemma = happening.token.lower_, happening.trigger.lemma
    present = word.endswith("ing") or (word in {lemma, f"{lemma}s"} and lemma not in SAME_IN_PAST)
    return present or _has_count_for_object(happening.token)


def _has_count_for_object(token: Token) -> bool:
    """Whether a verb in the past has a bare count right behind it and none before it: "blasts killed 10 injured 16"."""
    doc, at = token.doc, token.i
    if at + 1 >= len(doc) or not at or token.tag_ != "VBD" or not doc[at + 1].like_num:
        return False
    counted = any(doc[i].like_num for i in range(max(0, at - NEAR_OBJECT), at))  # "10 civilians killed 15 injured"
    return not counted and doc[at - 1].pos_ != "AUX" and not any(c.dep_ == "auxpass" for c in token.children)


def governs(happening: Happening, number: Number) -> bool:
    """Whether a count stands right behind an active verb of harm: those whom it kills or hurts."""
    doc, at = happening.token.doc, happening.token.i
    return (
        is_active(happening)
        and at < number.first
        and all(doc[i].lower_ in BEFORE_A_COUNT for i in range(at + 1, number.first))
    )


def told_apart(happening: Happening, numbers: Sequence[Number], others: Sequence[Happening]) -> set[int]:
    """Return the first tokens of counts that are surely another's: they stand before an active verb of harm, or right
    behind another one, or before one that stands before this one's own count ("nine were killed and 12 were injured").

    `numbers` are those of a sentence in its order.
    """
    at = happening.token.i
    firsts = [n.first for n in numbers]
    harming = [o for o in others if o.token.i != at and o.kind in HARM]
    end = at if is_active(happening) else 0
    if happening.kind in HARM:
        before = (o.token.i for o in harming if o.token.i < at and _counts_before(o, at, firsts, numbers, others))
        end = max(end, max(before, default=0))
    out = set(firsts[: bisect_left(firsts, end)])
    for o in harming:
        if is_active(o):
            out.update(firsts[bisect_right(firsts, o.token.i) : bisect_right(firsts, _reach_of(o))])
    return out


def _counts_before(
    happening: Happening, end: int, firsts: Sequence[int], numbers: Sequence[Number], others: Sequence[Happening]
) -> bool:
    """Whether a count behind a word of harm, before some token, is of none of the parts told of those it harms."""
    begin, stop = bisect_right(firsts, happening.token.i), bisect_left(firsts, end)
    if begin >= stop:
        return False
    parts = parts_told(happening, numbers, others)
    return any(first not in parts for first in firsts[begin : min(stop, begin + len(parts) + 1)])


def _reach_of(happening: Happening) -> int:
    """The last token at which a count stands right behind a word of harm."""
    doc, i = happening.token.doc, happening.token.i + 1
    while i < len(doc) and doc[i].lower_ in BEFORE_A_COUNT:
        i += 1
    return i


def parts_told(happening: Happening, numbers: Sequence[Number], others: Sequence[Happening]) -> range:
    """Return the tokens behind "including" or "among them" in which parts of those harmed are told; empty without.

    They end before the count that belongs to the next verb.
    """
    token = happening.token
    end = token.sent.end
    if happening.kind not in HARM:
        return range(0)
    rises = token.dep_ == "nsubj" and token.head.lemma_ in number_words()["rising"]  # "the toll rose to 9, including"
    begin = max(token.i, token.head.i) if rises else token.i
    opening = next((t.i for t in token.doc[begin + 1 : end] if t.lower_ in INCLUDING or _tells(t)), None)
    if opening is None or token.doc[opening].lower_ not in INCLUDING:
        return range(0)
    harming = {o.token.i: o for o in others if o.kind in HARM and o.token.i != token.i}
    stop = next(
        (t.i for t in token.doc[opening + 1 : end] if t.i in harming or _tells(t)), min(end, opening + LONGEST_PART)
    )
    following = harming.get(stop)
    own = following is not None and any(
        stop < n.first <= stop + NEAR_OBJECT or governs(following, n) for n in numbers
    )  # "... and wounded 22": what stands before is none of its own
    before = [n.first for n in numbers if opening < n.first < stop]
    closing = stop < end and stop < opening + LONGEST_PART and not own
    return range(opening + 1, before[-1] if before and closing else stop)


def live(counted: Token | None) -> bool:
    """Whether those counted live, hurt: "one man dead and six others with wounds", "two in critical condition"."""
    if counted is None:
        return False
    behind = counted.doc[counted.i + 1 : counted.i + 2].text.lower()
    told = counted.doc[counted.i + 2 : min(counted.i + 2 + LONGEST_STATE, counted.sent.end)]
    return behind in {"with", "in"} and any(t.lemma_.lower() in number_words()["hurts"] for t in told)


def how_some_fared(number: Number, doc: Doc) -> bool:
    """Whether a number tells how some of those counted before it fared: "hurting nine people, one seriously",
    "nine were hurt -- one in critical condition".
    """
    before = doc[number.first - 1 : number.first].text
    behind = doc[number.last + 1 : number.last + 2]
    badly = any(t.tag_ == "RB" and t.lower_.endswith("ly") for t in behind)
    return before in ASIDE and (badly or live(doc[number.last]))


def _tells(token: Token) -> bool:
    """Whether a token opens another clause of its own."""
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.lower_ not in INCLUDING)
