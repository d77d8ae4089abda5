"""Learns what each piece of evidence for a place name weighs: `python -m evaluation.places.learn_recognition --write`.

Logistic regression on texts whose licences allow it (`corpora.py`). Every text is used twice: as it is, and (at three
tenths) with half of its towns and provinces hidden from the gazetteer, so that names nobody knows are learnt from
context; whether they are places is told by all that was known of them. It is fitted three times, since how a name's
other mentions are judged is evidence itself. What stands beside a name weighs much the same for names of all classes:
each such weight is a common part and a class's own, both held near zero.
"""

import argparse
import zlib
from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from crossbearing.actors import names_body
from crossbearing.places import Gazetteer, recognise
from crossbearing.places.evidence import evidence, gazetteer_class
from crossbearing.places.people import find_people
from crossbearing.places.recognise import Found
from crossbearing.places.segments import segments
from crossbearing.places.text import pieces
from evaluation.places.corpora import Marked, read
from evaluation.places.labels import label
from evaluation.places.weights import write

HIDDEN_WEIGHT, HIDDEN_SHARE = 0.3, 50
HIDEABLE = ("small", "middle", "big", "province")
"""Classes of names of which half are hidden."""
RAREST = 3
ROUNDS = 3
SIZE = 3000
"""Lessons that each corpus counts as, however many it holds."""
OWN_RIDGE, COMMON_RIDGE = 1.0, 0.3
CLASSES = (
    "unknown", "town", "big", "province", "country", "demonym", "region", "street", "water", "land", "facility", "way",
    "abbreviation",
)
AT_LEAST = {
    "right description unknown": 3.0, "right description town": 1.5, "right description big": 1.5,
    "lies in the next": 3.0, "right near unknown": 2.5, "right near town": 1.5,
    "left feature of unknown": 3.3, "left compass of unknown": 1.4, "left held unknown": 2.0,
    "left attack unknown": 1.5, "left compass unknown": 1.4, "left place verb unknown": 1.3,
    "listed with likely unknown": 1.8,
}
AT_MOST = {"head noun itself": -2.0}
"""Bounds set by hand: a name that the text calls or describes as a place, puts before its area or tells to be held,
attacked or entered is one, and a noun for a body by itself is none; news holds too few names of the first sort that no
gazetteer knows, and programs that mark names are misled by the second."""
Weights = dict[str, float]
Lesson = tuple[list[str], bool]


def lessons(marked: Marked, gazetteer: Gazetteer, weights: Weights, *, hide: bool) -> list[Lesson]:
    """Return the evidence of each segment of a text, and whether it is a place."""
    text = pieces(marked.doc)
    parts = recognise.may_be_places(text, segments(text, gazetteer), names_body)
    about = recognise.countries_named(parts, gazetteer, ())
    known_people = find_people(text, parts)
    told = [label(text, part, marked, about, known_people) for part in parts]  # by all that is known, also where hidden
    if hide:
        for part in parts:
            if gazetteer_class(part) in HIDEABLE and _is_hidden(marked.id, part.key):
                part.candidates = ()
    people = find_people(text, parts)
    looked_at = [Found(part, 0.0, evidence(text, part, people)) for part in parts]
    if weights:
        recognise.weights = lambda: weights  # type: ignore[assignment]
        for one in looked_at:
            one.score = recognise.weigh(one.evidence)
        if not hide:
            promising = [one for one in looked_at if one.score > recognise.PROMISING]
            recognise.respell(text, promising, gazetteer, about, people)
        recognise.judge_lists(text, looked_at)
        recognise.judge_together(looked_at)
    return [(one.evidence, is_place) for one, is_place in zip(looked_at, told, strict=True) if is_place is not None]


def _is_hidden(text_id: str, key: str) -> bool:
    return zlib.crc32((text_id + key).encode()) % 100 < HIDDEN_SHARE


def common_part(reason: str) -> str | None:
    """Return what a piece of evidence says of names of any class; null where it tells of no context.

    >>> common_part("left where the town"), common_part("kind town")
    ('left where the ', None)
    """
    context, _, kind = reason.rpartition(" ")
    return context + " " if kind in CLASSES and not context.startswith(("kind", "inside")) else None


def fit(weighted: list[tuple[float, list[Lesson]]]) -> Weights:
    """Return the log-odds of each piece of evidence that is common enough; each corpus counts the same."""
    counts = Counter(reason for _, rows in weighted for reasons, _ in rows for reason in reasons)
    own = sorted(reason for reason, n in counts.items() if n >= RAREST)
    common = sorted({part for reason in own if (part := common_part(reason))})
    number = {reason: i for i, reason in enumerate((*own, *common))}
    columns: list[int] = []
    ends, right, share = [0], [], []
    for weight, rows in weighted:
        for reasons, told in rows:
            known = [r for r in reasons if r in number]
            columns += [number[r] for r in known] + [number[p] for r in known if (p := common_part(r))]
            ends.append(len(columns))
            right.append(float(told))
            share.append(SIZE * weight / max(1, len(rows)))
    x = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(right), len(number)))
    y, w = np.array(right), np.array(share)
    ridge = np.array([OWN_RIDGE] * len(own) + [COMMON_RIDGE] * len(common))

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ theta[:-1] + theta[-1]
        wrong = w * (1 / (1 + np.exp(-z)) - y)
        value = (w * np.logaddexp(0, -z * (2 * y - 1))).sum() + (ridge * theta[:-1] ** 2).sum() / 2
        return value, np.append(x.T @ wrong + ridge * theta[:-1], wrong.sum())

    theta = minimize(loss, np.zeros(len(number) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    learnt = {part + kind: float(theta[number[part]]) for part in common for kind in CLASSES}
    for reason in own:
        learnt[reason] = learnt.get(reason, 0.0) + float(theta[number[reason]])
    learnt["bias"] = float(theta[-1])
    learnt |= {reason: max(least, learnt.get(reason, 0.0)) for reason, least in AT_LEAST.items()}
    return learnt | {reason: min(most, learnt.get(reason, 0.0)) for reason, most in AT_MOST.items()}


def main() -> None:
    """Learn, and write the table where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in the room's table")
    asked = parser.parse_args()
    gazetteer, texts = Gazetteer.open(), read()
    weights: Weights = {}
    for _ in range(ROUNDS):
        weighted = []
        for marked in texts.values():
            for hide in (False, True):
                rows = [row for one in marked for row in lessons(one, gazetteer, weights, hide=hide)]
                weighted.append((HIDDEN_WEIGHT if hide else 1.0, rows))
        weights = fit(weighted)
    print(f"{len(weights)} weights")
    if asked.write:
        rest = sorted((reason, f"{w:.2f}") for reason, w in weights.items() if reason != "bias")
        write("recognition.csv", [("bias", f"{weights['bias']:.2f}"), *rest])


if __name__ == "__main__":
    main()
