"""Labelled pairs of accounts: which two accounts of two reports tell of one happening, by hand."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from crossbearing.ontology import kinds
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.linking import compare_across, pairs_under
from crossbearing.weighing.notes import Page, page_of
from evaluation.measure import corpora
from evaluation.weighing.readings import ECBPLUS, SYRIA, Read, read

KEY_CHARACTERS = 40
"""Least length of a key sentence, as the labels give it."""
FOLDS = 4
"""Parts of the pairs, of which each is left out of learning once."""
MONTH = 30
"""Days of the stretches of time by which dated reports are put into folds."""
UNDATED = frozenset({"time"})
"""Comparisons that say nothing of reports without a date."""


Label = Callable[[int, int], bool | None]
"""Whether two accounts, by number, tell of one happening; null where the labels do not say."""


class LabelledPair(msgspec.Struct, frozen=True):
    """What every comparison of two accounts found, whether they tell of one happening, what the pair counts in
    learning, and in which fold it lies.
    """

    corpus: str
    levels: dict[str, str]
    same: bool
    counts: float
    fold: int


class Corpus(msgspec.Struct, frozen=True):
    """The accounts of a labelled corpus, what each is labelled to tell of, the pairs that are worth comparing, and
    those of them that are labelled.
    """

    name: str
    accounts: list[Account]
    told: dict[int, frozenset[str]]
    compared: list[tuple[int, int]]
    pairs: list[LabelledPair]


def syria() -> Corpus:
    """Return the pairs of `syria/events`: accounts of one incident, and accounts of an incident and of anything else
    in a report that does not tell of it.

    Only labelled reports count; one that only recalls an incident, or may tell of it, says nothing of it.
    """
    incidents = _rows("syria/events/events.jsonl")
    about: dict[str, set[str]] = defaultdict(set)
    unclear: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for told in incident["docs"]:
            about[told["doc"]].add(incident["event"])
        for field in ("background_docs", "ambiguous_docs"):
            unclear[incident["event"]] |= {_id_of(each) for each in incident.get(field) or ()}
    reports, readings = read("syria", SYRIA)
    pages = pages_of(({i: r for i, r in reports.items() if i in about}, readings))
    accounts = [account for page in pages for account in page.accounts]
    told = _incidents_of(accounts, incidents)

    def label(i: int, j: int) -> bool | None:
        one, two = told.get(i, frozenset()), told.get(j, frozenset())
        if one & two:
            return True
        if one and two:
            return False
        known, other = (one, accounts[j].report) if one else (two, accounts[i].report)
        loose = any(incident in about[other] or other in unclear[incident] for incident in known)
        return None if loose or not known else False

    return _corpus("syria/events", pages, told, label, _folds(accounts))


def ecbplus() -> Corpus:
    """Return the pairs of `ecbplus/train`: accounts whose triggers are marked, of one happening where a mark is shared.

    The reports of one topic are about one happening, so that their principal accounts tell of it. They carry no date.
    """
    pages = pages_of(read("ecbplus", ECBPLUS))
    accounts = [account for page in pages for account in page.accounts]
    marks = {row["id"]: row["mentions"] for row in _rows("ecbplus/train/gold.jsonl")}
    topic = {row["id"]: row["topic"] for row in _rows("ecbplus/train/reports.jsonl")}
    told = {}
    for i, account in enumerate(accounts):
        found = {
            m["cluster"] for c in account.facts.claims if c.located == "text" and kinds()[c.type].family != "diplomacy"
            for m in marks[account.report] if m["start"] < c.trigger[1] and c.trigger[0] < m["end"]
        }
        if account.principal:
            found.add(f"topic {topic[account.report]}")
        if found:
            told[i] = frozenset(found)

    def label(i: int, j: int) -> bool | None:
        return bool(told[i] & told[j]) if i in told and j in told else None

    folds = {report: int(name.removesuffix("plus")) % FOLDS for report, name in topic.items()}
    return _corpus("ecbplus/train", pages, told, label, folds, leave_out=UNDATED)


def pages_of(read: Read) -> list[Page]:
    """Return the pages of all reports that were read, as weighing makes them, in the order of their dates and ids."""
    reports, readings = read
    pages = [page_of(reports[i], readings[i], Decisions()) for i in readings if i in reports]
    return sorted(pages, key=lambda page: page.note.place)


def _compared(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """The numbers of the accounts that weighing would compare: those found under one key."""
    refs = [(page.note.report, i) for page in pages for i in range(len(page.note.accounts))]
    number = {ref: n for n, ref in enumerate(refs)}
    keys = (
        (key, (page.note.report, i))
        for page in pages for i, noted in enumerate(page.note.accounts) for key in noted.keys
    )  # fmt: skip
    pairs = ((number[a], number[b]) for a, b in pairs_under(keys, set(refs)))
    return sorted((min(pair), max(pair)) for pair in pairs)


def _corpus(
    name: str, pages: Sequence[Page], told: dict[int, frozenset[str]], label: Label, folds: Mapping[str, int],
    leave_out: frozenset[str] = frozenset(),
) -> Corpus:
    # Of n accounts of one happening n - 1 links are news: what the whole press told of must not drown the rest.
    sizes = Counter(event for events in told.values() for event in events)
    found = []
    accounts = [account for page in pages for account in page.accounts]
    compared = _compared(pages)
    for i, j in compared:
        same = label(i, j)
        fold = folds[accounts[i].report]
        if same is not None and fold == folds[accounts[j].report]:
            levels = {n: f.level for n, f in compare_across(accounts[i], accounts[j]).items() if n not in leave_out}
            counts = max(2 / sizes[event] for event in told[i] & told[j]) if same else 1.0
            found.append(LabelledPair(name, levels, same, counts, fold))
    return Corpus(name, accounts, told, compared, found)


def _incidents_of(accounts: Sequence[Account], incidents: Iterable[dict[str, Any]]) -> dict[int, frozenset[str]]:
    """Which incidents each account tells of: those whose key sentence it is nearest to, by kind and by words."""
    of_report: dict[str, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        of_report[account.report].append(i)
    found: dict[int, set[str]] = defaultdict(set)
    for incident in incidents:
        for told in incident["docs"]:
            start = told["quote_start"]
            end = start + max(len(told.get("quote", "")), KEY_CHARACTERS)
            fitting = [
                (_kinship(account.facts.means, incident["type"]), overlap, -i)
                for i in of_report[told["doc"]]
                for account in (accounts[i],)
                if (overlap := max((min(c.evidence[1], end) - max(c.evidence[0], start)
                                    for c in account.claims if c.located == "text"), default=0)) > 0
            ]
            if fitting:
                found[-max(fitting)[2]].add(incident["event"])
    return {i: frozenset(events) for i, events in found.items()}


def _kinship(a: str, b: str) -> int:
    return 2 * (a == b) + (kinds()[a].family == kinds()[b].family)


def _folds(accounts: Sequence[Account]) -> dict[str, int]:
    """A fold for each report: that of the month in which it was written."""
    return {a.report: (a.facts.context.day or 0) // MONTH % FOLDS for a in accounts}


def _id_of(each: Any) -> str:
    return str(each["doc"] if isinstance(each, dict) else each)


def _rows(name: str) -> list[dict[str, Any]]:
    with (corpora() / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
