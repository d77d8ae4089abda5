"""What is found in a report, and what it is taken for."""

import pytest

from crossbearing.language import parse
from crossbearing.places import distance_km, find_places, resolve_given, same_place


def one(found, text):
    """The mentions of a name; fails where there are none."""
    mentions = [m for m in found if m.text == text]
    assert mentions, f"{text} is not among {[m.text for m in found]}"
    return mentions[0]


def test_five_spellings_of_one_town_are_one_place(places_of):
    spellings = (
        "Jisr al-Shoughour", "Jisr al-Shughour", "Jasir al-Shughur", "Jisr al Shughour", "Jisr ash-Shughur",
    )
    for spelling in spellings:
        found = places_of(f"Syrian tanks shelled the town of {spelling} on Friday.")
        assert one(found, spelling).place_id == "gn:169023"


def test_a_spelling_that_a_source_has_for_the_district_alone_means_its_town(places_of):
    found = places_of("Shells killed nine people in Al-Zabadani and in Jisr al-Shughur in Syria.")
    assert (one(found, "Al-Zabadani").kind, one(found, "Jisr al-Shughur").kind) == ("city", "city")


def test_a_name_of_town_and_district_means_the_district_only_where_the_text_says_so(places_of):
    bare = places_of("Syrian tanks entered Jisr al-Shughur on Friday.")
    called = places_of("Syrian tanks entered Jisr al-Shughur district on Friday.")
    assert [m.place_id for m in (*bare, *called) if m.use == "place"] == ["gn:169023", "gn:169022"]


def test_the_usual_name_of_a_province_is_not_its_town_with_another_name_unless_the_text_says_so(places_of):
    bare = places_of("Turkey shelters nine hundred Syrians in four camps in Hatay.")
    called = places_of("Turkey shelters nine hundred Syrians in the city of Hatay.")
    assert (one(bare, "Hatay").kind, one(called, "Hatay").name) == ("province", "Antakya")
    assert one(places_of("Nine fighters fell in Homs, Syria."), "Homs").kind == "city"


def test_two_spellings_of_a_village_are_one_place_and_never_the_town_that_looks_like_it(places_of):
    found = places_of(
        "Activists in Syria heard gunfire in al-Sarmaneyah, a village five miles from the town of Jisr al-Shoughour. "
        "A researcher spoke of shots in a town called Sermaniyyeh."
    )
    first, second = one(found, "al-Sarmaneyah"), one(found, "Sermaniyyeh")
    assert same_place(first, second)
    assert first.name != "Sarmīn"
    assert distance_km(first.lat, first.lon, 35.814, 36.32) < 15


def test_an_unknown_village_is_placed_by_its_distance_from_a_town(places_of):
    found = places_of("Shells fell on Qanzaruleh, a village ten kilometres from the Syrian city of Homs.")
    village = one(found, "Qanzaruleh")
    assert village.place_id.startswith("nil:")
    assert village.relation == "ten kilometres from the Syrian city of Homs"
    assert distance_km(village.lat, village.lon, 34.73, 36.71) < 5
    assert 10 <= village.precision_km <= 25
    assert village.country == "SY"


def test_a_distance_is_never_taken_from_a_people_s_country(places_of):
    found = places_of("Shells fell on Qanzaruleh, a village ten kilometres from the Turkish border town of Reyhanli.")
    village = one(found, "Qanzaruleh")
    assert distance_km(village.lat, village.lon, 36.27, 36.57) < 5


def test_a_village_between_two_towns_lies_between_them(places_of):
    found = places_of("Tanks were seen in Qanzaruleh, a village between Homs and Hama in Syria.")
    village = one(found, "Qanzaruleh")
    assert 34.72 < village.lat < 35.14
    assert village.relation == "between Homs and Hama"


def test_an_unknown_village_lies_in_the_direction_that_the_text_gives(places_of):
    village = one(places_of("Troops stormed Qanzaruleh, 20 km south of Aleppo, Syria."), "Qanzaruleh")
    assert village.lat < 36.1
    assert abs(village.lon - 37.16) < 0.1


def test_an_unknown_place_without_a_word_on_where_it_is_has_no_coordinates(places_of):
    mention = one(places_of("Fighting broke out in the village of Qanzaruleh."), "Qanzaruleh")
    assert (mention.lat, mention.lon, mention.precision_km) == (None, None, None)
    assert mention.reason


