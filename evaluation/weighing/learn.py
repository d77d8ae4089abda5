"""Learns the match weights between reports: `python -m evaluation.weighing.learn` (`--write` keeps them).

A logistic regression on labelled pairs, drawn to the weights of `starting.yaml`, which were set by hand; then the prior
under which the groups come out best. No chance plays a part: the same labels and readings give the same weights.
"""

import argparse
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import msgspec
import numpy as np
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from crossbearing.weighing import linking
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.notes import Ref
from crossbearing.weighing.settings import Scale, settings
from evaluation.weighing.groups import b_cubed
from evaluation.weighing.labelled import FOLDS, Corpus, LabelledPair, ecbplus, syria
from evaluation.weighing.table import write

HELD = 25.0
"""How strongly a weight is drawn to where it started: as much as so many pairs that speak for it."""
SHARE = {"syria/events": 1.0, "ecbplus/train": 0.5}
"""What a pair of each corpus counts: a pair of general news says less of news of a crisis."""
OURS = "syria/events"
"""The corpus of dated reports of one crisis, whose prior is kept."""
PRIORS = tuple(step / 4 for step in range(25))
"""Bits to add to the learnt prior, tried in turn."""
HARDLY = 0.004
"""B-cubed F1 by which a prior may be worse than the best and still be as good."""
Key = tuple[str, str]
"""Comparison and level."""
PRIOR: Key = ("prior", "")


