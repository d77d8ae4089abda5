"""Words that name happenings, matched one by one, with who did what to whom."""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import Arguments, arguments, inherited_subjects
from crossbearing.reading.rules_v1.blame import laid_on
from crossbearing.reading.rules_v1.certainty import is_withheld
from crossbearing.reading.rules_v1.lexicon import Entry, Part, Trigger, certainty_words, triggers
from crossbearing.reading.rules_v1.mass_nouns import names_something_else, stands_behind
from crossbearing.reading.rules_v1.misparsed import befallen, is_verb_of_count, severed_modifier
from crossbearing.reading.rules_v1.nominal import noun_sides, points_back
from crossbearing.reading.rules_v1.noun_phrases import before_state
from crossbearing.reading.rules_v1.own_words import fits, has_particle
from crossbearing.reading.rules_v1.polarity import polarity_of
from crossbearing.reading.rules_v1.reached import directed_at, fallen_to, fired_at, taken_from
from crossbearing.reading.rules_v1.rows import is_of_all, row_before
from crossbearing.reading.rules_v1.told_as_so import is_told
from crossbearing.reading.rules_v1.wordclasses import belongs, meets_neighbours, tells_day

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds of which a participle before a noun tells ("two wounded men"); "a besieged town" tells no news."""
MOVING = frozenset({"troop_movement"})
"""Kinds of which a bare participle tells what its noun did, not what was done to it."""


class Happening(msgspec.Struct, frozen=True):
    """A word that names a happening, with the heads of those who did it and of those it was done to."""

    token: Token
    kind: str
    trigger: Trigger
    actors: tuple[Token, ...]
    patients: tuple[Token, ...]

    @property
    def weak(self) -> bool:
        """Whether it counts only beside a stronger one."""
        return self.trigger.entry.weak


def _sides(verb: Token, args: Arguments, entry: Entry, kind: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Doers and affected of a verb that names a happening of this kind."""
    others = _takes_others_lives(verb, args)
    deed = next(iter(args.subjects if args.passive else args.objects), None)
    if kind == "accuse_condemn" and (laid := tuple(laid_on(verb, deed))):
        return args.agents if args.passive else args.subjects, laid
    if entry.patient == "subject" and not others:
        doers = {"subject": args.subjects, "to": fallen_to(verb), "none": ()}
        return doers[entry.agent], args.subjects
    told = (t for o in (*args.objects, *verb.children) for t in _row(o))
    themselves = next((t for t in told if _is_reflexive(t)), None)
    if themselves is not None:
        # "shot his wife, two sons and himself": the doer is one of those it was done to.
        listed = dict.fromkeys((*args.objects, *((themselves.head,) if themselves.dep_ == "conj" else ())))
        listed.pop(verb, None)
        own = args.subjects if kind in BEFALLEN | {"shooting"} else ()  # not of "blew himself up"
        return args.subjects, (*(t for t in listed if t.lower_ not in REFLEXIVE), *own)
    if args.passive and not args.agents and verb.dep_ == "acl" and kind in MOVING:
        return args.subjects, ()  # "troops deployed along the road"
    if args.passive and not args.agents and verb.dep_ == "acl" and kind == "demand" and directed_at(verb):
        return args.subjects, directed_at(verb)  # "activists called on residents"
    holders = taken_from(verb, args.subjects if args.passive else args.objects) if kind == "territory_change" else ()
    if args.passive or (kind not in MOVING and _is_passive_in_short(verb, args)):
        hit = (*args.subjects, *fired_at(kind, verb, args.subjects), *holders)
        return args.agents, hit if entry.patient == "object" else ()
    actors = args.subjects if entry.agent == "subject" else ()
    if entry.patient != "object" and not others:
        return actors, ()
    return actors, (*(args.objects or directed_at(verb)), *fired_at(kind, verb, args.objects), *holders)


def _row(token: Token) -> Iterator[Token]:
    """Yield a word and those that stand in a row with it, without the clauses about any of them."""
    yield token
    for child in token.children:
        if child.dep_ in {"conj", "appos"}:
            yield from _row(child)


def _is_reflexive(token: Token) -> bool:
    return token.lower_ in REFLEXIVE and token.dep_ in {"dobj", "obj", "conj"}


def _is_passive_in_short(verb: Token, args: Arguments) -> bool:
    """Whether a verb of harm without an object of its own is a passive cut short ("baby girl shot, killed").

    "Eight civilians killed others injured" has lost its comma: the others are the next verb's, and so are the fifteen
    of "eight civilians killed 15 injured"; so are those behind a comma in "man killed, girl wounded".
    """
    told = {t.kind for t in triggers().get(verb.lower_, ()) if t.part == "verbs"} & (BEFALLEN | {"shooting"})
    apart = verb.doc[verb.i + 1 : verb.i + 2].text == ","
    people = any(belongs(s, {"person", "combatant"}) for s in args.subjects)
    own = [o for o in args.objects if not ((apart or o.lower_ == "others" or (people and o.like_num)) and _befall(o))]
    spent = verb.lower_ in SPENT or (told - {"killing"} == {"shooting"} and _is_directed(verb))
    return bool(told) and not own and verb.tag_ in {"VBD", "VBN"} and not spent