def test_two_spellings_of_an_unknown_village_are_one_place(places_of):
    found = places_of(
        "Syrian rebels took the village of al-Qanzarouliyah. Later the army shelled the village of Qanzaruliyeh."
    )
    assert same_place(one(found, "al-Qanzarouliyah"), one(found, "Qanzaruliyeh"))


def test_one_unresolvable_name_empties_no_other(places_of):
    told = "Protests spread from Daraa to Homs in Syria."
    before = {m.text: m.place_id for m in places_of(told)}
    after = {m.text: m.place_id for m in places_of(told + " Shots were heard in the village of Qanzaruleh.")}
    assert before.items() <= after.items()
    assert set(after) - set(before) == {"Qanzaruleh"}


def test_a_word_for_a_people_is_a_demonym_of_its_country(places_of):
    mention = one(places_of("Turkish officials met in Ankara."), "Turkish")
    assert (mention.use, mention.country, mention.kind) == ("demonym", "TR", "country")


def test_a_capital_that_speaks_is_its_government(places_of):
    found = places_of("Damascus denied the reports. Shells fell in Damascus.")
    assert [m.use for m in found if m.text == "Damascus"] == ["metonym", "place"]


def test_a_capital_is_its_government_where_it_does_or_is_told_what_towns_are_not(places_of):
    text = "Moscow might use its veto. Moscow witnessed protests. The raid on the capital Moscow killed nine."
    assert [m.use for m in places_of(text) if m.text == "Moscow"] == ["metonym", "place", "place"]
    turned_to = "Washington accused Moscow of the raid. The envoy called on Moscow to end it. Nine left Moscow."
    assert [m.use for m in places_of(turned_to) if m.text == "Moscow"] == ["metonym", "metonym", "place"]
    dateline = "DAMASCUS, June 7, 2011 - Gunmen killed nine policemen in Homs, state television said."
    assert one(places_of(dateline), "DAMASCUS").use == "place"


def test_a_place_within_an_organisation_is_marked_so(places_of):
    mention = one(places_of("The Aleppo Media Centre posted a video of the raid in Syria."), "Aleppo")
    assert mention.use == "organisation"


def test_a_person_who_bears_a_town_s_name_is_no_place(places_of):
    found = places_of("Sheriff Henry Clark said that Paris Hilton and Mr. Jackson had left. Clark thanked Jackson.")
    assert not [m.text for m in found if m.text in ("Clark", "Jackson", "Henry", "Hilton", "Henry Clark")]


@pytest.mark.parametrize("told", [
    "Secretary of State John Kerry spoke of Syria. Kerry flew to Geneva.", "Kerry urged Russia to stop.",
    "US Secretary Kerry met Lavrov in Vienna. Kerry's plan failed.", '"We want peace in Syria," Kerry said.',
    "Former governor of Texas Rick Perry spoke. Perry left for Dallas.", "Ms Houston lives in Leeds. Houston smiled.",
])
def test_a_mention_of_a_person_is_none_of_the_place_of_that_name(places_of, told):
    assert not {m.text for m in places_of(told)} & {"Kerry", "Perry", "Houston"}


def test_a_place_stays_one_though_a_person_of_the_text_bears_its_name(places_of):
    found = places_of("Michael Houston was born in Houston, Texas. Ms Houston said that Jordan had closed its border.")
    assert [(m.text, m.start) for m in found if m.text == "Houston"] == [("Houston", 28)]
    assert one(found, "Jordan").country == "JO"


def test_what_a_text_calls_a_place_is_one_wherever_it_is_named_and_however_spelt(places_of):
    found = places_of("Tanks entered the town of Zurbanitah. Zurbaniteh was empty. Shells hit Zurbanita.")
    assert [m.text for m in found] == ["Zurbanitah", "Zurbaniteh", "Zurbanita"]
    assert len({m.place_id for m in found}) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Food ran out in rebel-held Qurdanah this week.",
        "The onslaught on Qurdanah killed five people.",
        "Soldiers reached Qurdanah before dawn.",
        "Shells fell in northern Qurdanah again.",
        "Food ran out in rebel-held Belmourah and Qurdanah.",
        "They had left the mountain towns of Belmourah and Qurdanah by bus.",
        "They had left the mountain towns of Belmourah, Tarzunah and Qurdanah by bus.",
        "The road north of the capital Qurdanah was shut.",
        "The road lies northwest of Qurdanah.",
        "Qurdanah lies about 20 kilometres east of the river.",
        "Soldiers reached Qurdanah before dawn. Five percent of Qurdanah still stands.",
        "They walked towards Qurdanah 30 km north of the river.",
        "They had fled Qurdanah another village of the valley.",
        "The Syrian capital Qurdanah was shut.",
        "Mortar fire on Qurdanah killed two women.",
        "A rocket struck Qurdanah on Monday.",
    ],
)
def test_a_name_that_nobody_knows_is_a_place_where_it_is_held_attacked_entered_or_listed_with_one(places_of, told):
    assert one(places_of(told), "Qurdanah").place_id.startswith("nil:")


