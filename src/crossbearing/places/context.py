"""What a text says of a place name beside the name: the place it lies in, the kind of place, how often it is named."""

import msgspec

from crossbearing.places.beside import left, right
from crossbearing.places.cues import cues
from crossbearing.places.entry import LITTLE_KNOWN, Candidate, NameRank, Place
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import bare_key
from crossbearing.places.recognise import Found
from crossbearing.places.text import Text

WIDER = ("country", "province", "district", "region")
"""Kinds that other places lie in."""
TELLING = ("province", "district", "water", "camp", "crossing")
"""Kinds that, said of a name, make it another place than the name alone ("Homs province" and "Homs")."""
SAME_KIND = {
    "city": ("city", "village", "neighbourhood"), "village": ("village", "city", "neighbourhood"),
    "neighbourhood": ("neighbourhood", "city", "village"),
}
"""Kinds that a word for one of them may mean."""
QUARTERS = ("neighbourhood", "district")
"""Kinds that a part of a town is called."""
SAYS_LITTLE = ("state", "port", "base")
"""Nouns for a kind of place that stand behind names of any kind, too."""
DETERMINERS = ("DT", "PRP$", "POS", "IN", "TO", "WDT")
"""Tags of the words before which no word of a noun stands ("the" in "after a raid the district of")."""
LONGEST_LEAD = 5
"""Pieces before a noun that may be words of it ("an important but small district")."""
LONGEST_GAP = 5
"""Pieces between a name and the name of what it lies in."""


class Name(msgspec.Struct):
    """All mentions of one name in a text that mean one place; `found` are their numbers.

    `inside` are the numbers of the names that it is said to lie in, `kinds` what the text calls it ("the town of"),
    `whole` tells that it holds other names ("Syria" in "Homs, Syria"), `scene` that what is told lies or happens in it
    ("in Syria", "northern Syria", "a Syrian town").
    """

    key: str
    candidates: tuple[Candidate, ...]
    found: list[int]
    inside: set[int]
    kinds: set[str]
    whole: bool = False
    scene: bool = False


def gather_names(text: Text, found: list[Found]) -> list[Name]:
    """Put the mentions of each name together, with what the text says of it: one sense per discourse.

    A name that the text puts in two places ("Athens, Ga." and "Athens, Greece") becomes two, and so does one that is
    town and province. A mention without such a word joins the sense that was named first.
    """
    container = [_container(text, found, i) for i in range(len(found))]
    senses: dict[str, dict[tuple[str, str], int]] = {}
    names: list[Name] = []
    number: list[int] = []
    for i, one in enumerate(found):
        wider = container[i]
        within = found[wider].segment.key if wider is not None else ""
        kind = _kind(text, found, i)
        sense = (within, kind if kind in TELLING else "")
        known = senses.setdefault(bare_key(one.segment.key), {})
        at = _sense(known, sense)
        if at is None:
            at = len(names)
            names.append(Name(one.segment.key, one.segment.candidates, [], set(), set()))
        known.setdefault(sense, at)
        names[at].found.append(i)
        if kind:
            names[at].kinds.add(kind)
        names[at].scene = names[at].scene or _is_scene(text, one)
        number.append(at)
    for i, wider in enumerate(container):
        if wider is not None and number[wider] != number[i]:
            names[number[i]].inside.add(number[wider])
            names[number[wider]].whole = names[number[wider]].scene = True
    return names


