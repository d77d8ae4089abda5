"""Tables that users bring."""

import zipfile

import msgspec
import pytest

from crossbearing.places import Gazetteer
from crossbearing.places.additions import add_table
from crossbearing.places.own import read_places

GEONAMES = (
    "1\tQanzaruleh\tQanzaruleh\tKanzarula,قنزرولة\t35.10\t36.20\tP\tPPL\tSY\t\t10\t\t\t\t900\t\t400"
    "\tAsia/Damascus\t2020-01-01"
)
OCHA = (
    "admin0Name_en,ADM1_EN,ADM1_PCODE,ADM3_EN,ADM3_AR,ADM3_PCODE,Latitude,Longitude\n"
    "Syrian Arab Republic,Idleb,SY07,Janudiyeh,الجانودية,SY070402,35.87,36.29\n"
)


def kept(file, folder):
    """The places that a table was kept as."""
    _, path = add_table(file, folder)
    return list(read_places(path))


def test_a_geonames_dump_gives_its_towns_with_their_other_names(tmp_path):
    file = tmp_path / "SY.txt"
    file.write_text(GEONAMES + "\n" + GEONAMES.replace("\tP\tPPL\t", "\tS\tBLDG\t") + "\n", encoding="utf-8")
    (place,) = kept(file, tmp_path)
    assert (place.name, place.kind, place.country, place.lat) == ("Qanzaruleh", "village", "SY", 35.10)
    assert (place.other_names, place.arabic) == (("Kanzarula",), ("قنزرولة",))


def test_a_table_of_ocha_gives_its_lowest_level_with_its_place_code(tmp_path):
    file = tmp_path / "syr_admin3.csv"
    file.write_text(OCHA, encoding="utf-8")
    (place,) = kept(file, tmp_path)
    assert (place.name, place.pcode, place.country) == ("Janudiyeh", "SY070402", "SY")
    assert place.arabic == ("الجانودية",)


def test_tables_of_all_forms_become_one_gazetteer_in_which_each_place_stands_once(gazetteer, tmp_path):
    jisr = gazetteer.place("gn:169023")
    dump = [
        GEONAMES, GEONAMES.replace("1\tQ", "2\tQ", 1).replace("35.10\t36.20", "36.90\t37.90"),
        GEONAMES.replace("1\tQ", "3\tQ", 1).replace("PPL\t", "PPLQ\t"),
        GEONAMES.replace("1\tQ", f"{jisr.geonameid}\tQ", 1).replace("Qanzaruleh", "Nahrqasaba")
        .replace("Kanzarula,قنزرولة", ""),
    ]
    alternates = [(jisr.geonameid, "en", "Orontesbridge"), (jisr.geonameid, "link", "https://x.example"),
                  (999999999, "en", "Nowhereatall")]
    files = {
        "SY.txt": "\n".join(dump),
        "alternateNamesV2.txt": "\n".join(f"{n}\t{i}\t{c}\t{w}" + 6 * "\t" for n, (i, c, w) in enumerate(alternates)),
        "syr_admbnda_adm2.csv":
            "admin0Name_en,admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode\n"
            "Syrian Arab Republic,Idleb,SY07,Jisr-Ash-Shugur,SY0704\n"
            "Syrian Arab Republic,Idleb,SY07,Noplace,SY0799\n",
        "syr_pplp.csv":
            "PCODE,NAME_EN,NAME_AR,ADM1_EN,ADM1_PCODE,LATITUDE_Y,LONGITUDE_X\n"
            f"C4221,Jisr-Ash-Shugur,جسر الشغور,Idleb,SY07,{jisr.lat},{jisr.lon}\n"
            "C9999,Zurzuriyet,,Idleb,SY07,35.85,36.2\n",
        "mine.csv": "name,lat,lon,country,kind\nTwin Well,35.1,37.0,SY,village\nTwin Well,35.9,38.0,SY,village\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        add_table(tmp_path / name, tmp_path)
    with Gazetteer.open(tmp_path) as built:
        def found(name):
            return [c.place for c in built.lookup(name)]

        again = built.place(jisr.place_id)
        assert again == msgspec.structs.replace(jisr, pcode="C4221")  # nothing but the p-code is new
        for name in ("Nahrqasaba", "Orontesbridge", "Jisr-Ash-Shugur"):
            assert jisr.place_id in {place.place_id for place in found(name)}
        assert [p.pcode for p in found("Jisr al-Shughur District")] == ["SY0704"]
        assert [(p.place_id, p.lat) for p in found("Qanzaruleh")] == [("gn:1", 35.1), ("gn:2", 36.9)]
        assert [p.lat for p in found("Twin Well")] == [35.1, 35.9]
        [village] = found("Zurzuriyet")
        assert (village.pcode, village.country, village.province) == ("C9999", "SY", "Idlib")
        assert found("Noplace") == found("Nowhereatall") == []


def test_an_excel_workbook_is_refused_with_the_way_out(tmp_path):
    with zipfile.ZipFile(tmp_path / "adm.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ValueError, match=r"adm\.xlsx: .*Excel.* save its sheet as CSV"):
        add_table(tmp_path / "adm.xlsx", tmp_path)


def test_plain_csv_is_taken_as_it_is(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,other_names,lat,lon,country,kind\nA Camp,The Camp,35,36,sy,camp\n")
    (place,) = kept(file, tmp_path)
    assert (place.name, place.other_names, place.kind, place.country) == ("A Camp", ("The Camp",), "camp", "SY")


@pytest.mark.parametrize(("content", "reason"), [
    (b"", "is empty"),
    (b"\xff\xfe\x00\x01binary", "no UTF-8"),
    (b"animal,colour\ncat,black\n", "name, lat, lon and country"),
    (b"name,lat,lon,country\nX,95,36,SY\n", "line 2: no point on earth"),
    (b"name,lat,lon,country\nX,35,36,ZZ\n", "no country 'ZZ'"),
    (b"name,lat,lon,country,kind\nX,35,36,SY,castle\n", "no kind of place 'castle'"),
    (b"name,lat,lon,country\nX,north,36,SY\n", "north"),
])
def test_a_table_that_is_none_is_refused_with_its_name_and_the_reason(tmp_path, content, reason):
    file = tmp_path / "broken.csv"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"broken\.csv") as refused:
        add_table(file, tmp_path)
    assert reason in str(refused.value)
    assert not list(tmp_path.glob("additions/*"))


def test_a_bad_table_leaves_the_good_one_of_the_same_name_in_place(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("name,lat,lon,country\nA Camp,35,36,SY\n")
    good = kept(file, tmp_path)
    file.write_text("name,lat,lon,country\nA Camp,95,36,SY\n")
    with pytest.raises(ValueError, match="no point on earth"):
        add_table(file, tmp_path)
    assert list(read_places(tmp_path / "additions" / "mine.csv")) == good
