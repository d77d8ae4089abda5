"""Whom a description means in its report: "the group" or "the channel" cited before, "the governor" who has a name
elsewhere.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from crossbearing.actors import Actor, find_actor, may_be_called, sorts_called
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.context import Context
from crossbearing.weighing.offices import POWERS
from crossbearing.weighing.source_words import source_words
from crossbearing.weighing.words import stems

CARRIERS = frozenset({"agency", "media"})
"""Kinds that carry what others say, unless they are a party's own organ or speak of what their own people saw."""
FIGHTERS = frozenset({"armed_group"})
"""Kinds of bodies that words for outlets are not used of ("the network", "the agency")."""
LITTLE_WORDS = frozenset("the a an of for in on at to and s".split())


class Citing(NamedTuple):
    """A source where a report cites it: the number of the sentence, the claim and the link."""

    sentence: int
    claim: Claim
    link: SourceLink


def content(name: str) -> list[str]:
    """Return the stemmed words of a name that say something.

    >>> content("The Homs governor")
    ['hom', 'governor']
    """
    return [word for word in stems(name) if word not in LITTLE_WORDS]


def head(name: str) -> str:
    """Return the stemmed noun that a short description is about: the last before a preposition or a clause about it;
    empty without one. A word in capitals among small ones is a name.

    >>> head("local media reports"), head("a report of the council"), head("the group that runs it")
    ('report', 'report', 'group')
    >>> head("a senior WHO official")
    'official'
    """
    before: list[str] = []
    for written in name.split():
        is_name = written.isupper() and not name.isupper()
        for word in stems(written):
            if before and word in source_words().behind_heads and not is_name:
                return before[-1]
            if word not in LITTLE_WORDS:
                before.append(word)
    return before[-1] if before else ""


def led_back(link: SourceLink, claim: Claim, context: Context) -> Actor | Citing | None:
    """Return whom an unnamed link means: a known body, or where the one is cited that is named or told of with more
    words; null for itself.
    """
    words = source_words()
    noun, said = head(link.name), set(content(link.name))
    sentence = _sentence(claim, context)
    if said & words.monitors or (noun in words.bodies and said & words.kept_by):
        return context.body(sentence)
    everybody = list(_cited(context))
    definite = link.name[:4].casefold() == "the "
    if definite:
        called = _called(noun, said, [each for each in everybody if each.sentence < sentence])
        if called is not None:
            return called
    if definite and noun in words.bodies:
        return _described_before(noun, sentence, context) if said == {noun} else None
    cited = [each for each in everybody if not _carries(each.link)]
    before = [each for each in cited if each.sentence < sentence]
    # "the statement" and "it" are somebody's who was cited; "statements" and "a source" may be anybody's.
    if noun in words.papers and (definite or link.name.casefold() == noun) and link.name.casefold().endswith(noun):
        return (_actor(before[-1].link) or before[-1]) if before else None
    if (definite or _as_title(link.name, noun)) and noun in words.offices:
        bearers = (each for each in cited if _actor(each.link) is None and noun in content(each.link.name))
        return next(bearers, None)
    return None


def _called(noun: str, said: AbstractSet[str], before: Sequence[Citing]) -> Actor | None:
    """Whom of those cited before a noun means, with the words said of it: who bears the noun in the name, else who was
    cited last; an outlet that only stood before another source ("residents told CNN") comes after all others.
    """
    found = [(each, actor) for each in before if (actor := _actor(each.link)) and _is_called(actor, noun, said)]
    if not found:
        return None

    def rank(at: int) -> tuple[bool, bool, int]:
        (_, claim, link), actor = found[at]
        told = actor.kind in CARRIERS and claim.sources[-1] != link
        return noun in {*content(link.name), *content(actor.name)}, not told, at

    return found[max(range(len(found)), key=rank)][1]


def ministry_meant(link: SourceLink, context: Context) -> Actor | None:
    """Return whose ministry "the ministry" is that the report cites by name; null where it cites none such."""
    noun = head(link.name)
    if link.name[:4].casefold() != "the " or noun not in source_words().ministries or len(content(link.name)) > 1:
        return None
    cited = (each.link for each in _cited(context))
    named = (_actor(each) for each in cited if not _carries(each) and noun in content(each.name))
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


def _cited(context: Context) -> Iterator[Citing]:
    """The named sources of a report where it cites them, in order."""
    for each in citings(context):
        actor = find_actor(each.link.name)
        if each.link.named or (actor is not None and not actor.generic):
            yield each


def citings(context: Context) -> Iterator[Citing]:
    """Return the sources of a report where it cites them, the title's (sentence -1) before all."""
    for claim in sorted(context.reading.claims, key=lambda c: (c.located != "title", c.evidence, c.trigger)):
        for link in claim.sources:
            if link.cue != "byline":
                yield Citing(_sentence(claim, context), claim, link)


def _sentence(claim: Claim, context: Context) -> int:
    return -1 if claim.located == "title" else context.sentence_of(claim.evidence[0])


def _described_before(noun: str, sentence: int, context: Context) -> Citing | None:
    """The last source before a sentence of which a noun was said with more words ("the aid group that runs it")."""
    told = [each for each in citings(context) if each.sentence < sentence and head(each.link.name) == noun]
    return next((each for each in reversed(told) if set(content(each.link.name)) != {noun}), None)


def _carries(link: SourceLink) -> bool:
    actor = find_actor(link.name)
    return actor is not None and actor.kind in CARRIERS


def _actor(link: SourceLink) -> Actor | None:
    actor = find_actor(link.name)
    return actor if actor is not None and not actor.generic else None


def _is_called(actor: Actor, noun: str, said: AbstractSet[str]) -> bool:
    """Whether a report may mean a party by a noun and the words said of it: an outlet by a word for its sort that
    stands alone, a body by one for bodies; words for outlets are used of bodies, too, but of no state or fighters.
    """
    words = source_words()
    if actor.kind in CARRIERS:
        return may_be_called(actor, noun) and said <= {noun} | words.outlets | words.beside_outlets
    other = POWERS | FIGHTERS if sorts_called(noun) else POWERS
    return noun in words.bodies and actor.kind not in other
