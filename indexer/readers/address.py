"""The address that a saved page states of itself."""

import re
from html import unescape
from unicodedata import combining
from urllib.parse import quote, urlsplit

# Browsers write the first within the first lines; the others stand in the head.
HEAD_CHARACTERS = 262_144

# "(0042)" is the length of the address, as Internet Explorer began to write it.
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(\S{1,4000}?)\s*-->", re.IGNORECASE)
# WHATWG URL, 4.4: what browsers strip at both ends, and what they drop anywhere.
BROWSERS_STRIP = "".join(map(chr, range(33))) + "\xa0\u3000\ufeff"
BROWSERS_DROP = re.compile(r"[\t\r\n]")
BACKSLASH = "\\"
SLASHES = ("//", "\\\\", "/\\", "\\/")
END_OF_HOST = re.compile(r"[/\\?#]")
# Of ASCII, what stands unescaped in a path, a query or a fragment there; "%" begins an escape.
ALLOWED = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?#%[]|\\"
)
TAG = re.compile(r"<(?:link|meta)\b[^<>]{1,6000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def own_address(html: str) -> str | None:
    """Where an HTML page was: its saved-from comment, else its canonical link, else og:url.

    A canonical link or og:url that names the front page of a site is not taken: many sites put it
    on every page, and all of them would become one document.
    """
    head = html[:HEAD_CHARACTERS]
    saved = SAVED_FROM.search(head)
    if saved and (url := web_address(unescape(saved[1]))):
        return url
    for written in stated_links(head):
        if (url := web_address(written)) and not is_front_page(url):
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


def web_address(written: str | None) -> str | None:
    """An http(s) address as browsers take it (WHATWG URL, 4.4), or None where it is none.

    What cannot stand in an address is percent-encoded as UTF-8: spaces, controls, quotes, « ».
    Letters and digits of any script stay, so that an address can be read.

    >>> web_address(" http://city.example/a b/«c»\n")
    'http://city.example/a%20b/%C2%ABc%C2%BB'
    """
    found = BROWSERS_DROP.sub("", (written or "").strip(BROWSERS_STRIP))
    scheme, colon, rest = found.partition(":")
    if scheme.lower() not in ("http", "https") or not colon or not rest.startswith(SLASHES):
        return None
    place = END_OF_HOST.search(rest, 2)
    host, path = (rest[: place.start()], rest[place.start() :]) if place else (rest, "")
    before, question, query = path.partition("?")
    path = before.replace("\\", "/") + question + query
    host = host.replace(BACKSLASH, "/")
    found = f"{scheme}:{host}{encoded(path)}"
    return found if encoded(host) == host and is_web_address(found) else None


def encoded(path: str) -> str:
    """What follows the host, with what may not stand there percent-encoded."""
    return "".join(
        char
        if char in ALLOWED or (char > "\x7f" and char.isalnum()) or combining(char)
        else quote(char.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
        for char in path
    )


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
