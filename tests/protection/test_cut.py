"""A name that only its place in a text gives away is in no field either that was read out of that text."""

import json

import pytest

from crossbearing.archive import Archive
from crossbearing.protection import Seen
from tests.protection.made import crossbearing

ROWS = (
    {"id": "a", "published": "2011-06-13", "outlet": "Wire",
     "text": "Gunmen killed 6 soldiers in Hama on Sunday. Abdel Rahman Qasim, 33, a baker, was shot dead by a sniper "
             "in Hama on Sunday, his wife said. The baker Abdel Rahman Qasim was killed by a sniper."},
    {"id": "c", "published": "2011-06-13", "outlet": "Sada",
     "text": "The baker Rim Nahhas was shot dead by a sniper in Idlib on Sunday, June 12, 2011. Call 0944 555 111."},
    {"id": "d", "published": "2011-06-13", "outlet": "Border Herald",
     "text": "A sniper shot dead the baker Rim Nahhas in Idlib on Sunday, her brother said. Call 0944 555 111."},
    {"id": "b", "published": "2011-06-13", "outlet": "The Ledger",
     "text": "#هدىراجح Soldiers killed 4 people in Hama on Sunday, June 12, 2011. "
             "Shells killed Huda Ra-\njeh on Sunday."},
)
PERSONS = ("عبد الرحمن قاسم", "Huda Rajeh", "Rim Nahhas")
LEFT = ("qasim", "jeh", "هدىراجح", "nahha", "0944")
"""What would tell them: a word that lost its capital or its end, half of a broken one, a tag without its sign."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cut")
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    ran = crossbearing("run", folder / "rows.jsonl", "--archive", folder / "cases", "--processes", 1)
    assert ran.exit_code == 0, ran.output
    for name in PERSONS:
        assert crossbearing("protect", "--archive", folder / "cases", name, "--why", "asked").exit_code == 0
    return folder / "cases"


def told(folder, *more: str) -> str:
    """All that is handed out, in small letters: the records of a bundle, and the table of claims."""
    bundle = folder.with_name(f"bundle{len(more)}")
    assert crossbearing("bundle", "--archive", folder, bundle, *more).exit_code == 0
    export = ("export", "--archive", folder, "--format", "claims-csv", "--output", "-", *more)
    records = "".join((bundle / f"data/{name}.jsonl").read_text("utf-8") for name in ("events", "readings"))
    return f"{records}{crossbearing(*export).stdout}".lower()


def test_no_field_of_an_event_or_a_claim_tells_it(cases):
    shown, open_to_all = told(cases), told(cases, "--unprotected")
    assert [word for word in LEFT if word in shown] == []
    assert [word for word in LEFT if word not in open_to_all] == []


def test_the_words_that_two_accounts_share_tell_no_name_in_small_letters(cases, monkeypatch):
    monkeypatch.setenv("CROSSBEARING_KEY", str(cases.with_name("secret.key")))
    with Archive.open(cases, read_only=True) as archive:
        events = Seen(archive, verb="test").picture().events
    found = [each.found for event in events for link in event.links for each in link.comparisons]
    assert any("same words: " in words and "baker" in words and "Source-" in words for words in found)
