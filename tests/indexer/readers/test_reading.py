"""Files become captures, refusals, or are passed over; nothing is silent, nothing blocks."""

import os
import socket
import tempfile
from pathlib import Path

import pytest

from archive.capture import Capture
from archive.document import PassedOver, Refused
from archive.supplied import SaidBy, supplied_by
from indexer.readers import read

PAGE = b"<!doctype html><title>A vote</title><p>Council voted.</p>"


def write(path: Path, body: bytes = b"A page of text.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


def read_one(path: Path):
    (found,) = read([path])
    return found


def names(items) -> list[str]:
    return [Path(item.origin).name for item in items]


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PAGE, "text/html"),
        (b"\n\n <!-- saved --> <HTML><body>x</body></HTML>", "text/html"),
        (b"<div><p>One</p><p>Two</p></div>", "text/html"),
        ("<html><p>Städte</p></html>".encode("utf-16"), "text/html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html/>ab", "text/html"),
        (b"<!-- x -->\n" * 30_000 + b"<p>Council voted.", "text/html"),
        (b"Plain words, and 3 < 4.", "text/plain"),
        (b"Plain words with a stray \x07 and \x00 in them.", "text/plain"),
        (b"He wrote <b>no</b> and <i>never</i>. " + b"Then prose went on. " * 200, "text/plain"),
        (b"<Toronto> the chat began", "text/plain"),
        (b"<div>" * 20_000 + b"deep text here", "text/html"),
        (b"<p class='x'>One<p>Two<P>Three", "text/html"),
        (b"<one> <two> <three> the chat began", "text/plain"),
    ],
)
def test_the_kind_is_told_by_the_content_not_by_the_name(tmp_path, body, media_type):
    assert read_one(write(tmp_path / "page.dat", body)).media_type == media_type


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"PK\x03\x04" + b"x" * 50, "directory is missing"),
        (b"7z\xbc\xaf\x27\x1c" + b"x" * 50, "7z"),
        (b"\x04\x22\x4d\x18" + b"x" * 50, "LZ4"),
        (bytes(range(256)) * 20, "binary"),
        (b"", "no bytes"),
        (b" \n\t\r\n", "only white space"),
        (bytes(5000), "only zero bytes"),
        ("\u00a0 \n".encode("latin-1"), "only white space"),
    ],
)
def test_what_is_no_page_is_refused_with_reason_and_mend(tmp_path, body, says):
    path = write(tmp_path / "page.html", body)
    found = read_one(path)
    assert isinstance(found, Refused)
    assert found.origin == str(path)
    assert says in found.reason
    assert found.mend


def test_thirty_megabytes_of_zeros_are_refused_by_their_size_alone(tmp_path):
    path = tmp_path / "zeros.txt"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    assert "30 MB" in read_one(path).reason


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe" in read_one(tmp_path / "pipe.txt").reason


def test_a_socket_and_a_device_are_refused(tmp_path):
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{short}/s")
        assert "a socket" in read_one(Path(short, "s")).reason
    assert "a device" in read_one(Path("/dev/zero")).reason


