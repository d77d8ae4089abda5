"""A picture drawn for a terminal: the table of events, one event with its words and chains, a first reading of all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from crossbearing.publishing.page.passages import Passage, passage
from crossbearing.publishing.wording import (
    count_words,
    day_words,
    kind_words,
    link_words,
    outlet_words,
    overall,
    range_words,
    root_words,
    roots_words,
    when_words,
    where_words,
)
from crossbearing.records import Claim, Contradiction, Correction, Event, EventFigure, Picture, Report, Side, SourceLink

COLOURS = {
    "corroborated": "green",
    "contested": "red",
    "echoed": "blue",
    "single": "default",
    "discounted": "dim",
}
SHORTEST_ID = 6
"""Characters of an id that are shown at least."""


def harmless(text: str) -> str:
    r"""Return text that can do nothing to a terminal: control and direction characters show as their escapes.

    >>> harmless("red\x1b[31m \u202eback")
    'red\\x1b[31m \\u202eback'
    """
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else _shown(c) for c in text)


def _shown(character: str) -> str:
    return (
        " "
        if character in "\n\t\u00a0\u2028\u2029" or character.isspace()
        else character.encode("unicode_escape").decode()
    )


def short_ids(events: Iterable[Event]) -> dict[str, str]:
    """Return for each event id its shortest beginning that no other event's id has."""
    ids = sorted(event.id for event in events)
    out = {}
    for n, event_id in enumerate(ids):
        near = (ids[n - 1] if n else "", ids[n + 1] if n + 1 < len(ids) else "")
        shared = max(len(_common(event_id, other)) for other in near)
        out[event_id] = event_id[: max(SHORTEST_ID, shared + 1)]
    return out


def _common(a: str, b: str) -> str:
    return a[: next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))]


def events_table(picture: Picture) -> Table:
    """Return the events as a table, in the order of the picture."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("id", "when", "where", "what", "grade", "stands on", "figures"):
        table.add_column(heading, no_wrap=heading in {"id", "grade"}, style="dim" if heading == "id" else None)
    ids = short_ids(picture.events)
    for event in picture.events:
        table.add_row(
            ids[event.id],
            when_words(event.when),
            Text(harmless(event.where.name if event.where else "")),
            _what(event),
            _graded(event),
            _stands_on(event),
            "\n".join(_figure(measure, figure) for measure, figure in event.figures.items()),
        )
    return table


def _what(event: Event) -> Text:
    return Text.assemble(harmless(event.label), (f"\n{kind_words(event.type)}", "dim"))


def _graded(event: Event) -> Text:
    grade = overall(event.grade)
    return Text(grade, COLOURS[grade])


def _stands_on(event: Event) -> str:
    return f"{roots_words(event.roots)}, {len(event.reports)} report" + ("" if len(event.reports) == 1 else "s")


def _figure(measure: str, figure: EventFigure) -> str:
    told = range_words(figure)
    return f"{count_words(figure.best, figure.best)} {measure}" + (f" ({told})" if told else "")


def event_view(picture: Picture, event: Event) -> RenderableType:
    """Return one event: its grade with the reason, its figures and contradictions, each claim's words and chain."""
    claims = _claims(picture)
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    grade = event.grade
    facts.add_row("happened", Text.assemble((grade.happened, COLOURS[grade.happened]), f": {harmless(grade.why)}"))
    if grade.responsible:
        facts.add_row("who did it", Text(grade.responsible, COLOURS[grade.responsible]))
    facts.add_row("rule", grade.rule)
    facts.add_row("when", when_words(event.when))
    facts.add_row("where", Text(harmless(where_words(event.where))))
    names = ", ".join(map(harmless, event.roots.names))
    why = f" ({harmless(event.roots.why)})" if event.roots.why and event.roots.why not in grade.why else ""
    facts.add_row("roots", Text(roots_words(event.roots) + (f": {names}" if names else "") + why))
    for measure, figure in event.figures.items():
        facts.add_row("figure", _figure(measure, figure))
    for contradiction in event.contradictions:
        facts.add_row(contradiction.field, _sides(contradiction, claims, picture))
    given_up = (_corrected(correction, claims, picture) for correction in event.corrections)
    for words in {row.plain: row for row in given_up}.values():  # one row for a report and its reprints
        facts.add_row("said before", words)
    blocks: list[RenderableType] = [
        Text(harmless(event.label), "bold"),
        Text(f"{kind_words(event.type)}, {event.id}\n", "dim"),
        facts,
    ]
    by_report: dict[str, list[Claim]] = {}
    for told in event.claims:
        if told.id in claims:
            by_report.setdefault(told.report, []).append(claims[told.id])
    reprints = {report.id: report.reprint_of for report in event.reports}
    blocks += [
        _account(picture, picture.reports[report], told, reprints.get(report)) for report, told in by_report.items()
    ]
    return Group(*blocks)


def _claims(picture: Picture) -> dict[str, Claim]:
    return {claim.id: claim for reading in picture.readings.values() for claim in reading.claims}


def _sides(contradiction: Contradiction, claims: dict[str, Claim], picture: Picture) -> Text:
    """Return the sides of a contradiction, one against the other, each with who says so."""
    return Text(" against ", "red").join(_side(side, claims, picture) for side in contradiction.sides)


def _corrected(correction: Correction, claims: dict[str, Claim], picture: Picture) -> Text:
    """Return what was said before and holds no more, what is said now if anything, and why."""
    sides = [_side(side, claims, picture) for side in (correction.before, correction.after) if side.value]
    measure = "" if correction.field == "happened" else f"{correction.field} "
    return Text.assemble(measure, Text(", now ").join(sides), f": {correction.why}")


