"""Raw bytes, compressed, once however many captures have them."""

import threading

import zstandard
from sqlalchemy import Connection, select

from archive.errors import ArchiveDamaged
from archive.identity import digest_of
from archive.store.rows import Values
from archive.store.schema import bodies

# Compressors are kept: making one costs more than pressing a small page. One a thread.
kept = threading.local()


def packed_row(digest: str, body: bytes, level: int) -> Values:
    """The row of a body."""
    packed = compressor(level).compress(body)
    return {
        "digest": digest,
        "bytes_count": len(body),
        "bytes_stored": len(packed),
        "packed": packed,
    }


def get_body(connection: Connection, digest: str) -> bytes:
    """The bytes as they came. Raise ArchiveDamaged where they are not what their digest says."""
    body = find_body(connection, digest)
    if body is None:
        raise ArchiveDamaged(f"The bytes of {digest} are absent; restore a backup.")
    return body


def find_body(connection: Connection, digest: str) -> bytes | None:
    """The same; None where there are none."""
    row = connection.execute(
        select(bodies.c.packed, bodies.c.bytes_count).where(bodies.c.digest == digest)
    ).first()
    return row and unpacked(row.packed, row.bytes_count, digest)


def unpacked(packed: bytes, bytes_count: int, digest: str) -> bytes:
    """Decompressed bytes, checked against their length and digest. Raise ArchiveDamaged."""
    try:
        body = zstandard.ZstdDecompressor().decompress(packed, max_output_size=bytes_count)
    except zstandard.ZstdError as error:
        raise ArchiveDamaged(f"The bytes of {digest} do not unpack: {error}.") from error
    if len(body) != bytes_count or digest_of(body) != digest:
        raise ArchiveDamaged(
            f"The bytes kept as {digest} ({bytes_count} bytes) are {len(body)} bytes "
            f"with the digest {digest_of(body)}."
        )
    return body


def compressor(level: int) -> zstandard.ZstdCompressor:
    """This thread's compressor of this level."""
    if getattr(kept, "level", None) != level:
        kept.level, kept.compressor = level, zstandard.ZstdCompressor(level=level)
    found: zstandard.ZstdCompressor = kept.compressor
    return found
