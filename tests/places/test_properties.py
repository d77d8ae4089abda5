"""What holds of every text."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TOLD = (
    "Syrian troops entered Homs on Monday.", "People fled to Yayladagi in Turkey.", "Shots were heard near Aleppo.",
    "The mayor of Athens, Georgia, spoke.", "Tripoli in Lebanon was quiet.",
)
ODD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)
LETTERS = st.sampled_from("bdfgjkmpqvwxz")
UNKNOWN = st.lists(LETTERS, min_size=7, max_size=10).map(lambda letters: "Q" + "u".join(letters))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(ODD, st.sampled_from(TOLD))
def test_any_text_gives_mentions_in_order_that_do_not_overlap_and_stand_where_they_say(places_of, odd, told):
    text = f"{odd} {told}"
    found = places_of(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@FEW
@given(st.permutations(TOLD), UNKNOWN)
def test_a_name_that_nobody_knows_changes_no_other_answer(places_of, told, unknown):
    text = " ".join(told)
    before = {(m.start, m.place_id, m.lat) for m in places_of(text)}
    after = {(m.start, m.place_id, m.lat) for m in places_of(f"{text} Shells hit the village of {unknown}.")}
    assert before <= after


@FEW
@given(st.permutations(TOLD))
def test_the_same_text_gives_the_same_places_every_time(places_of, told):
    text = " ".join(told)
    assert places_of(text) == places_of(text)


@FEW
@given(st.lists(st.sampled_from(TOLD), min_size=1, max_size=4))
def test_coordinates_and_radius_come_together_and_lie_on_earth(places_of, told):
    for mention in places_of(" ".join(told)):
        assert (mention.lat is None) == (mention.lon is None)
        if mention.lat is not None:
            assert -90 <= mention.lat <= 90
            assert -180 <= mention.lon <= 180
