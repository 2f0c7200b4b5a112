"""`fonds backup` and `fonds restore`."""

import json


def test_an_archive_goes_into_a_file_and_comes_back(fonds, archive, tmp_path):
    file, again = tmp_path / "b.tar.zst", tmp_path / "again"
    ran = fonds("backup", file)
    assert ran.status == 0
    assert "Backed up 2 captures of 2 documents" in ran.out
    ran = fonds("--archive", again, "restore", file, "--json")
    assert json.loads(ran.out)["backup"]["documents"] == 2
    assert "2 pages" in fonds("--archive", again, "search", "police").out
    assert fonds("--archive", again, "verify").status == 0


def test_what_is_no_backup_is_told_and_makes_no_archive(fonds, pages, tmp_path):
    ran = fonds("--archive", tmp_path / "new", "restore", pages / "clinics.txt")
    assert ran.status == 1
    assert "no whole backup of Fonds" in ran.err
    assert not (tmp_path / "new").exists()


def test_no_backup_is_made_where_there_is_no_archive(fonds, tmp_path):
    ran = fonds("--archive", tmp_path / "none", "backup", tmp_path / "b")
    assert ran.status == 1
    assert "There is no archive" in ran.err
    assert not (tmp_path / "b").exists()
