"""Which country a report is likely about when it does not say, by the local institutions it names."""

from collections import Counter
from functools import cache

from crossbearing.ontology import listed
from crossbearing.places.text import Text


@cache
def hint_words() -> dict[str, tuple[str, ...]]:
    """Return the countries that each hinting word speaks for."""
    return listed("crossbearing.places", "data/hints.yaml", dict[str, tuple[str, ...]])


def hinted_countries(text: Text, home: str | None = None) -> dict[str, float]:
    """Return how strongly words of the text, and the outlet's country, speak for each country: 0 to 1.

    >>> from crossbearing.language import parse
    >>> from crossbearing.places.text import pieces
    >>> hinted_countries(pieces(parse("The sheriff said two sophomores had been arraigned.")))
    {'US': 1.0}
    """
    words = hint_words()
    votes: Counter[str] = Counter()
    for word in set(text.lower) & words.keys():
        for code in words[word]:
            votes[code] += 1
    if home:
        votes[home] += 2
    whole = max(2, sum(votes.values()))
    return {code: votes[code] / whole for code in sorted(votes)}
