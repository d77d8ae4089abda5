"""What one report tells of: its claims, grouped into one account per happening."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records import Claim, Comparison, Link
from crossbearing.weighing.accused import answers
from crossbearing.weighing.clusters import Pair, cluster
from crossbearing.weighing.compare import in_words, levels, total
from crossbearing.weighing.comparisons import Found, compatible_kinds
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.rescue import home_of, is_rescue
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems

SPEECH = "diplomacy"
DENIAL = "deny_reject"
LEAD = 2
"""Sentences that count as a report's lead."""
NEAR = 4
"""Sentences within which two claims count as near."""
IMPOSSIBLE = -4.0
"""Bits below which two claims of one report are never one happening, whatever others say."""
PARTED = frozenset(["apart", "far", "quarters", "other_country"])
"""Findings of two places that were both named: a report in which any two claims lie so is about several."""
JUDGED = 100.0
"""Bits of a person's decision, in the sum of a link: more than all comparisons together can weigh against it."""


class Telling(msgspec.Struct, frozen=True):
    """One report's account of one happening: its claims in the order told, speech acts about it, and why they belong
    together.
    """

    facts: Facts
    about: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the account."""
        return (*self.facts.claims, *self.about)


def order(claim: Claim) -> tuple[bool, int, int, str]:
    """Return what claims of one report are ordered by: title first, then as told."""
    return claim.located != "title", claim.trigger[0], claim.trigger[1], claim.id


def nearness(a: Facts, b: Facts) -> Found:
    """Compare where in the report two claims stand."""
    one, two = a.sentences[0], b.sentences[0]
    if one == two:
        return Found("same_sentence")
    first, last = min(one, two), max(one, two)
    turn = a.context.turn(max(first + 1, 0), last)
    if turn:
        return Found("turned", x=turn)
    if first < 0 or first + 1 < LEAD:
        return Found("next_sentence" if last - first == 1 and first >= 0 else "headline")
    return Found("next_sentence" if last - first == 1 else "near" if last - first <= NEAR else "away")


def pointed_at(facts: Sequence[Facts], at: int) -> int | None:
    """The last claim before one that points back ("the strikes") that it may mean, or null.

    What happened is none of what its own sentence only fears: "may punish them for the killing".
    """
    if not facts[at].points:
        return None
    for before in range(at - 1, -1, -1):
        apart = facts[at].sentences[0] - facts[before].sentences[0]
        feared = apart == 0 and facts[at].happened and not facts[before].happened
        if compatible_kinds(facts[before].means, facts[at].means) and not feared:
            return before if apart <= NEAR else None
    return None


def compare_within(a: Facts, b: Facts) -> dict[str, Found]:
    """Return what every comparison of two claims of one report found."""
    return levels(a, b) | {"nearness": nearness(a, b)}


def weight_within(a: Facts, b: Facts) -> float:
    """Return the weight of two claims or accounts of one report in bits."""
    return total(settings().within, compare_within(a, b))


def story(pairs: Sequence[Mapping[str, Found]]) -> Found:
    """Tell from what was found of all pairs of claims of a report whether it is about one place: then likely about one
    happening.
    """
    return Found("several_places" if any(found["place"].level in PARTED for found in pairs) else "one_place")


def tell(context: Context, decisions: Decisions = Decisions()) -> list[Telling]:  # noqa: B008 - it never changes
    """Group the claims of one report into accounts, in the order told, as people decided where they did."""
    claims = sorted(context.reading.claims, key=order)
    alone = [c for c in claims if kinds()[c.type].family == SPEECH and decisions.classes([c.id])]
    speech = [c for c in claims if kinds()[c.type].family == SPEECH and c not in alone]
    rescues = [c for c in claims if is_rescue(context, c) and not decisions.classes([c.id])]
    apart = {c.id for c in rescues}
    facts = [Facts(context, [c]) for c in claims if kinds()[c.type].family != SPEECH and c.id not in apart]
    scale = settings().within
    weights: dict[Pair, float] = {}
    found: dict[Pair, dict[str, Found]] = {}
    targets = [pointed_at(facts, j) for j in range(len(facts))]
    for i, j in combinations(range(len(facts)), 2):
        found[i, j] = compare_within(facts[i], facts[j])
        if targets[j] == i:
            found[i, j]["nearness"] = Found("pointed_at")
    told_of = story(list(found.values()))
    for pair, comparisons in found.items():
        comparisons["story"] = told_of
        weights[pair] = total(scale, comparisons)
    ids = [f.claims[0].id for f in facts]
    joined = {at for pair in weights if decisions.together([ids[pair[0]]], [ids[pair[1]]]) for at in pair}
    totals = {at for at, f in enumerate(facts) if f.total} - joined

    def forbidden(i: int, j: int) -> bool:
        apart = weights[i, j] < IMPOSSIBLE or (i in totals) != (j in totals)
        return apart or not decisions.one_account(ids[i], ids[j])

    groups = cluster(
        range(len(facts)), weights, lambda i, j: weights[i, j], forbidden,
        (p for p in weights if decisions.together([ids[p[0]]], [ids[p[1]]])),
    )  # fmt: skip
    tellings = []
    accounts = [[facts[i].claims[0] for i in group] for group in groups]
    homes = {c.id: home_of(context, c, accounts) for c in rescues}
    for number, group in enumerate(groups):
        rescued = [c for c in rescues if homes[c.id] == number]
        links = [_about(ids[group[0]], c, "tells of a rescue there") for c in rescued]
        for at, j in enumerate(group[1:], 1):
            i = max(group[:at], key=lambda k: (weights[k, j], -k))
            why = in_words(facts[i], facts[j], scale, found[i, j])
            link = Link(a=ids[i], b=ids[j], weight=weights[i, j], comparisons=why)
            links.append(judged(link) if decisions.together([ids[i]], [ids[j]]) else link)
        own = sorted([*accounts[number], *rescued], key=order)
        tellings.append(Telling(facts[group[0]] if len(own) == 1 else Facts(context, own), (), tuple(links)))
    tellings += [Telling(Facts(context, [c])) for c in rescues if homes[c.id] is None]
    told = attach(context, tellings, speech) + [Telling(Facts(context, [act])) for act in alone]
    return sorted(told, key=lambda t: order(t.facts.claims[0]))


def judged(link: Link) -> Link:
    """Return a link with what a person decided added to its sum."""
    said = Comparison(name="judgement", found="a person decided that they tell of one happening", weight=JUDGED)
    return msgspec.structs.replace(link, weight=link.weight + JUDGED, comparisons=(*link.comparisons, said))


def _about(first: str, claim: Claim, why: str) -> Link:
    """The link by which a claim is joined to an account, whose first claim is given, by what it is about alone."""
    return Link(a=first, b=claim.id, weight=1.0, comparisons=(Comparison(name="about", found=why, weight=1.0),))


def attach(context: Context, tellings: Sequence[Telling], speech: Sequence[Claim]) -> list[Telling]:
    """Give each speech act to the happening it is about; one that names none is an account of its own."""
    about: dict[int, list[tuple[Claim, str]]] = {}
    alone: list[Telling] = []
    for act in speech:
        target = _happening_of(context, tellings, act)
        if target is None:
            alone.append(Telling(Facts(context, [act])))
        else:
            about.setdefault(target[0], []).append((act, target[1]))
    out = []
    for i, telling in enumerate(tellings):
        acts = about.get(i, [])
        links = tuple(_about(telling.facts.claims[0].id, act, why) for act, why in acts)
        out.append(Telling(telling.facts, tuple(act for act, _ in acts), telling.links + links))
    return sorted(out + alone, key=lambda t: order(t.facts.claims[0]))


def _happening_of(context: Context, tellings: Sequence[Telling], act: Claim) -> tuple[int, str] | None:
    sentence = -1 if act.located == "title" else context.sentence_of(act.evidence[0])
    here = [
        (abs(c.trigger[0] - act.trigger[0]), i)
        for i, t in enumerate(tellings)
        for c in t.facts.claims
        if c.located == act.located
        and c.evidence[0] < act.evidence[1]
        and act.evidence[0] < c.evidence[1]
        and "violence" in t.facts.families
    ]
    if here:
        return min(here)[1], "said of it in the same sentence"
    before = [
        (sentence - s, -len(t.facts.claims), i)
        for i, t in enumerate(tellings)
        if "violence" in t.facts.families
        for s in t.facts.sentences
        if s <= sentence
    ]
    text = context.title if act.located == "title" else context.text
    if not settings().happenings.isdisjoint(stems(text[slice(*act.evidence)])):
        return (min(before)[2], "points back at it") if before else None
    answered = [each for each in before if answers(act, tellings[each[2]].facts.claims)] if act.type == DENIAL else []
    return (min(answered)[2], "said by whom it names as the doer") if answered else None
