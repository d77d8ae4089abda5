"""How surely a claim is told, from the words around its trigger: modals, hedges, conditions, negation."""

from functools import lru_cache

from spacy.tokens import Token

from crossbearing.reading.rules_v1.built_so import SUBJECTS
from crossbearing.reading.rules_v1.governing import are_befallen, end_of, governors
from crossbearing.reading.rules_v1.lexicon import certainty_words, deed_words, triggers
from crossbearing.reading.rules_v1.number_words import number_words
from crossbearing.reading.rules_v1.polarity import (
    DEFINITE,
    hindering,
    is_definite,
    is_left_undone,
    is_passed_over,
    is_perhaps,
    is_unhindered,
    polarity_of,
    subject_of,
)
from crossbearing.reading.rules_v1.rows import is_of_all
from crossbearing.reading.rules_v1.told_as_so import is_told
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import Certainty

DIRECT = frozenset({"xcomp", "nsubj", "nsubjpass", "dobj", "attr", "conj", "acomp", "oprd"})
"""How a trigger hangs on a verb whose modals are its own."""

ARMS = frozenset({"weapon", "explosive", "heavy_weapon", "chemical"})
"""What is fired or dropped and not harmed."""

CONTENT = frozenset({"ccomp", "advcl", "xcomp"})
"""How the parse hangs a clause on the word whose content it is."""


def is_withheld(denial: Token) -> bool:
    """Whether a verb of denial tells of none: "did not deny", "refused to deny", "stopped short of denying", and where
    it takes no side (`is_left_open`).
    """
    verb = _coordinated(denial)
    return is_left_open(denial) or is_left_undone(verb) or any(c.dep_ == "neg" for c in denial.children)


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


@lru_cache(maxsize=1)
def local_certainty(token: Token) -> Certainty | None:
    """Return the certainty that the words about the trigger give it, or null where they give none; the last is kept."""
    around = [c for c in token.children if c.dep_ not in CLAUSES_OF and not _is_suspect_caught(c)]
    if token.head.i != token.i and token.dep_ in {"nsubjpass", "nsubj", "dobj", "xcomp", "attr", "compound"}:
        around += list(token.head.children)
    beside = [t.lower_ for t in around] + [t.lemma_.lower() for t in around]
    if certainty_words().beside["alleged"].intersection(beside):
        return "alleged"
    if (found := _from_above(token)) is not None:
        certainty, governor = found
        if not _is_above_end(token, governor):
            return certainty
        return "alleged" if certainty == "demanded" else None
    if _is_to_come(token) or _is_in_preparation(token):
        return "feared_predicted"
    hinders = hindering(token)
    if _is_uncounted(token) or (hinders is not None and not is_unhindered(hinders) and is_perhaps(hinders)):
        return "hypothetical"
    supposed = any(c.lower_ == "any" and c.dep_ == "det" for c in token.children) and polarity_of(token) == "affirmed"
    if supposed or is_passed_over(token):
        return "hypothetical"
    return "estimated" if certainty_words().beside["estimated"].intersection(beside) else None


CLAUSES_OF = frozenset({"advcl", "ccomp", "parataxis"})
"""How the parse hangs a clause that tells something else on a verb ("withdrew as both sides accused each other")."""


def _is_suspect_caught(noun: Token) -> bool:
    """Whether suspects are whom a deed befell, which is no less sure for that: "two suspects were arrested"."""
    return noun.lemma_ == "suspect" and noun.dep_ in {"dobj", "nsubjpass"}


@lru_cache(maxsize=1)
def _from_above(token: Token) -> tuple[Certainty, Token] | None:
    """The certainty that the words above a trigger give it, and which of them does; null where none does."""
    previous: Token | None = None
    for governor in governors(token) if not are_befallen(token) else ():
        if _is_lived_through(token, governor.lemma_.lower()):
            break  # "is expected to survive his wounds", "may never recover from the raid"
        found = _by_modals(governor, previous)
        if found is None and previous is not None:
            found = _by_governor(token, governor, previous)
        if found is not None:
            return found, governor
        previous = governor
    return None


def is_to_be_stopped(token: Token) -> bool:
    """Whether somebody demands, plans or expects an end of it, who thereby tells that it goes on."""
    found = _from_above(token)
    return found is not None and _is_above_end(token, found[1])


def _is_above_end(token: Token, governor: Token) -> bool:
    end = end_of(token)
    return end is not None and (governor == end or governor.is_ancestor(end))


