"""What leads from one account to another."""

from crossbearing.weighing.accounts import accounts_of
from crossbearing.weighing.candidates import keys
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions


def test_a_town_and_what_was_done_there_do_not_lead_to_all_reports_of_a_season(desk):
    desk.report("a", "Jets strafed Marnah while Oswin Kestrelby held the harvest feast of Zorvanth.", outlet="a")
    desk.claim("a", "strafed", "airstrike", place="Marnah", day="2014-03-04")
    (account,) = accounts_of(Context(desk.reports["a"], desk.readings["a"]), Decisions())
    pairs = {word for family, _, word in keys(account.facts, principal=True) if family == "names"}
    assert "marnah zorvanth" in pairs
    assert "strafed zorvanth" in pairs
    assert "marnah strafed" not in pairs
