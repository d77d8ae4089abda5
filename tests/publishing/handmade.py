"""A small picture written by hand: four reports, two of them hostile or Arabic, and three events."""

import datetime as dt

from crossbearing.records import (
    Claim,
    Comparison,
    Contradiction,
    Event,
    EventClaim,
    EventFigure,
    EventReport,
    Figure,
    Grade,
    Link,
    Person,
    Picture,
    Reading,
    Report,
    ReportFigure,
    Roots,
    Side,
    SourceLink,
    When,
    Where,
)

JISR = Where(name="Jisr al-Shughur", place_id="gn:169577", geonameid=169577, lat=35.8145, lon=36.3211, precision_km=3.0)
MONDAY = When(text="on Monday", edtf="2011-06-06", earliest=dt.date(2011, 6, 6), latest=dt.date(2011, 6, 6))
WEEKEND = When(
    text="at the weekend", edtf="2011-06-11/2011-06-12", earliest=dt.date(2011, 6, 11), latest=dt.date(2011, 6, 12)
)

STATE = Report(
    id="state",
    digest="0" * 64,
    title="Gunmen kill 120",
    outlet="Orontes Bulletin",
    published=dt.date(2011, 6, 6),
    language="en",
    url="https://orontes-bulletin.example/1",
    text="Gunmen kill 120\n\n😔 Gunmen killed 120 policemen on Monday, state television said. It named none.\n\nMore.",
)
COMMITTEES = Report(
    id="committees",
    digest="1" * 64,
    title="What happened on Monday",
    outlet="Local Coordination Committees",
    published=dt.date(2011, 6, 7),
    language="en",
    text="Soldiers were shot dead by their officers on Monday. No gunmen killed anyone, a resident told us by phone.",
)
ARABIC = Report(
    id="arabic",
    digest="2" * 64,
    title="دخول الجيش",
    outlet="صوت العاصي",
    published=dt.date(2011, 6, 12),
    language="ar",
    text="دخلت قوات الجيش مدينة جسر الشغور صباح الأحد، وقال ناشطون إن 5 أشخاص قتلوا.",
)
HOSTILE = Report(
    id="hostile<script>",
    digest="3" * 64,
    title='=HYPERLINK("http://x.example")</title><script>alert(1)</script>',
    outlet="@evil+1",
    url="javascript:alert(1)",
    published=None,
    text="</script><script>window.pwned=1</script> \u202eArmy\u2028 entered "
    "<img src=x onerror=window.pwned=1> the town ]]> \ud800 end.",
)


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _claim(report: Report, name: str, trigger: str, evidence: str, kind: str, **more: object) -> Claim:
    return Claim(
        id=name,
        report=report.id,
        trigger=_span(report.text, trigger),
        evidence=_span(report.text, evidence),
        type=kind,
        **{"certainty": "reported", **more},  # type: ignore[arg-type]
    )


def _figure(report: Report, words: str, measure: str, low: int, high: int | None, group: str) -> Figure:
    return Figure(measure=measure, low=low, high=high, text=words, span=_span(report.text, words), group=group)  # type: ignore[arg-type]


CLAIMS = (
    _claim(
        STATE,
        "c-state",
        "killed",
        "😔 Gunmen killed 120 policemen on Monday, state television said.",
        "killing",
        actor=("gunmen",),
        target=("policemen",),
        where=JISR,
        when=MONDAY,
        places=("Jisr al-Shughur",),
        figures=(_figure(STATE, "120 policemen", "killed", 120, 120, "policemen"),),
        people=(Person(words="It", span=_span(STATE.text, "It named"), name="=Rana Odeh", age=31, role="medic"),),
        sources=(SourceLink(name="state television", kind="media", channel="broadcast", cue="said", named=False),),
    ),
    _claim(
        COMMITTEES,
        "c-officers",
        "shot dead",
        "Soldiers were shot dead by their officers on Monday.",
        "shooting",
        certainty="asserted",
        actor=("officers",),
        target=("soldiers",),
        where=JISR,
        when=MONDAY,
    ),
    _claim(
        COMMITTEES,
        "c-denial",
        "killed",
        "No gunmen killed anyone, a resident told us by phone.",
        "killing",
        polarity="negated",
        actor=("gunmen",),
        where=JISR,
        when=MONDAY,
        sources=(
            SourceLink(name="a resident", kind="resident", channel="phone", cue="told", named=False, knowing="saw"),
        ),
    ),
    _claim(
        ARABIC,
        "c-arabic",
        "دخلت",
        ARABIC.text,
        "ground_operation",
        actor=("قوات الجيش",),
        where=JISR,
        when=WEEKEND,
        figures=(_figure(ARABIC, "5", "killed", 5, None, "أشخاص"),),
        sources=(
            SourceLink(name="ناشطون", kind="activist", cue="قال"),
            SourceLink(name="لجان", kind="activist", joint=True),
        ),
    ),
    _claim(
        HOSTILE,
        "c-hostile",
        "entered",
        HOSTILE.text,
        "ground_operation",
        certainty="alleged",
        actor=("<b>army</b>",),
        sources=(SourceLink(name="+cmd|' /C calc'!A0", kind="anonymous", cue="<i>said</i>", named=False),),
    ),
)

