"""A made-up world that makes the news: towns, happenings, outlets that tell of them, and who relays whom.

Each day is drawn from the seed and its number alone, so that any part can be made again without the rest. Happenings
have a number, and which claim tells of which is known: the truth that groupings are scored against.
"""

import datetime as dt
import random
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

import msgspec
import yaml

from crossbearing.records import Claim, Figure, PlaceMention, Reading, Report, SourceLink, When, Where, content_id
from evaluation.large.rates import rates

FIRST_DAY = dt.date(2011, 3, 1)
REPORTS_A_DAY = 20
"""Reports that come in each day: about what fifteen outlets write on one war. Longer archives last longer."""
REMEMBERED_DAYS = 3
"""Days whose happenings are still told of."""
SYLLABLES = [a + b for a in "bdfghjklmnqrstz" for b in ("a", "e", "i", "o", "u", "ar", "em", "in", "ul")]
VERBS = {"killing": "killed", "injury": "hurt", "airstrike": "bombed", "shelling": "shelled", "explosion": "went off"}
"""Triggers of the commonest kinds; the others use the name of the kind."""
SIZES = ((40, ("village", 3.0)), (8, ("city", 6.0)), (0, ("city", 10.0)))
"""Rank among the places told of from which a town is of a kind and radius in km: those told of most are large."""
DOERS = ("government forces", "rebels", "the army", "jihadists", "Russian jets", "gunmen")
TOWN_BOX = (32.5, 36.5, 35.8, 42.0)
"""South, north, west and east edge of the region, in degrees."""
TOLD_WORDS, POOL_WORDS, COMMON_WORDS = 2, 5, 7
"""Words of a sentence about a happening: of its own pool of names, of how large a pool, and common ones."""


Drawn = TypeVar("Drawn", str, int)


class Town(NamedTuple):
    """A place that news is made in."""

    name: str
    lat: float
    lon: float
    kind: str
    radius: float


class Happening(NamedTuple):
    """What really happened."""

    number: int
    day: int
    town: Town
    kinds: tuple[str, ...]
    killed: int
    doer: str
    words: tuple[str, ...]
    root: SourceLink | None


class Told(NamedTuple):
    """A report with its reading, and the number of the happening that each of its claims tells of."""

    report: Report
    reading: Reading
    truth: dict[str, int]


def days(seed: int, reports: int) -> Iterator[list[Told]]:
    """Yield the reports of each day, until there are as many as asked for (the last day whole)."""
    day = made = 0
    while made < reports:
        told = day_of(seed, day)
        made += len(told)
        yield told
        day += 1


@cache
def _towns(seed: int) -> tuple[list[Town], list[float]]:
    chance = random.Random(f"towns {seed}")
    south, north, west, east = TOWN_BOX
    number = rates().places_in_all
    made = [
        Town(_name(chance, 3), round(chance.uniform(south, north), 4), round(chance.uniform(west, east), 4),
             *next(size for least, size in SIZES if rank >= least))
        for rank in range(number)
    ]  # fmt: skip
    top = rates().place_ranks
    rest = (1 - sum(top)) / (number - len(top))
    return made, [*top, *[rest] * (number - len(top))]


@cache
def _common() -> list[str]:
    """Words of every report, as the weigher knows them."""
    text = files("crossbearing.weighing").joinpath("common_words.yaml").read_text(encoding="utf-8")
    return [word for bits, words in yaml.safe_load(text).items() if float(bits) < 6 for word in words.split()]


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=syllables)).capitalize()


def _drawn(chance: random.Random, shares: dict[Drawn, float]) -> Drawn:
    (found,) = chance.choices(list(shares), weights=list(shares.values()))
    return found


@cache
def _happenings(seed: int, day: int) -> list[Happening]:
    """What happened on a day: so many things that each is told of as often as real ones are."""
    chance = random.Random(f"happenings {seed} {day}")
    known = rates()
    towns, weights = _towns(seed)
    claims = sum(n * share for n, share in known.claims_of_a_report.items())
    accounts = REPORTS_A_DAY * claims / known.claims_of_an_account
    found = []
    for n in range(round(accounts / known.accounts_of_an_event)):
        (town,) = chance.choices(towns, weights)
        kinds = {_drawn(chance, known.kinds) for _ in range(2)}
        words = tuple(_name(chance, 3) for _ in range(POOL_WORDS))
        found.append(
            Happening(
                number=day * 100_000 + n, day=day, town=town, kinds=tuple(sorted(kinds)),
                killed=max(1, chance.choice(known.killed)), doer=chance.choice(DOERS), words=words, root=_root(chance),
            )
        )  # fmt: skip
    return found


def _root(chance: random.Random) -> SourceLink | None:
    known = rates()
    if not _drawn(chance, known.links_of_a_chain):
        return None
    kind = _drawn(chance, known.root_kinds)
    named = chance.random() < known.roots_named
    name = f"{_name(chance, 2)} {_name(chance, 3)}" if named else f"a {kind} source"
    return SourceLink(name=name, kind=kind, cue="said", named=named)  # type: ignore[arg-type]  # a kind of the rates


