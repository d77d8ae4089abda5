"""Happenings: what a sentence tells of, and what only looks like it."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.finding import find_happenings
from tests.reading.test_reader import read


def kinds_in(text: str) -> list[tuple[str, str]]:
    return [(h.token.text, h.kind) for h in find_happenings(parse(text))]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Three farmers were killed near the bridge.", "killed", "killing"),
        ("The quarter came under heavy shelling at noon.", "shelling", "shelling"),
        ("Snipers opened fire on the crowd.", "opened", "shooting"),
        ("Tanks rained shells on the village.", "rained", "shelling"),
        ("A car bomb exploded outside the bakery.", "exploded", "explosion"),
        ("Warplanes bombed the market.", "bombed", "airstrike"),
        ("Thousands of families fled to the border.", "fled", "displacement"),
        ("The rebels captured the airbase.", "captured", "territory_change"),
        ("Police arrested eleven students.", "arrested", "arrest"),
        ("Gunmen kidnapped two doctors.", "kidnapped", "abduction"),
        ("Soldiers defected and joined the protesters.", "defected", "defection"),
        ("The army besieged the old town.", "besieged", "siege"),
        ("The minister condemned the raid on the clinic.", "condemned", "accuse_condemn"),
        ("Residents demanded an inquiry.", "demanded", "demand"),
        ("The two sides agreed to a truce.", "agreed", "ceasefire_agreement"),
        ("Officials closed the border crossing on Sunday.", "closed", "siege"),
        ("Shells fell. The army severed the last supply route.", "severed", "siege"),
        ("Shells fell. Rebels cut the highway to the coast.", "cut", "siege"),
        ("Shells fell. The harbour town was cut off by the army.", "cut", "siege"),
        ("Gunmen began the assault, sending a truck bomb into the harbour.", "sending", "explosion"),
        ("Gunmen drove a car bomb into the checkpoint.", "drove", "explosion"),
        ("Troops seized a hilltop above the harbour.", "seized", "territory_change"),
        ("Rebels took a ridge near the dam.", "took", "territory_change"),
        ("Officials reopened the crossing on Monday.", "reopened", "other"),
        ("A guard was pronounced deceased at the mill.", "deceased", "killing"),
        ("A guard was shot. He passed away on Sunday.", "passed", "killing"),
        ("They found a guard with a fatal gunshot wound.", "wound", "killing"),
        ("A guard was grazed in the leg.", "grazed", "injury"),
        ("A farmer shot two women before fatally turning the gun on himself.", "shot", "shooting"),
    ],
)
def test_a_word_that_names_a_happening_gives_its_kind(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The club fired its manager after the match.",
        "It was a long battle for votes in the north.",
        "He shot a film about the harbour.",
        "The town council struck a deal with the bus company.",
        "The shops near the border closed early, in his capacity as mayor he said.",
    ],
)
def test_sport_business_and_film_name_no_violence(text: str) -> None:
    assert not kinds_in(text)


def test_a_general_word_takes_its_kind_from_the_means_beside_it() -> None:
    assert ("attack", "shelling") in kinds_in("A rocket attack wounded two shepherds.")
    assert ("attack", "explosion") in kinds_in("A suicide attack killed nine guards.")
    assert ("attack", "chemical_attack") in kinds_in(
        "A chlorine attack left dozens gasping in the clinic, where five died."
    )


def test_a_bare_noun_that_points_back_is_no_claim() -> None:
    found = kinds_in("A mortar attack killed a child. Neighbours gathered after the attack.")
    assert [kind for word, kind in found if word == "attack"] == ["shelling"]


def test_who_reports_or_confirms_what_was_told_tells_it_too() -> None:
    told = "Gunmen killed a child, the mayor said."
    assert ("killing", "killing") in kinds_in(f"{told} The nurse Rana Odeh also reported the killing.")
    assert ("killing", "killing") not in kinds_in(f"{told} The nurse Rana Odeh mourned the killing.")


def test_a_cut_throat_is_a_death_and_a_cut_rope_is_none() -> None:
    assert ("slit", "killing") in kinds_in("Gunmen slit the throats of nine farmers near the mill.")
    assert not kinds_in("Farmers cut the rope at the mill.")


def test_digging_is_a_rescue_in_rubble_alone() -> None:
    assert ("dug", "shelter_aid") in kinds_in("Neighbours dug through the rubble of the school.")
    assert not kinds_in("Farmers dug a well behind the school.")


def test_a_headline_with_a_verb_of_its_own_tells_one_thing() -> None:
    text = "Air strikes kill nine in hill town"
    words = [h.token.text for h in find_happenings(parse(text), headlines=[(0, len(text))])]
    assert words == ["kill"]


def test_what_a_page_lists_behind_its_report_and_how_a_war_began_are_no_news() -> None:
    assert not kinds_in("The war began as a protest when soldiers besieged the harbour.")
    assert ("killed", "killing") in kinds_in("The war began in spring and has killed ninety people.")
    told = "Shells killed nine farmers near the mill, the mayor said after a visit. Tags mill bombardment fire"
    assert kinds_in(told) == [("killed", "killing")]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The houses were devastated by shells.", "devastated", "destruction"),
        ("Much of the old town was reduced to rubble.", "reduced", "destruction"),
        ("Artillery fire shook the harbour.", "fire", "shelling"),
        ("Rebel fire on the west of Marnah killed nine.", "fire", "shelling"),
        ("Four men were hit by army fire.", "fire", "shooting"),
    ],
)
def test_ruin_and_fire_are_read(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("Soldiers fired into the crowd.", "fired", "shooting"),
    ("Tanks fired on the village.", "fired", "shelling"),
    ("Helicopters fired on the village.", "fired", "airstrike"),
    ("Helicopters fired machine guns over the town.", "fired", "shooting"),
    ("Rebels fired rockets and machine guns at the airport.", "fired", "shelling"),
    ("Soldiers pulled out a child from the rubble.", "pulled", "shelter_aid"),
    ("Gunmen sprayed the bus with bullets.", "sprayed", "shooting"),
    ("Militiamen opened up on the convoy with machine guns.", "opened", "shooting"),
    ("The guards returned fire.", "returned", "shooting"),
    ("A missile slammed into a school.", "slammed", "shelling"),
    ("A grenade was thrown into a cafe.", "thrown", "explosion"),
    ("A suicide bomber drove a truck into the gate.", "drove", "explosion"),
    ("A sniper picked off two men.", "picked", "killing"),
    ("Mourners set the post office on fire.", "set", "unrest"),
    ("Protesters set fire to the town hall.", "set", "unrest"),
    ("Demonstrators pelted police with stones.", "pelted", "unrest"),
    ("The village was burned to the ground.", "burned", "unrest"),
    ("Crowds took to the streets.", "took", "protest"),
    ("Soldiers pulled out of Kolvan.", "pulled", "territory_change"),
    ("The army ceded the crossing.", "ceded", "territory_change"),
    ("Soldiers switched sides.", "switched", "defection"),
    ("Fifty soldiers laid down their arms.", "laid", "defection"),
    ("The truce collapsed.", "collapsed", "ceasefire_agreement"),
    ("The agency handed out blankets.", "handed", "shelter_aid"),
    ("The ambassador was expelled.", "expelled", "sanction_resolution"),
    ("Civilians were used as human shields.", "used", "abuse"),
])  # fmt: skip
def test_common_ways_to_tell_of_a_deed_are_read(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("The town fell on Sunday.", "fell", "territory_change"),
    ("The army sent reinforcements to Kolvan.", "sent", "troop_movement"),
    ("Soldiers deployed around the mosque.", "deployed", "troop_movement"),
    ("Soldiers took away men.", "took", "arrest"),
    ("A convoy of food reached Kolvan.", "reached", "shelter_aid"),
    ("She lost a leg in the blast.", "lost", "injury"),
])  # fmt: skip
def test_what_may_be_no_news_of_violence_is_read_beside_some(text: str, word: str, kind: str) -> None:
    assert (word, kind) not in kinds_in(text)
    assert (word, kind) in kinds_in(f"Shells killed two people. {text}")


@pytest.mark.parametrize("text", [
    "The manager was fired on Friday.", "He pulled out a handgun.", "The city fell silent.",
    "People took to the streets to celebrate.", "She threw a party.", "The president fired the army chief on Sunday.",
    "Two officers fired on Thursday have appealed.", "Workers fired on suspicion of theft appealed.",
    "The striker fired into the net.", "Police pulled out batons.", "The party pulled out of the election.",
    "Lightning set a house on fire.", "The transfer deal collapsed.", "The college recruits boys.",
    "The bridge was closed by snow.", "Wind cut power to the town.", "The court sent the militant to prison.",
    "The village fell ill.", "The bus went off the road.", "Two men took her car at gunpoint.",
])  # fmt: skip
def test_the_same_words_of_other_things_tell_nothing(text: str) -> None:
    assert kinds_in(f"Shells killed two people. {text}") == [("killed", "killing")]


def test_a_mass_grave_with_bodies_is_one_happening() -> None:
    assert kinds_in("A mass grave with 40 bodies was found near the mill.") == [("grave", "killing")]


def test_a_report_that_is_withdrawn_is_no_withdrawal_of_troops() -> None:
    assert ("withdrew", "territory_change") not in kinds_in("Lantern withdrew its report that rebels killed nine.")
    assert ("withdrew", "territory_change") in kinds_in("Rebels withdrew from the town and killed nine.")


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("4,300 households were relocated to the northern camp.", "relocated", "displacement"),
    ("Shells fell on the mill. 3,000 people returned to Marnah.", "returned", "displacement"),
    ("Shells fell on the mill. About 900 individuals are staying in schools.", "staying", "displacement"),
    ("Shells fell on the mill. Some 1,500 people are camped at the crossing.", "camped", "displacement"),
    ("Shells fell on the mill. 5,000 families have been registered at the camp.", "registered", "displacement"),
    ("Shells fell on the mill. 900 new arrivals have been counted at the camp.", "arrivals", "displacement"),
    ("Shells fell on the mill. A nurse counted nine bodies.", "bodies", "killing"),
    ("Shells fell on the mill. The clinic said 30 bodies had arrived.", "bodies", "killing"),
    ("A surgeon put the toll at 25.", "toll", "killing"),
    ("Four of the army's troops were lost.", "lost", "killing"),
])  # fmt: skip
def test_counts_of_aid_and_of_morgues_are_told_in_their_own_words(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


@pytest.mark.parametrize("text", [
    "Mayor battles to kill off stadium bill", "5,000 voters have been registered in the town.",
    "Residents stayed in the town.", "The toll surprised nobody.",
])  # fmt: skip
def test_words_of_aid_and_harm_in_other_senses_tell_nothing(text: str) -> None:
    assert kinds_in(text) == []


def test_who_cuts_a_budget_besieges_nobody() -> None:
    assert kinds_in("Shells fell. The mayor cut the budget of the port.") == [("fell", "shelling")]


@pytest.mark.parametrize("text", ["Shelling in Homs: ten civilians dead", "People dead"])
def test_a_headline_may_end_on_the_word_that_tells_of_the_dead(text: str) -> None:
    assert ("dead", "killing") in kinds_in(text)


@pytest.mark.parametrize(("text", "by", "on"), [
    ("Rebels shot on soldiers.", ["Rebels"], ["soldiers"]),
    ("Police shot on demonstrators in Homs.", ["Police"], ["demonstrators"]),
    ("Man shot on street", [], ["Man"]),
    ("A teen fired three times at the opposing group.", ["teen"], ["group"]),
    ("The man fired twice at officers.", ["man"], ["officers"]),
    ("Soldiers fired into the air.", ["Soldiers"], []),
])
def test_who_shot_on_people_is_not_who_was_shot(text: str, by: list[str], on: list[str]) -> None:
    (shot,) = (h for h in find_happenings(parse(text)) if h.token.text in {"shot", "fired"})
    assert ([t.text for t in shot.actors], [t.text for t in shot.patients]) == (by, on)


def test_where_cattle_graze_nobody_is_hurt() -> None:
    assert kinds_in("Cattle were grazing round the back of the mill.") == []
    assert kinds_in("A herd grazed by the foot of the hill.") == []


@pytest.mark.parametrize("text", [
    "A shot grazed the back of a baker.",
    "A bullet grazed a shepherd as his flock grazed.",
    "A shot grazed a man's leg on a pasture.",
    "A bullet grazed a baker in the animal market.",
])
def test_whom_a_bullet_grazed_is_hurt_whatever_grazes_there(text: str) -> None:
    assert kinds_in(text) == [("grazed", "injury")]


@pytest.mark.parametrize(("text", "kind"), [
    ("Rebel fire hit the mill.", "shelling"),
    ("Cross-border fire hit the mill.", "shelling"),
    ("Army fire hit the mill.", "shooting"),
    ("Turkish fire hit the mill.", "shooting"),
    ("Militant fire hit the mill.", "shooting"),
    ("Separatist fire hit the mill.", "shooting"),
    ("Troops came under fire for several hours.", "shooting"),
    ("Heavy fire hit an army truck.", "shooting"),
])
def test_fire_is_that_of_whoever_is_named_before_it(text: str, kind: str) -> None:
    assert kinds_in(text) == [("fire", kind)]


@pytest.mark.parametrize("text", [
    "A government fire engine arrived on Friday.",
    "The government fire service spoke of smoke.",
    "Army fire engines arrived.",
    "An army fire broke out in the mill.",
    "A police fire drill took place.",
    "Army fires general after vote",
    "Coalition fire ban takes hold in Ashmir.",
    "Heavy fires burned in the hills.",
    "Lebanon fire spreads",
    "Tehran fire spreads through market.",
    "The judge came under government fire for his ruling.",
    "Guards have come under fire for failing to lock a door.",
])
def test_what_burns_or_is_said_against_somebody_is_no_shooting(text: str) -> None:
    assert not [kind for _, kind in kinds_in(text) if kind in {"shelling", "shooting"}]


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("The rebels fled the town after the assault.", "fled", "territory_change"),
    ("Militants fled from the town.", "fled", "territory_change"),
    ("The soldiers who defected have fled the town.", "fled", "displacement"),
    ("Hundreds of soldiers fled to the border.", "fled", "displacement"),
    ("Farmers fled the town after the assault.", "fled", "displacement"),
    ("Police raids in the capital left two dead.", "raids", "ground_operation"),
    ("Commandos killed three men in a raid on a house.", "raid", "ground_operation"),
    ("In a dawn raid, police arrested nine men.", "raid", "ground_operation"),
    ("Coastal raids left two dead.", "raids", "airstrike"),
    ("Separatists bombed a bridge.", "bombed", "explosion"),
    ("The army bombed the town.", "bombed", "airstrike"),
    ("A bombing raid on the town killed nine.", "raid", "airstrike"),
    ("The militia fired nine mortar rounds at the mill.", "fired", "shelling"),
    ("Masked gunmen seized six nurses at a checkpoint.", "seized", "abduction"),
    ("At least 30 people drowned when their boat sank.", "drowned", "killing"),
    ("The militants withdrew from the town under a deal.", "withdrew", "territory_change"),
    ("Nine workers went on strike.", "strike", "protest"),
    ("The union called a nationwide strike.", "strike", "protest"),
    ("Thousands rallied against the mayor.", "rallied", "protest"),
    ("Students demonstrated in the capital.", "demonstrated", "protest"),
    ("A witness saw soldiers beating a man.", "beating", "abuse"),
])
def test_who_does_it_and_how_tell_what_it_was(text: str, word: str, kind: str) -> None:
    assert [told for other, told in kinds_in(text) if other == word] == [kind]


@pytest.mark.parametrize("text", [
    "Aid groups called for help.", "The humanitarian aid agency spoke.", "Sales rallied on Monday.",
    "The noise drowned out the speech.", "The study demonstrated a fault.", "The rebels fled the scene.",
    "Three fighters armed with grenades spoke.",
])
def test_who_brings_aid_and_what_only_sounds_like_a_deed_tell_nothing(text: str) -> None:
    assert not [kind for _, kind in kinds_in(text) if kind != "demand"]


def test_power_and_water_that_are_cut_off_are_a_siege() -> None:
    text = "Soldiers shot nine people. Electricity and water had been cut off since Saturday evening."
    assert [c.type for c in read(text).claims] == ["shooting", "siege"]
