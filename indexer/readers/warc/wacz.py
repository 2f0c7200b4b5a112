"""WACZ: a ZIP of web archives with what was known of their pages (WACZ 1.1.1).

Only its WARCs are pages; its indexes and screenshots tell of the same. What its list of pages says
of a page, its title, is stated of it.
"""

import hashlib
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
from indexer.readers.json_lines import BLANK, value_of
from indexer.readers.limits import MAX_PAGE_BYTES
from indexer.readers.line_text import LineText, as_lines_can_be_told
from indexer.readers.lines import Line, lines_of
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
# Lines of one list that are refused one by one; a list of which more cannot be read is no list.
MOST_REFUSED = 100
CHUNK_BYTES = 65_536
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
                yield from learn(known, entry, file, source)
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
                yield refusal(origin, broken, broken.offset)
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
    while rest.read(CHUNK_BYTES):
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


def learn(known: Known, entry: Entry, file: IO[bytes], source: Source) -> Iterator[Refused]:
    """Take down what a member says of others; what of it cannot be read is refused."""
    origin = member_names.shown(f"{source.origin}!{entry.name}")
    try:
        stream = Peekable(source.allowance.spent_by(member_of(file, entry)))
        if entry.name == PACKAGE:
            stream = as_lines_can_be_told(stream)[0]
            body = stream.read_fully(MAX_PAGE_BYTES)
            learn_digests(known, value_of(Line(1, 0, len(body), body), utf_8()))
        else:
            yield from learn_titles(known, stream, origin)
    except Broken as broken:
        yield refusal(origin, broken, broken.offset)


def utf_8() -> LineText:
    """What decodes the members that tell of others, which are in UTF-8."""
    text = LineText()
    text.charset = "utf_8"
    return text


def learn_digests(known: Known, package: object) -> None:
    """Of datapackage.json: the digest of each member."""
    resources = package.get("resources") if isinstance(package, dict) else None
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict):
            path, digest = resource.get("path"), resource.get("hash")
            if isinstance(path, str) and isinstance(digest, str):
                name, _, value = digest.rpartition(":")
                if name in ("", "sha256"):
                    known.digests[path] = value.lower()


def learn_titles(known: Known, stream: Peekable, origin: str) -> Iterator[Refused]:
    """Of a list of pages: their titles; each line that cannot be read costs only itself.

    Raise Broken where so many cannot be read that it is no list of pages.
    """
    text, refused = utf_8(), 0
    for line in lines_of(as_lines_can_be_told(stream)[0], MAX_PAGE_BYTES):
        if line.body is not None and not line.body.strip(BLANK):
            continue
        try:
            learn_title(known, value_of(line, text))
        except Broken as broken:
            refused += 1
            if refused > MOST_REFUSED:
                raise Broken(
                    f"More than {MOST_REFUSED} of its lines cannot be read; the rest was left.",
                    "Have the WACZ made anew; its pages were taken without the titles it states.",
                ) from broken
            offset = line.offset + (broken.offset or 0)
            yield refusal(f"{origin}#line {line.number}", broken, offset)


def learn_title(known: Known, page: object) -> None:
    """Of a line of a list of pages: its title. The first line tells of the list."""
    if not isinstance(page, dict) or len(known.titles) >= MOST_PAGES:
        return
    url, title = page.get("url"), page.get("title")
    if isinstance(url, str) and isinstance(title, str) and title.strip() and title != url:
        known.titles.setdefault(canonical_url(url), title.strip()[:MAX_TITLE_CHARACTERS])


def refusal(origin: str, broken: Broken, offset: int | None) -> Refused:
    """What is kept of a part of the WACZ that cannot be read."""
    return Refused(origin, broken.fault.reason, broken.fault.mend, offset)


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
