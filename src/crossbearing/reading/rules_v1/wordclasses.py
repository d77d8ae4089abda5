"""Classes of words: whether a noun is a person, a fighter, a weapon, a building, and what stands around a trigger."""

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import Entry, classes, deed_words
from crossbearing.reading.rules_v1.number_words import modifiers, number_words, plain_value

COUNTING = frozenset(
    {
        *("dozen", "score", "ten", "hundred", "thousand", "million", "number", "total", "group", "rest", "majority"),
        *("most", "many", "some", "toll", "hour", "day", "date", "scores", "dozens", "tens", "hundreds", "thousands"),
        *("percent", "cent"),
    }
)
"""Words of number that stand for what they are "of"."""
WINDOW = 6
"""Words on either side in which the conditions `near` and `far` are looked for, besides the trigger's own words."""


def is_headline(sentence: Iterable[str]) -> bool:
    """Whether the words of a sentence are capitalised like a headline, so that capitals say nothing about names."""
    words = [word for word in sentence if len(word) > 3 and word.isalpha()]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def belongs(token: Token, wanted: Iterable[str]) -> bool:
    """Whether a noun's head belongs to one of the wanted classes, or is one of the wanted words."""
    wanted = set(wanted)
    lemma = token.lemma_.lower()
    own = frozenset() if is_aged_name(token) else classes().get(lemma) or classes().get(token.lower_) or frozenset()
    if "heavy_weapon" in own and any("carried" in classes().get(c.lower_, ()) for c in token.children):
        own -= {"heavy_weapon"}
    if own & wanted or lemma in wanted or token.lower_ in wanted:
        return True
    if token.pos_ == "PROPN" and "name" in wanted and not own:
        return True
    if token.pos_ == "NUM" and wanted & {"person", "number", "displaced", "combatant"}:
        return True
    if token.lower_ in {"old", "olds"} and token.i and token.nbor(-1).lower_ in {"-", "year", "month"}:
        return bool(wanted & {"person", "displaced"})
    if is_one_more(token):
        return bool(wanted & {"person"})
    several = lemma in deed_words()["series"]
    if lemma in COUNTING or token.pos_ == "NUM" or several:
        inner = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        if inner or several or token.pos_ == "NUM":
            return any(belongs(g, wanted) for g in inner)
        return bool(wanted & {"person", "displaced"})
    if lemma in number_words()["portions"]:  # "half of the hostages"
        inner = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
        if any(g.pos_ in {"NOUN", "PROPN"} and belongs(g, wanted) for g in inner):
            return True
    if token.lower_ in {"it", "which", "that", "this"}:
        return bool(wanted & {"place_noun", "building", "vehicle", "armed_body", "agreement", "truce", "ceasefire"})
    return token.pos_ in {"PRON", "DET"} and bool(
        wanted & {"person", "combatant", "armed_body", "displaced", "place_noun"}
    )


def is_one_more(token: Token) -> bool:
    """Whether a word of order stands for one more of people counted before: "two were killed and a third wounded".

    Not in "a third of the town", "about a third were hurt", "two tanks were hit and a third was burnt".
    """
    if token.lower_ not in number_words()["ordinals"] or (token.dep_ == "amod" and token.head.pos_ == "NOUN"):
        return False
    article = token.i > 0 and token.nbor(-1).lower_ in {"a", ","}  # "Two killed, third hurt"
    share = any(c.lower_ == "of" for c in token.children)
    share = share or any(c.lower_ in PLURAL and c.i > token.i for c in token.head.children)
    share = share or token.doc[token.i - 2].lower_ in {words[-1] for words, _ in modifiers()}
    return article and not share and _are_people_before(token)


PLURAL = frozenset({"were", "are", "have"})
"""Auxiliaries of several."""
ALREADY_COUNTED = 40
"""Tokens before a word of order in which those stand whom it goes on from."""


def _are_people_before(order: Token) -> bool:
    """Whether those whom a word of order goes on from are people: "two guards" or "a second" before "a third".

    The nearest of them counts, in front of which no preposition stands ("a guard was killed in a bar, a second hurt").
    """
    ordinals = number_words()["ordinals"]
    place = ordinals.index(order.lower_)
    said = {ordinals[place - 1]} if place else {"a", "an"}
    for word in reversed(order.doc[max(0, order.i - ALREADY_COUNTED) : order.i - 1]):
        if word.lower_ in said or plain_value([word.lower_]) == place + 1:
            counted = word.head if word.dep_ in {"nummod", "det", "amod"} else word
            if counted.dep_ != "pobj" and counted.i < order.i:
                return belongs(counted, {"person", "combatant"})
    return False


def is_aged_name(token: Token) -> bool:
    """Whether an age stands between commas behind a name, so that it is nobody's town: "Lena Hill, 28, was hurt"."""
    if token.pos_ != "PROPN":
        return False
    behind = (c for c in token.children if c.dep_ == "appos" and c.like_num and c.i == token.i + 2)
    return any(token.doc[c.i + 1 : c.i + 2].text in {",", "and"} for c in behind)


def is_named_body(noun: Token) -> bool:
    """Whether a word for a place is the name of an armed body ("the Tawhid Front"), and of no site ("Lake Front")."""
    if not (noun.text.istitle() and belongs(noun, {"named_body"})):
        return False
    return noun.i == 0 or not belongs(noun.nbor(-1), {"site"})