@pytest.mark.parametrize("told", [
    "Qurdanah smiled.", "He thanked Qurdanah for it.", "A song by Qurdanah was played.",
    "Qurdanah was 100 metres from the mosque.", "In the capital Qurdanah told reporters of it.",
])
def test_a_name_that_nobody_knows_is_no_place_where_nothing_says_so(places_of, told):
    assert not places_of(told)


def test_a_name_that_nobody_knows_is_no_place_where_a_body_is_known_by_it(gazetteer):
    doc = parse("The onslaught on Qurdanah killed five people.")
    assert find_places(doc, gazetteer)
    assert not find_places(doc, gazetteer, is_body=lambda name: name == "Qurdanah")


@pytest.mark.parametrize("told", [
    "Blast in Qurdanah Kills Nine. The bomb went off in Qurdanah.",
    "Shells fell in Southern Qurdanah again. Many live in Qurdanah.",
    "Jeeps drove to Qurdanahs airport. Many live in Qurdanah.",
    "Shells fell in Qurdanah Saturday. Many live in Qurdanah.",
])
def test_a_name_that_stands_alone_in_a_text_is_the_same_inside_a_run_of_capitals(places_of, told):
    first, second = places_of(told)
    assert first.text.removesuffix("s") == second.text == "Qurdanah"
    assert first.place_id == second.place_id


def test_the_name_of_a_body_beside_it_does_not_make_a_name_a_body(gazetteer):
    doc = parse("Shells fell near Qurdanah Syria Watch said.")
    found = find_places(doc, gazetteer, is_body=lambda name: "Syria Watch" in name)
    assert found[0].text == "Qurdanah"


def test_a_name_of_two_words_is_not_cut_to_a_small_town_elsewhere(places_of):
    mention = one(places_of("An air strike on Tal Hamra in Syria killed 31 people."), "Tal Hamra")
    assert mention.place_id.startswith("nil:")
    assert [m.text for m in places_of("Warplanes pounded Saraqib Idlib in Syria.")] == ["Saraqib", "Idlib", "Syria"]
    assert one(places_of("Farmers died in Guma LGA in Nigeria."), "Guma").country == "NG"


def test_a_name_with_a_french_article_inside_is_one(places_of):
    assert one(places_of("Gangs burnt houses in Port-au-Prince."), "Port-au-Prince").country == "HT"


def test_a_known_name_of_several_words_that_is_a_place_once_is_one_throughout(places_of):
    found = places_of("Jisr al-Shughour: what is known of Monday. Tanks entered the streets in Jisr al-Shughour.")
    assert [m.text for m in found] == ["Jisr al-Shughour", "Jisr al-Shughour"]


def test_a_movement_is_no_place(places_of):
    assert not places_of("Hezbollah and Daesh fought; Shiite and Sunni leaders kept silent.")


def test_a_province_and_the_town_it_is_named_after_are_told_apart(places_of):
    found = places_of("Raids in Idlib province in Syria drove people to the city of Idlib.")
    assert {m.kind for m in found if m.text.startswith("Idlib")} == {"province", "city"}


def test_the_land_named_after_a_comma_decides_which_town_is_meant(places_of):
    assert one(places_of("He was born in Athens, Georgia."), "Athens").country == "US"
    assert one(places_of("He was born in Athens, Greece."), "Athens").country == "GR"


def test_a_state_s_abbreviation_is_its_state(places_of):
    found = places_of("CHARLESTON, W.Va. -- A fire broke out. It came from Columbia, Ky. on Sunday.")
    assert one(found, "W.Va.").name == "West Virginia"
    assert one(found, "Ky.").name == "Kentucky"


def test_a_name_whose_possessive_lost_its_apostrophe_is_found(places_of):
    assert one(places_of("Rebels hold parts of Syrias second city."), "Syrias").country == "SY"


