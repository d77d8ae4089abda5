"""`python -m evaluation.robust`: reads thousands of broken texts; none may make the reader raise or misquote.

The texts are pieces of the sample reports, cut, doubled, shuffled and mixed with what breaks programs: marks of
direction, lone quotation marks, huge numbers, impossible dates, other scripts. The same seed gives the same texts.
"""

import argparse
import datetime as dt
import hashlib
import random
import sys
import traceback
from collections.abc import Iterator

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Reading, Report, Span
from evaluation.measure import ROOT

SAMPLES = ROOT / "samples"
INPUTS = 20_000
LONGEST_PIECE = 400
"""Code points of a sample that one text is made from."""
SHOWN = 5
"""Faults that are printed in full."""
BREAKING = (
    *("\x00", "\u202e", "\u200f", "\ufeff", "\u0301", "\ud800", "🙂", "\r", "\r\n", "\n\n\n", "\t", "\u00a0", "\u2028"),
    *('"', "“", "”", "''", "(", ")", "[", "]", "<b>", "&amp;", ":", " - ", "|", "…", "-", "--", ",", ".", "?!"),
    *("0", "1,000,000,000,000,000,000,000", "-1", "half a", "dozens of", "between 5 and", "31 February 0000"),
    *("Monday", "since", "24:61", "10000 BC", "٢٠١٣", "قتل", "نيسان", "в Москве", "東京", "É", "ß", "İ", "ﬁ"),
    *("said", "according to", "citing", "quoted as saying", "he", "they", "that", "denied", "and", "by", "killed"),
)


def texts(seed: int, count: int) -> Iterator[tuple[str, str | None]]:
    """Yield texts with their titles (null for none)."""
    chance = random.Random(seed)  # noqa: S311 - it makes test inputs, no secrets
    sources = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*")) if path.is_file()]
    for _ in range(count):
        text = _piece(chance, sources)
        for _ in range(chance.randrange(6)):
            text = _broken(chance, text, sources)
        title = None if chance.random() < 0.5 else _broken(chance, _piece(chance, sources)[:80], sources)
        yield text, title


def _piece(chance: random.Random, sources: list[str]) -> str:
    source = chance.choice(sources)
    start = chance.randrange(max(1, len(source)))
    return source[start : start + chance.randrange(LONGEST_PIECE)]


def _broken(chance: random.Random, text: str, sources: list[str]) -> str:
    """A text with one thing done to it."""
    a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    kind = chance.randrange(9)
    if kind == 0:
        return text[:a] + text[b:]
    if kind == 1:
        return text[:b] + text[a:]
    if kind == 2:
        return text[:a] + _piece(chance, sources)[:80] + text[b:]
    if kind == 3:
        return text[:a] + text[a:b].upper() + text[b:]
    if kind == 4:
        return text.replace(chance.choice((",", ".", " ", "\n", "e")), chance.choice(("", " ", "\n", ".")))
    if kind == 5:
        words = text.split(" ")
        chance.shuffle(words)
        return " ".join(words)
    put = "".join(chance.choice(BREAKING) + chance.choice(("", " ")) for _ in range(chance.randrange(1, 5)))
    return text[:a] + put + text[a:]


def faults(report: Report, reading: Reading) -> list[str]:
    """Return what a reading quotes wrongly: offsets outside the text, or words that do not stand there."""
    found: list[str] = []

    def check(what: str, span: Span, source: str, words: str | None = None) -> None:
        start, end = span
        if not 0 <= start < end <= len(source):
            found.append(f"{what} {span} lies outside {len(source)} code points")
        elif words is not None and source[start:end] != words:
            found.append(f"{what} {span} quotes {words!r} where {source[start:end]!r} stands")

    for place in reading.places:
        check("place", (place.start, place.end), report.text, place.text)
    for time in reading.times:
        check("time", (time.start, time.end), report.text, time.text)
    for attribution in reading.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            check("attribution", span, report.text)
    for claim in reading.claims:
        source = report.text if claim.located == "text" else report.title or ""
        check("trigger", claim.trigger, source)
        check("evidence", claim.evidence, source)
        if not claim.evidence[0] <= claim.trigger[0] < claim.trigger[1] <= claim.evidence[1]:
            found.append(f"trigger {claim.trigger} lies outside its evidence {claim.evidence}")
        for figure in claim.figures:
            check("figure", figure.span, source, figure.text)
        for person in claim.people:
            check("person", person.span, source)
        for link in claim.sources:
            if link.span is not None:
                check("source", link.span, source)
    return found


def report_of(text: str, title: str | None) -> Report:
    """Return a report with this text and title."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(id="r", digest=digest, text=text, title=title, outlet="Evening Post", published=dt.date(2011, 6, 10))


def main() -> int:
    """Return 0 where every text was read without a fault, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.robust", description=__doc__)
    parser.add_argument("--inputs", type=int, default=INPUTS, help=f"how many texts (default: {INPUTS})")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other texts")
    asked = parser.parse_args()
    reader = Rules(Gazetteer.open())
    wrong: list[str] = []
    for number, (text, title) in enumerate(texts(asked.seed, asked.inputs)):
        report = report_of(text, title)
        try:
            told = faults(report, reader.read(report))
        except Exception:  # noqa: BLE001 - whatever it raises is the fault that is looked for
            told = [traceback.format_exc(limit=-3)]
        wrong += [f"text {number}, {text!r}, title {title!r}: {fault}" for fault in told[:1]]
    for fault in wrong[:SHOWN]:
        print(fault, file=sys.stderr)
    print(f"{asked.inputs} texts read, {len(wrong)} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
