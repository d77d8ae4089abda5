"""Builds an event from the accounts that tell of it."""

from collections.abc import Sequence

from crossbearing.actors import Actor, find_actor
from crossbearing.records import Claim, Event, EventClaim, EventReport, Link, ReportFigure, content_id
from crossbearing.weighing import contradictions
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.figures import MEASURES, event_figure, report_figure
from crossbearing.weighing.grades import Blame, grade
from crossbearing.weighing.independence import Told, count
from crossbearing.weighing.labels import label_of, type_of, when_of, where_of
from crossbearing.weighing.roots import Root, roots_of, wording_root


class Reprints:
    """Which reports repeat another's wording, and of which wordings the first publisher cannot be told."""

    def __init__(self, original_of: dict[str, str], unclear: frozenset[str]) -> None:
        self.original_of = original_of
        self.unclear = unclear


def event_of(accounts: Sequence[Account], links: Sequence[Link], reprints: Reprints) -> Event:
    """Return the event that accounts tell of, with all its claims, in the order of its reports."""
    claims = [c for a in accounts for c in a.claims]
    roots = {c.id: roots_of(c, a.facts.context, a.report not in reprints.unclear) for a in accounts for c in a.claims}
    _share(accounts, roots, reprints)
    by_report: dict[str, list[Account]] = {}
    for account in accounts:
        by_report.setdefault(account.report, []).append(account)
    happened = [c for a in accounts for c in a.facts.claims]
    bounds = count([_told(report, own, roots, reprints, None) for report, own in by_report.items()])
    voices = [_voice(report, own, roots) for report, own in by_report.items()]
    kind = type_of(accounts)
    rows = contradictions.find(voices, kind)
    figures = {}
    for measure in MEASURES:
        given = [
            (figure, tuple(c.id for c in voice.claims if any(f.measure == measure for f in c.figures)))
            for voice in voices
            if (figure := report_figure(voice.claims, measure))
        ]
        total = event_figure(given)
        if total:
            figures[measure] = total
    when, where = when_of(happened), where_of(happened)
    return Event(
        id=content_id("e", claims[0].id),
        type=kind,
        label=label_of(kind, where, when, figures, None),
        when=when,
        where=where,
        grade=grade(bounds, len(by_report), [c.id for c in happened], rows, _blame(by_report, roots, reprints)),
        roots=bounds,
        figures=figures,
        contradictions=rows,
        claims=tuple(_event_claim(c, roots[c.id]) for c in claims),
        reports=tuple(_event_report(report, own, reprints) for report, own in by_report.items()),
        links=tuple(links),
    )


def _share(accounts: Sequence[Account], roots: dict[str, tuple[Root, ...]], reprints: Reprints) -> None:
    """Give accounts of one wording the roots of its first: where that names none, the unknown author of the wording."""
    by_report: dict[str, list[Account]] = {}
    for account in accounts:
        by_report.setdefault(account.report, []).append(account)
    for report, original in reprints.original_of.items():
        if report in by_report and original in by_report:
            ours = {r for a in by_report[original] for c in a.facts.claims for r in roots[c.id]}
            shared = tuple(sorted(r for r in ours if r.sort != "wording")) or (wording_root(original),)
            for account in (*by_report[report], *(by_report[original] if not ours else ())):
                for claim in account.facts.claims:
                    if all(r.sort == "unnamed" for r in roots[claim.id]):
                        roots[claim.id] = shared


def _event_claim(claim: Claim, roots: Sequence[Root]) -> EventClaim:
    return EventClaim(
        id=claim.id,
        report=claim.report,
        trigger=claim.trigger,
        evidence=claim.evidence,
        roots=tuple(r.id for r in roots),
    )


def _event_report(report: str, accounts: Sequence[Account], reprints: Reprints) -> EventReport:
    claims = [c for a in accounts for c in a.claims]
    figures: dict[str, ReportFigure] = {}
    for measure in MEASURES:
        figure = report_figure(claims, measure)
        if figure:
            figures[measure] = figure
    return EventReport(
        id=report,
        principal=any(a.principal for a in accounts),
        figures=figures,
        reprint_of=reprints.original_of.get(report),
    )


def _told(
    report: str, accounts: Sequence[Account], roots: dict[str, tuple[Root, ...]], reprints: Reprints, party: str | None
) -> Told:
    context = accounts[0].facts.context
    found = {
        r.id: r
        for a in accounts
        for c in a.facts.claims
        if c.certainty != "denied" and (party is None or party in _parties(c))
        for r in roots[c.id]
    }
    return Told(report, context.publisher, tuple(found[i] for i in sorted(found)), report in reprints.original_of)


def _voice(report: str, accounts: Sequence[Account], roots: dict[str, tuple[Root, ...]]) -> contradictions.Voice:
    claims = tuple(c for a in accounts for c in a.claims)
    text = accounts[0].facts.context.text
    return contradictions.Voice(
        report,
        claims,
        {c.id: frozenset(r.id for r in roots[c.id]) for c in claims},
        contradictions.updates(claims, text),
    )


def _parties(claim: Claim) -> dict[str, Actor]:
    named = [
        a
        for name in claim.actor
        if (a := find_actor(name)) is not None and a.kind in ("military", "armed_group", "government", "police")
    ]
    return {a.id: a for a in named}


def _blame(by_report: dict[str, list[Account]], roots: dict[str, tuple[Root, ...]], reprints: Reprints) -> Blame | None:
    """The party that most reports name as the doer of violence; of equals the first by id."""
    reports: dict[str, set[str]] = {}
    claims: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for report, accounts in by_report.items():
        for claim in (c for a in accounts if "violence" in a.facts.families for c in a.facts.claims):
            for ident, actor in _parties(claim).items():
                reports.setdefault(ident, set()).add(report)
                claims.setdefault(ident, []).append(claim.id)
                names[ident] = actor.name
    if not reports:
        return None
    party = max(sorted(reports), key=lambda i: len(reports[i]))
    told = [_told(r, a, roots, reprints, party) for r, a in by_report.items() if r in reports[party]]
    return Blame(names[party], count(told), len(reports[party]), tuple(sorted(claims[party])))
