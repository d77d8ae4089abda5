"""Builds an event from the accounts that tell of it."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from crossbearing.records import Contradiction, Event, EventClaim, EventFigure, EventReport, Link, affirms, content_id
from crossbearing.weighing import contradictions, corrections
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.contradictions.voices import Voice
from crossbearing.weighing.correction_words import former_counts, updates
from crossbearing.weighing.figures import MEASURES, event_figure, report_figure
from crossbearing.weighing.grades import grade
from crossbearing.weighing.independence import count
from crossbearing.weighing.labels import label_of, type_of, when_of, where_of
from crossbearing.weighing.reprints import Reprints
from crossbearing.weighing.standing import Standing
from crossbearing.weighing.tallies import tallies


def event_of(
    accounts: Sequence[Account], links: Sequence[Link], reprints: Reprints, refuted: Collection[str] = ()
) -> Event:
    """Return the event that accounts tell of, with all their claims; reports stand in the order of the accounts.

    `refuted` are the ids of claims of which people judged that it did not happen so.
    """
    reports: dict[str, list[Account]] = {}
    for account in accounts:
        reports.setdefault(account.report, []).append(account)
    claims = [c for a in accounts for c in a.claims]
    told = [c for a in accounts for c in a.facts.claims]
    standing = Standing(reports, reprints)
    told_by = {report: _voice(report, own, standing, reprints) for report, own in reports.items()}
    voices = list(told_by.values())
    corrected = corrections.find(voices)
    voices = [corrections.applied(voice, corrected) for voice in voices]
    taken_back = frozenset(c for voice in voices for c in voice.given_up.get(corrections.HAPPENED, ()))
    standing.leave_out(taken_back)
    untrue = {c.id for c in told if c.id in taken_back or c.id in refuted}
    stands = any(affirms(c) and c.id not in untrue for c in told)
    kind = type_of(accounts)
    rows = contradictions.find(voices, kind)
    first = [account for account in accounts if account.report not in reprints.original_of]
    apart = rows if len(first) == len(accounts) else _contradictions_among(first, told_by, standing)
    roots = count(standing.told(), contradictions.denying(rows), apart)
    figures = _figures(voices)
    when, where = when_of(told), where_of(told)
    return Event(
        id=content_id("e", claims[0].id),
        type=kind,
        label=label_of(kind, where, when, figures),
        when=when,
        where=where,
        grade=grade(roots, len(reports), [c.id for c in told], rows, standing.blame(), () if stands else untrue),
        roots=roots,
        figures=figures,
        contradictions=rows,
        corrections=corrected,
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
        reports=tuple(_report(voice, reports[voice.report], reprints) for voice in voices),
        links=tuple(links),
    )


def _contradictions_among(
    accounts: Sequence[Account], told_by: Mapping[str, Voice], standing: Standing,
) -> tuple[Contradiction, ...]:
    """Return the contradictions that there would be among some of an event's accounts without all others: by the roots
    that they know and what they set right themselves.
    """
    voices = []
    for voice in (told_by[report] for report in dict.fromkeys(account.report for account in accounts)):
        roots = {claim: known - standing.lent.get(claim, frozenset()) for claim, known in voice.roots.items()}
        voices.append(msgspec.structs.replace(voice, roots=roots))
    corrected = corrections.find(voices)
    return contradictions.find([corrections.applied(v, corrected) for v in voices], type_of(accounts)) if voices else ()


def _voice(report: str, accounts: Sequence[Account], standing: Standing, reprints: Reprints) -> Voice:
    claims = tuple(c for a in accounts for c in a.claims)
    context = accounts[0].facts.context
    own = report not in reprints.original_of and report not in reprints.unclear and not context.reading.wire
    sentences = {c.id: context.evidence([c]) for c in claims}
    return Voice(
        report=report,
        claims=claims,
        roots={c.id: frozenset(r.id for r in standing.roots[c.id] if r.sort != "wording") for c in claims},
        unnamed=frozenset(r.id for c in claims for r in standing.roots[c.id] if r.sort == "unnamed"),
        sentences=sentences,
        updates=updates(claims, sentences),
        former=former_counts(dict.fromkeys(sentences.values())),
        day=context.day,
        publisher=context.publisher if own else None,
    )


def _figures(voices: Sequence[Voice]) -> dict[str, EventFigure]:
    figures = {}
    for measure in MEASURES:
        given = [
            (figure, tuple(each.claim.id for each in tallies(held, measure)))
            for voice in voices
            if (figure := report_figure(held := voice.holding(measure), measure))
        ]
        total = event_figure(given)
        if total:
            figures[measure] = total
    return figures


def _report(voice: Voice, accounts: Sequence[Account], reprints: Reprints) -> EventReport:
    figures = {m: figure for m in MEASURES if (figure := report_figure(voice.telling(m), m))}
    return EventReport(
        id=voice.report,
        principal=any(a.principal for a in accounts),
        figures=figures,
        reprint_of=reprints.original_of.get(voice.report),
    )
