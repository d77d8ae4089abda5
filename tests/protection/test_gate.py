"""Who is protected is named in no byte of what a reader without the right gets, whatever the verb."""

import datetime as dt
import json
import sqlite3

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.archive import Archive
from crossbearing.archive.seal import content, sha256
from crossbearing.cli.group import VERBS
from crossbearing.protection import Seen
from crossbearing.protection.hiding import hide_picture
from crossbearing.protection.key import Key
from crossbearing.protection.persons import Persons
from crossbearing.records import Claim, Picture, Reading, Report, SourceLink, content_id, judge
from tests.protection.made import LETTER, NAME, SPELLINGS, crossbearing, make

ANSWERS = {
    "show": [[], ["--json"]], "explain": [["a"], ["b"], ["d"]], "page": [["-"]], "verify": [[]],
    "export": [["--output", "-", "--format", name] for name in ("events-jsonl", "claims-csv", "people-csv", "geojson")],
    "search": [[], ["--words", "Khalil"], ["--words", "khal*"], ["--source", "khal"], ["--outlet", "khalil"]],
    "judgements": [[], ["--open"]], "history": [[], ["a"]], "exposure": [[]], "judge": [["accept", "c-none"]],
    "expunge": [["a"]], "bundle": [], "diff": [[]], "totals": [[]], "arrivals": [],
    "protect": [[NAME, "--role", "witness", "--why", "again"]],
}
"""What each verb is asked. `arrivals build` writes numbers and place names, from the picture that the others show."""
NO_ANSWER = {"demo", "run", "read", "places", "timestamp"}
"""Verbs that show nothing of an archive: they take in, or work without one."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = make(tmp_path_factory.mktemp("protected"))
    done = crossbearing("protect", "--archive", folder, NAME, "--role", "witness", "--why", f"{NAME} asked for it")
    assert done.exit_code == 0, done.output
    return folder


def lines(*arguments: object) -> list[dict]:
    return [json.loads(line) for line in crossbearing(*arguments).stdout.splitlines()]


def names_in(output: str) -> list[str]:
    return [spelling for spelling in SPELLINGS if spelling in output.lower()]


def test_every_verb_is_asked_or_shows_nothing_of_an_archive():
    assert VERBS.keys() <= ANSWERS.keys() | NO_ANSWER


@pytest.mark.parametrize(("verb", "more"), [(verb, more) for verb, asked in ANSWERS.items() for more in asked])
def test_no_answer_of_any_verb_has_the_name_in_any_spelling(cases, verb, more):
    assert names_in(crossbearing(verb, "--archive", cases, *more).output) == []


def test_the_same_verbs_show_the_names_to_who_has_the_right_and_the_ledger_tells_of_it(cases):
    for more in (["explain", "a"], ["export", "--format", "claims-csv", "--output", "-"], ["search"], ["judgements"]):
        shown = crossbearing(more[0], "--archive", cases, "--unprotected", *more[1:]).output
        assert "omar khalil" in shown.lower(), more
    told = lines("history", "--archive", cases)
    assert [entry["inputs"]["verb"] for entry in told if entry["act"] == "reveal"] == [
        "explain", "export", "search", "judgements",
    ]


def test_a_search_for_the_name_finds_what_the_redacted_words_have_and_nothing_by_the_name(cases):
    assert crossbearing("search", "--archive", cases, "--words", "Khalil").exit_code == 1
    assert crossbearing("search", "--archive", cases, "--words", "-Khalil shelled").exit_code == 0
    found = crossbearing("search", "--archive", cases, "--words", "bakery").output
    assert "Witness-" in found
    assert crossbearing("search", "--archive", cases, "--words", "Khalil", "--unprotected").exit_code == 0


def test_an_export_has_the_events_that_the_same_search_and_page_show(cases):
    for query in (["--words", "bakery"], ["--kind", "killing"], ["--outlet", "sada"], ["--since", "2011-06-12"]):
        found = lines("search", "--archive", cases, *query)
        asked = ("--archive", cases, *query)
        exported = crossbearing("export", *asked, "--format", "events-jsonl", "--output", "-").output.splitlines()
        shown = crossbearing("show", *asked, "--json").output
        events = {json.loads(line)["id"] for line in exported}
        assert events == {one["event"] for one in found} != set()
        assert shown.splitlines() == exported
        page = crossbearing("page", *asked, "-").output
        everything = lines("export", "--archive", cases, "--format", "events-jsonl", "--output", "-")
        assert {event["id"] for event in everything if event["id"] in page} == events


def test_a_claim_is_judged_by_the_id_that_it_is_shown_under(cases):
    found = lines("search", "--archive", cases, "--words", "bakery")
    done = crossbearing("judge", "--archive", cases, "accept", found[0]["claim"], "--why", "seen on the film")
    assert done.exit_code == 0, done.output
    listed = lines("judgements", "--archive", cases)
    told = crossbearing("history", "--archive", cases, listed[-1]["id"]).output
    assert "seen on the film" in told
    assert crossbearing("judge", "--archive", cases, "withdraw", listed[-1]["id"]).exit_code == 0


def test_without_the_key_nothing_is_shown_and_another_key_is_refused(cases, tmp_path):
    gone = crossbearing("show", "--archive", cases, key=tmp_path / "gone.key")
    assert (gone.exit_code, gone.stdout, "CROSSBEARING_KEY" in gone.stderr) == (1, "", True)
    (tmp_path / "other.key").write_bytes(b"x" * 32)
    export = ("export", "--archive", cases, "--format", "geojson", "--output", "-")
    assert crossbearing(*export, key=tmp_path / "other.key").exit_code == 1


def test_whoever_protects_the_first_is_told_once_where_the_key_lies(tmp_path):
    folder = make(tmp_path)
    first = crossbearing("protect", "--archive", folder, NAME, "--why", "asked")
    assert str(folder.with_name("secret.key")) in first.stderr
    assert "copy" in first.stderr
    assert crossbearing("protect", "--archive", folder, "Huda Rajeh", "--why", "asked").stderr == ""


def test_the_key_lies_outside_the_archive_for_its_owner_alone(cases):
    place = cases.with_name("secret.key")
    assert cases not in place.parents
    assert place.stat().st_mode & 0o077 == 0
    assert not any(place.read_bytes() in file.read_bytes() for file in cases.rglob("*") if file.is_file())


def test_no_digest_or_id_that_is_shown_was_made_from_words_with_the_name(cases, monkeypatch):
    """Who has all but the name could try names until a digest fits."""
    monkeypatch.setenv("CROSSBEARING_KEY", str(cases.with_name("secret.key")))
    with Archive.open(cases, read_only=True) as archive:
        hidden = Seen(archive, verb="test").hidden
        picture = archive.picture()
        digests = {report.digest for id_, report in picture.reports.items() if id_ in hidden}
        claims = {claim.id for id_ in hidden for claim in picture.readings[id_].claims}
        letters = {id_ for id_ in hidden if id_.startswith("r-")}
    assert letters
    assert claims
    for asked in (["page", "-"], ["history"], ["export", "--format", "events-jsonl", "--output", "-"], ["search"]):
        shown = crossbearing(asked[0], "--archive", cases, *asked[1:]).output
        assert [guess for guess in digests | claims | letters if guess in shown] == [], asked


def test_no_id_that_was_made_from_words_with_the_name_is_answered(cases, monkeypatch):
    monkeypatch.setenv("CROSSBEARING_KEY", str(cases.with_name("secret.key")))
    with Archive.open(cases, read_only=True) as archive:
        seen = Seen(archive, verb="test")
        reports = [id_ for id_ in seen.ids if archive.reports.get(id_)]
        made = {old: new for old, new in seen.ids.items() if old in reports or old[:2] in {"c-", "e-"}}
        assert {old[:2] for old in made} == {"c-", "e-", "om", "r-"}
        assert [seen.report(id_) for id_ in reports] == [None] * len(reports)
        assert all(seen.report(made[id_]) for id_ in reports)
    for old, new in made.items():
        assert crossbearing("history", "--archive", cases, old).exit_code == 1, old
        assert crossbearing("history", "--archive", cases, new).exit_code == 0, new
    for old in reports:
        assert "there is no report" in crossbearing("expunge", "--archive", cases, old).output


def test_what_was_redacted_is_sealed_once_and_is_the_text_that_was_handed_out(cases, monkeypatch):
    export = ("export", "--archive", cases, "--format", "claims-csv", "--output", "-")
    for _ in range(2):
        assert crossbearing(*export).exit_code == 0
    redactions = [entry for entry in lines("history", "--archive", cases) if entry["act"] == "redact"]
    sealed = [each["seal"] for entry in redactions for each in entry["outputs"]["derivatives"]]
    assert len(sealed) == len(set(sealed))
    monkeypatch.setenv("CROSSBEARING_KEY", str(cases.with_name("secret.key")))
    with Archive.open(cases, read_only=True) as archive:
        shown = {sha256(content(each.report)) for each in Seen(archive, verb="test").hidden.values()}
    assert shown <= set(sealed)


def test_a_name_that_a_correction_puts_into_a_report_without_it_is_hidden(tmp_path):
    folder = make(tmp_path)
    crossbearing("protect", "--archive", folder, NAME, "--why", "asked")
    found = [one for one in lines("search", "--archive", folder) if one["report"] == "e"]
    asked = ("judge", "--archive", folder, "correct", found[0]["claim"], "--field", "target", "--value", f'["{NAME}"]')
    assert crossbearing(*asked).exit_code == 0
    for name in ("events-jsonl", "claims-csv"):
        export = ("export", "--archive", folder, "--format", name, "--output", "-")
        assert NAME in crossbearing(*export, "--unprotected").output
        assert names_in(crossbearing(*export).output) == []


def test_a_source_that_a_correction_names_is_found_by_its_pseudonym_alone(tmp_path):
    folder = make(tmp_path)
    [done] = lines("protect", "--archive", folder, NAME, "--why", "asked")
    found = next(one for one in lines("search", "--archive", folder) if one["report"] == "e")
    told = json.dumps([{"name": f"{NAME}, a pilot", "span": [0, 4]}])
    asked = ("judge", "--archive", folder, "correct", found["claim"], "--field", "sources", "--value", told)
    assert crossbearing(*asked).exit_code == 0

    def reports(source: str, *more: str) -> set[str]:
        return {one["report"] for one in lines("search", "--archive", folder, "--source", source, *more)}

    assert "e" in reports(NAME, "--unprotected")
    assert reports(NAME) | reports("khalil") == set()
    assert "e" in reports(done["pseudonym"])
    export = ("export", "--archive", folder, "--format", "claims-csv", "--output", "-", "--source")
    assert len(crossbearing(*export, "khal").output.splitlines()) == 1
    assert len(crossbearing(*export, "a pilot").output.splitlines()) > 1


def test_a_judgement_with_the_name_in_it_is_told_and_answered_by_its_keyed_id_alone(tmp_path):
    folder = make(tmp_path)
    crossbearing("protect", "--archive", folder, NAME, "--why", "asked")
    found = next(one for one in lines("search", "--archive", folder) if one["report"] == "e")
    reject = ("judge", "--archive", folder, "reject", found["claim"], "--why", f"{NAME} says so")
    told = crossbearing(*reject).output.strip()
    everything = lines("judgements", "--archive", folder, "--unprotected")
    [own] = [one["id"] for one in everything if one["verdict"] == "reject"]
    assert told == lines("judgements", "--archive", folder)[-1]["id"] != own
    assert crossbearing("history", "--archive", folder, own).exit_code == 1
    assert crossbearing("judge", "--archive", folder, "withdraw", own).exit_code == 1
    assert crossbearing("history", "--archive", folder, told).exit_code == 0
    plain = crossbearing("judge", "--archive", folder, "withdraw", told).output.strip()
    assert crossbearing("history", "--archive", folder, plain).exit_code == 0


def test_no_reason_of_a_judgement_tells_a_number_of_who_is_protected(tmp_path):
    folder = make(tmp_path)
    crossbearing("protect", "--archive", folder, NAME, "--why", "asked, call 0944 555 111")
    [first, *_] = lines("search", "--archive", folder)
    for why in (f"{NAME} (0944 555 111) says so", "nobody at 0944 555 222"):
        assert crossbearing("judge", "--archive", folder, "accept", first["claim"], "--why", why).exit_code == 0
    told = crossbearing("judgements", "--archive", folder).output
    assert "0944 555 111" not in told
    assert "nobody at 0944 555 222" in told


def test_the_ledger_tells_no_digest_of_an_open_export_and_no_id_that_an_event_had(tmp_path):
    folder = make(tmp_path)
    export = ("export", "--archive", folder, "--format", "events-jsonl", "--output", "-")
    before = crossbearing(*export).stdout
    digest = sha256(before.encode())
    assert digest in crossbearing("history", "--archive", folder).output
    crossbearing("protect", "--archive", folder, NAME, "--why", "asked")
    shown = {one["event"] for one in lines("search", "--archive", folder)}
    assert crossbearing("judge", "--archive", folder, "merge", *sorted(shown)).exit_code == 0
    told = crossbearing("history", "--archive", folder).output
    had = [digest, *(event["id"] for event in map(json.loads, before.splitlines()))]
    assert len(had) > 2
    assert [known for known in had if known in told] == []


def test_no_place_that_was_read_out_of_a_name_is_told_by_its_usual_name_or_found_by_its_point(tmp_path):
    inbox, folder = tmp_path / "inbox", tmp_path / "cases"
    inbox.mkdir()
    (inbox / "one.txt").write_text("Soldiers killed 5 people in Halab on Friday, June 10, 2011, said Sami Halab.\n")
    assert crossbearing("run", inbox, "--archive", folder, "--processes", 1).exit_code == 0
    export = ("export", "--archive", folder, "--format", "events-jsonl", "--output", "-")
    near = ("search", "--archive", folder, "--near", "36.2,37.16,20")
    assert "Aleppo" in crossbearing(*export).output
    assert crossbearing(*near).exit_code == 0
    crossbearing("protect", "--archive", folder, "Sami Halab", "--why", "asked")
    [event] = lines(*export)
    assert (event["where"], "Aleppo" in json.dumps(event)) == (None, False)
    assert crossbearing(*near).exit_code == 1
    [totals] = lines("totals", "--archive", folder, "--near", "36.2,37.16,20")
    assert totals["flows"] == {}


def test_withdrawing_the_protection_shows_the_name_again_and_changes_no_record(tmp_path):
    folder = make(tmp_path)
    before = crossbearing("export", "--archive", folder, "--format", "claims-csv", "--output", "-").output
    assert names_in(before)
    [done] = lines("protect", "--archive", folder, NAME, "--why", "asked")
    assert not names_in(crossbearing("export", "--archive", folder, "--format", "claims-csv", "--output", "-").output)
    assert crossbearing("judge", "--archive", folder, "withdraw", done["judgement"]).exit_code == 0
    assert crossbearing("export", "--archive", folder, "--format", "claims-csv", "--output", "-").output == before
    assert crossbearing("verify", "--archive", folder).exit_code == 0


def test_persons_told_of_with_age_or_occupation_are_proposed_until_they_are_protected(tmp_path):
    folder = make(tmp_path)
    proposed = lines("protect", "--archive", folder, "--suggestions")
    assert {one["name"] for one in proposed} >= {"Omar Khalil"}
    done = crossbearing("protect", "--archive", folder, "--all-suggested", "--why", "until somebody has looked")
    assert len(done.stdout.splitlines()) == len(proposed)
    assert crossbearing("protect", "--archive", folder, "--suggestions").output == ""
    assert names_in(crossbearing("show", "--archive", folder, "--json").output) == []


def test_exposure_lists_the_reports_that_only_in_leaves_out(tmp_path):
    folder = make(tmp_path)
    crossbearing("protect", "--archive", folder, NAME, "--only-in", "a", "--why", "a test")
    assert not names_in(crossbearing("explain", "--archive", folder, "a").output)
    assert names_in(crossbearing("explain", "--archive", folder, "b").output)
    found = lines("exposure", "--archive", folder)
    assert {one["record"] for one in found if one["why"] == "another report"} >= {"b", "d", "omar-khalil-letter"}
    seen = lines("exposure", "--archive", folder, "--unprotected")
    assert [{**one, "words": None} for one in seen] == found


def test_exposure_lists_near_spellings_and_what_is_left_standing(tmp_path):
    folder = make(tmp_path)
    crossbearing("protect", "--archive", folder, "Omar Idlib", "--keep", "Idlib", "--why", "a test")
    ran = crossbearing("exposure", "--archive", folder)
    found = [json.loads(line) for line in ran.output.splitlines()]
    assert {one["why"] for one in found} >= {"kept", "part of the name"}
    assert ran.exit_code == 1
    assert {one["words"] for one in found} == {None}
    seen = crossbearing("exposure", "--archive", folder, "--unprotected").output
    assert "Omar Sharif" in seen
    assert [{**json.loads(line), "words": None} for line in seen.splitlines()] == found


LETTERS = st.sampled_from("abdfghijklmnorstuyz")
PART = st.builds(lambda letters: "Q" + "".join(letters), st.lists(LETTERS, min_size=4, max_size=8))
AROUND = st.sampled_from([
    "Said {}.", "{}, 31, fled.", "(see {})", "x/{}/y", "@{}", "{}’s house", "a {}\n{} b", "«{}» قال", "to {}@x.example",
])
KEY = Key(b"k" * 32)


@settings(max_examples=60, deadline=None)
@given(first=PART, last=PART, around=st.lists(AROUND, min_size=1, max_size=4), glued=st.booleans(), title=st.booleans())
def test_no_field_of_any_record_keeps_a_protected_name(first, last, around, glued, title):
    name = f"{first} {last}"
    spelt = [name, f"{first}-{last}", f"{first}_{last}".lower(), name.upper(), last]
    spelt += [f"{first}{last}".lower()] * glued
    text = " ".join(each.format(*spelt[:2]) for each in around) + " " + " ".join(spelt)
    trigger = (len(text) - len(last), len(text))
    claim = Claim(
        id=content_id("c", text), report="r", trigger=trigger, evidence=(0, len(text)), type="killing",
        certainty="reported", actor=(name,), target=(f"the brother of {last}",), places=(last,),
        sources=(SourceLink(name=f"{name}, a baker", cue=last, span=(0, 4)),),
    )
    report = Report(
        id="r", text=text, digest="0" * 64, title=name if title else None, outlet=f"Notes of {last}",
        url=f"https://x.example/{first}-{last}", notes=(f"it came as {name}",),
    )
    reading = Reading(report="r", reader="rules", language="en", claims=(claim,), notes=(name,), wire=last)
    protects = judge(
        "protect", by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="asked",
        value={"names": [name], "role": "source", "salt": "s"},
    )
    shown, hidden, _ = hide_picture(
        Picture(reports={"r": report}, readings={"r": reading}, events=()), Persons([protects], KEY), KEY,
    )
    written = msgspec.json.encode(shown).decode().lower()
    for spelling in (*spelt, last):
        assert spelling.lower() not in written
    [moved] = shown.readings["r"].claims
    assert shown.reports["r"].text[slice(*moved.trigger)] == hidden["r"].text.text[slice(*hidden["r"].text.put[-1])]
    assert shown.reports["r"].text[slice(*moved.evidence)] == shown.reports["r"].text


def test_the_archive_itself_keeps_the_report_as_it_was_received(cases):
    with Archive.open(cases, read_only=True) as archive:
        [letter] = [report for report in archive.reports.all() if report.text.startswith("Shells killed two")]
        assert archive.reports.original(letter.id).decode() == LETTER
    with sqlite3.connect(cases / "archive.sqlite") as database:
        assert database.execute("SELECT count(*) FROM reports").fetchone() == (6,)
