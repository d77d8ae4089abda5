"""What must hold of any archive."""

import random
from collections import Counter

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbearing.records import SourceLink
from crossbearing.weighing import weigh

SENTENCES = (
    ("Shells hit the market in {place}.", "Shells", "shelling"),
    ("Aircraft bombed a school in {place}.", "bombed", "airstrike"),
    ("A car bomb exploded near the mosque in {place}.", "exploded", "explosion"),
    ("Gunmen killed people in {place}.", "killed", "killing"),
    ("Families fled from {place}.", "fled", "displacement"),
    ("The governor condemned the attack on {place}.", "condemned", "accuse_condemn"),
)
def unnamed(name: str, kind: str) -> tuple[SourceLink, ...]:
    return (SourceLink(name=name, kind=kind, cue="said", named=False),)  # type: ignore[arg-type]


SOURCES: tuple[str | tuple[SourceLink, ...], ...] = (
    "the Syrian Observatory for Human Rights", "SANA", "Adib Kassar", unnamed("residents", "resident"), "",
    unnamed("activists", "activist"), unnamed("an official", "official"), unnamed("a local source", "anonymous"),
)  # fmt: skip
told = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES),
        st.sampled_from(("Marnah", "Tal Dirwan", "Kafr Sahib", "East Side")),
        st.integers(3, 6),
        st.none() | st.integers(1, 40),
        st.sampled_from(SOURCES),
    ),
    min_size=1,
    max_size=4,
)
archives = st.lists(
    st.tuples(told, st.sampled_from(("One", "Two", "Three")), st.integers(5, 8), st.booleans()), min_size=1, max_size=5
)
"""Reports: what they tell, their outlet and day, and whether they add it to a long text that others print, too."""
otherwise = st.lists(st.tuples(st.none() | st.integers(1, 40), st.sampled_from(SOURCES)), min_size=4, max_size=4)
"""How many are told as dead and by whom, where a reprint tells it otherwise."""
few = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES[:3]), st.sampled_from(("Marnah", "Tal Dirwan")), st.just(4), st.none(), st.just("")
    ),
    min_size=1,
    max_size=2,
)  # fmt: skip
prints = st.lists(
    st.tuples(few, st.sampled_from(("One", "Two", "Three")), st.integers(5, 8), st.just(True)), min_size=3, max_size=5
)
"""Reports that print one long text, and add what others add, too."""
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fill(desk, archive, prefix="r") -> None:
    for n, (claims, outlet, day, wire) in enumerate(archive):
        text = desk.WIRE * wire + " ".join(sentence.format(place=place) for (sentence, _, _), place, *_ in claims)
        ident = f"{prefix}{n}"
        desk.report(ident, text, outlet=outlet, day=f"2014-03-{day:02}")
        seen: set[str] = set()
        for (sentence, trigger, kind), place, when, killed, source in claims:
            full = sentence.format(place=place)
            if full not in seen:
                seen.add(full)
                start = text.index(full)
                desk.claim(
                    ident,
                    text[start + full.index(trigger) : start + len(full)],
                    kind,
                    place=place,
                    day=f"2014-03-{when:02}",
                    killed=killed,
                    sources=source or (),
                )


def encoded(events) -> bytes:
    return msgspec.json.encode(events)


@CALM
@given(archives | prints)
def test_every_claim_is_in_exactly_one_event(new_desk, archive):
    desk = new_desk()
    fill(desk, archive)
    counted = Counter(c.id for e in desk.weigh() for c in e.claims)
    assert counted == Counter(c.id for r in desk.readings.values() for c in r.claims)


@CALM
@given(archives, st.integers(0, 99))
def test_shuffled_input_gives_the_same_bytes(new_desk, archive, seed):
    desk = new_desk()
    fill(desk, archive)
    ids = list(desk.reports)
    random.Random(seed).shuffle(ids)
    shuffled = weigh({i: desk.reports[i] for i in ids}, {i: desk.readings[i] for i in reversed(ids)})
    assert encoded(shuffled) == encoded(desk.weigh())


@CALM
@given(archives, st.integers(0, 4), st.integers(0, 3))
def test_a_reprint_never_raises_a_lower_bound(new_desk, archive, which, later):
    desk = new_desk()
    fill(desk, archive)
    before = {c.id: e.roots.low for e in desk.weigh() for c in e.claims}
    claims, _, day, wire = archive[which % len(archive)]
    fill(desk, [(claims, "Reprinter", day + later, wire)], prefix="z")
    after = {c.id: e.roots.low for e in desk.weigh() for c in e.claims}
    assert all(after[ident] <= low for ident, low in before.items())


@CALM
@given(archives, st.integers(0, 4), otherwise)
def test_a_reprint_that_counts_and_cites_otherwise_raises_no_bound_of_what_is_told_as_before(
    new_desk, archive, which, others,
):
    desk = new_desk()
    fill(desk, archive)
    before = {frozenset(c.id for c in e.claims): e.roots.low for e in desk.weigh()}
    claims, _, day, wire = archive[which % len(archive)]
    reprinted = [(*told[:3], killed, source) for told, (killed, source) in zip(claims, others, strict=False)]
    fill(desk, [(reprinted, "Reprinter", day, wire)], prefix="z")
    for event in desk.weigh():
        own = frozenset(c.id for c in event.claims if c.report != "z0")
        assert event.roots.low <= before.get(own, event.roots.low)


@CALM
@given(archives, archives)
def test_a_new_report_never_drops_a_claim(new_desk, archive, more):
    desk = new_desk()
    fill(desk, archive)
    before = {c.id for e in desk.weigh() for c in e.claims}
    fill(desk, more, prefix="s")
    assert before <= {c.id for e in desk.weigh() for c in e.claims}


@CALM
@given(archives)
def test_bounds_are_in_order_and_links_join_the_whole_event(new_desk, archive):
    desk = new_desk()
    fill(desk, archive)
    for event in desk.weigh():
        assert 1 <= event.roots.low <= event.roots.high
        for figure in event.figures.values():
            assert figure.low <= figure.best
            assert figure.high is None or figure.best <= figure.high
        joined = {event.claims[0].id}
        for _ in event.links:
            joined |= {x for link in event.links for x in (link.a, link.b) if {link.a, link.b} & joined}
        assert joined == {c.id for c in event.claims}
