"""What the parse takes for something else, mostly in headlines: "4 shot at mill", "held after teen shot"."""

from itertools import takewhile

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import acting_objects
from crossbearing.reading.rules_v1.number_words import number_words, plain_value
from crossbearing.reading.rules_v1.wordclasses import belongs, is_named_body, is_one_more, tells_day

SPELT_AS_NOUNS = frozenset({"shot", "hurt"})
"""Participles of harm that are spelt like a noun in the singular."""
BEFORE = frozenset({"compound", "nmod", "nsubj"})
OPENING = frozenset({"after", "before", "until"})
"""Words that open a clause, where a verb follows, and else stand before a noun alone."""
PEOPLE = frozenset({"person", "combatant"})


def befallen(token: Token) -> tuple[Token, ...]:
    """Return whom a participle that the parse takes for a noun befell; empty where the word may well be a noun.

    A noun in the singular has no number above one before it, and people before it do not tell what was fired.
    """
    if token.lower_ not in SPELT_AS_NOUNS or token.tag_ not in {"NN", "NNP"}:
        return ()
    return tuple(c for c in token.lefts if _is_several(c) or (c.dep_ in BEFORE and belongs(c, {"person"})))


def _is_several(word: Token) -> bool:
    """Whether a word is a number above one that has no participle of its own ("one killed, several shot")."""
    if word.dep_ != "nummod" or any(c.dep_ == "acl" for c in word.children):
        return False
    value = plain_value([word.text])
    return value is not None and value > 1


def is_verb_of_count(noun: Token) -> bool:
    """Whether a noun is rather a verb that tells how many: "Bomb wounds 9, kills 4"."""
    behind = noun.nbor(1) if noun.tag_ == "NNS" and noun.i + 1 < noun.sent.end else noun
    return behind.like_num and behind.head.i == noun.i


def subject_of_clause(verb: Token) -> Token | None:
    """Return the subject of a clause that the parse reads as a preposition and a noun, or null.

    "Held after girl, 7, shoots self" tells of the girl: so in headlines, where nouns stand without an article. In
    running text, who "ran after the boy, shot him" is the one who ran.
    """
    if verb.dep_ != "conj" or verb.tag_ not in {"VBZ", "VBD", "VBN"}:
        return None
    before = (verb.doc[i] for i in range(verb.i - 1, verb.sent.start - 1, -1))
    noun = next((t for t in before if not (t.pos_ in {"ADV", "NUM"} or t.text == ",")), None)
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in OPENING or verb.head not in noun.ancestors:
        return None
    parted = noun.i + 2 == verb.i and noun.nbor(1).text == ","
    return None if parted or any(c.dep_ in {"det", "poss"} for c in noun.children) else noun


def subject_before_agent(verb: Token) -> Token | None:
    """Return the subject of a verb with an object that the parse takes for a clause about who stands behind "by", or
    null: "A raid filmed by rebels killed nine" tells what the raid did.
    """
    if verb.dep_ != "acl" or verb.head.head.dep_ != "agent" or not any(c.dep_ == "dobj" for c in verb.children):
        return None
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.dep_ in {"agent", "prep"}:
        noun = noun.head.head
        if noun.dep_ == "acl":
            noun = noun.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def subject_behind_day(verb: Token) -> Token | None:
    """Return who stands between a day and a verb without a subject, whom the parse takes for a noun of that day: "On
    Friday government jets bombed the market".
    """
    for link in verb.lefts:
        for noun in link.children:
            if noun.dep_ == "pobj" and not tells_day(noun) and tells_day(noun.left_edge) and noun.left_edge.i > link.i:
                return noun
    return None


def counted_before(verb: Token) -> Token | None:
    """Return those counted right before the auxiliary of a passive without a subject, whom the parse joins to what
    befell others, or takes for whom it is said to: "One guard is dead and at least nine more were injured", "Police
    tell Channel Six two guards were shot".
    """
    auxiliary = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), None)
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if auxiliary is None or not passive or auxiliary.i == verb.sent.start:
        return None
    counted = auxiliary.nbor(-1)
    number = counted.like_num or counted.lower_ in number_words()["vague"]
    number = number or any(c.dep_ == "nummod" for c in counted.children)
    misread = counted.dep_ == "conj" or (counted.dep_ == "dobj" and verb.dep_ == "ccomp")
    return counted if misread and number else None


