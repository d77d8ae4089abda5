"""By whom and how surely a happening is told, and who then is said to have done it."""

import re
from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from crossbearing.ontology import kinds
from crossbearing.reading.rules_v1.attribution import Frame, chain_at, telling
from crossbearing.reading.rules_v1.certainty import local_certainty
from crossbearing.reading.rules_v1.denied_doers import cleared_of, without_doer
from crossbearing.reading.rules_v1.governing import end_of
from crossbearing.reading.rules_v1.granted import OPEN, came_before, taken_for_granted
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.participants import actor_names, settled_heads
from crossbearing.reading.rules_v1.requital import reason_in, requited_by
from crossbearing.reading.rules_v1.told_as_so import is_told_in_warning
from crossbearing.reading.rules_v1.tolls import HARM
from crossbearing.records import Certainty, SourceLink

SPEECH = frozenset({
    "accuse_condemn", "demand", "deny_reject", "support", "threaten", "sanction_resolution", "consult",
    "ceasefire_agreement",
})  # fmt: skip
"""Kinds that are told by being said."""
DOING = frozenset({"poss", "nsubj", "pobj"})
"""How a pronoun for who did it hangs on the deed, or on "by" behind it."""
_WORD = re.compile(r"\w+")


class Telling(msgspec.Struct, frozen=True):
    """The chain of who tells of a happening, how surely, who is said to have done it, and notes for `explain`."""

    links: tuple[SourceLink, ...]
    certainty: Certainty
    doers: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def speaker(self) -> str | None:
        """Who tells of it first hand, as far as is told."""
        return self.links[-1].name if self.links else None


def telling_of(happening: Happening, frames: Sequence[Frame], no_doers: frozenset[int]) -> Telling:
    """Return how a happening is told, by the frames about it. `no_doers` are words that tell where and when."""
    token = happening.token
    start, end = token.idx, token.idx + len(token)
    links, framed = chain_at(frames, start, end)
    cleared = cleared_of(token) if kinds()[happening.kind].family == "violence" else None
    notes = [f"had no part in it: {cleared.text}"] if cleared is not None else []
    if framed == "feared_predicted" and is_told_in_warning(token):
        framed = "reported"
    requital = requited_by(token)
    reason = None
    granted = None
    if framed in OPEN and happening.kind not in SPEECH and local_certainty(token) != framed:
        reason = reason_in(token)
        granted = requital or reason or came_before(token) or taken_for_granted(token)
    if granted is not None:
        notes.append(f"not {framed} with: {granted.text}")
        links, framed = chain_at(telling(frames), start, end)
        framed = "reported" if framed in OPEN else framed
    doers = actor_names(happening, no_doers, links[-1].name if links else None)
    if requital is not None:
        doers = _named_with(token, doers)  # not who answers it
    elif granted is not None and reason is None:
        doers = _named_with(token, doers, granted.text)  # "denied arming the rebels who killed nine"
    certainty = _certainty_of(happening, framed, links)
    if cleared is not None:
        doers, certainty = without_doer(cleared, doers, certainty, links, of_toll=happening.kind in HARM)
    return Telling(links, certainty, doers, tuple(notes))


def _named_with(deed: Token, doers: Sequence[str], known: str = "") -> tuple[str, ...]:
    """Those doers whose names stand in the deed's own clause, or whom a pronoun there means ("the towns they seized"),
    or who are the known noun that the clause tells of.
    """
    links = [deed, *(c for c in deed.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by")]
    links += [c for link in links[1:] for c in link.children]  # "by its tanks"
    pronouns = [c for link in links for c in link.children if c.pos_ == "PRON" and c.dep_ in DOING]
    meant = " ".join(noun.text for noun in settled_heads(pronouns))
    own = set(_WORD.findall("".join(word.text_with_ws for word in deed.subtree)))
    others = set(_WORD.findall(f"{known} {meant}"))
    return tuple(name for name in doers if own.issuperset(words := _WORD.findall(name)) or others.intersection(words))


def _certainty_of(happening: Happening, framed: Certainty | None, links: Sequence[SourceLink]) -> Certainty:
    """The certainty of a claim: its own words first, then what the frame about it makes of it."""
    if happening.kind == "demand":
        return "demanded"
    if happening.kind == "threaten":
        return "feared_predicted"
    if happening.kind == "deny_reject" and happening.trigger.lemma in {"deny", "denial"}:
        return "denied"
    local = local_certainty(happening.token)
    if happening.kind in SPEECH:
        return local or "asserted"
    if framed == "demanded" and end_of(happening.token) is not None:
        framed = "alleged"  # "ordered them to stop beating detainees"
    return local or framed or ("reported" if links else "asserted")


def evidence_of(token: Token) -> tuple[int, int]:
    """The sentence of a trigger, cut about the trigger where it is longer than evidence may be."""
    words = [t for t in token.sent if not t.is_space]
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    if end - start > LONGEST_EVIDENCE:
        start = max(start, token.idx - LONGEST_EVIDENCE // 2)
        end = min(end, start + LONGEST_EVIDENCE)
    return start, end


LONGEST_EVIDENCE = 600
"""Code points of evidence that still point at the words of one claim."""
