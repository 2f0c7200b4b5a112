"""The address that a saved page states of itself."""

import re
from html import unescape
from urllib.parse import urlsplit

# Browsers write the first within the first lines; the others stand in the head.
HEAD_CHARACTERS = 262_144

# "(0042)" is the length of the address, as Internet Explorer began to write it.
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(\S{1,4000}?)\s*-->", re.IGNORECASE)
TAG = re.compile(r"<(?:link|meta)\b[^<>]{1,6000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def own_address(html: str) -> str | None:
    """Where an HTML page was: its saved-from comment, else its canonical link, else og:url.

    A canonical link or og:url that names the front page of a site is not taken: many sites put it
    on every page, and all of them would become one document.
    """
    head = html[:HEAD_CHARACTERS]
    saved = SAVED_FROM.search(head)
    if saved and is_web_address(saved[1]):
        return unescape(saved[1])
    canonical, og_url = stated_links(head)
    for url in (canonical, og_url):
        if url and is_web_address(url) and not is_front_page(url):
            return url
    return None


def stated_links(head: str) -> tuple[str | None, str | None]:
    """The first canonical link and the first og:url, as written."""
    canonical = og_url = None
    for tag in TAG.finditer(head):
        found = {
            name.lower(): unescape(double or single or bare).strip()
            for name, double, single, bare in ATTRIBUTE.findall(tag[0])
        }
        if "canonical" in found.get("rel", "").lower().split():
            canonical = canonical or found.get("href")
        if found.get("property", found.get("name", "")).lower() == "og:url":
            og_url = og_url or found.get("content")
    return canonical, og_url


def is_web_address(url: str) -> bool:
    """Whether this is a whole http(s) address with a host and no white space or controls."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    clean = url.isprintable() and " " not in url
    return clean and parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def is_front_page(url: str) -> bool:
    """Whether the address names no page of its site in particular."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query
