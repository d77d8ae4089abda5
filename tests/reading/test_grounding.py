"""Places of happenings: which of a sentence's places it lies in, and what that costs on a long text."""

import datetime as dt

import pytest
from spacy.tokens import Doc

from crossbearing.language import parse
from crossbearing.reading.rules_v1.grounding import Grounder
from crossbearing.reading.rules_v1.telling_where import home_country
from crossbearing.reading.rules_v1.timing import Timing
from crossbearing.reading.rules_v1.when import when_of
from crossbearing.records import PlaceMention, TimeMention
from crossbearing.times import Anchor, find_times
from tests.reading.test_reader import claim_of, read

SENTENCE = "Four bakers were killed in Marnah, 20 km south of Dirwan. "


class Asked(Doc):
    """A parse that counts how often its whole text is joined."""

    times = 0

    @property
    def text(self) -> str:
        """The text, counted."""
        self.times += 1
        return super().text


def grounded(sentences: int) -> tuple[list[str], int]:
    """The first place of each "killed", and how often the text was joined on the way."""
    parsed = parse(SENTENCE * sentences)
    doc = Asked(parsed.vocab).from_bytes(parsed.to_bytes())
    text = SENTENCE * sentences
    places = [
        PlaceMention(start=at, end=at + len(name), text=name, place_id=name, name=name, kind="village", use="place")
        for name in ("Marnah", "Dirwan")
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    grounder = Grounder(doc, places, ())
    found = [grounder.place(token)[0].text for token in doc if token.text == "killed"]
    return found, doc.times


def test_a_place_that_only_tells_where_another_is_is_not_where_it_happened_however_long_the_text() -> None:
    found, times = grounded(1)
    assert found == ["Marnah"]
    assert grounded(9) == (["Marnah"] * 9, times)


def time_of(trigger: str, text: str) -> str | None:
    """The time that the sentence of a trigger gives it."""
    doc = parse(text)
    day = dt.date(2014, 3, 9)
    found = Timing(doc, find_times(doc, Anchor(day=day)), (), (), day).time(next(t for t in doc if t.text == trigger))
    return found.text if found else None


class Unwalked(dict[int, TimeMention]):
    """Times by token that are looked up, never walked through: a text has as many as it is long."""

    def items(self):
        """Refuse to walk."""
        raise AssertionError


def test_a_time_is_found_however_many_the_text_has() -> None:
    text = "Nine were killed on Friday. The mayor said on Sunday that six were hurt."
    doc = parse(text)
    times = find_times(doc, Anchor(day=dt.date(2014, 3, 9)))
    timing = Timing(doc, times, (), [(text.index("said"), text.index("said") + 4)])
    timing.when_at, timing.said_at = Unwalked(timing.when_at), Unwalked(timing.said_at)
    killed, hurt = (next(t for t in doc if t.text == word) for word in ("killed", "hurt"))
    assert timing.time(killed).text == "Friday"
    assert (timing.said(killed), timing.said(hurt)) == (None, dt.date(2014, 3, 9))


@pytest.mark.parametrize(("text", "told"), [
    ("Raids on Monday and Tuesday killed 12 farmers.", "Monday and Tuesday"),
    ("Nine farmers were killed between Monday and Wednesday.", "Monday and Wednesday"),
    ("Nine farmers were killed in shelling late Friday and early Saturday.", "late Friday and early Saturday"),
    ("Nine farmers were killed on Monday and on Tuesday.", "Monday and on Tuesday"),
    ("Raids on Monday and on Tuesday killed 12 farmers.", "Monday and on Tuesday"),
    ("Nine farmers were killed from 3 February to 5 March.", "3 February to 5 March"),
    ("Nine farmers were killed between 3 February and 5 March.", "3 February and 5 March"),
    ("Gains made on Monday and Tuesday mark a new push in which nine were killed.", "Monday and Tuesday"),
    ("Nine farmers were killed on Monday and three were hurt on Tuesday.", "Monday"),
    ("Nine farmers were killed on 3 February and 5 March.", "3 February"),
    ("Nine farmers were killed on 3 January to 5 March.", "3 January"),
])  # fmt: skip
def test_days_that_a_text_joins_are_one_span(text: str, told: str) -> None:
    assert time_of("killed", text) == told


@pytest.mark.parametrize(("text", "first", "second"), [
    ("Nine were killed on Friday and yesterday six died.", ("killed", "Friday"), ("died", "yesterday")),
    ("Troops shot nine men on Saturday and today shelled Kolvan.", ("shot", "Saturday"), ("shelled", "today")),
    ("Gunmen killed nine on March 3 and on March 4 the army shelled Kolvan.", ("killed", "March 3"),
     ("shelled", "March 4")),
    ("Gunmen killed nine on Friday and Saturday the army shelled Kolvan.", ("killed", "Friday"),
     ("shelled", "Saturday")),
    ("The army shelled Kolvan on Friday and Saturday's funeral was bombed.", ("shelled", "Friday"),
     ("bombed", "Saturday")),
    ("Rebels seized the mill on Monday and Tuesday saw the army retake it.", ("seized", "Monday"),
     ("retake", "Tuesday")),
    ("Rebels seized the mill on Monday and Wednesday saw the army retake it.", ("seized", "Monday"),
     ("retake", "Wednesday")),
])  # fmt: skip
def test_a_day_behind_and_may_be_that_of_another_deed(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    for trigger, told in (first, second):
        assert time_of(trigger, text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("Years earlier, in 2003, bombs killed nine in Kolvan.", "2003"),
    ("Gunmen killed nine in Kolvan weeks before, on February 3.", "February 3"),
    ("Months earlier, gunmen killed nine in Kolvan.", "Months earlier"),
    ("Weeks earlier, at dawn, gunmen killed nine in Kolvan.", "Weeks earlier"),
    ("Nine farmers hurt on February 3 were killed several days later.", "several days later"),
])  # fmt: skip
def test_a_count_of_unknown_number_gives_way_to_a_date_of_its_clause(text: str, told: str) -> None:
    assert time_of("killed", text) == told


def test_the_time_of_a_clause_about_a_noun_is_not_that_of_what_the_noun_did() -> None:
    text = "People who had lived under siege for more than two years left the two towns in buses on Friday."
    assert time_of("left", text) == "Friday"


@pytest.mark.parametrize(("trigger", "text", "told"), [
    ("deaths", "The latest deaths come as rebels press on to break a siege of Kolvan that began on January 17.", None),
    ("siege", "The latest deaths come as rebels press on to break a siege of Kolvan that began on January 17.",
     "January 17"),
    ("strikes", "The strikes came a day after the army opened an inquiry into whether its guns last week killed nine.",
     None),
    ("killed", "Troops who had come in January were killed in a raid.", None),
    ("killed", "Shells killed nine on the road, which rebels had cut on Thursday.", None),
    ("rally", "Gunmen bombarded a rally in support of his re-election in a disputed June 3 poll.", None),
    ("Fighting", "Fighting for Kolvan has intensified after troops seized the last road in mid-January.", None),
    ("seized", "Fighting for Kolvan has intensified this winter after troops seized the last road in mid-January.",
     "mid-January"),
    ("fired", "Rebels have fired rockets before including on January 25 when they killed nine farmers.", "January 25"),
    ("killed", "Nine were killed during the 28-month-old dispute.", "28-month-old"),
    ("killed", "Nine farmers were killed in an attack that took place in January.", "January"),
    ("deaths", "Nine deaths and hundreds wounded since January were counted.", "January"),
    ("raids", "Tuesday's deaths follow raids on Kolvan on Monday.", "Monday"),
])  # fmt: skip
def test_a_time_belongs_to_the_happening_of_its_own_clause(trigger: str, text: str, told: str | None) -> None:
    assert time_of(trigger, text) == told


@pytest.mark.parametrize("told", ["on Friday", "over the past two days"])
def test_a_day_of_the_news_is_that_of_the_news_whatever_clause_the_parse_hangs_it_on(told: str) -> None:
    assert time_of("killed", f"Nine farmers were killed in a raid on troops backed by gunmen {told}.") is not None


@pytest.mark.parametrize(("told", "kind", "day"), [
    ("Tuesday", "DATE", 4),
    ("Tuesday at 8 p.m.", "TIME", 4),
    ("March 11", "DATE", 11),
])  # fmt: skip
def test_a_weekday_of_what_happened_is_the_last_but_a_date_is_no_other(told: str, kind: str, day: int) -> None:
    ahead = dt.date(2014, 3, 11)
    mention = TimeMention(start=0, end=9, text=told, timex="2014-03-11", kind=kind, earliest=ahead, latest=ahead)
    assert when_of(mention, day=dt.date(2014, 3, 9)).earliest == dt.date(2014, 3, day)


@pytest.mark.parametrize(("trigger", "text"), [
    ("killed", "The raid killed a ten-day-old girl."),
    ("shot", "8-month-old shot in Rasta"),
    ("shot", "8-month-old dies after being shot"),
    ("killed", "6-month-old Lina Haddad was killed."),
])  # fmt: skip
def test_how_old_somebody_is_tells_no_time(trigger: str, text: str) -> None:
    assert time_of(trigger, text) is None


@pytest.mark.parametrize(("told", "relation", "between"), [
    ("Gunmen killed five people 20 km south of Dirwan.", "20 km south of Dirwan", False),
    ("Gunmen killed five people on the road from Marnah to Dirwan.", "road from Marnah to Dirwan", True),
    ("Gunmen killed five people on the Marnah-Dirwan highway.", "Marnah-Dirwan", True),
    ("Gunmen killed five people in Dirwan.", None, False),
])
def test_a_happening_near_a_place_lies_at_a_point_of_its_own_told_by_the_words(told, relation, between) -> None:
    places = [
        PlaceMention(start=told.index(name), end=told.index(name) + 6, text=name, place_id=name, name=name,
                     kind="village", lat=lat, lon=36.0, precision_km=2.0)
        for name, lat in (("Marnah", 35.0), ("Dirwan", 36.0)) if name in told
    ]
    doc = parse(told)
    grounder = Grounder(doc, places, ())
    [killed] = [token for token in doc if token.text == "killed"]
    where = grounder.where(grounder.place(killed)[0])
    assert where.relation == relation
    assert (where.lat == 36.0) == (relation is None)
    assert (where.lat == pytest.approx(35.5, abs=0.01)) == between
    assert where.precision_km >= 2.0


def told_at(
    text: str, trigger: str, kinds: dict[str, str], *, sources: tuple[str, ...] = (), cues: tuple[str, ...] = (),
    provinces: dict[str, str] | None = None, abroad: dict[str, str] | None = None,
) -> list[str]:
    """The places of the last such trigger of a text, by their names; `kinds` are those of the places it names, `abroad`
    the codes of the countries of those that do not lie in Syria.
    """
    places = [
        PlaceMention(start=at, end=at + len(name), text=name, place_id=name, name=name.title(), kind=kind,
                     country=(abroad or {}).get(name, "SY"),
                     lat=35.0, lon=36.0, precision_km=3.0, province=(provinces or {}).get(name))
        for name, kind in kinds.items() for at in range(len(text)) if text.startswith(name, at)
    ]
    spans = [[(text.index(words), text.index(words) + len(words)) for words in group] for group in (sources, cues)]
    doc = parse(text)
    grounder = Grounder(doc, places, *spans)
    return [m.text for m in grounder.place([t for t in doc if t.text == trigger][-1])]


@pytest.mark.parametrize("holder", ["Varnel province", "Varnel"])
def test_what_a_place_lies_in_does_not_stand_for_it(holder) -> None:
    text = f"Nine farmers were killed in air strikes on the camp near Marnah in {holder} on Sunday."
    kind = "province" if "province" in holder else "city"
    found = told_at(text, "killed", {"Marnah": "village", holder: kind}, provinces={"Marnah": holder.title()})
    assert found[0] == "Marnah"


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Nine bakers died when shells hit the army-held west of the city.", "Dirwan"),
    ("Later, six men were killed in the town.", "Marnah"),
    ("Six men were killed across the province.", "Varnel"),
    ("Six men were killed in the nearby town.", None),
    ("Six men were killed in a town.", None),
    ("Six men were killed in the towns.", None),
])
def test_a_noun_leads_back_to_the_last_place_of_its_kind(sentence, expected) -> None:
    text = ("Shells fell on Dirwan, where Bab Hajar burnt, in Varnel. Gunmen held Marnah and the Bab Hajar quarter. "
            + sentence)
    kinds = {"Dirwan": "city", "Bab Hajar": "neighbourhood", "Varnel": "province", "Marnah": "village"}
    found = told_at(text, "died" if "died" in sentence else "killed", kinds)
    assert found == ([expected] if expected else [])


