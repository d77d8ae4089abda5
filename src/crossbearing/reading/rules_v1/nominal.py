"""Nouns that name happenings: who did it and to whom, and whether the noun tells anything new."""

from functools import cache

from spacy.tokens import Token

from crossbearing.places import country_code
from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.arguments import arguments, modifiers
from crossbearing.reading.rules_v1.blame import blame_words, blamed, is_unsaid, names_a_doer
from crossbearing.reading.rules_v1.lexicon import deed_words, triggers, verb_forms
from crossbearing.reading.rules_v1.misparsed import verb_before
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS
from crossbearing.reading.rules_v1.number_words import number_words
from crossbearing.reading.rules_v1.polarity import DEFINITE, undoing
from crossbearing.reading.rules_v1.rows import with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import COUNTING, belongs, tells_day
from crossbearing.reading.rules_v1.wounds import WOUNDED, bearers

OF_THE_DOER = frozenset({
    "troop_movement", "territory_change", "defection", "support", "ground_operation", "protest", "accuse_condemn",
    "demand", "threaten",
})  # fmt: skip
"""Kinds whose nouns take the doer with "of" ("the advance of the troops"); other nouns take the affected."""


BEFORE_AFFECTED: dict[str, set[str]] = {"destruction": {"at", "to"}, "killing": set(), "injury": set()}
"""What else than "of" stands before those affected: mostly "at", which behind a toll tells where it was ("treated for
wounds at the hospital").
"""


def points_back(noun: Token) -> bool:
    """Whether a bare noun only points back to what was told ("after the attack")."""
    if noun.dep_ == "compound" and belongs(noun.head, {"place_noun", "building"}):
        return True
    if not _is_bare_and_definite(noun):
        return False
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return not any(
            _is_one(v, "occurring", "carrying_out")
            for v in (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
        )
    retold = noun.lemma_.lower() == "toll" and verb.lemma_.lower() in number_words()["retelling"]
    return not (noun.dep_ in {"dobj", "obj"} and (retold or _is_one(verb, "carrying_out", "vouching")))


def tells_on(verb: Token) -> bool:
    """Whether a verb tells what came of a deed told of before: "the attack killed nine as they entered Peru"."""
    deeds = [s for s in arguments(verb).subjects if s.pos_ == "NOUN"] if verb.pos_ == "VERB" else []
    return bool(deeds) and all(is_deed(s) and _is_bare_and_definite(s) for s in deeds)


def is_deed(noun: Token) -> bool:
    """Whether a noun names a happening ("the air strikes killed"), which is no doer."""
    named = any(t.part == "nouns" for t in triggers().get(noun.lower_, ()))
    return named and not belongs(noun, {"armed_body", "combatant", "person"})


def _is_bare_and_definite(noun: Token) -> bool:
    """Whether nothing but "the" or the like tells which one a noun means, so that it was told of before."""
    children = list(noun.children)
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in children)
    return definite and not any(
        c.dep_ in {"amod", "compound", "nummod", "prep", "acl", "relcl", "poss"}
        and c.lower_ not in {"latest", "deadly", "whole"}
        for c in children
    )


def _is_one(verb: Token, *uses: str) -> bool:
    """Whether a verb or noun is of some lists of the words about deeds."""
    return any(verb.lemma_.lower() in deed_words()[use] for use in uses)


