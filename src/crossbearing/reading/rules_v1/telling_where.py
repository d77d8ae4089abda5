"""Which place names of a text tell where something happened, and which who speaks, who acts or where it is written."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.actors import find_actor
from crossbearing.ontology import kinds
from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.blame import blame_words
from crossbearing.reading.rules_v1.elsewhere import first_named, is_fired_from, is_of_rulers, is_remit
from crossbearing.reading.rules_v1.lexicon import placing_words, triggers
from crossbearing.reading.rules_v1.nominal import HAPPENING_THERE
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import PlaceMention, Span

DATELINE = re.compile(r"[,\s\w.]{0,24}?(?:\([A-Z][\w\s.]{1,24}\)|[—–]|--|-\s)")
AGENCY = re.compile(r"\([A-Z]\w+\)")
DONE_BY = re.compile(r"-(?:[a-z]+ed|born|bound|built|held|made|run)\b")
"""What makes a place before a hyphen a doer ("US-led", "US-drafted"), somebody's seat ("London-based") or a goal."""
SHORTEST_DATELINE = 4
"""Letters of a name in capitals from which it is no abbreviation ("UAE")."""
GOVERNED = frozenset({"pobj", "pcomp", "nsubj", "nsubjpass", "dobj", "poss"})
"""Parts that a word may have in a clause; a dateline has none."""
THERE = frozenset({"witness", "resident", "medic", "police", "activist"})
"""Kinds of sources who mostly tell of the place where they are."""
BESIDE = 2
"""Words between a cue and the place where it is said."""


