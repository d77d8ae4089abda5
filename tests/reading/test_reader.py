"""The reader as a whole: claims out of sentences of our own."""

import datetime as dt
import hashlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Claim, Reading, Report

SAMPLE = Path(__file__).parents[2] / "samples" / "jisr" / "01-committees-on-the-funeral.txt"


@cache
def reader() -> Rules:
    return Rules(Gazetteer.open())


def read(
    text: str, title: str | None = None, published: dt.date | None = dt.date(2011, 6, 10), language: str | None = None
) -> Reading:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return reader().read(Report(id="r", text=text, title=title, digest=digest, published=published, language=language))


def claim_of(text: str, kind: str) -> Claim:
    return next(c for c in read(text).claims if c.type == kind)


def test_who_did_it_and_to_whom_are_read_from_active_and_passive() -> None:
    for text in ("Masked gunmen killed four bakers on Monday.", "Four bakers were killed on Monday by masked gunmen."):
        claim = claim_of(text, "killing")
        assert [a.lower() for a in claim.actor] == ["masked gunmen"]
        assert claim.target == ("bakers",)
        assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 4, 4)]


@pytest.mark.parametrize("text", [
    "The camp can accommodate 3,000 refugees.", "The camp, with a capacity of 3,000 refugees, is full.",
    "The new camp has room for 3,000 refugees.",
])
def test_how_many_there_is_room_for_is_a_capacity(text: str) -> None:
    claim = claim_of(text, "shelter_aid")
    assert [(f.measure, f.nature, f.low, f.high) for f in claim.figures] == [("capacity", "capacity", 3000, 3000)]


@pytest.mark.parametrize(("text", "kind", "nature"), [
    ("The camp hosts 15,000 refugees.", "shelter_aid", "stock"),
    ("The camp can host 15,000 refugees.", "shelter_aid", "capacity"),
    ("Shells fell on the mill. 15,000 people are staying in schools.", "displacement", "stock"),
    ("15,000 people fled.", "displacement", "flow"),
])  # fmt: skip
def test_who_is_there_is_told_from_who_came_and_who_there_is_room_for(text: str, kind: str, nature: str) -> None:
    claim = claim_of(text, kind)
    measure = "capacity" if nature == "capacity" else "displaced"
    assert [(f.measure, f.nature, f.low) for f in claim.figures] == [(measure, nature, 15000)]


def test_a_part_is_told_from_the_whole() -> None:
    claim = claim_of("At least 21 people, including five children, were killed in the raid.", "killing")
    assert [(f.low, f.high, f.part_of_whole) for f in claim.figures] == [(21, None, False), (5, 5, True)]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Soldiers allegedly killed three nurses.", "killing", "alleged"),
        ("Troops will attack the town, a colonel said.", "ground_operation", "feared_predicted"),
        ("Rebels could attack the town again.", "ground_operation", "hypothetical"),
        ("The envoy called for an end to the shelling of the port.", "demand", "demanded"),
        ("The ministry called reports of a massacre baseless.", "killing", "denied"),
        ("Residents told a story about the killing of nine farmers.", "killing", "asserted"),
        ("Rebels were about to attack the town.", "ground_operation", "feared_predicted"),
        ("Shells killed two porters.", "killing", "asserted"),
        ("Shells killed two porters, a nurse said.", "killing", "reported"),
        ("The raid could have resulted in a homicide.", "killing", "hypothetical"),
        ("The baker fled before setting the house on fire and killing himself.", "killing", "asserted"),
        ("Troops were set to attack the town.", "ground_operation", "feared_predicted"),
        ("The baker is expected to survive his injuries.", "injury", "asserted"),
        ("The government may survive the assassination of its leader.", "killing", "hypothetical"),
        ("Would the army survive the capture of the town?", "territory_change", "hypothetical"),
        ("Three bakers may be among the dead.", "killing", "hypothetical"),
    ],
)
def test_certainty_follows_the_words_about_the_happening(text: str, kind: str, certainty: str) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "certainty", "sources"), [
    ("The army denied that it shelled the port.", "denied", ["The army"]),
    ("The army did not deny that it shelled the port.", "reported", ["The army"]),
    ("The army stopped short of denying that it shelled the port.", "reported", ["The army"]),
    ("The army refused to deny that it shelled the port.", "reported", ["The army"]),
    ("The army neither confirmed nor denied that it shelled the port.", "alleged", []),
    ("The army refused to confirm or deny that it shelled the port.", "alleged", []),
    ("The army did not confirm or deny that it shelled the port.", "alleged", []),
    ("The army did not comment, and denied that it shelled the port.", "denied", ["The army"]),
])  # fmt: skip
def test_a_denial_that_is_withheld_is_none_and_who_leaves_it_open_is_no_source(
    text: str, certainty: str, sources: list[str],
) -> None:
    claim = claim_of(text, "shelling")
    assert (claim.certainty, [link.name for link in claim.sources]) == (certainty, sources)
    assert claim.polarity == "affirmed"