def test_a_place_that_the_text_calls_a_village_is_not_the_city() -> None:
    text = "Jets bombed Dirwan. The village of Marnah was hit too. Six men were killed in the city."
    assert told_at(text, "killed", {"Dirwan": "city", "Marnah": "city"}) == ["Dirwan"]


def test_a_place_named_in_the_clause_is_nearer_than_one_that_it_leads_back_to() -> None:
    text = "Fighting for Dirwan went on. Six men were killed in Marnah, which raised the toll in the city."
    assert told_at(text, "killed", {"Dirwan": "city", "Marnah": "village"})[0] == "Marnah"


def test_a_dateline_in_capitals_tells_no_place_even_without_a_dash() -> None:
    kinds = {"DIRWAN": "city", "Marnah": "village"}
    assert told_at("DIRWAN Gunmen on Tuesday seized an area that lies in Marnah.", "seized", kinds) == ["Marnah"]
    assert told_at("Related Raids Resume in Rasta DIRWAN (Rasta) Gunmen killed nine traders.", "killed", kinds) == []
    assert told_at("GUNMEN SEIZED DIRWAN ON TUESDAY", "SEIZED", kinds) == ["DIRWAN"]


@pytest.mark.parametrize("text", [
    "A shell hurt nine in DIRWAN on Monday.",
    "Clashes in DIRWAN hurt nine",
    "DIRWAN was shelled on Monday, which hurt nine.",
    "Nine hurt in DIRWAN by shells",
    "Gunmen in Marnah and DIRWAN hurt nine.",
    "Shells hit DIRWAN Monday and hurt nine.",
])  # fmt: skip
def test_a_place_in_capitals_within_a_sentence_is_no_dateline(text: str) -> None:
    assert "DIRWAN" in told_at(text, "hurt", {"DIRWAN": "city", "Marnah": "village"})


