"""Renamed towns and groups: no known name is left, and the labels point at the same words as before."""

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.actors import find_actor
from crossbearing.actors.tables import actors
from crossbearing.places import Gazetteer
from evaluation import sample
from evaluation.renaming import rename
from evaluation.renaming.found import groups_in, towns_in
from evaluation.renaming.made import groups_made_up, names_borrowed, names_made_up
from evaluation.renaming.rewritten import Renamer
from evaluation.runs import runs

TEXT = (
    "Syrian Observatory for Human Rights monitors said that the Nusra Front shelled Idlib on Friday. "
    "In Idleb province, north of Homs, the SOHR counted ten dead near Jisr al-Shughour, a town in Syria."
)


@pytest.fixture(scope="module")
def towns() -> dict[str, str]:
    return towns_in((TEXT,))


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


def test_countries_keep_their_names(towns):
    assert set(towns) == {"Idlib", "Idleb", "Homs", "Jisr al-Shughour"}


@pytest.mark.parametrize("new_names", [names_made_up, names_borrowed])
def test_spellings_of_one_town_share_their_new_name_and_two_towns_never_do(towns, new_names):
    new = new_names(towns)
    assert new["Idlib"] == new["Idleb"]
    assert len(set(new.values())) == 3


def test_made_up_names_are_in_no_gazetteer(towns, gazetteer):
    assert [name for name in names_made_up(towns).values() if gazetteer.lookup(name)] == []


def test_borrowed_names_are_of_towns_elsewhere(towns, gazetteer):
    assert all(any(c.place.country == "PL" for c in gazetteer.lookup(name)) for name in names_borrowed(towns).values())


def test_groups_keep_the_words_that_tell_what_they_are():
    new = groups_made_up(groups_in([TEXT]))
    assert new["SOHR"] == new["Syrian Observatory"][0] + "OHR"
    renamed = Renamer(new).text(TEXT)
    assert renamed.partition(" ")[2].startswith("Observatory for Human Rights monitors said")
    front = f"{new['Nusra']} Front"
    assert front in renamed
    assert find_actor(front).id not in actors()


NAMES = {"Homs": "Drouva", "Tal Abyad": "Xi", "X": "Yyyyyy"}


@given(st.lists(st.sampled_from([*NAMES, "in", "two", "Homsi", "-", ". "]), min_size=1, max_size=12), st.data())
def test_an_offset_outside_names_points_at_what_it_pointed_at(words, data):
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:at], ""]))
    renamer = Renamer(NAMES)
    new, there = renamer.text(text), renamer.moved(text, start)
    assert new[there:] == renamer.text(text[start:])


def test_renaming_is_asked_for_by_every_way():
    assert {run.renamed for run in runs().values()} == {None, "towns", "towns abroad", "groups"}


@pytest.mark.corpora
@pytest.mark.parametrize("way", ["towns", "groups"])
def test_labels_of_renamed_texts_point_at_the_same_triggers(corpora, tmp_path, way):
    for name in ("reports", "gold"):
        shutil.copy(corpora / "syria" / "claims" / f"{name}.jsonl", tmp_path)
    labels = tmp_path / "gold.jsonl"
    before = [row["trigger"] for row in sample.rows(labels)]
    rename(way, tmp_path / "reports.jsonl", [labels])
    texts = {row["id"]: row["text"] for row in sample.rows(tmp_path / "reports.jsonl")}
    after = [texts[row["doc"]][row["start"] : row["end"]] for row in sample.rows(labels)]
    assert after == before
    assert texts != {row["id"]: row["text"] for row in sample.rows(corpora / "syria" / "claims" / "reports.jsonl")}
