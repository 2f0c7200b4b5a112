"""WACZ: a ZIP of web archives with what was known of their pages (WACZ 1.1.1).

Only its WARCs are pages; its indexes and screenshots tell of the same. What its list of pages says
of a page, its title, is stated of it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from archive.capture import Capture
from archive.document import PassedOver, Refused
from archive.identity import canonical_url
from archive.supplied import SaidBy, SuppliedFact
from indexer.readers import member_names
from indexer.readers.broken import Broken
from indexer.readers.format import Format, Item
from indexer.readers.limits import MAX_PAGE_BYTES
from indexer.readers.peeking import Peekable, Readable
from indexer.readers.source import Head, Source
from indexer.readers.warc.format import is_arc, is_warc, read_arc, read_warc
from indexer.readers.zip_directory import Entry, entries_of, find_directory, overlapping
from indexer.readers.zip_member import member_of

IS_WARC = re.compile(r"archive/.*\.w?arc(\.gz|\.zst)?", re.IGNORECASE)
IS_PAGE_LIST = re.compile(r"pages/[^/]*\.jsonl")
PACKAGE = "datapackage.json"
# The first member of a WACZ, whichever tool wrote it, in a local header of a ZIP.
FIRST_MEMBER = re.compile(
    rb"PK\x03\x04.{26}(?:datapackage\.json|datapackage-digest\.json"
    rb"|archive/[^\x00]{0,200}?\.warc|pages/[^\x00]{0,60}?\.jsonl|indexes/[^\x00]{0,60}?\.(?:cdx|idx))",
    re.DOTALL,
)

MOST_PAGES = 200_000
MAX_LINE_BYTES = 65_536
MAX_TITLE_CHARACTERS = 500

BYTES_DIFFER = "Its bytes are not those that datapackage.json has the SHA-256 of."
COMPARE = "Its pages were taken; compare them with another copy."


@dataclass(slots=True)
class Known:
    """What a WACZ says of what is in it.

    titles:  of pages, by canonical address
    digests: SHA-256 in hex, by member
    """

    titles: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)


def recognises(head: Head) -> bool:
    """By the first member, or by the name of a ZIP."""
    is_zip = head.unpacked.startswith(b"PK\x03\x04")
    named = head.name.lower().endswith(".wacz")
    return is_zip and (named or FIRST_MEMBER.match(head.unpacked) is not None)


def read(source: Source) -> Iterator[Item]:
    """The pages of its WARCs."""
    with source.seekable() as file:
        directory = find_directory(file)
        over = overlapping(file, directory)
        known, warcs, others = Known(), 0, 0
        for entry in entries_of(file, directory):
            if entry.name == PACKAGE or IS_PAGE_LIST.fullmatch(entry.name):
                learn(known, entry, file)
        for entry in entries_of(file, directory):
            if not IS_WARC.fullmatch(entry.name):
                others += not entry.name.endswith("/")
                continue
            warcs += 1
            origin = member_names.shown(f"{source.origin}!{entry.name}")
            try:
                member_names.check(entry.name)
                if entry.offset in over:
                    raise Broken("It lies over another member.", "Make the archive anew.")
                yield from warc_in(source, known, entry, member_of(file, entry))
            except Broken as broken:
                fault = broken.fault
                yield Refused(origin, fault.reason, fault.mend, broken.offset)
        if others:
            yield source.passed_over(f"{others:,} other members: they tell of its pages.")
        if not warcs:
            raise Broken("There is no WARC in it.", "Fetch it again, or leave it out.")


def warc_in(source: Source, known: Known, entry: Entry, stream: Readable) -> Iterator[Item]:
    """The pages of one WARC, with their titles; its bytes are compared with their digest."""
    summed = Summed(source.allowance.spent_by(stream))
    inner = source.inside(entry.name, summed)
    is_web_archive = is_warc(inner.head) or is_arc(inner.head)
    if not is_web_archive:
        raise Broken("It is no WARC, though it is named so.", "Leave it out.")
    for item in read_arc(inner) if is_arc(inner.head) else read_warc(inner):
        yield with_title(item, known, source) if isinstance(item, Capture) else item
    stated = known.digests.get(entry.name)
    rest = Peekable(summed)
    while rest.read(MAX_LINE_BYTES):
        pass
    if stated and stated != summed.sha256:
        yield PassedOver(inner.origin, f"{BYTES_DIFFER} {COMPARE}")


def with_title(page: Capture, known: Known, source: Source) -> Capture:
    """A page with the title that the WACZ states, unless more is stated of it already."""
    title = known.titles.get(canonical_url(page.url)) if page.url else None
    if not title or page.supplied.fact("title"):
        return page
    fact = SuppliedFact("title", title, SaidBy.RECORD, f"{source.name}!pages")
    return replace(page, supplied=page.supplied.with_facts([fact]))


def learn(known: Known, entry: Entry, file: IO[bytes]) -> None:
    """Take down what a member says of others; one that cannot be read says nothing."""
    stream = Peekable(member_of(file, entry))
    try:
        if entry.name == PACKAGE:
            learn_digests(known, stream.read_fully(MAX_PAGE_BYTES))
            return
        for line in lines_of(stream):
            if len(known.titles) < MOST_PAGES:
                learn_title(known, line)
    except Broken:
        return


def learn_digests(known: Known, body: bytes) -> None:
    """Of datapackage.json: the digest of each member."""
    package = json_object(body)
    resources = package.get("resources")
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict):
            path, digest = resource.get("path"), resource.get("hash")
            if isinstance(path, str) and isinstance(digest, str):
                name, _, value = digest.rpartition(":")
                if name in ("", "sha256"):
                    known.digests[path] = value.lower()


def learn_title(known: Known, line: bytes) -> None:
    """Of a line of a list of pages: its title. The first line tells of the list."""
    page = json_object(line)
    url, title = page.get("url"), page.get("title")
    if isinstance(url, str) and isinstance(title, str) and title.strip() and title != url:
        known.titles.setdefault(canonical_url(url), title.strip()[:MAX_TITLE_CHARACTERS])


def json_object(body: bytes) -> dict[str, object]:
    """A JSON object; an empty one where there is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def lines_of(stream: Peekable) -> Iterator[bytes]:
    """Lines; what is longer than a line may be ends the list."""
    ahead = b""
    while part := stream.read(MAX_LINE_BYTES):
        *lines, ahead = (ahead + part).split(b"\n")
        yield from lines
        if len(ahead) > MAX_LINE_BYTES:
            return
    yield ahead


class Summed:
    """A stream whose digest is known at its end."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._sum = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Of what was read, in hex."""
        return self._sum.hexdigest()

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        found = self._stream.read(size)
        self._sum.update(found)
        return found


FORMAT = Format("a WACZ file", recognises, read)
