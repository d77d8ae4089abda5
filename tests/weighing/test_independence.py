"""How many roots stand behind an event, at least and at most."""

import pytest

from crossbearing.records import SourceLink

MONITOR = "the Syrian Observatory for Human Rights"
PLACE = {"place": "Marnah", "day": "2014-03-04"}
TEXTS = (
    "Shells struck the grain market in Marnah on Tuesday, killing 14 farmers.",
    "A market for grain in Marnah was hit when shells struck at noon, leaving 14 farmers dead.",
    "The dead of Marnah, 14 farmers, were buried after shells struck their market for grain.",
)


def tell(desk, sources: list, outlets: tuple[str, ...] = ("One", "Two", "Three"), texts=TEXTS) -> None:
    for ident, text, source, outlet in zip("abc", texts, sources, outlets, strict=False):
        desk.report(ident, text, outlet=outlet)
        desk.claim(ident, "struck", "shelling", killed=14, sources=source, **PLACE)


def link(name: str, kind: str, *, named: bool = True, joint: bool = False) -> SourceLink:
    return SourceLink(name=name, kind=kind, cue="said", named=named, joint=joint)  # type: ignore[arg-type]


def test_one_monitor_in_three_outlets_is_one_root(desk):
    tell(desk, [MONITOR, "SOHR", (link("Rami Abdel Rahman", "ngo"),)])
    (event,) = desk.weigh()
    assert (event.roots.low, event.grade.happened) == (1, "echoed")
    assert len({r for c in event.claims for r in c.roots}) == 1


def test_a_relay_leads_to_its_root(desk):
    tell(desk, [(link("AFP", "agency"), link(MONITOR, "ngo")), MONITOR])
    (event,) = desk.weigh()
    assert event.roots.low == 1


def test_sources_named_jointly_are_two_roots(desk):
    tell(desk, [(link(MONITOR, "ngo"), link("UNICEF", "igo", joint=True))])
    (event,) = desk.weigh()
    assert (event.roots.low, event.grade.happened) == (2, "corroborated")


def test_an_agency_that_only_carries_is_no_root(desk):
    tell(desk, [(link("Reuters", "agency"),)])
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [()]


def test_an_agency_that_no_table_knows_carries_too(desk):
    tell(desk, [(link("Quillon Press Agency", "agency"),)])
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [()]


def test_an_agencys_own_reporter_is_a_root(desk):
    tell(desk, [(link("a Reuters photographer", "agency", named=False),)])
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("reuters",)]


def test_unnamed_activists_of_two_outlets_may_be_the_same_or_not(desk):
    activists = (link("activists", "activist", named=False),)
    tell(desk, [activists, activists])
    (event,) = desk.weigh()
    assert (event.roots.low, event.roots.high) == (1, 2)


def test_residents_are_someone_else_than_a_monitor(desk):
    tell(desk, [(link("residents", "resident", named=False),), MONITOR])
    (event,) = desk.weigh()
    assert event.roots.low == 2


def test_two_desks_of_one_publisher_count_their_unnamed_source_once(desk):
    activists = (link("activists", "activist", named=False),)
    tell(desk, [activists, activists], outlets=("BBC Arabic", "BBC World Service"))
    (event,) = desk.weigh()
    assert (event.roots.low, event.roots.high) == (1, 1)


def test_an_unnamed_source_of_an_agency_is_one_in_whatever_outlet_its_word_stands(desk):
    activist = link("an activist", "activist", named=False)
    byline = SourceLink(name="Reuters", kind="agency", cue="byline")
    told = [(activist,), (link("Reuters", "agency"), activist), (byline, activist)]
    tell(desk, told, outlets=("Reuters", "Two", "Three"))
    (event,) = desk.weigh()
    assert {r for c in event.claims for r in c.roots} == {"unnamed-activist@reuters"}


def test_people_whom_only_their_office_tells_speak_through_the_agency_of_their_state(desk):
    police = link("a source at the Marnah Police Command", "police", named=False)
    tell(desk, [(link("SANA", "agency"), police), (police,)], outlets=("One", "SANA"))
    (event,) = desk.weigh()
    assert {r for c in event.claims for r in c.roots} == {"sy-state-media"}


