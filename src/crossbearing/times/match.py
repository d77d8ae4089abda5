"""Matches the rules against one stretch of words."""

import msgspec

from crossbearing.times.context import Context
from crossbearing.times.grammar import Pattern, Rule
from crossbearing.times.meaning import Meaning
from crossbearing.times.readings import READINGS, Got
from crossbearing.times.rules import beginning_with
from crossbearing.times.scan import Token

REACH = 4
"""Words to either side that a rule may look at."""
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD"})
"""Tags (Penn Treebank) of nouns and of what stands before them."""


class Piece(msgspec.Struct, frozen=True):
    """An expression found: its words (first and last index, exclusive), the rule that found it and what it means."""

    first: int
    last: int
    rule: Rule
    meaning: Meaning


def pieces(tokens: list[Token], first: int, last: int, context: Context) -> list[Piece]:
    """Return the expressions of a stretch of words from left to right, at each word the longest that holds."""
    found: list[Piece] = []
    begins: list[int] = []
    line = ""
    for token in tokens[first:last]:
        begins.append(len(line))
        line += token.low + " "
    index_at = {begin: index for index, begin in enumerate(begins)} | {len(line): len(begins)}
    index = 0
    while index < len(begins):
        piece = _best(tokens, first, index, line, begins, index_at, context)
        if piece is None:
            index += 1
            continue
        found.append(piece)
        context.note(tokens[piece.first].start, piece.meaning)
        index = piece.last - first
    return found


def _best(
    tokens: list[Token], first: int, index: int, line: str, begins: list[int], index_at: dict[int, int],
    context: Context,
) -> Piece | None:
    fits: list[tuple[int, int, Pattern, dict[str, str]]] = []
    for order, pattern in beginning_with(tokens[first + index].low, context.language):
        match = pattern.regex.match(line, begins[index])
        if match and match.end() > match.start():
            caught = {name: value for name, value in match.groupdict().items() if value is not None}
            fits.append((-match.end(), order, pattern, caught))
    fits.sort(key=lambda fit: fit[:2])
    for end, _, pattern, caught in fits:
        begin, stop = first + index, first + index_at[-end]
        context.at = tokens[begin].start
        context.before = "".join(token.low + " " for token in tokens[max(0, begin - REACH) : begin])
        context.after = "".join(token.low + " " for token in tokens[stop : stop + REACH])
        if not _holds(pattern.rule, tokens, begin, stop, context):
            continue
        meaning = READINGS[pattern.rule.reading](Got(context.words, caught, pattern.rule.given), context)
        if meaning:
            return Piece(begin, stop, pattern.rule, meaning)
    return None


def _holds(rule: Rule, tokens: list[Token], begin: int, stop: int, context: Context) -> bool:
    before = tokens[begin - 1].low if begin else ""
    after = tokens[stop].low if stop < len(tokens) else ""
    if (rule.after and before not in rule.after) or (rule.before and after not in rule.before):
        return False
    if before in rule.not_after or after in rule.not_before:
        return False
    if rule.capital and not _capital(tokens[begin:stop], context):
        return False
    if rule.direction and context.direction != rule.direction:
        return False
    if rule.tags or rule.noun:
        tag = context.around.tag(tokens[stop - 1].start)
        if (rule.tags and tag not in rule.tags) or (rule.noun and not tag.startswith("N")):
            return False
    if rule.before_noun and not (stop < len(tokens) and context.around.tag(tokens[stop].start) in NOMINAL):
        return False
    plural_follows = rule.not_before_plural and stop < len(tokens) and context.around.tag(tokens[stop].start) == "NNS"
    return not plural_follows


def _capital(span: list[Token], context: Context) -> bool:
    known = context.words
    names = known.months.keys() | known.weekdays.keys() | known.genitives.keys()
    return all(token.capital for token in span if token.low in names)
