"""Says in words why a name was taken for one place and not for the next best."""

from crossbearing.places.context import Name
from crossbearing.places.resolve import features, weights
from crossbearing.places.surroundings import Choice, Surroundings

WORDS = {
    "population": "it is the bigger place", "capital": "it is a capital", "inside": "the text puts it there",
    "not inside": "the text puts it there", "holds named": "places named with it lie in it",
    "called so": "the text calls it so", "called a province": "the text calls it a province",
    "country share": "other names lie in its country", "country some": "other names lie in its country",
    "province share": "other names lie in its province", "province some": "other names lie in its province",
    "province possible": "other names may lie in its province", "province named": "its province is named",
    "near": "it is near other places named", "hinted country": "the words point to its country",
    "main": "it is the place's usual name", "seat of a small province": "the town is meant unless a province is said",
    "country": "a country of that name is meant", "region": "a region of that name is meant",
}
"""What each feature means to people; features that are left out only say what kind of place it is."""
TELLING = 0.3
"""Log-odds below which a difference is not worth telling."""
MOST = 3


def why(names: list[Name], i: int, choices: list[Choice], now: Surroundings, hints: dict[str, float]) -> str:
    """Return why name `i` was taken for its place: what weighs most against the next best; empty where it has none."""
    ranked = choices[i].ranked
    if not ranked:
        return ""
    if len(ranked) == 1:
        return "the only place of that name that is known"
    known = weights()
    gain: dict[str, float] = {}
    for (_, candidate), sign in zip(ranked[:2], (1.0, -1.0), strict=True):
        for feature, value in features(names, i, candidate, choices, now, hints):
            told = WORDS.get(feature.removesuffix(" with context"))
            if told:
                gain[told] = gain.get(told, 0.0) + sign * value * known.get(feature, 0.0)
    best = sorted((-much, told) for told, much in gain.items() if much >= TELLING)[:MOST]
    reasons = ", ".join(told for _, told in best) or "little tells it from the next best"
    return f"of {len(names[i].candidates)} places of that name: {reasons}"
