"""What keeps a hostile page harmless here: response headers, and which links may lead out."""

import re
from urllib.parse import urlsplit

from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",  # suggestions while typing
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
# A page of results tells what somebody looked for: no shared cache may keep it.
NOT_SHARED = "private, no-cache"

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}", re.ASCII)


def protect(app: Flask) -> None:
    """Put the headers on every answer, errors and files included."""
    app.after_request(with_headers)


def with_headers(response: Response) -> Response:
    """Add what every answer carries; a route's own Cache-Control stays."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.endpoint != "static" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = NOT_SHARED
    return response


def outward(url: str | None) -> str | None:
    """An address that a page may link to: http or https with a host; else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def language_tag(code: str) -> str:
    """A language for `lang`, or "und" where the code is not one."""
    return code if LANGUAGE_TAG.fullmatch(code) else "und"