def test_a_name_with_a_hash_or_in_capitals_is_found(places_of):
    assert {m.place_id for m in places_of("BEIRUT: crowds gathered. #Beirut")} == {"gn:276781"}


def test_a_hashtag_of_several_words_is_read_as_they_are(places_of):
    text = "\u202a#Homs\u202c burns. #FreeSyria #IdlibProvince: shells fell in #Jisr_al_Shughour, in #AbuKamal."
    found = places_of(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert {m.text: m.name for m in found} == {
        "Homs": "Homs", "Syria": "Syria", "IdlibProvince": "Idlib", "Jisr_al_Shughour": "Jisr ash Shughūr",
        "AbuKamal": "Ālbū Kamāl",
    }


def test_a_title_means_what_its_text_means(gazetteer, places_of):
    text = places_of("Police in Paris, Texas, arrested two men. The Paris jail is full.")
    title = find_places(parse("Two held in Paris"), gazetteer, known=text)
    assert same_place(one(title, "Paris"), one(text, "Paris"))
    assert one(places_of("Two held in Paris"), "Paris").country == "FR"


def test_every_place_knows_its_province_and_how_exact_it_is(places_of):
    mention = one(places_of("Troops entered Binnish in Syria."), "Binnish")
    assert mention.province == "Idlib"
    assert mention.district == "Idlib District"
    assert mention.country == "SY"
    assert mention.where_prec == 1
    assert 0 < mention.precision_km < 10


def test_the_reason_for_a_place_says_what_told_it_from_the_next_best(places_of):
    assert "the text puts it there" in one(places_of("He was born in Athens, Georgia."), "Athens").reason


def test_a_given_name_is_resolved_even_where_it_would_not_be_found(gazetteer):
    text = "The may of reading was cold."
    (mention,) = resolve_given(parse(text), [(11, 18)], gazetteer)
    assert mention.text == "reading"
    assert mention.country == "GB"


def test_a_little_known_town_of_a_country_that_nothing_else_speaks_of_is_not_meant(places_of):
    told = "Shells fell near Aleppo, in Homs, Hama and Idlib in Syria. "
    mention = one(places_of(told + "People fled to the village of Millis."), "Millis")
    assert mention.place_id.startswith("nil:")
    assert "countries that the report does not speak of" in mention.reason
    assert one(places_of("The mayor of Millis, Massachusetts, spoke."), "Millis").country == "US"


def test_a_town_of_that_country_in_another_spelling_is_meant_rather_than_a_small_one_elsewhere(places_of):
    found = places_of("Air raids hit Douma, Harasta and Jobar near Damascus in Syria, and the town of Arbin.")
    assert one(found, "Arbin").country == "SY"


def test_a_name_before_the_area_it_lies_in_is_a_place_without_a_comma_too(places_of):
    assert one(places_of("Chlorine Attacks on Saraqib Idlib"), "Saraqib").province == "Idlib"


def test_what_a_body_is_based_in_is_a_place_though_a_surname_is_spelt_so(places_of):
    assert one(places_of("The London-based Syrian Observatory said so."), "London").country == "GB"


def test_a_given_street_lies_in_the_area_that_the_report_is_about(gazetteer):
    text = "Police in Leeds closed Qandle Road. Bradford and Leeds were quiet; Geneva condemned it."
    names = ("Leeds", "Qandle Road", "Bradford", "Geneva")
    street = resolve_given(parse(text), [(text.index(n), text.index(n) + len(n)) for n in names], gazetteer)[1]
    assert distance_km(street.lat, street.lon, 53.8, -1.55) < 20
    assert street.precision_km > 1


def test_of_a_longer_given_name_the_well_known_place_in_it_is_taken_but_no_people(gazetteer):
    text = "She taught at the University of Alberta and the Norwegian Wharf Lyceum."
    names = ("University of Alberta", "Norwegian Wharf Lyceum")
    alberta, school = resolve_given(parse(text), [(text.index(n), text.index(n) + len(n)) for n in names], gazetteer)
    assert alberta.name == "Alberta"
    assert school.country != "NO"


@pytest.mark.parametrize("told", [
    "Shells hit the Shahba neighbourhood of Aleppo in Syria. Suwayda was quiet, and so was Salkhad.",
    "Shells hit Aleppo's western Shahba quarter in Syria. Suwayda was quiet, and so was Salkhad.",
    "Shells hit Aleppos Shahba quarter in Syria. Suwayda was quiet, and so was Salkhad.",
    "Shells hit the Aleppo neighbourhood of Shahba in Syria. Suwayda was quiet, and so was Salkhad.",
])
def test_a_quarter_lies_in_the_town_that_the_text_gives_it_to(places_of, told):
    quarter = one(places_of(told), "Shahba")
    assert quarter.kind == "neighbourhood"
    assert distance_km(quarter.lat, quarter.lon, 36.2, 37.16) < 12


def test_a_quarter_that_nobody_knows_is_no_namesake_elsewhere_but_lies_in_its_town(places_of):
    quarter = one(places_of("Jets struck the Midan quarter of Homs in Syria."), "Midan")
    assert quarter.place_id.startswith("nil:")
    assert distance_km(quarter.lat, quarter.lon, 34.73, 36.71) < 5
    told = places_of("Fighting went on in Homs in Syria. In the eastern Qanzaruleh neighbourhood shops burnt.")
    assert distance_km(one(told, "Qanzaruleh").lat, one(told, "Qanzaruleh").lon, 34.73, 36.71) < 5


def test_a_town_whose_quarters_are_named_stays_itself(places_of):
    found = places_of("Shells hit the Qanzaruleh quarter of Homs and the western neighbourhoods of Homs in Syria.")
    assert {m.place_id for m in found if m.text == "Homs"} == {"gn:169577"}


def test_a_suburb_may_lie_outside_its_town(places_of):
    found = places_of("The trader came from the Damascus suburb of Douma in Syria.")
    assert one(found, "Damascus").place_id == "gn:170654"
    assert one(found, "Douma").place_id == "gn:170592"


def test_a_village_put_into_a_province_is_no_namesake_abroad(places_of):
    village = one(places_of("Raids hit the town of Thiesi in Idlib province, which borders Turkey."), "Thiesi")
    assert village.place_id.startswith("nil:")
    assert village.country == "SY"


def test_a_town_that_a_people_struck_is_not_put_into_its_country(places_of):
    told = places_of("Planes thought to be Russian hit the town of Talbiseh in the west of Syria.")
    assert one(told, "Talbiseh").place_id == "gn:163779"


@pytest.mark.parametrize("told", [
    "Tomahawk cruise missiles hit Homs in Syria.", "Tomahawk missiles hit Homs in Syria.",
    "Two Tu-22 bombers hit Homs in Syria.",
])
def test_a_make_of_weapons_is_no_place(places_of, told):
    assert {m.text for m in places_of(told)} == {"Homs", "Syria"}


def test_a_big_town_before_a_weapon_stays_a_place(places_of):
    assert one(places_of("Homs drones crossed into Hama in Syria."), "Homs").place_id == "gn:169577"


def test_a_movement_without_its_apostrophe_is_no_place(places_of):
    assert {m.text for m in places_of("Assads troops and Daeshs fighters left Homs in Syria.")} == {"Homs", "Syria"}


def test_a_title_may_begin_the_name_of_a_quarter(places_of):
    found = places_of("Five men were killed in Aleppo, Syria, in a raid on the neighbourhood of Sheikh Zandar it said.")
    assert one(found, "Sheikh Zandar").kind == "neighbourhood"


@pytest.mark.parametrize("told", [
    "Jets struck several towns in the countryside of Homs including Qanzaruleh on Friday.",
    "Jets struck three villages of Homs, namely Qanzaruleh, on Friday.",
])  # fmt: skip
def test_what_is_named_of_several_towns_is_one(places_of, told):
    assert one(places_of(told), "Qanzaruleh").use == "place"


def test_who_is_named_of_several_people_in_towns_is_no_town(places_of):
    found = places_of("Jets struck several towns of Homs and killed nine traders including Qanzaruleh.")
    assert "Qanzaruleh" not in [m.text for m in found]


@pytest.mark.parametrize(("told", "person"), [
    ("Gunmen killed traders from several villages, including Ahmed Salim.", "Ahmed Salim"),
    ("Gunmen killed leaders of the two towns, including Omar Haddad.", "Omar Haddad"),
    ("Gunmen killed 20 men in two towns, including Omar, a baker.", "Omar"),
    ("Police killed Mansour near the town of Dirwan.", "Mansour"),
    ("Gunmen kidnapped Obi near the city of Kano.", "Obi"),
    ("Fighters of Jaish near the village of Marnah fled.", "Jaish"),
])  # fmt: skip
def test_people_beside_towns_are_no_towns(places_of, told, person):
    assert person not in [m.text for m in places_of(told) if m.use == "place"]
