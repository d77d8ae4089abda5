"""Which tolls are those of a whole war."""

import datetime as dt

import pytest

from crossbearing.pipeline import make_rules
from crossbearing.records import Claim, Report


def told(sentence: str) -> Claim:
    text = f"Shells hit Dirwan on Monday. {sentence}"
    report = Report(id="a", text=text, digest="0" * 64, published=dt.date(2015, 3, 18))
    return next(c for c in make_rules().read(report).claims if c.type == "killing" and c.figures)


@pytest.mark.parametrize("sentence", [
    "More than 40,000 people have been killed in the country's civil war.",
    "The conflict has killed more than 40,000 people.", "The war has claimed more than 40,000 lives.",
    "More than 40,000 people have died since the uprising erupted.",
    "Some 40,000 people have been killed since the outbreak of the conflict.",
    "The envoy called for an end to a war that has killed 40,000 people.",
    "Talks on the conflict in which 40,000 people have been killed have stalled.",
    "Talks on the conflict in which 40,000 people are believed to have been killed have stalled.",
    "The conflict in Vestonia has killed 300 people.", "Some 300 people have been killed in the uprising.",
    "The war killed 40,000 people.", "Some 300 people have been killed since the outbreak of the crisis.",
    "The crisis has killed 40,000 people.", "Troops have killed 300 people since the uprising began.",
])
def test_what_is_told_of_a_war_is_a_total_of_no_day(sentence):
    claim = told(sentence)
    assert (claim.when.cumulative, claim.when.earliest, claim.standing) == (True, None, "background")


def test_a_total_of_a_whole_war_does_not_lie_where_others_talk_of_it():
    talks = "In Syria raids hit Homs and Daraa. Talks in Geneva failed to end the conflict which has killed 40,000."
    report = Report(id="a", text=talks, digest="0" * 64, published=dt.date(2015, 3, 18))
    (claim,) = (c for c in make_rules().read(report).claims if c.type == "killing")
    assert claim.places == ("Syria",)


@pytest.mark.parametrize("sentence", [
    "Five people were killed there.", "Two soldiers were killed on Monday in the war with the rebels.",
    "Five people were killed when the army began its assault.", "The shells killed five people, as the war goes on.",
    "The conflict began with the killing of 40 protesters.",
    "Nine people were killed in the conflict.", "Two guards have been killed in the crisis.",
    "The hostage crisis has killed nine people.", "Nine prisoners were killed in a revolt in Marnah jail.",
    "Nine prisoners have been killed in a revolt in the jail.", "Nine men have been killed in a turf war.",
    "Four farmers have died since the land conflict began.", "A shell has killed nine people in the war.",
    "The war in Dirwan killed nine villagers when a bomb hit a bus.",
])
def test_what_is_told_of_a_deed_is_none(sentence):
    claim = told(sentence)
    assert not claim.when.cumulative
    assert claim.when.earliest is not None


def test_years_of_war_are_the_war() -> None:
    when = told("Two years of war have killed 60,000 people.").when
    assert when is not None
    assert when.cumulative
