"""What a reporting verb takes to its right: a clause, a question, an object, an infinitive, a prepositional phrase."""

from typing import NamedTuple

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.lexicon import (
    Cue,
    channels,
    lemma_of,
    nouns,
    verbs,
    without_claims,
    words,
)
from crossbearing.reading.rules_v1.attribution.phrases import RELATIVES, extent, has_to, is_beside_object, subject_of
from crossbearing.reading.rules_v1.attribution.site import PERCEIVING, Site
from crossbearing.reading.rules_v1.attribution.text import Range, Text

ASKING = frozenset({"what", "how", "why", "whether", "who", "whom", "whose", "where", "when", "which", "if"})
BEGINNING = frozenset({"DET", "PRON", "NUM", "ADJ", "PROPN", "NOUN", "SCONJ"})
"""Parts of speech with which a clause without "that" may begin."""
CLOSING = frozenset({",", ";", ":"})
BEHIND = frozenset({"dobj", "ccomp", "xcomp", "prep", "prt"})
"""What a verb may have behind it, so that what stands before is not all that it tells."""
LAID_ON = "on"
"""The preposition before those on whom a deed is blamed."""
BARE = frozenset({"clause", "wh", "object", "gerund", "toll", "document"})
"""Takes whose content does not begin with the one spoken to or of."""


class Complement(NamedTuple):
    """The content of a cue as ranges of tokens, with what the cue makes of it and the rule that found it."""

    parts: list[Range]
    said: Cue
    rule: str


def complement_of(site: Site, sources: list[Range]) -> Complement | None:
    """Return what stands to the right of the verb and is among what it takes; null where there is none. Of several the
    first in the order clause, infinitive, preposition, object.
    """
    text, verb, takes, cue, _, high = site
    if "witnessed" in takes and not _witnessing(text, sources):
        takes = {take: said for take, said in takes.items() if take != "witnessed"}
    if "clause" in takes and _stands_in_question(verb, cue, high):
        return Complement([(cue[1], high)], takes["clause"], "verb clause")
    stop = _stop(verb, high)
    least = max([cue[1], *(s[1] for s in sources if cue[1] <= s[0] <= cue[1] + 1)])
    target = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative") and c.i >= least), None)
    candidates = sorted(_candidates(verb), key=lambda pair: (_rank(pair[0]), pair[1].i))
    for take, child in candidates:
        if take not in takes or child.right_edge.i < least:
            continue
        start = child.left_edge.i
        if take == "clause":
            start = min(c.left_edge.i for t, c in candidates if t in ("clause", "infinitive"))
        elif take not in BARE and target is not None and "person" not in takes:
            start = min(start, target.left_edge.i)
        elif take == LAID_ON and target is not None and _lays_blame(takes):
            start = min(start, target.left_edge.i)  # "blamed the raid on the army": the raid is told too
        elif take == "infinitive" and (on := _prepositional_target(verb)) is not None:
            start = min(start, on.left_edge.i)
        start = max(least, start)
        if take in words().taken_with and verb.doc[start].lower_ == take:
            start += 1
        if take == "gerund":
            stop = max(stop, child.head.right_edge.i + 1)
        if take == "witnessed":
            stop = _seen(verb, stop, high)
        if start < stop:
            return Complement(
                [*_antecedent(verb, takes), (start, stop)],
                takes[take],
                f"verb {'preposition' if take in words().taken_with else take}",
            )
    return (_that_clause(site, least) if "clause" in takes else None) or _deed(site, least, stop)


def _witnessing(text: Text, sources: list[Range]) -> bool:
    """Whether a source is one of those who report what they see themselves."""
    return any(text.whole[i].lemma_.lower() in nouns().witnessing for s in sources for i in range(*s))


def _seen(verb: Token, stop: int, high: int) -> int:
    """Where ends what somebody sees: at the end of the sentence, unless they do something else in it or somebody speaks
    ("saw a child crying and doctors treating the wounded"; "saw a body | and fled").
    """
    goes_on = any(c.dep_ == "conj" and subject_of(c) == subject_of(verb) for c in verb.children)
    speaks = any(t.pos_ == "VERB" and "clause" in verbs().get(lemma_of(t), {}) for t in verb.doc[stop:high])
    return stop if goes_on or speaks else high


