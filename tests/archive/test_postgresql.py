"""A team's archive in a database: many writers at once, the same answers as in a folder, and clear words of trouble."""

import io
import shlex
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import psycopg
import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive, ArchiveTrouble, Outdated, Query, verify
from crossbearing.archive.beside import InFile
from crossbearing.archive.ledger import utc_now
from crossbearing.archive.lexemes import pieces
from crossbearing.archive.migrate import NEWEST
from crossbearing.archive.neighbours import Neighbours
from crossbearing.archive.opening import opened, where_of
from crossbearing.archive.sqlite import NEIGHBOURS
from crossbearing.cli import main
from crossbearing.pipeline.weighing import weigh_new
from crossbearing.publishing import formats
from crossbearing.weighing.harmed import people_harmed
from evaluation.large.weighing import READER, Silent
from evaluation.large.weighing import fill as fill_with_news
from evaluation.large.world import day_of
from tests.archive.made import FIRST, Counter, fill, received
from tests.archive.test_neighbours import NOTE

pytestmark = pytest.mark.postgresql

WRITERS = 8
EACH = 200


@pytest.fixture
def url(server):
    return server.database()


def name_of(url):
    return url.rsplit("/", 1)[1].split("?")[0]


def test_the_way_out_for_an_older_archive_leads_out(url, tmp_path, monkeypatch):
    where = f"{url}&originals={tmp_path / 'my packs'}&password=secret"
    with monkeypatch.context() as earlier:
        earlier.setattr("crossbearing.archive.migrate.NEWEST", NEWEST - 1)
        opened(where, read_only=False, make=True)[0].close()
    with pytest.raises(ArchiveTrouble, match="older software wrote it") as refused:
        Archive.open(where, read_only=True)
    assert "secret" not in str(refused.value)
    _, told, _ = refused.value.way_out.split("`")
    done = CliRunner().invoke(main, shlex.split(told)[1:])
    assert done.exit_code == 0, done.output
    Archive.open(where, read_only=True).close()


