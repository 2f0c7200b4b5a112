"""The flow, one page at a time: decode, clean, describe, document."""

import re
from dataclasses import dataclass, replace

from archive.capture import Capture
from archive.characters import fact
from archive.document import Document, Evidence, Refused
from archive.identity import digest_of
from archive.joined import joined
from archive.origins import public_origin
from archive.source_names import NO_NAMES, SourceNames
from indexer.cleaning import clean_text
from indexer.cleaning.clean import clean_read
from indexer.cleaning.cleaned import Cleaned
from indexer.cleaning.markup.lines import HtmlPage, read_parsed
from indexer.cleaning.markup.parsed import Parsed, parse
from indexer.cleaning.profile import NOTHING_KNOWN, SourceProfile
from indexer.cleaning.reach import within_reach
from indexer.copies.phrases import MOST_TERMS, said_in
from indexer.errors import UnreadablePath
from indexer.indexed_part import not_indexed
from indexer.metadata import describe
from indexer.metadata.description import Description
from indexer.pdf.process import read_pdf
from indexer.pdf.stating import evidence_of as pdf_evidence
from indexer.pdf.stating import flags_of as pdf_flags
from indexer.pdf.stating import laid_under
from indexer.pdf.text import PdfText
from indexer.readers.contents import HTML, PDF, Unfit, unfit
from indexer.readers.decoding import Decoded, decode
from indexer.stating import unheard
from indexer.unsure_facts import without_unsure

# One letter or digit is a word; all of them are counted only where they are needed.
WORD = re.compile(r"[^\W_]")
NOTHING_LEFT = "cleaning left nothing"
ONLY_A_TITLE = "there is only a title"
FROM_PDF = "text read from the PDF"

# What is longer is cut at a word: a title, or the first line that stands in for one.
MAX_TITLE_CHARACTERS = 300
MAX_FIRST_LINE_CHARACTERS = 120
# Shorter texts ("Page not found") are alike without being copies.
MIN_GROUP_WORDS = 20
GROUP_HEX_DIGITS = 16


class UnreadablePage(UnreadablePath):
    """A page whose text cannot be read; `fault` says why, and what to do about it."""

    def __init__(self, origin: str, fault: Unfit) -> None:
        super().__init__(f"{origin}: {joined(fault.reason, fault.mend)}")
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Page:
    """A capture as text.

    parsed: its HTML, or None where it is text
    read:   its HTML as it was read, or None where it is text
    pdf:    what was read of it where it is a PDF
    flat:   its lines as a person would see them, before cleaning; of a text that is too long, its
            beginning
    cut:    what of a text was not read, as flags
    """

    capture: Capture
    decoded: Decoded
    parsed: Parsed | None
    read: HtmlPage | None
    flat: str
    pdf: PdfText | None = None
    cut: tuple[str, ...] = ()

    @property
    def flags(self) -> tuple[str, ...]:
        """What a person should look at before anything is cleaned."""
        return (*self.decoded.flags, *self.cut)

    @property
    def has_words(self) -> bool:
        """Whether there is a word in what it shows."""
        return WORD.search(self.flat) is not None

    @property
    def has_title(self) -> bool:
        """Whether there is a word in what it has for a title."""
        return self.read is not None and WORD.search(self.read.title) is not None


def prepare(capture: Capture, *, profile: SourceProfile = NOTHING_KNOWN) -> Document | Refused:
    """Turn a page as it came into a document, or say why it is no page.

    profile: what is known of the page's source
    """
    if fault := unfit(capture.body):
        return refuse(capture, fault.reason, fault.mend)
    try:
        page = flatten(capture)
    except UnreadablePage as error:
        return refuse(capture, error.fault.reason, error.fault.mend)
    if not page.has_words and not page.has_title:
        return refuse(capture, "There is no word in it.", "Fetch the page again, or leave it out.")
    cleaned = clean(page, profile)
    return document_of(page, cleaned, describe_page(page, cleaned, profile.names))


def flatten(capture: Capture) -> Page:
    """Decode a capture, and lay its markup flat where it has any. Raise UnreadablePage."""
    if capture.media_type == PDF:
        return flatten_pdf(capture)
    decoded = decode(capture.body, capture.media_type, capture.charset)
    if capture.media_type != HTML:
        flat, cut = within_reach(decoded.text)
        return Page(capture, decoded, None, None, flat, cut=cut)
    parsed = parse(decoded.text)
    read = read_parsed(parsed)
    return Page(capture, decoded, parsed, read, "\n".join([line.original for line in read.lines]))


