"""The report that all this must work on: every chain as it was labelled by hand."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import chain_at, find_frames
from crossbearing.records import Report, SourceLink

SPEECH_ACTS = {
    "accuse_condemn",
    "demand",
    "deny_reject",
    "support",
    "threaten",
    "sanction_resolution",
    "ceasefire_agreement",
    "consult",
}
"""Kinds whose speaker is their actor: they are not asked for a source."""
EMPTY = {"a", "an", "the", "of", "for", "on", "in", "at", "to", "and", "by", "its", "his", "her", "their", "s"}


def words(name: str) -> set[str]:
    """The content words of a name."""
    return {w for w in re.findall(r"[\w']+", name.lower()) if w not in EMPTY}


def same(gold: dict[str, Any], link: SourceLink) -> bool:
    """Whether one name's content words lie in the other's, and both stand joint or behind."""
    one, other = words(gold["name"]), words(link.name)
    return bool(one and other) and (one <= other or other <= one)


def rows(corpora: Path) -> tuple[Report, list[dict[str, Any]]]:
    """The seed and its labelled claims."""
    folder = corpora / "syria" / "claims"
    reports = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    seed = next(r for r in reports if r["id"] == "seed")
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    report = Report(id="seed", digest="", text=seed["text"], published=dt.date.fromisoformat(seed["published"]))
    return report, [g for g in gold if g["doc"] == "seed"]


@pytest.mark.corpora
def test_every_chain_of_the_seed_comes_out_right(corpora: Path) -> None:
    report, gold = rows(corpora)
    frames = find_frames(parse(report.text), report)
    wrong = []
    for claim in gold:
        links, _ = chain_at(frames, claim["start"], claim["end"])
        wanted = claim["sources"]
        right = len(links) == len(wanted) and all(same(g, link) for g, link in zip(wanted, links, strict=True))
        if not right and claim["type"] not in SPEECH_ACTS:
            wrong.append((claim["trigger"], [g["name"] for g in wanted], [link.name for link in links]))
    assert wrong == []


@pytest.mark.corpora
def test_the_chains_of_the_seed_reach_back_over_three_links(corpora: Path) -> None:
    report, gold = rows(corpora)
    frames = find_frames(parse(report.text), report)
    chains = [chain_at(frames, c["start"], c["end"])[0] for c in gold]
    roots = {chain[-1].name: len(chain) for chain in chains if chain}
    deepest = [name for name, length in roots.items() if length == 3]
    assert any("state TV" in name for name in deepest)
    assert any(name.startswith("someone in a town") for name in deepest)
    assert any(name == "various testimonies" for name in deepest)
    reached_by_phone = next(c for c in chains if c and c[0].name.startswith("Ahmad"))
    assert (reached_by_phone[0].channel, reached_by_phone[0].kind) == ("phone", "resident")
    heard = next(c for c in chains if c and c[-1].name.startswith("someone in a town"))
    assert heard[-1].knowing == "heard"
    assert heard[1].channel == "internet_call"
