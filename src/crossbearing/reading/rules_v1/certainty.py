"""How surely a claim is told, from the words around its trigger: modals, hedges, conditions, negation."""

from functools import cache

import msgspec
from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import deed_words, load_data
from crossbearing.records import Certainty, Polarity


class Governing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What words that govern a trigger, through which links, make of it."""

    certainty: Certainty
    words: frozenset[str]
    links: frozenset[str]


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of certainty.yaml; see its head for what each list means."""

    beside: dict[Certainty, frozenset[str]]
    modals: dict[Certainty, frozenset[str]]
    governing: tuple[Governing, ...]
    disclaimed: frozenset[str]
    having: frozenset[str]
    in_part: frozenset[str]
    telling: frozenset[str]
    leading: frozenset[str]
    failing: frozenset[str]
    nobody: frozenset[str]
    speaking: frozenset[str]
    silence: frozenset[str]


@cache
def cues() -> Cues:
    """Return the words that say how surely something is told."""
    return msgspec.convert(load_data("certainty.yaml"), Cues)


DIRECT = frozenset({"xcomp", "nsubj", "nsubjpass", "dobj", "attr", "conj", "acomp"})
"""How a trigger hangs on a verb whose modals are its own."""


def _governors(token: Token) -> list[Token]:
    """The trigger and the verbs and nouns it hangs on within its clause, nearest first, at most four."""
    out = [token]
    current = token
    while current.head.i != current.i and len(out) < 5:
        link = current.dep_
        if any(t.text == ";" for t in token.doc[min(current.i, current.head.i) : max(current.i, current.head.i)]):
            break  # what stands beyond is told by itself
        current = current.head
        if current.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN"}:
            out.append(current)
        if link in {"ccomp", "advcl", "relcl", "parataxis"}:
            break
    return out


def polarity_of(token: Token) -> Polarity:
    """Whether the words negate the happening itself ("no shots were fired", "failed to enter")."""
    for word in token.children:
        if word.dep_ == "neg" or (word.dep_ == "det" and word.lower_ == "no"):
            return "negated"
        if word.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(
            c.lower_ == "no" and c.dep_ == "det" for c in word.children
        ):
            return "negated"
        if word.lower_ in cues().nobody and word.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            return "negated"
    head = token.head
    if token.dep_ == "attr" and any(c.dep_ == "neg" for c in head.children):
        return "negated"  # "there was not a death"
    if is_left_undone(token) or (_is_performed(token) and is_undone(head) and undoing(token) is None):
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "without":
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "of" and any(c.lower_ == "no" for c in head.head.children):
        return "affirmed" if head.head.lemma_.lower() in cues().silence else "negated"
    return "affirmed"


def is_withheld(denial: Token) -> bool:
    """Whether a verb of denial tells of none: "did not deny", "refused to deny", "stopped short of denying", and where
    it takes no side (`is_left_open`).
    """
    verb = _coordinated(denial)
    if is_left_open(denial) or any(c.dep_ == "neg" for c in denial.children):
        return True
    return is_left_undone(verb)


def is_left_open(denial: Token) -> bool:
    """Whether who might deny takes no side: "neither confirmed nor denied", "refused to confirm or deny"."""
    verb = _coordinated(denial)
    negated = any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children)
    return verb is not denial and (negated or is_left_undone(verb))


def _coordinated(verb: Token) -> Token:
    """The first of the verbs that "or" or "nor" puts beside each other."""
    while verb.dep_ == "conj" and any(c.lower_ in {"or", "nor"} for c in verb.head.children):
        verb = verb.head
    return verb


