"""What a claim measures when it counts a word: the killed, the injured, the present, vehicles, weapons."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import classes
from crossbearing.reading.rules_v1.number_words import number_words
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import Measure, Nature

BY_KIND: dict[str, Measure] = {
    "killing": "killed",
    "injury": "injured",
    "arrest": "arrested",
    "abduction": "abducted",
    "displacement": "displaced",
    "protest": "present",
    "troop_movement": "present",
    "siege": "present",
    "shelter_aid": "displaced",
}
ROOM = frozenset({"accommodate", "house", "host", "capacity", "room"})
"""Words of shelter whose count is how many there is room for."""
PEOPLE = frozenset({"person", "combatant", "displaced"})


def measure_of(happening: Happening, counted: Token | None) -> Measure | None:
    """Return what a claim measures when it counts this word, or null where the count is none of its own."""
    kind = happening.kind
    if (
        counted is not None
        and belongs(counted, {"vehicle"})
        and kind in {"troop_movement", "destruction", "clash", "ground_operation", "siege"}
    ):
        return "vehicles"
    if (
        counted is not None
        and counted.i != happening.token.i
        and belongs(counted, {"weapon"})
        and kind not in {"killing", "injury"}
    ):
        return "weapons"
    if kind == "shelter_aid" and happening.trigger.lemma in ROOM and not are_there(happening):
        return "capacity"
    if kind == "shelter_aid" and happening.trigger.lemma in number_words()["tending"]:
        return "other"
    people = counted is None or belongs(counted, PEOPLE)
    if kind == "shelter_aid" and happening.trigger.lemma in number_words()["making_room"] and people:
        return "capacity"
    if kind == "shooting" and _is_brought_down(happening.token) and (counted is None or not people):
        return "vehicles"
    if counted is not None and counted.lower_ in {"wound", "wounds"}:
        return None
    of_those = counted is not None and counted in happening.patients  # "the shooting of four people"
    if kind == "shooting" and people and (happening.trigger.part == "verbs" or of_those):
        return "other"  # the shot: whether they live, other words tell
    if kind == "ground_operation" and counted is not None and counted.dep_ == "nsubj" and people:
        return "present"
    if kind not in BY_KIND:
        return "other" if counted is not None and (not people or kind == "abuse") else None
    if counted is not None and counted.pos_ == "NOUN" and not people and classes().get(counted.lemma_.lower()):
        return "other"
    if (
        counted is not None
        and counted.lemma_.lower() in {"family", "household", "generation", "village", "town", "city", "stage"}
        and kind in {"killing", "injury"}
    ):
        return "other"
    return BY_KIND[kind]


def _is_brought_down(token: Token) -> bool:
    """Whether what was shot at was in the air: "shot down four jets"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "down"


def are_there(happening: Happening) -> bool:
    """Whether a verb tells how many are somewhere now ("the camp hosts 900"), not how many there is room for."""
    token = happening.token
    able = any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "to") for c in token.children)
    return _holds(happening) and token.tag_ != "VB" and not able


def _holds(happening: Happening) -> bool:
    return happening.trigger.part == "verbs" and happening.trigger.lemma in number_words()["holding"]


def nature_of(happening: Happening, measure: Measure) -> Nature:
    """Return whether a figure counts who came in some time, who is there, or who there is room for."""
    if measure == "capacity":
        return "capacity"
    standing = happening.trigger.lemma in number_words()["standing"]
    return "stock" if measure == "present" or standing or are_there(happening) else "flow"