def test_an_unnamed_source_that_contradicts_another_is_somebody_else(desk):
    activists, official = link("activists", "activist", named=False), link("an official", "official", named=False)
    for ident, source, dead in (("a", activists, 14), ("b", official, 4)):
        desk.report(ident, TEXTS[0 if ident == "a" else 1], outlet=ident)
        desk.claim(ident, "struck", "shelling", killed=dead, sources=(source,), **PLACE)
    (event,) = desk.weigh()
    assert [row.field for row in event.contradictions] == ["killed"]
    assert event.roots.low == 2


def tolls(desk, *told: tuple[str, str, int | None], days: tuple[str, ...] = ()) -> int:
    """The lower bound where unnamed people of a kind tell so many dead of one strike, each in another outlet."""
    for at, (name, kind, dead) in enumerate(told):
        day = days[at] if days else PLACE["day"]
        desk.report(f"r{at}", TEXTS[at], outlet=f"Outlet {9 - at}", day=f"2014-03-{5 + at:02}")
        source = (link(name, kind, named=False),)
        desk.claim(f"r{at}", "struck", "shelling", place="Marnah", day=day, killed=dead, sources=source)
    (event,) = desk.weigh()
    return event.roots.low


def test_a_reprint_that_adds_what_contradicts_another_parts_no_roots(new_desk):
    def low(*, reprinted: bool) -> int:
        desk, official = new_desk(), (link("an official", "official", named=False),)
        desk.report("a", f"{desk.WIRE}Shells struck the grain market in Marnah, an official said.", outlet="Two")
        desk.claim("a", "struck", "shelling", sources=official, **PLACE)
        desk.report("b", TEXTS[1], outlet="One")
        activists = (link("activists", "activist", named=False),)
        desk.claim("b", "struck", "shelling", killed=14, sources=activists, **PLACE)
        if reprinted:
            text = f"{desk.WIRE}Shells struck the grain market in Marnah, an official said. He put the dead at four."
            desk.report("c", text, outlet="Three", day="2014-03-06")
            desk.claim("c", "struck", "shelling", sources=official, **PLACE)
            desk.claim("c", "dead", "killing", killed=4, sources=official, **PLACE)
        return max(event.roots.low for event in desk.weigh())

    assert (low(reprinted=False), low(reprinted=True)) == (1, 1)


@pytest.mark.parametrize("kinds", [("activist", "activist"), ("resident", "witness")])
def test_people_of_one_sort_who_count_otherwise_the_next_day_may_be_the_same(desk, kinds):
    assert tolls(desk, ("some", kinds[0], 4), ("others", kinds[1], 14)) == 1


def test_days_that_differ_tell_nobody_apart(desk):
    days = ("2014-03-04", "2014-03-03")
    assert tolls(desk, ("activists", "activist", 4), ("an official", "official", 4), days=days) == 1


@pytest.mark.parametrize("third", [
    ("activists", "activist"), ("a local source", "anonymous"), ("officials", "official"),
])
def test_a_third_who_counts_nobody_makes_one_of_no_two_who_contradict_each_other(desk, third):
    assert tolls(desk, ("activists", "activist", 14), ("an official", "official", 4), (*third, None)) == 2


def test_text_without_a_source_has_no_root_and_widens_the_upper_bound(desk):
    tell(desk, [MONITOR, ()])
    (event,) = desk.weigh()
    assert (event.roots.low, event.roots.high) == (1, 2)
    assert {c.report: c.roots for c in event.claims}["b"] == ()


def test_a_state_agency_speaks_on_its_own_authority(desk):
    tell(desk, [()], outlets=("SANA",))
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("sy-state-media",)]


def test_opposed_parties_that_agree_are_said_to(desk):
    tell(desk, [MONITOR, "SANA"])
    (event,) = desk.weigh()
    assert event.roots.low == 2
    assert "opposed interests" in event.roots.why


def described(name: str, kind: str = "other") -> tuple[SourceLink, ...]:
    return (link(name, kind, named=False),)


def roots_of_claims(desk) -> list[tuple[str, ...]]:
    return [c.roots for event in desk.weigh() for c in event.claims]


def test_what_the_group_said_is_led_back_to_the_body_cited_before(desk):
    desk.report("a", f"{TEXTS[0]} The group said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link("the YPG", "armed_group"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the group", "armed_group"), **PLACE)
    assert roots_of_claims(desk) == [("ypg",), ("ypg",)]


