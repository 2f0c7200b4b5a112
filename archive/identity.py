"""How pages are told apart: digests and ids."""

import hashlib

from archive.address import canonical_url, is_tracking

__all__ = ["ID_HEX_DIGITS", "canonical_url", "digest_of", "document_id", "is_tracking"]

ID_HEX_DIGITS = 16


def digest_of(body: bytes) -> str:
    """SHA-256 of a raw body, 64 hex digits."""
    return hashlib.sha256(body).hexdigest()


def document_id(url: str | None, body: bytes) -> str:
    """The first 16 hex digits of the SHA-256 of the canonical URL, or of the body without a URL."""
    named = canonical_url(url).encode("utf-8", "surrogatepass") if url else body
    return digest_of(named)[:ID_HEX_DIGITS]
