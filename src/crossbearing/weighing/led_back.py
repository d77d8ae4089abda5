"""Whom a description means in its report: "the group" cited before, "the governor" who has a name elsewhere."""

from collections.abc import Iterator

from crossbearing.actors import Actor, find_actor
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.context import Context
from crossbearing.weighing.source_words import source_words
from crossbearing.weighing.words import stems

CARRIERS = frozenset({"agency", "media"})
"""Kinds that carry what others say, unless they are a party's own organ or speak of what their own people saw."""
LITTLE_WORDS = frozenset("the a an of for in on at to and s".split())


def content(name: str) -> list[str]:
    """Return the stemmed words of a name that say something.

    >>> content("The Homs governor")
    ['hom', 'governor']
    """
    return [word for word in stems(name) if word not in LITTLE_WORDS]


def head(name: str) -> str:
    """Return the stemmed noun that a short description is about: the last before a preposition; empty without one.

    >>> head("local media reports"), head("a report of the council")
    ('report', 'report')
    """
    before: list[str] = []
    for word in stems(name):
        if before and word in ("of", "from", "by", "in", "on", "at", "for", "with"):
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
    cited = list(_cited(context))
    before = [each for at, each in cited if at < sentence]
    definite = link.name[:4].casefold() == "the "
    if definite and noun in words.bodies:
        fitting = [each for each in before if _is_body(each)]
        return _actor(fitting[-1]) if fitting else None
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
    named = (_actor(each) for _, each in _cited(context) if noun in content(each.name))
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
    """The named sources of a report that are no carriers, with the sentences that cite them, in order."""
    for claim in sorted(context.reading.claims, key=lambda c: (c.located != "title", c.evidence, c.trigger)):
        for link in claim.sources:
            actor = find_actor(link.name)
            named = link.named or (actor is not None and not actor.generic)
            if named and link.cue != "byline" and (actor is None or actor.kind not in CARRIERS):
                yield (-1 if claim.located == "title" else context.sentence_of(claim.evidence[0])), link


def _actor(link: SourceLink) -> Actor | None:
    actor = find_actor(link.name)
    return actor if actor is not None and not actor.generic else None


def _is_body(link: SourceLink) -> bool:
    actor = _actor(link)
    return actor is not None and actor.kind not in ("government", "military", "police")
