"""`fonds fetch` on the command line: what comes of it, and what is told."""

import json

from archive import Archive
from tests.indexer.fetching.server import PAGE, of_type, serving


def test_pages_are_brought_kept_and_found(fonds, tmp_path):
    where = tmp_path / "a"
    with serving({"/vote": PAGE}) as server:
        url = f"{server.url}/vote"
        ran = fonds("fetch", url, "--allow-private", "--delay", "0", "--archive", str(where))
    assert ran.status == 0
    assert "Brought 1 page" in ran.out
    with Archive.open(where) as archive:
        ((_, document),) = archive.scan()
        assert document.url == url
        assert len(list((where / "captures").iterdir())) == 1


def test_what_is_not_brought_is_told_and_the_rest_taken(fonds, tmp_path):
    with serving({"/vote": PAGE, "/image": of_type("image/png")}) as server:
        urls = [f"{server.url}/image", f"{server.url}/vote"]
        options = ["--allow-private", "--delay", "0", "--json", "--archive", str(tmp_path / "a")]
        ran = fonds("fetch", *urls, *options)
    assert ran.status == 3
    report = json.loads(ran.out)
    assert report["brought"] == 1
    assert report["not_brought"] == [{"url": urls[0], "reason": "It is image/png, no page."}]
    assert report["ingest"]["new"] == 1


def test_our_own_machine_is_not_asked_unless_told(fonds, tmp_path):
    with serving({"/vote": PAGE}) as server:
        ran = fonds("fetch", f"{server.url}/vote", "--archive", str(tmp_path / "a"))
        assert server.asked == []
    assert ran.status == 1
    assert "--allow-private" in ran.err


def test_addresses_stand_with_their_pages_and_in_no_record_of_runs(fonds, tmp_path):
    with serving({"/vote": PAGE}) as server:
        url = f"{server.url}/vote?session=s3cret"
        options = ["--allow-private", "--delay", "0", "--archive", str(tmp_path / "a")]
        fonds("fetch", url, *options)
    with Archive.open(tmp_path / "a") as archive:
        (run,) = archive.runs()
    assert "s3cret" not in f"{run.command} {run.inputs}"


def test_a_fetch_of_nothing_says_what_to_type(fonds):
    ran = fonds("fetch")
    assert ran.status == 2
    assert "--sitemap" in ran.err


def test_a_contact_that_would_break_out_of_its_header_is_refused(fonds, tmp_path):
    for contact in ("a\r\nX: y", "é"):
        ran = fonds("fetch", "https://a.example/", "--contact", contact)
        assert ran.status == 2
