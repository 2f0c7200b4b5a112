"""Sound inputs of every format, changed at random by a seed: cut, flipped, doubled, swapped."""

import gzip
import json
from random import Random

import zstandard

from tests.indexer.pdf.made import pdf_of
from tests.indexer.readers.archives_made import tar_of, zip_of

WORDS = "The council of Alder voted on the arena; le conseil a voté mardi soir à l’hôtel de ville. "
HTML = f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>A vote</title>
<link rel=canonical href=https://a.example/1></head><body><nav><a href=/>Home</a></nav>
<article><h1>A vote</h1><p>{WORDS * 3}</p><!-- note --><p>&eacute;t&#233; {WORDS}</p></article>
</body></html>""".encode()
LINES = "".join(
    json.dumps(
        {
            "url": f"https://a.example/{number}",
            "text": WORDS * 2,
            "title": f"Page {number} à côté",
            "date": "2017-02-20",
            "authors": ["Ann Roy", "Li Wei"],
        },
        ensure_ascii=number % 2 == 0,
    )
    + "\n"
    for number in range(6)
).encode()
TABLE = (
    "url;title;text;author\r\n"
    + "".join(
        f'https://a.example/{n};Page {n};"{WORDS}; ""quoted""\nnext line";Ann Roy\r\n'
        for n in range(6)
    )
).encode("cp1252")
MEMBERS = [("a.html", HTML), ("b/pages.jsonl", LINES), ("c.txt", WORDS.encode() * 4)]
WARC = b"".join(
    b"WARC/1.1\r\nWARC-Type: response\r\n"
    b"WARC-Record-ID: <urn:uuid:%08d-0000-4000-8000-000000000000>\r\n"
    b"WARC-Target-URI: https://a.example/%d\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    % (number, number, len(response), response)
    for number, response in enumerate(
        [
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML,
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML),
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
            + gzip.compress(HTML),
        ]
    )
)
PDF = pdf_of([WORDS, "", WORDS], [WORDS] * 3, info="/Title (A vote) /Author (Ann Roy)")

SEEDS: tuple[tuple[str, bytes], ...] = (
    ("pages.jsonl", LINES),
    ("pages.jsonl.zst", zstandard.ZstdCompressor().compress(LINES)),
    ("pages.json", json.dumps([json.loads(line) for line in LINES.splitlines()]).encode()),
    ("pages.csv", TABLE),
    ("pages.zip", zip_of(MEMBERS)),
    ("pages.tar", tar_of(MEMBERS)),
    ("pages.tar.gz", gzip.compress(tar_of(MEMBERS))),
    ("page.html", HTML),
    ("page.pdf", PDF),
    ("pages.warc", WARC),
    ("pages.warc.gz", gzip.compress(WARC)),
)

# Bytes that mean something in one of the formats.
MEANING = (b"\0", b"\xff\xff\xff\xff", b"\n", b'"', b"{", b"[", b"<", b">", b"</", b"<!--", b";")
MEANING += (
    b"PK\1\2",
    b"PK\3\4",
    b"PK\5\6",
    b"WARC/1.1\r\n",
    b"\r\n\r\n",
    b"\x1f\x8b\x08",
    b"%PDF-",
)
MEANING += (
    b"stream\n",
    b"endobj",
    b"\x80",
    b"\xe2\x28",
    b"\xed\xa0\x80",
    b"-1",
    b"99999999999",
    b"../",
)
MOST_CHANGES = 8


def mutated(body: bytes, seed: int) -> bytes:
    """The input with one to MOST_CHANGES changes."""
    random, changed = Random(seed), bytearray(body)
    for _ in range(random.randint(1, MOST_CHANGES)):
        change = random.choice((flip, flip, put, put, cut_out, double, cut_off, swap))
        change(changed, random)
    return bytes(changed)


def flip(body: bytearray, random: Random) -> None:
    if body:
        body[random.randrange(len(body))] = random.randrange(256)


def put(body: bytearray, random: Random) -> None:
    """Lay something that means something over the bytes, or between them."""
    what, at = random.choice(MEANING), random.randrange(len(body) + 1)
    body[at : at + random.choice((0, len(what)))] = what


def cut_out(body: bytearray, random: Random) -> None:
    at = random.randrange(len(body) + 1)
    del body[at : at + random.choice((1, 7, 100, 1_000))]


def double(body: bytearray, random: Random) -> None:
    at, size = random.randrange(len(body) + 1), random.choice((1, 30, 1_000))
    body[at:at] = body[at : at + size] * random.choice((1, 1, 1, 50))


def cut_off(body: bytearray, random: Random) -> None:
    if random.random() < 0.3:
        del body[random.randrange(len(body) + 1) :]


def swap(body: bytearray, random: Random) -> None:
    size = random.choice((4, 64, 512))
    one, other = (random.randrange(len(body) + 1) for _ in range(2))
    body[one : one + size], body[other : other + size] = (
        body[other : other + size],
        body[one : one + size],
    )
