"""What a trigger's own words make of it, wherever else in its sentence the same words stand: "tank rounds" and not
"rounds fired near a tank", "aid workers" and not "workers brought aid".
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import Arguments, arguments
from crossbearing.reading.rules_v1.lexicon import Entry
from crossbearing.reading.rules_v1.reached import dealt_to, objects_of
from crossbearing.reading.rules_v1.wordclasses import belongs


def fits(token: Token, entry: Entry) -> bool:
    """Whether a trigger's own words meet the conditions of its entry that ask for them."""
    args = arguments(token) if entry.active or entry.own or entry.not_from or entry.dealing else None
    if args is not None and not _verb_fits(token, entry, args):
        return False
    if any(belongs(c, entry.not_own) for c in token.children if c.dep_ in MODIFYING):
        return False
    if entry.not_behind and token.i > token.sent.start and token.nbor(-1).lower_ in entry.not_behind:
        return False
    behind = (*token.doc[token.i + 1 : token.i + 2], *((token.head,) if token.dep_ in MODIFYING else ()))
    if any(belongs(t, entry.no_part_of) for t in behind):
        return False
    return not (entry.single and _is_of_several(token))


def has_particle(verb: Token, particles: Sequence[str]) -> bool:
    """Whether a verb comes with one of some particles or prepositions."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return following in particles or any(
        c.dep_ in {"prt", "prep", "advmod"} and c.lower_ in particles for c in verb.children
    )


def _verb_fits(verb: Token, entry: Entry, args: Arguments) -> bool:
    if entry.active and (args.passive or not args.objects):
        return False
    left = (*args.objects, *objects_of(verb, {"from"}))
    if any(belongs(t, entry.not_from) for t in left):
        return False
    if entry.own and not any(belongs(t, entry.own) for t in _with(verb, args)):
        return False
    direct = [c for c in verb.children if c.dep_ == "dobj"]
    return not entry.dealing or bool(dealt_to(verb, direct))


def _with(verb: Token, args: Arguments) -> Iterable[Token]:
    """Yield the words that tell by what a verb was done: its doers, what modifies its object ("dozens of tank rounds"),
    what is behind "from".
    """
    affected = args.subjects if args.passive else args.objects
    yield from args.agents if args.passive else args.subjects
    counted = (o for t in affected for c in t.children if c.lower_ == "of" for o in c.children)
    yield from (c for t in (*affected, *counted) for c in t.children if c.dep_ in MODIFYING)
    yield from objects_of(verb, {"from"})


def _is_of_several(noun: Token) -> bool:
    """Whether a noun in the singular stands with several behind "of": "a body of judges" is none's corpse."""
    several = (o for c in noun.children if c.lower_ == "of" for o in c.children if o.tag_ == "NNS")
    return noun.tag_ == "NN" and any(several)


MODIFYING = frozenset({"compound", "nmod", "amod", "prt", "advmod", "dobj"})
"""Parts of a phrase that tell which of its kind something is, and particles."""
