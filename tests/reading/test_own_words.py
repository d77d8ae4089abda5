"""Conditions that ask for a trigger's own words, and not for any that stand near it."""

import pytest

from tests.reading.test_reader import read

SHELLED = "Shells hit Marnah."


def kinds(sentence: str) -> set[str]:
    """The kinds told of a sentence that follows one of violence, in which weak words count."""
    story = f"{SHELLED} {sentence}"
    return {c.type for c in read(story).claims if c.trigger[0] > len(SHELLED)}


@pytest.mark.parametrize(("sentence", "kind"), [
    ("Officials said food aid reached 900 people.", "shelter_aid"),
    ("The charity said emergency aid had arrived.", "shelter_aid"),
    ("Vestonia armed the rebels with heavy weapons.", "support"),
    ("Rebels withdrew from Dirwan under a truce.", "territory_change"),
    ("The soldiers fled the town.", "territory_change"),
    ("Police beat protesters in Dirwan.", "abuse"),
    ("Police used force against protesters.", "abuse"),
    ("Gunmen fired two rounds at a man near a tank.", "shooting"),
    ("Gunmen fired two rounds at a man from the top of a water tank.", "shooting"),
    ("Troops fired two tank rounds at the town.", "shelling"),
    ("Rebels fired nine rounds from a mortar.", "shelling"),
    ("Rebels fired dozens of mortar rounds at the town.", "shelling"),
    ("Teachers held a union strike in Dirwan.", "protest"),
    ("Bus drivers are on strike in Dirwan.", "protest"),
    ("A drone strike near the union office wounded nine.", "airstrike"),
    ("The army lost 40 men in the battle.", "killing"),
    ("Rescuers found the body of a farmer.", "killing"),
])
def test_what_its_own_words_tell_counts(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize(("sentence", "kind"), [
    ("Food aid workers left the town.", "shelter_aid"),
    ("Rebels armed with heavy weapons stormed the town.", "support"),
    ("Rebel forces withdrew from the truce.", "territory_change"),
    ("The militia withdrew from the alliance with the party.", "territory_change"),
    ("The rebels withdrew from politics.", "territory_change"),
    ("A soldier fled Dirwan.", "territory_change"),
    ("Militants fled from a jail in Dirwan.", "territory_change"),
    ("Militants fled the prison.", "territory_change"),
    ("Militants fled the building.", "territory_change"),
    ("Police beat back protesters in Dirwan.", "abuse"),
    ("Dirwan beat Marnah 3-0.", "abuse"),
    ("Militants used children to carry shells near the air force base.", "abuse"),
    ("Gunmen fired two rounds at a man near a tank.", "shelling"),
    ("The Western Union condemned the strike on Dirwan.", "protest"),
    ("A strike near the union office wounded nine.", "protest"),
    ("Bus drivers are on strike in Dirwan.", "airstrike"),
    ("A nationwide strike paralysed Dirwan.", "airstrike"),
    ("The army lost 40 men to desertion.", "killing"),
    ("The army lost 40 men as prisoners.", "killing"),
    ("A governing body of rebel leaders was found to contain spies.", "killing"),
    ("They are a body of judges contained in the law.", "killing"),
])
def test_what_only_stands_near_it_does_not(sentence: str, kind: str) -> None:
    assert kind not in kinds(sentence)


def test_who_is_drowned_by_somebody_is_whom_it_befell() -> None:
    drowned = next(c for c in read("The man drowned his two children in Dirwan.").claims if c.type == "killing")
    assert (drowned.actor, drowned.target, drowned.figures[0].low) == (("The man",), ("children",), 2)
    drowned = next(c for c in read("Nine migrants drowned off Dirwan.").claims if c.type == "killing")
    assert (drowned.actor, drowned.target) == ((), ("migrants",))
