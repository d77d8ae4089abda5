"""Who stands behind a claim: one canonical id for a root, whatever it is called and through whomever it is told."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from crossbearing.actors import Actor, find_actor
from crossbearing.actors.names import key
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.facts import Context

Sort = Literal["named", "person", "unnamed", "publisher"]
OWN_REPORTERS = frozenset(
    "reporter correspondent photographer journalist witness cameraman team crew stringer bureau videographer".split()
)
"""Words that make an agency the one who saw: its own people."""
CARRIERS = frozenset({"agency", "media"})
"""Kinds that carry what others say, unless they are a party's own organ or speak of what their own people saw."""


class Root(msgspec.Struct, frozen=True, order=True):
    """Someone who saw, counted, decided or claimed. `id` is equal for claims that share it; `name` is for people.

    `sort`: a party of the tables; a person or body by name; unnamed people; the publisher on its own authority.
    """

    id: str
    name: str
    sort: Sort
    side: str | None = None
    country: str | None = None
    kind: str = "other"


def roots_of(claim: Claim, context: Context, outlet_known: bool = True) -> tuple[Root, ...]:
    """Return the roots of a claim: the last link of its chain and those joint with it; nothing where none can be told.

    `outlet_known` is false where the report repeats a wording whose first publisher cannot be told.
    """
    chain = [link for link in claim.sources if link.cue != "byline"]
    found = {root.id: root for link in last_links(chain) if (root := _root(link, chain, claim, context))}
    if not chain and outlet_known and not context.reading.wire:
        own = _own_authority(context, claim)
        if own:
            found[own.id] = own
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
    actor = find_actor(link.name)
    words = set(key(link.name))
    country = claim.where.country if claim.where else None
    if actor and not actor.generic:
        if actor.kind in CARRIERS and not words & OWN_REPORTERS and not _organ(actor, country):
            return None
        return Root(actor.family, actor.name, "named", actor.side, actor.country, actor.kind)
    organ = _organ_in(chain, link, country)
    if (
        organ
        and (not link.named or actor is not None)
        and (actor is None or actor.side == "government" or link.kind == "anonymous")
    ):
        return Root(organ.family, organ.name, "named", organ.side, organ.country, organ.kind)
    if link.kind == "media" and not words & OWN_REPORTERS and actor is None and not link.named:
        return None
    if not link.named or (actor is not None and actor.generic and not _has_name(link.name)):
        kind = actor.id if actor else link.kind
        return Root(
            f"unnamed-{kind}@{context.publisher}",
            link.name,
            "unnamed",
            actor.side if actor else None,
            actor.country if actor else None,
            link.kind,
        )
    return Root(
        "person-" + "-".join(_name_words(link.name)),
        link.name,
        "person",
        actor.side if actor else None,
        actor.country if actor else None,
        link.kind,
    )


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


def _own_authority(context: Context, claim: Claim) -> Root | None:
    """The publisher itself, where it is an agency or organ of a party to what happened and cites nobody."""
    if not context.report.outlet:
        return None
    actor = find_actor(context.report.outlet.upper()) or find_actor(context.report.outlet)
    country = claim.where.country if claim.where else None
    if actor and not actor.generic and actor.kind == "agency" and actor.side and actor.country in (country, None):
        return Root(actor.family, actor.name, "publisher", actor.side, actor.country, actor.kind)
    return None


def _has_name(name: str) -> bool:
    """Whether a description holds a person's name: two capitalised words in a row that are no title of a body."""
    words = [w for w in name.replace(",", " ").split() if w[:1].isalpha()]
    return any(
        a[0].isupper() and b[0].isupper() and find_actor(f"{a} {b}") is None
        for a, b in zip(words, words[1:], strict=False)
    )


def _name_words(name: str) -> Iterable[str]:
    """The words a person is known by: the capitalised ones, without those that describe."""
    capital = [w.strip(",.;:'\"()’") for w in name.split() if w[:1].isupper()]
    named = [w for w in capital if find_actor(w.casefold()) is None]
    return [w for part in (named or capital or name.split()) for w in key(part)]
