"""An event explained as a picture (SVG): a waterfall for each link, and the graph of who tells what after whom."""

import math
import re
from collections.abc import Iterator
from html import escape

from crossbearing.records import Claim, Correction, Event, Link, Picture

WIDTH = 960
LINE = 20
"""Height of one line of a drawing, in pixels; the text is a little smaller."""
MIDDLE, REACH = 430, 180
"""Where a waterfall has its zero, and how far its longest bar reaches to either side."""
COLUMNS = (10, 330, 650)
"""Left edges of the graph's columns: reports, sources between, roots."""
BOX = 270
SHOWN = 42
"""Characters of a name, and of a finding, that fit."""
FOR, AGAINST, INK, PALE = "#2a7f4f", "#b3402e", "#1b1b1b", "#8a8a8a"


def event_drawn(picture: Picture, event: Event) -> str:
    """Return one SVG document that explains an event; every word of a report in it is escaped."""
    claims = {claim.id: claim for reading in picture.readings.values() for claim in reading.claims}
    parts: list[str] = []
    height = 30.0
    parts.append(_text(10, height, event.label, size=17, weight="bold"))
    for line in _wrapped(f"{event.grade.happened}: {event.grade.why}", 125):
        height += LINE
        parts.append(_text(10, height, line, colour=PALE))
    height += 2 * LINE
    roots = f"Who says so: {event.roots.low} to {event.roots.high} independent roots"
    parts.append(_text(10, height, roots, weight="bold"))
    drawn, height = _graph(picture, event, claims, height + 10)
    parts += drawn
    for row in event.contradictions:
        height += LINE
        # A report that tells both sides is counted on both: the claims say who tells it.
        told = [len({claims[c].report for c in side.claims if c in claims}) for side in row.sides]
        sides = "  against  ".join(
            f"{side.value} ({_plural(reports, 'report')})" for side, reports in zip(row.sides, told, strict=True)
        )
        parts.append(_text(10, height, f"contradiction, {row.field}: {sides}", colour=AGAINST))
    for line in dict.fromkeys(map(_given_up, event.corrections)):  # one line for a report and its reprints
        height += LINE
        parts.append(_text(10, height, line, colour=PALE))
    for link in event.links:
        drawn, height = _waterfall(picture, link, claims, height + 2 * LINE)
        parts += drawn
    height += LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}"'
        f' width="{WIDTH}" height="{height:.0f}"'
        f' font-family="sans-serif" role="img" aria-label="{escape(_clean(event.label))}">'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _given_up(correction: Correction) -> str:
    """What was said before and holds no more, what is said now if anything, and why."""
    now = f"now {correction.after.value}, " if correction.after.value else ""
    return f"said before, {correction.field}: {correction.before.value}; {now}{correction.why}"


def _waterfall(picture: Picture, link: Link, claims: dict[str, Claim], top: float) -> tuple[list[str], float]:
    """Each comparison as a bar that begins where the one before it ended, and the sum from zero."""
    parts = [_text(10, top, _told(picture, claims, link.a)), _text(10, top + LINE, _told(picture, claims, link.b))]
    steps, at = [], 0.0
    for comparison in link.comparisons:
        steps.append((comparison.name, comparison.found, at, at + comparison.weight))
        at += comparison.weight
    steps.append(("sum", "", 0.0, link.weight))
    furthest = max((abs(edge) for _, _, one, two in steps for edge in (one, two)), default=1.0) or 1.0
    y = top + LINE
    for name, found, start, end in steps:
        y += LINE
        left, right = sorted((MIDDLE + REACH * start / furthest, MIDDLE + REACH * end / furthest))
        colour = FOR if end >= start else AGAINST
        parts.append(_text(150, y, name, anchor="end"))
        parts.append(_text(205, y, f"{end - start:+.1f}", anchor="end", weight="bold" if name == "sum" else "normal"))
        width = max(right - left, 1)
        parts.append(f'<rect x="{left:.1f}" y="{y - 13}" width="{width:.1f}" height="15" fill="{colour}"/>')
        parts.append(_text(MIDDLE + REACH + 12, y, _cut(found, SHOWN), colour=PALE))
    parts.append(f'<line x1="{MIDDLE}" y1="{top + LINE + 6}" x2="{MIDDLE}" y2="{y + 4}" stroke="{PALE}"/>')
    return parts, y


