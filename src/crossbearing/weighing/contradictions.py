"""Where accounts of one event cannot both hold, as rows: the field, the sides, and who stands on each."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

import msgspec
import yaml

from crossbearing.actors import Actor, find_actor, opposed
from crossbearing.ontology import kinds
from crossbearing.records import Claim, Contradiction, ContradictionField, Side
from crossbearing.weighing.compare import bounds, exclude
from crossbearing.weighing.facts import Interval, figures_of
from crossbearing.weighing.figures import UNCERTAIN, report_figure
from crossbearing.weighing.words import stems

TWOFOLD = 1.9
"""How far apart lead figures of different roots are when they contradict although their bounds could both hold."""
TWO_SIDED = frozenset({"clash", "ground_operation", "territory_change", "troop_movement", "siege"})
"""Kinds in which several parties act: who is named beside whom is no contradiction."""
UPDATING = frozenset(
    "rose rise risen raised climbed revised updated updating jumped increased earlier initially".split()
)
"""Words with which a report says that its toll updates another."""


class Voice(msgspec.Struct, frozen=True):
    """One report's part in an event, as contradictions see it: its claims, and the ids of the roots of each."""

    report: str
    claims: tuple[Claim, ...]
    roots: dict[str, frozenset[str]]
    updates: bool

    def roots_of(self, claims: Sequence[Claim]) -> frozenset[str]:
        """The roots of some of its claims."""
        return frozenset(r for c in claims for r in self.roots[c.id])


class Position(msgspec.Struct, frozen=True):
    """What one report holds on one field, and the claims that say so."""

    value: str
    voice: Voice
    claims: tuple[Claim, ...]

    @property
    def roots(self) -> frozenset[str]:
        """The roots behind it."""
        return self.voice.roots_of(self.claims)


def updates(claims: Sequence[Claim], text: str) -> bool:
    """Whether a report says that the toll it gives updates an earlier one."""
    spans = {c.evidence for c in claims if c.located == "text" and figures_of(c, "killed")}
    return any(UPDATING & set(stems(text[a:b])) for a, b in spans)


def find(voices: Sequence[Voice], kind: str) -> tuple[Contradiction, ...]:
    """Return every contradiction among the reports of one event of a kind, by field, sides by value."""
    return (
        *_tolls(voices, "killed"),
        *_tolls(voices, "injured"),
        *_perpetrators(voices),
        *_weapons(voices),
        *_dates(voices),
        *_happened(voices, kind),
    )


def _row(field: ContradictionField, one: Sequence[Position], two: Sequence[Position]) -> Contradiction:
    return Contradiction(field=field, sides=(_side(one), _side(two)))


def _side(positions: Sequence[Position]) -> Side:
    return Side(
        value=positions[0].value,
        claims=tuple(sorted({c.id for p in positions for c in p.claims})),
        reports=tuple(sorted({p.voice.report for p in positions})),
        roots=tuple(sorted({r for p in positions for r in p.roots})),
    )


def _tolls(voices: Sequence[Voice], measure: ContradictionField) -> list[Contradiction]:
    told: dict[Interval, list[Position]] = {}
    for voice in voices:
        figure = report_figure(voice.claims, measure)
        if figure is not None:
            value = (figure.low, figure.high)
            claims = tuple(c for c in voice.claims if any((f.low, f.high) == value for f in figures_of(c, measure)))
            told.setdefault(value, []).append(Position(bounds(value), voice, claims))
    rows = []
    for one, two in combinations(sorted(told, key=lambda v: (v[0], v[1] is None, v[1] or 0)), 2):
        twofold = measure == "killed" and two[0] >= TWOFOLD * max(one[0], 1)
        if exclude(one, two) or twofold:
            opposing = [(p, q) for p in told[one] for q in told[two] if _differ(p, q)]
            if opposing:
                left = list({p.voice.report: p for p, _ in opposing}.values())
                right = list({q.voice.report: q for _, q in opposing}.values())
                rows.append(_row(measure, left, right))
    return rows


def _differ(a: Position, b: Position) -> bool:
    """Whether two tolls rest on other roots and neither report says that it updates a toll."""
    return bool(a.roots) and bool(b.roots) and not a.roots & b.roots and not a.voice.updates and not b.voice.updates


