"""Web archives made for tests."""

import gzip

PAGE = b"<!doctype html><title>A vote</title><p>Council voted on the arena.</p>"
HTML = b"Content-Type: text/html; charset=utf-8\r\n"


def http(body: bytes = PAGE, headers: bytes = HTML, status: bytes = b"200 OK") -> bytes:
    """An HTTP response."""
    return b"HTTP/1.1 " + status + b"\r\n" + headers + b"\r\n" + body


def record(
    url: str,
    block: bytes,
    *,
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
    date: str = "2020-01-02T03:04:05Z",
    more: str = "",
    length: int | str | None = None,
) -> bytes:
    """A WARC record; `more` are header lines, each with its end."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: {content_type}\r\n{more}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(number: int, **more: object) -> bytes:
    """A response record of a page of its own."""
    return record(f"https://a.example/{number}", http(PAGE + b"%d" % number), **more)


def each_packed(records: list[bytes]) -> bytes:
    """Record by record, as crawlers do it."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