@pytest.mark.parametrize("text", [
    "DIRWAN At least nine were hurt in Marnah.",
    "DIRWAN: A shell hurt nine in Marnah.",
    "Raid hits mill DIRWAN At least nine people were hurt in Marnah.",
])  # fmt: skip
def test_a_dateline_in_capitals_stands_before_a_sentence(text: str) -> None:
    assert told_at(text, "hurt", {"DIRWAN": "city", "Marnah": "village"}) == ["Marnah"]


def test_a_place_before_a_lost_stop_is_of_another_sentence() -> None:
    text = "Shells hit Dirwan Some nine traders were killed at a mill near Marnah the council said."
    assert told_at(text, "killed", {"Dirwan": "city", "Marnah": "village"}) == ["Marnah"]
    assert told_at(text, "hit", {"Dirwan": "city", "Marnah": "village"}) == ["Dirwan"]
    title = "Some Raids Hit The Town Of Marnah In The North"
    assert told_at(title, "Hit", {"Marnah": "village"}) == ["Marnah"]


def test_where_something_is_said_is_not_where_it_happened() -> None:
    text = "The envoy said in Dirwan that shells had killed nine people."
    assert told_at(text, "killed", {"Dirwan": "city"}, cues=("said",)) == []
    assert told_at(text, "said", {"Dirwan": "city"}, cues=("said",)) == ["Dirwan"]
    there = "Residents said in Dirwan that shells had killed nine people."
    assert told_at(there, "killed", {"Dirwan": "city"}, cues=("said",)) == ["Dirwan"]


