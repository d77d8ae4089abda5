"""Words as PostgreSQL's index of words takes them: as lexemes with their places, without a parser of its own."""

from collections import Counter
from collections.abc import Iterator

from crossbearing.archive.database import Condition
from crossbearing.archive.words import Asked, Term

LONGEST = 100
"""Characters of a word that count: a lexeme has at most 2046 bytes, and a piece at most a mebibyte."""

PIECE = 2000
"""Words of a piece at most: PostgreSQL counts the places of 16383."""

TIMES = 255
"""How often one word may stand in a piece: PostgreSQL keeps so many places of each."""

OVERLAP = 40
"""Words that a piece shares with the next, so that a phrase of so many is found wherever it stands."""


def pieces(words: str) -> Iterator[str]:
    """Yield the words of a text, in pieces, each as a tsvector is written.

    >>> list(pieces("shells fell shells"))
    ["'shells':1,3 'fell':2"]
    """
    every = _lexemes(words)
    start = 0
    while start < len(every):
        end = _end(every, start)
        places: dict[str, list[int]] = {}
        for place, word in enumerate(every[start:end], 1):
            places.setdefault(word, []).append(place)
        yield " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())
        start = end if end == len(every) else end - OVERLAP


def _end(every: list[str], start: int) -> int:
    """Return where a piece that starts here must end."""
    times: Counter[str] = Counter()
    for at in range(start, min(start + PIECE, len(every))):
        times[every[at]] += 1
        if times[every[at]] > TIMES:
            return at
    return min(start + PIECE, len(every))


def condition(asked: Asked) -> Condition:
    """Return the condition that a report (p) has the words that are asked for, in whichever of its pieces."""
    told = "p.number {} (SELECT report FROM words WHERE body @@ ?::tsquery)"
    parts = [told.format("IN")] * len(asked.wanted) + [told.format("NOT IN")] * len(asked.unwanted)
    return f"({' AND '.join(parts)})", [_query(term) for term in (*asked.wanted, *asked.unwanted)]


def _query(term: Term) -> str:
    """Return a term as a tsquery is written.

    >>> _query(Term("jisr al shug", beginning=True))
    "'jisr' <-> 'al' <-> 'shug':*"
    """
    return " <-> ".join(f"'{word}'" for word in _lexemes(term.words)) + (":*" if term.beginning else "")


def _lexemes(words: str) -> list[str]:
    return [word[:LONGEST] for word in words.split()]
