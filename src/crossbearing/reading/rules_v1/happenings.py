"""Finds the words that name happenings, and who did what to whom."""

from collections.abc import Iterable, Sequence

import msgspec
from spacy.tokens import Doc, Span, Token

from crossbearing.reading.rules_v1.arguments import Arguments, arguments, inherited_subjects, with_conjuncts
from crossbearing.reading.rules_v1.lexicon import Entry, Trigger, classes, triggers
from crossbearing.reading.rules_v1.means import kind_by_means

WINDOW = 6
"""Words on either side in which the conditions `near` and `far` are looked for, besides the trigger's own words."""
POINTERS = frozenset({"the", "this", "that", "these", "those"})
OCCURRENCE = frozenset({"take", "happen", "occur", "hit", "come", "target", "kill", "leave", "begin", "start", "erupt", "break", "cause", "continue", "follow", "wound",
                        "injure", "claim", "destroy", "strike", "rage", "last", "rock", "shake", "rise", "reach", "stand", "damage", "resume", "intensify", "escalate"})
LIGHT = frozenset({"carry", "launch", "conduct", "stage", "mount", "wage", "commit", "perpetrate", "execute", "undertake", "make", "do", "lead", "start", "begin",
                   "step", "intensify", "resume", "continue", "escalate", "impose", "lay", "unleash", "direct", "plan", "prepare", "foil", "repel", "thwart", "suffer", "sustain", "endure"})
CARRIED_OUT = frozenset({"launch", "carry", "conduct", "stage", "mount", "begin", "start", "wage", "commit"})
BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds of which a participle before a noun tells ("two wounded men"); "a besieged town" tells no news."""
OF_THE_DOER = frozenset({"troop_movement", "territory_change", "defection", "support", "ground_operation", "protest", "accuse_condemn", "demand", "threaten"})
"""Kinds whose nouns take the doer with "of" ("the advance of the troops"); other nouns take the affected."""
TOLL_VERBS = frozenset({"kill", "die", "injure", "wound", "hit", "strike", "target", "destroy", "slay", "murder"})
RECEIVING = frozenset({"come", "suffer", "face", "endure", "sustain"})


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


def is_headline(span: Span) -> bool:
    """Whether a sentence is capitalised like a headline, so that capitals say nothing about names."""
    words = [t for t in span if t.is_alpha and len(t) > 3]
    return len(words) >= 3 and sum(t.text[0].isupper() for t in words) >= 0.7 * len(words)


def belongs(token: Token, wanted: Iterable[str]) -> bool:
    """Whether a noun's head belongs to one of the wanted classes, or is one of the wanted words."""
    wanted = set(wanted)
    lemma = token.lemma_.lower()
    own = classes().get(lemma) or classes().get(token.lower_) or frozenset()
    if own & wanted or lemma in wanted or token.lower_ in wanted:
        return True
    if token.pos_ == "PROPN" and "name" in wanted and not own:
        return True
    if token.pos_ == "NUM" and wanted & {"person", "number", "displaced", "combatant"}:
        return True
    if token.lower_ in {"dozens", "scores", "hundreds", "thousands", "tens", "number", "group"}:
        inner = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        return any(belongs(g, wanted) for g in inner) if inner else bool(wanted & {"person", "displaced"})
    if token.lower_ in {"it", "which", "that", "this"}:
        return bool(wanted & {"place_noun", "building", "vehicle", "armed_body", "agreement", "truce", "ceasefire"})
    return token.pos_ in {"PRON", "DET"} and bool(wanted & {"person", "combatant", "armed_body", "displaced", "place_noun"})


DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def _around(token: Token) -> list[Token]:
    doc, sentence = token.doc, token.sent
    low, high = max(sentence.start, token.i - WINDOW), min(sentence.end, token.i + WINDOW + 1)
    near = {i: doc[i] for i in range(low, high) if i != token.i}
    for other in token.subtree:
        if abs(other.i - token.i) <= 2 * WINDOW and other.i != token.i:
            near[other.i] = other
    return list(near.values())


def _has(tokens: Iterable[Token], wanted: frozenset[str]) -> bool:
    for t in tokens:
        lemma = t.lemma_.lower()
        if lemma in wanted or t.lower_ in wanted:
            return True
        own = classes().get(lemma)
        if own and own & wanted:
            return True
        if t.pos_ == "PROPN" and "name" in wanted or t.pos_ == "NUM" and "number" in wanted:
            return True
    return False


