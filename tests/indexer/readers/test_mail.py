"""A page saved as MHTML is the page that was saved; mail is no page, and books are none."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from archive.capture import Capture
from archive.document import PassedOver, Refused
from indexer.pipeline import prepare
from indexer.readers import frame
from indexer.readers.source import Source

URL = "https://city.example/vote?a=1"
HEADER = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: A vote\r\n"
    "Date: Mon, 20 Feb 2017 14:30:00 -0500\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"{more}\r\n\r\n\r\n'
)
FRAME = (
    "----b\r\nContent-Type: text/html\r\nContent-ID: <f@b>\r\nContent-Location: cid:f\r\n\r\n"
    "<html><body><p>An advertisement</p></body></html>\r\n"
)
PAGE = (
    "----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <p@b>\r\n"
    f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {URL}\r\n\r\n"
    "<!doctype html><title>A vote</title><p>Council voted on the caf=C3=A9=\r\n in the arena.</p>"
    "\r\n"
)
IMAGE = (
    "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
)
END = "----b--\r\n"
MAIL = "From: Ann <ann@city.example>\nTo: bo@city.example\nSubject: Arena\n"


def items(body: str | bytes, name: str = "page.mhtml"):
    body = body.encode() if isinstance(body, str) else body
    return list(frame.items_of(Source(io.BytesIO(body), name)))


def saved(*parts: str, url: str = URL, more: str = "", end: str = END) -> str:
    return HEADER.format(url=url, more=more) + "".join(parts) + end


@pytest.mark.parametrize(
    ("url", "more"), [(URL, ""), ("cid:none", '; start="<p@b>"')], ids=["address", "start"]
)
def test_a_saved_page_is_the_page_and_the_rest_is_counted(url, more):
    page, rest = items(saved(FRAME, PAGE, IMAGE, url=url, more=more))
    assert isinstance(page, Capture)
    assert (page.url, page.media_type, page.charset) == (URL, "text/html", "utf-8")
    assert page.captured == datetime(2017, 2, 20, 19, 30, tzinfo=UTC)
    assert not page.supplied.notes
    document = prepare(page)
    assert document.title == "A vote"
    assert "café in the arena" in document.text
    assert isinstance(rest, PassedOver)
    assert "2" in rest.reason


def test_a_page_saved_without_images_is_a_page():
    body = f"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: {URL}\n\n<p>A vote</p>"
    (page,) = items(body)
    assert (page.url, page.body, page.captured) == (URL, b"<p>A vote</p>", None)


def test_a_saved_page_that_was_cut_off_says_so():
    (page,) = items(saved(PAGE, end=""))
    assert "cut off" in "; ".join(page.supplied.notes)


@pytest.mark.parametrize(
    "body",
    [
        MAIL + "MIME-Version: 1.0\nContent-Type: text/plain\n\nWe meet in the arena.\n",
        MAIL + "Message-ID: <1@city.example>\n\nWe meet in the arena.\n",
        "From ann@city.example Mon Feb 20 14:30:00 2017\n" + MAIL + "MIME-Version: 1.0\n\nHello\n",
        MAIL + "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nHi\n--b--",
    ],
)
def test_mail_is_refused_with_its_mend(body):
    (found,) = items(body, "letter.eml")
    assert isinstance(found, Refused)
    assert "mail" in found.reason
    assert "Save" in found.mend


@pytest.mark.parametrize(
    "body",
    [MAIL + "\nWe meet in the arena.\n", "MIME-Version: 1.0 is a header.\n\nIt says little.\n"],
)
def test_a_text_that_only_begins_like_mail_is_a_page(body):
    (page,) = items(body, "letter.txt")
    assert page.media_type == "text/plain"


def test_hostile_saved_pages_are_refused_as_theirs():
    deep = "".join(
        f"--{n}\nContent-Type: multipart/mixed; boundary={n + 1}\n\n" for n in range(999)
    )
    for body in (saved(IMAGE), saved(deep), saved(PAGE).replace("----b", "++"), saved("", end="")):
        for found in items(body):
            assert "fault of Fonds" not in getattr(found, "mend", "")
            assert not isinstance(found, Capture)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_book_is_refused_and_never_a_page(packing):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("chapter.xhtml", "<html><p>Once upon a time.</p></html>")
    (found,) = items(file.getvalue(), "book.epub")
    assert isinstance(found, Refused)
    assert "EPUB" in found.reason
