"""Those whom reports only describe: "rebels", "a military source", "Turkish security forces"."""

from functools import cache

from crossbearing.actors.names import key
from crossbearing.actors.tables import Actor, actors, heads, states
from crossbearing.records import SourceKind

CIVIL = frozenset({"residents", "witnesses"})
"""Classes of people to whom a people's adjective gives no side: Kurdish villagers are no Kurdish party."""
_RELATING_WORDS = "backed led held based trained allied supported funded occupied".split()
RELATING = frozenset((word,) for word in _RELATING_WORDS)
"""Words after a state's adjective that make others only related to it ("Turkish-backed rebels")."""
ARMED_NON_STATE = frozenset({"opposition", "jihadist", "separatist", "kurdish"})

_IRREGULAR = {"men": "man", "people": "people", "children": "child", "wives": "wife", "police": "police"}


def singular(word: str) -> str:
    """Return the singular of a plain English noun.

    >>> [singular(w) for w in ("rebels", "authorities", "gunmen", "press", "militias")]
    ['rebel', 'authority', 'gunman', 'press', 'militia']
    """
    for plural, one in _IRREGULAR.items():
        if word.endswith(plural):
            return word[: -len(plural)] + one
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _head_index() -> dict[tuple[str, ...], str]:
    return {key(w): name for name, cls in heads().heads.items() for w in cls.words}


@cache
def _country_index() -> dict[tuple[str, ...], str]:
    index: dict[tuple[str, ...], str] = {}
    for state in states().values():
        for name in (*state.adjectives, *state.names):
            index[key(name)] = state.code
            index.setdefault((*key(name)[:-1], key(name)[-1] + "s"), state.code)
    return index


@cache
def _modifier_index() -> dict[tuple[str, ...], str]:
    return {key(word): word for word in heads().modifiers}


def find_head(tokens: tuple[str, ...]) -> tuple[str, int, int] | None:
    """Return the class, start and end of the last head noun (one to three words) among lower-case words, or null."""
    index = _head_index()
    for end in range(len(tokens), 0, -1):
        for size in (3, 2, 1):
            if size <= end:
                start = end - size
                phrase = (*tokens[start : end - 1], singular(tokens[end - 1]))
                cls = index.get(phrase) or index.get(tokens[start:end])
                if cls:
                    return cls, start, end
    return None


def country_of(tokens: tuple[str, ...]) -> str | None:
    """Return the ISO code of the first state named by name or adjective among lower-case words.

    >>> country_of(("south", "korean", "troops"))
    'KR'
    """
    index = _country_index()
    for start in range(len(tokens)):
        for size in (4, 3, 2, 1):
            code = index.get(tokens[start : start + size])
            if code and tokens[start + size : start + size + 1] not in RELATING:
                return code
    return None


def state_called(tokens: tuple[str, ...]) -> str | None:
    """Return the ISO code of the state whose name or adjective these lower-case words are, all of them.

    >>> state_called(("south", "korean")), state_called(("korean", "troops")) is None
    ('KR', True)
    """
    return _country_index().get(tokens)


def describe(tokens: tuple[str, ...], head: tuple[str, int, int], country: str | None = None) -> Actor:
    """Return the actor that a description names, from its head noun and the words before it.

    `country` (ISO code) is whose they are where words elsewhere say so ("soldiers of Chad").
    """
    cls, start, _ = head
    rule = heads().heads[cls]
    kind: SourceKind = rule.kind
    side = rule.side
    before = tokens[:start]
    for at in range(len(before)):
        for size in (2, 1):
            word = _modifier_index().get(before[at : at + size])
            if word:
                modifier = heads().modifiers[word]
                kind = modifier.kind or kind
                if cls not in CIVIL or modifier.side != "kurdish":
                    side = modifier.side or side
    if kind == "military" and side in ARMED_NON_STATE:
        kind = "armed_group"
    country = None if cls in CIVIL else country_of(before) or country
    if rule.of_state and country and side is None:
        side = "government"
    return _described(cls, kind, side, country)


def _described(cls: str, kind: SourceKind, side: str | None, country: str | None) -> Actor:
    if kind == "armed_group" and side == "opposition":
        cls = "rebels"
    elif kind in ("military", "armed_group") and side == "government" and cls in ("forces", "army", "militants"):
        cls = "army" if kind == "military" else "militants"
    own_side = heads().heads[cls].side
    known = f"{country.lower()}-{cls}" if country else ""
    if known in actors() and side == own_side:
        return actors()[known]
    parts = [country.lower() if country else "", side if side and side != own_side else "", cls]
    adjective = (states()[country].adjectives or (states()[country].name,))[0] if country else ""
    name = " ".join(p for p in (adjective, parts[1] or "", cls) if p)
    ident = "-".join(p for p in parts if p)
    return Actor(id=ident, name=name, kind=kind, side=side, country=country, family=ident, generic=True)
