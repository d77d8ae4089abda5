"""Which count belongs to which word of a sentence, and what it counts."""

import pytest

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Report

SENTENCES = {
    "The shells killed five and injured 50.": {"killed": [5], "injured": [50]},
    "Attacks on a quarter of Rasta kill 10 villagers injure 16.": {"kill": [10], "injure": [16]},
    "10 villagers killed 15 injured in blasts.": {"killed": [10], "injured": [15]},
    "Rebels came, claiming the lives of three boys injuring eight others.": {"claiming": [3], "injuring": [8]},
    "Nine people were killed including three children and 12 were injured.": {"killed": [9, 3], "injured": [12]},
    "Seven people were killed among them a child and two women and nine others were injured.":
        {"killed": [7, 2, 1], "injured": [9]},
    "The raid killed 16 people including at least one child and wounded 22.": {"killed": [16, 1], "wounded": [22]},
    "21 people, including five children, were killed and six were injured.": {"killed": [21, 5], "injured": [6]},
    "A father a mother and a son were killed in the raid.": {"killed": [1, 1, 1]},
    "More than 1,500 fighters were attacking the town.": {"attacking": [1500]},
    "Over 900 people live under siege in the valley.": {"siege": [900]},
    "Rebels shelled the market with 20 rockets.": {"shelled": [20]},
    "Gunmen attacked one of the posts.": {"attacked": []},
    "Five people were shot, one fatally.": {"shot": [5]},
    "Two men were fatally shot and three others were wounded.": {"shot": [2], "wounded": [3]},
    "Five men arrived at the hospital with gunshot wounds.": {"wounds": [5]},
    "A 5 y/o boy was wounded at the park.": {"wounded": [1]},
    "Short URL 4016 nine people were killed.": {"killed": [9]},
}  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), SENTENCES.items(), ids=SENTENCES.keys())
def test_each_count_belongs_to_the_word_of_harm_that_it_stands_with(text: str, counts: dict[str, list[int]]) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    told = {text[slice(*claim.trigger)]: [f.low for f in claim.figures] for claim in claims}
    assert {word: told.get(word) for word in counts} == counts


def test_who_is_told_beside_the_whole_is_a_part_of_it() -> None:
    text = "Three others, two boys and a girl, were injured in the raid."
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [(f.low, f.part_of_whole) for f in claim.figures][:2] == [(3, False), (2, True)]


def test_a_fatal_wound_kills() -> None:
    text = "The shot went off, fatally wounding the guard."
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [claim.type for claim in claims if text[slice(*claim.trigger)] == "wounding"] == ["killing"]