def noun_sides(noun: Token, kind: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Doers and affected of a noun: "army shelling of the town", "strikes by X on Y", "X carried out attacks"."""
    actors: list[Token] = []
    patients = [noun.head] if noun.dep_ == "compound" and noun.head.lemma_.lower() == "victim" else []
    helped = kind == "shelter_aid" and noun.dep_ == "dobj" and _is_one(noun.head, "getting")
    helped &= not any(c.lower_ == "for" for word in (noun, noun.head) for c in word.children)
    carriers = [] if helped else [*_light_verb_actors(noun), *blamed(noun)]
    patients += arguments(noun.head).subjects if helped else ()
    for before in modifiers(noun):
        if _is_against(before) or (_is_one(noun, "befalling") and belongs(before, {"armed_body", *WOUNDED})):
            patients.append(before)
        elif names_a_doer(before) and not (carriers and before.pos_ == "ADJ") and not _is_site(before, kind):
            actors += [before, *(c for c in before.children if c.dep_ == "conj" and c.i < noun.i and names_a_doer(c))]
    if actors and _is_severed_pair(noun):
        actors.insert(0, noun.head)
    for child in (*noun.children, *_behind_number(noun)):
        if child.dep_ == "poss":
            (patients if kind in {"killing", "injury"} else actors).append(child)
        elif child.dep_ in {"prep", "agent"}:
            objects = [n for g in child.children if g.dep_ == "pobj" for n in with_conjuncts(g)]
            where = any(belongs(n, {"place_noun"}) or _is_one(n, "bearings") for n in objects)
            places = child.lower_ == "from" and where
            if not places and (
                child.lower_ == "by"
                or (child.lower_ == "from" and kind in OF_THE_DOER | {"deny_reject"})
                or (child.lower_ == "of" and kind in OF_THE_DOER and not _is_one(noun, "taking"))
            ):
                actors.extend(objects)
            elif child.lower_ in {"of", "on", "against", "with"} | BEFORE_AFFECTED.get(kind, {"at"}):
                patients.extend(objects)
        elif child.dep_ == "relcl" and _performs(child, noun) and not arguments(child).passive:
            actors.extend(s for s in arguments(child).subjects if s.i != noun.i)
        elif child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBN", "VBD"}:
            # "strikes carried out by", "strikes believed to be carried out by"
            for verb in (child, *(c for c in child.children if c.dep_ == "xcomp")):
                others = verb.lemma_ in blame_words()["laying"] or _is_one(verb, "witnessing", "parrying", "prompting")
                actors.extend(arguments(verb).agents if not others else ())
        elif child.dep_ == "amod" and child.tag_ == "VBN":
            # "Russian-led strikes"; of "US-led coalition strikes" the coalition; no doers of rebel-held strongholds
            holds = child.lower_ in cues().held
            led = (c for c in child.children if not holds and c.dep_ == "npadvmod" and names_a_doer(c))
            actors.extend(led if not actors else ())
    one, other = _parties(noun)
    actors.extend(one)
    patients.extend(other)
    above = _verb_above(noun)
    if above is not None and not patients and _is_one(above, "harming"):
        args = arguments(above)
        patients.extend(args.subjects if args.passive or above.lemma_ == "die" else args.objects)
    wounds = kind == "injury" or noun.lemma_ == "wound"  # "with a fatal wound" kills
    theirs = noun.head.head.lemma_ != "die" and all(p.dep_ == "poss" and p.pos_ == "PRON" for p in patients)
    borne = bearers(noun) if wounds and (theirs or not patients) else []
    patients = [] if borne else patients  # "nine guards were treated for their wounds"
    met = dict.fromkeys(t for t in (*patients, *_receivers(noun), *borne) if t not in carriers)
    return tuple(dict.fromkeys([*actors, *carriers])), tuple(met)


def _behind_number(noun: Token) -> list[Token]:
    """The prepositions behind a noun that the parse hangs on the number of it: "dozens of raids by the army"."""
    number = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    counts = number.lemma_.lower() in COUNTING or _is_one(number, "series")
    return [c for c in number.children if counts and c.dep_ in {"prep", "agent"} and c.i > noun.i]


def _is_severed_pair(noun: Token) -> bool:
    """Whether the parse joins a noun to the first of two whose it is: "the regime and Russian attacks"."""
    return noun.dep_ == "conj" and names_a_doer(noun.head) and noun.left_edge.i == noun.head.i + 2


def _is_site(modifier: Token, kind: str) -> bool:
    """Whether a country's own name before a noun tells where it was ("a Lebanon blast"), not whose deed."""
    return modifier.pos_ == "PROPN" and kind in HAPPENING_THERE and country_code(modifier.text) is not None


HAPPENING_THERE = frozenset({"explosion", "killing", "injury", "protest", "unrest", "clash", "shelling"})


def _is_against(modifier: Token) -> bool:
    """Whether a word before a noun says whom it is against ("an anti-ISIL offensive")."""
    doc, at = modifier.doc, modifier.i
    return at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ == "anti"


def _parties(noun: Token) -> tuple[list[Token], list[Token]]:
    """Between whom it was, on one side and on the other, also where a verb or a place stands between."""
    above = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ == "VERB" else noun
    between = next((t for t in above.subtree if t.lower_ == "between" and t.i > noun.i), None)
    if between is not None and is_deed(between.head) and between.head.i != noun.i:
        return [], []  # "attacks in a town that has seen fighting between rebels and the army"
    first = next((g for g in between.children if g.dep_ == "pobj"), None) if between is not None else None
    if first is None:
        return [], []
    named = list(with_conjuncts(first))
    if len(named) == 1:
        # "between rebels from the Army of Islam and ISIL": joined to what stands nearer.
        others = [t for t in first.subtree if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"}][-1:]
        # "between the army and rebel groups": joined to what stands before the groups.
        before = [t.head for t in others if t.head.dep_ in BEFORE_NOUNS and t.head.head.i == first.i]
        named = [*(before or named), *others]
    return named[:1], named[1:]


@cache
def performing() -> frozenset[str]:
    """Return the verbs whose subject does what their object names."""
    return deed_words()["carrying_out"] | deed_words()["performing"]


def _performs(verb: Token, noun: Token) -> bool:
    """Whether the subject of a verb does what its object names, and is not told to have had no part in it."""
    return _is_one(verb, "carrying_out", "performing") and undoing(noun) is None


def _verb_above(noun: Token) -> Token | None:
    """The verb a noun is the subject of, or stands under by a preposition."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.pos_ == "VERB":
        return head
    if (
        noun.dep_ == "pobj"
        and head.lower_ in {"in", "by", "during", "after", "when", "from"}
        and head.head.pos_ in {"VERB", "ADJ"}
    ):
        return head.head
    return None


def _light_verb_actors(noun: Token) -> list[Token]:
    """Who "carried out", "launched" or "is engaged in" what the noun names."""
    head = noun.head
    above = head.head
    if head.dep_ == "prep" and head.lower_ == "of" and (belongs(above, {"number", "one"}) or _is_one(above, "series")):
        return _light_verb_actors(above)  # "mounted one of the heaviest attacks", "launched a wave of raids"
    if noun.dep_ in {"dobj", "obj"} and (_performs(head, noun) or _is_one(head, "gaining")):
        return list(arguments(head).agents or arguments(head).subjects)
    if _is_before_day(noun) and _performs(above, noun):
        return list(arguments(above).subjects)
    if (verb := verb_before(noun)) is not None and any(verb.lower_ in verb_forms(v) for v in performing()):
        return list(arguments(head).subjects)
    if noun.dep_ in {"dobj", "obj"} and not arguments(head).passive:
        # "broke a siege of the city by the army": the parse hangs "by" on the verb.
        behind = (c for c in head.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by" and c.i > noun.i)
        return [g for c in behind for g in c.children if g.dep_ == "pobj" and names_a_doer(g)]
    if noun.dep_ == "nsubjpass":
        # "the strike was carried out by", "the strike is believed to have been carried out by"
        raised = [c for c in head.children if c.dep_ == "xcomp" and any(g.lower_ == "have" for g in c.children)]
        done = [verb for verb in (head, *(raised if not is_unsaid(head) else ())) if _performs(verb, noun)]
        return [doer for verb in done for doer in arguments(verb).agents]
    if noun.dep_ != "pobj":
        return []
    parting = above.head if above.lower_ == "part" else above
    if head.lower_ == "in" and parting.lemma_ == "take" and any(c.lower_ == "part" for c in parting.children):
        return list(arguments(parting).subjects)
    if (head.lower_ == "in" and _is_one(above, "engaging")) or (head.lower_ == "with" and _is_one(above, "answering")):
        return list(arguments(above).subjects)
    wields = above.head if above.dep_ == "dobj" else above  # "used gas in attacks on"
    if head.lower_ in {"in", "during"} and _is_one(wields, "wielding") and not arguments(wields).passive:
        return list(arguments(wields).subjects)
    if head.lower_ in {"in", "during"} and _is_one(above, "harming"):
        told = arguments(above)
        if told.passive:  # "hurt in raids on the mill by the army": the parse hangs "by" on the verb
            return [agent for agent in told.agents if agent.i > noun.i and names_a_doer(agent)]
        return [s for s in told.subjects if above.lemma_ != "die"]
    if head.lower_ == "for" and above.lemma_ in {"prepare", "plan"}:  # "prepared for an offensive"
        told = arguments(above)
        of_others = any(c.lower_ == "by" for c in noun.children)
        return list(told.subjects) if not (told.objects or told.passive or of_others) else []
    if head.lower_ == "under":
        return [g for c in above.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]
    return []


def _is_before_day(noun: Token) -> bool:
    """Whether the parse takes an object for a word about the day behind it: "launched an offensive Friday"."""
    return noun.dep_ == "amod" and tells_day(noun.head)


def _receivers(noun: Token) -> list[Token]:
    """Who or what "came under" or "faced" what the noun names."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "under" and (head.head.lemma_ == "be" or _is_one(head.head, "receiving")):
        return list(arguments(head.head).subjects)
    charged = head.lemma_.lower() == "face" and _is_one(noun, "crimes")
    met = head.lemma_ != "come" and _is_one(head, "receiving", "parrying")
    if noun.dep_ in {"dobj", "obj"} and met and not charged:
        return list(arguments(head).subjects)
    verb = head.head if _is_before_day(noun) else head
    if (noun.dep_ in {"dobj", "obj"} or verb is not head) and _is_one(verb, "carrying_out", "performing"):
        directed = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"against", "on"} and c.i > noun.i]
        return [n for c in directed for g in c.children if g.dep_ == "pobj" for n in with_conjuncts(g)]
    return []