@pytest.mark.parametrize(("cited", "noun", "root"), [
    ("Al Jazeera", "the channel", "al-jazeera"), ("Le Monde", "the daily", "le-monde"),
    ("Orient TV", "the station", "orient-tv"), ("SANA", "the agency", "sy-state-media"),
])
def test_what_the_channel_said_is_led_back_to_the_outlet_of_its_sort_that_was_cited_before(desk, cited, noun, root):
    desk.report("a", f"{TEXTS[0]} Others spoke too. {noun.capitalize()} said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link(cited, "media"),), **PLACE)
    desk.claim("a", "spoke", "other", sources=(link("the YPG", "armed_group"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described(noun, "media"), **PLACE)
    told = {c.trigger[0]: c.roots for event in desk.weigh() for c in event.claims}
    assert told[desk.reports["a"].text.index("fire")] == (root,)


def root_of_the(desk, noun: str, *cited: tuple[str, ...]) -> tuple[str, ...]:
    """The roots of what a noun said behind chains of who was cited before, in their order."""
    verbs = ("struck", "spoke", "saw")
    desk.report("a", f"{TEXTS[0]} Others spoke too. Some saw it. Then {noun} said that fire followed.", outlet="One")
    for verb, chain in zip(verbs, cited, strict=False):
        links = tuple(SourceLink(name=name, kind=KINDS.get(name, "resident"), cue="said") for name in chain)  # type: ignore[arg-type]
        desk.claim("a", verb, "shelling" if verb == "struck" else "other", sources=links, **PLACE)
    desk.claim("a", "fire", "destruction", sources=described(noun), **PLACE)
    told = {c.trigger[0]: c.roots for event in desk.weigh() for c in event.claims}
    return told[desk.reports["a"].text.index("fire")]


KINDS = {
    "Reuters": "agency", "CNN": "media", "Al Jazeera": "media", "Le Monde": "media", "Al-Manar": "media",
    "Doctors Without Borders": "medic", "UNICEF": "igo", "Syrian Network for Human Rights": "ngo",
    "Local Coordination Committees": "activist", "the YPG": "armed_group",
}  # fmt: skip


@pytest.mark.parametrize(("noun", "cited", "root"), [
    ("the network", [("Local Coordination Committees",)], "local-coordination-committees"),
    ("the activist network", [("Local Coordination Committees",)], "local-coordination-committees"),
    ("the agency", [("Doctors Without Borders",)], "doctors-without-borders"),
    ("the aid agency", [("Doctors Without Borders",), ("Reuters",)], "doctors-without-borders"),
    ("the UN agency", [("UNICEF",), ("Reuters",)], "united-nations"),
    ("the network", [("Syrian Network for Human Rights",), ("CNN",)], "syrian-network-for-human-rights"),
    ("the agency", [("UNICEF",), ("Reuters", "a trader")], "united-nations"),
    ("the network", [("CNN", "a trader"), ("the YPG",)], "cnn"),
    ("the news channel", [("Al Jazeera",)], "al-jazeera"),
])
def test_bodies_of_every_sort_but_powers_and_fighters_are_called_agencies_and_networks(desk, noun, cited, root):
    assert root_of_the(desk, noun, *cited) == (root,)


@pytest.mark.parametrize(("noun", "outlet", "other"), [
    ("the Kurdish channel", "Al Jazeera", "al-jazeera"), ("the medical journal", "Le Monde", "le-monde"),
    ("the American network", "Al-Manar", "al-manar"), ("the fishing station", "Al Jazeera", "al-jazeera"),
])
def test_a_word_that_tells_outlets_apart_leads_back_to_none_that_was_cited_before(desk, noun, outlet, other):
    assert other not in root_of_the(desk, noun, (outlet,))


def test_a_body_that_is_not_the_states_does_not_speak_through_the_agency_of_the_state(desk):
    tell(desk, [(link("SANA", "agency"), link("a source at the Kestrelby Bar Association", "ngo", named=False))])
    assert roots_of_claims(desk) == [("unnamed-ngo@sana",)]


def test_people_who_told_an_agency_are_those_of_their_kind_whom_the_report_cites_bare(desk):
    desk.report("a", f"{TEXTS[0]} A trader told of fire.", outlet="One")
    reuters, residents = link("Reuters", "agency"), link("residents", "resident", named=False)
    desk.claim("a", "struck", "shelling", sources=(reuters, residents), **PLACE)
    desk.claim("a", "fire", "destruction", sources=(residents,), **PLACE)
    assert set(roots_of_claims(desk)) == {("unnamed-resident@reuters",)}


def test_the_group_that_told_an_agency_is_the_one_described_there(desk):
    desk.report("a", f"{TEXTS[0]} The group said that fire followed.", outlet="One")
    described_first = described("the aid group that runs the clinic", "ngo")
    desk.claim("a", "struck", "shelling", sources=(link("Reuters", "agency"), *described_first), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the group", "armed_group"), **PLACE)
    assert set(roots_of_claims(desk)) == {("unnamed-ngo@reuters",)}


def test_an_outlet_is_one_by_whatever_name_it_is_taken_in(desk):
    residents = link("residents", "resident", named=False)
    tell(desk, [(residents,), (link("Wall Street Journal", "media"), residents)], outlets=("WSJ", "Two"))
    assert len(set(roots_of_claims(desk))) == 1


def test_the_channel_is_no_newspaper_that_was_cited(desk):
    desk.report("a", f"{TEXTS[0]} The channel said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link("Le Monde", "media"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the channel", "media"), **PLACE)
    assert roots_of_claims(desk) == [("le-monde",), ("unnamed-media@one",)]


def test_what_the_group_said_is_led_back_to_the_one_that_was_only_described(desk):
    desk.report("a", f"{TEXTS[0]} The group said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=described("the aid group that runs the clinic", "ngo"), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the group", "armed_group"), **PLACE)
    assert roots_of_claims(desk) == [("unnamed-ngo@one",), ("unnamed-ngo@one",)]


def test_a_group_that_watches_from_abroad_is_the_monitor_and_no_armed_group(desk):
    desk.report("a", f"{TEXTS[0]} The Syrian Observatory for Human Rights keeps count.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=described("the Britain-based group", "armed_group"), **PLACE)
    assert roots_of_claims(desk) == [("syrian-observatory-for-human-rights",)]


def test_the_governor_is_the_one_whom_the_report_names(desk):
    desk.report("a", f"{TEXTS[0]} The governor said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link("the provincial governor Omar Haltani", "official"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the governor", "official"), **PLACE)
    assert roots_of_claims(desk) == [("person-haltani",), ("person-haltani",)]


def test_hearsay_is_no_root_but_witness_accounts_are(desk):
    tell(desk, [described("local reports", "anonymous"), described("witness accounts", "anonymous")])
    (event,) = desk.weigh()
    assert {c.report: bool(c.roots) for c in event.claims} == {"a": False, "b": True}


def test_an_outlet_that_another_cites_is_a_root_and_the_one_that_prints_it_is_none(desk):
    tell(desk, [(link("Al Jazeera", "media"),), (link("Al Jazeera", "media"),)], outlets=("Al Jazeera", "Two"))
    (event,) = desk.weigh()
    assert {c.report: bool(c.roots) for c in event.claims} == {"a": False, "b": True}


def test_who_denies_a_deed_does_not_vouch_for_it(desk):
    desk.report("a", "Shells struck Marnah on Tuesday, the monitor said, but the army denied it.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=MONITOR, **PLACE)
    desk.claim("a", "denied", "deny_reject", by=("the Syrian army",), sources=(link("the Syrian army", "military"),))
    assert sorted(roots_of_claims(desk)) == [(), ("syrian-observatory-for-human-rights",)]


def test_the_statement_is_that_of_whom_the_report_cites_before_and_a_statement_is_anybodys(desk):
    desk.report("a", f"{TEXTS[0]} The statement said that fire followed. A trader fell.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link("the YPG", "armed_group"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("the statement"), **PLACE)
    desk.claim("a", "fell", "killing", sources=described("a statement"), **PLACE)
    assert sorted(roots_of_claims(desk)) == [(), ("ypg",), ("ypg",)]


def test_officials_of_a_state_speak_for_its_government_through_whatever_outlet(desk):
    tell(desk, [(link("U.S. officials", "official", named=False),), (link("Washington", "government"),)])
    (event,) = desk.weigh()
    assert (event.roots.low, event.roots.high) == (1, 1)


def test_media_that_nobody_names_are_no_root(desk):
    tell(desk, [(link("local media", "media", named=False),)])
    (event,) = desk.weigh()
    assert event.roots.names == ()


def person(name: str) -> tuple[SourceLink, ...]:
    return (link(name, "other"),)


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("Omar al-Haltani", ("person-haltani",)),
        ("Omar Haltani a baker from the Kestrel Centre", ("person-haltani",)),
        ("Rukn Haltani Chief of the Rasta staff", ("person-haltani",)),
        ("Kestrelby Institute of Justice", ("body-kestrelby-institute-of-justice",)),
        ("the channel Al-Kestrelby", ("body-kestrelby",)),
        ("Kestrelby Relief Council Marnah", ("body-kestrelby-relief-council",)),
        ("Marnah Centre for Kestrelby Studies", ("body-marnah-centre-for-kestrelby-studies",)),
        ("Central Relief Office", ("body-central-relief-office",)),
        ("Office", ()),
        ("Kestrelby Command sources", ("unnamed-anonymous@one",)),
        ("Facebook page", ()),
        ("the service Telegram", ()),
        ("Kestrelby sources", ("unnamed-anonymous@one",)),
        ("Marnah", ()),
    ],
)
def test_a_root_goes_by_the_name_of_a_person_or_of_a_body(desk, name, root):
    tell(desk, [person(name)])
    assert roots_of_claims(desk) == [root]


@pytest.mark.parametrize("told", [
    "The Kestrelby Doctors League (KDL) told of it.", "The Kestrelby Doctors League sent help.",
])
def test_a_short_name_is_that_of_the_body_that_it_is_given_for(desk, told):
    desk.report("a", f"{TEXTS[0]} {told} The KDL said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=person("Kestrelby Doctors League"), **PLACE)
    desk.claim("a", "fire", "destruction", sources=person("KDL"), **PLACE)
    assert set(roots_of_claims(desk)) == {("body-kestrelby-doctors-league",)}


@pytest.mark.parametrize("brackets", ["(KDL)", "[KDL]"])
def test_a_short_name_in_brackets_of_either_sort_is_that_of_the_body_before_them(desk, brackets):
    text = f"{TEXTS[0]} The Kestrelby Doctors League {brackets} told of it. The KDL said that fire followed."
    desk.report("a", text, outlet="One")
    desk.claim("a", "fire", "destruction", sources=person("KDL"), **PLACE)
    assert set(roots_of_claims(desk)) == {("body-kestrelby-doctors-league",)}


def test_the_ministry_is_the_one_that_the_report_names(desk):
    desk.report("a", f"{TEXTS[0]} The ministry said that fire followed.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=(link("Russia's Defence Ministry", "government"),), **PLACE)
    desk.claim("a", "fire", "destruction", sources=described("The ministry", "government"), **PLACE)
    assert set(roots_of_claims(desk)) == {("ru-government",)}


def test_accounts_of_witnesses_are_somebody_else_than_an_activist(desk):
    tell(desk, [described("pictures and eyewitness accounts", "anonymous"), (link("Omar Haltani", "activist"),)])
    (event,) = desk.weigh()
    assert event.roots.low == 2


def test_who_says_what_it_was_not_is_no_root_of_what_it_was(desk):
    desk.report("a", f"{TEXTS[0]} It was no shelling, Omar Haltani said.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=MONITOR, **PLACE)
    desk.claim("a", "shelling", "shelling", polarity="negated", sources=person("Omar Haltani"), **PLACE)
    (event,) = desk.weigh()
    assert event.roots.low == 1


def test_who_tells_of_people_pulled_from_the_ruins_tells_of_the_strike(desk):
    desk.report("a", f"{TEXTS[0]} Medics pulled a boy from the rubble. Farms got food from a charity.", outlet="One")
    desk.claim("a", "struck", "shelling", sources=MONITOR, **PLACE)
    desk.claim("a", "pulled", "shelter_aid", sources=person("Omar Haltani"), **PLACE)
    desk.claim("a", "got", "shelter_aid", sources=person("Rana Kestrelby"), **PLACE)
    strike, aid = sorted(desk.weigh(), key=lambda event: event.type != "shelling")
    assert (strike.roots.low, len(strike.claims), len(aid.claims)) == (2, 2, 1)


@pytest.mark.parametrize("told", [
    "observatory director Rana Odeh said", "Rana Odeh, who runs the rights group, said",
    "Rana Odeh, the head of the monitor, said", "said the observatory's chief Rana Odeh,",
    "Rana Odeh, president of the observatory, said", "Rana Odeh Secretary General of the Observatory said",
    "Rana Odeh, director-general of the observatory, said", "Rana Odeh, commissioner-general of the observatory, said",
])
def test_who_heads_the_monitor_speaks_for_it_wherever_the_report_cites_the_name(desk, told):
    desk.report("a", f"{TEXTS[0]} {MONITOR} counted the dead, and {told} that more were missing.", outlet="One")
    desk.claim("a", "struck", "shelling", killed=14, sources=(link("Rana Odeh", "other"),), **PLACE)
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("syrian-observatory-for-human-rights",)]


def test_who_heads_a_body_that_no_table_knows_speaks_for_it(desk):
    desk.report("a", f"{TEXTS[0]} Rana Odeh, who runs the Zoran Network for Justice, counted the dead.", outlet="One")
    desk.claim("a", "struck", "shelling", killed=14, sources=(link("Odeh", "other"),), **PLACE)
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("body-zoran-network-for-justice",)]


@pytest.mark.parametrize("told", [
    "The party said rebel chief Rana Odeh had left.", "Rana Odeh, who runs a bakery, counted the dead.",
])
def test_who_heads_no_body_that_is_named_speaks_for_nobody_else(desk, told):
    desk.report("a", f"{TEXTS[0]} {MONITOR} was silent. {told}", outlet="One")
    desk.claim("a", "struck", "shelling", killed=14, sources=(link("Rana Odeh", "other"),), **PLACE)
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("person-odeh",)]


def test_a_spokesman_is_known_by_his_own_name_and_not_by_that_before_his_office(desk):
    desk.report("a", TEXTS[0], outlet="One")
    said = link("Zoranet Hodour spokesman Rana Odeh", "other")
    desk.claim("a", "struck", "shelling", killed=14, sources=(said,), **PLACE)
    (event,) = desk.weigh()
    assert [c.roots for c in event.claims] == [("person-odeh",)]


OFFICIAL = (link("an official", "official", named=False),)


def long_text(desk) -> None:
    """A text that others print, before any of them."""
    desk.report("n", desk.WIRE, outlet="Four", day="2014-03-04")
    desk.claim("n", "slept", "displacement", place="Kafr Sahib")


def test_whom_only_a_reprint_cites_for_a_sentence_that_another_report_has_adds_no_root(new_desk):
    def weighed(*, reprinted: bool):
        desk = new_desk()
        tell(desk, [(), "Adib Kassar"])
        long_text(desk)
        if reprinted:
            desk.report("z", desk.WIRE + TEXTS[0], outlet="Five")
            desk.claim("z", "struck", "shelling", killed=14, sources=MONITOR, **PLACE)
        return next(event for event in desk.weigh() if event.type == "shelling")

    assert (weighed(reprinted=False).roots.low, weighed(reprinted=True).roots.low) == (1, 1)
    roots = {claim.report: claim.roots for claim in weighed(reprinted=True).claims}
    assert roots["a"] == roots["z"] == ("syrian-observatory-for-human-rights",)


def test_what_reprints_of_one_text_add_to_it_rests_on_one_root_at_least(desk):
    long_text(desk)
    for ident, source in (("y", MONITOR), ("z", "SANA")):
        desk.report(ident, desk.WIRE + TEXTS[0], outlet=ident)
        desk.claim(ident, "struck", "shelling", killed=14, sources=source, **PLACE)
    event = next(event for event in desk.weigh() if event.type == "shelling")
    assert (event.roots.low, event.roots.high, event.grade.happened) == (1, 2, "echoed")


def test_what_a_reprint_sets_right_parts_no_roots(new_desk):
    def low(*, reprinted: bool) -> int:
        desk = new_desk()
        desk.report("a", TEXTS[0], outlet="One")
        desk.claim("a", "struck", "shelling", killed=8, sources=OFFICIAL, **PLACE)
        for ident, day, killed in (("b", "2014-03-05", 8), ("z", "2014-03-06", 14))[: 1 + reprinted]:
            desk.report(ident, TEXTS[1], outlet=ident, day=day)
            desk.claim(ident, "struck", "shelling", killed=killed, sources=OFFICIAL, **PLACE)
            desk.claim(ident, "dead", "killing", killed=14, sources=MONITOR, **PLACE)
        first, *others = [claim.id for reading in desk.readings.values() for claim in reading.claims]
        (event,) = desk.weigh(same=[(first, other) for other in others])
        return event.roots.low

    assert (low(reprinted=False), low(reprinted=True)) == (1, 1)