def told_of(site: Site) -> Complement | None:
    """Return what a clause tells of where that stands before it: the object of a relative clause ("the raid, which the
    council has denied"), what is measured by a comparison ("lost more than the council had feared").
    """
    _, verb, takes, _, low, _ = site
    said = takes.get("object") or takes.get("clause")
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES]
    if said is None or not own or any(c.i > verb.i and c.dep_ in BEHIND for c in verb.children):
        return None
    than = next((c.i for c in verb.children if c.dep_ in ("mark", "prep") and c.lower_ == "than"), None)
    if than is not None and low < than < own[0].i:
        # What is measured by their words is not what they said: they stand behind no claim of it.
        return Complement([(low, than)], without_claims(said), "verb object")
    if verb.dep_ != "relcl" or "object" not in takes or verb.head.i >= verb.i:
        return None
    return Complement([extent(verb.head, low, verb.left_edge.i, relatives=False)], said, "verb object")


def _rank(take: str) -> int:
    return {"clause": 0, "wh": 0, "infinitive": 1, "gerund": 1}.get(
        take, 3 if take in ("object", "toll", "document") else 2
    )


def _candidates(verb: Token) -> list[tuple[str, Token]]:
    """Each child to the right with the name of what it is."""
    found: list[tuple[str, Token]] = []
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.lower_ in PERCEIVING:
        found.append(("gerund", after))
    for child in verb.children:
        if child.i < verb.i:
            continue
        to = has_to(child)
        if to and child.left_edge.lower_ == "for" and child.left_edge.dep_ in ("mark", "prep"):
            found.append(("for", child))  # "called for the envoy to be heard"
        elif (child.dep_ in ("ccomp", "xcomp") and to) or (
            child.dep_ == "advcl" and to and _prepositional_target(verb) is not None
        ):
            found.append(("infinitive", child))
        elif child.dep_ == "ccomp" and not _tells_when_said(child) and not is_beside_object(child):
            found.append(("wh" if child.left_edge.lower_ in ASKING else "clause", child))
            found += [("document", child), ("witnessed", child)]
            bare = child.tag_ == "VBG" and not any(c.dep_ == "mark" for c in child.children)
            if bare or child.pos_ not in ("VERB", "AUX") or child.left_edge.lower_ == "what":
                found.append(("object", child))  # "denounced what he called a plot", "described guards fleeing"
        elif child.dep_ == "xcomp" and child.tag_ == "VBN":
            found.append(("clause", child))
        elif child.dep_ == "oprd" or _answers(child):
            found.append(("object", child))
        elif child.dep_ == "xcomp" and child.tag_ == "VBG" and _is_told(child, verb):
            found += [("gerund", child), ("object", child)]  # "opposed taxing the farms"
        elif child.dep_ == "dobj":
            found += [("toll" if child.lemma_.lower() in nouns().tolls else "object", child), ("document", child)]
            found.append(("witnessed", child))
            found += [(c.lower_, c) for c in child.children if c.dep_ == "prep" and c.lower_ == "of"]
        elif (
            child.dep_ == "prep"
            and child.lower_ == "to"
            and any(c.lemma_.lower() in nouns().tolls for c in child.children)
        ):
            found.append(("toll", child))
        elif child.dep_ == "prep" and _gives_time_or_channel(child):
            continue
        elif child.dep_ in ("prep", "prt", "agent"):
            found.append((child.lower_, child))
            found += [("object", c) for c in child.children if c.dep_ == "dobj" and child.dep_ == "prt"]
    return found


def _answers(child: Token) -> bool:
    """Whether a word stands for all that is said: "said no", "would not say when"."""
    return child.dep_ in ("intj", "advmod", "neg") and child.lower_ in words().answers


def _is_told(gerund: Token, verb: Token) -> bool:
    """Whether a gerund is what a verb tells of, and no verb with which its speaker goes on ("said, adding that")."""
    takes = verbs().get(lemma_of(verb), {})
    goes_on = gerund.i != verb.i + 1 or ("quote" in takes and "gerund" not in takes)
    return not (goes_on and lemma_of(gerund) in verbs())


def _tells_when_said(clause: Token) -> bool:
    """Whether a clause tells when or why it was said: "a day after the mayor left"."""
    return any(c.dep_ == "mark" and c.lower_ in words().circumstances and c.i < clause.i for c in clause.children)


def _stands_in_question(verb: Token, cue: Range, high: int) -> bool:
    """Whether "what" before its source is the subject of what it says: "in what the rebels claimed was a raid"."""
    asked = any(c.lower_ == "what" and c.i < verb.i and c.dep_ in ("dobj", "nsubj") for c in verb.children)
    return asked and cue[1] < high and verb.doc[cue[1]].pos_ == "AUX"


def _gives_time_or_channel(preposition: Token) -> bool:
    return any(_tells_when_or_how(c) for c in preposition.children)


