"""For which body a person speaks whom a report cites by name."""

import pytest

from crossbearing.records import SourceLink

MONITOR = "the Syrian Observatory for Human Rights"
OBSERVATORY = "syrian-observatory-for-human-rights"
WHERE = {"place": "Marnah", "day": "2014-03-04"}


def cite(desk, cited: str, told: str, ident: str = "a") -> None:
    """Let a report cite somebody for a strike, and tell of people."""
    desk.report(ident, f"Shells struck the grain market in Marnah, killing 14. {told}", outlet=f"outlet {ident}")
    link = SourceLink(name=cited, kind="other", cue="said", named=True)
    desk.claim(ident, "struck", "shelling", killed=14, sources=(link,), **WHERE)


def root(desk, cited: str, told: str) -> str:
    cite(desk, cited, told)
    (event,) = desk.weigh()
    ((ident,),) = [claim.roots for claim in event.claims]
    return ident


@pytest.mark.parametrize("told", [
    "Rana Odeh, a spokesman for the SOHR, counted them.",
    "Rana Odeh, spokeswoman for the SOHR, counted them.",
    "SOHR director, Rana Odeh, counted them.",
    "SOHR director Dr. Rana Odeh counted them.",
    "SOHR director Rana al-Odeh counted them.",
    "SOHR director R. Odeh counted them.",
    "The head of SOHR, Rana Odeh, counted them.",
    "Rana Odeh head of the SOHR counted them.",
    f"{MONITOR} was asked. The Britain-based group's director Rana Odeh counted them.",
    f"{MONITOR} was asked. The monitor's director Rana Odeh counted them.",
    f"{MONITOR} was asked. A shell killed civilians observatory director Rana Odeh said.",
])
def test_who_heads_the_monitor_or_speaks_for_it_is_the_monitor_however_that_is_told(desk, told):
    assert root(desk, "Rana Odeh", told) == OBSERVATORY


@pytest.mark.parametrize(("told", "body"), [
    ("Syrian army spokesman Rana Odeh counted them.", "sy-army"),
    ("Rana Odeh, head of the Zoran Network and Samir Haddad counted them.", "body-zoran-network"),
    ("Rana Odeh, head of the Zoran Network for Law and Justice, counted.", "body-zoran-network-for-law-and-justice"),
    ("Zoran Network for Law and Justice director Rana Odeh counted.", "body-zoran-network-for-law-and-justice"),
])
def test_who_heads_another_body_is_that_body(desk, told, body):
    assert root(desk, "Rana Odeh", told) == body


@pytest.mark.parametrize("told", [
    # heads it no more
    "Former SOHR director Rana Odeh counted them.",
    "The former head of SOHR, Rana Odeh, counted them.",
    "Rana Odeh, a former head of SOHR, counted them.",
    "The Observatory's former director Rana Odeh counted them.",
    "Rana Odeh, who founded SOHR and left it in 2009, counted them.",
    # heads another body than the one that the report names
    f"{MONITOR} was silent. Rana Odeh, who runs the German NGO, counted them.",
    f"{MONITOR} was silent. Sea rescue NGO director Rana Odeh counted them.",
    f"{MONITOR} was silent. Election monitor chief Rana Odeh counted them.",
    f"{MONITOR} was silent. Rana Odeh, who heads the Zoran rights group, counted them.",
    f"{MONITOR} was silent. Rana Odeh, who leads the Marnah-based group, counted them.",
    # a state is no body
    "Rana Odeh, who leads Syria, counted them.",
    # is another one
    "Hezbollah chief Ali Odeh vowed revenge. Rana Odeh, a nurse, saw it.",
    "SOHR director Odeh Haddad counted them. Rana Odeh, a farmer, saw it.",
    "He met SOHR head Samir Haddad, Rana Odeh and others.",
    "He met Samir Haddad, the head of SOHR, Rana Odeh, and others.",
    # where all words have capitals, a name ends somewhere, and so does that of a body
    "Hezbollah Chief Rana Haddad Tells Villagers Samir Odeh Lies.",
    "Syrian Observatory Says Shells Struck Grain Market Before Dawn As Hospital Director Rana Odeh Slept.",
    "Medics Said Head of Hospital That Shells Struck Before Dawn Told Syrian Observatory, Rana Odeh, All.",
])
def test_who_heads_no_body_or_it_no_more_speaks_for_nobody_else(desk, told):
    assert root(desk, "Rana Odeh", told) == "person-odeh"


@pytest.mark.parametrize(("others", "told_of"), [
    ("", "hezbollah"), ("But Odeh wept.", "hezbollah"), ("Rana Odeh, a nurse, saw it.", "person-odeh"),
])
def test_a_last_name_alone_is_that_of_who_heads_the_body_where_nobody_else_bears_it(desk, others, told_of):
    assert root(desk, "Odeh", f"Hezbollah chief Ali Odeh vowed revenge. {others}") == told_of


def test_a_first_name_alone_is_nobodys_last(desk):
    assert root(desk, "Odeh", "SOHR director Odeh Haddad counted them.") == "person-odeh"


def test_who_bears_the_last_name_of_a_spokesman_is_a_root_of_their_own(desk):
    cite(desk, "Islamic State", "The group boasted of it in a video that it put out from a bakery by the river.", "a")
    told = "Islamic State spokesman Ali Hassan boasted of it. Mahmoud Hassan, a farmer, saw it from his olive grove."
    cite(desk, "Mahmoud Hassan", told, "b")
    ids = [desk.readings[ident].claims[0].id for ident in "ab"]
    (event,) = desk.weigh(same=[tuple(ids)])
    assert (event.roots.low, event.roots.high, event.grade.happened) == (2, 2, "corroborated")


def test_the_root_has_the_name_of_the_body(desk):
    cite(desk, "Odeh", "Rana Odeh, who runs the Zoran Network for Justice, counted them.")
    (event,) = desk.weigh()
    assert event.roots.names == ("Zoran Network for Justice",)
