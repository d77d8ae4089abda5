"""Who did it, and to whom."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.finding import find_happenings
from crossbearing.reading.rules_v1.participants import actor_names, target_names
from tests.reading.test_reader import claim_of, read


def doers(text: str, word: str, headlines: tuple[tuple[int, int], ...] = ()) -> tuple[str, ...]:
    happening = next(h for h in find_happenings(parse(text), headlines) if h.token.text == word)
    return actor_names(happening, frozenset())


def affected(text: str, word: str) -> tuple[str, ...]:
    happening = next(h for h in find_happenings(parse(text)) if h.token.text == word)
    return target_names(happening, frozenset())


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Eight farmers were hurt as masked groups targeted the hamlet with rockets.", "targeted", "masked groups"),
        ("Farmers were wounded in air strikes believed to be carried out by the eastern fleet.", "strikes",
         "the eastern fleet"),
        ("The army responded with air strikes on the ridge.", "strikes", "The army"),
        ("The officer ran after the suspect, shot him twice and left.", "shot", "The officer"),
        ("The rebels returned after lunch, shelled the mill and fled.", "shelled", "The rebels"),
        ("The militia mounted one of the heaviest attacks in months.", "attacks", "The militia"),
        ("Troops broke a siege of the town by the rebels.", "siege", "the rebels"),
        ("Fierce clashes broke out on Sunday between the army and rebels near the mill.", "clashes", "the army"),
        ("The government accused militias of prolonging the war by shelling villages.", "shelling", "militias"),
        ("A shell hit a bus, killing three children injuring nine.", "injuring", ()),
        ("Nine farmers were killed in regime missile attacks on the ridge.", "killed", "regime"),
        ("Nine farmers were killed in Coastal army raids on Monday.", "raids", "Coastal army"),
        ("Nine farmers were killed in clashes with the army.", "killed", "the army"),
        ("Army units entered the town and a soldier was killed.", "killed", ()),
        ("Rebels attacked the base and three rebels were killed.", "killed", ()),
        ("Turkish troops shelled the base and five Omani soldiers were killed.", "killed", "Turkish troops"),
        ("Rebel forces attacked the post and nine government forces were killed.", "killed", "Rebel forces"),
        ("The army shelled the town, and a soldier and nine civilians were killed.", "killed", "The army"),
        ("Troops stormed the base and three rebels were killed.", "killed", "Troops"),
        ("Nine people were killed in clashes between militants near the mill.", "killed", ()),
        ("The brigade claimed an attack at a police station in the city that killed 17.", "attack", "The brigade"),
        ("A blast in the town killed nine.", "killed", ()),
        ("Nine farmers were wounded by shells fired by masked gunmen.", "wounded", "masked gunmen"),
        ("Nine men were killed by troops deployed along the road.", "deployed", "troops"),
        ("The council said that the rebels planned to storm the village.", "storm", "the rebels"),
        ("A suicide bomber blew himself up at the gate.", "blew", "A suicide bomber"),
        ("The US launched a raid on the depot.", "raid", "The US"),
        ("US-led coalition air strikes killed nine traders.", "strikes", "US-led coalition"),
        ("The army men shelled the depot.", "shelled", "The army men"),
        ("Nine children were killed during bombing and shelling of the port.", "shelling", ()),
        ("Nine other traders were killed in rebel shelling of the port.", "shelling", "rebel"),
        ("Six traders were killed in army shelling of Homs on Saturday.", "shelling", "army"),
        ("Rebel jets have launched a wave of air strikes on the port.", "strikes", "Rebel jets"),
        ("The coast guard shelled the mill, and its shells killed nine farmers.", "killed", "The coast guard"),
        ("Army foils rebel attack, 20 gunmen killed", "killed", "Army"),
        ("The guards repelled attempts by loyalist forces to overrun the port.", "overrun", "loyalist forces"),
        ("The raid, inspired by hatred, wrecked the port.", "raid", ()),
        ("Russias air strikes on the port killed nine people.", "strikes", "Russia"),
        ("The soft line of the council on Odeh who continues to shell the port is wrong.", "shell", "Odeh"),
        ("Nine men died and many were wounded in fresh strikes on the port by the coalition.", "strikes",
         "the coalition"),
        ("Nine were hurt in intensifying bombing of the port by the army.", "bombing", "the army"),
        ("A farmer was killed as rebels from the hills fired rockets.", "fired", "rebels"),
        ("They warned of attacks in the port which has seen fighting between rebels and the army.", "attacks", ()),
        ("Local activists called on residents to stay at home.", "called", "Local activists"),
        ("Rebel attack repelled near mill, 12 killed", "killed", ()),
        ("Nine were among those killed on Sunday in Coastal government shelling of a port.", "killed",
         "Coastal government"),
        ("Rebels launched attacks from two directions on the mill.", "attacks", "Rebels"),
        ("The army fought gunmen hiding in the country who stormed the port.", "stormed", "gunmen"),
        ("Dozens of Coastal regime air strikes on the port killed nine.", "strikes", "Coastal regime"),
        ("The guards repelled the PKLs attacks on the mill.", "repelled", "The guards"),
        ("The rebels suffered losses in the PYDs attacks on the mill.", "attacks", "PYD"),
        ("The air force has been using cluster bombs in attacks on the port.", "attacks", "The air force"),
        ("Nine were hurt in attacks using cluster bombs on the port.", "attacks", ()),
    ],
)
def test_who_did_it_is_found_behind_the_means_and_the_plan(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == ((doer,) if doer else ())


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The council accused rebels of shelling the port on Tuesday.", "shelling", "rebels"),
        ("The council has accused rebels of launching rocket attacks on the port.", "attacks", "rebels"),
        ("The council blamed the shelling of the port on rebels.", "shelling", "rebels"),
        ("The shelling of the port was blamed on rebels.", "shelling", "rebels"),
        ("The shelling, blamed by fishermen on rebels, wrecked the port.", "shelling", "rebels"),
        ("Two boys died in a bombing attributed to the militia.", "bombing", "the militia"),
        ("A bombing blamed on the militia killed two boys.", "bombing", "the militia"),
        ("A bombing blamed on the militia killed two boys.", "killed", ()),
        ("The mayor held the rebels responsible for the shelling of the port.", "shelling", "the rebels"),
        ("The shelling of the port was the work of rebels, she said.", "shelling", "rebels"),
        ("Rebels behind attack on port: council", "attack", "Rebels"),
        ("Strikes that the council said were carried out by foreign jets hit the port.", "Strikes", "foreign jets"),
        ("Troops killed nine fishermen using nerve gas in the port.", "using", "Troops"),
        ("The council blamed the shelling of the port on Tuesday.", "shelling", ()),
        ("Nobody blamed the army for the shelling of the port.", "shelling", ()),
        ("The council refused to blame the army for the shelling of the port.", "shelling", ()),
        ("A raid wrongly blamed on the army wrecked the port.", "raid", ()),
        ("The council blamed the drought for the clashes in the port.", "clashes", ()),
        ("The villagers accused the mayor of the killing of his wife.", "killing", "the mayor"),
        ("The council blamed the bombing of the port on poor planning.", "bombing", ()),
        ("The reasons behind the shelling of the port are unknown.", "shelling", ()),
    ],
)
def test_who_is_blamed_is_told_to_have_done_it(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == ((doer,) if doer else ())


def test_on_whom_a_deed_is_laid_is_whom_the_accusation_meets() -> None:
    assert affected("The council blamed the shelling of the port on rebels.", "blamed") == ("rebels",)
    assert affected("The council blamed the shelling of the port on rebels.", "shelling") == ("the port",)


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Fierce clashes broke out on Sunday between the army and rebels near the mill.", "clashes", "rebels"),
        ("The army repelled an assault by rebels on the ridge.", "repelled", "rebels"),
        ("The army repelled an assault by rebels on the ridge.", "assault", "The army"),
        ("Villagers launched a large anti-militia offensive in the hills.", "offensive", "militia"),
        ("Shellfire caused heavy damage to nearby houses.", "damage", "nearby houses"),
        ("Gunmen publicly executed and beheaded nine farmers.", "executed", "farmers"),
        ("The two victims, a man and a woman, were killed on Monday.", "killed", "victims"),
        ("Gunmen who killed three farmers, including a child, were arrested.", "arrested", "Gunmen"),
        ("Officers found a car and two men who had been shot.", "shot", "men"),
    ],
)
def test_whom_it_was_meant_for_is_found_behind_who_met_it(text: str, word: str, whom: str) -> None:
    assert affected(text, word) == (whom,)


def test_tolls_told_in_a_row_without_a_comma_are_parted() -> None:
    text = "Militia rockets kill 10 farmers injure 16"
    assert affected(text, "kill") == ("farmers",)
    assert "farmers" not in " ".join(doers(text, "injure"))


def test_two_who_share_their_noun_are_named_once_each() -> None:
    text = "Russian and Syrian regime airstrikes killed 25 children."
    assert doers(text, "airstrikes") == ("Russian regime", "Syrian regime")


def test_a_verb_that_says_whom_air_strikes_hit_is_no_second_claim() -> None:
    found = find_happenings(parse("The air strikes hit a school near the river."))
    assert [h.token.text for h in found] == ["strikes"]
    assert affected("The air strikes hit a school near the river.", "strikes") == ("a school",)


def test_the_dead_of_a_headline_have_the_doer_of_the_deed_it_names() -> None:
    text = "Dozens Killed in Army Airstrikes on Village"
    assert doers(text, "Killed", ((0, len(text)),)) == ("Army",)


def test_a_town_that_people_leave_does_nothing() -> None:
    assert doers("A car bomb has hit buses carrying people out of two besieged towns killing nine.", "killing") == ()


@pytest.mark.parametrize(("told", "doer"), [
    ("condemned by the army", ()),
    ("reported by the army", ()),
    ("repelled by the army", ()),
    ("that was denounced by the army", ()),
    ("that they said was condemned by the army", ()),
    ("that they said the army had condemned", ()),
    ("that they said the army never carried out", ()),
    ("planned by the army", ("the army",)),
    ("that they said was carried out by the army", ("the army",)),
    ("that they said the army carried out", ("the army",)),
])
def test_who_speaks_of_a_deed_or_sees_it_is_not_who_did_it(told: str, doer: tuple[str, ...]) -> None:
    text = f"Nine farmers died in a raid {told}."
    assert (doers(text, "raid"), doers(text, "died")) == (doer, doer)


def test_we_are_who_says_it() -> None:
    claim = claim_of('"We shelled the barracks in Dirwan on Monday," a rebel commander said.', "shelling")
    assert claim.actor == ("a rebel commander",)
    assert claim_of('"They shelled us on Monday," said Rana Odeh.', "shelling").target == ("Rana Odeh",)


@pytest.mark.parametrize(("whose", "doers"), [
    ("Russian and regime", ("Russian", "regime")),
    ("The regime and Russian", ("The regime", "Russian")),
])  # fmt: skip
def test_a_deed_may_be_of_two(whose: str, doers: tuple[str, ...]) -> None:
    assert claim_of(f"{whose} attacks killed nine farmers in Dirwan.", "killing").actor == doers


@pytest.mark.parametrize("what", ["The war", "The conflict", "A car bomb", "Car Bomb"])
def test_what_is_nobody_did_nothing(what: str) -> None:
    assert claim_of(f"{what} kills 14 farmers in Dirwan.", "killing").actor == ()


@pytest.mark.parametrize(("text", "doer"), [
    ("An offensive announced by the rebels killed nine.", ("the rebels",)),
    ("Raids by the army reported by the council killed nine.", ("the army",)),
    ("A raid filmed by rebels killed nine.", ()),
    ("Gunmen hired by rebels killed nine.", ("Gunmen",)),
])
def test_what_came_of_a_deed_is_not_the_doing_of_who_stands_behind_it(text: str, doer: tuple[str, ...]) -> None:
    assert doers(text, "killed") == doer


def test_who_announces_a_deed_does_it() -> None:
    assert doers("A ceasefire announced by the army took hold.", "ceasefire") == ("the army",)


@pytest.mark.parametrize(("text", "word", "doer"), [
    (("The councils accused army units of gassing dozens of farmers on Monday by firing shells that spread deadly "
     "fumes over rebel-held orchards."), "firing", ("army units",)),
    ("Odeh said on Friday that the Tawhid Front had executed a pilot.", "executed", ("the Tawhid Front",)),
    ("Snipers at the front killed nine.", "killed", ("Snipers",)),
    ("Eastern Council: Haddad Used Chemical Weapons 14 Times since June", "Used", ("Haddad",)),
    ("While Malta is taking in people who fled from Sarnaq, Norway and Peru have submitted a draft resolution.",
     "submitted", ("Norway", "Peru")),
    ("Norway a close ally and Peru have repeatedly vetoed the resolution.", "vetoed", ("Norway", "Peru")),
    ("The government and its ally Peru have blamed the guards for the raid.", "blamed", ("The government", "Peru")),
    ("The strike is believed to have been carried out by the coastal army.", "strike", ("the coastal army",)),
    ("He said that the coastal army having left the ridge carried out air strikes on the port.", "strikes",
     ("the coastal army",)),
    ("10 farmers killed 15 injured in rebel rocket attacks on the port.", "killed", ("rebel",)),
    ("The bomber was driving a van carrying flour and detonated near the buses.", "detonated", ("The bomber",)),
    ("The town of Dirwan fell to the rebels on Sunday.", "fell", ("the rebels",)),
    ("It drew angry townspeople, who gathered in the area and organised demonstrations.", "demonstrations",
     ("angry townspeople",)),
    ("The army gathered in the area and condemned demonstrations.", "demonstrations", ()),
    ("Parliament asked for approval for military strikes on the port.", "strikes", ()),
    ("Symptoms consistent with nerve agent use were seen in nine farmers.", "use", ()),
    ("Fierce fighting was reported between the army and rebels near the mill.", "fighting", ("the army",)),
    (("At least seven people died in rebel shelling of a suburb of the town of Dirwan held by the militia on Saturday "
     "a council said as rebels took the ridge."), "shelling", ("rebel",)),
    ("At least 10 farmers were killed in US-led coalitions strikes west of the town.", "strikes",
     ("US-led coalitions",)),
    ("Despite months of calm in Dirwan the regime - along with allied forces - have heavily bombed the district.",
     "bombed", ("the regime",)),
    ("The rebels are also preparing for an operation to take the town.", "operation", ("The rebels",)),
    ("Battles went on on all fronts coinciding with dozens of air raids by Norwegian and rebel jets.", "raids",
     ("Norwegian jets", "rebel jets")),
    ("Six farmers have been killed in a al-Tawhid Front shelling of army positions, the ministry said.", "shelling",
     ("a al-Tawhid Front",)),
    ("The Tawhid Front spearheaded an attack on the ridge last month.", "attack", ("The Tawhid Front",)),
    (('"In the north-west of Dirwan Tawhid Front militants attempted to launch an offensive on army positions after '
     'performing artillery strikes with rocket systems" the ministry said in a bulletin.'), "offensive", ()),
    ("The recapture of Madhamiyat el-Sham was announced.", "recapture", ()),
    ("The gas raid was seen in videos, and video footage of the raid killed all doubt that troops shelled the mill.",
     "shelled", ("troops",)),
    ("The Norwegians had on Saturday shelled the depot.", "shelled", ("The Norwegians",)),
    ("The retreat of rebels from several locations does not mean that troops shelled them.", "retreat", ("rebels",)),
    ("The mill which coastal rebels have shelled stands in the hills.", "shelled", ("coastal rebels",)),
    ("Council leader Omar Haddad told Northern News condemning the raid.", "condemning",
     ("Council leader Omar Haddad",)),
])  # fmt: skip
def test_who_did_it_is_found_where_the_parse_hangs_them_elsewhere(text: str, word: str, doer: tuple[str, ...]) -> None:
    assert doers(text, word) == doer


@pytest.mark.parametrize(("text", "word", "whom"), [
    ("The inquiry is of a gas attack that killed more than 40 people Human Rights Watch said on Tuesday.", "killed",
     ("people",)),
    ("10 farmers killed 15 injured in rebel rocket attacks on the port.", "killed", ("farmers",)),
    ("A rebel commander was killed on Monday. The town is shelled ever since rebels seized it.", "seized", ()),
    ("A rebel commander was also among the dead.", "dead", ("A rebel commander",)),
    ("Among the dead were two nurses and a cook.", "dead", ("nurses", "a cook")),
    ("The army casualties came in the first days.", "casualties", ("army",)),
    ("Fierce fighting was reported between the army and rebel groups near the mill.", "fighting", ("rebel",)),
    ("The capture of the base by the army was told of.", "capture", ("the base",)),
    ("The guards seized the airport from the rebels.", "seized", ("the airport", "the rebels")),
    ("The blast destroyed a number of bakeries and schools.", "destroyed", ("bakeries", "schools")),
    ("A suicide bomber blew himself up at the gate.", "blew", ()),
    ("The shelling left several dozen dead and wounded the Northern Monitor told reporters.", "wounded", ()),
    ("A raid has left two nurses dead and eight others injured the Red Moon Society has announced.", "injured",
     ("others",)),
    ("Jets carried out air strikes against rebel targets on Thursday Northern state TV reported.", "strikes",
     ("rebel targets",)),
    ("The recapture of the base was announced.", "recapture", ("the base",)),
])  # fmt: skip
def test_whom_it_befell_is_found_where_the_parse_hangs_them_elsewhere(
    text: str, word: str, whom: tuple[str, ...],
) -> None:
    assert affected(text, word) == whom


@pytest.mark.parametrize("text", [
    "The minister accused Peru of bombing the port.", "The minister condemned Peru for the attack.",
    "Norway called on Peru to stop the assault.",
])
def test_a_country_that_is_spoken_to_or_of_is_whom_it_meets(text: str) -> None:
    assert next(c for c in read(text).claims if c.type in {"accuse_condemn", "demand"}).target == ("Peru",)


def test_some_who_are_among_the_dead_are_a_part_of_them() -> None:
    told = claim_of("Four children were among the dead of Dirwan.", "killing")
    assert [(f.low, f.part_of_whole) for f in told.figures] == [(4, True)]
    (nurse,) = claim_of("A nurse was among the dead.", "killing").figures
    assert nurse.part_of_whole


def test_civilian_casualties_are_no_person() -> None:
    assert claim_of("Civilian casualties were reported in Dirwan.", "killing").people == ()


def test_what_came_of_the_attack_was_where_the_attack_was() -> None:
    text = "A blast hit a bus at a post in Dirwan. The blast killed nine rebels as they were entering Peru."
    assert claim_of(text, "killing").places[:1] == ("Dirwan",)


@pytest.mark.parametrize(("text", "word", "doer"), [
    ('Activists accused the army of "targeting farmers" and shelling homes.', "shelling", ("the army",)),
    ('Soldiers "cleansed" the town, arresting nine men.', "arresting", ("Soldiers",)),
    ("Police shot a man said to have killed two women.", "shot", ("Police",)),
    ("The army bombed a school confirmed as a base.", "bombed", ("The army",)),
    ("Norwegian military strikes killed nine.", "strikes", ("Norwegian military",)),
    ("Residents reported soldiers looting homes and killing nine.", "killing", ("soldiers",)),
    ("Norway told militants shelling Darvan to stop.", "shelling", ("militants",)),
    ("Families held a vigil for the killing of nine nurses.", "killing", ()),
    ("The army prepared for an attack by rebels.", "attack", ("rebels",)),
    ("Rebel and government forces shelled the port.", "shelled", ("Rebel forces", "government forces")),
    ("Raids by either Norwegian or rebel jets hit the port.", "Raids", ("jets",)),
    ("The Lake Front shooting wounded two.", "shooting", ()),
    ("The strike was not believed to have been carried out by rebels.", "strike", ()),
])  # fmt: skip
def test_who_did_it_is_kept_by_words_that_look_like_another_speaker(
    text: str, word: str, doer: tuple[str, ...],
) -> None:
    assert doers(text, word) == doer


@pytest.mark.parametrize(("text", "word", "whom"), [
    ("Police shot a man said to have killed two women.", "shot", ("a man",)),
    ("Police found a boy lying in the street and shot in the head.", "shot", ("a boy",)),
    ("The chief of police, along with his driver, was shot.", "shot", ("The chief of police",)),
    ("His son Jordan was killed in the port.", "killed", ("His son",)),
    ("The gunmen attacked a satirical publication.", "attacked", ("a satirical publication",)),
])
def test_whom_it_befell_is_kept_by_what_is_told_of_them(text: str, word: str, whom: tuple[str, ...]) -> None:
    assert affected(text, word) == whom


@pytest.mark.parametrize("dateline", [
    "KOLVAN, June 8 (Rasta Press Agency) - ", "KOLVAN, Turkey, June 8, 2011 (Reuters) - ",
])  # fmt: skip
def test_nobody_of_a_dateline_does_or_suffers_anything(dateline: str) -> None:
    shot = claim_of(f"{dateline}Gunmen killed nine bakers on Tuesday.", "killing")
    fled = claim_of(f"{dateline}Thousands of people fled the town of Tal Dirwan on Tuesday.", "displacement")
    assert (shot.actor, shot.target, fled.target) == (("Gunmen",), ("bakers",), ("people",))


def test_a_label_before_a_colon_is_nobody_to_whom_something_was_done() -> None:
    assert claim_of("Correction: wounded in Tal Dirwan", "injury").target == ()
    assert claim_of("Correction: nurses wounded in Tal Dirwan", "injury").target == ("nurses",)


def test_whom_a_pronoun_behind_a_preposition_means_is_not_who_acts() -> None:
    claim = next(c for c in read("Protesters threw stones. Police fired on them.").claims if c.type == "shooting")
    assert (claim.actor, claim.target) == (("Police",), ("Protesters",))


@pytest.mark.parametrize(("text", "word", "whom"), [
    ("Gunmen opened fire on worshippers leaving a mosque.", "opened", ("worshippers",)),
    ("Rebels fired three rockets at the patrol.", "fired", ("the patrol",)),
    ("Shots were fired at the convoy.", "fired", ("the convoy",)),
    ("Jets dropped barrel bombs on farmers.", "dropped", ("farmers",)),
    ("Jets dropped barrel bombs on a hospital.", "dropped", ()),
    ("All of the passengers were killed.", "killed", ("the passengers",)),
    ("A third of the passengers were killed.", "killed", ("the passengers",)),
    ("Half of the population has fled.", "fled", ("Half of the population",)),
    ("17 farmers dead in air strikes on market", "dead", ("farmers",)),
])
def test_whom_a_weapon_is_aimed_at_and_of_whom_a_part_is_told_are_found(
    text: str, word: str, whom: tuple[str, ...]
) -> None:
    assert affected(text, word) == whom


@pytest.mark.parametrize(("text", "word", "doer"), [
    ("The officers shot the soldiers because they had refused to fire.", "refused", ("the soldiers",)),
    ("Police arrested the students because they had thrown stones.", "thrown", ("the students",)),
    ("The soldiers were shot because they had refused to fire.", "refused", ("The soldiers",)),
    ("Police foiled a plot to bomb the mill.", "bomb", ()),
    ("A navy helicopter was shot down near the mill, killing all five on board.", "killing", ()),
    ("The town was shelled by the army, killing nine.", "killing", ("the army",)),
])
def test_a_reason_tells_of_whom_the_deed_befell_and_a_blow_of_who_dealt_it(
    text: str, word: str, doer: tuple[str, ...]
) -> None:
    assert doers(text, word) == doer


def test_who_hears_shooting_did_not_shoot() -> None:
    assert claim_of("Witnesses heard shooting near the town.", "shooting").actor == ()
    assert claim_of("Neighbours watched rebels shooting a man.", "shooting").actor == ("rebels",)
    assert claim_of("A nurse saw the guards shooting at the crowd.", "shooting").actor == ("the guards",)
    assert claim_of("A gunman was seen shooting at the crowd.", "shooting").actor == ("A gunman",)


def test_who_finds_shelter_for_others_needs_none() -> None:
    assert claim_of("The charity found shelter for 900 refugees.", "shelter_aid").target == ()


def test_who_wants_something_by_a_deed_is_not_whom_it_befell() -> None:
    text = "Rebels killed nine villagers because they wanted to capture Kolvan."
    assert claim_of(text, "territory_change").actor != ("villagers",)


def test_whose_decision_it_is_does_what_was_decided() -> None:
    text = "The decision of the army to stop shooting at strikers came late."
    assert claim_of(text, "shooting").actor == ("the army",)


def test_tanks_that_move_are_who_moves() -> None:
    assert claim_of("Shells killed nine. Tanks moved to the edge of Kolvan.", "troop_movement").actor == ("Tanks",)


def test_against_whom_force_is_used_is_told() -> None:
    claim = claim_of("Norway condemned the government for using force against civilians.", "abuse")
    assert (claim.actor, claim.target, claim.certainty) == (("the government",), ("civilians",), "alleged")


@pytest.mark.parametrize(("text", "count"), [
    ("Thousands of refugees have found shelter in camps.", 2000),
    ("About 300 refugees took shelter in a school.", 300),
    ("At least 300 refugees took refuge in a mosque.", 300),
])  # fmt: skip
def test_who_finds_shelter_is_counted_and_shelters_nobody(text: str, count: int) -> None:
    claim = claim_of(text, "shelter_aid")
    assert (claim.actor, claim.target) == ((), ("refugees",))
    assert [(f.measure, f.low) for f in claim.figures] == [("displaced", count)]
