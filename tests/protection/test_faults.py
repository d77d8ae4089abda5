"""What a check finds is told without the names of those who are protected, however damaged the archive is."""

from evaluation.archive.tampering import behind_its_back
from tests.protection.made import NAME, SPELLINGS, crossbearing, make


def test_faults_of_an_archive_that_does_not_know_any_more_whom_it_protects_tell_no_id_that_may_be_a_name(tmp_path):
    folder = make(tmp_path)
    assert crossbearing("protect", "--archive", folder, NAME, "--why", "asked").exit_code == 0
    with behind_its_back(folder) as database:
        database.execute("DELETE FROM read")
        database.execute("DELETE FROM claims")
    told = crossbearing("verify", "--archive", folder)
    assert "reading of report b" in told.stdout
    assert [spelling for spelling in SPELLINGS if spelling in told.output.lower()] == []
    with behind_its_back(folder) as database:
        database.execute("UPDATE judgements SET body = '?'")
    told = crossbearing("verify", "--archive", folder)
    assert "reading of report …" in told.stdout
    assert [spelling for spelling in SPELLINGS if spelling in told.output.lower()] == []
