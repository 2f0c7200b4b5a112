"""The flow, one page at a time: decode, clean, describe, document."""

from archive.capture import Capture
from archive.document import Document, Evidence, Refused
from archive.identity import digest_of
from indexer.analysis import words
from indexer.cleaning import clean_html, clean_text, flatten_html
from indexer.cleaning.cleaned import Cleaned
from indexer.metadata import describe
from indexer.metadata.description import Description
from indexer.readers.contents import HTML, unfit
from indexer.readers.decoding import Decoded, decode

NOTHING_LEFT = "cleaning left nothing"

# A title is one line; a first line longer than this is a paragraph, cut at a word.
MAX_TITLE_CHARACTERS = 300
# Shorter texts ("Page not found") are alike without being copies.
MIN_GROUP_WORDS = 20
GROUP_HEX_DIGITS = 16


def prepare(capture: Capture) -> Document | Refused:
    """Turn a page as it came into a document, or say why it is no page."""
    if fault := unfit(capture.body):
        return refuse(capture, fault.reason, fault.mend)
    decoded = decode(capture.body, capture.media_type, capture.charset)
    html = decoded.text if capture.media_type == HTML else None
    flat = "\n".join(flatten_html(html)) if html is not None else decoded.text
    if not words(flat):
        return refuse(capture, "There is no word in it.", "Fetch the page again, or leave it out.")
    cleaned = clean_text(flat) if html is None else clean_html(html, url=capture.url)
    description = describe(
        text=flat,
        html=html,
        url=capture.url,
        captured=capture.captured,
        stated=capture.stated,
        cleaned=cleaned,
    )
    return document_of(capture, decoded, cleaned, description)


def refuse(capture: Capture, reason: str, mend: str) -> Refused:
    """The refusal of a capture."""
    return Refused(capture.origin, reason, mend, digest=capture.digest)


def document_of(
    capture: Capture, decoded: Decoded, cleaned: Cleaned, description: Description
) -> Document:
    """What is stored of a page that was cleaned and described."""
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
        evidence=evidence_of(description),
        flags=flags_of(decoded, cleaned),
    )


def title_of(capture: Capture, cleaned: Cleaned, description: Description) -> str:
    """The title found, else the first line that stayed, else of the page, else its address."""
    found = description.title.value if description.title else ""
    for line in (found, *cleaned.text.split("\n"), *cleaned.original_lines()):
        if title := one_line(line):
            return title
    return one_line(capture.url or "") or capture.origin


def one_line(text: str) -> str:
    """White space as single spaces, cut at a word where it is longer than a title can be."""
    line = " ".join(text.split())
    if len(line) <= MAX_TITLE_CHARACTERS:
        return line
    cut = line[: MAX_TITLE_CHARACTERS - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def group_of(text: str) -> str | None:
    """The same for texts of the same words, whatever their case, accents and spaces."""
    terms = [word.term for word in words(text)]
    if len(terms) < MIN_GROUP_WORDS:
        return None
    return digest_of(" ".join(terms).encode())[:GROUP_HEX_DIGITS]


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


def flags_of(decoded: Decoded, cleaned: Cleaned) -> tuple[str, ...]:
    """What a person should look at, each once."""
    emptied = () if cleaned.text.strip() else (NOTHING_LEFT,)
    return tuple(dict.fromkeys((*decoded.flags, *cleaned.flags, *emptied)))
