"""Words of an Arabic text that name happenings."""

from collections.abc import Mapping
from functools import cache

import msgspec

from crossbearing.ontology import kinds
from crossbearing.reading.rules_v1.arabic.affixes import noun_forms
from crossbearing.reading.rules_v1.arabic.data import listed, load
from crossbearing.reading.rules_v1.arabic.lexicon import Trigger, class_of, sayings, taken_apart, triggers
from crossbearing.reading.rules_v1.arabic.phrases import Phrases
from crossbearing.reading.rules_v1.arabic.text import Text

AFTER, BEFORE = 4, 3
"""Words behind and before a trigger among which its conditions are looked for; behind a verb its doer stands first."""
AFTER_VERB = 7
NEAREST, FARTHEST = 4, 14
"""Words on either side at which a means is near, and beyond which it is not looked at."""
REACH = 60
"""Words after a means was told of within which "the attack" is taken to mean the same."""
MEANS = frozenset({"airstrike", "explosion", "shelling", "chemical_attack"})


class Happening(msgspec.Struct, frozen=True):
    """A word that names a happening: its index, its kind, and the entry it was found by."""

    i: int
    kind: str
    trigger: Trigger

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb."""
        return self.trigger.part == "verbs"


def find_happenings(text: Text, phrases: Phrases, closed: frozenset[int]) -> tuple[Happening, ...]:
    """Return the happenings that the words of a text name, in order. `closed` are words of names and times."""
    found = [h for word in text.words if word.i not in closed and (h := _match(text, phrases, word.i)) is not None]
    refined: list[Happening] = []
    told: Happening | None = None
    for happening in found:
        near = told is not None and happening.i - told.i <= REACH
        kind = _kind_by_means(text, phrases, happening, told.kind if told is not None and near else None)
        refined.append(msgspec.structs.replace(happening, kind=kind))
        told = refined[-1] if kind in MEANS else told
    return tuple(h for h in refined if not _repeats(text, h, refined))


def _match(text: Text, phrases: Phrases, i: int) -> Happening | None:
    word = text.words[i]
    if word.is_sign or word.is_number:
        return None
    way = taken_apart(word.text)
    found = triggers().get(way.rest, ())
    if i and way.article and taken_apart(text.texts[i - 1]).rest in listed("phrases", "notions"):
        return None
    governed = i and text.texts[i - 1] in listed("phrases", "governing")
    nominal = way.article or way.preposition in {"ب", "ك"} or governed or not _verb_may_stand(text, i)
    for trigger in found:
        verb = trigger.part == "verbs"
        if verb and (nominal or any(t.entry.toll for t in found)):
            continue
        if not verb and text.marked_passive(i) and not nominal and any(t.part == "verbs" for t in found):
            continue
        if _meets(text, phrases, i, trigger):
            return Happening(i, trigger.kind, trigger)
    return None


def _verb_may_stand(text: Text, i: int) -> bool:
    """Whether a word that could be a verb or a noun stands where a verb can: at the head of its clause."""
    way = taken_apart(text.texts[i])
    if not any(t.part == "nouns" for t in triggers().get(way.rest, ())):
        return True
    if not i or text.words[i - 1].is_sign or text.sentence(i)[0] == i or way.conjunction:
        return True
    return text.texts[i - 1] in listed("phrases", "before_verbs")


def around(text: Text, phrases: Phrases, i: int, before: int, after: int) -> range:
    """Return the words about word `i` within its clause."""
    first, end = text.sentence(i)
    low, high = i, i + 1
    while low > first and i - low < before and not _parts(text, phrases, low - 1):
        low -= 1
    while high < end and high - i <= after and not _parts(text, phrases, high):
        high += 1
    return range(low, high)


def _parts(text: Text, phrases: Phrases, i: int) -> bool:
    """Whether a word or sign parts clauses."""
    word = text.texts[i]
    return (word in {"،", "؛", ";", ":"} and phrases.parts(i)) or word in listed("reporting", "that")


def _meets(text: Text, phrases: Phrases, i: int, trigger: Trigger) -> bool:
    near, far = trigger.near, trigger.far
    window = [k for k in around(text, phrases, i, BEFORE, AFTER_VERB if trigger.part == "verbs" else AFTER) if k != i]
    if near and not any(_is_one_of(text, phrases, k, near) for k in window):
        return False
    return not any(_is_one_of(text, phrases, k, far) for k in window)


def _is_one_of(text: Text, phrases: Phrases, k: int, wanted: frozenset[str]) -> bool:
    way = taken_apart(text.texts[k])
    if text.texts[k] in wanted or way.rest in wanted or ("ال" + way.rest) in wanted:
        return True
    if "ب" in wanted and way.preposition == "ب":
        return True
    if "number" in wanted and (text.words[k].is_number or k in phrases.numbers):
        return True
    return bool(class_of(text.texts[k]) & wanted)


@cache
def means() -> Mapping[str, tuple[str, int]]:
    """Return, for each form of a word that names a means, its kind and rank (0 is the most specific)."""
    out: dict[str, tuple[str, int]] = {}
    for rank, (kind, words) in enumerate(load("means").items()):
        for word in words:
            for form in noun_forms(word):
                out.setdefault(form, (kind, rank))
    return out


def _kind_by_means(text: Text, phrases: Phrases, happening: Happening, told: str | None) -> str:
    """The kind of a general word of violence: the most specific means close to it, else the nearest of its sentence.

    "The attack" without any is what was `told` before.
    """
    if not happening.trigger.entry.refine:
        return happening.kind
    found: list[tuple[int, int, str]] = []
    for k in around(text, phrases, happening.i, FARTHEST, FARTHEST):
        hit = means().get(taken_apart(text.texts[k]).rest)
        if hit is None or k == happening.i:
            continue
        kind, rank = hit
        if happening.kind == "shelling" and kind == "shooting":
            continue
        tier = 0 if abs(k - happening.i) <= NEAREST else 1
        if tier == 0 or happening.kind != "ground_operation":
            found.append((tier, rank, kind))
    if not found and told and happening.kind == "ground_operation" and taken_apart(text.texts[happening.i]).article:
        return told
    return min(found)[2] if found else happening.kind


def _repeats(text: Text, happening: Happening, others: list[Happening]) -> bool:
    """Whether the word says what another trigger of its sentence says better."""
    entry = happening.trigger.entry
    sentence = text.words[happening.i].sentence
    beside = [o for o in others if text.words[o.i].sentence == sentence and o.i != happening.i]
    if entry.weak:
        family = kinds()[happening.kind].family
        own = {happening.kind} if happening.kind not in MEANS else MEANS | {"ground_operation"}
        strong = [o for o in beside if not o.trigger.entry.weak or o.i < happening.i]
        if any(o.kind in own and kinds()[o.kind].family == family for o in strong):
            return True
    way = taken_apart(text.texts[happening.i])
    if way.conjunction:
        return False
    # "a raid [that] hit ...": a word right behind one of the same kind tells the same.
    if any(o.kind == happening.kind and o.i < happening.i <= o.i + 2 for o in beside):
        return True
    return way.article and _points_back(text, happening, others)


def _points_back(text: Text, happening: Happening, others: list[Happening]) -> bool:
    """Whether a bare noun with the article only means what was told before ("... stand behind the attack")."""
    behind = happening.i + 1
    bare = behind >= len(text.words) or text.words[behind].is_sign
    violent = kinds()[happening.kind].family == "violence" and not happening.trigger.entry.toll
    before = [o for o in others if o.i < happening.i and kinds()[o.kind].means > 1 and o.kind != happening.kind]
    same = [o for o in others if o.i < happening.i and o.kind == happening.kind]
    lead = text.texts[max(0, happening.i - 4) : happening.i]
    wanted = listed("phrases", "responsibility") | listed("certainty", "stopping")
    denied = any(s.certainty == "denied" for w in lead if (s := sayings().get(taken_apart(w).rest)) is not None)
    return bare and violent and bool(before or same) and (denied or not wanted.intersection(lead))