def local_certainty(token: Token) -> Certainty | None:
    """Return the certainty that the words about the trigger give it, or null where they give none."""
    around = [*token.children, token]
    if token.head.i != token.i and token.dep_ in {"nsubjpass", "nsubj", "dobj", "xcomp", "attr", "compound"}:
        around += list(token.head.children)
    beside = [t.lower_ for t in around] + [t.lemma_.lower() for t in around]
    if cues().beside["alleged"].intersection(beside):
        return "alleged"
    previous: Token | None = None
    for governor in _governors(token):
        found = _by_modals(governor, previous) or (_by_governor(governor, previous) if previous is not None else None)
        if found is not None:
            return found
        previous = governor
    if _is_to_come(token):
        return "feared_predicted"
    if any(c.lower_ == "any" and c.dep_ == "det" for c in token.children) and polarity_of(token) == "affirmed":
        return "hypothetical"
    return "estimated" if cues().beside["estimated"].intersection(beside) else None


def cleared_of(token: Token) -> Token | None:
    """Return who is said to have had no part in it ("was not responsible for", "had nothing to do with"), or null.

    "Did not claim responsibility" and "was not only responsible" say no such thing.
    """
    link = token.head
    if (undone := undoing(token)) is not None:
        return _subject(undone) if token.dep_ != "nsubjpass" else _agent(undone)
    if token.dep_ not in {"pobj", "pcomp"}:
        return None
    if link.lower_ == "with" and link.head.lower_ == "do" and link.head.head.lower_ == "nothing":
        return _subject(link.head.head.head)
    above = link.head if link.lower_ in {"for", "in"} else link
    words = [above, *(c for c in above.children if c.dep_ == "dobj")]  # "played no part in"
    word = next((w for w in words if w.lemma_.lower() in cues().disclaimed), None)
    if word is None or any(c.dep_ == "amod" for c in word.children):
        return None
    object_ = word.dep_ == "dobj"
    infinitive = any(c.lower_ == "to" for c in word.children)
    if (object_ and word.head.lemma_.lower() not in cues().having) or (word.lemma_ == "blame" and not infinitive):
        return None
    verb = word.head if object_ or word.dep_ in {"acomp", "attr", "prep", "xcomp"} else word
    beside = [c for one in {word, verb} for c in one.children]
    negated = any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in beside)
    return _subject(verb) if negated and not any(c.lower_ in cues().in_part for c in beside) else None


def _is_performed(noun: Token) -> bool:
    """Whether a verb above a noun tells who carried out what the noun names."""
    carried_out = noun.head.lemma_.lower() in deed_words()["carrying_out"]
    return carried_out and noun.dep_ in {"dobj", "obj", "nsubjpass"}


def undoing(noun: Token) -> Token | None:
    """Return the verb that tells who did not carry out a known deed ("never launched the raid"), also in a clause about
    it; null where none does, and where nobody did ("launched no raid", "failed to launch the raid").
    """
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.lemma_.lower() in deed_words()["carrying_out"])
    verb = noun.head if _is_performed(noun) else next(clauses, None)
    if verb is None or not _is_definite(noun) or is_left_undone(verb) or not is_undone(verb):
        return None
    return verb if noun.dep_ != "nsubjpass" or _agent(verb) is not None else None


def is_undone(verb: Token) -> bool:
    """Whether its subject is told not to have done what a verb tells: "never launched", "neither the army nor rebels
    launched", "failed to launch", "it was not the army that launched"; not "did not only launch".
    """
    subject = _subject(verb)
    named = subject is not None and any(c.lower_ in NONE_OF for c in (subject, *subject.children))
    nobody = subject is not None and subject.lower_ in cues().nobody
    cleft = verb.dep_ == "relcl" and verb.head.dep_ == "attr" and any(c.dep_ == "neg" for c in verb.head.head.children)
    denied = any(c.dep_ == "neg" for c in verb.children)
    if any(c.lower_ in cues().in_part or c.lower_ in cues().modals["hypothetical"] for c in verb.children):
        return False  # "did not only launch it", "would not have launched it had it not"
    return named or nobody or cleft or denied or is_left_undone(verb)


NONE_OF = frozenset({"no", "neither", "none"})
"""Words with which whoever is named did nothing ("no army", "neither side", "none of the groups")."""


