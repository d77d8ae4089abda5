"""For which body a person speaks whom a report names: by what it calls them once, wherever it cites them."""

from itertools import combinations

from crossbearing.actors import Actor, find_actor
from crossbearing.actors.tables import states
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.cited import Cited, name_in
from crossbearing.weighing.context import Context
from crossbearing.weighing.led_back import content, head, led_back
from crossbearing.weighing.person_names import FULL, agree, parts_of
from crossbearing.weighing.source_words import source_words


def spoken_for(person: Cited, claim: Claim, context: Context) -> Actor | Cited | None:
    """Return the body that a person heads or speaks for by the words of the report; null where it tells of none.

    "Observatory director Rana Odeh" and "Odeh, who runs the rights group" speak for whom these words mean. A body that
    no table knows is given by its name.
    """
    for office in context.offices:
        if _is_one(person.name, office.holder, context):
            meant = _meant(office.body, claim, context)
            if meant is not None:
                return meant
    return None


def _is_one(cited: str, holder: str, context: Context) -> bool:
    """Whether a cited name is that of who holds an office: all parts of both agree, and a last name alone has only one
    bearer in the report.
    """
    one, other = parts_of(cited), parts_of(holder)
    if len(one) >= FULL <= len(other):
        return agree(one, other)
    named = context.bearers.get(one[-1], ())
    return one[-1] == other[-1] and all(agree(a, b) for a, b in combinations(named, 2))


def _meant(words: str, claim: Claim, context: Context) -> Actor | Cited | None:
    """Whom the words for a body mean: a known one, the one that the report names ("the rights group"), or a name."""
    if _is_of_states(words):
        return None
    actor = find_actor(words)
    if actor is not None and not actor.generic:
        return actor
    meant = led_back(SourceLink(name=words, named=False), claim, context) if _only_describes(words, context) else None
    definite = words[:4].casefold() == "the "
    if isinstance(meant, Actor) and (definite or head(words) in content(meant.name)):
        return meant
    named = name_in(words, context)
    return named if named is not None and named.of == "body" else None


def _only_describes(words: str, context: Context) -> bool:
    """Whether nothing stands beside the noun of a body that tells it from the one that the report names: "the rights
    group", "the Britain-based monitor"; not "the German NGO", "the Zoran rights group" or a group based where it was.
    """
    telling = (word for word in words.split() if not _is_based_abroad(word, context))
    return set(content(" ".join(telling))) <= source_words().kept_by | {head(words)}


def _is_based_abroad(word: str, context: Context) -> bool:
    """Whether a word tells that a body has its seat in another state than the report is about ("Britain-based")."""
    seat, _, kept = word.rpartition("-")
    state = find_actor(seat) if seat and kept in source_words().kept_by else None
    return state is not None and state.kind == "government" and state.country not in (None, context.country)


def _is_of_states(words: str) -> bool:
    """Whether words name nothing but a state: who leads one is no spokesman of its government."""
    name = words.removeprefix("the ").casefold()
    return any(name in map(str.casefold, (state.name, *state.names)) for state in states().values())