def test_what_befell_those_who_are_cited_happened_at_the_place_told_of_them() -> None:
    text = "Farmers who were shelled in Marnah said gunmen killed two neighbours."
    cited = "Farmers who were shelled in Marnah"
    assert told_at(text, "shelled", {"Marnah": "village"}, sources=(cited,)) == ["Marnah"]
    assert told_at(text, "killed", {"Marnah": "village"}, sources=(cited,)) == []


def test_the_seat_of_a_body_is_not_where_it_happened() -> None:
    text = "The Dirwan-based group said nine people were killed in Marnah."
    assert told_at(text, "killed", {"Dirwan": "city", "Marnah": "village"}) == ["Marnah"]


@pytest.mark.parametrize("text", [
    "A Varnel-drafted truce failed, and nine people were killed in Marnah.",
    "The Varnel-formed group said nine people were killed in Marnah.",
])  # fmt: skip
def test_a_country_before_a_participle_tells_whose_it_is_and_not_where(text: str) -> None:
    assert told_at(text, "killed", {"Varnel": "country", "Marnah": "village"}) == ["Marnah"]


def test_what_an_office_is_for_is_not_where_it_happened() -> None:
    text = "Our deputy director for Varnel told a paper that the raid on Marnah killed nine people."
    assert told_at(text, "killed", {"Varnel": "region", "Marnah": "village"}, abroad={"Varnel": "XX"}) == ["Marnah"]
    apart = "Shells fell on Dirwan and Marnah. Our deputy director for Varnel told a paper that the raid killed nine."
    kinds = {"Dirwan": "city", "Marnah": "village", "Varnel": "region"}
    assert told_at(apart, "killed", kinds, abroad={"Varnel": "XX"}) == []


