"""WARC records as Fonds writes them: WARC 1.1, each packed by itself with gzip."""

import gzip
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from uuid import UUID, uuid5

from fastwarc.warc import WarcRecord, WarcRecordType

KINDS = {
    "warcinfo": WarcRecordType.warcinfo,
    "response": WarcRecordType.response,
    "request": WarcRecordType.request,
    "resource": WarcRecordType.resource,
    "revisit": WarcRecordType.revisit,
}
GZIP_LEVEL = 6

# Under this our records get their ids, so that the same archive gives the same file.
OURS = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 9562, appendix C: names that are URLs

# What may stand in an address as it is; the rest is escaped.
IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Written:
    """A record to be written.

    kind:   of KINDS
    name:   what is this record's alone; its id is made of it
    date:   aware
    fields: besides those that every record has, in order
    """

    kind: str
    name: str
    date: datetime
    block: bytes
    content_type: str
    fields: tuple[tuple[str, str], ...] = ()


def record_id(name: str) -> str:
    """The id of the record with this name."""
    return f"<urn:{urn_of(name)}>"


def urn_of(name: str) -> str:
    """ "uuid:…"."""
    return f"uuid:{uuid5(OURS, name)}"


def packed(written: Written) -> bytes:
    """A record as a gzip member; the same record gives the same bytes."""
    record = WarcRecord()
    record.init_headers(KINDS[written.kind], urn_of(written.name).encode())
    record.record_date = written.date.astimezone(UTC)
    record.headers["Content-Type"] = written.content_type
    for name, value in written.fields:
        record.headers[name] = value
    record.set_bytes_content(written.block)
    plain = io.BytesIO()
    record.write(plain, checksum_data=True)
    return gzip.compress(plain.getvalue(), GZIP_LEVEL, mtime=0)


def about_file(software: str, made: datetime, more: str = "") -> bytes:
    """The first record of a file: what wrote it."""
    lines = (
        f"software: {software}\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
        f"\r\n{more}"
    )
    name = f"file {software} {made.isoformat()}"
    return packed(Written("warcinfo", name, made, lines.encode(), "application/warc-fields"))


def in_field(url: str) -> str:
    """An address that a field can hold: white space and what is no ASCII is escaped."""
    return quote(url, safe=IN_ADDRESS, errors="surrogatepass")
