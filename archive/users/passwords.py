"""Passwords: what may be one, what is kept of it (Argon2id, RFC 9106), whether one is right."""

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from archive.errors import BadUser

# NIST SP 800-63B, 5.1.1: at least 8, no rule about signs; the most bounds the work of a guess.
SHORTEST_CHARACTERS, LONGEST_CHARACTERS = 8, 256
# RFC 9106, 4, the second recommended choice: 64 MiB. One at a time bounds a process's memory.
HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4, hash_len=32, salt_len=16)
_one_at_a_time = threading.Lock()


def checked(password: str) -> str:
    """What is kept of a new password. Raise BadUser where it can be none."""
    password = unicodedata.normalize("NFC", password)
    if not SHORTEST_CHARACTERS <= len(password) <= LONGEST_CHARACTERS:
        raise BadUser(
            f"A password has {SHORTEST_CHARACTERS} to {LONGEST_CHARACTERS} characters; "
            "a few words in a row make a good one."
        )
    return HASHER.hash(password.encode("utf-8", "surrogatepass"))


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the one of which this is kept.

    kept: None where there is no such user: as long is spent, so that nobody learns which are
    """
    password = unicodedata.normalize("NFC", password[:LONGEST_CHARACTERS])
    with _one_at_a_time:
        try:
            HASHER.verify(kept or nobodys(), password.encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


@cache
def nobodys() -> str:
    """What is kept of a password that nobody knows."""
    import secrets

    return HASHER.hash(secrets.token_bytes(32))
