"""Names that no gazetteer knows: which of them are spellings of one name, and where the text says that they lie."""

import msgspec

from crossbearing.places.context import Name
from crossbearing.places.cues import cues
from crossbearing.places.entry import NameRank, Place
from crossbearing.places.focus import local_places
from crossbearing.places.names import skeleton
from crossbearing.places.recognise import Found
from crossbearing.places.relations import Relation, Spot, gap_words, halfway, relation, spot
from crossbearing.places.relations import anchor as told_by
from crossbearing.places.sounds import itself, likeness, sounds
from crossbearing.places.surroundings import Choice, spoken_of
from crossbearing.places.text import Text

ALIKE = 0.62
"""Likeness, as a share of a name's likeness to itself, from which two unknown names of one text are one."""
SHORTEST = 4
"""Sounds below which unknown names are one only if they are spelt alike."""
WIDEST_KM = 120.0
"""Radius of the widest area in which a name that lies "in" it is given the area's point."""
LEADS = frozenset([
    ",", "(", "-", "–", "—", "located", "situated", "lying", "lies", "sits", "perched", "is", "was", "which", "that",
    "about", "around", "some", "just", "only", "roughly", "nearly", "approximately", "a", "an", "the", "small", "tiny",
    "large",
])
"""Words that may stand between a name and the words of its relation, beside nouns for places."""
LONGEST_KIND = 4
"""Pieces of "border town of" between the two names."""
BUILT = ("street", "facility", "way")
"""Tails of names that stand in a town, so that a text's town places them."""


class Placed(msgspec.Struct, frozen=True):
    """Where an unknown name lies: a spot (or none), the words that say so, and the place it is told by."""

    spot: Spot | None
    words: str
    anchor: Place


def one_name(names: list[Name], choices: list[Choice]) -> dict[int, str]:
    """Return the id of each name without a place: one id for all spellings of one name.

    The id is "nil:" with the consonants of the spelling that comes first, so that it is the same in every report that
    spells it so.
    """
    ids: dict[int, str] = {}
    heard: list[tuple[str, str]] = []
    for i, name in enumerate(names):
        if choices[i].place is not None:
            continue
        mine = sounds(name.key)
        known = next((nil for other, nil in heard if _alike(mine, other)), None)
        if known is None:
            known = "nil:" + (skeleton(name.key) or name.key)
            heard.append((mine, known))
        ids[i] = known
    return ids


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    return likeness(one, other) / max(itself(one), itself(other), 1.0) >= ALIKE


def place_unknown(
    text: Text, found: list[Found], names: list[Name], choices: list[Choice], *, known: bool = False,
) -> dict[int, Placed]:
    """Return where the names without a place lie, as far as the text says, by the name's number.

    `known` tells that they are known to be names of places, so that those the text says nothing of lie in its area.
    """
    meant: dict[int, Place] = {}
    peoples: set[int] = set()
    owner: dict[int, int] = {}
    for number, (name, choice) in enumerate(zip(names, choices, strict=True)):
        for i in name.found:
            owner[i] = number
            if choice.place is not None:
                meant[i] = choice.place
                if choice.ranked[0][1].rank == NameRank.DEMONYM:
                    peoples.add(i)
    anchors = {i: place for i, place in meant.items() if i not in peoples}
    told_of = _country_told_of(names, choices)
    local = local_places({i: place for i, place in anchors.items() if told_of in (None, place.country)})
    out: dict[int, Placed] = {}
    for number, name in enumerate(names):
        if choices[number].place is not None:
            continue
        told = (
            _told_after(text, found, i, _next(i, anchors, peoples, owner), anchors)
            or (_told_before(text, found, i, meant) if owner.get(i - 1) != number and i - 1 in meant else None)
            for i in name.found
        )
        placed = next((one for one in told if one is not None), None)
        nowhere = placed is None or (placed.spot is None and "neighbourhood" in name.kinds)
        inside = next((place for j in sorted(name.inside) if (place := choices[j].place) is not None), None)
        if nowhere and (inside is not None or not name.inside):  # else it lies in a town that is nowhere itself
            placed = _in_town(found, name, anchors, local, inside, known=known) or placed
        if placed is not None:
            out[number] = placed
    return out


