"""Which words of some texts are names of towns, and which of groups."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from crossbearing.actors.tables import Actor, actors
from crossbearing.language import parse
from crossbearing.places import Gazetteer, find_places
from crossbearing.places.names import bare_key, skeleton
from crossbearing.records import PlaceMention

NO_TOWNS = frozenset({"country", "region", "water"})
"""Kinds of place that keep their names, so that the texts still tell which country they speak of."""
MOSTLY = 0.6
"""Share of a word's occurrences that must be a place's name: a word that often means something else keeps standing."""
GROUPS = frozenset({"activist", "armed_group", "ngo"})
"""Kinds of actor that are a group of a conflict if they have a side."""
LATIN = re.compile(r"[A-Za-z]")
DESCRIBING = re.compile(r"\b[a-z]{4,}")
"""A word in small letters, which makes a description ("Britain-based monitor") of what would be a name."""


@cache
def towns_in(texts: tuple[str, ...]) -> dict[str, str]:
    """Return the names of known towns and provinces as the texts write them, with what the spellings of one share.

    Only those of the country that most of them lie in.
    """
    mentions: dict[str, list[PlaceMention]] = defaultdict(list)
    with Gazetteer.open() as gazetteer:
        for mention in (m for text in texts for m in find_places(parse(text), gazetteer)):
            is_town = mention.use == "place" and mention.country and mention.kind not in NO_TOWNS
            if is_town and LATIN.match(mention.text):
                mentions[mention.text].append(mention)
    country, _ = Counter(m.country for each in mentions.values() for m in each).most_common(1)[0]
    here = {name: places for name, each in mentions.items() if (places := [m for m in each if m.country == country])}
    everywhere = _counted(here, texts)
    sure = [name for name in here if len(here[name]) >= MOSTLY * everywhere[name]]
    return {name: _one_town(name, here[name]) for name in _shortest(sure)}


def _one_town(name: str, mentions: list[PlaceMention]) -> str:
    """What the spellings of one town's name share: what they sound like, their first letter and the province."""
    province, _ = Counter(m.province for m in mentions).most_common(1)[0]
    return f"{skeleton(name)} {bare_key(name)[:1]} {province}"


def groups_in(texts: Iterable[str]) -> list[tuple[Actor, list[str]]]:
    """Return the armed groups, activists and monitors of the tables that the texts name, each with its names there."""
    names = {
        alias: actor for actor in actors().values() if actor.kind in GROUPS and actor.side
        for alias in (actor.name, *actor.aliases) if alias[0].isupper() and not DESCRIBING.search(alias)
    }
    written = _counted(names, texts)
    of: dict[str, list[str]] = defaultdict(list)
    for name in _shortest([name for name in names if written[name]]):
        of[names[name].id].append(name)
    return [(actors()[ident], called) for ident, called in of.items()]


def _shortest(names: list[str]) -> list[str]:
    """The names within which no other of them stands: the longer ("Homs province") change with the shorter."""
    inside = names_pattern(names, longest=False)
    return [name for name in names if inside.search(name, 1) is None and inside.match(name, 0, len(name) - 1) is None]


def names_pattern(names: Iterable[str], *, longest: bool = True) -> re.Pattern[str]:
    """Return what finds the names as whole words, the longest first; a name may begin a compound ("Homs-based")."""
    ordered = sorted(names, key=lambda name: (-len(name) if longest else len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def _counted(names: Iterable[str], texts: Iterable[str]) -> Counter[str]:
    """How often each name stands in the texts as a whole word, within longer names too."""
    whole = "\n".join(texts)
    # What stands before a name is looked at behind it: so the search goes from one occurrence to the next.
    each = {name: re.compile(rf"{re.escape(name)}(?<![\w-]{re.escape(name)})(?!\w)") for name in names}
    return Counter({name: len(pattern.findall(whole)) for name, pattern in each.items()})
