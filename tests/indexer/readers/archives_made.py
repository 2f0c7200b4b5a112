"""ZIP and TAR archives for tests, sound and hostile."""

import io
import struct
import tarfile
import zipfile
import zlib

Members = list[tuple[str, bytes]]


def zip_of(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, body in members:
            # Straight to the entry: writestr warns of names that stand twice.
            entry = zipfile.ZipInfo(name)
            entry.compress_type = method
            archive.NameToInfo.pop(name, None)
            archive.writestr(entry, body)
    return packed.getvalue()


def tar_of(members: Members, form: int = tarfile.PAX_FORMAT) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        for name, body in members:
            member = tarfile.TarInfo(name)
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return packed.getvalue()


def odd_tar(**kinds: bytes) -> bytes:
    """A TAR with members of these types, beside a page."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in kinds.items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
        page = tarfile.TarInfo("page.txt")
        page.size = 7
        archive.addfile(page, io.BytesIO(b"A page."))
    return packed.getvalue()


def quoted_overlap(count: int, size_bytes: int) -> bytes:
    """A ZIP whose members all are the same bytes of the file (after D. Fifield's overlap)."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = press.compress(b"a" * size_bytes) + press.flush()
    crc = zlib.crc32(b"a" * size_bytes)
    names = [f"{number:08}.txt".encode() for number in range(count)]
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(body), size_bytes, 12, 0)
    start = local + names[0] + body
    entries = b"".join(
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(body), size_bytes, 12, 0, 0, 0, 0, 0, 0,
        )
        + name
        for name in names
    )  # fmt: skip
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, len(entries), len(start), 0
    )
    return start + entries + end
