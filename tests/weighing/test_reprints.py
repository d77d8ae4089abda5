"""A reprint adds a report, never a root."""

from typing import Any

from crossbearing.records import SourceLink
from crossbearing.weighing.context import Context
from crossbearing.weighing.reprints import likeness, originals, shingles

STORY = (
    "Shells hit the grain market in Marnah on Tuesday as farmers unloaded their carts. At least 12 people died, the "
    "Syrian Observatory for Human Rights said, and the bakery beside it burned down. Men dug on by hand."
)


def tell(
    desk, ident: str, text: str, outlet: str, day: str, source: str = "the Syrian Observatory for Human Rights"
) -> None:
    desk.report(ident, text, outlet=outlet, day=day)
    desk.claim(ident, "Shells", "shelling", place="Marnah", day="2014-03-04", sources=source)
    desk.claim(ident, "died", "killing", place="Marnah", day="2014-03-04", killed=(12, None), sources=source)


def test_the_same_text_under_another_outlet_is_echoed_not_corroborated(desk):
    tell(desk, "a", STORY, "One", "2014-03-04")
    tell(desk, "b", STORY, "Two", "2014-03-05")
    (event,) = desk.weigh()
    assert event.grade.happened == "echoed"
    assert event.roots.low == 1
    assert {r.id: r.reprint_of for r in event.reports} == {"a": None, "b": "a"}
    assert "1 reprint" in event.roots.why


def test_a_copy_that_names_its_own_source_still_adds_no_root(desk):
    tell(desk, "a", STORY, "One", "2014-03-04")
    tell(desk, "b", STORY, "Two", "2014-03-05", source="Adib Kassar")
    (event,) = desk.weigh()
    assert event.roots.low == 1


def test_a_reprint_cites_for_each_sentence_whom_its_original_cites_for_it(desk):
    blaming = "Officials in Marnah blamed gunmen for the deaths of nine soldiers at the grain market on Tuesday."
    shooting = "Activists said that the nine soldiers at the market had been shot by officers of their own unit."
    officials, activists = (
        SourceLink(name=name, kind=kind, cue="said", named=False)
        for name, kind in (("Officials", "official"), ("Activists", "activist"))
    )
    told: dict[str, Any] = {"place": "Marnah", "day": "2014-03-04", "killed": 9, "on": ("soldiers",)}
    for ident in "ab":
        desk.report(ident, f"{desk.WIRE}{blaming} {shooting}", outlet=f"outlet {ident}", day="2014-03-05")
    deaths = {desk.claim(ident, "deaths", "killing", sources=(officials,), **told) for ident in "ab"}
    shot = {desk.claim(ident, "shot", "shooting", sources=(activists,), **told) for ident in "ab"}
    (event,) = desk.weigh()
    roots = {claim.id: claim.roots for claim in event.claims}
    of_deaths, of_shooting = ({roots[ident] for ident in claims} for claims in (deaths, shot))
    assert (len(of_deaths), len(of_shooting)) == (1, 1)
    assert of_deaths.isdisjoint(of_shooting)


def test_the_first_day_decides_which_is_the_original(desk):
    tell(desk, "b", STORY, "Two", "2014-03-04")
    tell(desk, "a", STORY, "One", "2014-03-05")
    (event,) = desk.weigh()
    assert {r.id: r.reprint_of for r in event.reports} == {"b": None, "a": "b"}


def test_two_reports_on_one_matter_in_other_words_are_no_reprints(desk):
    desk.report("a", STORY)
    desk.report(
        "b", "Twelve farmers were killed when a mortar round fell on a market for grain, a monitoring group says."
    )
    assert originals([Context(desk.reports[i], desk.readings[i]) for i in "ab"]) == {}


def test_a_light_rewrite_is_alike(desk):
    other = STORY.replace("on Tuesday ", "").replace("Men dug", "Rescuers dug")
    assert likeness(shingles(STORY), shingles(other)) > 0.5
    desk.report("a", STORY)
    desk.report("b", other)
    assert originals([Context(desk.reports[i], desk.readings[i]) for i in "ab"]) == {"b": "a"}


