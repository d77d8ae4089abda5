"""Who says what, frame by frame."""

import pytest

from tests.reading.attribution.reading_aloud import certainty, chain, frames_of, links_at

FRAMES = {
    "S said that C": ("Rescuers said that nine people had died.", "died", ["Rescuers"]),
    "S said C": ("The governor said nine people had died.", "died", ["The governor"]),
    "C, S said": ("Nine people had died, the governor said.", "died", ["The governor"]),
    "C, said S": (
        "Nine people had died, said Omar Haddad, a doctor in Rasta.",
        "died",
        ["Omar Haddad, a doctor in Rasta"],
    ),
    "C, S said, C": ("The strike, residents said, killed nine people.", "killed", ["residents"]),
    "as S said": ("The bridge was destroyed, as the ministry announced on Friday.", "destroyed", ["the ministry"]),
    "according to S": ("According to the ministry, nine people died.", "died", ["the ministry"]),
    "C according to S": ("Nine people died in the blast, according to two medics.", "died", ["two medics"]),
    "it was reported": ("It has been reported that soldiers entered the village.", "entered", ["unnamed reports"]),
    "C was reported": ("Heavy shelling was reported in the northern suburbs.", "shelling", ["unnamed reports"]),
    "C confirmed by S": ("The attack was confirmed by the interior ministry.", "attack", ["the interior ministry"]),
    "reports say": ("Reports say the garrison surrendered.", "surrendered", ["Reports"]),
    "reports of": ("New reports of looting emerged on Monday.", "looting", ["New reports"]),
    "witnesses said": ("Two witnesses said the convoy was hit.", "hit", ["Two witnesses"]),
    "S told reporters": ("The mayor told reporters that the school had burned down.", "burned", ["The mayor"]),
    "S accused X of": ("The council accused the army of shelling the market.", "shelling", ["The council"]),
    "S blamed X for": ("The council blamed the army for the raid.", "raid", ["The council"]),
    "S denied": ("The army denied shelling the market.", "shelling", ["The army"]),
    "S fears": ("The charity fears more killings in the town.", "killings", ["The charity"]),
    "S is worried": ("Aid workers are worried that the dam could burst.", "burst", ["Aid workers"]),
    "his claims that C": ("Omar said tanks came. His claims that rebels had fled met with silence.", "fled", ["Omar"]),
    "S met O, telling": ("The envoy met the mayor in Rasta, telling him that rebels fled.", "fled", ["The envoy"]),
    "S promised she": ("The envoy promised she would name those who fled.", "fled", ["The envoy"]),
    "others say": ("Some stayed, but others argue that the rebels fled.", "fled", ["others"]),
    "S's claim": ("The general repeated the claim by state media that the rebels had fled.", "fled", ["state media"]),
    "S's accounts": ("According to the villagers' accounts, tanks came at dawn.", "came", ["villagers"]),
    "footage shows": ("Footage shows smoke rising over the port.", "smoke", ["Footage"]),
    "evidence suggests": ("Evidence suggests the well was poisoned.", "poisoned", []),
    "reported hearing": ("Shepherds reported hearing gunfire near the river.", "gunfire", ["Shepherds"]),
    "mistaken for a noun": (
        "The charity fears more deaths as eyewitness report hearing gunfire.",
        "gunfire",
        ["The charity", "eyewitness"],
    ),
    "C, a study shows": ("Nine wells were poisoned, a study shows.", "poisoned", ["a study"]),
    "a noun that is its clause": ("Omar's claim was that rebels had fled.", "fled", ["Omar"]),
    "a poll finds": ("The survey found nine houses without water.", "water", ["The survey"]),
    "a court rules": ("The wells were poisoned, the report found.", "poisoned", ["the report"]),
    "an adverb behind according to": (
        "According to recently leaked council papers, nine people died.", "died", ["leaked council papers"],
    ),
    "a gerund behind its verb": ("The envoy acknowledged urging the guards to leave.", "leave", ["The envoy"]),
    "in S's view": ("In the mayor's view, the wells were poisoned.", "poisoned", ["the mayor"]),
    "own voice": ("Soldiers entered the village on Friday.", "entered", []),
    "allegedly": ("Soldiers allegedly entered the village on Friday.", "entered", []),
    "reportedly": ("Soldiers reportedly entered the village on Friday.", "entered", []),
    "unsaid": ("Nobody would say that the village had fallen.", "fallen", []),
    "no one claimed": ("No group claimed responsibility for the blast.", "blast", []),
    "a thing claims lives": ("The storm has claimed nine lives.", "lives", []),
    "colon": ("The council said in a statement: the wells have been poisoned.", "poisoned", ["The council"]),
    "dialogue": ("MAYOR: The wells have been poisoned.", "poisoned", ["MAYOR"]),
    "based on": ("Based on various testimonies, the camp was emptied.", "emptied", ["various testimonies"]),
    "what S calls C": ("The mayor denounced what he called a raid on the market.", "raid", ["The mayor"]),
    "C, which S denied": ("The raid, which the council has denied, lasted a day.", "raid", ["the council"]),
    "C that S criticised": ("The guards led a raid the council has criticised.", "raid", ["the council"]),
    "S called for X to": ("The rebels have called for the mayor to leave the town.", "leave", ["The rebels"]),
    "C, S told O, C": ("Instead, the mayor told reporters, his guards fled.", "fled", ["the mayor"]),
    "acknowledging C, S": ("Acknowledging the raid, the mayor left the hall.", "raid", ["the mayor"]),
    "S admitted urging": ("The mayor admitted urging his guards to flee.", "flee", ["The mayor"]),
    "in what S claimed was C": (
        "Guards fired shells in what two councils claimed was a massacre of villagers.",
        "massacre",
        ["two councils"],
    ),
    "S held X responsible for C": (
        "The council held the army responsible for the raid.",
        "raid",
        ["The council"],
    ),
    "S went on to state C": ("The council went on to state that nine men fled.", "fled", ["The council"]),
    "a reporter saw C": (
        "An agency correspondent in the camp saw nine burning tents.",
        "burning",
        ["An agency correspondent in the camp"],
    ),
    "a reporter saw C as D": (
        "A photographer saw a baker in a torn apron calling as shells hit the tents.",
        "hit",
        ["A photographer"],
    ),
    "a reporter saw C but others deny": (
        "A photographer saw tents burning but the mayor denied that shells hit the town.",
        "hit",
        ["the mayor"],
    ),
    "others saw C": ("The mayor saw shells hit the tents.", "hit", []),
    "signed": ("“The guards burned the market.” — Rana Odeh", "burned", ["Rana Odeh"]),
    "quoted dialogue": ('"MAYOR: The wells have been poisoned.', "poisoned", ["MAYOR"]),
    "in order to": ("Tanks came in order to shell the town.", "shell", []),
    "author of a paper": ("France submitted a resolution condemning the raid.", "raid", ["France"]),
}