def _particle(verb: Token, particles: Sequence[str]) -> bool:
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return following in particles or any(c.dep_ in {"prt", "prep", "advmod"} and c.lower_ in particles for c in verb.children)


def _sides(verb: Token, args: Arguments, entry: Entry) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Doers and affected of a verb."""
    if entry.patient == "subject":
        return (), args.subjects
    if args.passive:
        return args.agents, args.subjects if entry.patient == "object" else ()
    actors = args.subjects if entry.agent == "subject" else ()
    if entry.patient != "object":
        return actors, ()
    return actors, args.objects or _oblique(verb)


def _oblique(verb: Token) -> tuple[Token, ...]:
    """Whom a verb without an object is directed at ("clashed with", "called on", "fired on")."""
    return tuple(n for c in verb.children if c.dep_ == "prep" and c.lower_ in {"with", "against", "on", "upon"} for g in c.children if g.dep_ == "pobj" for n in with_conjuncts(g)
                 if g.lower_ not in DAYS)


def _verb(token: Token, trigger: Trigger) -> Happening | None:
    entry = trigger.entry
    if token.dep_ == "amod" and trigger.kind not in BEFALLEN:
        return None
    if trigger.kind == "deny_reject" and any(c.dep_ == "neg" for c in token.children):
        return None
    args = arguments(token)
    if trigger.particles and not _particle(token, trigger.particles):
        return None
    affected = args.subjects if args.passive else args.objects
    if entry.object and not any(belongs(t, entry.object) for t in affected):
        if affected or not args.passive or "name" not in entry.object:
            return None
    if entry.subject:
        doers = args.subjects if entry.patient == "subject" or not args.passive else args.agents
        if not any(belongs(t, entry.subject) for t in doers):
            return None
    if not _nearby(token, entry):
        return None
    actors, patients = _sides(token, args, entry)
    return Happening(token, trigger.kind, trigger, actors, patients)


def _nearby(token: Token, entry: Entry) -> bool:
    if not entry.near and not entry.far:
        return True
    around = _around(token)
    return (not entry.near or _has(around, entry.near)) and not (entry.far and _has(around, entry.far))


def _noun_sides(noun: Token, kind: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Doers and affected of a noun: "army shelling of the town", "air strikes by X on Y", "X carried out attacks on Y"."""
    actors: list[Token] = []
    patients: list[Token] = []
    for child in noun.children:
        if child.dep_ == "poss":
            actors.append(child)
        elif child.dep_ in {"compound", "amod", "nmod"} and (child.pos_ != "ADJ" and belongs(child, {"armed_body", "combatant"}) or _is_people(child)):
            actors.append(child)
        elif child.dep_ in {"prep", "agent"}:
            objects = [n for g in child.children if g.dep_ == "pobj" for n in with_conjuncts(g)]
            if child.lower_ == "by" or child.lower_ == "from" and kind in OF_THE_DOER | {"deny_reject"} or child.lower_ == "of" and kind in OF_THE_DOER:
                actors.extend(objects)
            elif child.lower_ in {"of", "on", "against", "at", "with"}:
                patients.extend(objects)
            elif child.lower_ == "between":
                actors.extend(objects[:1])
                patients.extend(objects[1:])
        elif child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBN", "VBD"}:
            actors.extend(arguments(child).agents)
    above = _verb_above(noun)
    if above is not None and not patients and above.lemma_.lower() in TOLL_VERBS:
        args = arguments(above)
        patients.extend(args.subjects if args.passive or above.lemma_ == "die" else args.objects)
    return tuple(dict.fromkeys([*actors, *_light_verb_actors(noun)])), tuple(dict.fromkeys([*patients, *_receivers(noun)]))


def _verb_above(noun: Token) -> Token | None:
    """The verb a noun is the subject of, or stands under by a preposition."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.pos_ == "VERB":
        return head
    if noun.dep_ == "pobj" and head.lower_ in {"in", "by", "during", "after", "when", "from"} and head.head.pos_ in {"VERB", "ADJ"}:
        return head.head
    return None


def _light_verb_actors(noun: Token) -> list[Token]:
    """Who "carried out", "launched" or "is engaged in" what the noun names."""
    head = noun.head
    if noun.dep_ in {"dobj", "obj"} and head.lemma_.lower() in LIGHT:
        return list(arguments(head).subjects)
    if noun.dep_ == "nsubjpass" and head.lemma_.lower() in LIGHT:
        return list(arguments(head).agents)
    if noun.dep_ == "pobj" and head.lower_ == "in" and head.head.lemma_.lower() in {"lock", "engage", "involve", "embroil"}:
        return list(arguments(head.head).subjects)
    if noun.dep_ == "pobj" and head.lower_ == "under":
        return [g for c in head.head.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]
    return []


def _receivers(noun: Token) -> list[Token]:
    """Who or what "came under" or "faced" what the noun names."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "under" and head.head.lemma_.lower() in RECEIVING | {"be"}:
        return list(arguments(head.head).subjects)
    if noun.dep_ in {"dobj", "obj"} and head.lemma_.lower() in RECEIVING - {"come"}:
        return list(arguments(head).subjects)
    return []


