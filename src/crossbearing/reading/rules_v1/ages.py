"""Numbers that tell how old somebody is, and count nobody: "Rana Odeh, 31", "two girls, 7 and 5", "dies at 96"."""

from spacy.tokens import Doc

from crossbearing.reading.rules_v1.number_words import Number, number_words
from crossbearing.reading.rules_v1.wordclasses import belongs, tells_day

OLDEST = 115
"""Years beyond which a number is no age."""


def is_age(doc: Doc, number: Number) -> bool:
    """Whether a number is an age that no word for years follows."""
    found = (_is_age_behind_name, _is_last_of_aged, _is_age_without_comma, _is_age_at_death, _is_one_of_ages)
    return any(is_one(doc, number) for is_one in found)


def _is_age_behind_name(doc: Doc, number: Number) -> bool:
    """Whether a bare number stands between commas behind a person ("Rana Odeh, 31, said", "the death of a boy, 3")."""
    if number.first < 2 or number.low > OLDEST:
        return False
    after = doc[number.last + 1] if number.last + 1 < len(doc) else None
    person = doc[number.first - 2]
    closed = after is None or after.is_space or after.text in {",", ".", ";", ")", "-", "--", "–", "—"}
    closed = closed or (after is not None and after.lower_ == "and" and not person.ent_type_)
    return (
        closed and doc[number.first - 1].text in {",", "("} and (person.pos_ == "PROPN" or belongs(person, {"person"}))
    )


def _is_last_of_aged(doc: Doc, number: Number) -> bool:
    """Whether the comma behind the age of the last in a row of people is left out: "Rami Odeh, 31, and Rana Odeh, 29
    were hurt"; not in "On March 16, and Tuesday, 12 were hurt".
    """
    at = number.first - 1
    behind = doc[number.last + 1] if number.last + 1 < len(doc) else None
    if number.low > OLDEST or at < 1 or doc[at].text != "," or tells_day(doc[at - 1]):
        return False
    if behind is None or behind.pos_ not in {"AUX", "VERB"}:
        return False
    while at > 0 and doc[at - 1].pos_ == "PROPN":
        at -= 1
    joined = 0 < at < number.first - 1 and doc[at - 1].lower_ == "and"
    return joined and any(doc[i].is_digit for i in range(max(0, at - 3), at - 1))


def _is_age_without_comma(doc: Doc, number: Number) -> bool:
    """Whether the first of two commas about an age was left out: "Rami Odeh 31, was hurt"."""
    if number.first < 2 or number.low > OLDEST:
        return False
    names, behind = doc[number.first - 2 : number.first], doc[number.last + 1 : number.last + 3]
    full = all(name.pos_ == "PROPN" and name.is_title for name in names) and names[0].dep_ == "compound"
    return full and len(behind) > 1 and behind[0].text == "," and behind[1].pos_ in {"AUX", "VERB", "ADP", "PRON"}


def _is_age_at_death(doc: Doc, number: Number) -> bool:
    """Whether a number is the age at which somebody died ("the diver dies at 96")."""
    first = number.first
    return first >= 2 and doc[first - 1].lower_ == "at" and doc[first - 2].lemma_.lower() == "die"


def _is_one_of_ages(doc: Doc, number: Number) -> bool:
    """Whether a number stands in a row of ages ("the two boys, ages 14 and 16", "victims, ages 18-40", "two girls, 7
    and 5, were shot").
    """
    at = number.first - 1
    while at > 0 and (doc[at].is_digit or doc[at].text in {",", "&", "-", "–", "—"} or doc[at].lower_ in {"and", "to"}):
        at -= 1
    opened = at >= 0 and doc[at].lower_ in number_words()["ages"]
    if opened or at < 0 or at == number.first - 1:
        return opened or (at >= 0 and _is_of_each(doc, number))
    behind = doc[number.last + 1] if number.last + 1 < len(doc) else None
    bare = number.low <= OLDEST and (behind is None or behind.is_punct or behind.lower_ in {"and", "&"})
    return bare and doc[at + 1].text in {",", "–", "—"} and doc[at].tag_ == "NNS" and belongs(doc[at], {"person"})


def _is_of_each(doc: Doc, number: Number) -> bool:
    """Whether a number that counts no noun is that of each of those told of: their age ("both 31 and of Dirwan", "of
    Rana Odeh, also 18", "who was 17 when it began").
    """
    before, bare = doc[number.first - 1], doc[number.last].head.i <= number.last and number.low <= OLDEST
    was = before.lemma_ == "be" and doc[number.last + 1 : number.last + 2].text.lower() == "when"
    return bare and (was or before.lower_ in number_words()["of_each"])