def _is_directed(verb: Token) -> bool:
    """Whether shots were fired at those behind "on": "fired on the town", "shot on guards"; not "shot on a street"."""
    return any(verb.lemma_ != "shoot" or belongs(t, {"person", "combatant", "armed_body"}) for t in directed_at(verb))


def _befall(patient: Token) -> bool:
    """Whether a participle right behind people tells what befell them."""
    after = (c for c in patient.children if c.dep_ == "acl" and c.i == patient.i + 1 and c.tag_ == "VBN")
    return any(t.kind in BEFALLEN for c in after for t in triggers().get(c.lower_, ()))


def _takes_others_lives(verb: Token, args: Arguments) -> bool:
    """Whether lives are taken that are not the doer's own: "the fire took three lives", "took a boy's life"."""
    lives = [o for o in args.objects if o.lemma_.lower() == "life"]
    own = [any(c.dep_ == "poss" and c.pos_ == "PRON" for c in life.children) for life in lives]
    return verb.lemma_ == "take" and not all(own)


SPENT = frozenset({"died", "perished", "drowned", "fled", "crossed", "returned", "left", "arrived", "escaped", "fired"})
"""Past forms whose subject is not their doer anyway."""
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "self"})


def _verb(token: Token, trigger: Trigger) -> Happening | None:
    entry = trigger.entry
    if token.dep_ == "amod" and trigger.kind not in BEFALLEN:
        return None
    if trigger.kind == "deny_reject" and is_withheld(token):
        return None
    if trigger.lemma in certainty_words().telling and any(c.dep_ == "ccomp" and is_told(c) for c in token.children):
        return None
    args = arguments(token)
    if trigger.particles and not has_particle(token, trigger.particles):
        return None
    if (entry.object_free or entry.aimed) and (args.passive or args.objects):
        return None
    if entry.aimed and not directed_at(token):
        return None
    affected = args.subjects if args.passive else args.objects
    nameless = not affected and args.passive and "name" in entry.object
    if entry.object and not nameless and not any(belongs(t, entry.object) for t in affected):
        return None
    if entry.subject:
        doers = args.subjects if entry.patient == "subject" or not args.passive else args.agents
        if not any(belongs(t, entry.subject) for t in doers):
            return None
    told = (*args.subjects, *args.objects, *args.agents) if entry.unless else ()
    if any(belongs(t, entry.unless) for t in told) or not meets_neighbours(token, entry) or not fits(token, entry):
        return None
    actors, patients = _sides(token, args, entry, trigger.kind)
    if args.passive and trigger.kind in BEFALLEN | {"shooting"}:
        patients = (*patients, *_alike(token))
    return Happening(token, trigger.kind, trigger, actors, patients)


def _alike(verb: Token) -> tuple[Token, ...]:
    """Whom the same befell, told without the verb: "a guard was hit in the leg and a cook in the arm"."""
    joined = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "NOUN" and belongs(c, {"person", "combatant"}))
    return tuple(c for c in joined if any(g.dep_ == "prep" and g.lower_ in {"in", "on"} for g in c.children))


def _participle(token: Token, found: Sequence[Trigger], harmed: tuple[Token, ...]) -> Happening | None:
    """A participle that the parse takes for a noun."""
    doers = arguments(token).agents
    fitting = (t for t in found if t.part == "verbs" and not t.particles and meets_neighbours(token, t.entry))
    return next((Happening(token, t.kind, t, doers, harmed) for t in fitting), None)


def _noun(token: Token, trigger: Trigger) -> Happening | None:
    entry = trigger.entry
    if not meets_neighbours(token, entry, led=stands_behind(token, entry.before)) or points_back(token):
        return None
    if not fits(token, entry) or (entry.mass and names_something_else(token)):
        return None
    actors, patients = noun_sides(token, trigger.kind)
    if entry.object and not any(belongs(t, entry.object) for t in patients):
        return None
    return Happening(token, trigger.kind, trigger, actors, patients if entry.patient != "none" else ())


def _adjective(token: Token, trigger: Trigger) -> Happening | None:
    if token.pos_ == "ADV":
        some = before_state(token)
        behind = token.doc[token.i + 1 : token.i + 2]
        alone = some is not None and some.like_num and not any(t.pos_ == "VERB" for t in behind)
        return Happening(token, trigger.kind, trigger, (), (some,)) if some is not None and alone else None
    if token.dep_ == "amod" and token.head.pos_ in {"NOUN", "PROPN"}:
        patients: tuple[Token, ...] = (token.head,)
        behind = token.doc[token.i + 1 : token.i + 2]
        if any(belongs(named, trigger.entry.far) for named in (token.head, *behind)):
            return None
    elif is_of_all(token):
        verb = token.head.head
        args = arguments(verb)  # "among the dead were two nurses"; "the mayor was not among the dead" tells of others
        patients = (*args.subjects, *args.objects) if polarity_of(verb) == "affirmed" else ()
    elif token.dep_ in {"acomp", "oprd", "attr", "xcomp"}:
        args = arguments(token.head)
        left = token.head.lemma_ in {"leave", "find", "shoot", "pronounce", "declare"} and not args.passive
        others = tuple(o for o in args.objects if o.i != token.i)
        patients = others if left and others else args.subjects
    else:
        numbers = [
            c
            for c in token.children
            if c.dep_ in {"nummod", "nsubj", "amod", "det", "compound"} and c.pos_ in {"NUM", "NOUN", "PROPN"}
        ]
        patients = tuple(numbers) or tuple(inherited_subjects(token))
    return Happening(token, trigger.kind, trigger, (), patients)