@pytest.mark.parametrize("text", [
    "The army said it was not responsible for the shelling of the port.",
    "The army said its soldiers were not involved in the shelling of the port.",
    "The army said it had nothing to do with the shelling of the port.",
    "The army said it played no part in the shelling of the port.",
    "The army said it bore no responsibility for shelling the port.",
    "The army said it was not behind the shelling of the port.",
])  # fmt: skip
def test_who_had_no_part_in_it_denies_it(text: str) -> None:
    claim = claim_of(text, "shelling")
    assert claim.certainty == "denied"
    assert claim.actor in {("The army",), ("its soldiers",)}


@pytest.mark.parametrize("text", [
    "The rebels did not claim responsibility for the shelling of the port.",
    "The envoy said the council did not assign blame for the shelling of the port.",
    "The army was not only responsible for the shelling of the port but proud of it.",
    "Those not involved in the shelling of the port fled.",
    "There is nothing to do with the shelling of the port but weep.",
    "The army was not involved in the shelling of the port.",
])  # fmt: skip
def test_where_nobody_is_cited_with_having_had_no_part_it_is_not_denied(text: str) -> None:
    claim = claim_of(text, "shelling")
    assert claim.certainty != "denied"
    assert "The army" not in claim.actor or "only" in text


@pytest.mark.parametrize(("text", "certainty"), [
    ("The army said it was responsible for the shelling of the port.", "reported"),
    ("The army said nothing about the shelling of the port.", "asserted"),
    ("The army said no guns were lost in the shelling of the port.", "reported"),
    ("The army insists it was not the first to begin the shelling of the port.", "alleged"),
    ("The envoy insisted on an end to the shelling of the port.", "alleged"),
    ("The envoy insisted that the shelling of the port be stopped.", "alleged"),
])  # fmt: skip
def test_who_tells_something_else_denies_or_demands_nothing(text: str, certainty: str) -> None:
    assert claim_of(text, "shelling").certainty == certainty


def test_negation_of_the_happening_is_polarity() -> None:
    assert claim_of("No shots were fired in the square.", "shooting").polarity == "negated"
    assert claim_of("Nobody was killed in the blast.", "killing").polarity == "negated"
    assert claim_of("The nurse almost lost her life.", "killing").polarity == "negated"
    assert claim_of("The town was nearly destroyed by shelling.", "destruction").polarity == "affirmed"
    assert claim_of("The town was almost besieged.", "siege").polarity == "affirmed"
    assert claim_of("The blast wounded none of the guards.", "injury").polarity == "negated"
    assert claim_of("There was not a death in the blast.", "killing").polarity == "negated"
    assert claim_of("The blast wounded some of the guards.", "injury").polarity == "affirmed"


def test_a_report_in_a_language_that_is_not_read_says_so() -> None:
    reading = read("Des habitants ont fui la ville vendredi matin après l'entrée des soldats, selon des témoins.")
    assert reading.language == "fr"
    assert not reading.claims
    assert any("fr" in note for note in reading.notes)


def test_a_title_that_stands_apart_has_claims_with_offsets_of_its_own() -> None:
    title = "Nine killed in market blast"
    reading = read("The dead were traders, the mayor said.", title=title)
    claim = next(c for c in reading.claims if c.located == "title" and c.type == "killing")
    assert title[slice(*claim.trigger)] == "killed"