@cache
def _written(seed: int, day: int) -> list[Told]:
    """The reports that were written on a day, reprints apart."""
    return [_report(seed, day, n) for n in range(REPORTS_A_DAY)]


def day_of(seed: int, day: int) -> list[Told]:
    """Return the reports of a day: those written on it, and reprints of them and of those of the day before."""
    for kept in (_happenings, _written):
        if kept.cache_info().currsize > 60:  # days are made in order, and few of them are needed again
            kept.cache_clear()
    chance = random.Random(f"reprints {seed} {day}")
    found = list(_written(seed, day))
    before = _written(seed, day - 1) if day else []
    for n in range(len(found)):
        if chance.random() < rates().reprints:
            found[n] = _reprint(chance.choice([*before, *found[:n]] or found), f"r{day:06}-{n:03}", day, chance)
    return found


def more_of(seed: int, day: int, number: int) -> list[Told]:
    """Return so many reports more of a day, beside those of `day_of`."""
    return [_report(seed, day, REPORTS_A_DAY + n) for n in range(number)]


def _outlet(chance: random.Random) -> str:
    shares = rates().outlets
    (number,) = chance.choices(range(len(shares)), weights=shares)
    return f"Outlet {number}"


def _reprint(of: Told, ident: str, day: int, chance: random.Random) -> Told:
    report = msgspec.structs.replace(
        of.report, id=ident, outlet=_outlet(chance), published=FIRST_DAY + dt.timedelta(days=day),
    )
    truth, claims = {}, []
    for claim in of.reading.claims:
        new = content_id("c", ident, claim.trigger[0], claim.type)
        truth[new] = of.truth[claim.id]
        claims.append(msgspec.structs.replace(claim, id=new, report=ident))
    return Told(report, msgspec.structs.replace(of.reading, report=ident, claims=tuple(claims)), truth)


def _report(seed: int, day: int, n: int) -> Told:
    chance = random.Random(f"report {seed} {day} {n}")
    known, ident = rates(), f"r{day:06}-{n:03}"
    wanted = _drawn(chance, known.claims_of_a_report)
    sentences: list[str] = []
    claims: list[Claim] = []
    mentions: list[PlaceMention] = []
    truth: dict[str, int] = {}
    told_of: set[int] = set()
    while len(claims) < wanted:
        back = min(_drawn(chance, known.lags), REMEMBERED_DAYS - 1, day)
        happening = chance.choice(_happenings(seed, day - back))
        if happening.number in told_of:
            continue
        told_of.add(happening.number)
        for _ in range(max(1, round(chance.expovariate(1 / known.claims_of_an_account)))):
            if len(claims) < wanted:
                start = sum(len(s) + 1 for s in sentences)
                sentence, claim, mention = _claim(happening, ident, start, chance)
                sentences.append(sentence)
                claims.append(claim)
                mentions.append(mention)
                truth[claim.id] = happening.number
    text = " ".join(sentences)
    report = Report(
        id=ident, text=text, digest=content_id("x", text), title=None, outlet=_outlet(chance),
        published=FIRST_DAY + dt.timedelta(days=day),
    )
    return Told(report, Reading(report=ident, reader="made-up", language="en", claims=tuple(claims),
                                places=tuple(mentions)), truth)


def _claim(happening: Happening, ident: str, start: int, chance: random.Random) -> tuple[str, Claim, PlaceMention]:
    known, town = rates(), happening.town
    kind = chance.choice(happening.kinds)
    verb = VERBS.get(kind, kind.replace("_", " ")).capitalize()
    words = [*chance.sample(happening.words, TOLD_WORDS), *chance.choices(_common(), k=COMMON_WORDS)]
    chance.shuffle(words)
    at = len(verb) + 4
    sentence = f"{verb} in {town.name} {' '.join(words)}."
    place = {"name": town.name, "place_id": f"made:{town.name}", "lat": town.lat, "lon": town.lon, "kind": town.kind,
             "precision_km": town.radius, "country": "SY"}  # fmt: skip
    mention = PlaceMention(start=start + at, end=start + at + len(town.name), text=town.name, **place)  # type: ignore[arg-type]
    date = FIRST_DAY + dt.timedelta(days=happening.day)
    when = When(text="then" if chance.random() < known.dated_by_words else None, earliest=date, latest=date)
    figures: tuple[Figure, ...] = ()
    if kind == "killing" and chance.random() < known.figures / known.kinds["killing"]:
        low = max(1, round(happening.killed * chance.choice((1, 1, 1, 0.8, 1.2))))
        figures = (Figure(measure="killed", low=low, high=low, text=str(low), span=(start, start + 1)),)
    claim = Claim(
        id=content_id("c", ident, start, kind), report=ident, trigger=(start, start + len(verb)),
        evidence=(start, start + len(sentence)), type=kind, certainty=_drawn(chance, known.certainties),  # type: ignore[arg-type]
        actor=(happening.doer,) if chance.random() < 0.4 else (), places=(town.name,), where=Where(**place),  # type: ignore[arg-type]
        when=None if chance.random() < known.undated else when, figures=figures,
        sources=(happening.root,) if happening.root else (),
    )  # fmt: skip
    return sentence, claim, mention
