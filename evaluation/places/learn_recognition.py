"""Learns what each piece of evidence for a place name weighs: `python -m evaluation.places.learn_recognition`.

Logistic regression on the news corpora and, at half their weight, re3d. Every text is used twice: as it is, and (at
three tenths) with half of its towns hidden from the gazetteer, so that names nobody knows are learnt from context. It
is fitted three times, since how a name's other mentions are judged is evidence itself. `--write` keeps the weights.
"""

import argparse
import zlib
from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from crossbearing.places import Gazetteer, recognise
from crossbearing.places.evidence import evidence, gazetteer_class
from crossbearing.places.people import find_people
from crossbearing.places.recognise import Found
from crossbearing.places.segment import Segment
from crossbearing.places.segments import segments
from crossbearing.places.text import Text, pieces
from evaluation.places.corpora import CONFLICT, NEWS, Marked, overlap, read
from evaluation.places.weights import write

HIDDEN_WEIGHT, HIDDEN_SHARE, CONFLICT_WEIGHT = 0.3, 50, 0.5
RAREST = 8
ROUNDS = 3
DESCRIBED = {"right description unknown": 3.0, "right description town": 1.5, "right description big": 1.5}
"""Least weights of a description beside a name, which news from peaceful places hardly holds; set by hand."""
Weights = dict[str, float]
Lesson = tuple[list[str], bool]


def lessons(marked: Marked, gazetteer: Gazetteer, weights: Weights, *, hide: bool) -> list[Lesson]:
    """Return the evidence of each segment of a text, and whether it is marked as a place."""
    text = pieces(marked.doc)
    parts = [p for p in segments(text, gazetteer) if p.tail != "organisation" and not recognise.is_group(text, p)]
    if hide:
        for part in parts:
            if gazetteer_class(part) in ("small", "middle", "big") and _is_hidden(marked.id, part):
                part.candidates = ()
    people = find_people(text, parts)
    looked_at = [Found(part, 0.0, evidence(text, part, people)) for part in parts]
    if weights:
        recognise.weights = lambda: weights  # type: ignore[assignment]
        for one in looked_at:
            one.score = recognise.weigh(one.evidence)
        if not hide:
            promising = [one for one in looked_at if one.score > recognise.PROMISING]
            recognise.respell(text, promising, gazetteer, recognise.countries_named(parts, gazetteer, ()), people)
        recognise.judge_together(looked_at)
    labelled = ((one.evidence, _label(text, one.segment, marked)) for one in looked_at)
    return [(reasons, label) for reasons, label in labelled if label is not None]


def _is_hidden(text_id: str, part: Segment) -> bool:
    return zlib.crc32((text_id + part.key).encode()) % 100 < HIDDEN_SHARE


def _label(text: Text, part: Segment, marked: Marked) -> bool | None:
    """Whether a segment is a place; None where that is left open, or where a longer name around it is the place."""
    span = (text.start[part.first], text.end[part.last - 1])
    touched = [t for t in marked.toponyms if overlap(span, (t.start, t.end))]
    if any(not t.ignore and not (part.inside and t.end - t.start > span[1] - span[0] + 2) for t in touched):
        return True
    return None if touched else False


def fit(weighted: list[tuple[float, list[Lesson]]]) -> Weights:
    """Return the log-odds of each piece of evidence that is common enough; each corpus counts the same."""
    counts = Counter(reason for _, rows in weighted for reasons, _ in rows for reason in reasons)
    number = {reason: i for i, reason in enumerate(sorted(r for r, n in counts.items() if n >= RAREST))}
    columns: list[int] = []
    ends, right, share = [0], [], []
    for weight, rows in weighted:
        for reasons, label in rows:
            columns += [number[r] for r in reasons if r in number]
            ends.append(len(columns))
            right.append(float(label))
            share.append(10_000 * weight / max(1, len(rows)))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(number)))
    y, w = np.array(right), np.array(share)

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z, ridge = x @ theta[:-1] + theta[-1], theta[:-1]
        wrong = w * (1 / (1 + np.exp(-z)) - y)
        value = (w * np.logaddexp(0, -z * (2 * y - 1))).sum() + ridge @ ridge / 2
        return value, np.append(x.T @ wrong + ridge, wrong.sum())

    theta = minimize(loss, np.zeros(len(number) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    learnt = {reason: float(theta[i]) for reason, i in number.items()} | {"bias": float(theta[-1])}
    return learnt | {reason: max(least, learnt.get(reason, 0.0)) for reason, least in DESCRIBED.items()}


def main() -> None:
    """Learn, and write the table where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in the room's table")
    asked = parser.parse_args()
    gazetteer = Gazetteer.open()
    texts = {name: read(name) for name in (*NEWS, CONFLICT)}
    weights: Weights = {}
    for _ in range(ROUNDS):
        weighted = []
        for name, marked in texts.items():
            own = CONFLICT_WEIGHT if name == CONFLICT else 1.0
            for hide in (False, True):
                rows = [row for one in marked for row in lessons(one, gazetteer, weights, hide=hide)]
                weighted.append((own * (HIDDEN_WEIGHT if hide else 1.0), rows))
        weights = fit(weighted)
    print(f"{len(weights)} weights")
    if asked.write:
        rest = sorted((reason, f"{w:.2f}") for reason, w in weights.items() if reason != "bias")
        write("recognition.csv", [("bias", f"{weights['bias']:.2f}"), *rest])


if __name__ == "__main__":
    main()
