"""Files to ingest, made of real texts: a WARC of pages as a site would send them, and JSON Lines.

The texts are the corpora's; what stands around them (menus, banners, share bars, footers) is
invented here, and differs from site to site and from page to page as it does in life.
"""

import html
import itertools
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from archive.capture import Capture
from benchmarks.raw_pages import RawPages
from indexer.exports.warc_records import Written, about_file, packed

SITES = 12
MADE = datetime(2026, 1, 1, tzinfo=UTC)
SECTIONS = (
    *("Home", "News", "Politics", "Opinion", "Business", "Sports", "Arts", "Weather", "Local"),
    *("Health", "Schools", "Transit", "Housing", "Obituaries", "Classifieds", "Archives"),
    *("Contact", "Subscribe", "Newsletters", "Podcasts"),
)
HEADERS = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n"


def captures(name: str, first: int | None) -> list[Capture]:
    """The rows of a corpus as plain text."""
    return list(itertools.islice(RawPages(name), first))


def write_warc(texts: list[Capture], path: Path) -> int:
    """A WARC of the texts as HTML pages; its size in bytes."""
    with path.open("wb") as file:
        file.write(about_file("benchmark", MADE))
        for number, text in enumerate(texts):
            page = page_of(text, number).encode()
            block = HEADERS.format(len(page)).encode() + page
            url = f"https://{site_of(number)}/{number}"
            fields = (("WARC-Target-URI", url),)
            kind = "application/http; msgtype=response"
            file.write(packed(Written("response", url, MADE, block, kind, fields)))
    return path.stat().st_size


def write_json_lines(texts: list[Capture], path: Path) -> int:
    """One row a page, plain; its size in bytes."""
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            title, _, body = text.body.decode().partition("\n\n")
            stated = {one.name: one.value for one in text.supplied.facts}
            row = {"url": text.url, "title": title, "text": body, **stated}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path.stat().st_size


def site_of(number: int) -> str:
    """The site of a page."""
    return f"site-{number % SITES}.example"


def page_of(text: Capture, number: int) -> str:
    """A text as a page of its site."""
    chance = random.Random(number)
    site = random.Random(number % SITES)
    title, _, body = text.body.decode().partition("\n\n")
    day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    paragraphs = "\n".join(f"<p>{html.escape(p)}</p>" for p in body.split("\n") if p.strip())
    return "\n".join(around(html.escape(title), day, paragraphs, site, chance))


def around(
    title: str, day: str, paragraphs: str, site: random.Random, chance: random.Random
) -> Iterator[str]:
    """The whole page, line by line."""
    name = f"The {site.choice(SECTIONS)} Record"
    menu = "".join(f'<li><a href="/{one}">{one}</a></li>' for one in site.sample(SECTIONS, 12))
    related = "".join(
        f'<li><a href="/{chance.randrange(9999)}">More on {one.lower()} this week</a></li>'
        for one in chance.sample(SECTIONS, 6)
    )
    yield f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title} | {name}"
    yield f"</title><meta property='article:published_time' content='{day}'>"
    yield f"<meta property='og:site_name' content='{name}'><style>.a{{color:red}}</style>"
    yield "<script>var data = " + json.dumps(list(range(400))) + ";</script></head><body>"
    yield "<a href='#main'>Skip to main content</a><div class='cookie-banner'><p>We use cookies to"
    yield "improve your experience.</p><button>Accept all</button></div>"
    yield f"<header><a href='/'>{name}</a><nav><ul>{menu}</ul></nav></header><main id='main'>"
    yield f"<article><h1>{title}</h1><p class='byline'>By Ann Roy</p><time datetime='{day}'>{day}"
    yield "</time><ul class='share'><li>Facebook</li><li>Twitter</li><li>Email</li></ul>"
    yield f"{paragraphs}</article><aside><h2>Related stories</h2><ul>{related}</ul></aside></main>"
    yield f"<footer><p>© 2026 {name}. All rights reserved.</p><ul>{menu}</ul></footer>"
    yield "</body></html>"
