"""Whom a description means in its report: "the group" or "the channel" cited before, "the governor" who has a name
elsewhere.
"""

from collections.abc import Iterator

from crossbearing.actors import Actor, find_actor, may_be_called, sorts_called
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.context import Context
from crossbearing.weighing.source_words import source_words
from crossbearing.weighing.words import stems

CARRIERS = frozenset({"agency", "media"})
"""Kinds that carry what others say, unless they are a party's own organ or speak of what their own people saw."""
POWERS = frozenset({"government", "military", "police"})
"""Kinds of bodies that are no group."""
HELPING = frozenset({"igo", "ngo"})
"""Kinds of bodies that words for outlets are used of, too ("the agency")."""
LITTLE_WORDS = frozenset("the a an of for in on at to and s".split())
BEHIND_HEADS = frozenset("of from by in on at for with that which who whose".split())
"""Words behind which a description goes on about its noun."""


def content(name: str) -> list[str]:
    """Return the stemmed words of a name that say something.

    >>> content("The Homs governor")
    ['hom', 'governor']
    """
    return [word for word in stems(name) if word not in LITTLE_WORDS]


def head(name: str) -> str:
    """Return the stemmed noun that a short description is about: the last before a preposition or a clause about it;
    empty without one.

    >>> head("local media reports"), head("a report of the council"), head("the group that runs it")
    ('report', 'report', 'group')
    """
    before: list[str] = []
    for word in stems(name):
        if before and word in BEHIND_HEADS:
            break
        if word not in LITTLE_WORDS:
            before.append(word)
    return before[-1] if before else ""


def led_back(link: SourceLink, claim: Claim, context: Context) -> Actor | SourceLink | None:
    """Return whom an unnamed link means: a known body, or the link that names the person elsewhere; null for itself."""
    words = source_words()
    noun, said = head(link.name), set(content(link.name))
    sentence = -1 if claim.located == "title" else context.sentence_of(claim.evidence[0])
    if said & words.monitors or (noun in words.bodies and said & words.kept_by):
        return context.body(sentence)
    everybody = list(_cited(context))
    definite = link.name[:4].casefold() == "the "
    fitting = [who for at, each in everybody if at < sentence and (who := _actor(each)) and _is_called(who, noun)]
    if definite and fitting:
        return fitting[-1]
    if definite and noun in words.bodies:
        return _described_before(noun, sentence, context) if set(content(link.name)) == {noun} else None
    cited = [(at, each) for at, each in everybody if not _carries(each)]
    before = [each for at, each in cited if at < sentence]
    # "the statement" and "it" are somebody's who was cited; "statements" and "a source" may be anybody's.
    if noun in words.papers and (definite or link.name.casefold() == noun) and link.name.casefold().endswith(noun):
        return (_actor(before[-1]) or before[-1]) if before else None
    if (definite or _as_title(link.name, noun)) and noun in words.offices:
        return next((each for _, each in cited if _actor(each) is None and noun in content(each.name)), None)
    return None


def ministry_meant(link: SourceLink, context: Context) -> Actor | None:
    """Return whose ministry "the ministry" is that the report cites by name; null where it cites none such."""
    noun = head(link.name)
    if link.name[:4].casefold() != "the " or noun not in source_words().ministries or len(content(link.name)) > 1:
        return None
    named = (_actor(each) for _, each in _cited(context) if not _carries(each) and noun in content(each.name))
    return next((actor for actor in named if actor is not None), None)


def _as_title(name: str, noun: str) -> bool:
    """Whether a description is written as a headline names who is known ("Governor", "Province Governor")."""
    words = name.split()
    return bool(words) and all(word[:1].isupper() for word in words) and stems(words[-1])[-1:] == [noun]


def is_hearsay(link: SourceLink) -> bool:
    """Whether a link names nobody in particular ("local media reports", "allegations"; not "witness accounts").

    >>> is_hearsay(SourceLink(name="reports", named=False)), is_hearsay(SourceLink(name="a local source", named=False))
    (True, False)
    """
    words = source_words()
    return head(link.name) in words.hearsay and words.people.isdisjoint(content(link.name))


def _cited(context: Context) -> Iterator[tuple[int, SourceLink]]:
    """The named sources of a report, with the sentences that cite them, in order."""
    for sentence, link in _links(context):
        actor = find_actor(link.name)
        if link.named or (actor is not None and not actor.generic):
            yield sentence, link


def _links(context: Context) -> Iterator[tuple[int, SourceLink]]:
    """The sources of a report with the sentences that cite them, the title's before all."""
    for claim in sorted(context.reading.claims, key=lambda c: (c.located != "title", c.evidence, c.trigger)):
        for link in claim.sources:
            if link.cue != "byline":
                yield (-1 if claim.located == "title" else context.sentence_of(claim.evidence[0])), link


def _described_before(noun: str, sentence: int, context: Context) -> SourceLink | None:
    """The last source before a sentence of which a noun was said with more words ("the aid group that runs it")."""
    told = [link for at, link in _links(context) if at < sentence and head(link.name) == noun]
    return next((link for link in reversed(told) if set(content(link.name)) != {noun}), None)


def _carries(link: SourceLink) -> bool:
    actor = find_actor(link.name)
    return actor is not None and actor.kind in CARRIERS


def _actor(link: SourceLink) -> Actor | None:
    actor = find_actor(link.name)
    return actor if actor is not None and not actor.generic else None


def _is_called(actor: Actor, noun: str) -> bool:
    """Whether a report may mean a party by a noun: an outlet by a word for its sort, a body by one for bodies; an aid
    body may be an agency, too.
    """
    if actor.kind in CARRIERS:
        return may_be_called(actor, noun)
    fitting = actor.kind in HELPING if sorts_called(noun) else actor.kind not in POWERS
    return noun in source_words().bodies and fitting