def test_empty_texts_are_not_copies_of_each_other(desk):
    desk.report("a", "")
    desk.report("b", "")
    assert originals([Context(desk.reports[i], desk.readings[i]) for i in "ab"]) == {}


SENTENCE = "Nine traders were killed when shells struck the grain market of Marnah before dawn on Tuesday."
RATHER = ("Markets open early in the spring, and prices have doubled.", "Nobody has counted the carts that were lost.")


def test_a_sentence_that_two_reports_share_has_the_root_that_one_of_them_cites(desk):
    for ident, more, sources in (("a", RATHER[0], "the Syrian Observatory for Human Rights"), ("b", RATHER[1], ())):
        desk.report(ident, f"{SENTENCE} {more}", outlet=ident)
        desk.claim(ident, "killed", "shelling", place="Marnah", day="2014-03-04", killed=9, sources=sources)
    (event,) = desk.weigh()
    assert {c.roots for c in event.claims} == {("syrian-observatory-for-human-rights",)}


def test_who_is_cited_for_a_part_of_a_shared_sentence_stands_behind_that_part(desk):
    families = (SourceLink(name="Families", kind="resident", cue="fearing", named=False),)
    sentence = "Hundreds fled the mills of Marnah before dawn on Tuesday as they feared that tanks would shell them."
    for ident, more in zip("ab", RATHER, strict=True):
        desk.report(ident, f"{sentence} {more * 9}", outlet=ident)
        desk.claim(ident, "fled", "displacement", place="Marnah", day="2014-03-04", displaced=200)
        desk.claim(ident, "shell", "shelling", place="Marnah", day="2014-03-04", sources=families)
    roots = {claim.id: claim.roots for event in desk.weigh() for claim in event.claims}
    fled = {c.id for reading in desk.readings.values() for c in reading.claims if c.type == "displacement"}
    assert {roots[ident] for ident in fled} == {("wording-a",)}


def test_a_sentence_that_two_reports_share_and_nobody_is_cited_for_has_one_unknown_author(desk):
    for ident, more in zip("ab", RATHER, strict=True):
        desk.report(ident, f"{SENTENCE} {more * 9}", outlet=ident)
        desk.claim(ident, "killed", "shelling", place="Marnah", day="2014-03-04", killed=9)
    (event,) = desk.weigh()
    assert len({c.roots for c in event.claims}) == 1
    assert (event.roots.low, all(c.roots for c in event.claims)) == (1, True)


def test_what_two_reprints_add_to_a_wording_in_the_same_words_is_told_once(desk):
    for n, more in enumerate(("Shells hit the mill in Tal Dirwan.", SENTENCE, SENTENCE)):
        desk.report(f"r{n}", f"{desk.WIRE}{more}", outlet=f"outlet {n}", day=f"2014-03-{4 + n:02}")
    desk.claim("r0", "hit", "shelling", place="Tal Dirwan", day="2014-03-01")
    added = [desk.claim(ident, "killed", "shelling", place="Marnah", day="2014-03-04") for ident in ("r1", "r2")]
    events = {tuple(claim.report for claim in event.claims): event for event in desk.weigh()}
    assert set(events) == {("r0",), ("r1", "r2")}
    (link,) = events["r1", "r2"].links
    assert (link.a, link.b) == tuple(added)
    assert [comparison.name for comparison in link.comparisons] == ["reprint"]


def test_what_a_reprint_tells_in_the_same_words_of_two_towns_is_told_of_each(desk):
    told = {"Marnah": "The governor condemned the attack on Marnah.",
            "Tal Dirwan": "The governor condemned the attack on Tal Dirwan."}
    desk.report("a", f"{desk.WIRE}Nobody answered.", outlet="a", day="2014-03-04")
    for ident, day in (("b", "2014-03-05"), ("c", "2014-03-06")):
        desk.report(ident, desk.WIRE + " ".join(told.values()), outlet=ident, day=day)
        for town, sentence in told.items():
            desk.claim(ident, sentence[13:], "accuse_condemn", place=town, day="2014-03-05", sources=town)
    assert [{claim.report for claim in event.claims} for event in desk.weigh()] == [{"b", "c"}, {"b", "c"}]
