"""Decides which segments of a text are place names."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import msgspec

from crossbearing.places.beside import POSSESSIVES
from crossbearing.places.countries import table
from crossbearing.places.cues import cues
from crossbearing.places.entry import Candidate, NameRank, is_little_known
from crossbearing.places.evidence import beside, discourse, evidence, gazetteer_class
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import bare_key, skeleton
from crossbearing.places.own_names import cut_out, own_names
from crossbearing.places.people import find_people, is_person
from crossbearing.places.segment import Segment
from crossbearing.places.segments import segments
from crossbearing.places.text import HYPHENS, Text

THRESHOLD = -0.3
"""Log-odds above which a segment is taken for a place."""
PROMISING = -2.5
"""Log-odds above which an unknown name is looked up as another spelling of a known one."""
MOST_COUNTRIES = 3
"""Countries of a text among whose places unknown spellings are looked for."""
LONG_SKELETON = 4
"""Consonants from which two unknown names that share them are spellings of one."""
CALLED = "left feature of"
OF_PERSONS = ("left title", "left given", "person elsewhere")
CALLED_ELSEWHERE = 3.0
"""Log-odds that a name gains which the text calls a place elsewhere: one sense per discourse."""
LONGEST_MAKE = 3
"""Letters of a make before its number ("Yak-3")."""
LISTING = (["and"], ["or"], [","], [",", "and"])
"""What stands between the names of a list."""
IsBody = Callable[[str], bool]
WHOLE = ("street", "water", "land", "way")
"""Tails that make one name with what stands before them ("Aleppo Road"); others leave a place before them its own."""


class Found(msgspec.Struct):
    """A segment taken for a place name, with its log-odds and what they were made of."""

    segment: Segment
    score: float
    evidence: list[str]


@cache
def weights() -> dict[str, float]:
    """Return the log-odds of each piece of evidence."""
    return {row["evidence"]: float(row["weight"]) for row in table("recognition.csv")}


def no_body(_name: str) -> bool:
    """Know no bodies."""
    return False


def recognise(
    text: Text, gazetteer: Gazetteer, countries: tuple[str, ...] = (), is_body: IsBody = no_body,
) -> list[Found]:
    """Return the place names of a text in its order, none overlapping another.

    `countries` are codes of countries that the report is known to be about, beside those the text names. `is_body`
    tells of a run of names whether it is known as a party's or an agency's.
    """
    cut = segments(text, gazetteer)
    looked_at, people = _look_at(text, cut, is_body)
    own = own_names(text, [(one.segment, one.score > THRESHOLD) for one in looked_at])
    again = cut_out(text, cut, own) if own else cut
    if again != cut:
        looked_at, people = _look_at(text, again, is_body)
    about = countries_named([one.segment for one in looked_at], gazetteer, countries)
    respell(text, [one for one in looked_at if one.score > PROMISING], gazetteer, about, people)
    judge_lists(text, looked_at)
    judge_together(looked_at)
    respell(text, [one for one in looked_at if one.score > THRESHOLD], gazetteer, about, people)
    return _without_overlaps([one for one in looked_at if one.score > THRESHOLD])


def _look_at(text: Text, parts: list[Segment], is_body: IsBody) -> tuple[list[Found], set[str]]:
    """The segments that may be places, each weighed by itself, and the words that name persons in the text."""
    parts = may_be_places(text, parts, is_body)
    people = find_people(text, parts)
    reasons = [(part, evidence(text, part, people)) for part in parts if not is_person(text, part, people)]
    return [Found(part, weigh(found), found) for part, found in reasons], people


def may_be_places(text: Text, parts: list[Segment], is_body: IsBody) -> list[Segment]:
    """Return the segments that are no names of organisations, groups or known bodies."""
    return [
        part for part in parts
        if part.tail != "organisation" and not is_group(text, part) and not is_weapon(text, part)
        and (part.candidates or part.tail or not _names_body(text, part, is_body))
    ]


def _names_body(text: Text, part: Segment, is_body: IsBody) -> bool:
    """Whether the run of a name is known as a body's, and not only the words beside it ("near Varda SANA said")."""
    def run(first: int, last: int) -> str:
        return text.text[text.start[first] : text.end[last - 1]] if first < last else ""

    rest = (run(part.run_first, part.first), run(part.last, part.run_last))
    return is_body(run(part.run_first, part.run_last)) and not any(map(is_body, filter(None, rest)))


def is_group(text: Text, part: Segment) -> bool:
    """Whether a name that is no country's is a faith's or a movement's, or begins with one ("Islamic State").

    Such a segment is no place whatever stands beside it. Its possessive may have lost the apostrophe ("Baathists").
    """
    word = text.lower[part.first]
    named = word in cues().no_places or (part.last - part.first == 1 and word.removesuffix("s") in cues().no_places)
    return named and gazetteer_class(part) not in ("demonym", "country", "region")


def is_weapon(text: Text, part: Segment) -> bool:
    """Whether a name is that of a make of weapons: a "Yak-3", or "Harpoon missiles", whose name no big place bears; or
    an acronym for weapons ("IED near the mill").
    """
    name, alone = part.first, part.last - part.first == 1
    if alone and text.words[name][:2].isupper() and text.lower[name] in cues().weapons:
        return True
    behind = text.lower[part.last : part.last + 2]
    if len(behind) < len("-3") or text.first[part.last] or text.first[part.last + 1]:
        return False
    if behind[0] in HYPHENS and text.joined[part.last + 1] and behind[1][0].isdigit():
        return len(text.words[part.last - 1]) <= LONGEST_MAKE
    return behind[0] in cues().weapons and gazetteer_class(part) in ("small", "middle", "spelling", "unknown")