def flatten_pdf(capture: Capture) -> Page:
    """The text of a PDF. Raise UnreadablePage where there is none."""
    read = read_pdf(capture.body)
    if isinstance(read, Unfit):
        raise UnreadablePage(capture.origin, read)
    flat, cut = within_reach(read.text)
    return Page(capture, Decoded(read.text, "utf_8", FROM_PDF), None, None, flat, read, cut)


def decoded_of(capture: Capture) -> Decoded:
    """A capture as text, its markup with it; of a PDF the text in it, empty where it has none."""
    if capture.media_type != PDF:
        return decode(capture.body, capture.media_type, capture.charset)
    try:
        return flatten_pdf(capture).decoded
    except UnreadablePage:
        return Decoded("", "utf_8", FROM_PDF)


def clean(page: Page, profile: SourceProfile = NOTHING_KNOWN) -> Cleaned:
    """The page's own words, and the ledger."""
    if page.read is None:
        return clean_text(page.flat, profile=profile)
    return clean_read(page.read, profile=profile)


def describe_page(page: Page, cleaned: Cleaned, names: SourceNames = NO_NAMES) -> Description:
    """The page's metadata with its evidence; what is stated of it wins.

    names: the archivist's names of sources
    """
    found = describe(
        text=page.flat,
        parsed=page.parsed,
        url=page.capture.url,
        captured=page.capture.captured,
        supplied=page.capture.supplied,
        cleaned=cleaned,
        names=names,
    )
    if page.pdf:
        return laid_under(found, page.pdf)
    sure, unsure = without_unsure(found, page.decoded, names)
    return replace(sure, flags=unsure)


def refuse(capture: Capture, reason: str, mend: str) -> Refused:
    """The refusal of a capture."""
    return Refused(capture.origin, reason, mend, digest=capture.digest)


def document_of(page: Page, cleaned: Cleaned, description: Description) -> Document:
    """What is stored of a page that was cleaned and described."""
    capture = page.capture
    return Document(
        id=capture.document_id,
        title=title_of(capture, cleaned, description),
        text=cleaned.text,
        removed=cleaned.removed,
        url=capture.url,
        source=description.source.value if description.source else None,
        authors=tuple(author.value for author in description.authors),
        published=description.published,
        language=description.language.value,
        places=description.places,
        years_mentioned=description.years_mentioned,
        captured=capture.captured,
        digest=capture.digest,
        group=group_of(cleaned.text),
        evidence=(*evidence_of(description), *(pdf_evidence(page.pdf) if page.pdf else ())),
        flags=(
            *flags_of(page, cleaned),
            *description.flags,
            *capture.supplied.notes,
            *unheard(description, capture.supplied),
        ),
    )


def title_of(capture: Capture, cleaned: Cleaned, description: Description) -> str:
    """The title found, else the first line that stayed, else of the page, else where it was."""
    if description.title and (title := one_line(description.title.value, MAX_TITLE_CHARACTERS)):
        return title
    bylines = {one_line(author.quote) for author in description.authors}
    for line in (*cleaned.text.split("\n"), *cleaned.original_lines()):
        title = one_line(line)
        if title and title not in bylines:
            return title
    return one_line(capture.url or "") or public_origin(capture.origin)


def one_line(text: str, most: int = MAX_FIRST_LINE_CHARACTERS) -> str:
    """White space as single spaces, cut at a word where it has more than so many characters."""
    line = " ".join(fact(text).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def group_of(text: str) -> str | None:
    """The same for texts of the same words, whatever their case, accents and spaces."""
    said = said_in(text)
    if len(said) < MIN_GROUP_WORDS:
        return None
    # Of a text with more words than are looked at, only the same text has the same.
    rest = digest_of(text.encode("utf-8", "replace")) if len(said) == MOST_TERMS else ""
    return digest_of(" ".join((*said, rest) if rest else said).encode())[:GROUP_HEX_DIGITS]


def evidence_of(description: Description) -> tuple[Evidence, ...]:
    """What each value rests on, for the screen."""
    facts = [
        ("title", description.title),
        *(("author", author) for author in description.authors),
        ("source", description.source),
        ("language", description.language),
    ]
    return tuple(
        Evidence(field, fact.value, fact.finder, fact.quote) for field, fact in facts if fact
    )


def flags_of(page: Page, cleaned: Cleaned) -> tuple[str, ...]:
    """What a person should look at, each once."""
    emptied = () if cleaned.text.strip() else (NOTHING_LEFT if page.has_words else ONLY_A_TITLE,)
    of_pdf = pdf_flags(page.pdf) if page.pdf else ()
    unread = not_indexed((cleaned.text, "\n".join(line.text for line in cleaned.removed)))
    return tuple(dict.fromkeys((*page.flags, *of_pdf, *cleaned.flags, *emptied, *unread)))