def _country_told_of(names: list[Name], choices: list[Choice]) -> str | None:
    """The country that a text speaks of most; null where it speaks of none, or of two as often."""
    named = spoken_of(names, choices).most_common(2)
    return named[0][0] if named and (len(named) == 1 or named[0][1] > named[1][1]) else None


def _next(i: int, anchors: dict[int, Place], peoples: set[int], owner: dict[int, int]) -> int | None:
    """The mention that mention `i` may be told by: the next one, over a people's ("from the Syrian city of Homs")."""
    j = i + 1
    while j in peoples:
        j += 1
    return j if j in anchors and owner[j] != owner[i] else None


def _told_after(text: Text, found: list[Found], i: int, j: int | None, anchors: dict[int, Place]) -> Placed | None:
    """What stands after it: "X, a village five miles from Homs", "X in Idlib province", "X, between Homs and Hama"."""
    if j is None:
        return None
    theirs = found[j].segment
    gap = gap_words(text, found[i].segment.last, theirs.first)
    anchor = told_by(anchors[j])
    told = _read(gap) if gap else None
    if not gap or told is None or anchor is None:
        return None
    end, other = theirs.last, None
    if gap[-1] == "between" and text.lower[end : end + 1] == ["and"] and j + 1 in anchors:
        other = told_by(anchors[j + 1])
        end = found[j + 1].segment.last
    elif end < len(text.words) and text.lower[end] in cues().feature_nouns:
        end += 1  # "in Idlib province"
    begin = found[i].segment.last + len(gap) - told.words
    words = text.text[text.start[begin] : text.end[end - 1]]
    where = halfway(anchor, other) if other is not None else spot(told, anchor)
    vague = told.sort == "within" and anchor.precision_km > WIDEST_KM
    return Placed(None if vague else where, words, anchors[j])


def _told_before(text: Text, found: list[Found], i: int, meant: dict[int, Place]) -> Placed | None:
    """What stands before it: "Idlib's X", "the Idlib village of X"."""
    theirs = found[i - 1].segment
    gap = gap_words(text, theirs.last, found[i].segment.first)
    anchor = told_by(meant[i - 1])
    if not gap or anchor is None:
        return None
    kind_of = 1 < len(gap) <= LONGEST_KIND and gap[-1] == "of" and gap[-2] in cues().feature_nouns
    if not kind_of and gap[0] not in ("'s", "’s"):
        return None
    words = text.text[text.start[theirs.first] : text.end[theirs.last - 1]]
    vague = anchor.precision_km > WIDEST_KM
    return Placed(None if vague else Spot(anchor.lat, anchor.lon, anchor.precision_km), words, meant[i - 1])


def _read(gap: list[str]) -> Relation | None:
    """The relation at the end of the words between two names, if nothing but a description stands before it."""
    if gap == [","]:
        return Relation("within", None, None, 1)
    if gap[-1] == "between":
        told: Relation | None = Relation("near", None, None, 1)
    else:
        told = relation(gap)
    if told is None:
        return None
    lead = gap[: len(gap) - told.words]
    return told if all(word in LEADS or word in cues().feature_nouns for word in lead) else None


def _in_town(
    found: list[Found], name: Name, meant: dict[int, Place], local: list[int], told: Place | None, *, known: bool,
) -> Placed | None:
    """The place that a street, building or quarter is in: that which the text tells it to lie in, else of those the
    text is about the nearest before it, else after it.

    So is any name that is known to be a place's (`known`).
    """
    first = name.found[0]
    quarter = "neighbourhood" in name.kinds
    if not local or not (known or quarter or found[first].segment.tail in BUILT):
        return None
    towns = [j for j in local if meant[j].kind == "city"] if quarter else []
    near = towns or local
    before = [j for j in near if j < first]
    wider = told if quarter and told is not None and told.kind == "city" else meant[before[-1] if before else near[0]]
    anchor = told_by(wider)
    return Placed(Spot(anchor.lat, anchor.lon, anchor.precision_km), "", wider) if anchor is not None else None
