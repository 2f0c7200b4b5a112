"""`fonds show --captures`: when a page was captured, and how long it stayed the same."""

from datetime import UTC, datetime

from archive import Archive
from archive.capture import Capture
from indexer.ingest import ingest

BODY = b"The ferry company says that the harbour of Alder will stay open in the winter."


def test_bytes_that_are_met_again_are_told_with_the_last_time(fonds, tmp_path):
    url = "https://alder.example/1"
    with Archive.create(tmp_path / "a") as archive:
        for year in (2019, 2021):
            when = datetime(year, 1, 1, tzinfo=UTC)
            ingest(archive, [Capture(BODY, "text/plain", url, when, f"{year}.txt")])
        (id,) = archive.find_ids("")
    ran = fonds("--archive", tmp_path / "a", "show", id, "--captures")
    assert "2019-01-01T00:00:00+00:00, the same bytes until 2021-01-01T00:00:00+00:00" in ran.out
