"""`build/linkers/bin/python evaluation/large/peers.py CLAIMS.jsonl`: the same claims through splink and TF-IDF.

Runs in an environment of its own (`make linkers`), for the project depends on neither. Prints one JSON object a method.
Splink links with its own blocking, its own estimate of every weight (no label is used) and its own clustering; TF-IDF
joins what is alike within a window of days. Of the thresholds that are tried the best is told, by the truth: more than
either method could know by itself. What is timed is one run at that threshold, from rows in memory to groups, after a
run over the first rows, so that nothing is loaded in that time.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

WINDOW_DAYS = 3
"""Days apart up to which two claims may be joined by their words."""
LIKENESSES = (0.1, 0.15, 0.2, 0.3, 0.4)
PROBABILITIES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 0.95)
"""Thresholds that are tried."""
FIRST_ROWS = 2000
"""Rows that each method runs over before it is timed."""

Groups = Mapping[str, object]
Method = Callable[[list[dict[str, Any]], Sequence[float]], Mapping[float, Groups]]
"""Returns the groups of rows by each threshold that is asked for."""


def b3(groups: Mapping[str, object], truth: dict[str, int]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of claims by group."""
    together = Counter((groups[c], truth[c]) for c in truth)
    found, sizes = Counter(groups[c] for c in truth), Counter(truth.values())
    precision = sum(n * n / found[group] for (group, _), n in together.items()) / len(truth)
    recall = sum(n * n / sizes[number] for (_, number), n in together.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def joined(ids: list[str], pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Return the group of each claim that pairs make."""
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        parent[root(a)] = root(b)
    return {i: root(i) for i in ids}


def tf_idf(rows: list[dict[str, Any]], least_likenesses: Sequence[float]) -> Mapping[float, Groups]:
    """Return groups by likeness: claims whose words are so alike, at most a window of days apart."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    ordered = sorted(rows, key=lambda row: row["day"])
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform([row["words"] for row in ordered])
    at: defaultdict[int, list[int]] = defaultdict(list)
    for i, row in enumerate(ordered):
        at[row["day"]].append(i)
    pairs: dict[float, list[tuple[str, str]]] = {least: [] for least in least_likenesses}
    for day, here in at.items():
        near = [j for d in range(day, day + WINDOW_DAYS + 1) for j in at.get(d, ())]
        alike = (vectors[here] @ vectors[near].T).tocoo()
        for a, b, score in zip(alike.row, alike.col, alike.data, strict=True):
            for least in least_likenesses:
                if score >= least and here[a] < near[b]:
                    pairs[least].append((ordered[here[a]]["id"], ordered[near[b]]["id"]))
    ids = [row["id"] for row in rows]
    return {least: joined(ids, found) for least, found in pairs.items()}


def splink(rows: list[dict[str, Any]], least_probabilities: Sequence[float]) -> Mapping[float, Groups]:
    """Return groups by probability, with weights that splink estimated for itself."""
    import pandas as pd
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    table = pd.DataFrame({
        "unique_id": [row["id"] for row in rows], "day": [row["day"] for row in rows],
        "town": [row["town"] for row in rows], "kind": [row["kind"] for row in rows],
        "killed": pd.array([row["killed"] for row in rows], dtype="Int64"), "doer": [row["doer"] for row in rows],
        "telling": [row["names"] for row in rows],
    })
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="unique_id",
        blocking_rules_to_generate_predictions=[block_on("town", "day"), block_on("kind", "day", "killed")],
        comparisons=[
            cl.ExactMatch("town"), cl.ExactMatch("kind"), cl.ExactMatch("killed"), cl.ExactMatch("doer"),
            cl.ArrayIntersectAtSizes("telling", [2, 1]),
        ],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(table), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("town", "day"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("kind", "day", "killed"))
    found = linker.inference.predict(threshold_match_probability=min(least_probabilities))
    out = {}
    for least in least_probabilities:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=least)
        rows_of = clusters.as_record_list()
        out[least] = {row["unique_id"]: row["cluster_id"] for row in rows_of}
    return out


def main() -> None:
    """Measure both on the claims of a file."""
    with Path(sys.argv[1]).open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    truth = {row["id"]: row["truth"] for row in rows}
    methods: dict[str, tuple[Method, Sequence[float]]] = {
        "TF-IDF in a window": (tf_idf, LIKENESSES), "splink": (splink, PROBABILITIES),
    }
    for name, (method, thresholds) in methods.items():
        scored = {least: b3(groups, truth) for least, groups in method(rows, thresholds).items()}
        best = max(scored, key=lambda least: scored[least][2])
        method(rows[:FIRST_ROWS], [best])
        begun = time.process_time()
        method(rows, [best])
        seconds = time.process_time() - begun
        precision, recall, f1 = scored[best]
        print(json.dumps({
            "method": name, "claims": len(rows), "seconds": seconds, "threshold": best,
            "b3_precision": precision, "b3_recall": recall, "b3_f1": f1,
        }), flush=True)


if __name__ == "__main__":
    main()