def _tells_when_or_how(noun: Token) -> bool:
    """Whether a noun behind a preposition tells the time or the channel ("reported on Thursday", "spoke of" is not)."""
    lemma = noun.lemma_.lower()
    return (
        noun.lower_ in words().days
        or lemma in words().times
        or (lemma in channels().nouns and noun.head.lower_ in ("on", "in", "at"))
    )


def _prepositional_target(verb: Token) -> Token | None:
    """Whom one calls on or appeals to."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in ("on", "to", "upon"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _antecedent(verb: Token, takes: dict[str, Cue]) -> list[Range]:
    """What a relative clause speaks of: in "the attacks, which they say were staged" the attacks."""
    if verb.dep_ != "relcl" or not ("clause" in takes or _lays_blame(takes)):
        return []
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ not in ("which", "that")]
    pronouns = [t for t in verb.subtree if own and t.i < verb.i and t.lower_ in ("which", "that")]
    return [(verb.head.i, verb.head.i + 1)] if pronouns else []


def _that_clause(site: Site, least: int) -> Complement | None:
    """A clause that the parse hangs elsewhere: behind "that" ("announced in a statement that ..."), or right behind the
    verb ("said militants sneaked in").
    """
    doc, takes, high = site.text.doc, site.takes, site.high
    for at in range(least, high):
        if doc[at].lower_ == "that" and at + 1 < high and doc[at + 1].pos_ in BEGINNING:
            return Complement([(at, high)], takes["clause"], "verb clause")
        if (doc[at].pos_ in ("VERB", "AUX") and doc[at].lower_ not in ("citing", "quoting")) or doc[at].text in CLOSING:
            break
    first = doc[least] if least < high else None
    if (
        first is None
        or first.pos_ not in BEGINNING
        or first.tag_ == "WDT"
        or first.lower_ in words().circumstances
        or least != site.verb.i + 1
    ):
        return None
    if (
        "npadvmod" in (first.dep_, first.head.dep_)
        or first.lower_ in words().days
        or ("person" in takes and first.dep_ in ("dobj", "dative", "det"))
    ):
        return None
    for at in range(least, high):
        if doc[at].text in CLOSING:
            return None
        if doc[at].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return Complement([(least, high)], takes["clause"], "verb clause")
    return None


def _deed(site: Site, least: int, stop: int) -> Complement | None:
    """What the parse hangs on whom it is laid at: "accused the army of shelling homes", "blamed raids on the army"."""
    for preposition in ("of", "for"):
        if preposition in site.takes and site.takes[preposition].force == "accuse":
            for at in range(least, stop - 1):
                gerund = site.text.whole[at + 1].tag_ == "VBG" or "person" not in site.takes
                if site.text.whole[at].lower_ == preposition and gerund:
                    return Complement([(at + 1, stop)], site.takes[preposition], "verb preposition")
    if _lays_blame(site.takes):
        for deed in (c for c in site.verb.children if c.dep_ == "dobj" and c.i >= least):
            if any(c.dep_ == "prep" and c.lower_ == LAID_ON and not _gives_time_or_channel(c) for c in deed.children):
                return Complement([(deed.left_edge.i, stop)], site.takes[LAID_ON], "verb preposition")
    return None


def _lays_blame(takes: dict[str, Cue]) -> bool:
    """Whether a verb lays a deed at the door of those behind "on" ("blamed the shelling on the army")."""
    return LAID_ON in takes and takes[LAID_ON].force == "accuse"


def _stop(verb: Token, high: int) -> int:
    """Where the verb's own material ends: before a verb joined to it by "and"."""
    stop = min(high, verb.right_edge.i + 1)
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i and child.pos_ in ("VERB", "AUX"):
            joiners = [c.i for c in verb.children if c.dep_ == "cc" and verb.i < c.i < child.i]
            stop = min(stop, joiners[-1] if joiners else child.left_edge.i)
        if child.dep_ == "ccomp" and child.i > verb.i:
            stop = min([stop, *(c.i for c in _own_voice(child))])
    return stop


def _own_voice(clause: Token) -> list[Token]:
    """The "and" or "but" at which a speaker goes on in his own voice ("reports say A and we are now ...") or is told
    about ("argued that A, but his plan faces ...").
    """
    found: list[Token] = []
    for child in clause.children:
        if child.dep_ != "conj" or child.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        joiner = next((c for c in clause.children if c.dep_ == "cc" and c.i < child.i), None)
        if subject is None or joiner is None:
            continue
        of_speaker = any(c.tag_ == "PRP$" for c in subject.children)
        if subject.lower_ in ("i", "we") or (joiner.lower_ == "but" and of_speaker):
            found.append(joiner)
    return found