def is_left_undone(verb: Token) -> bool:
    """Whether a verb tells of what somebody did not come to do: "failed to launch", "stopped short of launching"."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "of":
        return head.head.lower_ == "short"
    return verb.dep_ == "xcomp" and head.lemma_.lower() in cues().failing


def _is_definite(noun: Token) -> bool:
    """Whether a noun names what is known to have been: "the raid that killed nine", "Monday's raid"."""
    told = (c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children)
    return any(told)


DEFINITE = frozenset({"the", "this", "that", "these", "those", "either"})


def taken_for_granted(token: Token) -> Token | None:
    """Return the known thing that a clause tells of with this verb ("the raid that killed nine"); null for none.

    Who denies a part in the raid denies no deaths.
    """
    clause = token
    while clause.dep_ == "conj":
        clause = clause.head
    before = token.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    apart = before is not None and before.is_punct
    return clause.head if clause.dep_ in {"relcl", "acl"} and not apart and _is_definite(clause.head) else None


def _agent(verb: Token) -> Token | None:
    by = (c for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by")
    return next((g for c in by for g in c.children if g.dep_ == "pobj"), None)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def is_passed_over(token: Token) -> bool:
    """Whether who is cited tells nothing of it: "declined to comment on the raid", "made no mention of who died"."""
    for below in (token, *token.ancestors):
        above, lemma = below.head, below.head.lemma_.lower()
        if below.dep_ == "conj" or above.i == below.i:
            continue  # "did not comment, but residents said" so
        if lemma in cues().silence and any(c.lower_ == "no" for c in above.children):
            return True
        unsaid = is_left_undone(above) or any(c.dep_ == "neg" for c in above.children)
        if lemma in cues().speaking and unsaid:
            return True
    return False


def is_told(clause: Token) -> bool:
    """Whether a verb tells what was ("insists it withdrew") and not what is to be ("insists that it withdraw")."""
    finite = {"VBD", "VBZ"}
    return clause.tag_ in finite or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in finite | {"VBP"} and c.lower_ != "be" for c in clause.children
    )


def _by_modals(governor: Token, previous: Token | None) -> Certainty | None:
    """What the auxiliaries and conjunctions of the trigger, or of the verb it hangs on directly, make of it."""
    if previous is not None and not (governor.pos_ in {"VERB", "AUX"} and _hangs_directly(previous, governor)):
        return None
    auxiliaries = {c.lower_ for c in governor.children if c.dep_ == "aux"}
    for certainty, words in cues().modals.items():
        if auxiliaries & words:
            return certainty
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in governor.children):
        return "hypothetical"
    return None


def _hangs_directly(word: Token, verb: Token) -> bool:
    """Whether a verb's modals are those of a word below it, also of what it leads to ("could have ended in deaths")."""
    return word.dep_ in DIRECT or (word.dep_ == "prep" and verb.lemma_ in cues().leading)


def _by_governor(governor: Token, previous: Token) -> Certainty | None:
    """What a word that governs the trigger makes of it ("plans to attack", "called for a ceasefire")."""
    infinitive = previous.dep_ in {"xcomp", "acl", "advcl"} and any(c.lower_ == "to" for c in previous.children)
    lemma = governor.lemma_.lower()
    if lemma == "go" and governor.tag_ == "VBG" and infinitive:
        return "feared_predicted"
    for rule in cues().governing:
        if lemma in rule.words and (previous.dep_ in rule.links or (infinitive and "infinitive" in rule.links)):
            withheld = rule.certainty == "denied" and is_withheld(governor)
            told = lemma in cues().telling and previous.dep_ == "ccomp" and is_told(previous)
            return None if withheld or told else rule.certainty
    return None


def _is_to_come(token: Token) -> bool:
    """Whether an infinitive tells what is to come ("inspectors to visit the site", "the sites to be visited")."""
    infinitive = token.tag_ == "VB" or (token.tag_ == "VBN" and any(c.lower_ == "be" for c in token.children))
    return infinitive and token.dep_ in {"ROOT", "relcl", "acl"} and any(c.lower_ == "to" for c in token.children)
