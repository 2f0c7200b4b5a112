"""Where files lay on the archivist's disk is told to no reader."""

from pathlib import Path

import pytest

from archive import Archive
from archive.capture import Capture
from archive.document import Document, Refused
from archive.origins import public_origin
from indexer.index import open_index
from indexer.pipeline import prepare
from indexer.search import Searcher
from tests.webui.pages import CAPTURED
from tests.webui.routes import addresses
from webui import create_app

FOLDER = "/home/ann/secret-seeds"
BODY = b"<title>Harbour news</title><p>The harbour council met about the clinic again.</p>"


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        ("/home/ann/x.txt", "x.txt"),
        ("seeds/x.txt", "x.txt"),
        (r"C:\Users\Ann\x.txt", "x.txt"),
        ("/home/ann/pages.zip!a/b.warc.gz#1234", "pages.zip!a/b.warc.gz#1234"),
        ("/home/ann/pages.csv#7", "pages.csv#7"),
        ("file:///home/ann/x.txt", "x.txt"),
        ("https://harbour.example/a/b", "https://harbour.example/a/b"),
        ("-", "-"),
    ],
)
def test_an_origin_is_the_file_and_what_is_inside_it(origin: str, told: str) -> None:
    assert public_origin(origin) == told


def test_no_route_tells_the_folders_of_the_archivist(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        run = archive.begin_run("ingest", (FOLDER,))
        ids = []
        for name, body in (("named", BODY), ("wordless", b"<hr>")):
            capture = Capture(
                body, "text/html", None, CAPTURED, f"{FOLDER}/{name}.zip!a/{name}.html"
            )
            document = prepare(capture)
            if isinstance(document, Document):
                archive.add(run, capture, document)
                ids.append(document.id)
        archive.refuse(run, Refused(f"{FOLDER}/broken.html", "It is empty.", "Delete it."))
        archive.finish_run(run)
        engine = open_index(archive)
        client = create_app(Searcher(archive, engine), archive).test_client()
        told = [
            client.get(address, query_string=query, buffered=True).text
            for id in ids
            for address in addresses(client.application, id)
            for query in ({}, {"q": "harbour"})
        ]
        engine.close()
    assert any("named.zip!a/named.html" in text for text in told)
    assert any("broken.html" in text for text in told)
    assert not [text for text in told if "secret-seeds" in text]
