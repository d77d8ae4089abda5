"""Finds who a name in a report stands for."""

from functools import cache, lru_cache
from typing import Literal

from crossbearing.actors.describe import CIVIL, country_of, describe, find_head, singular, state_called
from crossbearing.actors.misspelt import find_misspelt
from crossbearing.actors.names import cased_words, fold, key
from crossbearing.actors.own_names import named_group
from crossbearing.actors.tables import Actor, actors, heads, states

LONGEST_ACRONYM = 4
"""Letters up to which a name in capitals must be written so ("WHO", not "who"); other single words need one capital."""
PARTING = frozenset(
    (
        "of for at in from with by on near to inside outside who that which told fleeing behind under against and or "
        "about reached speaking close around"
    ).split()
)
"""Words at which the part of a description that holds its head noun ends."""
CARRYING = frozenset({"of", "for", "at", "from", "with", "in", "by", "to", "close", "on"})
"""Those of them over which a spokesman speaks for a body, a source is close to it, and so on."""
ORGANS = frozenset({"committee", "bureau", "secretariat"})
"""Parts of a body that speak for it ("the coalition's political committee")."""
NEGATING = frozenset({"anti", "counter", "ex", "former"})

Phrase = tuple[str, ...]
Case = Literal["any", "capital", "capitals"]


def _case(alias: str, words: Phrase) -> Case:
    if len(words) > 1 or alias == alias.lower():  # small letters, or a script that has no capitals
        return "any"
    return "capitals" if alias.replace(".", "").isupper() and len(words[0]) <= LONGEST_ACRONYM else "capital"


def _written(word: str, case: Case) -> bool:
    return case == "any" or _owner(word).isupper() or (case == "capital" and word[0].isupper())


@cache
def _names() -> dict[str, list[tuple[Phrase, Case, str]]]:
    """First word -> (whole key, how it must be written, actor id), longest first."""
    index: dict[str, list[tuple[Phrase, Case, str]]] = {}
    for actor in actors().values():
        plain = actor.name.split(" (")[0]
        for alias in dict.fromkeys((plain, *actor.aliases)):
            words = key(alias)
            index.setdefault(words[0], []).append((words, _case(alias, words), actor.id))
    for entries in index.values():
        entries.sort(key=lambda e: -len(e[0]))
    return index


@cache
def _state_names() -> dict[Phrase, str]:
    """Names and metonyms of states -> code, for names that stand alone ("Ankara said")."""
    return {key(name): s.code for s in states().values() for name in (*s.names, *s.metonyms)}


@cache
def _state_acronyms() -> frozenset[Phrase]:
    """Names of states that stand in capitals alone: "US" is no "us", and "CAR" no car."""
    return frozenset(key(name) for s in states().values() for name in s.names if name.isupper())


def _parts(folded: str) -> list[tuple[Phrase, Phrase, str]]:
    """The name cut at prepositions, conjunctions and commas: words, words as written, and what opened each part."""
    parts: list[tuple[list[str], list[str], str]] = [([], [], "")]
    for piece in folded.replace("(", ",").replace(")", ",").replace(";", ",").split(","):
        if parts[-1][0]:
            parts.append(([], [], ","))
        for word in cased_words(piece):
            low = word.casefold()
            if low in PARTING and not (word.isupper() and len(word) > 1):
                if parts[-1][0]:
                    parts.append(([], [], low))
                else:
                    parts[-1] = ([], [], low)
            else:
                parts[-1][0].append(low)
                parts[-1][1].append(word)
    return [(tuple(low), tuple(cased), opener) for low, cased, opener in parts if low]


def _named(low: Phrase, cased: Phrase) -> tuple[Actor, int, int] | None:
    """The named actor with the longest name in these words, with start and end; of equals the first.

    Where the tables know none, a group whose name tells that it is one.
    """
    best: tuple[Actor, int, int] | None = None
    for start, word in enumerate(low):
        if start and low[start - 1] in NEGATING:
            continue
        for phrase, case, ident in _begun(word, cased[start]):
            end = start + len(phrase)
            if _reads(low[start:end], cased[start:end], phrase) and _written(cased[start], case):
                if best is None or end - start > best[2] - best[1]:
                    best = (actors()[ident], start, end)
                break
    return best or named_group(low, cased)


def named_in(text: str) -> list[tuple[int, Actor]]:
    """Return the named actors of a running text, with the number of the word where each name begins, in order.

    Words are counted without articles. Of names that overlap the longest counts.

    >>> [actor.id for _, actor in named_in("Amnesty and the Syrian Observatory for Human Rights counted the dead.")]
    ['amnesty-international', 'syrian-observatory-for-human-rights']
    """
    cased = cased_words(fold(text))
    low = tuple(w.casefold() for w in cased)
    found: list[tuple[int, Actor]] = []
    at = 0
    while at < len(low):
        step = 1
        for phrase, case, ident in _names().get(low[at], ()):
            if low[at : at + len(phrase)] == phrase and _written(cased[at], case):
                found.append((at, actors()[ident]))
                step = len(phrase)
                break
        at += step
    return found


def _begun(word: str, written: str) -> list[tuple[Phrase, Case, str]]:
    """The names that a word begins, also as an acronym's possessive that lost its apostrophe ("UNs")."""
    return _names().get(word) or _names().get(_owner(written).casefold(), [])


def _owner(written: str) -> str:
    """A word without the s of an acronym that owns or is several ("UNs"); any other as it is, "Is" too."""
    owns = written[:-1].isupper() and written[-1:] == "s" and len(written) > SHORTEST_OWNER
    return written[:-1] if owns else written