def weigh(evidence: list[str]) -> float:
    """Return the log-odds that evidence amounts to."""
    known = weights()
    return known["bias"] + sum(known.get(reason, 0.0) for reason in evidence)


def countries_named(parts: list[Segment], gazetteer: Gazetteer, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries with names in many spellings that a text is about, those it names most often first.

    `given` are codes of countries that the report is known to be about.
    """
    votes: Counter[str] = Counter({code: 1 for code in given if code in gazetteer.transliterated})
    for part in parts:
        codes = {c.place.country for c in part.candidates if c.rank in (NameRank.MAIN, NameRank.DEMONYM)}
        code = codes.pop() if len(codes) == 1 else None
        if code is not None and code in gazetteer.transliterated:
            votes[code] += 1
    enough = max(votes.values(), default=0) / 4
    often = [code for code in votes if votes[code] >= enough]
    return tuple(sorted(often, key=lambda code: (-votes[code], code))[:MOST_COUNTRIES])


def respell(
    text: Text, looked_at: list[Found], gazetteer: Gazetteer, countries: tuple[str, ...], people: set[str],
) -> None:
    """Give names that `countries` do not know the places there that they may be other spellings of."""
    if not countries:
        return
    for one in looked_at:
        part = one.segment
        if part.tail or not part.key or not all(_is_stray(c, countries) for c in part.candidates):
            continue
        spelt = gazetteer.spelt(part.key, countries)
        if spelt:
            part.candidates = (*part.candidates, *spelt)
            kept = [reason for reason in one.evidence if reason.startswith(("elsewhere", "listed"))]
            one.evidence = evidence(text, part, people) + kept
            one.score = weigh(one.evidence)


def _is_stray(candidate: Candidate, countries: tuple[str, ...]) -> bool:
    """Whether it is a little-known town of another country, which hardly stands in the way of another spelling."""
    place = candidate.place
    return candidate.rank < NameRank.SPELLING and place.country not in countries and is_little_known(place)


def judge_lists(text: Text, looked_at: list[Found]) -> None:
    """Weigh each name of a list anew by how its neighbours in the list are judged ("X and Y", "X, Y and Z").

    What the text calls the first of several ("the towns of X and Y"), it calls all.
    """
    listed: dict[int, list[float]] = defaultdict(list)
    called = False
    for i, (one, after) in enumerate(pairwise(looked_at)):
        gap = text.lower[one.segment.last : after.segment.first]
        if gap not in LISTING or text.first[after.segment.first]:
            called = False
            continue
        listed[i].append(after.score)
        listed[i + 1].append(one.score)
        called = called or _called_several(text, one)
        if called and text.lower[after.segment.last : after.segment.last + 1] not in POSSESSIVES:
            after.evidence = [reason.replace("left and", CALLED) for reason in after.evidence]
    for i, scores in listed.items():
        looked_at[i].evidence.append(beside(scores, looked_at[i].segment))
    for i in listed:
        looked_at[i].score = weigh(looked_at[i].evidence)


def _called_several(text: Text, one: Found) -> bool:
    """Whether a noun of several places stands before a name: "the towns of X"."""
    first = one.segment.first
    several = first > 1 and text.lower[first - 2].endswith("s")
    return several and any(reason.startswith(CALLED) for reason in one.evidence)


def judge_together(looked_at: list[Found]) -> None:
    """Weigh each segment anew by how the same name is judged elsewhere in the text.

    Where the text calls one a place ("the town of X"), or one with a known name of several words is one, so are the
    others.
    """
    by_name: dict[str, list[Found]] = defaultdict(list)
    for one in looked_at:
        by_name[_spelt_alike(one.segment)].append(one)
    for same in by_name.values():
        if len(same) > 1:
            scores = [one.score for one in same]
            called = [one.score > 0.0 and _is_sure(one) for one in same]
            for i, one in enumerate(same):
                reason = discourse(scores[:i] + scores[i + 1 :], one.segment)
                if reason:
                    one.evidence.append(reason)
                    one.score = weigh(one.evidence)
                if any(called[:i] + called[i + 1 :]) and not any(r.startswith(OF_PERSONS) for r in one.evidence):
                    one.score += CALLED_ELSEWHERE


def _is_sure(one: Found) -> bool:
    """Whether a place is called one by the text, or has a known name of several words."""
    at_length = bool(one.segment.candidates) and one.segment.last - one.segment.first > 1
    return at_length or any(reason.startswith(CALLED) for reason in one.evidence)


def _spelt_alike(part: Segment) -> str:
    """What all spellings of one name share: of a long name that nobody knows its consonants."""
    consonants = "" if part.candidates or part.tail else skeleton(part.key)
    return consonants if len(consonants) >= LONG_SKELETON else bare_key(part.key)


def _without_overlaps(found: list[Found]) -> list[Found]:
    out: list[Found] = []
    wholes = [f.segment for f in found if f.segment.tail in WHOLE]
    for one in found:
        mine = one.segment
        if not mine.tail:
            if any(whole.first <= mine.first and mine.last <= whole.last for whole in wholes):
                continue
        elif mine.tail not in WHOLE and any(
            f is not one and mine.first <= f.segment.first and f.segment.last <= mine.last for f in found
        ):
            continue
        out.append(one)
    out.sort(key=lambda f: (f.segment.first, -f.segment.last))
    return [one for i, one in enumerate(out) if i == 0 or out[i - 1].segment.last <= one.segment.first]
