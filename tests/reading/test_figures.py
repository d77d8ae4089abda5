"""Which count belongs to which word of a sentence, and what it counts."""

import time

import pytest

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Report

SENTENCES = {
    "The shells killed five and injured 50.": {"killed": [5], "injured": [50]},
    "Attacks on a quarter of Rasta kill 10 villagers injure 16.": {"kill": [10], "injure": [16]},
    "10 villagers killed 15 injured in blasts.": {"killed": [10], "injured": [15]},
    "Rebels came, claiming the lives of three boys injuring eight others.": {"claiming": [3], "injuring": [8]},
    "Half of the 12 dead were guards.": {"dead": [12]},
    "A third of the 90 people killed were guards.": {"killed": [90]},
    "Half of the 40 wounded died.": {"died": [20]},
    "Half of the 40 kidnapped girls were killed.": {"kidnapped": [40], "killed": [20]},
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
    "Five people were shot, one fatally.": {"shot": [5], "fatally": [1]},
    "Both guards were killed and three cooks wounded.": {"killed": [2], "wounded": [3]},
    "Baker dead, three others wounded in raid": {"dead": [], "wounded": [3]},
    "The blast wounded nine guards, one seriously.": {"wounded": [9, 1]},
    "The agency had put the number of dead at 28, and later at 43.": {"dead": [43]},
    "The ministry first put the death toll at 28 and then at 43.": {"toll": [43]},
    "Two guards were attacked. Both were shot in the back.": {"shot": [2]},
    "The couple and their son were killed.": {"killed": [2]},
    "A couple of guards were killed.": {"killed": [2]},
    "Odeh killed his nieces, ages 5 and 8, at home.": {"killed": [2]},
    "Two sisters, 7 and 9, were wounded.": {"wounded": [2]},
    "Omar Haddad and Samir Khoury, both 31 and of Dirwan, were wounded.": {"wounded": []},
    "Haddad was charged with the killing of Lina Khoury, also 18.": {"killing": []},
    "Haddad was 17 when the killings began.": {"killings": []},
    "Seven guards were shot, two fatally wounded.": {"shot": [7], "wounded": [2]},
    "Two men were fatally shot and three others were wounded.": {"shot": [2], "wounded": [3]},
    "Five men arrived at the hospital with gunshot wounds.": {"wounds": [5]},
    "One person was critically injured Wednesday afternoon in a shooting at a mill.": {"injured": [1]},
    "A woman remains critically injured.": {"injured": [1]},
    "One guard is dead and at least nine more were injured.": {"dead": [1], "injured": [9]},
    "Police tell 13 News two people were shot in the inn late last night.": {"shot": [2]},
    "They found a nurse, 36, outside with gunshot wounds.": {"wounds": [1]},
    "Seven others were treated for their wounds and went home.": {"wounds": [7]},
    "Seven guards were treated for gunshot wounds at the hospital.": {"wounds": [7]},
    "Five Shot Dead In Marnah: 4 Men At Restaurant, Pregnant Woman In Apartment": {"Shot": [5]},
    "Two guards were shot, one of them fatally.": {"shot": [2], "fatally": [1]},
    "One of two men shot late Monday in Marnah dies": {"shot": [], "dies": [1]},
    "A 29-year-old nurse, one of nine victims, was killed.": {"killed": [1]},
    "Raid Leaves 3 Hurt, 1 Dead": {"Hurt": [3], "Dead": [1]},
    "Marnah shooting spree leaves 4 wounded, gunman dead": {"wounded": [4], "dead": []},
    "Two guards were killed and a third was wounded.": {"killed": [2], "wounded": [1]},
    "A guard was killed in an inn and a second was wounded.": {"killed": [1], "wounded": [1]},
    "A third man was killed and a fourth wounded.": {"killed": [1], "wounded": [1]},
    "Half of the 90 hostages were beheaded.": {"beheaded": [45]},
    "Police arrested a third of the strikers.": {"arrested": []},
    "About a third were wounded.": {"wounded": []},
    "Of 90 guards a third were killed.": {"killed": []},
    "Two dogs were killed and a third was wounded.": {"killed": [2], "wounded": []},
    "Rana Odeh, one of nine people killed at the mill, was buried on Monday.": {"killed": [9]},
    "Rana Odeh, one of nine people injured at the mill, said so.": {"injured": [9]},
    "On Monday, March 16, and Tuesday, 12 people were killed.": {"killed": [12]},
    "Rami Odeh, 31, and Sgt. Omar Nasr, 12 guards and a nurse were killed.": {"killed": [12]},
    "Nine news workers were killed.": {"killed": [9]},
    "The mayor was not among the nine dead.": {"dead": [9]},
    "A 5 y/o boy was wounded at the park.": {"wounded": [1]},
    "Short URL 4016 nine people were killed.": {"killed": [9]},
    "3 found dead in a Rasta home, police say": {"dead": [3]},
    "86 sick, 7 dead in the fever wards of the city": {"dead": [7]},
    "Three people fatally shot two guards at the depot.": {"shot": [2]},
    "The blast cost the lives of three young people.": {"cost": [3]},
    "The fire took three lives on Friday.": {"took": [3]},
    "A father killed his twin daughters and wounded two twin cousins.": {"killed": [2], "wounded": [2]},
    "The guard was one of three people killed on Friday.": {"killed": [3]},
    "3 of the 5 hostages were killed.": {"killed": [3]},
    "Three of 12 miners died.": {"died": [3]},
    "One of the three guards was killed.": {"killed": [1]},
    "At least 12 of the 40 people who were injured are children.": {"injured": [40]},
    "Soldiers killed two of the nine hostages.": {"killed": [2]},
    "Gunmen killed two guards, 3 nurses and 9 cooks.": {"killed": [2, 3, 9]},
    "Shells wound a baker, two others": {"wound": [2]},
    "Three others, two boys and a girl, were injured in the raid.": {"injured": [3, 2]},
    "The hospital put the number of dead at 40.": {"dead": [40], "put": None},
    "A new round of sanctions hit Rasta on Monday.": {"hit": None},
    "Two men charged in death of Dirwan teen": {"death": []},
    "Two women arrested in killing of baker": {"killing": []},
    "Four men shot on Erb Street": {"shot": [4]},
    "Nine men were killed in the market and two boys were found with gunshot wounds.": {"killed": [9], "wounds": [2]},
    "One of two girls, 7 and 5, shot on Wednesday has died.": {"died": [1]},
    "A shooting at a bar sent 4 people to the hospital.": {"sent": [4]},
    "Overnight 12 guests were shot, resulting in at least one death.": {"shot": [12], "death": [1]},
    "Five men were shot -- three of them fatally -- on Friday.": {"shot": [5, 3]},
    "One man has died and two men are in critical condition after a shooting.": {"died": [1], "condition": [2]},
    "Nine of the wounded were in critical condition.": {"wounded": [9], "condition": None},
    "The deadly raid on a bar, 1487 Mill St., left nine people dead.": {"raid": [], "dead": [9]},
    "The raid killed 12 Afghans, court records show.": {"killed": [12]},
    "The raid killed 12 Afghans court officials said.": {"killed": [12]},
    "A total of four guards were injured.": {"injured": [4]},
    "4 shot in northwest Rasta": {"shot": [4]},
    "One killed, several shot in Rasta": {"killed": [1]},
    "One nurse is dead after a triple shooting on Erb Street.": {"dead": [1], "shooting": [3]},
    "The raid left a 25-year-old man dead and two others in serious but stable condition.": {"dead": [1]},
    "The other five were taken to a hospital with shrapnel wounds.": {"wounds": [5]},
    "Six were killed, including a guard who died of shrapnel wounds.": {"killed": [6, 1], "wounds": []},
    "Baby, 4 others wounded in Rasta": {"wounded": [4]},
    "Nine people were struck by gunfire outside a bakery.": {"struck": [9], "gunfire": None},
    "She was one of six people hit by a bullet.": {"hit": [6]},
    "Guards look for witnesses after six people, including a nurse, were injured in Rasta.": {"injured": [6, 1]},
    "Ten people, ages 16 to 40, were hurt.": {"hurt": [10]},
    "Guards found a boy and two nurses suffering from shrapnel wounds.": {"wounds": [2, 1]},
    "The raid ended with four people suffering shrapnel wounds and a nurse injured by glass.":
        {"wounds": [4], "injured": [1]},
    "Guards found two nurses and a boy who had been shot.": {"shot": [2]},
    "Omar is one of two men held over a brawl outside a bar that left four people wounded.": {"wounded": [4]},
    "The crash put four women into the hospital.": {"put": [4]},
    "3 children, 1 teen shot in Rasta": {"shot": [3, 1]},
    "There were five gunshot victims.": {"gunshot": [5]},
    "A man was held in the shooting of six people.": {"shooting": [6]},
    "Rain was blamed for the death of a boy and the wounding of four others.": {"death": [1], "wounding": [4]},
    "The blasts wounded five men 1 / 4 Back to the top": {"wounded": [5]},
    "One woman dead and three in critical condition after raid in Rasta.": {"dead": [1]},
    "Police shot and killed a man, 3 others in serious condition.": {"killed": [1]},
    "2 men killed, 2 others in critical after raid": {"killed": [2]},
    "Gunman opens fire on cars in Rasta, wounds 9": {"wounds": [9]},
    "One nurse was killed and another two, including a baby, were hospitalized after two masked men opened fire.":
        {"hospitalized": [2]},
    "A farmer and his wife, both teachers, were shot.": {"shot": []},
    "Bomb wounds 9, kills 4": {"wounds": [9], "kills": [4]},
    "Bomb wounds 9 including 3 children": {"wounds": [9, 3]},
    "Omar Vell killed his wife, Lena, and their two sons on Friday.": {"killed": [2]},
    "Two people were killed and a third wounded.": {"killed": [2], "wounded": [1]},
    "Two were killed and a third injured in Rasta.": {"killed": [2], "injured": [1]},
    "One guard was shot dead and a second wounded.": {"shot": [1], "wounded": [1]},
    "Two guards killed, third wounded in Rasta": {"killed": [2], "wounded": [1]},
    "The third guard was wounded.": {"wounded": [1]},
    "The death toll climbed to 63 after more bodies were found.": {"toll": [63], "bodies": []},
    "The bodies of seven soldiers were found in a ditch.": {"bodies": [7]},
    "Workers exhumed 19 bodies from a mass grave.": {"bodies": [19]},
    "The army had lost 25 men.": {"lost": [25]},
    "The war has killed 9,000 people and displaced millions.": {"killed": [9000], "displaced": [2000000]},
    "Rebels fired three shells at two villages.": {"fired": [3]},
    "The death toll from a raid on a mill in the southern port city of Dorzan has climbed to 43.": {"toll": [43]},
    "The number of people killed in a raid by army jets on a wedding in Dorzan rose to 28.": {"killed": [28]},
    "The death toll has risen to 18, including a French nurse.": {"toll": [18, 1]},
    "At least 18 fighters, most of them foreigners and including an American, were killed.": {"killed": [18, 1]},
    "An American was among 18 rebels killed in the raid.": {"killed": [18, 1]},
    "Six of 20 people killed in the raid were children.": {"killed": [6, 20]},
    "Twelve women were among at least 40 people killed in the shelling.": {"killed": [12, 40]},
    "Twelve women were not among the 40 people killed in the shelling.": {"killed": [40]},
    "The army has retaken 80 per cent of Dorzan.": {"retaken": []},
    "Many died at the hands of the army and its allies and millions have been displaced.": {"displaced": [2000000]},
}  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), SENTENCES.items(), ids=SENTENCES.keys())
def test_each_count_belongs_to_the_word_of_harm_that_it_stands_with(text: str, counts: dict[str, list[int]]) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    told = {text[slice(*claim.trigger)]: [f.low for f in claim.figures] for claim in claims}
    assert {word: told.get(word) for word in counts} == counts


