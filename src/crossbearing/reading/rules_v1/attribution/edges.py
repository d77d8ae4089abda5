"""Where a source's noun phrase begins, in text that has lost its commas: "... two women SANA news agency reported"."""

from spacy.tokens import Doc

from crossbearing.reading.rules_v1.attribution.boundary import contracted, is_bare_name, is_role
from crossbearing.reading.rules_v1.attribution.governed import freed
from crossbearing.reading.rules_v1.attribution.lexicon import nouns
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym, is_place, noun_speaks
from crossbearing.reading.rules_v1.attribution.text import Range

LINKING = frozenset({"of", "for", "at", "in", "on", "from", "with"})
"""Prepositions over which a source may reach back to its head ("a source at", "the ministry in")."""


QUOTES = frozenset({'"', "”", "''", "’", "»"})
LONGEST_NAME = 8
"""Tokens between the article or the quotation before a name and what describes it."""


def settle(doc: Doc, part: Range, low: int) -> Range:
    """Move the start of a noun phrase that ends right before its cue to where the name or the description begins.

    The parse runs two phrases into one where no comma parts them, and breaks names with hyphens ("Leys al-Faris") in
    two.
    """
    return with_name(doc, freed(doc, contracted(doc, (_extended(doc, part, low), part[1]))), low)


def joined(doc: Doc, part: Range, low: int) -> list[Range]:
    """A source with the one before it that "and" joins to it, where the parse hangs that one elsewhere: someone named
    with a part or a known name, whom nothing to the left governs ("on Monday | spokesman Omar Haddad and guards said").
    """
    start, end = part
    within = next((i for i in range(start + 1, end - 1) if doc[i].lower_ == "and" and doc[i - 1].pos_ == "PROPN"), None)
    if within is not None and doc[end - 1].tag_ == "NNS" and can_speak(doc[end - 1]):
        plain = not any(doc[i].pos_ == "ADP" for i in range(start, within))
        introduced = any(is_role(doc[i]) for i in range(start, within))
        return [(start, within), (within + 1, end)] if plain and introduced else [part]
    if start - 2 <= low or doc[start - 1].lower_ != "and" or is_place(doc[start - 2]):
        return [part]
    people = doc[start - 2].tag_ == "NNS" and doc[start - 2].lemma_.lower() in nouns().roles
    if doc[start - 2].pos_ != "PROPN" and not people:
        return [part]
    before = near(doc, start - 1, low)
    if before is None or before[0] <= low or doc[before[0] - 1].pos_ in ("ADP", "VERB", "DET", "CCONJ"):
        return [part]
    introduced = any(is_role(doc[i]) for i in range(*before))
    counted = any(doc[i].pos_ == "NUM" for i in range(*before))
    known = introduced or is_name(doc[before[0] : before[1]].text) or (people and not counted)
    return [before, part] if known else [part]


def with_name(doc: Doc, part: Range, low: int) -> Range:
    """A description with the name before it, where no comma parts them ("The Rasta Committees | an activist network
    said"): a name that opens the sentence or stands behind a quotation, or that of a body behind its article.
    """
    start, end = part
    if doc[start].lower_ not in ("a", "an") or low >= start or doc[start - 1].pos_ != "PROPN":
        return part
    near_by = max(low, start - LONGEST_NAME)
    opening = next((i + 1 for i in range(start - 1, near_by, -1) if doc[i].text in QUOTES), low)
    while opening < start and doc[opening].is_space:
        opening += 1
    if is_bare_name(doc, opening, start):
        return opening, end
    article = next((i for i in range(start - 2, near_by, -1) if doc[i].lower_ == "the"), None)
    body = doc[start - 1].lemma_.lower() in nouns().groups or noun_speaks(doc[start - 1].lower_)
    if article is None or not body or not is_bare_name(doc, article, start):
        return part
    return part if doc[article - 1].pos_ in ("ADP", "VERB") else (article, end)


def _extended(doc: Doc, part: Range, low: int) -> int:
    start = part[0]
    while start > low and _goes_on_left(doc, start):
        start -= 1
    return start


def _goes_on_left(doc: Doc, start: int) -> bool:
    before, first = doc[start - 1], doc[start]
    if before.text == "-" or first.text == "-":
        return before.pos_ in ("PROPN", "PUNCT", "ADJ", "NOUN") or before.lower_ in ("al", "el")
    if first.pos_ == "PROPN" and before.lower_ in ("for", "of") and start > 1:
        return doc[start - 2].pos_ == "PROPN" and doc[start - 2].lemma_.lower() in nouns().groups
    if first.lower_ in ("for", "of") or (before.tag_ == "VBG" and start > 1 and doc[start - 2].pos_ == "DET"):
        return True
    if first.tag_ == "VBG" and before.pos_ == "DET":
        return True
    if first.pos_ == "PROPN" and (before.pos_ == "PROPN" or (before.pos_ == "ADJ" and before.is_title)):
        return True
    if first.pos_ == "PROPN" and is_role(before):
        return True
    return (
        _is_role_part(doc, start)
        and before.pos_ in ("ADJ", "NOUN", "DET", "PROPN")
        and before.dep_ in ("amod", "compound", "det", "nmod")
    )


def _is_role_part(doc: Doc, start: int) -> bool:
    """Whether a token is a modifier of, or itself, a role before a name, whose own modifiers stand left of it."""
    token = doc[start]
    return token.pos_ in ("NOUN", "ADJ") and (
        is_role(token) or (token.dep_ in ("amod", "compound") and doc[start - 1].head.i == token.head.i)
    )


def near(doc: Doc, cue: int, low: int) -> Range | None:
    """The noun phrase that ends right before a cue, word by word to the left: for verbs that close a sentence, where
    the parse takes a subject from far off ("... hit their office in the north the rescue service said").
    """
    end = cue
    while end > low and doc[end - 1].pos_ == "ADV":
        end -= 1
    start = end
    while start > low:
        token = doc[start - 1]
        if token.pos_ == "ADJ" and (token.dep_ == "acomp" or (start - 2 >= low and doc[start - 2].pos_ == "AUX")):
            break  # "as fighting was underway | activists"
        if (
            token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
            or token.tag_ in ("POS", "HYPH")
            or token.text in "-()"
            or is_acronym(token)
        ):
            start -= 1
        elif token.pos_ == "VERB" and start < end and start - 2 >= low and doc[start - 2].text == "-":
            start -= 2  # "a Britain-based | group"
        elif token.tag_ == "VBG" and start < end and start - 2 >= low and doc[start - 2].pos_ == "DET":
            start -= 1  # "a monitoring | group"
        elif token.pos_ == "DET" and start < end:
            start -= 1
            if not (start > low and doc[start - 1].lower_ in LINKING):
                break
        elif token.lower_ in LINKING and start < end and start - 2 >= low and _carries_on(doc, start - 2):
            start -= 1
        else:
            break
    while start < end and (doc[start].text in "-()" or doc[start].tag_ == "POS"):
        start += 1
    if start >= end or not any(doc[i].pos_ in ("NOUN", "PROPN") or is_acronym(doc[i]) for i in range(start, end)):
        return None
    return with_name(doc, freed(doc, contracted(doc, (start, end))), low)


def _carries_on(doc: Doc, i: int) -> bool:
    """Whether what stands before a preposition may be the head of the source, or lead to it ("one of", "familiar
    with").
    """
    token = doc[i]
    if token.pos_ == "ADJ":
        return i > 0 and can_speak(doc[i - 1])
    return can_speak(token) or token.lower_ in ("one", "some", "several", "two", "three", "members", "number")
