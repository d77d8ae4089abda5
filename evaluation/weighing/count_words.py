"""Counts how common words are in news: `python -m evaluation.weighing.count_words` writes the room's table.

Counted over the texts under CC BY that the match weights may be learnt from (`evaluation.places.corpora.NEWS`).
"""

import math
import re
import textwrap
from collections import Counter, defaultdict

from crossbearing.weighing.words import stems
from evaluation.measure import ROOT
from evaluation.places.corpora import news

TABLE = ROOT / "src" / "crossbearing" / "weighing" / "common_words.yaml"
RAREST = 250
"""A word that stands in fewer than one of so many reports of every kind of news is left out."""
FEWEST_SUBJECTS = 2
"""A word of fewer subjects is left out, so that names of one happening or conflict are, unless it is written small."""
MOST_CAPITALS = 0.1
"""Share of capitals, behind words written small, up to which a word is no name ("terrorist", "besieged")."""
BEHIND_SMALL = re.compile(r"(?<=\s)[a-z]+,? (?=([^\W\d_]+))")
"""What a word that is looked at stands behind: titles, where all words have capitals, and beginnings tell nothing."""
HEAD = """\
# How common words are in news: bits of surprise (minus log2 of the share of reports in which a word stands), the least
# over several kinds of news, for words that stand in at least 1 of {rarest} reports of one kind, and in at least
# {subjects} subjects or nearly always written small. A word that is not here counts as rare. Words are stemmed as in
# words.py. Written by `python -m evaluation.weighing.count_words`, over ECB+ (CC BY 3.0) and FA-KES (CC BY 4.0).
"""


def main() -> None:
    """Count, and write the table."""
    shares: defaultdict[str, float] = defaultdict(float)
    subjects: defaultdict[str, set[str]] = defaultdict(set)
    written: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for kind, texts in news().items():
        in_reports: Counter[str] = Counter()
        for text_id, text in texts.items():
            words = {word for word in stems(text) if len(word) > 1 and not word.isdigit()}
            in_reports.update(words)
            for word in words:
                subjects[word].add(_subject(kind, text_id))
            for match in BEHIND_SMALL.finditer(text):
                for word in stems(match[1]):
                    written[word] += 1
                    capitals[word] += match[1][0].isupper()
        for word, n in in_reports.items():
            shares[word] = max(shares[word], n / len(texts))
    table: defaultdict[int, list[str]] = defaultdict(list)
    for word, share in sorted(shares.items()):
        small = written[word] > 0 and capitals[word] <= MOST_CAPITALS * written[word]
        if (small or len(subjects[word]) >= FEWEST_SUBJECTS) and share >= 1 / RAREST:
            table[round(-math.log2(share))].append(word)
    rows = ((bits, textwrap.fill(" ".join(words), 118)) for bits, words in sorted(table.items()))
    body = "".join(f"{bits}: >-\n{textwrap.indent(words, '  ')}\n" for bits, words in rows)
    TABLE.write_text(HEAD.format(rarest=RAREST, subjects=FEWEST_SUBJECTS) + body, encoding="utf-8")
    print(f"{sum(map(len, table.values()))} words")


def _subject(kind: str, text_id: str) -> str:
    """What a text is about: ECB+ names its topic first in the id; the others are of one subject each."""
    return text_id.split("_", maxsplit=1)[0] if kind == "ecbplus" else kind


if __name__ == "__main__":
    main()
