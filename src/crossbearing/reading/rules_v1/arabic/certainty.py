"""How surely an Arabic claim is told, and whether its happening is negated, by the words before its trigger."""

from crossbearing.reading.rules_v1.arabic.data import listed, load, phrases, plain
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import light_verbs, taken_apart
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.records import Certainty, Polarity

REACH = 6
"""Words before a trigger among which a hedge is looked for."""
CARRIED = 4
"""Words before a noun of a happening among which the verb that carries it stands."""
ORDER: tuple[Certainty, ...] = ("alleged", "hypothetical", "feared_predicted", "demanded", "estimated")
BREAKS = frozenset({"،", "؛", ";", ":"})


def _before(text: Text, i: int, reach: int) -> range:
    first = text.sentence(i)[0]
    low = i
    while low > first and i - low < reach and text.texts[low - 1] not in BREAKS:
        low -= 1
    return range(low, i)


def polarity_of(text: Text, happening: Happening) -> Polarity:
    """Return whether the words negate the happening itself ("did not fire", "no reports of wounded")."""
    i = happening.i
    if happening.is_verb:
        before = [k for k in _before(text, i, 2) if k >= i - 1]
        return "negated" if any(_bare(text, k) in listed("certainty", "negating") for k in before) else "affirmed"
    if any(_bare(text, k) == plain("عدم") for k in _before(text, i, 2)):
        return "negated"
    carried = (k for k in _before(text, i, CARRIED) if k and taken_apart(text.texts[k]).rest in light_verbs())
    if any(text.texts[k - 1] in listed("certainty", "negating_verbs") for k in carried):
        return "negated"
    for k in _before(text, i, REACH):
        words = text.phrase_at(k, phrases("certainty", "denying_existence"))
        if words and not any(text.texts[m] in listed("phrases", "onto_a_place") for m in range(k + words, i)):
            return "negated"
        words = text.phrase_at(k, phrases("certainty", "without_result"))
        comes_to = listed("certainty", "coming_to").intersection(text.texts[k + words : i])
        if words and (comes_to or happening.trigger.entry.toll):
            return "negated"
    return "affirmed"


def _bare(text: Text, k: int) -> str:
    word = text.texts[k]
    return word if word in listed("certainty", "negating") else taken_apart(word).rest


def local_certainty(text: Text, happening: Happening) -> Certainty | None:
    """Return the certainty that the words about the trigger give it, or null where they give none."""
    i = happening.i
    way = taken_apart(text.texts[i])
    if happening.is_verb and _is_future(way.rest, happening):
        return "feared_predicted"
    before = text.texts[i - 1] if i else ""
    may = plain(load("certainty")["may"])
    if any(taken_apart(text.texts[k]).rest == may and text.texts[k + 1][:1] in {"ي", "ت"} for k in _before(text, i, 4)):
        return "hypothetical"
    for certainty in ORDER:
        if any(text.phrase_at(k, phrases("certainty", certainty)) for k in _before(text, i, REACH)):
            return certainty
    if happening.is_verb and before == "لن":
        return "feared_predicted"
    if not happening.is_verb and _will_begin(text, i):
        return "feared_predicted"
    behind = text.texts[i + 1] if i + 1 < len(text.words) else ""
    return "alleged" if behind in listed("certainty", "alleged") else None


def _will_begin(text: Text, i: int) -> bool:
    """Whether the verb of a noun's clause stands behind it in the future ("the operation ... will begin")."""
    end = text.sentence(i)[1]
    for k in range(i + 1, min(end, i + REACH)):
        if text.words[k].is_sign:
            return False
        if text.texts[k][:2] in {"سي", "ست"} and text.texts[k] in light_verbs():
            return True
    return False


def _is_future(rest: str, happening: Happening) -> bool:
    lemma = plain(happening.trigger.lemma)
    return rest[:2] in {"سي", "ست", "سن"} and not lemma.startswith("س")
