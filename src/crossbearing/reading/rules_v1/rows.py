"""Rows of nouns: those that "and" joins, and those of people that the parse does not join ("Man, 2 boys hurt")."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.reading.rules_v1.number_words import plain_value
from crossbearing.reading.rules_v1.wordclasses import belongs

DASHES = frozenset({"-", "--", "–", "—"})
CLAUSE_ENDS = frozenset({":", ";"})
JOINING = frozenset({",", "and", "&"})
OWNERS = frozenset({"his", "her", "their"})
OF_PEOPLE = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET"})
"""Parts of speech of the words by which one of a row is told."""
GROUPS = frozenset({"couple", "family", "pair", "trio", "crew", "team"})
"""Nouns that stand for several people."""
MOST_VERBS = 3
"""Words of the verb before the word of harm ("were all found dead")."""
LONGEST = 7
"""Tokens by which one of a row is told ("a 17-year-old girl")."""


def with_conjuncts(token: Token) -> Iterator[Token]:
    """Yield a noun and those joined to it by "and" or "or"."""
    yield token
    for child in token.children:
        joined = child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
        if joined or _next_of_row(token, child) or _next_counted(token, child) or _next_of_kin(token, child):
            yield from with_conjuncts(child)
        elif token.pos_ == "PROPN" and child.dep_ == "appos":
            # "Rana Odeh, 31 and Samir Haddad", "Norway, a rich country, and Peru": the parse joins the second name to
            # what is told of the first
            yield from (n for c in child.children if c.pos_ == "PROPN" and c.dep_ == "conj" for n in with_conjuncts(c))
        elif token.pos_ == "NOUN" and child.dep_ == "appos" and child.pos_ == "PROPN":
            # "his wife, Rana, and daughter": the parse joins the daughter to the name
            yield from (n for c in child.children if c.dep_ == "conj" and _is_of_kin(c) for n in with_conjuncts(c))


def _next_of_kin(noun: Token, child: Token) -> bool:
    """Whether people are the second of a row of three or more that the parse takes for the first told again.

    So in "his wife, his son and a neighbour", "his wife, son and daughter", "a clerk, a customer and a guard"; not in
    "his wife, a nurse and singer, was hurt".
    """
    last = next((c for c in child.children if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
    if child.dep_ != "appos" or last is None or {noun.tag_, child.tag_} != {"NN"}:
        return False
    if any(c.dep_ == "conj" for c in noun.children if c.pos_ in {"NOUN", "PROPN"}):
        return False
    people = all(belongs(one, {"person", "combatant"}) for one in (noun, child, last))
    closed = last.doc[last.right_edge.i + 1 : last.right_edge.i + 2].text == ","
    if not people or closed:
        return False
    if _is_owned(child) or (_is_bare(child) and _is_bare(last)):
        return _is_of_kin(child) and not (_is_bare(child) and _is_bare(noun))
    return _count(noun) == _count(child) == 1


def _is_owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" for c in noun.children)


def _is_bare(noun: Token) -> bool:
    return not any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children)


def _is_of_kin(noun: Token) -> bool:
    """Whether a noun tells of one person by sex or kinship."""
    return noun.tag_ == "NN" and (_sex(noun) is not None or noun.lemma_.lower() in load_data("people.yaml")["child"])


def first_of_row(noun: Token) -> Token:
    """Return the first of two of whom nothing is told but what stands behind the second ("a man and a woman with
    wounds"), else the noun itself.
    """
    first = noun.head
    row = noun.dep_ == "conj" and first.pos_ == "NOUN" and noun.left_edge.i == first.i + 2
    return first if row and noun.left_edge.nbor(-1).lower_ == "and" else noun


def _next_of_row(name: Token, child: Token) -> bool:
    """Whether a name is the next of a row in which each has an age: "Rana Odeh, 31, Samir Haddad, 24, and ..."."""
    names = name.pos_ == child.pos_ == "PROPN" and child.dep_ == "appos" and not child.ent_type_
    return names and any(c.dep_ == "appos" and c.like_num and c.i < child.i for c in name.children)


def _next_counted(noun: Token, child: Token) -> bool:
    """Whether people are the next of a row of counts, being too many to be a part of those before, or of another sex:
    "two guards, three nurses and a cook", "two men, a woman and a child"; not "three others, two boys and a girl".
    """
    if child.dep_ != "appos" or not {noun.pos_, child.pos_} <= {"NOUN"}:
        return False
    before, behind = _count(noun), _count(child)
    if before is None or behind is None:
        return False
    return behind > before or child.lower_ == "others" or are_of_two_sexes(noun, child)


def _count(noun: Token) -> int | None:
    """How many a noun's own number or article counts; one of somebody's kin ("his wife"); null without either."""
    number = next((c.text for c in noun.children if c.dep_ == "nummod"), None)
    single = any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in noun.children)
    single = single or (_is_owned(noun) and _is_of_kin(noun))
    return plain_value([number]) if number is not None else 1 if single else None


def are_of_two_sexes(one: Token, other: Token) -> bool:
    """Whether one of two nouns is of women and the other of men."""
    return {_sex(one), _sex(other)} == {"female", "male"}


def is_of_other_sex(noun: Token, pronoun: str) -> bool:
    """Whether a noun is of women and a pronoun of a man, or the other way round."""
    told = next((sex for sex in ("female", "male") if pronoun in load_data("people.yaml")[sex]), None)
    return {_sex(noun), told} == {"female", "male"}


def _sex(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    return next((sex for sex in ("female", "male") if lemma in load_data("people.yaml")[sex]), None)


def is_of_all(token: Token) -> bool:
    """Whether a word tells of all among whom some are named: "among the dead"."""
    return token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head.lemma_ == "be"


def row_before(harm: Token) -> tuple[Token, ...]:
    """Return the heads of a row of people that opens a clause and ends before a word of harm; empty where none does.

    Two who may be one person told of twice ("a teacher, coach killed") are no row.
    """
    parts = [part for part in _parts(_opening(harm)) if part[0].lower_ != "both"]  # "a man and his wife, both teachers"
    heads = [part[-1] for part in parts]
    if len(heads) < 2 or not all(map(_tells_of_people, parts)):
        return ()
    bare = not _has_article(parts[0])
    if any(bare and _has_article(part) for part in parts[1:]):
        return ()  # "Neighbour, a teacher, dies": one person
    if _are_told_after(parts):
        return ()
    return tuple(heads) if _are_several(parts) else ()


def _opening(harm: Token) -> Span:
    """The words of its clause before a word of harm and its verb."""
    doc, first, end = harm.doc, harm.sent.start, harm.i
    while end > first and harm.i - end < MOST_VERBS and _is_of_verb(doc[end - 1]):
        end -= 1
    begins = (i + 1 for i in range(end - 1, first - 1, -1) if doc[i].text in CLAUSE_ENDS or _is_dash(doc[i]))
    return doc[next(begins, first) : end]


def _is_of_verb(word: Token) -> bool:
    return word.pos_ in {"AUX", "VERB", "ADV"} or word.lower_ in {"all", "both"}


def _is_dash(token: Token) -> bool:
    return token.text in DASHES and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _parts(words: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield what stands between commas and "and", without ages ("Girl, 4, woman hurt")."""
    part: list[Token] = []
    for word in [*words, None]:
        if word is not None and word.lower_ not in JOINING:
            part.append(word)
        elif part:
            if not (len(part) == 1 and part[0].like_num):
                yield part
            part = []


def _tells_of_people(part: Sequence[Token]) -> bool:
    words = [t for t in part if t.text != "-" and t.lower_ not in OWNERS]
    return (
        len(part) <= LONGEST
        and all(t.pos_ in OF_PEOPLE for t in words)
        and belongs(part[-1], {"person", "combatant"})
    )  # fmt: skip


def _are_told_after(parts: Sequence[Sequence[Token]]) -> bool:
    """Whether the first of a row are all of them, and the others tell who they are: "the two victims, a man and a
    woman".
    """
    first, *others = parts
    several = first[-1].tag_ == "NNS" or first[-1].lemma_.lower() in GROUPS
    return several and _has_article(first) and all(_has_article(p) or p[0].lower_ in OWNERS for p in others)


def _has_article(part: Sequence[Token]) -> bool:
    return part[0].pos_ == "DET"


def _are_several(parts: Sequence[Sequence[Token]]) -> bool:
    """Whether those of a row are surely others: they are counted, more than two, or told by sex, kinship or age."""
    sexes = load_data("people.yaml")
    known = {*sexes["female"], *sexes["male"], *sexes["child"]}
    counted = any(part[0].like_num or part[-1].tag_ == "NNS" for part in parts)
    told = all(not known.isdisjoint({part[-1].lemma_.lower(), part[-1].lower_}) for part in parts)
    return counted or told or len(parts) > 2