class Starting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights to start from, and which levels must not fall."""

    prior: float
    levels: dict[str, dict[str, float]]
    ordered: dict[str, list[list[str]]]

    def weights(self) -> dict[Key, float]:
        """Return every weight by its comparison and level."""
        return {PRIOR: self.prior} | {(c, n): w for c, each in self.levels.items() for n, w in each.items()}


@cache
def starting() -> Starting:
    """Return the weights that were set by hand."""
    text = Path(__file__).with_name("starting.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Starting)


def learn(pairs: Sequence[LabelledPair]) -> dict[Key, float]:
    """Return the weights, in bits, under which the labels are likeliest, drawn to where they started."""
    # Pairs of another corpus are the same more or less often at large: a prior of its own, which is not kept.
    start = starting().weights() | {("prior", corpus): 0.0 for corpus in SHARE if corpus != OURS}
    keys = list(start)
    number = {key: i for i, key in enumerate(keys)}
    found = [(PRIOR, *pair.levels.items(), *own_prior(pair)) for pair in pairs]
    columns = [number[key] for each in found for key in each]
    ends = np.cumsum([0, *map(len, found)])
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(pairs), len(keys)))
    y = np.array([pair.same for pair in pairs], dtype=float)
    counts = np.array([SHARE[pair.corpus] * pair.counts for pair in pairs])
    begin = np.array([start[key] for key in keys]) * math.log(2)

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ theta
        off = theta - begin
        value = (counts * (np.logaddexp(0, z) - y * z)).sum() + HELD / 8 * off @ off
        return value, x.T @ (counts * (1 / (1 + np.exp(-z)) - y)) + HELD / 4 * off

    theta = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    often = Counter(key for pair in pairs for key in pair.levels.items())
    learnt = {key: float(theta[i]) / math.log(2) for key, i in number.items()}
    return {key: round(weight, 1) for key, weight in in_order(learnt, often).items() if key in starting().weights()}


def own_prior(pair: LabelledPair) -> list[Key]:
    """Return the prior of the corpus of a pair, beside that which is kept."""
    return [] if pair.corpus == OURS else [("prior", pair.corpus)]


def in_order(weights: Mapping[Key, float], often: Mapping[Key, int]) -> dict[Key, float]:
    """Return the weights with those of `ordered` levels evened out where they fall: neighbours take their mean."""
    out = dict(weights)
    for comparison, chains in starting().ordered.items():
        for chain in chains:
            blocks = [([level], often.get((comparison, level), 0) + HELD) for level in chain]
            means = [out[comparison, level] for level in chain]
            while any(a > b for a, b in pairwise(means)):
                i = next(i for i, (a, b) in enumerate(pairwise(means)) if a > b)
                (left, one), (right, two) = blocks[i], blocks[i + 1]
                blocks[i : i + 2] = [(left + right, one + two)]
                means[i : i + 2] = [(means[i] * one + means[i + 1] * two) / (one + two)]
            for (levels, _), mean in zip(blocks, means, strict=True):
                out |= {(comparison, level): mean for level in levels}
    return out


def scale_of(weights: Mapping[Key, float]) -> Scale:
    """Return the scale between reports with these weights."""
    words = settings().across.levels
    return Scale(
        prior=weights[PRIOR],
        levels={c: {n: (weights[c, n], said) for n, (_, said) in each.items()} for c, each in words.items()},
    )


def grouped(corpus: Corpus, weights: Mapping[Key, float]) -> float:
    """Return the B-cubed F1 of the groups that weights give, over the labelled accounts of a corpus."""
    chosen = msgspec.structs.replace(settings(), across=scale_of(weights))
    refs = [(account.report, i) for i, account in enumerate(corpus.accounts)]
    likes: dict[Ref, dict[Ref, float]] = {ref: {} for ref in refs}
    with patch.object(linking, "settings", lambda: chosen):
        held, known = dict(zip(refs, corpus.accounts, strict=True)), linking.Weights()
        for i, j in corpus.compared:
            first, second = refs[min(i, j)], refs[max(i, j)]
            weight = known.of(first, second, held)
            if weight > 0:
                likes[first][second] = weight
        groups = linking.group(refs, likes, held, known, Decisions())
    return b_cubed(corpus.told, [[i for _, i in group] for group in groups])


def with_prior(corpora: Sequence[Corpus], weights: dict[Key, float]) -> dict[Key, float]:
    """Return the weights with the middle of the priors under which the groups of the corpora come out hardly worse than
    best: which of these is best is chance.
    """
    worth = {}
    for added in PRIORS:
        changed = weights | {PRIOR: round(weights[PRIOR] + added, 2)}
        scores = [grouped(corpus, changed) for corpus in corpora]
        print(f"prior {changed[PRIOR]:+.2f}:", *(f"{c.name} {s:.3f}" for c, s in zip(corpora, scores, strict=True)))
        worth[changed[PRIOR]] = sum(scores) / len(scores)
    good = sorted(prior for prior, score in worth.items() if score >= max(worth.values()) - HARDLY)
    return weights | {PRIOR: good[len(good) // 2]}


def told_apart(pairs: Sequence[LabelledPair], weights: Mapping[Key, float]) -> str:
    """Return how well weights tell pairs apart, in words: precision and recall of those above 0."""
    said = [weights[PRIOR] + sum(weights[key] for key in pair.levels.items()) > 0 for pair in pairs]
    right = sum(yes and pair.same for yes, pair in zip(said, pairs, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(pair.same for pair in pairs))
    same = sum(pair.same for pair in pairs)
    return f"precision {precision:.3f}, recall {recall:.3f} of {len(pairs)} pairs, {same} the same"


def main() -> None:
    """Learn, say how well pairs are told apart that were left out of learning, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in the room's table")
    asked = parser.parse_args()
    corpora = [syria(), ecbplus()]
    pairs = [pair for corpus in corpora for pair in corpus.pairs]
    held_out = [learn([p for p in pairs if p.fold != fold]) for fold in range(FOLDS)]
    for corpus in corpora:
        folds = [[p for p in corpus.pairs if p.fold == fold] for fold in range(FOLDS)]
        for name, each in (("held out", held_out), ("set by hand", [starting().weights()] * FOLDS)):
            joined = [f"{told_apart(part, weights)}" for part, weights in zip(folds, each, strict=True) if part]
            print(f"{corpus.name}, {name}:", *joined, sep="\n  ")
    weights = with_prior(corpora, learn(pairs))
    if asked.write:
        write(scale_of(weights))


if __name__ == "__main__":
    main()