def _side(side: Side, claims: dict[str, Claim], picture: Picture) -> Text:
    told = [claims[claim] for claim in side.claims if claim in claims]
    names = dict.fromkeys(root_words(picture.reports[claim.report], claim.sources) for claim in told)
    return Text.assemble((harmless(side.value), "bold"), f" ({harmless('; '.join(names))})" if names else "")


def _account(picture: Picture, report: Report, claims: Sequence[Claim], reprint_of: str | None) -> RenderableType:
    published = f", {day_words(report.published, report.published)}" if report.published else ""
    head = Text.assemble(
        "\n",
        (harmless(outlet_words(report)), "bold"),
        published,
        (f"  {harmless(report.title)}" if report.title else "", "dim"),
    )
    if reprint_of:
        original = picture.reports.get(reprint_of)
        head.append(
            f"  repeats the wording of {harmless(outlet_words(original) if original else reprint_of)}", "yellow"
        )
    tree = Tree(head, guide_style="dim")
    passages: dict[tuple[str, Passage], list[Claim]] = {}
    for claim in claims:
        passages.setdefault((claim.located, passage(_text(report, claim), claim.evidence)), []).append(claim)
    for (_, found), told in passages.items():
        words = tree.add(_words(_text(report, told[0]), found, told))
        chains: dict[tuple[str, ...], list[Claim]] = {}
        for claim in told:
            chains.setdefault(tuple(map(link_words, claim.sources)), []).append(claim)
        for alike in chains.values():
            _grow(words.add(Text("; ".join(_read(report, claim) for claim in alike), "dim")), alike[0].sources)
    return tree


def _text(report: Report, claim: Claim) -> str:
    return (report.title or "") if claim.located == "title" else report.text


def _read(report: Report, claim: Claim) -> str:
    """Return what was read out of the words: the kind, the word that names it, how surely it is told."""
    named = harmless(_text(report, claim)[slice(*claim.trigger)])
    denied = ", says that it did not happen" if claim.polarity == "negated" else ""
    return f'{kind_words(claim.type)} ("{named}", {claim.certainty.replace("_", " or ")}{denied})'


def _words(text: str, found: Passage, claims: Sequence[Claim]) -> Text:
    """Return a passage: what carries claims as it is, what names happenings in bold, what stands around them faint."""
    evidence = [claim.evidence for claim in claims]
    triggers = [claim.trigger for claim in claims]
    cuts = sorted(
        {found.start, found.end, *(min(max(at, found.start), found.end) for s in evidence + triggers for at in s)}
    )
    out = Text("\u2026 " if found.cut_before else "")
    for start, end in pairwise(cuts):
        over = [
            style
            for spans, style in ((triggers, "bold underline"), (evidence, ""))
            if any(a <= start and end <= b for a, b in spans)
        ]
        out.append(harmless(text[start:end]), [*over, "dim"][0])
    return out.append(" \u2026" if found.cut_after else "")


def _grow(node: Tree, sources: Sequence[SourceLink]) -> None:
    """Hang a chain on a node, each link under the one that cites it; joint links hang side by side."""
    parents = [node]
    for n, link in enumerate(sources):
        parent = parents[-1] if not link.joint or len(parents) < 2 else parents[-2]
        last = all(other.joint for other in sources[n + 1 :])
        grown = parent.add(Text.assemble(harmless(link_words(link)), ("  root" if last else "", "cyan")))
        parents = [parent, grown]


def first_reading(picture: Picture, most: int = 4) -> RenderableType:
    """Return what a newcomer should see first: what is corroborated, what only echoes, what is contested, who fled.

    Of each no more than `most` events are named, those that most reports tell of first.
    """
    blocks: list[RenderableType] = []
    for grade, heading in (
        ("corroborated", "Corroborated: independent roots agree"),
        ("contested", "Contested: accounts stand against each other"),
        ("echoed", "Only echoed: several reports, one root"),
        ("single", "Told by one root alone"),
        ("discounted", "Shown not to have happened so"),
    ):
        of_grade = sorted(
            (e for e in picture.events if overall(e.grade) == grade),
            key=lambda e: (not e.contradictions, -len(e.reports), -len(e.claims), e.id),
        )
        blocks += _group(picture, heading, COLOURS[grade], of_grade, most)
    fled = [e for e in picture.events if {"displaced", "capacity"} & set(e.figures) and e.type in FLIGHT]
    blocks += _group(picture, "Who fled, and what awaits them", "", fled, len(fled))
    return Group(*blocks)


FLIGHT = frozenset({"displacement", "shelter_aid"})


def _group(picture: Picture, heading: str, colour: str, events: Sequence[Event], most: int) -> list[RenderableType]:
    if not events:
        return []
    ids = short_ids(picture.events)
    number = f"  {len(events)}" + (f", of which {most}:" if len(events) > most else "")
    blocks: list[RenderableType] = [Text.assemble("\n", (heading, f"bold {colour}"), (number, "dim"))]
    for event in events[:most]:
        line = Text.assemble(
            (harmless(event.label), "bold"), f"  {when_words(event.when)}", (f"  {ids[event.id]}", "dim")
        )
        blocks.append(Padding(line, (0, 0, 0, 2), expand=False))
        blocks += [Padding(text, (0, 0, 0, 6), expand=False) for text in _lines(event, picture)]
    return blocks


def _lines(event: Event, picture: Picture) -> Iterator[Text]:
    names = ", ".join(map(harmless, event.roots.names))
    yield Text(_stands_on(event) + (f": {names}" if names else ""))
    if event.figures:
        yield Text(", ".join(_figure(measure, figure) for measure, figure in event.figures.items()))
    claims = _claims(picture)
    for contradiction in event.contradictions:
        yield Text.assemble((f"{contradiction.field}: ", "red"), _sides(contradiction, claims, picture))