def _is_people(token: Token) -> bool:
    """Whether a capitalised modifier may name whose deed it is ("Syrian air strikes")."""
    return token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN"} and token.lower_.endswith(("ian", "ish", "ese", "an", "i", "ic", "ch", "s"))


def _points_back(noun: Token) -> bool:
    """Whether a bare noun only points back to what was told ("after the attack")."""
    children = list(noun.children)
    if not any(c.dep_ == "det" and c.lower_ in POINTERS for c in children):
        return False
    if any(c.dep_ in {"amod", "compound", "nummod", "prep", "acl", "relcl", "poss"} and c.lower_ not in {"latest", "deadly", "whole"} for c in children):
        return False
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return not any(v.lemma_.lower() in OCCURRENCE | CARRIED_OUT for v in (verb, *(c for c in verb.children if c.dep_ == "xcomp")))
    return not (noun.dep_ in {"dobj", "obj"} and verb.lemma_.lower() in CARRIED_OUT)


def _noun(token: Token, trigger: Trigger) -> Happening | None:
    if not _nearby(token, trigger.entry) or _points_back(token):
        return None
    actors, patients = _noun_sides(token, trigger.kind)
    return Happening(token, trigger.kind, trigger, actors, patients if trigger.entry.patient != "none" else ())


def _adjective(token: Token, trigger: Trigger) -> Happening | None:
    if token.dep_ == "amod" and token.head.pos_ in {"NOUN", "PROPN"}:
        patients: tuple[Token, ...] = (token.head,)
        if belongs(token.head, {"end", "heat", "zone", "line", "sea", "letter", "weight"}):
            return None
    elif token.dep_ in {"acomp", "oprd", "attr", "xcomp"}:
        patients = arguments(token.head).objects if token.head.lemma_ in {"leave", "find", "shoot"} else arguments(token.head).subjects
    else:
        numbers = [c for c in token.children if c.dep_ in {"nummod", "nsubj", "amod", "det", "compound"} and c.pos_ in {"NUM", "NOUN", "PROPN"}]
        patients = tuple(numbers) or tuple(inherited_subjects(token))
    return Happening(token, trigger.kind, trigger, (), patients)


def _parts(token: Token, headline: bool) -> tuple[str, ...]:
    """Parts of speech under which a word is looked up, the likeliest first."""
    if token.pos_ in {"VERB", "AUX"}:
        return ("verbs", "nouns") if token.tag_ in {"VBG", "VB", "VBZ"} else ("verbs", "adjectives")
    if token.pos_ == "ADJ":
        return ("adjectives", "verbs")
    if token.pos_ in {"NOUN", "PROPN"}:
        inflected = token.lower_.endswith("ed") or headline and token.lower_.endswith("s")
        return ("nouns", "adjectives", "verbs") if inflected else ("nouns", "adjectives")
    return ("adjectives",) if token.pos_ == "ADV" else ()


def _in_name(token: Token, headline: bool) -> bool:
    """Whether the word is part of a name ("Human Rights Violations Committee"), which names no happening."""
    if headline or token.pos_ != "PROPN" or not token.text[:1].isupper() or token.is_upper:
        return False
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    return bool(after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()
                or before is not None and before.pos_ == "PROPN" and before.text[:1].isupper() and not token.is_sent_start)


def _match(token: Token, headline: bool) -> Happening | None:
    found = triggers().get(token.lower_)
    if not found or _in_name(token, headline):
        return None
    named = {trigger.part for trigger in found}
    for part in _parts(token, headline):
        if part == "verbs" and "nouns" in named and token.pos_ == "NOUN":
            continue
        for trigger in found:
            if trigger.part != part:
                continue
            happening = {"verbs": _verb, "nouns": _noun, "adjectives": _adjective}[part](token, trigger)
            if happening is not None:
                return happening
    return None