def test_whose_weapons_they_are_is_not_where_they_struck() -> None:
    text = "Fifty Varnel cruise missiles struck a base in Marnah."
    assert told_at(text, "struck", {"Varnel": "country", "Marnah": "village"}) == ["Marnah"]
    assert told_at("Fifty Varnel missiles struck a base.", "struck", {"Varnel": "country"}) == []


ABROAD = {"Turkey": "TR", "Iraq": "IQ", "US": "US", "Russia": "RU", "Lebanon": "LB"}


@pytest.mark.parametrize(("text", "trigger", "country"), [
    ("Six men were killed in US air strikes.", "killed", None),
    ("Six men were killed in strikes by Russia.", "killed", None),
    ("Six men were killed by missiles that two US destroyers launched.", "killed", None),
    ("Six men were killed, and the council accused Russia of the raids.", "raids", None),
    ("Six men were killed, and the council called on Turkey to stop the shelling.", "shelling", None),
    ("Strikes from Russia killed six men.", "killed", None),
    ("Militias from Iraq shelled the mill.", "shelled", None),
    ("Six men were killed as they entered Turkey.", "killed", "Turkey"),
    ("Six men were killed in Turkey.", "killed", "Turkey"),
    ("Six men fled from Iraq.", "fled", "Iraq"),
    ("Six men were killed at the Lebanon border.", "killed", "Lebanon"),
    ("A Lebanon blast killed six men.", "killed", "Lebanon"),
])
def test_another_country_is_a_place_only_where_the_words_put_something_there(text, trigger, country) -> None:
    named = next(name for name in ABROAD if name in text)
    found = told_at(f"Jets bombed Dirwan. {text}", trigger, {"Dirwan": "city", named: "country"}, abroad=ABROAD)
    assert found == ([country] if country else [])


@pytest.mark.parametrize(("text", "country"), [
    ("US strikes killed six men in Yemen.", "Yemen"),
    ("A UAE raid killed six men in the north of Yemen.", "Yemen"),
    ("US drone strikes killed six men.", None),
    ("A missile from Lebanon killed six men.", None),
    ("Shells fired from Lebanon killed six men.", None),
    ("Militias from Iraq killed six men.", None),
    ("Six men were killed by a missile made in Iraq.", None),
    ("Six men were killed with guns bought in Lebanon.", None),
    ("Gunmen killed a nurse who studied in Russia.", None),
    ("Gunmen killed a baker born in Iraq.", None),
    ("Gunmen killed a baker who had returned from Lebanon.", None),
    ("Six men were killed, and the raid was blamed on Russia.", None),
    ("Six men were killed in a mill built in Iraq.", "Iraq"),
    ("A missile that was built in Russia or Iraq killed six men.", None),
    ("Six men were killed when a barricade built in Iraq was shelled.", "Iraq"),
    ("Shells killed a boy selling bread in Iraq.", "Iraq"),
    ("Shells killed women who were buying bread in Iraq.", "Iraq"),
    ("A shell killed six recruits who were training in Iraq.", "Iraq"),
    ("Rockets launched from Lebanon and Iraq killed six men.", None),
    ("Rockets fired from inside Lebanon killed six men.", None),
    ("Rockets fired by rebels from Lebanon killed six men.", None),
    ("Rockets fired across the border from Lebanon killed six men.", None),
    ("Rockets fired from a mill in Lebanon killed six men.", None),
    ("An offensive launched from Iraq on Monday killed six men.", "Iraq"),
    ("Shells fired from Lebanon into Iraq killed six men.", "Iraq"),
])
def test_whose_a_deed_was_and_where_things_and_people_were_before_tell_no_place(text: str, country: str | None) -> None:
    codes = {**ABROAD, "UAE": "AE", "Yemen": "YE"}
    named = {name: "country" for name in codes if name in text}
    trigger = "killed" if "killed" in text else "raid"
    assert told_at(text, trigger, named, abroad=codes) == ([country] if country else [])