@pytest.mark.parametrize(("text", "word", "names"), FRAMES.values(), ids=FRAMES.keys())
def test_every_frame_of_attribution_leads_to_its_source(text: str, word: str, names: list[str]) -> None:
    assert [n.removeprefix("the ").removeprefix("The ") for n in chain(text, word)] == [
        n.removeprefix("the ").removeprefix("The ") for n in names
    ]


CHAINS = {
    "an agency and its source": (
        "State news agency Tarsa reported that a military source said the bridge had been retaken.",
        "retaken",
        ["State news agency Tarsa", "a military source"],
    ),
    "told an agency": (
        "The army shelled the hills, a resident told Reuters by phone.",
        "shelled",
        ["Reuters", "a resident"],
    ),
    "quoted as saying": (
        "The Daily Star quoted a doctor as saying that nine people had died.",
        "died",
        ["The Daily Star", "a doctor"],
    ),
    "was quoted by": (
        "A doctor was quoted by AFP as saying that nine people had died.",
        "died",
        ["AFP", "A doctor"],
    ),
    "citing": (
        "State television said nine people had died, citing hospital officials.",
        "died",
        ["State television", "hospital officials"],
    ),
    "in an interview with": (
        "In an interview with CNN, the minister denied that the camp had been bombed.",
        "bombed",
        ["CNN", "the minister"],
    ),
    "in a statement to": (
        "In a statement to Reuters a source at the ministry said that rebels had fled.",
        "fled",
        ["Reuters", "a source at the ministry"],
    ),
    "according to and said": (
        "According to The Times, the governor said that the dam had burst.",
        "burst",
        ["The Times", "the governor"],
    ),
    "a report reported": (
        "It has been reported that villagers burned tyres, said the spokesman.",
        "burned",
        ["the spokesman", "unnamed reports"],
    ),
    "joint sources": (
        "France and Norway said that the convoy had been hit.",
        "hit",
        ["France", "+Norway"],
    ),
    "joint sources without commas": (
        "Syria Norway and France said the convoy had been hit.",
        "hit",
        ["Syria", "+Norway", "+France"],
    ),
    "speaks on": (
        "The mayor said that shops were looted and added that two men were killed.",
        "killed",
        ["The mayor"],
    ),
    "two sources in one sentence": (
        "Police said two people died, while activists said nine were killed.",
        "killed",
        ["activists"],
    ),
}