def one_more_before(participle: Token) -> Token | None:
    """Return the word of order right before a participle that stands for one more of those told of before, whatever the
    parse makes of it: "two guards were killed and a third wounded".
    """
    before = participle.nbor(-1) if participle.i > participle.sent.start else None
    return before if before is not None and participle.tag_ != "VBG" and is_one_more(before) else None


def counted_apart(participle: Token) -> tuple[Token, ...]:
    """Return the number right before a participle whom a comma parts from the noun that the parse puts it before: "4
    wounded, gunman dead".
    """
    doc, at = participle.doc, participle.i
    parted = doc[at + 1 : at + 2].text == "," and at > participle.sent.start and doc[at - 1].like_num
    return (doc[at - 1],) if parted else ()


def subject_of_reduced(verb: Token) -> Token | None:
    """Return who is told to be somewhere right before a verb without a subject, where the parse takes that for a clause
    of its own: "said that gunmen positioned in nearby hills fired", "said that the army having left the hills fired".
    """
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if verb.dep_ != "ccomp" or before is None or before.is_punct:
        return None
    for clause in verb.head.children:
        if clause.dep_ == "ccomp" and clause.right_edge.i == before.i and clause.tag_ in {"VBN", "VBD"}:
            noun = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if noun is None:
                return None
            reduced = clause.nbor(-1) if clause.nbor(-1).lower_ == "having" else clause
            return noun if noun.right_edge.i + 1 == reduced.i else None
    return None


def subject_in_row(verb: Token) -> Token | None:
    """Return the first of a row of names right before a verb without a subject, where the parse joins them to the last
    name of the clause before: "While people flee from Sarnaq, Norway and Peru have sent tents".
    """
    helping = [c.i for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ != "to"]
    first = min(helping, default=verb.i)
    clause = (helping or verb.tag_ in PAST_OR_PRESENT) and verb.dep_ not in {"acl", "amod", "relcl"}
    last = verb.doc[first - 1] if clause and first > verb.sent.start else verb
    row = [last]
    while row[0].dep_ == "conj" and row[0].pos_ == "PROPN" and row[0].head.pos_ == "PROPN":
        row.insert(0, row[0].head)
    behind = [name for name in row[1:] if name.nbor(-1).text == ","]
    return behind[0] if len(behind) == 1 and len(row) > 1 and verb.i > last.i else None


def subject_behind_as(verb: Token) -> Token | None:
    """Return who stands between "as" and a verb that the parse gives no subject: "died as men from the hills fired"."""
    for link in verb.head.children if verb.dep_ in {"advcl", "conj", "ccomp"} else ():
        told = next((c for c in link.children if c.dep_ == "pobj"), None) if link.lower_ == "as" else None
        if told is not None and link.dep_ == "prep" and link.i < told.i and told.right_edge.i + 1 == verb.left_edge.i:
            return told if verb.tag_ in PAST_OR_PRESENT and belongs(told, PEOPLE | {"armed_body"}) else None
    return None


PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that need a subject."""


def above_participle(verb: Token) -> Token:
    """Return the word that a verb hangs on; of a past form that the parse joins to a participle in "-ing" the verb of
    the clause about which that tells: "a bomber drove a van carrying flour and detonated" tells of the bomber.
    """
    found = verb.head.dep_ == "acl" and verb.head.head.head.lemma_ in acting_objects()["finding"]
    joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VBG" and not found
    if not joined or verb.head.dep_ not in {"acl", "advcl"} or any(c.dep_ == "aux" for c in verb.head.children):
        return verb.head
    return next((a for a in verb.head.ancestors if a.pos_ in {"VERB", "AUX"}), verb.head)


def is_quoted_apart(verb: Token, head: Token) -> bool:
    """Whether a verb stands in a quotation before what the parse hangs it on, whose subject then is who says that.

    Not where only some words of the clause are quoted: who is accused of "targeting farmers" does that, too.
    """
    marks = [token for token in verb.doc[verb.i : head.i] if token.text in QUOTATION]
    return len(marks) % 2 == 1 and head.lemma_ in acting_objects()["saying"]


QUOTATION = frozenset({'"', "“", "”"})
"""Marks at which a quotation begins or ends."""


def verb_before(noun: Token) -> Token | None:
    """Return the verb that the parse takes for a word about its object, or null: "gathered and organised protests"."""
    before = noun.nbor(-1) if noun.dep_ == "conj" and noun.head.pos_ == "VERB" else noun
    joined = before.i > noun.head.i + 1 and before.nbor(-1).dep_ == "cc" and before.nbor(-1).head.i == noun.head.i
    return before if joined and before.dep_ == "amod" and before.head.i == noun.i else None


def speaks_next(noun: Token) -> bool:
    """Whether a verb of saying without a subject stands right behind a noun, which tells who says it: "killed nine
    people the Red Moon said".
    """
    last = noun.right_edge if noun.pos_ == "PROPN" else noun
    words = list(takewhile(lambda word: not word.is_sent_start, noun.doc[last.i + 1 : last.i + 3]))
    helping = [word for word in words[:1] if word.lower_ in {"has", "have", "had"}]
    says = next((word for word in words[len(helping) :]), None)
    if says is None or says.lemma_ not in acting_objects()["saying"]:
        return False
    told = says.tag_ in {"VBD", "VBZ", "VBP"} or (says.tag_ == "VBN" and bool(helping))
    behind = says.nbor(1) if says.i + 1 < len(says.doc) else says
    # "a man said to have shot two", "a school confirmed as a base", "a man reported missing"
    of_noun = says.dep_ == "acl" or behind.lower_ in {"to", "as"} or behind.tag_ in {"VBG", "VBN", "JJ"}
    return told and not of_noun and not any(c.dep_ in {"nsubj", "csubj"} for c in says.children)


def left_so(participle: Token) -> Token | None:
    """Return those right before a participle whom a deed is said to leave so, whatever the parse hangs it on.

    "One of two men arrested over a brawl that left four people wounded" tells of four who are wounded.
    """
    before = participle.nbor(-1) if participle.i > participle.sent.start else None
    if participle.dep_ != "acl" or before is None or before.dep_ not in {"dobj", "nsubj"}:
        return None
    return before if before.head.lemma_ == "leave" and before.head.i != participle.head.i else None


def told_beside(counted: Token) -> tuple[Token, ...]:
    """Return the one person right before others who are counted, whom the parse takes for them.

    "Baby, 4 others hurt" tells of five.
    """
    one = counted.head
    number = any(c.dep_ == "nummod" for c in counted.children)
    apart = one.dep_ in {"dobj", "pobj"}  # "man kills wife, 2 others hurt": another word tells what befell her
    told = counted.dep_ == "appos" and number and not apart and one.tag_ == "NN" and belongs(one, {"person"})
    return (one,) if told and not any(c.dep_ == "det" for c in one.children) else ()


def severed_objects(verb: Token, last: Token) -> list[Token]:
    """Return people behind the last object of a verb whom the parse joins to the verb.

    Such as the sons of "killed his wife, Rana, and their two sons".
    """
    joined = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "NOUN" and c.i > last.i)
    return [noun for noun in joined if belongs(noun, PEOPLE) and _is_last_of_row(noun)]


def _is_last_of_row(noun: Token) -> bool:
    """Whether "and" stands before a noun, and nothing behind it that befell those it is of alone."""
    first = noun.left_edge
    joined = first.i > noun.sent.start and first.nbor(-1).lower_ == "and"
    joined = joined and first.tag_ not in {"VBD", "VBN"}  # "killed nine and displaced thousands"
    return joined and not any(c.dep_ == "acl" for c in noun.children)


def severed_modifier(noun: Token) -> Token | None:
    """Return the party right before a deed that the parse hangs on the preposition before both ("in army shelling")."""
    party = noun.nbor(-1) if noun.i else noun
    if party.dep_ != "pobj" or not (is_named_body(party) or belongs(party, {"armed_body", "combatant"})):
        return None
    several, single = party.tag_ in {"NNS", "NNPS"}, party.tag_ in {"NN", "NNP"}
    beside = noun.dep_ == "pobj" and noun.head.i == party.head.i
    gerund = noun.tag_ == "VBG" or (noun.lower_.endswith("ing") and noun.dep_ == "advcl")
    gerund = gerund and not any(c.dep_ in {"dobj", "obj", "aux"} for c in noun.children)
    # Of several no verb in "-s" tells: "in coalition jets strikes".
    of_it = (single and (beside or gerund)) or (several and noun.tag_ == "VBZ")
    return party if party.head.i == party.left_edge.i - 1 and of_it else None