def _reads(low: Phrase, cased: Phrase, phrase: Phrase) -> bool:
    """Whether words are a name, or its possessive without the apostrophe ("Human Rights Watchs director")."""
    if low == phrase:
        return True
    owned = low[:-1] == phrase[:-1] and low[-1:] == (f"{phrase[-1]}s",) and cased[-1][:1].isupper()
    return owned and (len(phrase) > 1 or cased[-1][:-1].isupper())


SHORTEST_OWNER = 2
"""Letters above which capitals with an s are an acronym that owns."""


def names_body(name: str) -> bool:
    """Whether a name is that of a known actor, or leads to one; no description does.

    >>> names_body("Amnesty International"), names_body("gunmen"), names_body("Jisr al-Shughour")
    (True, False, False)
    """
    actor = find_actor(name)
    return actor is not None and not actor.generic


def _whole(folded: str) -> tuple[Phrase, Phrase]:
    cased = tuple(cased_words(folded))
    return tuple(w.casefold() for w in cased), cased


@lru_cache(maxsize=1 << 16)
def find_actor(name: str) -> Actor | None:
    """Return who a name or description in a report stands for, or null where nothing is known of it.

    Named actors are found leniently: articles, hyphens, possessives and accents do not matter, one word of a long name
    may be misspelt, and titles or people of a body lead to the body. Descriptions give a generic actor whose kind, side
    and country come from the words themselves.

    >>> find_actor("Rami Abdel Rahman, head of the U.K.-based Syrian Observatory").id
    'syrian-observatory-for-human-rights'
    >>> find_actor("regime warplanes").side, find_actor("soldiers of Chad").country, find_actor("shopkeepers").kind
    ('government', 'TD', 'resident')
    >>> find_actor("Nobody in particular") is None
    True
    """
    folded = fold(name)
    low, cased = _whole(folded)
    if not low:
        return None
    found = _meant(folded, low, cased)
    known = found is not None and not found.generic and (found.id in actors() or found.kind == "government")
    return found if known else find_misspelt(low) or found


def find_doer(name: str) -> Actor | None:
    """Return who did what a name is told to have done: as `find_actor`, and a state for its adjective alone.

    >>> find_doer("Israeli").id, find_doer("rebels").id, find_doer("Nobody in particular") is None
    ('il-government', 'rebels', True)
    """
    found = find_actor(name)
    if found is not None:
        return found
    low, cased = _whole(fold(name))
    state = state_called(low) if low and cased[0][:1].isupper() else None
    return state_actor(state) if state is not None else None


def _meant(folded: str, low: Phrase, cased: Phrase) -> Actor | None:
    """Who is meant if every word is spelt right."""
    exact = _named(low, cased)
    if exact and exact[2] - exact[1] == len(low):
        return exact[0]
    if low in _state_names() and (low not in _state_acronyms() or cased[0].isupper()):
        return state_actor(_state_names()[low])
    spanning = _spanning(low, cased)
    for at, (part, written, opener) in enumerate(parts := _parts(folded)):
        if at and opener not in CARRYING and opener not in (",", "and", "or"):
            break
        found = _of_part(part, written, parts[at + 1 :])
        if found:
            # "Union of Medical Care": a name that runs over a preposition beats the description made of its pieces.
            return spanning if spanning and found.generic else found
    return spanning


def _spanning(low: Phrase, cased: Phrase) -> Actor | None:
    """A name of several parts ("Islamic State of Iraq and the Levant") that stands where the head noun stands."""
    named = _named(low, cased)
    if named and any(w in PARTING for w in low[named[1] : named[2]]):
        head = find_head(low[: named[1]])
        if head is None or _is_through(low[head[1] : head[2]]):
            return named[0]
    return None


def _is_through(head: Phrase) -> bool:
    return not {singular(head[-1]), head[-1], " ".join(head)}.isdisjoint(heads().through)


def _only_modifies(actor: Actor, head: str) -> bool:
    """Whether a named actor before a head noun only says whose those are: villagers, or a government's warplanes.

    Nor do the fighters and activists of a country's opposition speak for the body that its politicians formed.
    """
    if head in CIVIL:
        return actor.kind not in ("media", "agency")
    if actor.kind == "government" and actor.side == "opposition":
        return head in ("army", "forces", "rebels", "militants", "activists")
    return actor.kind == "government" and actor.side == "government" and head in ("army", "forces", "police", "medics")


def _of_part(low: Phrase, cased: Phrase, rest: list[tuple[Phrase, Phrase, str]]) -> Actor | None:
    head = find_head(low)
    named = _named(low, cased)
    organ = head is not None and singular(low[head[2] - 1]) in ORGANS
    if named and not (head and head[1] >= named[2] and not organ and _only_modifies(named[0], head[0])):
        return named[0]
    if head is None:
        return None
    country = named[0].country if named else None
    if rest and rest[0][2] in CARRYING:
        behind, written = rest[0][0], rest[0][1]
        if _is_through(low[head[1] : head[2]]):
            body = _named(behind, written)
            if body:
                return body[0]
            inner = find_head(behind)
            if inner and inner[0] not in CIVIL and rest[0][2] != "in":
                return describe(behind, inner)
        country = country or _state_names().get(behind) or country_of(behind)
    return describe(low, head, country)


def state_actor(code: str) -> Actor:
    """Return the government of a state, named in the tables or not.

    >>> state_actor("TR").id, state_actor("NO").side
    ('tr-government', 'government')
    """
    known = actors().get(f"{code.lower()}-government")
    if known:
        return known
    ident = f"{code.lower()}-government"
    name = f"government of {states()[code].name}"
    return Actor(id=ident, name=name, kind="government", side="government", country=code, family=ident)
