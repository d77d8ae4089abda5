"""All happenings of a text: each word once, general words settled by the means told of, headlines held to one thing."""

from collections.abc import Sequence
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.language import text_of, written_words
from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.denied_doers import cleared_of
from crossbearing.reading.rules_v1.happenings import Happening, match
from crossbearing.reading.rules_v1.lexicon import clause_words, deed_words, triggers, verb_forms
from crossbearing.reading.rules_v1.means import kind_by_means
from crossbearing.reading.rules_v1.misparsed import severed_modifier
from crossbearing.reading.rules_v1.on_foot import kind_on_foot
from crossbearing.reading.rules_v1.page_links import link_spans
from crossbearing.reading.rules_v1.wordclasses import belongs, is_headline, of_one_side

REACH = 60
"""Words after a means was named within which a general word ("the attack") is taken to mean the same."""
LEAD = 250
"""Code points after the headline in which the means that a report is about may be named."""
VIOLENT = frozenset(
    {
        "killing",
        "injury",
        "shelling",
        "airstrike",
        "explosion",
        "clash",
        "shooting",
        "chemical_attack",
        "ground_operation",
        "siege",
        "displacement",
    }
)
MEANS_TOLD = frozenset({"airstrike", "explosion", "shelling", "chemical_attack", "shooting"})


def find_happenings(doc: Doc, headlines: Sequence[tuple[int, int]] = ()) -> tuple[Happening, ...]:
    """Return the happenings that a parsed text names, in order. Weak ones count only beside a strong one of violence.

    `headlines` are spans (offsets) where the report's title stands in the text.
    """
    raw: dict[int, Happening] = {}
    spans = list(headlines)
    links = _links(doc)
    written, words, known = written_words(doc, "ORTH"), written_words(doc, "LOWER"), triggers()
    for sentence in doc.sents:
        headline = is_headline(written[sentence.start : sentence.end]) or any(
            a <= sentence.start_char and sentence.end_char <= b + 2 for a, b in headlines
        )
        if headline:
            spans.append((sentence.start_char, sentence.end_char))
        here: dict[int, Happening] = {}
        for token in (doc[i] for i in range(sentence.start, sentence.end) if words[i] in known):
            happening = match(token, headline=headline or any(a <= token.idx < b for a, b in headlines))
            if happening is not None and token.i not in links and not _of_the_origin(token):
                here[token.i] = happening
        here = _said_once(here)
        raw.update({i: h for i, h in here.items() if not _repeats(h, here)})
    aside = [raw.pop(i) for i in sorted(_headline_nouns(raw, spans))]
    found: list[Happening] = []
    announced = _announced_means(raw, spans)
    told: tuple[int, str] | None = None
    for happening in raw.values():
        near = told is not None and happening.token.i - told[0] <= REACH
        settled = _refined(happening, told[1] if told is not None and near else announced)
        found.append(settled)
        if settled.kind in MEANS_TOLD:
            told = (settled.token.i, settled.kind)
    found = _with_doers(found, aside)
    if not any(not h.weak and h.kind in VIOLENT for h in found):
        return tuple(h for h in found if not h.weak)
    return tuple(found)


def _said_once(here: dict[int, Happening]) -> dict[int, Happening]:
    """Take a verb that only says whom a deed hit together with its noun ("the air strikes hit a school"), and what was
    fired with the verb that tells whom it hit ("two were struck by gunfire").
    """
    out = dict(here)
    for i, verb in here.items():
        entry = verb.trigger.entry
        general = verb.kind in MEANS_TOLD or entry.refine
        if verb.trigger.part != "verbs" or entry.patient != "object" or not general:
            continue
        nouns = [t.i for t in verb.actors if t.i in out and out[t.i].trigger.part == "nouns"]
        deeds = [n for n in nouns if out[n].kind in DEEDS or out[n].trigger.entry.refine]
        if deeds and verb.kind == "shooting" and entry.subject:
            for fired in deeds:  # "were hit by gunfire": the verb tells whom
                del out[fired]
        elif deeds:
            del out[i]
            named = out[deeds[0]]
            out[deeds[0]] = msgspec.structs.replace(named, patients=named.patients or verb.patients)
    return out


