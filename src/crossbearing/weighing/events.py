"""Builds an event from the accounts that tell of it."""

from collections.abc import Sequence

from crossbearing.records import Event, EventClaim, EventFigure, EventReport, Link, content_id
from crossbearing.weighing import contradictions
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.contradictions.voices import Voice, updates
from crossbearing.weighing.figures import MEASURES, event_figure, report_figure
from crossbearing.weighing.grades import grade
from crossbearing.weighing.independence import count
from crossbearing.weighing.labels import label_of, type_of, when_of, where_of
from crossbearing.weighing.reprints import Reprints
from crossbearing.weighing.standing import Standing


def event_of(accounts: Sequence[Account], links: Sequence[Link], reprints: Reprints) -> Event:
    """Return the event that accounts tell of, with all their claims; reports stand in the order of the accounts."""
    reports: dict[str, list[Account]] = {}
    for account in accounts:
        reports.setdefault(account.report, []).append(account)
    standing = Standing(reports, reprints)
    voices = [_voice(report, own, standing) for report, own in reports.items()]
    claims = [c for a in accounts for c in a.claims]
    told = [c for a in accounts for c in a.facts.claims]
    kind = type_of(accounts)
    rows = contradictions.find(voices, kind)
    roots = count(standing.told(), contradictions.denying(rows))
    figures = _figures(voices)
    when, where = when_of(told), where_of(told)
    return Event(
        id=content_id("e", claims[0].id),
        type=kind,
        label=label_of(kind, where, when, figures),
        when=when,
        where=where,
        grade=grade(roots, len(reports), [c.id for c in told], rows, standing.blame()),
        roots=roots,
        figures=figures,
        contradictions=rows,
        claims=tuple(
            EventClaim(
                id=c.id,
                report=c.report,
                trigger=c.trigger,
                evidence=c.evidence,
                roots=tuple(r.id for r in standing.vouching(c)),
            )
            for c in claims
        ),
        reports=tuple(_report(report, own, reprints) for report, own in reports.items()),
        links=tuple(links),
    )


def _voice(report: str, accounts: Sequence[Account], standing: Standing) -> Voice:
    claims = tuple(c for a in accounts for c in a.claims)
    roots = {c.id: frozenset(r.id for r in standing.roots[c.id] if r.sort != "wording") for c in claims}
    return Voice(report, claims, roots, updates(claims, accounts[0].facts.context.text))


def _figures(voices: Sequence[Voice]) -> dict[str, EventFigure]:
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
    return figures


def _report(report: str, accounts: Sequence[Account], reprints: Reprints) -> EventReport:
    claims = [c for a in accounts for c in a.claims]
    figures = {m: figure for m in MEASURES if (figure := report_figure(claims, m))}
    original = reprints.original_of.get(report)
    return EventReport(id=report, principal=any(a.principal for a in accounts), figures=figures, reprint_of=original)