EVENTS = (
    Event(
        id="e-120",
        type="shooting",
        label="120 policemen killed",
        when=MONDAY,
        where=JISR,
        grade=Grade(
            happened="contested",
            responsible="contested",
            rule="contested_v1",
            why="The committees deny it.",
            claims=("c-state", "c-denial"),
        ),
        roots=Roots(
            low=2,
            high=3,
            names=("state television", "Local Coordination Committees", "a resident"),
            why="2 reports, 2 publishers, 1 resident who may speak for the committees",
        ),
        figures={"killed": EventFigure(low=0, best=120, high=120, claims=("c-state",))},
        contradictions=(
            Contradiction(
                field="perpetrator",
                sides=(
                    Side(value="gunmen", claims=("c-state",), reports=("state",), roots=("state-tv",)),
                    Side(value="officers", claims=("c-officers",), reports=("committees",), roots=("lcc",)),
                ),
            ),
        ),
        claims=(
            EventClaim(
                id="c-state",
                report="state",
                trigger=CLAIMS[0].trigger,
                evidence=CLAIMS[0].evidence,
                roots=("state-tv",),
            ),
            EventClaim(
                id="c-officers",
                report="committees",
                trigger=CLAIMS[1].trigger,
                evidence=CLAIMS[1].evidence,
                roots=("lcc",),
            ),
            EventClaim(
                id="c-denial",
                report="committees",
                trigger=CLAIMS[2].trigger,
                evidence=CLAIMS[2].evidence,
                roots=("resident",),
            ),
        ),
        reports=(
            EventReport(id="state", principal=True, figures={"killed": ReportFigure(low=120, high=120)}),
            EventReport(id="committees", principal=True),
        ),
        links=(
            Link(
                a="c-state",
                b="c-officers",
                weight=5.5,
                comparisons=(
                    Comparison(name="place", found="the same town", weight=3.0),
                    Comparison(name="time", found="the same day", weight=2.5),
                ),
            ),
        ),
    ),
    Event(
        id="e-entry",
        type="ground_operation",
        label="Army enters Jisr al-Shughur",
        when=WEEKEND,
        where=JISR,
        grade=Grade(happened="corroborated", responsible=None, rule="corroborated_v1", why="Two roots agree."),
        roots=Roots(low=1, high=2, names=("ناشطون",)),
        figures={"killed": EventFigure(low=5, best=5, high=None, claims=("c-arabic",))},
        claims=(
            EventClaim(
                id="c-arabic",
                report="arabic",
                trigger=CLAIMS[3].trigger,
                evidence=CLAIMS[3].evidence,
                roots=("activists",),
            ),
        ),
        reports=(EventReport(id="arabic", principal=True, figures={"killed": ReportFigure(low=5, high=None)}),),
        part_of="e-120",
    ),
    Event(
        id="e-hostile",
        type="ground_operation",
        label="<script>alert(2)</script>\u202e town",
        when=None,
        where=None,
        grade=Grade(happened="single", responsible=None, rule="single_v1", why="One root."),
        roots=Roots(low=0, high=0),
        claims=(EventClaim(id="c-hostile", report=HOSTILE.id, trigger=CLAIMS[4].trigger, evidence=CLAIMS[4].evidence),),
        reports=(EventReport(id=HOSTILE.id),),
    ),
)


def picture() -> Picture:
    """Return the picture."""
    reports = {report.id: report for report in (STATE, COMMITTEES, ARABIC, HOSTILE)}
    readings = {
        report.id: Reading(
            report=report.id,
            reader="hand",
            language=report.language,
            claims=tuple(claim for claim in CLAIMS if claim.report == report.id),
        )
        for report in reports.values()
    }
    return Picture(reports=reports, readings=readings, events=EVENTS)
