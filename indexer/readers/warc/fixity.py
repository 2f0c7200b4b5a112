"""Whether bytes are those that a record was written with: its digests."""

import base64
import binascii
import hashlib
from collections.abc import Iterable

ALGORITHMS = {"sha1": 20, "sha256": 32, "md5": 16, "sha512": 64, "sha-1": 20, "sha-256": 32}


def digest_in(stated: str) -> tuple[str, bytes] | None:
    """The algorithm and the digest of "sha1:VL2MM…", in base 32 or hexadecimal; None if unknown.

    MD5 and SHA-1 are no proof against a forger; here they tell damage.
    """
    name, colon, written = stated.strip().partition(":")
    name = name.strip().lower()
    size = ALGORITHMS.get(name)
    if not colon or size is None:
        return None
    written = written.strip()
    try:
        if len(written) == 2 * size:
            return name.replace("-", ""), bytes.fromhex(written)
        digest = base64.b32decode(written.rstrip("=") + "=" * (-len(written.rstrip("=")) % 8), True)
    except (ValueError, binascii.Error):
        return None
    return (name.replace("-", ""), digest) if len(digest) == size else None


def fits(stated: str, bodies: Iterable[bytes]) -> bool | None:
    """Whether a stated digest is that of one of these; None where it cannot be read."""
    found = digest_in(stated)
    if found is None:
        return None
    name, digest = found
    return any(hashlib.new(name, body, usedforsecurity=False).digest() == digest for body in bodies)