def overlaps(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether a stretch of a text shares a code point with one of some spans."""
    return any(a < end and start < b for a, b in spans)


def home_country(places: Sequence[PlaceMention]) -> str | None:
    """The country that a text is about: that of most of its towns and areas, else the one named most; null for none.

    Of two with as many towns it is the one named more. Where most towns are in no gazetteer, the few that are tell less
    than the countries that it names.
    """
    towns = [p for p in places if p.kind != "country" and p.use == "place"]
    within = Counter(p.country for p in towns if p.country)
    known = 2 * sum(within.values()) > len(towns)
    named = Counter(p.country for p in places if p.country)
    tally = within if known else named
    return max(tally, key=lambda code: (tally[code], named[code]), default=None)


def tells_where(mention: PlaceMention, name: TokenSpan, home: str | None) -> bool:
    """Whether a place name tells where something happened, and not who acts or published.

    `home` is the code of the country that the text is about, null where that is not known: other countries are named
    more often as parties than as places ("US raids", "accused Russia of"), and count only where the words put something
    there.
    """
    if mention.use == "demonym":
        return _is_ground(name)
    if _is_dateline(mention, name):
        return False
    actor = find_actor(mention.text) if mention.text.isupper() else None
    if actor is not None and actor.kind in {"agency", "media", "ngo", "igo"}:
        return False
    # The words of a whole document are joined anew each time they are asked for, so few are.
    behind = name.text_with_ws[mention.end - name.start_char :] + name.doc[name.end : name.end + 4].text
    if DONE_BY.match(behind) or is_fired_from(name.root) or (mention.country != home and is_remit(name.root)):
        return False
    if mention.kind != "country":
        return not (is_of_rulers(name) and _stands_for_state(mention))
    head = first_named(name.root)
    if (head.dep_ == "nsubj" and head.head.pos_ == "VERB") or (head.dep_ == "pobj" and head.head.dep_ == "agent"):
        return False
    modifies = head.dep_ in MODIFYING and head.head.pos_ in {"NOUN", "PROPN"}
    owner = head.head
    armed = belongs(owner, {"armed_body", "combatant", "person"}) or owner.lower_ in cues().weapons
    acts = owner.pos_ == "PROPN" or armed
    adjective = mention.text.isupper() or head.tag_ == "JJ"
    if modifies and (acts or (adjective and not DONE_FROM_AFAR.isdisjoint(_kinds(owner, "nouns")))):
        return False
    if _is_of_the_doer(head):
        return False
    return mention.country == home or _is_put_there(head, abbreviated=mention.text.isupper())


def _stands_for_state(mention: PlaceMention) -> bool:
    """Whether a town's name is also said for a state: a capital's."""
    actor = find_actor(mention.text)
    return actor is not None and actor.kind == "government"


def _is_of_the_doer(country: Token) -> bool:
    """Whether words that could put something in a country tell whose it is: "Iraq" in "militias from Iraq"."""
    governor, above = country.head, country.head.head
    if country.dep_ != "pobj":
        return False
    if governor.lower_ == "from":
        told = (above, *islice(above.ancestors, FLEEING))
        flees = any("displacement" in _kinds(word, part) for word in told for part in ("nouns", "verbs"))
        return not flees and (belongs(above, COMING_FROM) or _kinds(above, "nouns") != set())
    return governor.lower_ in {"on", "to"} and above.lemma_.lower() in blame_words()["laying"]


def _is_put_there(country: Token, *, abbreviated: bool) -> bool:
    """Whether the words put something in a country: "in Turkey", "entered Iraq", "the Lebanon border", "a Yemen blast".

    An abbreviation before a noun is an adjective ("US shelling"), and so is a country's name before most deeds.
    """
    governor = country.head
    if country.dep_ == "pobj":
        above = governor.head
        sited = above.lemma_.lower() in placing_words()["sited"]
        return governor.lower_ in placing_words()["putting"] and not sited and not _is_speech(above)
    if country.dep_ in {"dobj", "nsubjpass"}:
        reached = governor.lemma_.lower() in placing_words()["reaching"]
        return reached or (_kinds(governor, "verbs") != set() and not _is_speech(governor))
    if country.dep_ in MODIFYING:
        told = _kinds(governor, "nouns")
        there = "airstrike" not in told and not told.isdisjoint(HAPPENING_THERE)  # "Lebanon strikes" may be a state's
        return belongs(governor, {"place_noun", "crossing"}) or (not abbreviated and there)
    before = country.doc[country.left_edge.i - 1] if country.left_edge.i else None
    return before is not None and before.text in {",", "("} and before.i > 0 and before.nbor(-1).pos_ == "PROPN"


def _kinds(word: Token, part: str) -> set[str]:
    """The kinds of happening that a word may name as this part of speech."""
    return {trigger.kind for trigger in triggers().get(word.lower_, ()) if trigger.part == part}


def _is_speech(word: Token) -> bool:
    """Whether a word names what is said or agreed between parties, and nothing else that happens."""
    told = _kinds(word, "nouns" if word.pos_ == "NOUN" else "verbs")
    return bool(told) and all(kinds()[kind].family in {"diplomacy", "sides"} for kind in told)


MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})
"""Parts of a clause by which a word stands before the noun that it tells of."""
FLEEING = 3
"""Words above those who are from a country within which it stands that they flee ("an influx of people from Iraq")."""
DONE_FROM_AFAR = frozenset({"airstrike", "shelling", "ground_operation", "troop_movement"})
"""Kinds of which a country's adjective tells whose deed it was ("Saudi air strikes"), whatever the text is about."""
COMING_FROM = frozenset({"armed_body", "combatant", "person", "aerial", "heavy_weapon", "weapon", "aid"})
"""Classes of nouns for what is a country's own where it is from there ("militias from Lebanon")."""


def _is_dateline(mention: PlaceMention, name: TokenSpan) -> bool:
    """Whether a place stands as a dateline: before "(Agency)" or a dash at the beginning of a paragraph, or in
    capitals among words that are not, before the first word of a sentence of which it is no part.
    """
    doc = name.doc
    before = doc[name.start - 1] if name.start else None
    if name.end >= len(doc):
        return False
    after = doc[name.end]
    opens = before is None or (before.is_space and "\n" in before.text) or name[0].is_sent_start is True
    if mention.text.isupper() and mention.kind == "city" and len(mention.text) >= SHORTEST_DATELINE:
        if AGENCY.match(doc[name.end : name.end + 4].text):
            return True  # also where the stop before it was lost
        shouted = before is not None and before.is_upper and before.is_alpha and len(before) > 1
        begins = after.is_title or (after.is_upper and find_actor(after.text) is not None)
        if opens and after.text == ":":
            return True
        if begins and not shouted and (opens or not _is_part_of_clause(name)):
            return True
    return opens and bool(DATELINE.match(doc[name.end : name.end + 8].text))


def _is_part_of_clause(name: TokenSpan) -> bool:
    """Whether a place is what a preposition or a verb governs ("killed in", "was shelled"), or joined to such."""
    head = name.root
    while head.dep_ in {"conj", "appos", "compound", "nmod"} and head.head.i != head.i:
        head = head.head
    return head.dep_ in GOVERNED


def said_there(name: TokenSpan, spoken: Sequence[Span]) -> int | None:
    """Return the index of the cue that a place belongs to ("said in Geneva that"); null where it belongs to none, and
    where those speak who tell of what befell the place they are in ("witnesses said in Homs that").

    `spoken` are the spans of the words that cite.
    """
    preposition = name.root.head
    said = preposition.head
    if name.root.dep_ != "pobj" or preposition.dep_ != "prep" or not 0 < preposition.i - said.i <= BESIDE:
        return None
    speaker = next((c for c in said.children if c.dep_ == "nsubj"), None)
    actor = find_actor(speaker.text) if speaker is not None else None
    if actor is not None and actor.kind in THERE:
        return None
    return said.i if overlaps(said.idx, said.idx + len(said), spoken) else None


def can_speak(source: TokenSpan, mention: PlaceMention, spoken: Sequence[Span]) -> bool:
    """Whether somebody speaks in the words of who is cited, and not what happened or stands at a place ("explosions in
    Dirwan", "four mills in Dirwan"), nor a quarter or a village itself; a city may stand for who rules there, and
    buildings for those in them where a word that cites, of which `spoken` are the spans, is theirs ("hospitals said").
    """
    root = source.root
    whole = source.text == mention.text and mention.kind in {"neighbourhood", "village", "camp", "district"}
    says = root.dep_ == "nsubj" and overlaps(root.head.idx, root.head.idx + len(root.head), spoken)
    stands = root.tag_ == "NNS" and belongs(root, {"building"}) and not says
    return not (whole or stands or is_violent(root, "nouns"))


def is_violent(word: Token, part: str) -> bool:
    """Whether a word may name violence as this part of speech."""
    return any(kinds()[kind].family == "violence" for kind in _kinds(word, part))


def tells_who_acts(name: TokenSpan, before: TokenSpan) -> bool:
    """Whether a place tells who acts, behind one that does not: Y in "after the raid on X, residents of Y fled"."""
    subject = next((t for t in name.root.ancestors if t.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and before.end <= subject.left_edge.i and belongs(subject, ACTING)


ACTING = frozenset({"person", "combatant", "armed_body", "displaced", "populace"})
"""Classes of nouns for those who may act at a place ("residents of")."""


def _is_ground(adjective: TokenSpan) -> bool:
    """Whether the adjective of a country tells where something was: "on the Turkish side of the border"."""
    noun = next(iter(adjective.doc[adjective.end : adjective.end + 1]), None)
    if noun is None or noun.dep_ != "pobj":
        return False
    of = (g for c in noun.children if c.lower_ == "of" for g in c.children)
    side = noun.lower_ == "side" and any(line.lemma_.lower() in placing_words()["lines"] for line in of)
    return side or noun.lower_ in placing_words()["grounds"]


def name_as_told(mention: PlaceMention, doc: Doc) -> str:
    """Return a place's name with the words about it that tell which part or what kind of place is meant: "eastern
    Dirwan", "Dirwan province"; of a country its name.
    """
    name = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if mention.kind == "country" or name is None:
        return mention.name or mention.text
    if name.text != mention.text:
        return mention.text  # a noun that leads to it
    first, end, sentence = name.start, name.end, name.sent
    while first > sentence.start and doc[first - 1].lower_ in cues().compass - placing_words()["beside"]:
        first -= 1
    if end < sentence.end and _tells_kind(doc[end]):
        end += 1
    return doc[first:end].text if (first, end) != (name.start, name.end) else mention.text


def _tells_kind(noun: Token) -> bool:
    """Whether a noun behind a place's name says what kind of place that is; not that of a name behind the noun ("the
    Dirwan district of Marsab"), nor a word of what stands behind it ("Dirwan town council"), nor one of whatever lies
    there ("Dirwan area").
    """
    kind = cues().feature_nouns.get(noun.lower_)
    another = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return kind not in (None, "", "region") and noun.tag_ != "NNS" and noun.dep_ not in BEFORE_NOUNS and not another
