"""Learns from GeoNames' alternate names which sounds stand for one another, and when the nearest spelling is right.

`python -m evaluation.places.learn_spelling` writes `sounds.csv` and `matching.csv` anew (a few minutes). Nothing is
learnt from the places that `spelling.py` measures with. Sounds: expectation maximisation over alignments (Ristad and
Yianilos 1998, "Learning string-edit distance"), each weight the log-odds against chance. Matching: logistic regression.
"""

import math
import random
from collections import Counter, defaultdict

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.optimize import minimize

from crossbearing.places import Gazetteer, matching
from crossbearing.places import sounds as hearing
from evaluation.places.spelling import COUNTRIES, SEED, alternates, answers, is_held_back
from evaluation.places.weights import write

LEARNT_FROM = tuple("AE AF AZ BH DZ EG IL IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN TR UA YE".split())
MOST_PAIRS = {"SY": 6000, "TR": 6000}
OTHERS = 2500
LONGEST = 16
ROUNDS = 6
LESSONS = 2500
Pair = tuple[str, str]


def pairs(gazetteer: Gazetteer) -> list[Pair]:
    """Return pairs of different spellings of one place as sounds, both ways round."""
    rng, out = random.Random(SEED), []  # noqa: S311 - a draw that is the same every time
    for country in LEARNT_FROM:
        forms: dict[int, list[str]] = defaultdict(list)
        for s in gazetteer.spellings(country):
            if not (country in COUNTRIES and is_held_back(s.place)):
                forms[s.place].append(s.key)
        found: list[Pair] = []
        for keys in forms.values():
            both = [(a, b) for i, a in enumerate(keys) for b in keys[i + 1 :]]
            near = [(a, b) for a, b in both if Levenshtein.normalized_similarity(a, b) >= 0.5]
            rng.shuffle(near)
            for a, b in near[:4]:
                x, y = hearing.sounds(a), hearing.sounds(b)
                if x != y and 0 < len(x) <= LONGEST and 0 < len(y) <= LONGEST and (x + y).isalpha():
                    found += [(x, y), (y, x)]
        rng.shuffle(found)
        out += found[: MOST_PAIRS.get(country, OTHERS)]
    return out


def _step(lessons: list[Pair], p: dict[Pair, float]) -> dict[Pair, float]:
    """One round: count each operation by how likely it is in each pair, then make probabilities of the counts."""
    counts: dict[Pair, float] = defaultdict(float)
    for x, y in lessons:
        n, m = len(x), len(y)
        ahead = np.zeros((n + 1, m + 1)).tolist()
        behind = np.zeros((n + 1, m + 1)).tolist()
        ahead[0][0] = behind[n][m] = 1.0
        for i in range(n + 1):
            for j in range(m + 1):
                if i:
                    ahead[i][j] += ahead[i - 1][j] * p[x[i - 1], ""]
                if j:
                    ahead[i][j] += ahead[i][j - 1] * p["", y[j - 1]]
                if i and j:
                    ahead[i][j] += ahead[i - 1][j - 1] * p[x[i - 1], y[j - 1]]
        for i in range(n, -1, -1):
            for j in range(m, -1, -1):
                share = ahead[i][j] / ahead[n][m]
                for di, dj in ((1, 0), (0, 1), (1, 1)):
                    if i + di <= n and j + dj <= m:
                        pair = (x[i] if di else "", y[j] if dj else "")
                        way = p[pair] * behind[i + di][j + dj]
                        behind[i][j] += way
                        counts[pair] += share * way
    both = {pair: (counts[pair] + counts[pair[1], pair[0]]) / 2 + 0.05 for pair in p}
    whole = sum(both.values())
    return {pair: count / whole for pair, count in both.items()}


def learn_sounds(lessons: list[Pair]) -> dict[Pair, float]:
    """Return the log-odds of each pair of sounds against chance."""
    signs = sorted({sign for x, y in lessons for sign in x + y})
    p = {(a, b): 1.0 if a == b else 0.01 for a in signs for b in signs}
    p |= {(a, ""): 0.05 for a in signs} | {("", a): 0.05 for a in signs}
    whole = sum(p.values())
    p = {pair: value / whole for pair, value in p.items()}
    for _ in range(ROUNDS):
        p = _step(lessons, p)
    often = Counter(sign for x, y in lessons for sign in x + y)
    chance = {sign: n / often.total() for sign, n in often.items()} | {"": 1.0}
    return {(a or hearing.GAP, b or hearing.GAP): math.log(v / (chance[a] * chance[b])) for (a, b), v in p.items()}


def learn_matching(gazetteer: Gazetteer) -> dict[str, float]:
    """Return the weights with which the likeliest place is taken for the right one."""
    pool = [q for c in COUNTRIES for q in alternates(gazetteer, c) if not is_held_back(q.place)]
    rows: list[dict[str, float]] = []
    right: list[float] = []
    seen: list[dict[str, float]] = []
    told = matching.match_features

    def listen(*args: object) -> list[tuple[str, float]]:
        features = told(*args)  # type: ignore[arg-type]
        seen.append(dict(features))
        return features

    matching.match_features = listen  # type: ignore[assignment]
    for query in random.Random(SEED).sample(pool, LESSONS):  # noqa: S311 - a draw that is the same every time
        seen.clear()
        found, gone = answers(gazetteer, query, (query.country,))
        labels = ([found[0].place == query.place] if found else []) + ([False] if gone else [])
        rows += seen
        right += [float(label) for label in labels]
    matching.match_features = told
    names = list(rows[0])
    x, y = np.array([[row[n] for n in names] for row in rows]), np.array(right)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        ridge = np.where(np.array(names) == "bias", 0.0, w)
        return np.logaddexp(0, -z * (2 * y - 1)).sum() + ridge @ ridge / 2, x.T @ (1 / (1 + np.exp(-z)) - y) + ridge

    return dict(zip(names, minimize(loss, np.zeros(len(names)), jac=True).x, strict=True))


def main() -> None:
    """Write both tables; the second builds on the first."""
    gazetteer = Gazetteer.open()
    learnt = learn_sounds(pairs(gazetteer))
    half = [(a, b, w) for (a, b), w in sorted(learnt.items()) if a <= b and a + b != 2 * hearing.GAP]
    write("sounds.csv", [(a, b, f"{w:.2f}") for a, b, w in half])
    hearing.pair_weights.cache_clear()
    hearing.itself.cache_clear()
    write("matching.csv", [(name, f"{w:.2f}") for name, w in learn_matching(gazetteer).items()])


if __name__ == "__main__":
    main()
