"""An authority that has no part in an archive shows how old its ledger is, and that it was not written anew since."""

import json
import subprocess
import sys
import threading
from socketserver import StreamRequestHandler, TCPServer

import pytest
from click.testing import CliRunner
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from crossbearing.archive import Archive, verify
from crossbearing.archive.bundle import write_bundle
from crossbearing.archive.tokens import NoAnswerError, ask, check
from crossbearing.cli import main
from tests.archive.authority import Authority
from tests.archive.made import fill, received


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    running = Authority(tmp_path_factory.mktemp("authority"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    running = Authority(tmp_path_factory.mktemp("stranger"), "Somebody Else")
    yield running
    running.stop()


def stamp(where, authority, certificates=None):
    trusted = ["--tsa-certificates", str(certificates)] if certificates else []
    return CliRunner().invoke(main, ["timestamp", "--archive", str(where), "--tsa", authority.url, *trusted])


def told(where, authority=None):
    trusted = authority.root.read_bytes() if authority else None
    with Archive.open(where, read_only=True) as archive:
        return [str(fault) for fault in verify(archive, trusted=trusted)]


@pytest.fixture
def stamped(where, authority):
    with Archive.open(where) as archive:
        fill(archive, 3)
    done = stamp(where, authority, authority.root)
    assert done.exit_code == 0, done.output
    return where


def test_a_stamped_ledger_is_sound_and_its_signature_checked_where_the_authority_is_trusted(stamped, authority):
    assert told(stamped, authority) == []
    assert [line.split(":")[0] for line in told(stamped)] == ["timestamps"]


def test_nothing_new_is_not_stamped_again(stamped, authority):
    again = stamp(stamped, authority)
    assert (again.exit_code, again.stdout) == (0, "nothing was done since the last timestamp\n")
    with Archive.open(stamped) as archive:
        assert len(list(archive.timestamps.all())) == 1


def test_a_signature_of_somebody_else_is_a_fault(stamped, stranger):
    [line] = told(stamped, stranger)
    assert line.startswith("timestamp 1 of ledger entry 7: no trusted authority signed it")


def test_without_a_network_the_head_waits_and_is_stamped_later(where, authority, tmp_path):
    gone = Authority(tmp_path)
    gone.stop()
    with Archive.open(where) as archive:
        fill(archive, 3)
    missed = stamp(where, gone)
    assert missed.exit_code == 1
    assert "cannot be reached" in missed.stderr
    assert "timestamps that are waited for: 1" in missed.stderr
    assert "ledger entry 7: it waits for its timestamp" in told(where)
    with Archive.open(where) as archive:
        archive.take_in([received("9 killed", "r9")])
    done = stamp(where, authority)
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["7", "8"]
    assert told(where, authority) == []


@pytest.mark.parametrize("column", ["stamped", "body", "entry"])
def test_a_changed_timestamp_is_named(backend, stamped, authority, column):
    with backend.behind_its_back(stamped) as run:
        [(value,)] = run(f"SELECT {column} FROM timestamps")
        other = value - 1 if isinstance(value, int) else value[:-9] + bytes([value[-9] ^ 1]) + value[-8:]
        run(f"UPDATE timestamps SET {column} = ?", (other,))
    assert any(line.startswith("timestamp 1 of ledger entry") for line in told(stamped, authority))


def test_a_timestamp_that_is_gone_is_missed(backend, stamped):
    with backend.behind_its_back(stamped) as run:
        run("DELETE FROM timestamps")
    assert "timestamp 1 of ledger entry 7: it is gone" in told(stamped)


def test_a_token_on_other_words_is_a_fault_even_where_the_ledger_tells_of_it(where, authority):
    with Archive.open(where) as archive:
        fill(archive, 3)
        archive.timestamps.record(2, ask(authority.url, b"other words"), authority.url)
    assert "timestamp 1 of ledger entry 2: it stamps something else" in told(where, authority)


def test_what_is_no_token_is_refused_and_nothing_recorded(where, authority, monkeypatch):
    with Archive.open(where) as archive:
        fill(archive, 3)
    refusal, of_another = authority.answer(b"no request"), authority.answer(request(b"something else"))
    for answer in (b"", b"<html>welcome</html>", refusal, of_another):
        monkeypatch.setattr(authority, "answer", lambda _, answer=answer: answer)
        missed = stamp(where, authority)
        assert missed.exit_code == 1, missed.output
        assert "gave no token" in missed.stderr or "answered another request" in missed.stderr
    with Archive.open(where) as archive:
        assert list(archive.timestamps.all()) == []


def request(message):
    return TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()


@pytest.mark.parametrize("answer", [
    b"SSH-2.0-Server\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n12345",
])
def test_what_is_no_web_server_or_breaks_off_is_told_of_in_one_line(where, answer):
    class Saying(StreamRequestHandler):
        def handle(self):
            while self.rfile.readline().strip():
                pass
            self.wfile.write(answer)

    Archive.open(where).close()
    with TCPServer(("127.0.0.1", 0), Saying) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}/tsr"
        missed = CliRunner().invoke(main, ["timestamp", "--archive", str(where), "--tsa", url])
        server.shutdown()
    assert missed.exit_code == 1
    assert [line for line in missed.stderr.splitlines() if f"{url} cannot be asked" in line]


def test_only_an_address_of_the_web_is_asked(tmp_path):
    (tmp_path / "secret").write_text("mine")
    with pytest.raises(NoAnswerError, match="no address of an authority"):
        ask(f"file://{tmp_path}/secret", b"message")


def test_a_bundle_holds_the_tokens_and_openssl_alone_can_check_them(stamped, authority, tmp_path):
    with Archive.open(stamped, read_only=True) as archive:
        write_bundle(archive, tmp_path / "evidence")
    bag = tmp_path / "evidence"
    checked = subprocess.run([sys.executable, str(bag / "verify.py")], check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")
    lines = (bag / "data" / "ledger.jsonl").read_bytes().splitlines()
    act = json.loads(lines[-1])
    assert act["act"] == "timestamp"
    token = bag / "data" / "timestamps" / act["outputs"]["timestamps"][0]["sha256"]
    line = tmp_path / "line"
    for words, found in ((lines[act["inputs"]["entry"] - 1], 0), (lines[0], 1)):
        line.write_bytes(words)
        done = subprocess.run(
            ["openssl", "ts", "-verify", "-data", str(line), "-in", str(token), "-CAfile", str(authority.root)],
            check=False, capture_output=True, text=True,
        )
        assert done.returncode == found, done.stderr
    check(token.read_bytes(), lines[act["inputs"]["entry"] - 1], authority.root.read_bytes())
    token.write_bytes(token.read_bytes()[:-1] + b"x")
    assert subprocess.run([sys.executable, str(bag / "verify.py")], check=False, capture_output=True).returncode == 1


def test_a_bundle_is_an_anchor_that_finds_what_was_added_cut_off_or_written_anew(backend, where, tmp_path):
    with Archive.open(where) as archive:
        fill(archive, 3)
        write_bundle(archive, tmp_path / "evidence")

    def checked(place):
        return CliRunner().invoke(main, ["verify", "--archive", str(place), "--bundle", str(tmp_path / "evidence")])

    assert checked(where).exit_code == 0
    added = backend.copy(where)
    with Archive.open(added) as archive:
        archive.take_in([received("9 killed", "r9")])
    assert checked(added).exit_code == 0
    assert "remark: ledger entries 8 to 8: 1 were added after entry 7, the last that was noted" in checked(added).stdout
    cut = backend.copy(where)
    with backend.behind_its_back(cut) as run:
        run("DELETE FROM ledger WHERE seq = 7")
    assert "FAULT: ledger entry 7: it was noted and is gone: the ledger was cut short" in checked(cut).stdout
    anew = backend.new()
    with Archive.open(anew) as archive:
        fill(archive, 3)
    assert "FAULT: ledger entry 1: it is not the one that was noted" in checked(anew).stdout
    assert checked(anew).exit_code == 1


def test_a_file_without_certificates_is_refused(where, authority, tmp_path):
    Archive.open(where).close()
    (tmp_path / "no.pem").write_text("nothing")
    refused = stamp(where, authority, tmp_path / "no.pem")
    assert refused.exit_code == 2
    assert "no certificate is in it" in refused.stderr
