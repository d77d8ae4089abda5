"""Lists the words that news writes in lower case: `python -m evaluation.places.count_words` writes the room's table."""

import re
from collections import Counter

from evaluation.places.corpora import read
from evaluation.places.weights import write_words

FEWEST_ARTICLES = 2
SHARE = 0.25
"""Least share of lower case, beside capitals inside a sentence, for a word to be a common one."""


def main() -> None:
    """Count, and write the list."""
    articles: Counter[str] = Counter()
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for marked in (one for texts in read().values() for one in texts):
        words = [token for token in marked.doc if re.fullmatch(r"[A-Za-z]+", token.text)]
        lower = [token.text for token in words if token.text.islower()]
        small.update(lower)
        articles.update(set(lower))
        capital.update(
            token.lower_ for token in words
            if token.is_title and token.i and not token.is_sent_start and not token.nbor(-1).is_title
        )
    common = {w for w, n in articles.items() if n >= FEWEST_ARTICLES and small[w] >= SHARE * capital[w]}
    write_words("common_words.txt", sorted(common))
    print(f"{len(common)} words")


if __name__ == "__main__":
    main()