def test_a_dangling_link_is_refused(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "link to a file that is not there" in read_one(tmp_path / "link.txt").reason


def test_a_file_that_we_may_not_read_is_refused(tmp_path):
    path = write(tmp_path / "secret.txt")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "not allowed" in read_one(path).reason


def test_a_folder_is_read_whole_and_in_order(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "Z.txt"):
        write(tmp_path / name)
    assert names(read([tmp_path])) == ["Z.txt", "c.txt", "z.txt", "b.txt"]


def test_links_out_of_a_folder_are_passed_over_and_links_within_it_followed(tmp_path):
    outside = write(tmp_path / "outside" / "secret.txt").parent
    folder = write(tmp_path / "folder" / "sub" / "page.txt").parents[1]
    (folder / "a.txt").symlink_to(outside / "secret.txt")
    (folder / "b").symlink_to(outside)
    (folder / "c.txt").symlink_to(folder / "sub" / "page.txt")
    (tmp_path / "folder-beside").mkdir()
    (folder / "d").symlink_to(tmp_path / "folder-beside")
    (tmp_path / "given").symlink_to(folder)
    for given in (folder, tmp_path / "given"):
        found = list(read([given]))
        over = [item for item in found if isinstance(item, PassedOver)]
        assert names(over) == ["a.txt", "b", "d"]
        assert all("name its target" in item.reason for item in over)
        assert names(item for item in found if isinstance(item, Capture)) == ["c.txt", "page.txt"]
    assert isinstance(read_one(folder / "a.txt"), Capture)


def test_links_that_lead_in_circles_end(tmp_path):
    write(tmp_path / "a" / "page.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    found = list(read([tmp_path]))
    assert [type(item) for item in found] == [Capture, PassedOver]
    assert "read already" in found[1].reason


def test_folders_may_nest_deeper_than_calls_can(tmp_path):
    levels = [tmp_path / "/".join("d" * depth) for depth in range(1, 1100)]
    for level in levels:
        level.mkdir()
    page = write(levels[-1] / "page.txt")
    found = names(read([tmp_path]))
    page.unlink()  # pytest's own cleaning would go too deep
    for level in reversed(levels):
        level.rmdir()
    assert found == ["page.txt"]


PASSED_OVER = """
README.md readme LICENSE CHANGELOG.txt .hidden.html expected.json a.csv settings.toml style.css
feed.xml .git/config Thumbs.db
"""


@pytest.mark.parametrize("name", PASSED_OVER.split())
def test_a_folder_passes_over_what_is_not_meant_as_a_page_and_says_so(tmp_path, name):
    write(tmp_path / name)
    write(tmp_path / "page.txt")
    passed = [item for item in read([tmp_path]) if isinstance(item, PassedOver)]
    assert len(passed) == 1
    assert passed[0].reason


@pytest.mark.parametrize("name", ["license-plates.html", "readmes.txt", "changelog-of-a-city.html"])
def test_a_page_is_not_passed_over_for_a_name_that_begins_alike(tmp_path, name):
    write(tmp_path / name)
    assert [type(item) for item in read([tmp_path])] == [Capture]


def test_a_file_that_is_named_itself_is_always_tried(tmp_path):
    assert isinstance(read_one(write(tmp_path / "README.md")), Capture)


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path):
    write(tmp_path / "Vote.html", PAGE)
    write(tmp_path / "Vote_files" / "logo.txt")
    assert [type(item) for item in read([tmp_path])] == [Capture, PassedOver]


def test_an_archive_that_lies_in_the_folder_is_passed_over(tmp_path):
    write(tmp_path / "fonds-archive" / "archive.db", b"SQLite format 3\0")
    write(tmp_path / "page.txt")
    assert [type(item) for item in read([tmp_path])] == [PassedOver, Capture]


def test_a_name_that_is_no_utf_8_can_still_be_stored_and_shown(tmp_path):
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")))
    (found,) = read([tmp_path])
    assert found.origin.encode("utf-8").endswith(b"caf\\xe9.txt")


CANONICAL = '<link rel="canonical" href="https://city.example/vote?a=1&amp;b=2">'
OG_URL = "<meta content='https://city.example/og' property='og:url'>"
SAVED = "<!-- saved from url=(0030)https://city.example/saved -->"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (CANONICAL + OG_URL, "https://city.example/vote?a=1&b=2"),
        (OG_URL, "https://city.example/og"),
        (SAVED + CANONICAL, "https://city.example/saved"),
        ('<link rel="canonical" href="/vote">' + OG_URL, "https://city.example/og"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("<!-- saved from url=(0020)file:///C:/page.html -->", None),
        ('<link rel="alternate" href="https://city.example/fr">', None),
        ('<link rel="canonical" href="https://city.example/">', None),
        ('<link rel="canonical" href="https://[bad/x">', None),
    ],
)
def test_a_saved_page_states_its_own_address(tmp_path, head, url):
    body = f"<html><head>{head}</head><body><p>Council voted.</p></body></html>"
    assert read_one(write(tmp_path / "page.html", body.encode())).url == url


def test_text_states_no_address(tmp_path):
    assert read_one(write(tmp_path / "page.txt", b"A text on " + CANONICAL.encode())).url is None


def test_a_source_can_be_stated_for_all(tmp_path):
    write(tmp_path / "a.txt")
    (found,) = read([tmp_path], source="City Hall Watch")
    assert found.supplied == supplied_by(SaidBy.COMMAND, source="City Hall Watch")
