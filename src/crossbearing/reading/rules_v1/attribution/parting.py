"""Where one source's words end and another's begin within a sentence."""

from bisect import bisect_left

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.text import Range, Text

OUTER = frozenset({"clause before", "quote before", "as said", "according to", "clause around"})
"""Rules of frames that stand as a parenthesis: their own words are nobody else's content."""
CONTRASTING = frozenset({"while", "whilst", "whereas", "but", "though", "although", "and", ";"})


def part_contents(text: Text, drafts: list[Draft]) -> None:
    """Cut contents in place, of frames in the order of their heads: no one's content holds the parenthesis "S said" of
    another, nor what a second source with words of its own says behind "while", "but" or "and" ("police said A, while
    activists said B").
    """
    heads = [draft.head for draft in drafts]
    for outer in drafts:
        if outer.rule in OUTER and outer.sources and outer.content:
            hole = _words_of(outer)
            first = bisect_left(heads, min(a for a, _ in outer.content))
            for draft in drafts[first : bisect_left(heads, max(b for _, b in outer.content))]:
                if outer.rule == "according to" and draft.rule == "clause before" and draft.head > outer.head:
                    continue  # "According to S, C, O reports": S is a part of what O tells
                if draft is not outer and _inside(outer.head, draft.content) and _inside(draft.head, outer.content):
                    draft.content = [p for c in draft.content for p in text.cut(c, [hole])]
    telling = [draft for draft in drafts if draft.rule == "verb clause" and draft.claims]
    second = [(other, _begins_anew(text, other)) for other in telling if other.sources]
    anew = [(other, begin) for other, begin in second if begin is not None]
    for draft in telling:
        for other, begin in anew:
            if (
                other.head > draft.head
                and _inside(begin, draft.content)
                and text.quote(begin) is text.quote(draft.head)
            ):
                draft.content = [p for c in draft.content for p in text.cut(c, [(begin, max(begin + 1, c[1]))])]


def _words_of(draft: Draft) -> Range:
    return min(draft.cue[0], *(s[0] for s in draft.sources)), max(draft.cue[1], *(s[1] for s in draft.sources))


def _inside(i: int, content: list[Range]) -> bool:
    return any(a <= i < b for a, b in content)


def _begins_anew(text: Text, draft: Draft) -> int | None:
    """The conjunction right before a source that is no pronoun, if there is one."""
    start = min(s[0] for s in draft.sources)
    if start >= draft.cue[0] or text.whole[start].pos_ == "PRON" or start == 0:
        return None
    return start - 1 if text.whole[start - 1].lower_ in CONTRASTING else None


def take_over(text: Text, citing: Draft, drafts: list[Draft]) -> None:
    """Give "citing S" the content of the frame it hangs on: S stands behind all that the one who cites says."""
    token = text.whole[citing.head]
    above = [d for d in drafts if d is not citing and d.claims and text.whole[d.head].is_ancestor(token) and d.content]
    if above:
        words = _words_of(citing)
        citing.content = [p for c in max(above, key=lambda d: d.head).content for p in text.cut(c, [words])]