def test_where_those_are_from_who_were_shot_at_is_not_where_shots_came_from() -> None:
    assert told_at("The army shot protesters from Marnah.", "shot", {"Marnah": "city"}) == ["Marnah"]
    assert told_at("The army shot at protesters from Marnah.", "shot", {"Marnah": "city"}) == ["Marnah"]


def test_who_flees_comes_from_where_the_words_say() -> None:
    for text in ("Villagers from Iraq fled.", "Nine hundred fled from Iraq.", "Families who had fled from Iraq wept."):
        assert told_at(text, "fled", {"Iraq": "country"}, abroad=ABROAD) == ["Iraq"]


def test_a_country_from_which_people_stream_is_told_of_their_flight() -> None:
    text = "The council expects an influx of refugees from Iraq."
    assert told_at(text, "influx", {"Iraq": "country"}, abroad=ABROAD) == ["Iraq"]


def test_what_comes_into_force_in_a_country_is_of_it() -> None:
    text = "The raid ended a truce that came into force in Lebanon."
    assert told_at(text, "truce", {"Lebanon": "country"}, abroad=ABROAD) == ["Lebanon"]


def test_where_something_was_made_or_somebody_grew_up_is_the_place_of_that_alone() -> None:
    text = "Gunmen killed a nurse, trained in Marnah, near Dirwan."
    assert told_at(text, "killed", {"Marnah": "village", "Dirwan": "city"}) == ["Dirwan"]
    assert told_at("Rockets fired from Marnah fell on Dirwan.", "fell", {"Marnah": "village", "Dirwan": "city"}) == [
        "Dirwan"
    ]


def test_the_country_a_text_is_about_is_a_place_before_a_noun_too() -> None:
    assert told_at("Syria raids killed six men in Dirwan.", "raids", {"Dirwan": "city", "Syria": "country"})
    assert told_at("Syria air raids hit a mill.", "raids", {"Syria": "country"}) == ["Syria"]


def test_a_text_most_of_whose_towns_nobody_knows_is_about_the_country_that_it_names() -> None:
    def mention(name: str, kind: str, country: str | None) -> PlaceMention:
        return PlaceMention(start=0, end=len(name), text=name, kind=kind, country=country)

    unknown = [mention(name, "city", None) for name in ("Qurdanah", "Belmourah")]
    named = [mention("Antakya", "city", "TR"), mention("Syria", "country", "SY"), mention("Syria", "country", "SY")]
    assert home_country(named) == "TR"
    assert home_country([*unknown, *named]) == "SY"


@pytest.mark.parametrize(("text", "kind", "days"), [
    ("Nine people were killed after a bomb went off in Marsab on 2 February.", "killing", "2015-02-02"),
    ("A man died after being shot by police on 2 January.", "killing", "2015-01-02"),
    ("Gunmen shot a man walking home on 5 March.", "shooting", "2015-03-05"),
    ("Nine were killed by gunmen who stormed a hotel in Marsab in February.", "killing", "2015-02-01/2015-02-28"),
    ("Nine people died, caught in crossfire in Marsab on 2 January.", "killing", "2015-01-02"),
    ("Nine people were killed for refusing to leave Marsab on 2 January.", "killing", "2015-01-02"),
    ("In 2012 gunmen attacked a school in Marsab. Nine children were killed.", "killing", "2012-01-01/2012-12-31"),
    ("The rising of 2012 was a protest. Nine children were killed.", "killing", "2015-03-17/2015-03-18"),
    ("Gunmen killed nine people in a January 12 robbery in Marsab.", "killing", "2015-01-12"),
    ("The mayor was killed for his part in the June 3 vote.", "killing", "2015-03-17/2015-03-18"),
    ("He is due to be sentenced in May for shooting the guard on November 20.", "shooting", "2014-11-20"),
])  # fmt: skip
def test_a_day_is_that_of_what_came_of_it_too(text: str, kind: str, days: str) -> None:
    when = next(c.when for c in read(text, published=dt.date(2015, 3, 18)).claims if c.type == kind)
    first, _, last = days.partition("/")
    assert (str(when.earliest), str(when.latest)) == (first, last or first)