def test_offsets_of_every_claim_lie_in_the_text() -> None:
    text = "Gunmen killed 4 people in Idlib on Monday, activists said. The army denied it.\n\nThousands fled to Turkey."
    for claim in read(text).claims:
        assert claim.evidence[0] <= claim.trigger[0] < claim.trigger[1] <= claim.evidence[1] <= len(text)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    reading = read(text, title=text[:20], language="en")
    for claim in reading.claims:
        within = text if claim.located == "text" else text[:20]
        assert 0 <= claim.trigger[0] < claim.trigger[1] <= len(within)


def test_the_same_report_gives_the_same_reading() -> None:
    text = "Gunmen killed 4 people in Idlib on Monday, activists said."
    assert read(text) == read(text)


def test_what_lies_weeks_back_or_is_a_running_total_is_background() -> None:
    text = "Shells killed two porters on Thursday. More than 900 people have been killed there since March."
    standing = {f.low: c.standing for c in read(text).claims for f in c.figures if f.measure == "killed"}
    assert standing == {2: "news", 900: "background"}


def test_the_means_is_kept_as_told() -> None:
    assert claim_of("A rocket attack wounded two shepherds.", "shelling").weapon == "rocket"
    assert claim_of("A car bomb wounded two shepherds.", "explosion").weapon == "A car bomb"
    assert claim_of("A blast wounded two shepherds.", "explosion").weapon is None


def test_news_without_a_date_in_the_lead_happened_on_the_day_or_the_day_before() -> None:
    when = claim_of("Shells killed two porters in the market.", "killing").when
    assert when is not None
    assert when.text is None
    assert (when.earliest, when.latest) == (dt.date(2011, 6, 9), dt.date(2011, 6, 10))


def test_a_marked_trigger_gives_its_claim() -> None:
    text = "Masked gunmen killed four bakers on Monday, a neighbour said."
    report = Report(id="r", text=text, digest="0", published=dt.date(2011, 6, 10))
    start = text.index("killed")
    marked = reader().claim_at(report, (start, start + 6))
    assert marked == next(c for c in read(text).claims if c.type == "killing")


def test_a_marked_word_outside_the_lexicon_takes_the_kind_a_person_says() -> None:
    text = "The guards escorted two poets into the fort."
    report = Report(id="r", text=text, digest="0")
    start = text.index("escorted")
    claim = reader().claim_at(report, (start, start + len("escorted")), "abduction")
    assert (claim.type, claim.actor, claim.target) == ("abduction", ("The guards",), ("poets",))
    with pytest.raises(ValueError, match="names no happening"):
        reader().claim_at(report, (start, start + len("escorted")))


def test_every_claim_names_the_rules_that_gave_it() -> None:
    claim = claim_of("Shells killed two porters in Homs, a nurse said.", "killing")
    assert claim.rules[0] == "trigger verbs:kill"
    assert any(rule.startswith("attribution ") for rule in claim.rules)
    assert "place in its sentence" in claim.rules


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six people were killed in air strikes on the town of Atareb west of Aleppo in Syria on Saturday.", "Atareb"),
        ("They battle for the town of Tabqa around 40 kilometres west of Raqqa in Syria.", "Tabqa"),
        ("Near Jayrud 60 kilometres (35 miles) from Damascus where the army is rebels killed a pilot.", "Jayrud"),
        ("Gunmen detonated IED near the national hospital in Hasaka on Monday.", "Hasaka"),
    ],
)
def test_a_happening_lies_in_the_place_and_not_in_the_one_that_tells_where_that_is(text: str, place: str) -> None:
    assert read(text).claims[0].places[0] == place


def test_a_headline_in_title_case_is_read_as_running_text_and_quoted_as_it_stands() -> None:
    title = "Coastal Army Kills Dozens of Rebel Fighters in Harbour Ambush"
    claim = next(c for c in read(f"{title}\nThe mayor was away.", title=title).claims if c.type == "killing")
    assert claim.actor == ("Coastal Army",)
    assert claim.target == ("Rebel Fighters",)


