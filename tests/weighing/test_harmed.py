"""Those harmed whom reports name are listed one row a person, joined only for a reason that is told."""

import datetime as dt
import itertools
import random

import msgspec
import pytest

from crossbearing.records import (
    Claim,
    Event,
    EventClaim,
    Grade,
    Person,
    Picture,
    Reading,
    Report,
    Roots,
    When,
    Where,
    content_id,
)
from crossbearing.weighing.harmed import people_harmed
from crossbearing.weighing.person_names import agree, is_full, parts_of, same_in_full

MARNAH = Where(name="Marnah", place_id="p:1", lat=35.0, lon=36.0, country="SY")
SUBURB = Where(name="East Marnah", place_id="p:2", lat=35.1, lon=36.0, country="SY")
FAR = Where(name="Tal Dirwan", place_id="p:3", lat=33.0, lon=36.5, country="SY")
COUNTRY = Where(name="Syria", place_id="p:4", lat=35.0, lon=38.0, country="SY", kind="country", precision_km=400)
NOBODY_KNOWS = Where(name="Qasr Wadeen")
JUNE = dt.date(2014, 6, 1)


class Desk:
    """Reports that name people, and the events that their claims are put into."""

    def __init__(self) -> None:
        self.claims, self.events = {}, {}

    def tell(self, report, *names: str, event=None, day=0, lasting=0, where=MARNAH, kind="killing",
             certainty="asserted", **told: object):
        """One claim of a report that names people, of one day or of a time that lasted so many days more."""
        at = 100 * len(self.claims.setdefault(report, []))
        date = JUNE + dt.timedelta(days=day)
        people = tuple(
            Person(words=name, span=(at + 30 * n, at + 30 * n + len(name)), name=name, **told)
            for n, name in enumerate(names)
        )
        claim = Claim(
            id=content_id("c", report, at), report=report, trigger=(at, at + 6), evidence=(at, at + 90), type=kind,
            certainty=certainty, where=where, people=people,
            when=When(earliest=date, latest=date + dt.timedelta(days=lasting)),
        )
        self.claims[report].append(claim)
        self.events.setdefault(event or claim.id, []).append(claim)

    def people(self, seed=0):
        """The list, from a picture in any order."""
        chance = random.Random(seed)
        events = [
            Event(
                id=name, type="killing", label="", when=None, where=None, roots=Roots(low=1, high=1),
                grade=Grade(happened="single", responsible=None, rule="", why=""),
                claims=tuple(EventClaim(id=c.id, report=c.report, trigger=(0, 1), evidence=(0, 1)) for c in claims),
            )
            for name, claims in self.events.items()
        ]
        told = chance.sample(list(self.claims.items()), len(self.claims))
        reports = {r: Report(id=r, text="", digest="", published=JUNE + dt.timedelta(days=9)) for r, _ in told}
        readings = {r: Reading(report=r, reader="hand", language="en", claims=tuple(cs)) for r, cs in told}
        return people_harmed(Picture(reports=reports, readings=readings, events=tuple(events)))


def listed(desk):
    return [(person.names, [join.rule for join in person.joins]) for person in desk.people()]


def test_two_reports_of_one_event_name_one_person_in_two_spellings():
    desk = Desk()
    desk.tell("a", "Hamza al-Khatib", event="e", age=13)
    desk.tell("b", "Hamzeh Ali Alkhateeb", event="e")
    desk.tell("b", "Lina Khoury", event="e")
    assert listed(desk) == [
        (("Hamzeh Ali Alkhateeb", "Hamza al-Khatib"), ["one_event"]), (("Lina Khoury",), []),
    ]


@pytest.mark.parametrize(("one", "other"), [({"age": 9}, {"age": 31}), ({"sex": "female"}, {"sex": "male"})])
def test_age_and_sex_keep_two_of_one_name_apart(one, other):
    desk = Desk()
    desk.tell("a", "Noor Haddad", event="e", **one)
    desk.tell("b", "Noor Haddad", event="e", **other)
    assert [rules for _, rules in listed(desk)] == [[], []]


def test_two_persons_of_one_claim_are_two_even_where_a_third_telling_agrees_with_both():
    desk = Desk()
    desk.tell("a", "Samir Haddad", "Samir Haddad", event="e")
    desk.tell("b", "Samir Haddad", event="e")
    assert sorted(len(person.tellings) for person in desk.people()) == [1, 2]


def test_a_last_name_alone_means_the_only_one_who_bears_it_and_else_nobody():
    desk = Desk()
    desk.tell("a", "Rana Odeh", event="e")
    desk.tell("b", "Odeh", event="e")
    assert [names for names, _ in listed(desk)] == [("Rana Odeh", "Odeh")]
    desk.tell("a", "Karim Odeh", event="e")
    assert sorted(names for names, _ in listed(desk)) == [("Karim Odeh",), ("Odeh",), ("Rana Odeh",)]