def with_provinces(name: Name, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return a name's candidates, and where the text calls it a province, the provinces that bear their town's name.

    So "Hasakeh province" is found though only the town is spelt so.
    """
    if "province" not in name.kinds or any(c.place.kind == "province" for c in name.candidates):
        return name.candidates
    seats = (c.place for c in name.candidates if c.place.province == c.place.name)
    above = (gazetteer.place(place.province_id or "") for place in seats)
    return (*name.candidates, *(Candidate(place, NameRank.OTHER) for place in above if place is not None))


def calls(name: Name, place: Place) -> bool:
    """Whether the text calls the name by a place's kind ("Homs province", "the town of Homs")."""
    return any(place.kind in SAME_KIND.get(called, (called,)) for called in name.kinds)


def _sense(known: dict[tuple[str, str], int], sense: tuple[str, str]) -> int | None:
    """The name that a mention belongs to: the same sense, else one that says nothing against it."""
    if sense in known:
        return known[sense]
    within, kind = sense
    for (other_within, other_kind), at in known.items():
        if kind == other_kind and (not within or not other_within):
            return at
    return None


def _is_wider(one: Found) -> bool:
    return any(c.place.kind in WIDER and c.rank <= NameRank.CODE for c in one.segment.candidates)


def _is_people(one: Found) -> bool:
    """Whether it is a word for a country's people ("the Syrian town of Homs")."""
    return any(c.rank == NameRank.DEMONYM and c.place.kind == "country" for c in one.segment.candidates)


def _is_scene(text: Text, one: Found) -> bool:
    """Whether what is told lies or happens in what a mention names, and not only its people or rulers act."""
    if _is_people(one):
        return right(text, one.segment) == "feature"
    return left(text, one.segment).startswith(("where", "compass"))


def _container(text: Text, found: list[Found], i: int) -> int | None:
    """The mention that the text puts mention `i` into: "Homs, Syria", "Homs in Syria", "Syria's Homs".

    Of a quarter that is the town, too: "the Hamra quarter of Beirut", "Beiruts western Hamra district".
    """
    mine = found[i].segment
    quarter = _kind(text, found, i) in QUARTERS
    if quarter and (town := _town_of(text, found, i)) is not None:
        return town
    if i + 1 < len(found) and _is_wider(found[i + 1]):
        gap = text.lower[mine.last : found[i + 1].segment.first]
        if gap in ([","], ["in"], [",", "in"], ["("]):
            return i + 1
        if 0 < len(gap) <= LONGEST_GAP and gap[-1] in ("in", "of") and not set(gap).isdisjoint(cues().feature_nouns):
            return i + 1
    if i and (_is_wider(found[i - 1]) or _is_people(found[i - 1])):
        gap = text.lower[found[i - 1].segment.last : mine.first]
        if gap and gap[0] in ("'s", "’s") and len(gap) < LONGEST_GAP:
            return i - 1
        if 2 <= len(gap) < LONGEST_GAP and gap[-1] == "of" and gap[-2] in cues().feature_nouns and "the" not in gap:
            return i - 1
    return None


def _town_of(text: Text, found: list[Found], i: int) -> int | None:
    """The mention of a town beside mention `i`, which the text calls a quarter, where it is told to be the town's."""
    mine = found[i].segment
    unknown = i + 1 < len(found) and not found[i + 1].segment.candidates and _size(found[i]) < LITTLE_KNOWN
    if i + 1 < len(found) and (_is_town(found[i + 1]) or unknown):
        between = text.lower[mine.last : found[i + 1].segment.first]
        gap = [w for w in between if w != "the" and w not in cues().compass and w not in cues().feature_nouns]
        if gap in (["of"], ["in"]) or (not unknown and gap[:1] == [","] and gap[1:] in ([], ["in"])):
            return i + 1
    if i and _is_town(found[i - 1]):
        theirs = found[i - 1].segment
        gap = text.lower[theirs.last : mine.first]
        owned = gap[:1] in (["'s"], ["’s"]) or text.key(theirs.first, theirs.last) != theirs.key
        called = len(gap) > 1 and gap[-1] == "of" and gap[-2] in cues().feature_nouns and "the" not in gap
        if len(gap) < LONGEST_GAP and (owned or called):
            return i - 1
    return None


def _is_town(one: Found) -> bool:
    return any(c.place.kind == "city" and c.rank <= NameRank.OTHER for c in one.segment.candidates)


def _kind(text: Text, found: list[Found], i: int) -> str:
    """The kind of place that a noun beside mention `i` calls it; a country or its people it never calls."""
    nouns, segment = cues().feature_nouns, found[i].segment
    if any(c.place.kind == "country" for c in segment.candidates):
        return ""
    after = text.words[segment.last] if segment.last < len(text.words) else ""
    joined = text.lower[segment.first - 1] == "and" if segment.first else False
    if nouns.get(after) and after not in SAYS_LITTLE and (joined or after[-1] != "s"):
        return "" if nouns[after] in QUARTERS and _has_the_quarter(text, found, i, i + 1) else nouns[after]
    if segment.first >= 2 and text.lower[segment.first - 1] in ("of", "called", "named"):
        kind = nouns.get(text.words[segment.first - 2], "")
        of_it = kind in QUARTERS and (_is_one_of(text, segment.first - 2) or _has_the_quarter(text, found, i, i - 1))
        return "" if of_it else kind
    return ""


def _is_one_of(text: Text, noun: int) -> bool:
    """Whether a noun tells of one or some of several ("a rebel-held quarter of X"), so that "of" names their town."""
    for at in range(noun - 1, max(-1, noun - LONGEST_LEAD - 1), -1):
        if text.lower[at] in cues().one_of or text.lower[at] in cues().some_of:
            return True
        if text.tag[at] in DETERMINERS:
            return False
    return False


def _has_the_quarter(text: Text, found: list[Found], i: int, j: int) -> bool:
    """Whether mention `i` is the town and `j` its quarter: "the Hamra quarter of Beirut", "the Beirut suburb of X".

    The bigger one is the town, and what nobody knows where it comes last and the other one is little known.
    """
    if not 0 <= j < len(found):
        return False
    first, second = sorted((i, j))
    gap = text.lower[found[first].segment.last : found[second].segment.first]
    joined = len(gap) == len(("quarter", "of")) and gap[-1] == "of"
    if not joined or _is_people(found[j]):
        return False
    if not found[second].segment.candidates and _size(found[first]) < LITTLE_KNOWN:
        return i == second
    return _size(found[i]) > _size(found[j])


def _size(one: Found) -> int:
    """The people of the biggest town that a mention may mean."""
    return max((c.place.population for c in one.segment.candidates if c.place.kind == "city"), default=-1)