def _parts(token: Token, *, headline: bool) -> tuple[str, ...]:
    """Parts of speech under which a word is looked up, the likeliest first."""
    if token.tag_ == "VBG" and severed_modifier(token) is not None:
        return ("nouns", "verbs")
    if token.pos_ in {"VERB", "AUX"}:
        return ("verbs", "nouns") if token.tag_ in {"VBG", "VB", "VBZ"} else ("verbs", "adjectives")
    if token.pos_ == "ADJ" and token.dep_ == "amod" and tells_day(token.head):
        return ("nouns", "adjectives", "verbs")  # "launched an offensive Friday"
    if token.pos_ == "ADJ":
        return ("adjectives", "verbs")
    if is_verb_of_count(token):
        return ("verbs", "nouns")
    if token.pos_ in {"NOUN", "PROPN"}:
        inflected = token.lower_.endswith("ed") or (headline and token.lower_.endswith("s"))
        return ("nouns", "adjectives", "verbs") if inflected else ("nouns", "adjectives")
    return ("adjectives",) if token.pos_ == "ADV" else ()


def _in_name(token: Token, *, headline: bool) -> bool:
    """Whether the word is part of a name ("Human Rights Violations Committee"), which names no happening."""
    if headline or token.pos_ != "PROPN" or not token.text[:1].isupper() or token.is_upper:
        return False
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    return bool(
        (after is not None and after.pos_ == "PROPN" and after.text[:1].isupper())
        or (before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and not token.is_sent_start)
    )


def match(token: Token, *, headline: bool) -> Happening | None:
    """Return the happening that a word names, or null. In a headline, capitals say little about names."""
    found = triggers().get(token.lower_)
    if not found or _in_name(token, headline=headline):
        return None
    harmed = befallen(token)
    if harmed and (happening := _participle(token, found, harmed)) is not None:
        return _with_the_row(happening)
    named = {trigger.part for trigger in found}
    for part in _parts(token, headline=headline):
        if part == "verbs" and "nouns" in named and token.pos_ == "NOUN" and not is_verb_of_count(token):
            continue
        for trigger in found:
            if trigger.part != part:
                continue
            happening = {"verbs": _verb, "nouns": _noun, "adjectives": _adjective}[part](token, trigger)
            if happening is not None:
                return _with_the_row(_with_the_aged(happening))
    return None


def _with_the_row(happening: Happening) -> Happening:
    """A happening with all of the row of people before it, of whom the parse joins only one ("woman, baby hurt")."""
    told = happening.patients
    if happening.kind not in BEFALLEN | {"shooting"} or any(t.i > happening.token.i for t in told):
        return happening
    row = row_before(happening.token)
    joins = any(t in told for t in row) and any(t not in told for t in row)
    return msgspec.structs.replace(happening, patients=tuple(dict.fromkeys([*row, *told]))) if joins else happening


def _with_the_aged(happening: Happening) -> Happening:
    """A headline's happening with whom it tells of by age alone, whom the parse hangs on it: "9-month-old dies".

    Who stands before "shoots" or "kills" did it, and befell it only where it is done to themselves ("shoots self").
    """
    before, behind = list(happening.token.lefts), happening.token.doc[happening.token.i + 1 : happening.token.i + 2]
    active = happening.trigger.entry.patient == "object" and happening.token.lower_.endswith("s")
    if active and behind.text.lower() not in REFLEXIVE:
        return happening
    if happening.patients or happening.kind not in BEFALLEN | {"shooting"} or any(c.dep_ == "det" for c in before):
        return happening
    aged = (c for c in before if c.lower_ in {"old", "olds"} and c.i and c.nbor(-1).text == "-")
    return msgspec.structs.replace(happening, patients=tuple(aged))


def at_trigger(token: Token, kind: str | None) -> Happening | None:
    """Return the happening at a word that a person marked, of the kind they say, or of what the word itself names."""
    own = match(token, headline=False)
    if kind is None or (own is not None and own.kind == kind):
        return own
    part: Part = "verbs" if token.pos_ in {"VERB", "AUX"} else "nouns"
    trigger = Trigger(kind=kind, part=part, lemma=token.lemma_.lower(), entry=Entry())
    if part == "verbs":
        args = arguments(token)
        return Happening(token, kind, trigger, *_sides(token, args, trigger.entry, kind))
    return Happening(token, kind, trigger, *noun_sides(token, kind))