def tells_day(word: Token) -> bool:
    """Whether a word is a day or part of one that the parse may take into the name behind it: "On Sunday evening rebels
    shelled the town"; not the "night" of "a night club".
    """
    return belongs(word, DAY) or (word.i > 0 and belongs(word, {"part_of_day"}) and belongs(word.nbor(-1), DAY))


DAY = frozenset({"named_day"})


def _around(token: Token) -> list[Token]:
    doc, sentence = token.doc, token.sent
    low, high = max(sentence.start, token.i - WINDOW), min(sentence.end, token.i + WINDOW + 1)
    near = {i: doc[i] for i in range(low, high) if i != token.i}
    for other in token.subtree:
        if abs(other.i - token.i) <= 2 * WINDOW and other.i != token.i:
            near[other.i] = other
    return [t for t in near.values() if not _of_some_alone(t, token)]


def _of_some_alone(word: Token, token: Token) -> bool:
    """Whether a word tells how only some of those harmed fared: "five were shot, one fatally"."""
    before = word.nbor(-1) if word.i > token.i + 2 else None
    return before is not None and word.pos_ in {"ADV", "ADJ"} and (before.like_num or before.lower_ in {"them", "whom"})


def _has(tokens: Iterable[Token], wanted: frozenset[str]) -> bool:
    for t in tokens:
        lemma = t.lemma_.lower()
        if lemma in wanted or t.lower_ in wanted:
            return True
        own = classes().get(lemma)
        if own and own & wanted:
            return True
        if (t.pos_ == "PROPN" and "name" in wanted) or (t.pos_ == "NUM" and "number" in wanted):
            return True
    return False


def ends_in(verb: Token, outcomes: frozenset[str]) -> bool:
    """Whether the words about a verb tell that it ended so: "fatally shot", "shot him dead", "was beaten to death".

    Not that another did: "shot him before fatally wounding himself".
    """
    doc = verb.doc
    own = (c for c in verb.children if c.lower_ in outcomes and not _of_some_alone(c, verb))
    if (verb.i and doc[verb.i - 1].lower_ in outcomes) or any(own):
        return True
    for token in doc[verb.i + 1 : min(verb.sent.end, verb.i + REACH)]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ";", ":", "-", "--", "–", "—"}:
            return False
        of_another = token.pos_ == "ADV" and token.head.pos_ == "VERB" and token.head.i > token.i
        if token.lower_ in outcomes and not of_another and (token.pos_ != "NOUN" or doc[token.i - 1].lower_ == "to"):
            return True
    return False


REACH = 9
"""Tokens behind a verb in which its outcome may be told."""


def of_one_side(doers: Sequence[str], harmed: Sequence[str]) -> bool:
    """Whether all those harmed are called as the doers are, or as men of one state: of "police entered and an officer
    was hit" the police are not said to have hit him. Who is told apart by a word more ("rebel troops") is another.

    >>> of_one_side(["Army units"], ["a soldier"]), of_one_side(["Rebels"], ["nine rebels"])
    (True, True)
    >>> of_one_side(["Turkish troops"], ["Syrian soldiers"]), of_one_side(["The army"], ["a soldier", "nine men"])
    (False, False)
    """
    mine = {word for name in doers for word in name.lower().split()}
    of_state = any("state_force" in classes().get(word, ()) for word in mine)
    return bool(mine) and bool(harmed) and all(_is_own(name, mine, of_state=of_state) for name in harmed)


def _is_own(name: str, mine: Collection[str], *, of_state: bool) -> bool:
    """Whether those called so are some of those called by these words."""
    words = [word for word in name.lower().split() if not _only_counts(word)]
    known = (word for word in words if not _FIGHTING.isdisjoint(classes().get(word, ())))
    own = [word in mine or (of_state and "state_force" in classes().get(word, ())) for word in words]
    return any(word in mine or of_state for word in known) and all(own)


def _only_counts(word: str) -> bool:
    return word in _DETERMINERS or word in number_words()["units"] or word in number_words()["vague"] or word.isdigit()


_DETERMINERS = frozenset({"a", "an", "the", "some", "several", "more", "other", "of", "its", "their"})
_FIGHTING = frozenset({"combatant", "armed_body"})


def meets_neighbours(token: Token, entry: Entry, *, led: bool = False) -> bool:
    """Whether the words about a trigger meet its conditions `near`, `far` and `outcome`.

    `led` tells that the word before it does as well as one of `near`.
    """
    if entry.outcome and not ends_in(token, entry.outcome):
        return False
    if not entry.near and not entry.far:
        return True
    around = _around(token)
    if entry.near and not (led or _has(around, entry.near)):
        return False
    return not entry.far or not _has([t for t in around if not _is_bare_name(t)], entry.far)


def _is_bare_name(token: Token) -> bool:
    """Whether a word is somebody's name and not the thing it is spelt like: Bill in "killed Bill Haddad".

    What is named with words of its own ("the World Cup", "Proposition 8") is a thing; in a headline all have capitals.
    """
    if token.pos_ != "PROPN" or not token.text.istitle() or is_headline(t.text for t in token.sent):
        return False
    return not any(c.dep_ in {"det", "amod", "compound", "nummod", "poss"} for c in token.children)
