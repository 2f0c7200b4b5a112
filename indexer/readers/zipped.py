"""ZIP archives: every member in turn, whatever it is."""

import re
from collections.abc import Iterator

from archive.document import PassedOver, Refused
from indexer.readers import member_names
from indexer.readers.broken import Broken
from indexer.readers.format import Format, Item
from indexer.readers.source import Head, Source
from indexer.readers.zip_directory import entries_of, find_directory, overlapping
from indexer.readers.zip_member import member_of

BEGINS = (b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04")
# The first member of documents that are ZIP archives of their parts.
OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis.")
BOOK = b"mimetypeapplication/epub+zip"
# A first member of this name that is packed all the same, though a book's is not to be.
PACKED_KIND = re.compile(rb"PK\x03\x04.{22}\x08\x00..mimetype", re.DOTALL)
FIRST_BYTES = 4_096


def recognises(head: Head) -> bool:
    """Whether it begins with a member, or is an archive without any."""
    return head.unpacked.startswith(BEGINS)


def read(source: Source) -> Iterator[Item | Source]:
    """What each member is."""
    if any(mark in source.head.unpacked[:FIRST_BYTES] for mark in OFFICE):
        raise Broken("It is an office document, not pages.", "Save it as PDF, HTML or text.")
    begins = source.head.unpacked[:FIRST_BYTES]
    if BOOK in begins or PACKED_KIND.match(begins):
        raise Broken(
            "It is a book (EPUB), not pages.",
            "Unpack it as a ZIP archive, and ingest its chapters, the files in XHTML or HTML.",
        )
    names, count = member_names.Names(), 0
    with source.seekable() as file:
        directory = find_directory(file)
        over = overlapping(file, directory)
        for entry in entries_of(file, directory):
            count += 1
            if entry.name.endswith("/"):
                continue
            source.allowance.check()
            origin = member_names.shown(f"{source.origin}!{entry.name}")
            if entry.is_link_or_device:
                yield PassedOver(origin, "It is a link or a device, not a file.")
                continue
            try:
                member_names.check(entry.name)
                names.meet(entry.name)
                if entry.offset in over:
                    raise Broken("It lies over another member.", "Make the archive anew.")
                if reason := member_names.why_no_page(entry.name):
                    yield PassedOver(origin, reason)
                    continue
                stream = member_of(file, entry)
            except Broken as broken:
                fault = broken.fault
                yield Refused(origin, fault.reason, fault.mend, entry.offset)
                continue
            yield source.inside(entry.name, source.allowance.spent_by(stream))
    if not count:
        raise Broken("There is nothing in it.", "Fetch it again, or delete it.")


FORMAT = Format("a ZIP archive", recognises, read)