def test_counts_of_a_sentence_without_end_are_told_apart_in_time() -> None:
    text = "Guards said a man killed 3 in Rasta and " * 120
    with Gazetteer.open() as gazetteer:
        reader = Rules(gazetteer)
        reader.read(Report(id="r", digest="", text="Guards said a man killed 3 in Rasta."))
        begun = time.process_time()
        claims = reader.read(Report(id="r", digest="", text=text)).claims
    assert [f.low for c in claims for f in c.figures] == [3] * 120
    assert time.process_time() - begun < 8


def test_who_is_told_beside_the_whole_is_a_part_of_it() -> None:
    text = "Three others, two boys and a girl, were injured in the raid."
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [(f.low, f.part_of_whole) for f in claim.figures][:2] == [(3, False), (2, True)]


@pytest.mark.parametrize(("text", "ages"), [
    ("Rasta 3-Year-Old Shoots Mother", []), ("Rasta 3-Year-Old Shoots Self In Hand", [3]),
    ("Rasta 3-Year-Old Shot In Hand", [3]),
])  # fmt: skip
def test_who_is_told_of_by_age_before_shoots_was_not_shot(text: str, ages: list[int]) -> None:
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [person.age for person in claim.people] == ages


def test_who_fared_worse_is_a_part_of_those_counted() -> None:
    text = "The blast wounded nine guards, one seriously."
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[-1]
    assert [(f.low, f.part_of_whole) for f in claim.figures] == [(9, False), (1, True)]