@pytest.mark.parametrize(("text", "word", "names"), CHAINS.values(), ids=CHAINS.keys())
def test_a_source_that_relays_another_makes_a_chain(text: str, word: str, names: list[str]) -> None:
    assert [n.replace("the ", "").replace("The ", "") for n in chain(text, word)] == [
        n.replace("the ", "").replace("The ", "") for n in names
    ]


def test_what_one_source_says_is_not_another_sources() -> None:
    text = "Police said two people died, while activists said nine were killed."
    assert chain(text, "died") == ["Police"]


def test_the_outlet_that_a_source_spoke_to_is_no_link_if_it_published_the_report() -> None:
    text = "The army shelled the hills, a resident told the Daily Star by phone."
    assert chain(text, "shelled", outlet="Daily Star") == ["a resident"]
    assert chain(text, "shelled", outlet="Evening Post") == ["Daily Star", "a resident"]


CERTAINTIES = {
    "Police said a man was killed.": "reported",
    "The council accused the army of killing a man, he killed": "alleged",
    "The army denied that a man was killed.": "denied",
    "The army did not deny that a man was killed.": "reported",
    "The charity fears that people were killed.": "feared_predicted",
    "Doctors estimated that nine people were killed.": "estimated",
    "The council demanded that nobody be killed.": "demanded",
    "He is believed to have been killed.": "alleged",
}


@pytest.mark.parametrize(("text", "wanted"), CERTAINTIES.items())
def test_the_verb_gives_its_content_a_certainty(text: str, wanted: str) -> None:
    word = "killing" if "killing" in text else "killed"
    start = text.index(word)
    from crossbearing.reading.rules_v1.attribution import chain_at

    assert chain_at(frames_of(text), start, start + len(word))[1] == wanted


def test_a_denial_holds_for_the_claims_it_denies() -> None:
    assert certainty("The army denied reports that the camp was bombed.", "bombed") == "denied"


def test_a_source_within_a_fear_reports_and_does_not_fear() -> None:
    assert certainty("The charity fears more deaths as eyewitness report hearing gunfire.", "gunfire") == "reported"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The bridge has fallen, a resident said by phone.", "phone"),
        ("The bridge has fallen, a resident said via Skype.", "internet_call"),
        ("The ministry said in a statement that the bridge had fallen.", "statement"),
        ("On Twitter, the council said that the bridge had fallen.", "social_media"),
        ("The minister told a news conference that the bridge had fallen.", "unknown"),
        ("The minister said at a briefing that the bridge had fallen.", "briefing"),
        ("The bridge has fallen, the council tweeted.", "social_media"),
    ],
)
def test_the_channel_stands_beside_the_cue(text: str, channel: str) -> None:
    assert {link.channel for link in links_at(text, "fallen")} == {channel}


@pytest.mark.parametrize(
    ("text", "knowing"),
    [
        ("Villagers reported hearing gunfire.", "heard"),
        ("Villagers reported seeing gunfire.", "saw"),
        ("Villagers said there was gunfire.", "unknown"),
        ("The office documented the gunfire.", "counted"),
        ("The office estimated that gunfire killed nine.", "estimated"),
    ],
)
def test_how_a_source_knows_is_told_beside_the_cue(text: str, knowing: str) -> None:
    assert [link.knowing for link in links_at(text, "gunfire")] == [knowing]


def test_a_stand_towards_a_thing_is_an_attribution_but_no_source_for_it() -> None:
    text = "The minister praised the evacuation."
    assert [f.claims for f in frames_of(text)] == [False]
    assert chain(text, "evacuation") == []


def test_content_never_holds_the_frames_own_source_and_cue() -> None:
    for text, _, _ in [*FRAMES.values(), *CHAINS.values()]:
        for frame in frames_of(text):
            if frame.rule != "byline":
                own = [*frame.source, *frame.cue]
                assert not any(a < d and c < b for a, b in own for c, d in frame.content), (text, frame)


def test_a_noun_with_a_clause_and_nobody_named_gives_its_certainty_and_no_link() -> None:
    text = "There were fears that the rebels would flee the town."
    assert chain(text, "flee") == []
    assert certainty(text, "flee") == "feared_predicted"