def _is_lived_through(noun: Token, verb: str) -> bool:
    """Whether a noun names what befell the subject of a verb already: wounds that are somebody's or were told of before
    ("his injuries", "the wound"), or any deed from which he may recover.
    """
    known = any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.children)
    wound = verb in certainty_words().outliving and noun.lemma_.lower() in certainty_words().wounds
    return known and (wound or verb in certainty_words().recovering)


def _is_uncounted(verb: Token) -> bool:
    """Whether a verb stands in a question after how many it befell, that nobody answers: "could not say how many were
    hurt"; not "how many rebels shot him", "how many shells hit it", where only they are uncounted.
    """
    asking = (t for left in verb.lefts for t in left.subtree if t.lower_ == "how" and t.i + 1 < len(t.doc))
    many = next((t.nbor(1) for t in asking if t.nbor(1).lower_ in {"many", "much"}), None)
    if many is None or verb.dep_ not in CONTENT or not _is_unanswered(verb.head):
        return False
    counted = many if many.head is verb else many.head
    dying = any(t.entry.patient == "subject" for t in triggers().get(verb.lower_, ()) if t.part == "verbs")
    befallen = counted.dep_ in {"dobj", "nsubjpass"} or (dying and counted.dep_ == "nsubj")
    words = certainty_words()
    known = words.speaking | words.confirming | words.asking | words.knowing
    about = {verb.head, *(c for c in verb.head.children if c.dep_ == "acomp")}
    return befallen and not belongs(counted, ARMS) and any(word.lemma_.lower() in known for word in about)


def _is_unanswered(asked: Token) -> bool:
    """Whether a word that leads to a question or to what is to be confirmed tells no answer: "did not say", "nobody
    knows", "is unclear", "was unable to confirm".
    """
    verb = asked.head if asked.dep_ == "acomp" else asked
    subject = subject_of(verb)
    nobody = subject is not None and subject.lower_ in certainty_words().nobody
    words = {asked, verb, *(c for c in verb.children if c.dep_ == "acomp")}
    negated = any(c.dep_ == "neg" for word in words for c in word.children)
    unclear = any(word.lemma_.lower() in certainty_words().asking for word in words)
    return nobody or negated or unclear or is_left_undone(verb)


def _by_modals(governor: Token, previous: Token | None) -> Certainty | None:
    """What the auxiliaries and conjunctions of the trigger, or of the verb it hangs on directly, make of it."""
    if previous is not None and not (governor.pos_ in {"VERB", "AUX"} and _hangs_directly(previous, governor)):
        return None
    auxiliaries = {c.lower_ for c in governor.children if c.dep_ == "aux"}
    for certainty, words in certainty_words().modals.items():
        if auxiliaries & words:
            foretold = auxiliaries & certainty_words().shifted and _is_foretold(governor)
            return "feared_predicted" if foretold else certainty
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in governor.children):
        return "hypothetical"
    return None


def _is_foretold(verb: Token) -> bool:
    """Whether "would" is the "will" of what was told or feared then ("said the army would attack"), on no condition,
    and not of what is judged ("said it would be wrong to attack") or asked.
    """
    judged = verb.lemma_ == "be" and not any(c.dep_ == "expl" for c in verb.children)
    while verb.dep_ == "conj":
        verb = verb.head
    telling, words = verb.head, certainty_words()
    past = telling.tag_ in {"VBD", "VBN", "VBG"}
    feared = any(
        rule.certainty == "feared_predicted" and telling.lemma_.lower() in rule.words for rule in words.governing
    )
    told = verb.dep_ in {"ccomp", "acl"} and telling.i < verb.i and (past or feared)
    sentence = verb.sent
    conditional = sentence[0].lower_ in words.opening or any(word.lower_ in words.conditions for word in sentence)
    # who is quoted himself shifts nothing; "would have attacked" did not come about
    quoted = any(word.is_quote for word in verb.doc[min(telling.i, verb.i) : verb.right_edge.i + 1])
    never = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return told and not (judged or conditional or quoted or never or _asks(verb))


def _hangs_directly(word: Token, verb: Token) -> bool:
    """Whether a verb's modals are those of a word below it, also of what it leads to ("could have ended in deaths")."""
    if any(is_of_all(child) for child in word.children):
        return True  # "may be among the dead"
    aim = word.dep_ == "advcl" and word.tag_ == "VB"  # "may move in to seize the town"
    leads = word.dep_ == "prep" and word.lower_ in certainty_words().leading_to
    return aim or word.dep_ in DIRECT or (leads and verb.lemma_ in certainty_words().leading)