@pytest.mark.parametrize(("text", "told"), [
    ("Three boys among nine dead in Rasta", [(3, True), (9, False)]),
    ("Three children were among at least 19 farmers killed in Dirwan.", [(3, True), (19, False)]),
    ("Six of 20 people killed in the raid were children.", [(6, True), (20, False)]),
    ("Nine guards were among the 40 dead in Rasta.", [(9, True), (40, False)]),
    ("A nurse was among the nine dead in Rasta.", [(9, False), (1, True)]),
    ("Three boys among nine people found dead in Rasta", [(3, True), (9, False)]),
    ("Nine people, among them three boys, were killed.", [(9, False), (3, True)]),
    ("Gunmen killed three boys among nine hostages.", [(3, False)]),
    ("Rain killed three boys among nine pupils in a bus.", [(3, False)]),
    ("Five men and four women were injured -- one in critical condition.", [(5, False), (4, False), (1, True)]),
])  # fmt: skip
def test_some_of_those_counted_are_a_part_on_either_side(text: str, told: list[tuple[int, bool]]) -> None:
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [(f.low, f.part_of_whole) for f in claim.figures] == told


def test_who_is_of_another_sex_is_no_part_of_those_before() -> None:
    text = "Two men, a woman and a child were wounded."
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [(f.low, f.part_of_whole) for f in claim.figures] == [(2, False), (1, False), (1, False)]