def test_tolls_told_in_a_row_share_whom_they_count_and_whose_deed_it_was() -> None:
    claims = read("The militia killed 16 farmers and wounded 22 on Monday.").claims
    wounded = next(c for c in claims if c.type == "injury")
    assert (wounded.actor, wounded.target) == (("The militia",), ("farmers",))


@pytest.mark.parametrize(
    "apart",
    [
        "The militia killed 16 farmers. Another 22 were wounded in the market.",
        "The militia killed 16 farmers, and a doctor said that 22 were wounded in the market.",
    ],
)
def test_what_another_sentence_or_source_tells_or_what_did_not_happen_takes_no_doer(apart: str) -> None:
    (wounded,) = (c for c in read(apart).claims if c.type == "injury")
    assert "farmers" not in wounded.target
    assert wounded.actor == ()


def test_who_crosses_into_a_country_does_not_cross_into_the_camp_where_some_stay() -> None:
    crossed, *_ = read("Over 2,400 Syrians crossed into Turkey. Most were staying in the camp at Yayladağı.").claims
    assert crossed.where is not None
    assert crossed.where.name == "Turkey"


def test_a_country_that_troops_enter_is_where_they_went_whatever_town_is_told_of_later() -> None:
    rolled, *_ = read("Tanks rolled into Turkey on Friday. Other tanks rolled into Antakya on Friday.").claims
    assert rolled.where is not None
    assert rolled.where.name == "Turkey"


def test_who_fled_from_nowhere_told_fled_from_the_town_that_the_story_tells_of() -> None:
    fled, *_ = read("Villagers fled on Friday. They had fled from Aleppo after the shelling.").claims
    assert fled.where is not None
    assert fled.where.name == "Aleppo"


def test_what_was_told_on_a_day_did_not_happen_after_it() -> None:
    text = (
        "Shells killed nine bakers in Homs on Friday. "
        "A colonel said on Wednesday that gunmen had executed a pilot near the town."
    )
    claim = next(c for c in read(text).claims if text[slice(*c.trigger)] == "executed")
    assert claim.when is not None
    assert claim.when.latest == dt.date(2011, 6, 8)


def test_a_year_told_of_a_building_dates_no_news() -> None:
    claims = read("Shells damaged the bridge, which was built in 1970.").claims
    (damaged,) = (c for c in claims if c.type == "destruction")
    assert damaged.when is None or damaged.when.earliest != dt.date(1970, 1, 1)
    (hit,) = (c for c in read("Shells damaged the bridge in May 2010.").claims if c.type == "destruction")
    assert hit.when is not None
    assert hit.when.earliest == dt.date(2010, 5, 1)


