"""Nothing that a reader types is kept: not in the output, not in the archive, not on disk."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask

from indexer.index import open_index
from tests.webui.pages import build
from tests.webui.routes import addresses

CANARY = "canaryxyzzy"
SERVE = (sys.executable, "-c", "from cli.main import main; main()", "serve", "--port", "0")
NAMES = ("q", "city", "source", "from", "to", "sort", "after", "view", "at", "by", "limit", "typed")
BOUNDARY = "xxcanaryboundaryxx"


def parts(name: str, body: str, file_name: str = "") -> bytes:
    """A form of one field, as a browser sends it."""
    named = f'; filename="{file_name}"' if file_name else ""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return f"{head}{body}\r\n--{BOUNDARY}--\r\n".encode()


def asked(app: Flask, id: str) -> Iterator[tuple[str, str, bytes, dict[str, str]]]:
    """Requests that carry the canary everywhere: in addresses, headers and forms."""
    headers = {"Referer": f"http://{CANARY}.example/", "User-Agent": CANARY, "Cookie": CANARY}
    query = urlencode(dict.fromkeys(NAMES, CANARY))
    for address in ("/", "/coverage", "/trends", "/lists", f"/doc/{id}", "/api/v1/search"):
        yield "GET", f"{address}?{query}", b"", headers
    for address in addresses(app, id):
        yield "GET", f"{address}?{urlencode({'q': CANARY})}", b"", headers
    for text in (f"({CANARY}", f'"{CANARY} {CANARY}"', f"{CANARY}*", f"removed:{CANARY}~"):
        yield "GET", f"/?{urlencode({'q': text})}", b"", headers
        yield "GET", f"/api/v1/search?{urlencode({'q': text})}", b"", headers
    form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    # Larger than what a server would keep in memory if nobody told it to.
    long = f"{CANARY} police\n" * 40_000
    yield "POST", "/lists", parts("file", long, f"{CANARY}.txt"), form
    yield "POST", "/lists", parts("list", f"{CANARY}\n({CANARY}\n", ""), form
    yield "POST", "/quotation", parts("text", f"The council of {CANARY} met."), form
    yield "POST", f"/{CANARY}", parts("text", CANARY), {**form, "Origin": f"http://{CANARY}"}


def test_no_query_is_found_in_any_output_or_file(app: Flask, tmp_path: Path) -> None:
    folder, temporary = tmp_path / "archive", tmp_path / "tmp"
    temporary.mkdir()
    with build(folder) as archive:
        open_index(archive).close()
        (id, *_) = archive.find_ids("")
    out = tmp_path / "out"
    with out.open("w") as stdout, (tmp_path / "err").open("w") as stderr:
        server = subprocess.Popen(
            [*SERVE, "--archive", str(folder)],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            env={"PATH": "/usr/bin", "TMPDIR": str(temporary), "HOME": str(temporary)},
        )
        assert server.stderr is not None
        first = server.stderr.readline()
        found = re.search(r"http://([^/]+)/", first)
        assert found, first + server.stderr.read()
        answered = 0
        for method, address, body, headers in asked(app, id):
            connection = HTTPConnection(found[1], timeout=60)
            connection.request(method, address, body or None, headers)
            answer = connection.getresponse()
            assert answer.status < 500, address
            answered += CANARY.encode() in answer.read()
            connection.close()
        server.terminate()
        stderr.write(server.communicate(timeout=30)[1])
    assert answered > 20  # the canary did reach the pages
    every = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(every) > 5
    for file in every:
        assert CANARY.encode() not in file.read_bytes(), file


PAGE_WORD = "pagecanaryzzy"


def damage(database: Path) -> None:
    """Let the text of every document be no text: what the driver says of it has the text in it."""
    with closing(sqlite3.connect(database)) as connection, connection:
        told = (f"{PAGE_WORD} " * 50).encode() + b"\xff"
        for column in ("text", "title"):
            connection.execute(f"UPDATE documents SET {column} = CAST(? AS TEXT)", (told,))


def test_no_text_of_a_damaged_page_and_no_query_is_in_the_log(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with build(folder) as archive:
        open_index(archive).close()
        (id, *_) = archive.find_ids("")
    server = subprocess.Popen(
        [*SERVE, "--archive", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr is not None
    found = None
    log = ""
    while not found and server.poll() is None:
        log += (line := server.stderr.readline())
        found = re.search(r"http://([^/]+)/", line)
    damage(folder / "archive.db")
    bad = 0
    for address in (f"/doc/{id}", "/", "/export.jsonl", f"/api/v1/documents/{id}", "/feed.atom"):
        for language in ("", "/fr"):
            assert found
            connection = HTTPConnection(found[1], timeout=60)
            connection.request("GET", f"{language}{address}?q=council+OR+{CANARY}")
            with suppress(HTTPException):
                answer = connection.getresponse()
                bad += answer.status >= 500
                assert PAGE_WORD.encode() not in answer.read()
            connection.close()
    server.terminate()
    out, rest = server.communicate(timeout=30)
    log += rest
    assert bad  # it was damaged enough
    for word in (PAGE_WORD, CANARY, "SELECT", str(folder / "archive.db") + ": Could not decode"):
        assert word not in out + log, log
