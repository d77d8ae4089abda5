"""Who is said to be behind a deed that a noun names: blamed, accused, held responsible, or told to stand behind it."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.places import country_code
from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.lexicon import certainty_words, deed_words, load_data
from crossbearing.reading.rules_v1.noun_phrases import goes_on, phrase
from crossbearing.reading.rules_v1.polarity import is_left_undone, is_undone
from crossbearing.reading.rules_v1.rows import with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs, is_named_body


@cache
def blame_words() -> Mapping[str, frozenset[str]]:
    """Return the words by which a deed is laid at somebody's door; see the head of blame.yaml for what each list means.

    >>> "attribute" in blame_words()["laying"]
    True
    """
    return {use: frozenset(words) for use, words in load_data("blame.yaml").items()}


ACTING = frozenset({"person", "combatant", "armed_body", "aerial"})
"""Classes of nouns for those who may be to blame, and for what they fly."""


def names_a_doer(modifier: Token) -> bool:
    """Whether a word before a noun may name whose deed it is ("Syrian air strikes", "army shelling")."""
    if modifier.pos_ not in {"ADJ", "PROPN", "NOUN"} or belongs(modifier, {"explosive", "aerial", "heavy_weapon"}):
        return False
    # "A major offensive", "military strikes" tell of what sort they are; "Norwegian military strikes" whose.
    sort = modifier.pos_ == "ADJ" and modifier.lemma_.lower() in blame_words()["sorts"]
    before = modifier.nbor(-1) if modifier.i else modifier
    whose = before.i < modifier.i and goes_on(before) and names_a_doer(before)
    if belongs(modifier, {"armed_body", "combatant"}) and (not sort or whose):
        return True
    if not modifier.text[:1].isupper() or belongs(modifier, {"person"}):
        return False
    if len(modifier) <= LONGEST_ACRONYM and not modifier.is_upper:
        return False  # "Car Bomb" in a headline is of no CAR
    if country_code(modifier.text) is not None or is_named_body(modifier):
        return True
    names = [modifier.text] if modifier.pos_ != "PROPN" else [modifier.text, phrase(modifier)]
    if modifier.text.endswith("s") and not modifier.text.endswith("ss"):  # an owner's lost apostrophe ("Norways raids")
        names.append(modifier.text[:-1])
        if country_code(modifier.text[:-1]) is not None:
            return True
    return any(actor.kind in ARMED_OR_STATE for name in names if (actor := find_actor(name)) is not None)


LONGEST_ACRONYM = 3
"""Letters up to which a country's name is an acronym."""
ARMED_OR_STATE = frozenset({"government", "military", "armed_group", "police"})


def may_be_to_blame(noun: Token) -> bool:
    """Whether a noun may stand for somebody who did it ("rebels", "Russia", "its jets"); not "poor planning"."""
    return names_a_doer(noun) or belongs(noun, ACTING)


def blamed(noun: Token) -> list[Token]:
    """Return the heads of those whom the words around a noun say to be behind what it names; empty where none are."""
    told = dict.fromkeys([*_by_the_verb(noun), *_by_a_preposition(noun), *_in_a_clause(noun)])
    return [who for who in told if who.pos_ in {"PROPN", "PRON"} or may_be_to_blame(who)]


def is_unsaid(verb: Token) -> bool:
    """Whether a verb tells of nothing: "did not blame", "nobody blamed", "refused to blame", "wrongly blamed"."""
    unsaying = UNSAYING | certainty_words().nobody
    return is_left_undone(verb) or any(c.dep_ == "neg" or c.lower_ in unsaying for c in verb.children)


UNSAYING = frozenset({"wrongly", "falsely", "mistakenly", "first", "initially", "never"})
"""Words beside a verb of blame that take back what it tells."""


def laid_on(verb: Token, deed: Token | None = None) -> Iterator[Token]:
    """Yield those on whom a verb of blame lays a deed: "blamed the attack on rebels", "an attack attributed to them".

    The parse may hang the preposition on the verb, on who lays it there, or on `deed`; null for no such word.
    """
    if verb.lemma_.lower() not in blame_words()["laying"] or is_unsaid(verb):
        return
    hosts = [verb, *arguments(verb).agents, *([deed] if deed is not None else ())]
    for child in (c for host in hosts for c in host.children):
        if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to"} and child.i > verb.i:
            for told in child.children:
                if told.dep_ == "pobj" and may_be_to_blame(told):
                    yield from with_conjuncts(told)


def _by_the_verb(noun: Token) -> Iterator[Token]:
    """Those whom the verb names that the noun is the object or subject of."""
    verb = noun.head
    if noun.dep_ in {"dobj", "obj", "nsubjpass"}:
        yield from laid_on(verb, noun)
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":  # "the attack was the work of rebels"
        works = (c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in blame_words()["works"])
        yield from (n for w in works for c in w.children if c.lower_ == "of"
                    for g in c.children if g.dep_ == "pobj" for n in with_conjuncts(g))  # fmt: skip


def _by_a_preposition(noun: Token) -> Iterator[Token]:
    """Those who are "blamed for", "accused of", "responsible for" or "behind" it."""
    preposition, above = noun.head, noun.head.head
    if noun.dep_ not in {"pobj", "pcomp"}:
        return
    word = preposition.lower_
    if word in {"for", "of", "over"}:
        # "accused rebels of an attack": the parse may hang "of" on who is accused.
        verb = above.head if above.dep_ in {"dobj", "obj"} and may_be_to_blame(above) else above
        if verb.lemma_.lower() in blame_words()["blaming"] and not is_unsaid(verb):
            args = arguments(verb)
            yield from args.subjects if args.passive else args.objects
    if word == "for" and above.lower_ == "responsible":
        yield from _responsible(above)
    elif word == "behind" and above.lemma_ == "be":
        yield from arguments(above).subjects
    elif word == "behind" and may_be_to_blame(above):
        yield from with_conjuncts(above)


def _responsible(word: Token) -> Iterator[Token]:
    """Those whom "responsible" is said of: "held the army responsible", "the army is responsible"."""
    if word.dep_ == "amod":
        yield from with_conjuncts(word.head)
        return
    if word.dep_ == "conj":  # "held the army directly and fully responsible"
        word = word.head
    args = arguments(word.head)
    held = word.head.lemma_.lower() in blame_words()["holding"] and not args.passive
    yield from (o for o in args.objects if o.i < word.i) if held else args.subjects


def _in_a_clause(noun: Token) -> Iterator[Token]:
    """Those whom a clause about the noun names: "an attack blamed on rebels", "strikes that they say X carried out"."""
    for clause in noun.children:
        if clause.dep_ in {"acl", "relcl", "ccomp"}:
            yield from laid_on(clause)
            for told in clause.children:
                if told.dep_ == "ccomp" and told.lemma_.lower() not in deed_words()["witnessing"]:
                    done = told.lemma_.lower() in deed_words()["carrying_out"] and not is_undone(told)
                    args = arguments(told)
                    yield from args.subjects if done and not args.passive else args.agents