def test_many_writers_at_once_lose_nothing_and_never_block_each_other(url):
    begin = Barrier(WRITERS, timeout=60)

    def write(writer):
        own = [received(f"{n} killed in street {writer}", f"w{writer}r{n:03}") for n in range(EACH)]
        shared = [received(f"{n} killed, all say", f"shared{n:02}") for n in range(40)]
        with Archive.open(url, actor=f"writer {writer}") as archive:
            begin.wait()
            for at in range(0, EACH, 25):
                batch = [*own[at:at + 25], *shared[at // 5:at // 5 + 5]]
                archive.take_in(batch)
                archive.record_readings([Counter().read(got.report) for got in batch], FIRST)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with Archive.open(url, read_only=True) as archive:
        assert archive.counts().reports == WRITERS * EACH + 40 == archive.counts().readings
        assert {entry.actor for entry in archive.ledger.entries()} >= {f"writer {n}" for n in range(WRITERS)}
        assert list(verify(archive)) == []


def test_a_folder_and_a_database_give_equal_exports_and_find_the_same(url, tmp_path):
    told = []
    for where in (tmp_path / "cases", url):
        with Archive.open(where) as archive:
            fill(archive, 12)
            exports = []
            for query in (None, Query(words="killed -3"), Query(outlet="paper 1"), Query(words="مساء")):
                for form in formats().values():
                    stream = io.StringIO()
                    picture = archive.picture(query)
                    form.write(people_harmed(picture) if form.people else picture, stream)
                    exports.append(stream.getvalue())
            parts = ("reports", "readings", "judgements", "events")
            told.append((exports, [list(archive.stored(part)) for part in parts], archive.find(Query())))
    assert told[0] == told[1]


def test_the_command_line_takes_a_url_where_it_takes_a_folder(url, tmp_path):
    outputs = []
    for where in (str(tmp_path / "cases"), url):
        with Archive.open(where_of(where)) as archive:
            fill(archive)
        told = [
            CliRunner().invoke(main, [*verb.split(), "--archive", where])
            for verb in ("search --words killed", "export --format claims-csv --output -", "show")
        ]
        assert [ran.exit_code for ran in told] == [0, 0, 0]
        outputs.append([ran.stdout for ran in told])
        checked = CliRunner().invoke(main, ["verify", "--archive", where])
        assert checked.stdout.startswith("sound: 6 reports, 6 readings, 6 claims, 6 events, 8 ledger entries")
    assert outputs[0] == outputs[1]


def test_originals_may_lie_in_a_folder_and_are_looked_for_where_they_are(url, tmp_path):
    with_folder = f"{url}&originals={tmp_path / 'packs'}"
    with Archive.open(with_folder) as archive:
        fill(archive)
        assert archive.database.rows("SELECT count(*) FROM originals") == [(0,)]
    assert len(list((tmp_path / "packs").rglob("*.tar.gz"))) == 2
    with Archive.open(with_folder, read_only=True) as archive:
        assert list(verify(archive)) == []
        assert archive.reports.original("r1").startswith(b"{")
    with pytest.raises(ArchiveTrouble, match="lie in a folder; name that in the URL"):
        Archive.open(url)


def test_originals_in_the_database_are_not_looked_for_in_a_folder(url, tmp_path):
    Archive.open(url).close()
    with pytest.raises(ArchiveTrouble, match="kept in the database; leave `originals=` out"):
        Archive.open(f"{url}&originals={tmp_path}")


def test_a_folder_with_the_name_of_the_database_is_left_alone(server, url, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PGHOST", str(server.folder))
    name = name_of(url)
    with Archive.open(tmp_path / name) as of_folder, closing(of_folder.neighbours()) as neighbours:
        neighbours.begin()
        neighbours.end({"reader": "of the folder"})
    with Archive.open(url.partition("?")[0]) as archive:
        assert archive.database.name == name
        with closing(archive.neighbours()) as neighbours:
            assert neighbours.weighed_from() is None
        archive.forget_neighbours()
    with closing(Neighbours(InFile(tmp_path / name / NEIGHBOURS))) as neighbours:
        assert neighbours.weighed_from() == {"reader": "of the folder"}


def weighed_piecemeal(where):
    with Archive.open(where) as archive:
        for day in range(3):
            fill_with_news(archive, day_of(1, day))
            assert weigh_new(archive, READER, Silent(), 1)
            with closing(archive.neighbours()) as neighbours:
                assert neighbours.weighed_from() == archive.events.weighed_from()
        return list(archive.stored("events"))


@pytest.mark.slow
def test_what_weighing_remembers_stands_in_the_database_and_leads_to_what_weighing_all_anew_gives(url, tmp_path):
    told = weighed_piecemeal(url)
    assert told == weighed_piecemeal(tmp_path / "cases")
    with Archive.open(url) as archive:
        before = {number for (number,) in archive.database.rows("SELECT number FROM events")}
        fill_with_news(archive, day_of(1, 9))
        weigh_new(archive, READER, Silent(), 1)
        after = {number for (number,) in archive.database.rows("SELECT number FROM events")}
        assert len(before & after) > len(before) / 2, "most events keep their rows"
        assert min(after - before) > max(before), "and none is written anew from the first"
        assert list(verify(archive)) == []


def test_who_weighs_begins_again_where_what_it_remembers_was_taken_away(url):
    with Archive.open(url) as one, Archive.open(url) as other, closing(one.neighbours()) as neighbours:
        neighbours.begin()
        neighbours.put_notes([NOTE])
        other.forget_neighbours()
        with pytest.raises(Outdated):
            neighbours.put_notes([NOTE])
        with pytest.raises(Outdated):
            neighbours.end({})
    with Archive.open(url) as archive, closing(archive.neighbours()) as neighbours:
        assert neighbours.notes([NOTE.report]) == {}


def test_two_who_weigh_one_archive_at_once_do_not_share_what_they_remember(url):
    with Archive.open(url) as one, Archive.open(url) as other, closing(one.neighbours()) as first:
        first.begin()
        first.put_notes([NOTE])
        first.end({"reader": "x"})
        with closing(other.neighbours()) as second:
            assert second.weighed_from() is None
            assert second.notes([NOTE.report]) == {}
        assert first.weighed_from() == {"reader": "x"}


def test_two_archives_may_stand_in_two_schemas_of_one_database(server, url):
    name = name_of(url)
    for schema in ("north", "south"):
        server.run(f"CREATE SCHEMA {schema}", name)
        with Archive.open(f"{url}&options=-csearch_path%3D{schema}") as archive:
            archive.take_in([received(f"5 killed in the {schema}", schema)])
            assert [report.id for report in archive.reports.all()] == [schema]
            assert list(verify(archive)) == []


def test_two_archives_in_schemas_whose_names_begin_alike_share_nothing_that_weighing_remembers(server, url):
    for side in ("north", "south"):
        schema = f"{'a' * 45}_{side}"
        server.run(f"CREATE SCHEMA {schema}", name_of(url))
        with Archive.open(f"{url}&options=-csearch_path%3D{schema}") as archive:
            with closing(archive.neighbours()) as neighbours:
                assert neighbours.weighed_from() is None
                neighbours.begin()
                neighbours.end({"reader": side})
            with closing(archive.neighbours()) as neighbours:
                assert neighbours.weighed_from() == {"reader": side}


def test_a_server_that_goes_away_while_weighing_is_told_in_words_of_the_archive(url):
    with Archive.open(url) as archive, closing(archive.neighbours()) as neighbours:
        neighbours.begin()
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        archive.database.rows(f"SELECT pg_terminate_backend(pid, 5000) {others}")
        with pytest.raises(ArchiveTrouble, match="its server cannot be reached"):
            neighbours.put_notes([NOTE])
        with pytest.raises(ArchiveTrouble, match="its server cannot be reached"):
            neighbours.end({})


def test_who_may_only_look_can_verify_and_is_told_that_writing_is_not_allowed(server, url):
    with Archive.open(url) as archive:
        fill(archive)
    name = name_of(url)
    server.run("CREATE ROLE looker LOGIN", name)
    server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker", name)
    looking = server.url(name, "looker")
    with Archive.open(looking, read_only=True) as archive:
        assert list(verify(archive)) == []
        assert archive.counts().events == 6
    with pytest.raises(ArchiveTrouble, match="it cannot be written"):
        Archive.open(looking)


def test_who_may_make_no_schema_remembers_in_memory(server, url):
    with Archive.open(url) as archive:
        fill(archive)
    name = name_of(url)
    server.run("CREATE ROLE clerk LOGIN", name)
    server.run("GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk", name)
    with Archive.open(server.url(name, "clerk")) as archive, closing(archive.neighbours()) as neighbours:
        assert neighbours.weighed_from() is None
        neighbours.begin()
        neighbours.put_notes([NOTE])
        assert neighbours.notes([NOTE.report]) == {NOTE.report: NOTE}


def test_a_database_of_another_program_is_left_alone(server, url):
    name = name_of(url)
    server.run("CREATE TABLE recipes (name TEXT)", name)
    with pytest.raises(ArchiveTrouble, match="another program"):
        Archive.open(url)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [
            ("recipes",),
        ]


def test_a_database_that_cannot_hold_every_letter_is_refused(server):
    server.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(ArchiveTrouble, match="its encoding is LATIN1; make another"):
        Archive.open(server.url("latin"))


def test_what_cannot_be_reached_is_named_without_its_password(server):
    with pytest.raises(ArchiveTrouble, match=r"its server cannot be reached.*does not exist") as trouble:
        Archive.open(server.url("nowhere", "ada:secret"))
    assert "nowhere" in str(trouble.value)
    assert "secret" not in str(trouble.value)
    with pytest.raises(ArchiveTrouble, match="its server cannot be reached"):
        Archive.open("postgresql://localhost:1/cases")
    with pytest.raises(ArchiveTrouble, match="its URL cannot be understood"):
        Archive.open("postgresql://localhost/cases?nonsense=1")


def test_a_connection_that_breaks_loses_nothing_that_was_acknowledged(server, url):
    def cut():
        [(process,)] = archive.database.rows("SELECT pg_backend_pid()")
        server.run(f"SELECT pg_terminate_backend({process}, 5000)")
        return utc_now()

    with Archive.open(url) as archive:
        fill(archive)
        head = archive.ledger.head()
    with Archive.open(url, clock=cut) as archive, pytest.raises(ArchiveTrouble, match="cannot be reached"):
        archive.take_in([received("9 killed", "r9")])
    with Archive.open(url) as archive:
        assert archive.ledger.head() == head
        assert [fault for fault in verify(archive) if not fault.remark] == []


def test_a_table_that_is_gone_is_named_and_the_rest_is_still_checked(server, url):
    with Archive.open(url) as archive:
        fill(archive)
    name = name_of(url)
    server.run("DROP TABLE told", name)
    server.run("ALTER TABLE events ALTER COLUMN kind DROP NOT NULL", name)
    with Archive.open(url, read_only=True) as archive:
        told = [str(fault) for fault in verify(archive)]
    assert "database: its table told is gone" in told
    assert "database: its table events is not as it was made" in told
    assert any("told" in line and "does not exist" in line for line in told)


@pytest.mark.parametrize("words", ["", "one", "a " * 3000, "ab " * 100 + "x" * 5000, "echo " * 260 + "end"])
def test_pieces_hold_every_word(words):
    found = [word for piece in pieces(words) for word in piece.split(" ")]
    assert {word.split(":")[0].strip("'") for word in found} == {word[:100] for word in words.split()}
    places = [len(word.split(":")[1].split(",")) for word in found]
    assert sum(places) >= len(words.split())
    assert max(places, default=0) <= 255