def _perpetrators(voices: Sequence[Voice]) -> list[Contradiction]:
    named: dict[str, tuple[Actor, list[Position]]] = {}
    denied: dict[str, tuple[Actor, list[Position]]] = {}
    for voice in voices:
        for target, chosen in ((named, _accusing(voice)), (denied, _denying(voice))):
            for actor, claim in chosen:
                entry = target.setdefault(actor.id, (actor, []))
                entry[1].append(Position(actor.name, voice, (claim,)))
    rows = []
    country = country_of(voices)
    fought = any(c.type in TWO_SIDED for v in voices for c in v.claims)
    for (a, left), (b, right) in combinations([named[k] for k in sorted(named)], 2):
        pairs = [(p, q) for p in left for q in right if p.roots and q.roots and not p.roots & q.roots]
        if not fought and opposed(a, b, country) and pairs:
            rows.append(_row("perpetrator", [p for p, _ in pairs], [q for _, q in pairs]))
    for ident in sorted(denied):
        actor, deniers = denied[ident]
        accusers = [p for k in sorted(named) for p in named[k][1] if _same_party(named[k][0], actor)]
        if accusers:
            positions = [Position(f"not {actor.name}", p.voice, p.claims) for p in deniers]
            rows.append(_row("perpetrator", accusers, positions))
    return rows


def country_of(voices: Sequence[Voice]) -> str | None:
    """The country where most claims of an event lie (of equals the first by code), or null."""
    told = Counter(c.where.country for v in voices for c in v.claims if c.where and c.where.country)
    return max(sorted(told), key=lambda c: told[c]) if told else None


def _same_party(a: Actor, b: Actor) -> bool:
    return a.id == b.id or (
        a.side is not None and a.side == b.side and (a.country == b.country or None in (a.country, b.country))
    )


def _accusing(voice: Voice) -> list[tuple[Actor, Claim]]:
    """Who a report names as the doer, with the claims that name them."""
    found = []
    for claim in voice.claims:
        violent = kinds()[claim.type].family == "violence" and claim.type not in TWO_SIDED
        if (
            violent
            and claim.polarity == "affirmed"
            and claim.certainty not in UNCERTAIN
            and claim.certainty != "denied"
        ):
            found += [(a, claim) for name in claim.actor if (a := find_actor(name)) is not None and a.side is not None]
    return found


def _denying(voice: Voice) -> list[tuple[Actor, Claim]]:
    """Who a report says denies to have done it, with the claims that say so."""
    found = []
    for claim in voice.claims:
        if claim.type == "deny_reject" or claim.certainty == "denied":
            speakers = claim.actor if claim.type == "deny_reject" else tuple(s.name for s in claim.sources[-1:])
            found += [(a, claim) for name in speakers if (a := find_actor(name)) is not None and a.side is not None]
    return found


def _happened(voices: Sequence[Voice], kind: str) -> list[Contradiction]:
    """Accounts that it happened against those that say it did not: the event's own kind affirmed, negated or denied."""
    affirmed: list[Position] = []
    denied: list[Position] = []
    for voice in voices:
        for claim in voice.claims:
            if claim.type == kind and claim.certainty not in UNCERTAIN:
                no = claim.polarity == "negated" or claim.certainty == "denied"
                (denied if no else affirmed).append(Position(f"no {kind}" if no else kind, voice, (claim,)))
    pairs = [(p, q) for p in affirmed for q in denied if not p.roots & q.roots]
    return [_row("happened", [p for p, _ in pairs], [q for _, q in pairs])] if pairs else []


@cache
def _weapon_words() -> dict[str, tuple[str, str]]:
    """Word -> the group of means that exclude each other, and the means."""
    text = files("crossbearing.weighing").joinpath("weapons.yaml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, list[str]]] = yaml.safe_load(text)["groups"]
    return {
        word: (group, means) for group, members in groups.items() for means, words in members.items() for word in words
    }


def _weapons(voices: Sequence[Voice]) -> list[Contradiction]:
    """Reports that each name one means, and another one."""
    told: dict[str, dict[str, list[Position]]] = {}
    for voice in voices:
        named: dict[str, dict[str, list[Claim]]] = {}
        for claim in voice.claims:
            for word in stems(claim.weapon or ""):
                if word in _weapon_words():
                    group, means = _weapon_words()[word]
                    named.setdefault(group, {}).setdefault(means, []).append(claim)
        for group, means_named in named.items():
            if len(means_named) == 1:
                ((means, claims),) = means_named.items()
                told.setdefault(group, {}).setdefault(means, []).append(Position(means, voice, tuple(claims)))
    return [
        _row("weapon", told[group][one], told[group][two])
        for group in sorted(told)
        for one, two in combinations(sorted(told[group]), 2)
    ]


def _dates(voices: Sequence[Voice]) -> list[Contradiction]:
    """Reports that each name one day, and another one, for the same happening."""
    told: dict[str, list[Position]] = {}
    for voice in voices:
        days: dict[str, list[Claim]] = {}
        for claim in voice.claims:
            when = claim.when
            if (
                when
                and when.text
                and when.earliest
                and when.earliest == when.latest
                and kinds()[claim.type].family != "diplomacy"
            ):
                days.setdefault(when.earliest.isoformat(), []).append(claim)
        if len(days) == 1:
            ((day, claims),) = days.items()
            told.setdefault(day, []).append(Position(day, voice, tuple(claims)))
    return [_row("date", told[one], told[two]) for one, two in combinations(sorted(told), 2)]