def test_an_attack_that_was_not_placed_before_lies_in_the_country_where_it_killed() -> None:
    for text in ("The attack killed nine people in Nigeria.", "Nine died in Marsab. The attack killed six in Nigeria."):
        claim = next(c for c in reversed(read(text).claims) if c.type == "killing")
        assert claim.places == ("Nigeria",)


@pytest.mark.parametrize(("text", "where"), [
    ("The text condemns the government in Damascus for its violence against protesters.", None),
    ("The Damascus government used violence against protesters.", None),
    ("The council urged its ally Damascus to end violence against protesters.", None),
    ("Police used violence against protesters in Damascus.", "Damascus"),
    ("The town council in Dirwan was condemned for its violence against protesters in Damascus.", "Damascus"),
])
def test_a_capital_that_tells_whose_the_government_is_tells_not_where(text: str, where: str | None) -> None:
    claim = next(c for c in read(text).claims if c.type == "unrest")
    assert (claim.where.name if claim.where else None) == where


ELSEWHERE = "Two tailors were shot in Marnah in Turkey. "


@pytest.mark.parametrize(("text", "trigger", "where"), [
    ("The Omani army shelled its own citizens.", "shelled", "Oman"),
    ("The envoy urged the Omani government to end its attacks on its own people.", "attacks", "Oman"),
    ("The Omani army shelled its own citizens in Dirwan.", "shelled", "Dirwan"),
    ("The Omani army shelled its own soldiers.", "shelled", "Marnah"),
])
def test_what_a_state_does_to_its_own_people_lies_in_its_country(text: str, trigger: str, where: str) -> None:
    claims = {(ELSEWHERE + text)[slice(*c.trigger)]: c for c in read(ELSEWHERE + text).claims}
    assert claims[trigger].where.name == where


@pytest.mark.parametrize(("text", "where"), [
    ("The council accused the Syrian army.", None),
    ("The council accused a trader.", "Mosul"),
    ("The council accused a Syrian.", "Mosul"),
])
def test_what_the_army_of_the_country_told_of_does_is_not_put_into_a_town_abroad(text: str, where: str | None) -> None:
    before = "Nine fell in Homs, Hama and Idlib in Syria. Two traders were killed in Mosul in Iraq on Monday. "
    claim = next(c for c in read(before + text).claims if c.type == "accuse_condemn")
    assert (claim.where.name if claim.where else None) == where


def test_the_side_of_a_country_is_in_it() -> None:
    text = "Shells killed nine in Homs, Syria. Thousands found shelter on the Turkish side of the border."
    where = claim_of(text, "shelter_aid").where
    assert where is not None
    assert where.name == "Turkey"


@pytest.mark.parametrize("text", [
    "Shells killed nine in Homs, Syria. The Turkish government authorized the construction of two refugee camps.",
    "Shells killed nine in Homs, Syria. Turkey can accommodate 900 refugees.",
])  # fmt: skip
def test_a_state_takes_people_in_at_home_where_nothing_else_lies(text: str) -> None:
    claims = read(text + " Soldiers arrested nine students.").claims
    shelter, arrest = (next(c for c in claims if c.type == kind) for kind in ("shelter_aid", "arrest"))
    assert shelter.where is not None
    assert arrest.where is not None
    assert (shelter.where.name, arrest.where.country) == ("Turkey", "SY")


def test_what_a_state_builds_elsewhere_lies_there() -> None:
    where = claim_of("Turkey is building a camp for refugees in Idlib.", "shelter_aid").where
    assert where is not None
    assert where.country == "SY"


def test_who_acts_elsewhere_tells_no_place_of_what_stands_before() -> None:
    text = "In an attempt to slow the advance of troops into Dirwan, residents of Kolvan burned tires in the streets."
    assert [(c.type, c.places) for c in read(text).claims] == [
        ("troop_movement", ("Dirwan",)), ("unrest", ("Kolvan",)),
    ]  # fmt: skip


def test_the_side_on_which_somebody_fights_is_no_place() -> None:
    assert claim_of("There were nine dead on the Russian side.", "killing").where is None
