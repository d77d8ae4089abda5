"""Names for who did it and to whom: pronouns resolved, happenings and bare counts left out."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from crossbearing.ontology import kinds
from crossbearing.reading.rules_v1.arguments import arguments, modifiers
from crossbearing.reading.rules_v1.blame import blamed, names_a_doer
from crossbearing.reading.rules_v1.happenings import BEFALLEN, Happening
from crossbearing.reading.rules_v1.lexicon import acting_objects, certainty_words, triggers
from crossbearing.reading.rules_v1.misparsed import speaks_next
from crossbearing.reading.rules_v1.nominal import is_deed, noun_sides
from crossbearing.reading.rules_v1.noun_phrases import phrase, phrase_tokens
from crossbearing.reading.rules_v1.number_words import number_words
from crossbearing.reading.rules_v1.reached import BY_WEAPON
from crossbearing.reading.rules_v1.rows import is_of_other_sex, with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import COUNTING, belongs, is_aged_name, is_named_body

PLURAL = frozenset({"they", "them", "their"})
SINGULAR = frozenset({"he", "she", "him", "her", "his", "it", "its"})
IMPERSONAL = frozenset({"it", "its"})
MEANS_OF_HARM = frozenset({"explosive", "heavy_weapon", "chemical", "weapon"})


def antecedent(pronoun: Token) -> Token | None:
    """Return the noun a pronoun stands for: the nearest earlier subject of its number, here or one sentence before.

    Who says something in the sentence before tells mostly of somebody else, and is taken last.
    """
    word = pronoun.lower_
    if word not in PLURAL | SINGULAR:
        return None
    doc, start = pronoun.doc, pronoun.sent.start
    if (suffered := _whom_a_reason_tells_of(pronoun)) is not None:
        return suffered
    # Whoever acts in its own clause is another: else it would be "themselves".
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    others = {t.i for t in arguments(verb).subjects} if pronoun.dep_ in {"dobj", "obj", "pobj"} else set()
    if start:
        start = doc[start - 1].sent.start
    speaker, saying = None, acting_objects()["saying"]
    for i in range(pronoun.i - 1, start - 1, -1):
        token = doc[i]
        if (
            token.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj"}
            or token.pos_ not in {"NOUN", "PROPN"}
            or token.i in others
            or (token.dep_ in {"pobj", "dobj"} and word in {"it", "he", "she", "they"})
        ):
            continue
        many, body = token.tag_ in {"NNS", "NNPS"}, belongs(token, {"armed_body"})
        people = token.tag_ == "NNPS" or belongs(token, {"person", "combatant", "armed_body", "displaced"})
        if word in PLURAL and (many or body) and people:  # a people's name too ("35 Syrians")
            return token
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in saying and token.i < pronoun.sent.start
        if (
            word in SINGULAR
            and not many
            and (not body or word in IMPERSONAL)
            and (body or word not in IMPERSONAL or not belongs(token, {"person", "combatant"}))
            and not is_of_other_sex(token, word)
            and (token.pos_ == "PROPN" or belongs(token, {"person", "combatant", "armed_body"}))
        ):
            if not speaks:
                return token
            speaker = speaker or token
    return speaker


def _whom_a_reason_tells_of(pronoun: Token) -> Token | None:
    """Return those to whom something was done for what they had done: the students of "arrested the students because
    they had thrown stones"; null where the words give no such reason.
    """
    reason = pronoun.head
    if reason.lemma_ in certainty_words().striving:  # "shot the guards because they wanted to flee": rather who shot
        return None
    if pronoun.dep_ != "nsubj" or not any(c.dep_ == "mark" and c.lower_ == "because" for c in reason.children):
        return None
    deed = reason.head
    done = any(t.part == "verbs" and t.kind in BEFALLEN | BY_WEAPON for t in triggers().get(deed.lower_, ()))
    suffered = next((c for c in deed.children if c.dep_ == "dobj"), None)
    if not done or suffered is None or not belongs(suffered, {"person", "combatant"}):
        return None
    several = suffered.tag_ in {"NNS", "NNPS"}
    return suffered if several == (pronoun.lower_ in PLURAL) and not is_of_other_sex(suffered, pronoun.lower_) else None


def _counted(token: Token) -> Token:
    """What a word of number or of a part is "of": people, for "dozens of people", "a third of the people"."""
    lemma = token.lemma_.lower()
    part = lemma in number_words()["portions"]
    if not part and lemma not in COUNTING | {"life"} and token.pos_ != "NUM":
        return token
    of = (g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    inner = next(of, None)
    if inner is None or (part and not _are_people(inner)):
        return token
    return _counted(inner)


def _are_people(noun: Token) -> bool:
    """Whether a noun tells of several people one by one ("the passengers"), not of a whole ("the population")."""
    return noun.tag_ == "NNS" and belongs(noun, {"person", "combatant"})


OF_PEOPLE = frozenset({"life", "throat"})
"""What people lose where they are killed: those affected are whose it is."""


def _with_those_of(token: Token) -> Iterator[Token]:
    """Yield a word, and for lives and throats all those whose they are ("the lives of a boy and his mother").

    Of a pronoun's ("his life") the word itself.
    """
    whose = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    whose += [c for c in token.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    theirs = token.lemma_.lower() in OF_PEOPLE
    if not theirs or not whose:
        yield token
    for owner in whose if theirs else ():
        yield from with_conjuncts(owner)


def settled_heads(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the heads that these stand for: pronouns led back, numbers to what they are of, bare counts left out."""
    for token in (joined for each in tokens for joined in _with_those_of(each)):
        counted = _counted(token)
        for told in with_conjuncts(counted) if counted is not token else (token,):
            settled = _known_beside(told) or told
            # "US" is a country, whatever the parse makes of it
            if settled.text != "US" and (settled.pos_ == "PRON" or settled.lower_ in PLURAL | SINGULAR):
                found = antecedent(settled)
                if found is None:
                    continue
                settled = _counted(found)
            bare = settled.lemma_.lower() in COUNTING and not _is_body(settled)
            if not bare and settled.pos_ not in {"NUM", "DET", "PRON"}:
                yield settled