@pytest.mark.parametrize(
    ("told", "rules"),
    [
        ({"day": 2}, ["same_days_and_place"]),
        ({"day": 2, "where": SUBURB}, ["same_days_and_place"]),
        ({"day": 2, "where": FAR}, []),
        ({"day": 2, "lasting": 5}, ["same_days_and_place"]),
        ({"day": 0, "lasting": 20}, []),
        ({"day": 30}, []),
        ({"day": 2, "kind": "arrest"}, []),
        ({"day": 30, "where": FAR, "kind": "arrest", "age": 40}, ["same_age_and_country"]),
        ({"day": 30, "where": FAR, "age": 44}, []),
        ({"day": 90, "where": FAR, "age": 40}, []),
    ],
)
def test_one_full_name_in_two_events_is_one_person_only_by_a_rule(told, rules):
    desk = Desk()
    desk.tell("a", "Mohammed Barakat", age=40)
    desk.tell("b", "Muhammad Barakat", **told)
    people = desk.people()
    assert [join.rule for person in people for join in person.joins] == rules
    assert len(people) == 2 - len(rules)
    # Who has the same name and is not the same by age may not be the same.
    assert all(bool(person.perhaps) == (len(people) == 2 and told.get("age") != 44) for person in people)


@pytest.mark.parametrize(
    ("where", "ages"), [(COUNTRY, (None, None)), (NOBODY_KNOWS, (None, None)), (NOBODY_KNOWS, (40, 40))]
)
def test_a_country_or_a_place_that_nobody_knows_brings_no_two_of_one_name_together(where, ages):
    desk = Desk()
    for report, age in zip("ab", ages, strict=True):
        desk.tell(report, "Mohammed Barakat", where=where, age=age)
    assert [rules for _, rules in listed(desk)] == [[], []]


def test_a_last_name_alone_never_leads_to_another_event():
    desk = Desk()
    desk.tell("a", "Barakat")
    desk.tell("b", "Barakat", day=1)
    assert [(len(person.tellings), person.perhaps) for person in desk.people()] == [(1, ()), (1, ())]


def test_what_is_denied_feared_or_no_harm_befell_nobody():
    desk = Desk()
    desk.tell("a", "Rana Odeh", certainty="denied")
    desk.tell("a", "Rana Odeh", certainty="feared_predicted")
    desk.tell("a", "Rana Odeh", kind="protest")
    assert desk.people() == ()


def test_the_list_is_the_same_in_whatever_order_reports_and_events_come():
    desk = Desk()
    names = ["Rana Odeh", "Odeh", "Samir Haddad", "Sameer Haddad", "Lina Khoury", "R. Odeh"]
    chance = random.Random(1)
    for n, (name, event) in enumerate(itertools.product(names, "ef")):
        desk.tell(f"r{n % 5}", name, event=event, day=n % 4, age=chance.choice((None, 30)))
    lists = {msgspec.json.encode([(p.id, p.names, p.joins, p.perhaps) for p in desk.people(seed)]) for seed in range(5)}
    assert len(lists) == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Abdulrahman Saleh", "Abd al-Rahman Saleh", True), ("Mohammed Alloush", "محمد علوش", True),
        ("R. Odeh", "Rana Odeh", True), ("Dr Rana Odeh", "Rana Odeh", True), ("Rana Odeh", "Odeh Rana", False),
        ("John Smith", "Joan Smith", False), ("Hank", "Huang", False), ("Min Huang", "Hank", False),
        ("Abdullah Rajeh", "Abd Allah Rajeh", True), ("Abdel Nasser Kamal", "Abdennasser Kamal", True),
        ("Abdul Qader Rajeh", "عبد القادر راجح", True), ("Badreddin Kamal", "Badr al-Din Kamal", True),
        ("Badreddin Kamal", "بدر الدين كمال", True), ("Abd al-Karim Rajeh", "Abd al-Rahim Rajeh", False),
        ("Badreddin Kamal", "Saifeddin Kamal", False), ("Hani Aburizk", "Hani Abu Rizk", True),
    ],
)
def test_names_agree_part_by_part(one, other, alike):
    assert agree(parts_of(one), parts_of(other)) == agree(parts_of(other), parts_of(one)) == alike


@pytest.mark.parametrize("name", ["Abd al-Karim", "Abdelkarim", "Badr al-Din", "عبد الكريم", "بدر الدين"])
def test_one_name_of_two_words_is_no_full_name(name):
    assert not is_full(parts_of(name))


def test_initials_make_no_full_name():
    assert not same_in_full(parts_of("R. Odeh"), parts_of("Rana Odeh"))