@pytest.mark.parametrize("text", ["Rebels shot down four jets.", "At dawn 52 drones were shot down."])
def test_what_is_shot_down_is_nobody_shot(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        claim = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[0]
    assert [f.measure for f in claim.figures] == ["vehicles"]


def test_a_fatal_wound_kills() -> None:
    text = "The shot went off, fatally wounding the guard."
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [claim.type for claim in claims if text[slice(*claim.trigger)] == "wounding"] == ["killing"]


TARGETS = {
    "The farmer killed his wife, two sons and himself.": ["his wife", "sons", "The farmer"],
    "A gunman killed two guards and then himself in the lobby.": ["guards", "A gunman"],
    "The raid claimed the lives of a boy and his mother.": ["a boy", "his mother"],
    "Also killed in the attack was Jonah Kestrelby, 21.": ["Jonah Kestrelby"],
    "He was charged with the murder of Rana Odeh, 31, Samir Haddad, 24, and Lina Khoury, 9.":
        ["Rana Odeh", "Samir Haddad", "Lina Khoury"],
    "He was charged with the deaths of Lindsay, 24 and Duncan, 23.": ["Lindsay", "Duncan"],
    "A gunman killed four co-workers before dawn.": ["co-workers"],
    "The fire took the lives of a nurse and her son.": ["a nurse", "her son"],
    "2-year-old killed in shelling of the town": ["2-year-old"],
    "Three people found dead in the ruins were shot.": ["people"],
    "Nine traders killed others injured in a raid on the mill.": ["traders"],
    "Soldiers killed a man who had barricaded himself in the mill.": ["a man"],
    "Gunmen killed Bill Haddad in the market.": ["Bill Haddad"],
    "The mother of a boy who killed himself wept.": ["a boy"],
    "Two women killed on Erb Street.": ["women"],
    "Nine gunmen killed others in a raid on the mill.": ["others"],
    "Man killed, 6-year-old girl wounded in Rasta": ["Man"],
    "Guards met the man who took his son's life.": ["his son"],
    "The baker killed his wife, Lena, and their two sons.": ["his wife", "sons"],
    "Baker kills wife, shoots teen daughter in Rasta": ["wife"],
    "The raid left one nurse dead and three other people hurt in Rasta.": ["nurse"],
    "Man kills 9-year-old at mill in Rasta": ["9-year-old"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), TARGETS.items(), ids=TARGETS.keys())
def test_all_those_killed_are_told(text: str, whom: list[str]) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [list(c.target) for c in claims if c.type == "killing"][:1] == [whom]


@pytest.mark.parametrize(("text", "whom"), [
    ("The boy was taken to hospital with a gunshot wound to his leg.", ["The boy"]),
    ("A boy was found suffering from gunshot wounds.", ["A boy"]),
    ("Officers found a man with a gunshot wound.", ["a man"]),
    ("The nurse was taken to Dirwan with a gunshot wound.", ["The nurse"]),
    ("A bullet grazed a nurse.", ["a nurse"]),
    ("The farmer was charged with injury to a child.", []),
    ("The town was hit, with injuries.", []),
    ("Three boys were treated for wounds.", ["boys"]),
    ("The minister was blamed for injuries to nine protesters.", []),
    ("Doctors spoke of injuries.", []),
    ("A nurse was taken to hospital in critical condition with a gunshot wound.", ["A nurse"]),
    ("The 17 year old was treated for a gunshot wound.", ["The 17 year old"]),
    ("Baby, 4 others wounded in Rasta", ["Baby", "others"]),
    ("Man kills wife, 3 others hurt in Rasta", ["others"]),
])  # fmt: skip
def test_who_bears_wounds_is_hurt(text: str, whom: list[str]) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [name for c in claims if c.type == "injury" for name in c.target] == whom


def test_animals_are_no_dead_people() -> None:
    with Gazetteer.open() as gazetteer:
        (claim,) = Rules(gazetteer).read(Report(id="r", digest="", text="Shells killed nine goats.")).claims
    assert [(f.measure, f.low) for f in claim.figures] == [("other", 9)]


@pytest.mark.parametrize("text", ["Neighbours of the dead end street wept.", "Homicide investigators came."])
def test_dead_ends_and_offices_for_homicide_are_nobodys_death(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        assert not Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims


@pytest.mark.parametrize("text", [
    "The nurse is scared to death.", "A toll-free number was given.", "The murder rate rose.",
    "The noise woke the street out of a dead sleep.", "It ended with an apparent attempted suicide.",
])
def test_figures_of_speech_and_attempts_are_nobodys_death(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert "killing" not in {claim.type for claim in claims}


@pytest.mark.parametrize("text", ["The senate killed a bill on Friday.", "Senators killed the Tax Bill on Friday."])
def test_what_is_voted_down_is_nobody_killed(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        assert not Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims


@pytest.mark.parametrize("end", ["turned the gun on himself", "took his own life", "killed himself"])
def test_who_dies_by_their_own_hand_is_doer_and_target(end: str) -> None:
    text = f"The farmer shot two guards. Then the farmer {end}."
    with Gazetteer.open() as gazetteer:
        last = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims[-1]
    assert (last.type, last.actor, last.target) == ("killing", ("the farmer",), ("the farmer",))


def test_what_stands_behind_a_semicolon_makes_no_toll_unsure() -> None:
    text = "Four people dead in a raid; guards may be among them"
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [c.certainty for c in claims if text[slice(*c.trigger)] == "dead"] == ["asserted"]


@pytest.mark.parametrize(("text", "low"), [
    ("Doctors treated 70 people for burns after the blast.", 70),
    ("After the blast rescuers pulled nine people from the rubble.", 9),
    ("After the blast trucks brought food to feed 900 people.", 900),
])
def test_who_is_treated_or_saved_has_not_fled(text: str, low: int) -> None:
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    assert [(f.measure, f.low) for c in claims if c.type == "shelter_aid" for f in c.figures] == [("other", low)]


def test_those_of_whom_it_is_told_who_they_were_are_a_part_of_the_dead() -> None:
    text = "Six of 20 people killed in the raid were children."
    with Gazetteer.open() as gazetteer:
        claims = Rules(gazetteer).read(Report(id="r", digest="", text=text)).claims
    figures = [f for c in claims if c.type == "killing" for f in c.figures]
    assert [(f.low, f.part_of_whole) for f in figures] == [(6, True), (20, False)]
