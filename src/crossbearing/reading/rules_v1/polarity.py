"""Whether what words tell of took place: negation with its scope, deeds that nobody came to do, what nobody tells."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import certainty_words, deed_words
from crossbearing.records import Polarity

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners with which a noun names what is known."""
NONE_OF = frozenset({"no", "neither", "none"})
"""Words with which whoever is named did nothing ("no army", "neither side", "none of the groups")."""
CLAUSES = frozenset({"relcl", "acl"})
"""Parts of a clause that tells more of a noun."""


def polarity_of(token: Token) -> Polarity:
    """Whether the words negate the happening itself ("no shots were fired", "failed to enter")."""
    for word in token.children:
        if any(c.lower_ == "neither" and c.dep_ == "preconj" for c in word.children):
            return "negated"  # "neither the army nor rebels attacked it"
        if word.dep_ == "neg" or (word.dep_ == "det" and word.lower_ == "no"):
            return "negated"
        if word.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(
            c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in word.children
        ):
            return "negated"
        if word.lower_ in certainty_words().nobody and word.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            return "negated"
    head = token.head
    if token.dep_ == "attr" and any(c.dep_ == "neg" for c in head.children):
        # "there was not a death"; "it was not the first attack" tells of several
        return "negated" if any(c.dep_ == "expl" for c in head.children) else "affirmed"
    if is_left_undone(token) or (_is_performed(token) and is_undone(head) and undoing(token) is None):
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "without":
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "of" and any(c.lower_ == "no" for c in head.head.children):
        return "affirmed" if is_none_told(head.head) else "negated"
    return "affirmed"


def told_polarity(token: Token, kind: str, *, lacking: bool) -> Polarity:
    """Whether what a trigger names took place; `lacking` words tell that it did not ("blocked the aid convoy"), so that
    what negates them affirms it.
    """
    if is_not_quite(token, kind):
        return "negated"
    negated = polarity_of(token) == "negated"
    return "negated" if negated != lacking else "affirmed"


def is_not_quite(verb: Token, kind: str) -> bool:
    """Whether the words say of a verb that what it tells of all but came about: "was nearly killed"; not "the town was
    nearly destroyed".
    """
    nearly = any(c.dep_ == "advmod" and c.lower_ in certainty_words().not_quite for c in verb.children)
    return nearly and verb.pos_ == "VERB" and kind in certainty_words().all_or_none


def is_left_undone(verb: Token) -> bool:
    """Whether a verb tells of what somebody did not come to do: "failed to launch", "was not able to launch", "were
    prevented from launching", "stopped short of launching".
    """
    head, words = verb.head, certainty_words()
    if verb.dep_ == "pcomp":
        return head.head.lower_ == "short" if head.lower_ == "of" else hinderer(verb) is not None
    enabled = head.lemma_.lower() in words.enabling and verb.dep_ in {"xcomp", "ccomp"}
    if enabled and any(c.dep_ == "neg" for word in (head, head.head) for c in word.children):
        return True
    return verb.dep_ == "xcomp" and head.lemma_.lower() in words.failing


def hinderer(verb: Token) -> Token | None:
    """Return the verb that tells that somebody did not let its object do what stands behind "from"; null without one,
    and where nobody is told to have come to hinder it ("did not stop rebels from storming", "hoped to stop them from").
    """
    hinders = hindering(verb)
    return hinders if hinders is not None and not is_unhindered(hinders) and not is_perhaps(hinders) else None


def hindering(verb: Token) -> Token | None:
    """Return the verb of hindering, done or not, under whose "from" a verb stands, or null."""
    hindered = verb.dep_ == "pcomp" and verb.head.lower_ == "from"
    return verb.head.head if hindered and verb.head.head.lemma_ in certainty_words().hindering else None


def is_unhindered(hinders: Token) -> bool:
    """Whether a verb of hindering tells that what it was to hinder was done all the same ("did not stop them from")."""
    subject = subject_of(hinders)
    nobody = subject is not None and subject.lower_ in certainty_words().nobody
    none = subject is not None and any(c.lower_ in NONE_OF for c in subject.children)
    return nobody or none or is_left_undone(hinders) or any(c.dep_ == "neg" for c in hinders.children)


def is_perhaps(hinders: Token) -> bool:
    """Whether it is open if somebody came to hinder: "hoped to stop them from", "may stop them from"."""
    return any(c.dep_ == "aux" and c.tag_ in {"TO", "MD"} for c in hinders.children)