def _known_beside(noun: Token) -> Token | None:
    """The known party whose name stands right behind words for what it is to another: Peru in "its ally Peru"."""
    if belongs(noun, {"person"}) or not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children):
        return None  # "his son Jordan" is no country
    names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == noun.i + 1)
    return next((name for name in names if names_a_doer(name)), None)


def _is_body(noun: Token) -> bool:
    """Whether a word of number is itself who acts: a group that is described ("a terrorist group", "rebel groups")."""
    return noun.lemma_.lower() == "group" and any(c.dep_ in {"amod", "compound", "nmod"} for c in noun.children)


def actor_names(happening: Happening, elsewhere: frozenset[int], speaker: str | None = None) -> tuple[str, ...]:
    """Return who did it, as told; where a deed or a means is the subject ("the army's strikes killed"), whose it was.

    `elsewhere` are indices of words of towns and times, which do nothing (a dateline before the first sentence).
    `speaker` is who says it, and is meant by "we"; null for the outlet itself.
    """
    out = dict.fromkeys(_speakers(happening.actors, happening.token, speaker))
    for token in settled_heads(happening.actors):
        drives = happening.kind == "troop_movement" and belongs(token, {"vehicle"})  # "tanks moved to the edge"
        for doer in _whose(token) if _is_deed_or_means(token) and not drives else (token,):
            town = doer.i in elsewhere or (belongs(doer, {"place_noun"}) and not _is_armed(doer))
            nobody = belongs(doer, {"strife"}) or (_is_deed_or_means(doer) and not drives)
            hit = happening.kind in BOMBARDING and _is_civilian(doer)
            nobody = nobody or (kinds()[happening.kind].family == "violence" and belongs(doer, {"account"}))
            if not (town or nobody or hit or _is_heading(doer, happening.token)):
                out |= dict.fromkeys(_named(doer))
    return tuple(name for name in out if not any(other.startswith(f"{name} ") for other in out))


def _named(doer: Token) -> tuple[str, ...]:
    """The names of a doer; of two parties that share their noun both: "rebel and Norwegian jets"."""
    for word in doer.lefts:
        other = next((c for c in word.children if c.dep_ == "conj" and c.i < doer.i), None)
        both = not any(c.lower_ == "or" for c in word.children)
        if other is not None and both and names_a_doer(word) and names_a_doer(other):
            shared = doer.doc[other.i + 1 : doer.i + 1].text
            return f"{word.text} {shared}", f"{other.text} {shared}"
    return (phrase(doer),)


