"""Flee's folder: what is written is read back, and whatever is broken in it is told with file, reason and way out."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest

from crossbearing.displacement import InstanceTrouble, read_instance, read_settings, write_instance
from tests.displacement.small import small, written

INPUT, SOURCE = "input_csv", "source_data"


def plain(instance):
    fields = {name: getattr(instance, name) for name in ("start", "days", "locations", "routes", "closures",
                                                         "conflict_places", "layout", "corrections")}
    series = {camp: (counts.days.tolist(), counts.people.tolist()) for camp, counts in instance.counts.items()}
    return fields, instance.conflicts.tolist(), series, instance.total.people.tolist()


def test_what_is_written_is_read_back(tmp_path):
    assert plain(read_instance(written(tmp_path))) == plain(small())


def test_every_shared_instance_is_read_and_survives_a_round_trip(shared, tmp_path):
    for folder in sorted((shared / "instances").iterdir()):
        first = read_instance(folder)
        write_instance(first, tmp_path / folder.name)
        assert plain(read_instance(tmp_path / folder.name)) == plain(first)


def test_an_instance_without_counts_can_be_used(tmp_path):
    none = dataclasses.replace(small(), layout=(), counts={}, total=None, corrections=())
    write_instance(none, tmp_path)
    assert read_instance(tmp_path).layout == ()


def edit(file: str, old: str, new: str):
    def damage(folder: Path) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return damage


def whole(file: str, content: bytes | None):
    def damage(folder: Path) -> None:
        path = folder / file
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
    return damage


LOC, WAY, SHUT, WAR = (f"{INPUT}/{name}.csv" for name in ("locations", "routes", "closures", "conflicts"))
TIME, REG = f"{INPUT}/sim_period.csv", f"{INPUT}/registration_corrections.csv"
LAY, CAMP = f"{SOURCE}/data_layout.csv", f"{SOURCE}/camp-001.csv"

DAMAGE = {
    "no locations file": (whole(LOC, None), LOC, "no such file"),
    "locations are a picture": (whole(LOC, b"\x89PNG\xff\xfe\x00"), LOC, "not UTF-8"),
    "NUL bytes": (whole(LOC, b"Anbar\x00,North\n"), LOC, "NUL"),
    "a quotation mark that never ends": (edit(LOC, "Anbar", '"Anbar'), LOC, "quotation marks"),
    "no places": (whole(LOC, b"#name,region\n"), LOC, "no places"),
    "a row too short": (edit(LOC, "Elm,East,Nord,10.7,21.6,camp,,4000", "Elm,East"), LOC, "at least 6 fields"),
    "a place without a name": (edit(LOC, "\nCairn,", "\n,"), LOC, "no name"),
    "two places of one name": (edit(LOC, "\nCairn,", "\nAnbar,"), LOC, "2 times"),
    "a place without a country": (edit(LOC, "Cairn,South,Oria", "Cairn,South,"), LOC, "no country"),
    "a latitude in words": (edit(LOC, "9.5,20.2", "north,20.2"), LOC, "latitude is 'north'"),
    "a latitude that is no number": (edit(LOC, "9.5,20.2", "nan,20.2"), LOC, "latitude is 'nan'"),
    "a latitude past the pole": (edit(LOC, "9.5,20.2", "95,20.2"), LOC, "lies at 95"),
    "a longitude past the date line": (edit(LOC, "9.5,20.2", "9.5,220"), LOC, "lies at 9.5, 220"),
    "swapped coordinates": (edit(LOC, "9.5,20.2", "20.2,9.5"), LOC, "look swapped"),
    "a place on another continent": (edit(LOC, "9.5,20.2", "-60,-80"), LOC, "km from the others"),
    "an unknown kind of place": (edit(LOC, "forwarding_hub", "castle"), LOC, "'castle' is unknown"),
    "a conflict day in words": (edit(LOC, "conflict_zone,12", "conflict_zone,soon"), LOC, "conflict_date is 'soon'"),
    "a conflict day before the start": (edit(LOC, "conflict_zone,12", "conflict_zone,-3"), LOC, "negative"),
    "a population in words": (edit(LOC, "0,8000", "0,many"), LOC, "'many'"),
    "a negative population": (edit(LOC, "0,8000", "0,-8000"), LOC, "is -8000"),
    "half a person": (edit(LOC, "0,8000", "0,8000.5"), LOC, "not a whole number"),
    "a camp without capacity": (edit(LOC, "camp,,4000", "camp,,"), LOC, "has no capacity"),
    "no camp": (lambda f: (edit(LOC, "21.6,camp", "21.6,town")(f), edit(LOC, "21.0,camp", "21.0,town")(f)),
                LOC, "there is no camp"),
    "no conflict zone": (lambda f: [edit(LOC, "conflict_zone", "town")(f) for _ in range(2)], LOC, "no conflict zone"),
    "nobody lives in the zones": (lambda f: (edit(LOC, "0,8000", "0,0")(f), edit(LOC, "12,4000", "12,")(f)),
                                  LOC, "no conflict zone has a population"),
    "a camp in the wrong country": (edit(LOC, "10.7,21.6", "9.96,20.2"), LOC, "lies inside Oria"),
    "a camp outside its country": (edit(LOC, "Elm,East,Nord", "Elm,East,Cameroon"), LOC, "km outside it (Chad)"),
    "a camp at sea": (edit(LOC, "Elm,East,Nord,10.7,21.6", "Elm,East,Ghana,2.7,0.6"), LOC, "km outside it (at sea)"),
    "no routes file": (whole(WAY, None), WAY, "no such file"),
    "no routes": (whole(WAY, b"#name1,name2,distance\n"), WAY, "no routes"),
    "a route to an unknown place": (edit(WAY, "Dell,Elm", "Dell,Elms"), WAY, "'Elms'"),
    "a route to itself": (edit(WAY, "Dell,Elm", "Dell,Dell"), WAY, "to itself"),
    "a negative distance": (edit(WAY, "Elm,50", "Elm,-50"), WAY, "-50 km"),
    "a distance of nothing": (edit(WAY, "Elm,50", "Elm,0"), WAY, "0 km"),
    "a distance in words": (edit(WAY, "Elm,50", "Elm,far"), WAY, "'far'"),
    "an endless distance": (edit(WAY, "Elm,50", "Elm,inf"), WAY, "'inf'"),
    "a route without a distance": (edit(WAY, "Dell,Elm,50,0", "Dell,Elm"), WAY, "at least 3 fields"),
    "an unknown redirection": (edit(WAY, "Elm,50,0", "Elm,50,7"), WAY, "forced_redirection is 7"),
    "an unknown kind of closure": (edit(SHUT, "country", "planet"), SHUT, "'planet' is unknown"),
    "a closure of an unknown country": (edit(SHUT, "Oria,Nord", "Oria,Sud"), SHUT, "'Sud'"),
    "a closure of an unknown place": (edit(SHUT, "country,Oria,Nord", "location,Nowhere,"), SHUT, "'Nowhere'"),
    "a closure that ends before it starts": (edit(SHUT, "5,9", "9,5"), SHUT, "before it starts"),
    "a closure on a day in words": (edit(SHUT, "5,9", "May,9"), SHUT, "'May'"),
    "a closure before the start": (edit(SHUT, "5,9", "-5,9"), SHUT, "starts on day -5"),
    "a closure cut short": (edit(SHUT, ",5,9", ""), SHUT, "of at least 5 fields"),
    "no conflicts file": (whole(WAR, None), WAR, "no such file"),
    "conflicts without a header": (edit(WAR, "#Day,Anbar,Belt\n", ""), WAR, "header"),
    "a conflict in an unknown place": (edit(WAR, "Belt", "Belts"), WAR, "'Belts'"),
    "a conflict column twice": (edit(WAR, "Belt", "Anbar"), WAR, "two columns"),
    "a negative intensity": (edit(WAR, "\n3,1,0", "\n3,-1,0"), WAR, "negative"),
    "an intensity in words": (edit(WAR, "\n3,1,0", "\n3,high,0"), WAR, "'high'"),
    "a missing intensity": (edit(WAR, "\n3,1,0", "\n3,1"), WAR, "1 intensities for 2 places"),
    "a missing day": (edit(WAR, "\n3,1,0", ""), WAR, "where day 3 should"),
    "conflicts that end early": (edit(TIME, "40", "60"), WAR, "of 60 days"),
    "no start date": (edit(TIME, "StartDate,2020-03-01\n", ""), TIME, "startdate is missing"),
    "a start on the thirtieth of February": (edit(TIME, "2020-03-01", "2020-02-30"), TIME, "not a date"),
    "a period of no days": (edit(TIME, "Length,40", "Length,0"), TIME, "Length is 0"),
    "a period of centuries": (edit(TIME, "Length,40", "Length,99999"), TIME, "Length is 99999"),
    "a period without length": (edit(TIME, "Length,40\n", ""), TIME, "length is missing"),
    "an empty period": (whole(TIME, b""), TIME, "missing or empty"),
    "a correction of an unknown camp": (edit(REG, "Elm", "Oak"), REG, "'Oak'"),
    "a correction on no date": (edit(REG, "2020-03-21", "March"), REG, "not a date"),
    "a layout without its total": (edit(LAY, "total,refugees.csv\n", ""), LAY, "first row"),
    "a layout that names no table": (edit(LAY, "Elm,camp-001.csv", "Elm"), LAY, "names no table"),
    "a layout that names a lost table": (edit(LAY, "camp-001.csv", "camp-009.csv"), LAY, "camp-009.csv"),
    "a layout that leaves the folder": (edit(LAY, "camp-001.csv", "../input_csv/routes.csv"), LAY, "no file"),
    "a camp twice in the layout": (edit(LAY, "Ford,", "Elm,"), LAY, "twice"),
    "an empty table": (whole(CAMP, b""), CAMP, "no counts"),
    "a count in words": (edit(CAMP, ",900", ",many"), CAMP, "'many'"),
    "a negative count": (edit(CAMP, ",900", ",-900"), CAMP, "count is -900"),
    "a count on no date": (edit(CAMP, "2020-03-11", "11.3.2020"), CAMP, "not a date"),
}


def test_there_are_fifty_kinds_of_damage():
    assert len(DAMAGE) >= 50


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_told_with_its_file_and_a_way_out(kind, tmp_path):
    damage, file, reason = DAMAGE[kind]
    damage(written(tmp_path))
    with pytest.raises(InstanceTrouble) as told:
        read_instance(tmp_path)
    lines = [line for line in str(told.value).splitlines() if line.startswith(file)]
    assert any(re.search(re.escape(reason), line) and "; " in line for line in lines), str(told.value)


def test_every_fault_of_a_folder_is_told_at_once(tmp_path):
    written(tmp_path)
    for kind in ("a negative distance", "a negative intensity", "a count in words"):
        DAMAGE[kind][0](tmp_path)
    with pytest.raises(InstanceTrouble) as told:
        read_instance(tmp_path)
    assert len(told.value.findings) == 3


def test_a_folder_without_input_is_named(tmp_path):
    with pytest.raises(InstanceTrouble, match=re.escape(str(tmp_path))):
        read_instance(tmp_path)


def test_rows_out_of_order_are_sorted_and_remarked(tmp_path):
    written(tmp_path)
    path = tmp_path / CAMP
    rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([rows[1], rows[0], *rows[2:]]), "utf-8")
    instance = read_instance(tmp_path)
    assert np.all(np.diff(instance.counts["Elm"].days) > 0)
    assert "after a later date" in str(instance.remarks[0])


@pytest.mark.parametrize(("text", "reason"), [
    ("move_rules: [", "no YAML"), ("just words", "no sections"), ("move_rules: 3", "no section"),
    ("move_rules: {max_move_speed: fast}", "max_move_speed"), ("move_rules: {max_move_speed: -1}", "max_move_speed is"),
    ("move_rules: {default_movechance: 1.5}", "between 0 and 1"),
    ("move_rules: {awareness_level: 0}", "awareness_level"),
    ("move_rules: {awareness_level: 50}", "awareness_level is 50"), ("move_rules: {softening: -2}", "softening"),
    ("move_rules: {two_system_decision_making: true}", "not modelled"), ("optimisations: {hasten: 0}", "hasten"),
    ("spawn_rules: {conflict_spawn_decay: []}", "conflict_spawn_decay"),
    ("spawn_rules: {conflict_driven_spawning: {spawn_mode: sudden}}", "sudden"), ("flood_rules: {a: 1}", "flood_rules"),
])
def test_settings_that_cannot_be_used_are_told(text, reason, tmp_path):
    path = tmp_path / "simsetting.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InstanceTrouble, match=reason) as told:
        read_settings(path)
    assert str(told.value).startswith("simsetting.yml: ")