def _with_doers(found: Sequence[Happening], aside: Sequence[Happening]) -> list[Happening]:
    """A toll that names no doer has that of the deed it is told with ("wounded in a rebel ambush").

    `aside` are nouns of a headline that tell nothing by themselves ("nine killed in army raids").
    """
    out: list[Happening] = []
    known = [*(d for d in found if d.kind in DEEDS), *(d for d in aside if d.kind in DEEDS or d.trigger.entry.refine)]
    by_sentence: dict[int, list[Happening]] = {}
    for deed in known:
        if _doers(deed):
            by_sentence.setdefault(deed.token.sent.start, []).append(deed)
    for happening in found:
        near = by_sentence.get(happening.token.sent.start, ())
        deeds = [d for d in near if _told_with(happening.token, d.token) and not _harmed_others(d, happening)]
        bare = happening.kind in TOLLS and not happening.actors
        doers = tuple(d for d in _doers(deeds[0]) if d not in happening.patients) if bare and deeds else ()
        out.append(msgspec.structs.replace(happening, actors=doers) if doers else happening)
    return out


def _doers(deed: Happening) -> tuple[Token, ...]:
    """Whose deed a toll is that was told with it: of those killed "in clashes with the army", the army's.

    In clashes between two sides, either may have killed either. Of an attack that is repelled, theirs who repelled it.
    """
    if (parries := _parried_by(deed.token)) is not None:
        told = arguments(parries)
        return told.agents if told.passive else (*told.subjects, *(c for c in parries.lefts if c.dep_ == "compound"))
    if deed.kind == "clash":
        return tuple(t for t in deed.patients if t.head.lower_ == "with")
    return deed.actors


def _parried_by(deed: Token) -> Token | None:
    """The word that tells of a deed that it was repelled or foiled, before or behind it; null where none does."""
    above = (deed.head,) if deed.dep_ in {"dobj", "obj", "nsubjpass"} else ()
    return next((word for word in (*above, *deed.children) if word.lower_ in _parrying()), None)


@cache
def _parrying() -> frozenset[str]:
    return frozenset(form for verb in deed_words()["parrying"] for form in verb_forms(verb))


def _harmed_others(deed: Happening, toll: Happening) -> bool:
    """Whether a toll that is told with a deed is none that it cost those it was done to.

    It is of men of those who did it: "rebels stormed the base and nine rebels died"; or the deed was repelled, and no
    armed men are told of.
    """
    harmed = [t for t in toll.patients if t not in deed.patients]
    if _parried_by(deed.token) is not None and not any(belongs(t, {"combatant"}) and t.pos_ != "NUM" for t in harmed):
        return True
    mine, theirs = ([" ".join(w.text for w in (*t.lefts, t)) for t in side] for side in (_doers(deed), harmed))
    return of_one_side(mine, theirs)


def _told_with(toll: Token, deed: Token) -> bool:
    """Whether a deed of the same sentence stands in the toll's own clause, or in a clause that hangs on it."""
    if deed in toll.ancestors and was_before(toll):
        return False
    whose = severed_modifier(deed)  # "killed on Sunday in army shelling": the parse hangs the shelling elsewhere
    above = (*deed.ancestors, *(whose.ancestors if whose is not None else ()))
    return deed.i != toll.i and (toll in above or deed in toll.ancestors)


def was_before(toll: Token) -> bool:
    """Whether a toll was there before the deed on which its clause hangs: "they entered after nine had been killed"."""
    return toll.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in toll.children)


TOLLS = frozenset({"killing", "injury", "destruction"})
DEEDS = MEANS_TOLD | {"ground_operation", "clash"}


def _announced_means(raw: dict[int, Happening], headlines: Sequence[tuple[int, int]]) -> str | None:
    """The first means of violence that the report names beyond doubt in its headline or lead."""
    last = max((b for _, b in headlines), default=0) + LEAD
    for happening in raw.values():
        refine = happening.trigger.entry.refine
        kind = kind_by_means(happening.token, "other") if refine else happening.kind
        if kind in MEANS_TOLD and happening.token.idx <= last:
            return kind
    return None


def _refined(happening: Happening, told: str | None) -> Happening:
    """Settles the kind of a general word by its means, else by the means that the report told of before (or first)."""
    refine = happening.trigger.entry.refine
    if not refine:
        return happening
    default = happening.kind
    if default == "ground_operation":
        who = (*happening.actors, cleared_of(happening.token))  # who denies it tells what it was, too
        armed = any(a is not None and belongs(a, {"armed_body", "combatant"}) for a in who)
        at_a_place = any(belongs(p, {"place_noun", "armed_body", "combatant"}) for p in happening.patients)
        default = "ground_operation" if armed and at_a_place else told or ("ground_operation" if armed else "other")
    elif told in {"airstrike", "explosion", "shelling"} and not (
        happening.trigger.lemma in {"strike", "target"} and told == "explosion"
    ):
        default = told
    kind = kind_by_means(happening.token, default)
    if happening.kind in {"airstrike", "shelling"} and kind in {"ground_operation", "shooting"}:
        kind = default
    if kind == "airstrike" and (on_foot := kind_on_foot(happening)) is not None:
        kind = on_foot
    return msgspec.structs.replace(happening, kind=kind)


