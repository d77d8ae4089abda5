"""Learns what each feature of a candidate weighs: `python -m evaluation.places.learn_resolution` (`--write` keeps it).

A conditional logit over the candidates of each recognised name, on the news corpora; what a text's other names mean is
what the weights of the round before choose. Local news of towns that share a famous name counts half, since most
reports are not like that. Weights that news within a country cannot teach are set by hand (`FIXED`).
"""

import argparse
from collections import Counter, defaultdict

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from crossbearing.places import Gazetteer, distance_km, resolve
from crossbearing.places.context import Name, gather_names, with_provinces
from crossbearing.places.entry import Candidate
from crossbearing.places.hints import hinted_countries
from crossbearing.places.recognise import recognise
from crossbearing.places.surroundings import Choice, Surroundings
from crossbearing.places.text import pieces
from evaluation.places.corpora import NEWS, Marked, Toponym, overlap, read
from evaluation.places.weights import write

NEAR_KM = 161.0
"""Distance within which an answer is right: a hundred miles, as these corpora are scored."""
ROUNDS = 3
ALONE_WEIGHT = 0.3
SHARE = {"lgl": 0.5}
FIXED = {"seat of a small province": 1.5, "called so": 3.0, "called a province": 6.0}
"""Town and province of one name lie within a hundred miles, so that these corpora cannot tell them apart."""
START = {"population": 1.0, "country": 3.0, "inside": 5.0, "province share": 3.0, "near": 0.5, "country share": 2.0}
Features = list[tuple[str, float]]


class Report:
    """One text: its names, what they are marked to mean (with how often), and its hints."""

    def __init__(self, corpus: str, marked: Marked, gazetteer: Gazetteer) -> None:
        text = pieces(marked.doc)
        found = recognise(text, gazetteer)
        self.corpus, self.hints = corpus, hinted_countries(text)
        self.names: list[Name] = gather_names(text, found)
        self.meant: list[Counter[Toponym]] = []
        for name in self.names:
            name.candidates = with_provinces(name, gazetteer)
            spans = [(text.start[found[i].segment.first], text.end[found[i].segment.last - 1]) for i in name.found]
            self.meant.append(Counter(
                t for span in spans for t in marked.toponyms
                if not t.ignore and t.lat is not None and overlap(span, (t.start, t.end))))


def off_by(candidate: Candidate, meant: Toponym) -> float:
    """Return how many kilometres a candidate is off."""
    place = candidate.place
    if place.geonameid is not None and place.geonameid == meant.geonameid:
        return 0.0
    if place.lat is None or place.lon is None or meant.lat is None or meant.lon is None:
        return 20_000.0
    return distance_km(place.lat, place.lon, meant.lat, meant.lon)


def accuracy(reports: list[Report], weights: dict[str, float]) -> dict[str, float]:
    """Return the share of marked names that each corpus's choices are right for."""
    resolve.weights = lambda: weights  # type: ignore[assignment]
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for report in reports:
        for choice, meant in zip(resolve.resolve(report.names, report.hints), report.meant, strict=True):
            for toponym, often in meant.items():
                whole[report.corpus] += often
                if choice.ranked and off_by(choice.ranked[0][1], toponym) <= NEAR_KM:
                    right[report.corpus] += often
    return {name: right[name] / whole[name] for name in sorted(whole)}


def learn(reports: list[Report]) -> dict[str, float]:
    """Return the weights of all features."""
    weights = dict(START)
    sizes = Counter(report.corpus for report in reports for meant in report.meant for _ in meant.elements())
    for _ in range(ROUNDS):
        resolve.weights = lambda known=weights: known  # type: ignore[assignment]
        groups = [group for report in reports for group in _groups(report, sizes[report.corpus])]
        weights = _fit(groups)
    return weights


def _groups(report: Report, size: int) -> list[tuple[list[Features], list[bool], float]]:
    """Each name with several candidates: their features, which are right, and how much it counts."""
    choices = resolve.resolve(report.names, report.hints)
    now, none = Surroundings(report.names, choices), [Choice([], []) for _ in report.names]
    out = []
    for i, (name, meant) in enumerate(zip(report.names, report.meant, strict=True)):
        for toponym, often in meant.items():
            off = [off_by(candidate, toponym) for candidate in name.candidates]
            right = [km <= min(NEAR_KM, min(off) + 25.0) for km in off]
            if len(off) < 2 or not any(right) or all(right):
                continue
            weight = SHARE.get(report.corpus, 1.0) * often**0.5 * 1000 / size
            for seen, around, counts in ((choices, now, 1.0), (none, None, ALONE_WEIGHT)):
                rows = [resolve.features(report.names, i, c, seen, around, report.hints) for c in name.candidates]
                out.append((rows, right, weight * counts))
    return out


def _fit(groups: list[tuple[list[Features], list[bool], float]]) -> dict[str, float]:
    number: dict[str, int] = {}
    columns: list[int] = []
    values: list[float] = []
    ends: list[int] = [0]
    begins: list[int] = []
    right: list[float] = []
    group: list[int] = []
    for k, (rows, labels, _) in enumerate(groups):
        begins.append(len(right))
        for features, label in zip(rows, labels, strict=True):
            summed: dict[int, float] = defaultdict(float)
            for feature, value in features:
                summed[number.setdefault(feature, len(number))] += value
            columns += summed.keys()
            values += summed.values()
            ends.append(len(columns))
            right.append(float(label))
            group.append(k)
    x = csr_matrix((values, columns, ends), shape=(len(right), len(number)))
    y, of, weight = np.array(right), np.array(group), np.array([w for _, _, w in groups])
    start = np.zeros(len(number))
    held = np.ones(len(number))
    for feature, value in FIXED.items():
        if feature in number:
            start[number[feature]], held[number[feature]] = value, 0.0

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ theta
        power = np.exp(z - np.maximum.reduceat(z, begins)[of])
        whole, good = np.add.reduceat(power, begins), np.add.reduceat(power * y, begins)
        value = (weight * (np.log(whole) - np.log(good))).sum() + theta @ theta / 4
        slope = x.T @ ((power / whole[of] - power * y / good[of]) * weight[of]) + theta / 2
        return value, slope * held

    theta = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {feature: float(theta[i]) for feature, i in number.items()}


def main() -> None:
    """Learn, say how often the choices are right on three quarters and on the rest, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the weights in the room's table")
    asked = parser.parse_args()
    gazetteer = Gazetteer.open()
    reports = [Report(name, marked, gazetteer) for name in NEWS for marked in read(name)]
    held_out = accuracy(reports[::4], learn([r for i, r in enumerate(reports) if i % 4]))
    print("held out:", {name: round(share, 3) for name, share in held_out.items()})
    weights = learn(reports)
    print("learnt on:", {name: round(share, 3) for name, share in accuracy(reports, weights).items()})
    if asked.write:
        write("resolution.csv", [(feature, f"{w:.2f}") for feature, w in sorted(weights.items())])


if __name__ == "__main__":
    main()