def _by_governor(token: Token, governor: Token, previous: Token) -> Certainty | None:
    """What a word that governs the trigger makes of it ("plans to attack", "called for a ceasefire").

    `previous` is the trigger, or the word that hangs on the governor and is above it.
    """
    infinitive = previous.dep_ in {"xcomp", "acl", "advcl"} and any(c.lower_ == "to" for c in previous.children)
    lemma = governor.lemma_.lower()
    if lemma == "go" and governor.tag_ == "VBG" and infinitive:
        return "feared_predicted"
    if lemma in certainty_words().dates and (infinitive or previous.lower_ == "for"):
        return "feared_predicted"
    done = token in {previous, *(c for c in previous.children if previous.lemma_ in deed_words()["carrying_out"])}
    strives = lemma in certainty_words().striving and not any(c.dep_ == "neg" for c in governor.children)
    if strives and infinitive and done:
        return "feared_predicted"
    if lemma in certainty_words().trying and infinitive and token is previous and _is_all_or_none(token):
        return "feared_predicted"
    averted = token is previous or (token.head.lower_ == "of" and token.head.head is previous)
    if lemma in certainty_words().averting and previous.dep_ == "dobj" and averted and not is_definite(previous):
        above = governor.head
        scant = any(word.lower_ in certainty_words().scant for word in (above, *above.children))  # "did little to"
        undone = is_left_undone(governor) or any(c.dep_ == "neg" for c in governor.children)
        return None if undone or scant else "hypothetical"
    confirmed = lemma in certainty_words().confirming and previous.dep_ in CONTENT and not _asks(previous)
    if confirmed and _is_unanswered(governor):
        return "hypothetical"
    befallen = previous is token and token.dep_ == "nsubjpass" and not is_definite(token)
    # "was expected to rise", "were planned and carried out", "were well planned"
    befallen &= not any(c.dep_ in {"xcomp", "conj", "advmod"} for c in governor.children)
    wanted = previous is token and token.dep_ == "ccomp" and token.tag_ == "VBN"
    wanted &= all(c.dep_ in SUBJECTS or c.lower_ in {"to", "be"} for c in token.lefts)  # "wants them (to be) punished"
    further = {"infinitive": infinitive, "befallen": befallen, "wanted": wanted}
    forms = {previous.dep_, *(form for form, is_so in further.items() if is_so)}
    for rule in certainty_words().governing:
        if lemma in rule.words and forms & rule.links:
            withheld = rule.certainty == "denied" and is_withheld(governor)
            told = lemma in certainty_words().telling and previous.dep_ == "ccomp" and is_told(previous)
            return None if withheld or told else rule.certainty
    return None


def _is_all_or_none(verb: Token) -> bool:
    """Whether what a verb tells of is not there at all where it was only tried: "tried to seize the town".

    Who "tried to storm" it fought.
    """
    kinds = {t.kind for t in triggers().get(verb.lower_, ()) if t.part == "verbs"}
    return bool(kinds) and kinds <= certainty_words().all_or_none | {"siege"}


def _asks(clause: Token) -> bool:
    """Whether a clause asks for a part of what it takes for granted: "(could not confirm) who killed the nine"."""
    return clause.left_edge.tag_ in {"WP", "WRB", "WDT", "WP$"}


def _is_to_come(token: Token) -> bool:
    """Whether an infinitive tells what is to come ("inspectors to visit the site", "the sites to be visited")."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    if len(before) == 2 and before[1].lower_ == "to" and before[0].lemma_.lower() in certainty_words().dates:
        return True  # "over a plot to kill", whatever the parse hangs it on
    infinitive = token.tag_ == "VB" or (token.tag_ == "VBN" and any(c.lower_ == "be" for c in token.children))
    return infinitive and token.dep_ in {"ROOT", "relcl", "acl"} and any(c.lower_ == "to" for c in token.children)


def _is_in_preparation(noun: Token) -> bool:
    """Whether what a noun names is said to be still to come: "a raid is imminent", "an attack was in preparation"."""
    be = noun.head
    coming = [g for c in be.children if c.dep_ == "acomp" for g in c.children if g.dep_ == "xcomp"]
    rises = noun.lemma_.lower() == "toll" and any(verb.lemma_ in number_words()["rising"] for verb in coming)
    if noun.dep_ != "nsubj" or be.lemma_ != "be" or (not rises if coming else is_definite(noun)):
        return False
    within = (g for c in be.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children if g.dep_ == "pobj")
    # not "attacks were well planned and killed nine"
    said = (c for c in be.children if c.dep_ == "acomp" and not any(g.dep_ in {"advmod", "conj"} for g in c.children))
    return any(word.lower_ in certainty_words().not_yet for word in (*said, *within))