def _repeats(happening: Happening, others: dict[int, Happening]) -> bool:
    """Whether the word only belongs to another trigger's wording.

    "Death" in "death toll", "toll" in "toll of those killed", "resolution" in "submitted a resolution", and "condition"
    in "nine of the wounded were in critical condition".
    """
    token = happening.token
    if token.dep_ in {"compound", "nmod", "amod"} and token.head.i in others and token.head.pos_ in {"NOUN", "PROPN"}:
        return not _is_of_row(token)
    if happening.trigger.part != "nouns":
        return False
    same = {i for i, o in others.items() if i != token.i and o.kind == happening.kind and o.weak <= happening.weak}
    if happening.weak and any(t.i in same and not others[t.i].weak for t in (token.head, token.head.head)):
        return True  # "a mass grave with 40 bodies"
    if any(t.i in same and t.i > token.i for t in token.subtree if t.i != token.i):
        return True
    if any(g.i in same for p in happening.patients for c in p.children if c.lower_ == "of" for g in c.children):
        return True
    above = [token.head, token.head.head, token.head.head.head]
    return token.dep_ in {"dobj", "obj", "pobj"} and any(
        t.i in same and others[t.i].trigger.part == "verbs" for t in above
    )


def _is_of_row(noun: Token) -> bool:
    """Whether a noun before another is one of a row that has lost its commas: "sieges executions and torture"."""
    return noun.tag_ == "NNS" and noun.head.tag_ == "NNS" and any(c.dep_ == "conj" for c in noun.head.children)


def _of_the_origin(token: Token) -> bool:
    """Whether the word stands in a clause on how the conflict began ("since the uprising erupted"), told every time."""
    for verb in (token, *token.ancestors):
        if verb.lemma_ in {"erupt", "begin", "start"} and any(
            c.dep_ == "nsubj" and c.lemma_ in clause_words()["conflicts"] for c in verb.children
        ):
            return not _counts(token)
        if any(c.dep_ == "advcl" and _sets_off(c) for c in verb.children):
            return not _counts(token)
        if (verb.lemma_ in {"erupt", "begin", "start", "break"} and verb.dep_ in {"advcl", "acl", "pcomp"}) or (
            verb.lemma_ in {"erupt", "begin"} and any(c.lower_ == "since" for c in verb.children)
        ):
            return any(c.lower_ in {"since", "after", "when"} for c in verb.children) or verb.head.lower_ == "since"
    return False


def _sets_off(verb: Token) -> bool:
    """Whether a verb tells that a conflict came of something: "crushed protests, triggering a war"."""
    words = clause_words()
    return verb.lemma_ in words["setting_off"] and any(
        c.dep_ == "dobj" and c.lemma_ in words["conflicts"] for c in verb.children
    )


def _counts(token: Token) -> bool:
    """Whether a word tells a toll, which is news also of a whole war ("began in 2011 and has killed 9,000")."""
    return any(t.kind in {"killing", "injury", "displacement"} for t in triggers().get(token.lower_, ()))


def _links(doc: Doc) -> set[int]:
    """Words that a page lists beside its report: its tags, and headlines of other reports."""
    spans = (doc.char_span(a, b, alignment_mode="expand") for a, b in link_spans(text_of(doc)))
    out = {token.i for span in spans for token in span or ()}
    for i, word in enumerate(written_words(doc, "ORTH")):
        if word in LISTS and i > len(doc) // 2 and doc[i].dep_ not in {"nsubj", "amod", "acl"}:
            out.update(range(i, doc[i].sent.end))
    return out


LISTS = frozenset({"Tags", "TAGS", "Related", "RELATED"})
"""Words with a capital that a page puts before such a list."""


def _headline_nouns(found: dict[int, Happening], headlines: Sequence[tuple[int, int]]) -> set[int]:
    """Nouns in a headline that has a verb or a toll of violence of its own: the headline tells one thing."""
    out: set[int] = set()
    for a, b in headlines:
        inside = [h for h in found.values() if a <= h.token.idx < b]
        if any(h.trigger.part != "nouns" and h.kind in VIOLENT for h in inside):
            out |= {h.token.i for h in inside if h.trigger.part == "nouns"}
    return out
