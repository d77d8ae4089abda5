"""Who stands behind a claim: one canonical id for a root, whatever it is called and through whomever it is told."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from crossbearing.actors import Actor, find_actor, publisher_family
from crossbearing.actors.names import key
from crossbearing.actors.tables import actors
from crossbearing.records import Claim, SourceKind, SourceLink
from crossbearing.weighing.cited import name_in
from crossbearing.weighing.context import Context
from crossbearing.weighing.led_back import (
    CARRIERS,
    citings,
    content,
    head,
    is_hearsay,
    led_back,
    ministry_meant,
)
from crossbearing.weighing.source_words import source_words
from crossbearing.weighing.spoken_for import spoken_for

Sort = Literal["named", "person", "unnamed", "publisher", "wording"]
STATE_BODIES = {
    "army": "army",
    "opposition": "opposition",
    "government": "government",
    "police": "police",
    "government-media": "state-media",
    "government-agencies": "state-media",
    "government-official": "government",
}
"""Descriptions that mean a body of the state where it happened, and the end of that body's id: officials of a state
speak for its government.
"""


NOBODY = frozenset({"other", "media"})
"""Kinds of what is cited without a name and is nobody that the tables know: no people."""


class Root(msgspec.Struct, frozen=True, order=True):
    """Someone who saw, counted, decided or claimed. `id` is equal for claims that share it; `name` is for people.

    `sort`: a party of the tables; a person or body by name; unnamed people; the publisher on its own authority; or
    the unknown author of a wording that several reports repeat, who is never counted.
    """

    id: str
    name: str
    sort: Sort
    side: str | None = None
    country: str | None = None
    kind: str = "other"


def roots_of(claim: Claim, context: Context, outlet: str | None) -> tuple[Root, ...]:
    """Return the roots of a claim: the last link of its chain and those joint with it; nothing where none can be told.

    `outlet` is the publisher whose own words the report holds; null where it repeats those of another or of nobody
    known.
    """
    chain = [link for link in claim.sources if link.cue != "byline"]
    found = {root.id: root for link in last_links(chain) if (root := _root(link, chain, claim, context))}
    if not chain and outlet and not context.reading.wire:
        own = _party_outlet(context, _country(claim, context))
        if own:
            found[own.family] = Root(own.family, own.name, "publisher", own.side, own.country, own.kind)
    return tuple(found[i] for i in sorted(found))


def last_links(chain: Sequence[SourceLink]) -> list[SourceLink]:
    """Return the last link of a chain and those that stand joint with it."""
    out: list[SourceLink] = []
    for link in reversed(chain):
        out.append(link)
        if not link.joint:
            break
    return out


def _root(link: SourceLink, chain: Sequence[SourceLink], claim: Claim, context: Context) -> Root | None:
    actor = _known(link, claim, context)
    own = bool(set(key(link.name)) & source_words().own_reporters)
    country = _country(claim, context)
    if actor and not actor.generic:
        return None if _only_carries(actor, context, country) and not own else _of_actor(actor)
    named = name_in(context.in_full(link.name), context)
    organ = _organ_in(chain, link, country) or _party_outlet(context, country)
    if organ and not (link.named and named) and _speaks_through(actor, organ, named=named is not None):
        return _of_actor(organ)
    if not named:
        meant = led_back(link, claim, context)
        if isinstance(meant, Actor):
            return None if _only_carries(meant, context, country) else _of_actor(meant)
        if meant is not None:
            claim, link = meant.claim, meant.link
            actor, named = find_actor(link.name), name_in(link.name, context)
    if link.kind == "agency" and (actor is None or actor.kind == "agency") and not own:
        return None
    side, home = (actor.side, actor.country) if actor else (None, None)
    body = spoken_for(named, claim, context) if link.named and named and named.of == "person" else None
    if isinstance(body, Actor):
        return _of_actor(body)
    if body is not None:
        return Root(f"{body.of}-{body.ident}", body.name, "person", side, home, link.kind)
    if link.named and named:
        return Root(f"{named.of}-{named.ident}", link.name, "person", side, home, link.kind)
    if is_hearsay(link) or (actor is None and link.kind in NOBODY and not own):
        return None
    kind = _kind(link, actor)
    ident = "-".join(filter(None, (side, kind)))
    return Root(f"unnamed-{ident}@{_told_to(link, kind, claim, context)}", link.name, "unnamed", side, home, kind)


def _speaks_through(actor: Actor | None, organ: Actor, *, named: bool) -> bool:
    """Whether people without a name speak for the party of the organ that carries them: those of a body that is told by
    name ("a source at the Bar Association") only where it is that party's.
    """
    side = actor.side if actor is not None else None
    return side == organ.side or (side is None and not named)


def _kind(link: SourceLink, actor: Actor | None) -> SourceKind:
    """The kind of those whom an unnamed link means, who are known by its words or not."""
    return _told_by(link) or (actor.kind if actor else link.kind)


def _told_to(link: SourceLink, kind: SourceKind, claim: Claim, context: Context) -> str:
    """The publisher to whom somebody without a name spoke: the agency or outlet whose word the report carries, there or
    where it first does so for people of that kind ("Residents told Reuters ... Residents said"), else its own.
    """
    carrier = _carrier(claim, link) or next(
        (
            found
            for _, told, each in citings(context)
            if (found := _carrier(told, each)) is not None
            if not each.named and _kind(each, find_actor(each.name)) == kind
        ),
        None,
    )
    if carrier is None and context.report.outlet:
        outlet = find_actor(context.report.outlet)
        carrier = outlet if outlet is not None and not outlet.generic and outlet.kind in CARRIERS else None
    return publisher_family(carrier.name) if carrier is not None else context.publisher


def _carrier(claim: Claim, link: SourceLink) -> Actor | None:
    """The last agency or outlet with a name that stands before a link of a claim; null without one."""
    before = claim.sources[: claim.sources.index(link)] if link in claim.sources else ()
    known = (find_actor(each.name) for each in reversed(before))
    return next((actor for actor in known if actor is not None and actor.kind in CARRIERS and not actor.generic), None)


def _told_by(link: SourceLink) -> SourceKind | None:
    """The kind of those whose words or pictures an unnamed source is ("eyewitness accounts"), or null."""
    words = source_words()
    if head(link.name) not in words.hearsay:
        return None
    people = (find_actor(word) for word in content(link.name) if word in words.people)
    return next((actor.kind for actor in people if actor is not None), None)


def _only_carries(actor: Actor, context: Context, country: str | None) -> bool:
    """Whether a named agency only carries what others say. An outlet that another cites has seen for itself, and so has
    the organ of a party.
    """
    if actor.kind not in CARRIERS or _organ(actor, country) or _organ(actor, context.country):
        return False
    return actor.kind == "agency" or actor.family == context.publisher


def _of_actor(actor: Actor) -> Root:
    return Root(actor.family, actor.name, "named", actor.side, actor.country, actor.kind)


def _known(link: SourceLink, claim: Claim, context: Context) -> Actor | None:
    """Who a link names, with what the report tells elsewhere: "the monitor" it cites by name, "the army" of the
    place.
    """
    actor = find_actor(link.name)
    if actor is None:
        return find_actor(context.in_full(link.name))
    if not actor.generic:
        return actor
    ministry = ministry_meant(link, context)
    if ministry is not None:
        return ministry
    country = (actor.country or _country(claim, context) or "").lower()
    body = STATE_BODIES.get(actor.id.removeprefix(f"{country}-"))
    if body:
        return actors().get(f"{country}-{body}", actor)
    return actor


def _country(claim: Claim, context: Context) -> str | None:
    return (claim.where.country if claim.where else None) or context.country


def _organ(actor: Actor, country: str | None) -> bool:
    """Whether an agency or outlet speaks for a party to what happened."""
    return actor.side is not None and (actor.country is None or country is None or actor.country == country)


def _organ_in(chain: Sequence[SourceLink], link: SourceLink, country: str | None) -> Actor | None:
    """The party's organ through which a link of the chain speaks, if any."""
    for other in chain:
        if other is not link:
            actor = find_actor(other.name)
            if actor and not actor.generic and actor.kind in CARRIERS and actor.side and _organ(actor, country):
                return actor
    return None


def _party_outlet(context: Context, country: str | None) -> Actor | None:
    """The publisher, where it is an agency of a state or a party itself, in the country it happened in."""
    outlet = context.report.outlet
    actor = (find_actor(outlet.upper()) or find_actor(outlet)) if outlet else None
    party = actor is not None and not actor.generic and actor.side is not None and actor.kind != "media"
    return actor if party and actor is not None and actor.country in (country, None) else None


def wording_root(original: str) -> Root:
    """Return the unknown root that reports of one wording share, whose first report is `original`."""
    return Root(f"wording-{original}", "one wording, no source named", "wording")