@pytest.mark.slow
def test_a_text_of_more_than_a_million_characters_is_read_to_its_end() -> None:
    story = SAMPLE.read_text(encoding="utf-8")
    text = "\n\n".join([story] * (1_200_000 // len(story) + 1))
    claims = read(text).claims
    assert len(text) > 1_200_000
    assert {c.type for c in claims if c.trigger[0] > len(text) - len(story)} >= {"killing"}
    for claim in claims:
        assert text[slice(*claim.trigger)].strip(), claim
        assert claim.evidence[0] <= claim.trigger[0] < claim.trigger[1] <= claim.evidence[1] <= len(text)


@pytest.mark.parametrize("text", [
    "A nurse was shot in Winter Haven, Florida.", "A 9-month-old died in the mill.",
    "4-month-old baby shot in the mill",
])  # fmt: skip
def test_no_town_and_no_age_tells_when_it_happened(text: str) -> None:
    assert all(claim.when is None or not claim.when.text for claim in read(text).claims)


def test_the_name_of_a_site_tells_nothing() -> None:
    reading = read("The dead were traders.", title="Nine killed in market blast - Channel 12 News, Odessa")
    title = [c for c in reading.claims if c.located == "title"]
    assert {f.low for c in title for f in c.figures} == {9}
    assert "Odessa" not in {p.text for p in reading.places}


@pytest.mark.parametrize("credit", [" (Rasta and Agencies)", ". RASTA/Lina Haddad.", ". (Rasta)", " (Rasta Photo)"])
def test_the_day_and_place_of_a_picture_are_those_of_no_other_sentence(credit: str) -> None:
    text = f"A boy sits in a mill after shelling in Daraa March 3 2011{credit} A bomb has killed nine. Six were hurt."
    found = {c.type: c for c in read(text).claims}
    assert found["shelling"].when.edtf == "2011-03-03"
    for later in (found["killing"], found["injury"]):
        assert later.when.edtf == "2011-06-09/2011-06-10"
        assert later.where is None or later.where.name != "Dar‘ā"


def test_a_full_date_without_a_credit_is_that_of_what_is_told_on() -> None:
    text = "Shells fell on Daraa on March 3 2011. They killed nine farmers."
    assert next(c for c in read(text).claims if c.type == "killing").when.edtf == "2011-03-03"


@pytest.mark.parametrize("sentence", [
    "In Daraa four farmers were killed in air strikes.", "Jets bombed Daraa, killing four farmers.",
])  # fmt: skip
def test_what_one_sentence_tells_of_one_place_lies_on_one_day(sentence: str) -> None:
    found = [c for c in read(f"Shells fell on Homs on Monday. {sentence}").claims if c.type in {"killing", "airstrike"}]
    assert [c.when.edtf for c in found] == ["2011-06-06"] * 2


def test_who_comes_back_to_a_town_means_its_day_and_not_the_last_one_told() -> None:
    text = "An air strike hit Homs on Monday. In March shells fell on Daraa. The strike on Homs killed six men."
    assert [c.when.edtf for c in read(text).claims if c.type == "killing"] == ["2011-06-06"]


def test_a_month_told_of_one_town_is_not_that_of_what_is_told_of_another() -> None:
    text = "Last month shells wounded two men in Daraa. Two men were hurt as rockets fell on Homs."
    assert [c.when.text for c in read(text).claims if c.type == "injury"] == ["Last month", None]


def test_what_is_agreed_has_another_day_than_its_breach() -> None:
    text = "A truce agreed by Norway and Peru in February has been violated around Homs."
    assert [c.when and c.when.text for c in read(text).claims if text[slice(*c.trigger)] == "violated"] == [None]


def test_a_group_whose_name_is_spelt_like_a_verb_is_a_name() -> None:
    (killing,) = (c for c in read("The army killed nine IS fighters near Homs.").claims if c.type == "killing")
    assert killing.target == ("IS fighters",)


def test_the_date_of_publication_kills_nobody() -> None:
    text = "Date of publication 5 June 2011 Air strikes by army planes on Homs have killed nine men."
    assert claim_of(text, "killing").actor == ("army planes",)


def test_a_toll_of_a_war_runs_from_the_day_on_which_the_war_began() -> None:
    when = claim_of("The war, which began with a march in March 2009, has killed 9,000 people.", "killing").when
    assert (when.earliest, when.latest, when.cumulative) == (dt.date(2009, 3, 1), dt.date(2011, 6, 10), True)


@pytest.mark.parametrize("before", [
    "The two sides have had a truce for at least two years.", "The mill is now under siege.",
    "Shells have killed 90 men since the truce ended in May.",
])  # fmt: skip
def test_a_span_that_something_has_lasted_is_no_day_of_what_is_told_next(before: str) -> None:
    text = f"{before} A monitor said that the militia had executed a pilot."
    (executed,) = (c for c in read(text).claims if text[slice(*c.trigger)] == "executed")
    assert (executed.when.text, executed.when.earliest) == (None, dt.date(2011, 6, 9))


def test_a_noun_that_names_a_happening_and_its_verb_have_one_day() -> None:
    text = (
        "Raids killed nine in Homs this week. "
        "Explosions in Daraa killed 20 people and casualties were also reported in Idlib and Aleppo."
    )
    of_the_blasts = [c for c in read(text).claims if c.trigger[0] >= text.index("Explosions")]
    assert [(c.type, c.when and c.when.text) for c in of_the_blasts[:2]] == [
        ("explosion", "this week"), ("killing", "this week"),
    ]  # fmt: skip
