"""Why: which rule gave what in a report, and which sum of weights joined the claims of an event."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from crossbearing.language import sentence_spans
from crossbearing.publishing.terminal import event_view, harmless
from crossbearing.publishing.wording import chain_words, figure_words, kind_words, when_words, where_words
from crossbearing.records import Claim, Event, Link, Picture, PlaceMention, Reading, Report, TimeMention

BAR = 24
"""Characters that the heaviest comparison of a link is drawn with."""


def report_explained(report: Report, reading: Reading) -> RenderableType:
    """Return a report sentence by sentence: its words, places and times, its claims with the rules that gave them."""
    blocks: list[RenderableType] = [Text(harmless(report.title or report.id), "bold")]
    blocks += [Text(f"note: {harmless(note)}", "yellow") for note in (*report.notes, *reading.notes)]
    if reading.dateline:
        blocks.append(Text(f"its own date: {harmless(reading.dateline)}", "dim"))
    if report.title_stands_apart:
        titled = [c for c in reading.claims if c.located == "title"]
        blocks += _sentence(report, report.title or "", (0, len(report.title or "")), titled, (), ())
    told = [c for c in reading.claims if c.located == "text"]
    for start, end in sentence_spans(report.text):
        blocks += _sentence(
            report,
            report.text,
            (start, end),
            [c for c in told if start <= c.trigger[0] < end],
            [p for p in reading.places if start <= p.start < end],
            [t for t in reading.times if start <= t.start < end],
        )
    return Group(*blocks)


def _sentence(
    report: Report,
    text: str,
    span: tuple[int, int],
    claims: Sequence[Claim],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> Iterator[RenderableType]:
    yield Text(f"\n{harmless(text[slice(*span)])}", "" if claims else "dim")
    for place in places:
        known = f"{place.name} ({place.kind})" if place.lat is not None else "no place known"
        yield _line("place", f'"{place.text}" {place.use}: {known}', place.reason)
    for time in times:
        yield _line("time", f'"{time.text}" {time.timex}', time.edtf or "")
    for claim in claims:
        told = f'"{text[slice(*claim.trigger)]}" {kind_words(claim.type)}, {claim.certainty}'
        yield _line("claim", told + (", negated" if claim.polarity == "negated" else ""), "; ".join(claim.rules))
        for name, words in _parts(report, claim):
            yield _line("", f"{name}: {words}", "")


def _parts(report: Report, claim: Claim) -> Iterator[tuple[str, str]]:
    """What was read into a claim, in the order in which one asks: who, to whom, how many, where, when, who says so."""
    if claim.actor:
        yield "who", "; ".join(claim.actor)
    if claim.target:
        yield "to whom", "; ".join(claim.target)
    if claim.weapon:
        yield "with", claim.weapon
    for figure in claim.figures:
        yield "count", figure_words(figure)
    for person in claim.people:
        yield "person", person.words
    if claim.where:
        yield "where", where_words(claim.where)
    if claim.when:
        yield "when", when_words(claim.when)
    if claim.sources:
        yield "says so", chain_words(report, claim.sources)


def _line(name: str, words: str, why: str) -> Text:
    return Text.assemble((f"  {name:<6} ", "cyan"), harmless(words), (f"  [{harmless(why)}]" if why else "", "dim"))


def event_explained(picture: Picture, event: Event) -> RenderableType:
    """Return one event, and below it each link that joined two of its claims as a sum that can be added up."""
    words = {claim.id: _words(picture, claim) for r in picture.readings.values() for claim in r.claims}
    blocks: list[RenderableType] = [event_view(picture, event), Text("\nWhy these claims are one event", "bold")]
    if not event.links:
        blocks.append(Text("One report tells of it; nothing had to be joined.", "dim"))
    blocks += [_waterfall(link, words) for link in event.links]
    return Group(*blocks)


def _words(picture: Picture, claim: Claim) -> str:
    report = picture.reports[claim.report]
    text = (report.title or "") if claim.located == "title" else report.text
    return f'{report.outlet or report.id}: "{text[slice(*claim.evidence)]}"'


def _waterfall(link: Link, words: dict[str, str]) -> RenderableType:
    """A link's comparisons, each with its weight (log2 odds) drawn as a bar, and their sum."""
    heaviest = max((abs(c.weight) for c in link.comparisons), default=1.0) or 1.0
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column(width=BAR)
    table.add_column()
    for comparison in link.comparisons:
        bar = "█" * round(BAR * abs(comparison.weight) / heaviest)
        drawn = Text(bar, "green" if comparison.weight >= 0 else "red")
        table.add_row(comparison.name, f"{comparison.weight:+.1f}", drawn, Text(harmless(comparison.found), "dim"))
    table.add_row("sum", f"{link.weight:+.1f}", "", "")
    told = [Text(f"\n{harmless(words.get(end, end))}") for end in (link.a, link.b)]
    return Group(*told, table)