def _graph(picture: Picture, event: Event, claims: dict[str, Claim], top: float) -> tuple[list[str], float]:
    """Reports on the left, those they cite between, roots on the right; a line for each that one has from another."""
    columns: tuple[dict[str, str], ...] = ({}, {}, {})
    lines: set[tuple[int, str, int, str]] = set()
    for of in event.claims:
        claim, report = claims.get(of.id), picture.reports.get(of.report)
        if claim is None or report is None:
            continue
        columns[0][report.id] = f"{report.outlet or report.id}, {report.published or 'undated'}"
        # Joint sources stand side by side at the end: none of them told another.
        joint = sum(link.joint for link in claim.sources)
        last = " and ".join(link.name for link in claim.sources[-1 - joint :])
        behind = [link.name for link in claim.sources[: -1 - joint] if link.cue != "byline"]
        at = (0, report.id)
        for name in behind:
            columns[1][name] = name
            lines.add((*at, 1, name))
            at = (1, name)
        for root in of.roots:
            columns[2].setdefault(root, last or root)
            lines.add((*at, 2, root))
    repeats = {r.id: r.reprint_of for r in event.reports if r.reprint_of}
    place = {
        (column, key): top + 24 + LINE * 1.5 * n
        for column, named in enumerate(columns) for n, key in enumerate(sorted(named))
    }  # fmt: skip
    parts = [
        _line(COLUMNS[a] + BOX, place[a, x], COLUMNS[b] + (BOX if a == b else 0), place[b, y])
        for a, x, b, y in sorted(lines)
    ]
    for copy, original in sorted(repeats.items()):
        if (0, copy) in place and (0, original) in place:
            parts.append(_line(COLUMNS[0], place[0, copy], COLUMNS[0], place[0, original or ""], dashed=True))
    for column, named in enumerate(columns):
        for key, words in sorted(named.items()):
            y = place[column, key]
            told = f"reprint: {words}" if column == 0 and key in repeats else words
            parts.append(
                f'<rect x="{COLUMNS[column]}" y="{y - 12}" width="{BOX}" height="22" rx="4" fill="#f3f3ef"'
                f' stroke="{FOR if column == 2 else PALE}"/>{_text(COLUMNS[column] + 8, y + 4, _cut(told, 36))}'
            )
    return parts, top + 24 + LINE * 1.5 * max((len(named) for named in columns), default=0)


def _told(picture: Picture, claims: dict[str, Claim], ident: str) -> str:
    claim = claims.get(ident)
    report = picture.reports.get(claim.report) if claim else None
    if claim is None or report is None:
        return ident
    text = (report.title or "") if claim.located == "title" else report.text
    return _cut(f'{report.outlet or report.id}: "{text[slice(*claim.evidence)]}"', 125)


def _line(x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    bend = math.copysign(40, to_x - x) if to_x != x else 60
    return (
        f'<path d="M{x} {y:.0f} C{x + bend} {y:.0f} {to_x - bend if to_x != x else to_x + bend} {to_y:.0f}'
        f' {to_x} {to_y:.0f}" fill="none" stroke="{PALE}"{dash}/>'
    )


def _text(x: float, y: float, words: str, **how: str | int) -> str:
    size, weight = how.get("size", 13), how.get("weight", "normal")
    anchor, colour = how.get("anchor", "start"), how.get("colour", INK)
    style = f'font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{x}" y="{y:.0f}" {style}>{escape(_clean(words))}</text>'


def _clean(words: str) -> str:
    """What may stand in XML: no control characters, one space for any run of white."""
    return re.sub(r"\s+", " ", "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in words)).strip()


def _cut(words: str, most: int) -> str:
    clean = _clean(words)
    return clean if len(clean) <= most else f"{clean[: most - 1]}…"


def _wrapped(words: str, width: int) -> Iterator[str]:
    line: list[str] = []
    for word in _clean(words).split():
        if line and len(" ".join(line)) + len(word) >= width:
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


def _plural(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