def _whose(deed: Token) -> Iterator[Token]:
    """Yield the heads of those whose a deed or means was.

    Who is only blamed for it stands in the claim of the deed, which is told as an accusation: what came of it is not.
    """
    accused = blamed(deed)
    yield from settled_heads([doer for doer in noun_sides(deed, "other")[0] if doer not in accused])


def _is_civilian(noun: Token) -> bool:
    """Whether a noun stands for people who bear no arms (not "army men")."""
    armed = any(belongs(word, {"combatant", "armed_body"}) for word in (noun, *modifiers(noun)))
    return belongs(noun, {"displaced"}) and not armed


def _is_armed(noun: Token) -> bool:
    """Whether a noun stands for a body under arms, by itself or as a name ("the Tawhid Front")."""
    return belongs(noun, {"armed_body"}) or is_named_body(noun)


def _is_heading(noun: Token, trigger: Token) -> bool:
    """Whether a noun only says who tells it, or what of: "Monitor: army shelled the town"."""
    return noun.i < trigger.i and noun.doc[noun.i + 1].text == ":"


def _is_deed_or_means(noun: Token) -> bool:
    """Whether a noun names what was done or with what, and nobody who did it ("nerve agent")."""
    if noun.lemma_ == "agent" and any(belongs(word, {"chemical"}) for word in modifiers(noun)):
        return True
    return is_deed(noun) or (belongs(noun, MEANS_OF_HARM) and not belongs(noun, {"combatant", "armed_body"}))


def _speakers(words: Iterable[Token], trigger: Token, speaker: str | None) -> tuple[str, ...]:
    """Who says it, where words of the trigger's own clause stand for them ("we shelled", "we will go on to shell")."""
    clause = {trigger.i}
    while trigger.dep_ in {"xcomp", "conj"}:
        trigger = trigger.head
        clause.add(trigger.i)
    meant = any(word.lower_ in OF_SPEAKERS and word.head.i in clause for word in words)
    return (speaker,) if speaker is not None and meant else ()


OF_SPEAKERS = frozenset({"i", "we", "us", "me"})


def target_names(happening: Happening, elsewhere: frozenset[int], speaker: str | None = None) -> tuple[str, ...]:
    """Return to whom or what it was done, as told.

    `elsewhere` are indices of words of place names and times, which tell where and when, not whom; `speaker` as above.
    """
    out = dict.fromkeys(_speakers(happening.patients, happening.token, speaker))
    for token in settled_heads(happening.patients):
        placed = token.i in elsewhere and not is_aged_name(token)
        where = placed or belongs(token, {"named_day", "part_of_day"}) or (
            belongs(token, {"place_noun"})
            and not belongs(token, {"crossing"})  # "closed the crossing at Qasmiya" tells what was closed
            and any(t.i in elsewhere for t in phrase_tokens(token))
        )
        if is_deed(token) and happening.kind == "clash":
            for doer in noun_sides(token, "ground_operation")[0]:  # "repelled an assault by rebels"
                if doer not in happening.actors:
                    out.setdefault(phrase(doer))
        weapon = happening.kind in BY_WEAPON and belongs(token, MEANS_OF_HARM) and not belongs(token, {"vehicle"})
        nobody = is_deed(token) or speaks_next(token) or _is_heading(token, happening.token)
        if not (where or weapon or nobody) and token.i != happening.token.i:
            out.setdefault(phrase(token))
    return tuple(out)


def weapon_of(happening: Happening) -> str | None:
    """Return the means as told: what was fired, used or exploded, the words before the noun ("rocket attack"), or the
    trigger itself ("a car bomb killed nine").
    """
    if happening.kind in BY_WEAPON and belongs(happening.token, {"weapon"}) and happening.token.pos_ != "VERB":
        return phrase(happening.token)
    for token in (*happening.patients, *happening.actors, *happening.token.children):
        modifier = token.dep_ in {"compound", "nmod", "amod"} and token.head.i == happening.token.i
        if token.i != happening.token.i and belongs(token, WEAPONS) and (modifier or happening.kind in BY_WEAPON):
            return phrase(token)
    for child in happening.token.children:
        if child.dep_ == "prep" and child.lower_ in {"with", "by", "using", "in"}:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and belongs(grandchild, WEAPONS):
                    return phrase(grandchild)
    return None


WEAPONS = MEANS_OF_HARM | {"aerial", "small_arms"}
BOMBARDING = frozenset({"airstrike", "shelling", "chemical_attack"})
"""Kinds that civilians suffer and do not do, whatever the parse makes of them."""