def is_undone(verb: Token) -> bool:
    """Whether its subject is told not to have done what a verb tells: "never launched", "neither the army nor rebels
    launched", "failed to launch", "it was not the army that launched"; not "did not only launch", "did not launch it
    until dawn".
    """
    subject = subject_of(verb)
    named = subject is not None and any(c.lower_ in NONE_OF for c in (subject, *subject.children))
    nobody = subject is not None and subject.lower_ in certainty_words().nobody
    cleft = verb.dep_ == "relcl" and verb.head.dep_ == "attr" and any(c.dep_ == "neg" for c in verb.head.head.children)
    denied = any(c.dep_ == "neg" for c in verb.children)
    if _is_limited(verb) or any(c.lower_ in certainty_words().modals["hypothetical"] for c in verb.children):
        return False  # "did not only launch it", "would not have launched it had it not"
    return named or nobody or cleft or denied or is_left_undone(verb)


def _is_limited(verb: Token) -> bool:
    """Whether the words about a verb or its object limit a negation, so that it was done all the same: "not only",
    "not until dawn", "not without help", "did not carry out the raid alone", "not as planned".
    """
    objects = [c for c in verb.children if c.dep_ in {"dobj", "obj", "nsubjpass"}]
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    about = (c for word in (verb, *objects, *clauses) for c in word.children)
    return any(c.lower_ in certainty_words().in_part and c.nbor(-1).text != "," for c in about if c.i > c.sent.start)


def undoing(noun: Token) -> Token | None:
    """Return the verb that tells who did not carry out a known deed ("never launched the raid"), also in a clause about
    it; null where none does, and where nobody did ("launched no raid", "failed to launch the raid", "has not yet
    launched it", "never launched the promised raid").
    """
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.lemma_.lower() in deed_words()["carrying_out"])
    verb = noun.head if _is_performed(noun) else next(clauses, None)
    if verb is None or not is_definite(noun) or is_left_undone(verb) or not is_undone(verb):
        return None
    if any(c.lower_ in certainty_words().to_come for word in (verb, noun) for c in word.children):
        return None
    return verb if noun.dep_ != "nsubjpass" or agent_of(verb) is not None else None


def _is_performed(noun: Token) -> bool:
    """Whether a verb above a noun tells who carried out what the noun names."""
    carried_out = noun.head.lemma_.lower() in deed_words()["carrying_out"]
    return carried_out and noun.dep_ in {"dobj", "obj", "nsubjpass"}


def is_definite(noun: Token) -> bool:
    """Whether a noun names what is known to have been: "the raid that killed nine", "Monday's raid"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in noun.children)


def is_passed_over(noun: Token) -> bool:
    """Whether the words only say that nothing was told of what a noun names, so that nobody knows whether it was: "no
    word of casualties", "made no mention of an attack"; not "no mention of the attack", "of a raid that killed nine".
    """
    first = noun
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ not in {"pobj", "dobj"} or is_definite(first) or any(c.dep_ in CLAUSES for c in first.children):
        return False
    above = first.head.head if first.dep_ == "pobj" else first.head
    unsaid = is_left_undone(above) or any(c.dep_ == "neg" for c in above.children)
    return is_none_told(above) or (unsaid and above.lemma_.lower() in certainty_words().speaking)


def is_none_told(noun: Token) -> bool:
    """Whether a noun of telling is one that was not given: "no comment", "no word"."""
    return noun.lemma_.lower() in certainty_words().silence and any(c.lower_ in NONE_OF for c in noun.children)


def is_caused(clause: Token, known: Token) -> bool:
    """Whether a verb wants or makes it happen to its object: "ordered the men arrested", "called for them killed"."""
    calls = known.dep_ == "pobj" and known.head.lower_ == "for"
    link = known.head.head if calls else known.head
    told = {"agent", "prep", "npadvmod"} if calls else {"agent"}  # "called for the men arrested in March to be freed"
    if clause.tag_ != "VBN" or any(c.dep_ in told for c in clause.children):
        return False
    return (calls or known.dep_ == "dobj") and link.lemma_.lower() in certainty_words().causing


def agent_of(verb: Token) -> Token | None:
    """Return whom "by" behind a verb names, or null."""
    by = (c for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by")
    return next((g for c in by for g in c.children if g.dep_ == "pobj"), None)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or null."""
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
