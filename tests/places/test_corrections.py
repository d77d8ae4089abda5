"""A person's correction of a place holds for that name and context, and can be undone."""

import datetime as dt

from crossbearing.places.corrections import carry_corrections
from crossbearing.records import Anchor, Claim, Judgement, Reading, Where, anchor_of, apply_judgements, judge

LIBYA = Where(name="Tripoli", place_id="gn:2210247", country="LY", lat=32.88, lon=13.19, kind="city")
LEBANON = Where(name="Tripoli", place_id="gn:266826", country="LB", lat=34.43, lon=35.84, kind="city")
GREECE = Where(name="Tripoli", place_id="gn:252601", country="GR", lat=37.5, lon=22.37, kind="city")
NOON = dt.datetime(2011, 6, 10, 12, tzinfo=dt.UTC)


def claim(name: str, report: str, where: Where | None, told: str = "Tripoli") -> Claim:
    return Claim(id=name, report=report, trigger=(0, 6), evidence=(0, 60), type="shelling", certainty="reported",
                 places=(told,), where=where)


def readings(*claims: Claim) -> dict[str, Reading]:
    return {one.report: Reading(report=one.report, reader="rules_v1", language="en", claims=(one,)) for one in claims}


def correct(one: Claim, where: Where):
    return judge("correct", [anchor_of(one)], field="where", value=where, by="ada", at=NOON)


def wheres(read: dict[str, Reading], *judgements: Judgement) -> dict[str, Where | None]:
    carried = carry_corrections(read, apply_judgements(judgements, read).readings)
    return {report: reading.claims[0].where for report, reading in carried.items()}


WRONG = claim("c1", "r1", LIBYA)
READ = readings(
    WRONG, claim("c2", "r2", LIBYA), claim("c3", "r3", GREECE), claim("c4", "r4", LIBYA, told="the Libyan capital"),
    claim("c5", "r5", None),
)


def test_a_correction_holds_wherever_the_same_name_was_taken_for_the_same_place():
    assert wheres(READ, correct(WRONG, LEBANON)) == {
        "r1": LEBANON, "r2": LEBANON, "r3": GREECE, "r4": LIBYA, "r5": None,
    }


def test_a_correction_holds_for_a_report_that_is_read_later():
    later = {**READ, **readings(claim("c9", "r9", LIBYA, told="TRIPOLI"))}
    assert wheres(later, correct(WRONG, LEBANON))["r9"] == LEBANON


def test_a_correction_that_is_taken_back_is_undone_everywhere():
    corrected = correct(WRONG, LEBANON)
    undone = judge("withdraw", withdraws=corrected.id, by="ada", at=NOON + dt.timedelta(hours=1))
    assert wheres(READ, corrected, undone) == wheres(READ)


def test_corrections_that_disagree_hold_for_their_own_claims_alone():
    told = wheres(readings(*(r.claims[0] for r in READ.values()), claim("c6", "r6", LIBYA)), correct(WRONG, LEBANON),
                  correct(READ["r2"].claims[0], GREECE))
    assert (told["r1"], told["r2"], told["r6"]) == (LEBANON, GREECE, LIBYA)


def test_a_correction_leaves_what_a_person_corrected_otherwise():
    told = wheres(READ, correct(WRONG, LEBANON), correct(READ["r3"].claims[0], LIBYA))
    assert (told["r2"], told["r3"]) == (LEBANON, LIBYA)


def test_an_anchor_of_a_lost_claim_carries_nothing():
    nowhere = Anchor(report="r1", span=(40, 44), kind="killing")
    lost = judge("correct", [nowhere], field="where", value=LEBANON, by="ada", at=NOON)
    assert wheres(READ, lost) == wheres(READ)
