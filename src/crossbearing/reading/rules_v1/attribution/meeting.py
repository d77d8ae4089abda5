"""Where two noun phrases meet that no comma parts, by the words at the joint: "wounded a fourth | SANA said"."""

from spacy.tokens import Doc

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, words
from crossbearing.reading.rules_v1.attribution.named import is_name, is_state
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym, is_place
from crossbearing.reading.rules_v1.attribution.text import Range


def meet(doc: Doc, part: Range, at: int) -> bool:
    """Whether a new noun phrase surely begins at a token within a range that ends right before its cue."""
    return (
        _known_name_behind_description(doc, part, at)
        or _two_plurals(doc, part, at)
        or _nation_behind_noun(doc, part, at)
        or _nation_behind_place(doc, at, part[1])
        or _speaker_behind_hearer(doc, part, at)
        or _state_media(doc, part, at)
        or _surname(doc, part, at)
        or _other_side(doc, part, at)
    )


def _known_name_behind_description(doc: Doc, part: Range, at: int) -> bool:
    """Known names behind "a fourth", "40 injured": no such word describes a body ("a fourth | UNICEF")."""
    before, token = doc[at - 1], doc[at]
    if not (token.pos_ == "PROPN" or is_acronym(token)) or not (before.text in words().ending or before.pos_ == "NUM"):
        return False
    return is_name(doc[at : part[1]].text) or (at + 1 < part[1] and is_name(token.text) and _is_part(doc, at + 1))


def _speaker_behind_hearer(doc: Doc, part: Range, at: int) -> bool:
    """A known outlet that "to" governs is whole by itself ("Speaking to AFP | council chief Omar Haddad said")."""
    if part[0] < 2 or doc[part[0] - 1].lower_ not in ("to", "with") or doc[part[0] - 2].tag_ != "VBG":
        return False
    own = {doc[at].lemma_.lower()} & (nouns().roles | nouns().groups | words().press)
    titled = at + 1 < part[1] and _is_part(doc, at + 1)  # "to AFP | Observatory director Omar"
    return (titled or not own) and is_name(doc[part[0] : at].text)


def _state_media(doc: Doc, part: Range, at: int) -> bool:
    """The word "state" before one of the press ("wounded 40 others | state television")."""
    token, before = doc[at], doc[at - 1]
    return (
        token.lower_ == "state"
        and before.tag_ in ("NNS", "CD")
        and at + 1 < part[1]
        and doc[at + 1].lower_ in words().press
    )


def _surname(doc: Doc, part: Range, at: int) -> bool:
    """A surname alone, behind what is no part of the name told before ("fighting the militia | Haddad said")."""
    token, before = doc[at], doc[at - 1]
    if at != part[1] - 1 or token.pos_ != "PROPN" or not token.is_title or before.text[-1:] == ".":
        return False
    named = {before.lemma_.lower(), token.lemma_.lower()} & (nouns().groups | nouns().roles)
    if named or before.pos_ not in ("PROPN", "NOUN"):
        return False
    same = doc.to_array(["ORTH"])[1 : part[0]] == token.orth  # many times faster than asking each token
    told = [doc[i] for i in same.nonzero()[0].tolist() if doc[i].pos_ == "PROPN"]
    return bool(told) and all(t.text != before.text and t.is_title for t in told)


def _other_side(doc: Doc, part: Range, at: int) -> bool:
    """The opposition right behind the government: they are two ("between rebels and the regime | opposition said")."""
    one, other = find_actor(doc[at - 1].lower_), find_actor(doc[at].lower_)
    if one is None or other is None or at != part[1] - 1:
        return False
    return one.kind == other.kind == "government" and {one.side, other.side} == {"government", "opposition"}


def _is_part(doc: Doc, at: int) -> bool:
    return doc[at].lemma_.lower() in nouns().roles


def _two_plurals(doc: Doc, part: Range, at: int) -> bool:
    """Two plurals ("among residents | activists"): none modifies another, but an owner that lost its apostrophe."""
    before, token = doc[at - 1], doc[at]
    plural = before.tag_ == "NNS" and token.tag_ == "NNS" and at == part[1] - 1
    return (
        plural
        and before.lower_ not in words().plural_modifiers
        and token.lemma_.lower() in nouns().roles
        and can_speak(token)
    )


def _nation_behind_noun(doc: Doc, part: Range, at: int) -> bool:
    """Behind a noun in the singular the adjective of a nation opens a phrase ("a rebel group | Syrian state media")."""
    before, token = doc[at - 1], doc[at]
    opens = token.pos_ == "ADJ" and token.is_title and before.tag_ == "NN" and before.is_lower
    return opens and can_speak(doc[part[1] - 1])


def _nation_behind_place(doc: Doc, at: int, end: int) -> bool:
    """Behind a place a nation or an outlet opens a phrase ("in Aleppo | Syrian activists", "near Homs | Syrias army",
    where an apostrophe is lost).
    """
    before, token = doc[at - 1], doc[at]
    if not is_place(before) or not token.is_title or is_state(before.text):
        return False
    owned = token.text.endswith("s") and is_state(token.text[:-1])
    outlet = token.pos_ == "PROPN" and doc[end - 1].lower_ in words().press and token.lower_ not in words().press
    if outlet and not is_place(token):
        return True  # "in Rasta | Al Fajr TV channel"
    return token.pos_ == "ADJ" or owned or (is_state(token.text) and at + 1 < end and not is_place(doc[at + 1]))
