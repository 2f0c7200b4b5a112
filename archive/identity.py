"""How pages are told apart: digests, canonical URLs, ids."""

import hashlib
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

ID_HEX_DIGITS = 16
DEFAULT_PORTS = {80, 443}

# Parameters that say who sent the reader, never which page it is.
TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "hsa_")
TRACKING_PARAMETERS = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ref_src", "cmpid", "_ga"}
)


def digest_of(body: bytes) -> str:
    """SHA-256 of a raw body, 64 hex digits."""
    return hashlib.sha256(body).hexdigest()


def document_id(url: str | None, body: bytes) -> str:
    """The first 16 hex digits of the SHA-256 of the canonical URL, or of the body without a URL."""
    named = canonical_url(url).encode() if url else body
    return digest_of(named)[:ID_HEX_DIGITS]


def canonical_url(url: str) -> str:
    """One spelling for the addresses of one page.

    Lower-case host without "www." and without a default port, https for http, no fragment, no
    tracking parameters, no trailing slash, percent-escapes in one form. The order of the other
    parameters is kept: some sites read it. What cannot be split is returned stripped.

    >>> canonical_url("HTTP://www.City.example:80/news/?utm_source=x&id=4#top")
    'https://city.example/news?id=4'
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return url
    host = parts.hostname.removeprefix("www.")
    if port and port not in DEFAULT_PORTS:
        host = f"{host}:{port}"
    path = quote(
        unquote(parts.path, errors="surrogateescape"),
        safe="/:@!$&'()*+,;=~-._%",
        errors="surrogateescape",
    ).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
    kept = urlencode([(n, v) for n, v in pairs if not is_tracking(n)], errors="surrogateescape")
    return f"https://{host}{path}" + (f"?{kept}" if kept else "")


def is_tracking(parameter: str) -> bool:
    """Whether a URL parameter only tells where the reader came from."""
    name = parameter.lower()
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)