def _refined(happening: Happening, told: str | None) -> Happening:
    """Settles the kind of a general word by its means, else by the means that the report told of before (or first)."""
    refine = happening.trigger.entry.refine
    if not refine:
        return happening
    default = happening.kind
    if default == "ground_operation":
        armed = any(belongs(a, {"armed_body", "combatant", "name"}) for a in happening.actors)
        default = told or ("ground_operation" if armed or happening.trigger.part == "verbs" else "other")
    elif told in {"airstrike", "explosion", "shelling"} and not (happening.trigger.lemma == "strike" and told == "explosion"):
        default = told
    kind = kind_by_means(happening.token, default)
    if happening.kind in {"airstrike", "shelling"} and kind in {"ground_operation", "shooting"}:
        kind = default
    return msgspec.structs.replace(happening, kind=kind)


def _repeats(happening: Happening, others: dict[int, Happening]) -> bool:
    """Whether the word only belongs to another trigger's wording: "death" in "death toll", "toll" in "toll of those killed",
    "resolution" in "submitted a resolution".
    """
    token = happening.token
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.i in others and token.head.pos_ in {"NOUN", "PROPN"}:
        return True
    if happening.trigger.part != "nouns":
        return False
    same = {i for i, o in others.items() if i != token.i and o.kind == happening.kind}
    if any(t.i in same and t.i > token.i for t in token.subtree if t.i != token.i):
        return True
    above = [token.head, token.head.head, token.head.head.head]
    return token.dep_ in {"dobj", "obj", "pobj"} and any(t.i in same and others[t.i].trigger.part == "verbs" for t in above)


def _of_the_origin(token: Token) -> bool:
    """Whether the word stands in a clause on how the whole conflict began ("since the uprising erupted in ..."), told in every report."""
    for verb in (token, *token.ancestors):
        if verb.lemma_ in {"erupt", "begin", "start", "break"} and verb.dep_ in {"advcl", "acl", "pcomp"} or verb.lemma_ in {"erupt", "begin"} and any(
                c.lower_ == "since" for c in verb.children):
            return any(c.lower_ in {"since", "after", "when"} for c in verb.children) or verb.head.lower_ == "since"
    return False


def _headline_nouns(found: dict[int, Happening], headlines: Sequence[tuple[int, int]]) -> set[int]:
    """Nouns in a headline that has a verb or a toll of violence of its own: the headline tells one thing."""
    out: set[int] = set()
    for a, b in headlines:
        inside = [h for h in found.values() if a <= h.token.idx < b]
        if any(h.trigger.part != "nouns" and h.kind in VIOLENT for h in inside):
            out |= {h.token.i for h in inside if h.trigger.part == "nouns"}
    return out


def find_happenings(doc: Doc, headlines: Sequence[tuple[int, int]] = ()) -> tuple[Happening, ...]:
    """Return the happenings that a parsed text names, in order. Weak ones count only beside a strong one of violence.

    `headlines` are spans (offsets) where the report's title stands in the text.
    """
    raw: dict[int, Happening] = {}
    spans = list(headlines)
    for sentence in doc.sents:
        headline = is_headline(sentence) or any(a <= sentence.start_char and sentence.end_char <= b + 2 for a, b in headlines)
        if headline:
            spans.append((sentence.start_char, sentence.end_char))
        here: dict[int, Happening] = {}
        for token in sentence:
            happening = _match(token, headline or any(a <= token.idx < b for a, b in headlines))
            if happening is not None and not _of_the_origin(token):
                here[token.i] = happening
        raw.update({i: h for i, h in here.items() if not _repeats(h, here)})
    for i in _headline_nouns(raw, spans):
        del raw[i]
    found: list[Happening] = []
    told = _first_means(raw)
    for happening in raw.values():
        settled = _refined(happening, told)
        found.append(settled)
        if settled.kind in MEANS_TOLD:
            told = settled.kind
    if not any(not h.weak and h.kind in VIOLENT for h in found):
        return tuple(h for h in found if not h.weak)
    return tuple(found)


def _first_means(raw: dict[int, Happening]) -> str | None:
    """The first means of violence that a report names beyond doubt."""
    for happening in raw.values():
        refine = happening.trigger.entry.refine
        kind = kind_by_means(happening.token, "other") if refine else happening.kind
        if kind in MEANS_TOLD:
            return kind
    return None


MEANS_TOLD = frozenset({"airstrike", "explosion", "shelling", "chemical_attack", "shooting"})
VIOLENT = frozenset({"killing", "injury", "shelling", "airstrike", "explosion", "clash", "shooting", "chemical_attack", "ground_operation", "siege", "displacement"})
