"""Whose deeds a report tells of: where two hostile parties both struck, each toll is of the deeds of one."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossbearing.actors import Actor
from crossbearing.ontology import kinds
from crossbearing.records import Claim, affirms
from crossbearing.weighing.accused import clears, doers, same_party
from crossbearing.weighing.contradictions.voices import Voice


class Deeds:
    """The parties of an event that one and the same teller says both struck, each two of them hostile.

    Where each is only said to have done it by other roots than the other, it may be one deed, and its tolls are rivals.
    """

    def __init__(self, voices: Sequence[Voice], country: str | None) -> None:
        self._country = country
        self._both = [pair for voice in voices for pair in self._struck(voice)]

    def _struck(self, voice: Voice) -> Iterator[tuple[Actor, Actor]]:
        told: dict[str | None, dict[str, Actor]] = {}
        for claim in voice.holding("happened"):
            if affirms(claim) and claim.certainty != "alleged" and kinds()[claim.type].family == "violence":
                for teller in voice.speakers(claim) or {None}:
                    told.setdefault(teller, {}).update((actor.id, actor) for actor in doers(claim.actor))
        for struck in told.values():
            pairs = combinations([struck[ident] for ident in sorted(struck)], 2)
            yield from ((a, b) for a, b in pairs if clears(a, b, self._country))

    def are_apart(self, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
        """Whether some claims tell of what one party did, and others of what one that is hostile to it did beside."""
        left, right = _doers(one), _doers(other)
        return bool(left) and bool(right) and all(self._struck_both(a, b) for a in left for b in right)

    def of_those_who_did(self, claims: Sequence[Claim], other: Sequence[Claim]) -> list[Claim]:
        """Return those of some claims that say who did it, and that it was nobody hostile to the doers of others."""
        return [claim for claim in claims if _doers([claim]) and not self.are_apart([claim], other)]

    def _struck_both(self, a: Actor, b: Actor) -> bool:
        return clears(a, b, self._country) and any(
            (self._may_be(a, x) and self._may_be(b, y)) or (self._may_be(a, y) and self._may_be(b, x))
            for x, y in self._both
        )

    def _may_be(self, told: Actor, party: Actor) -> bool:
        unknown = None in (told.side, party.side) and "government" not in (told.side, party.side)
        return unknown or same_party(told, party, self._country)


def _doers(claims: Sequence[Claim]) -> list[Actor]:
    return [actor for claim in claims for actor in doers(claim.actor)]
