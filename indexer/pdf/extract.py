"""A PDF's text and properties, by PDFium; only ever in the process of `child`."""

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.pdf.paragraphs import Line, paragraphs_of
from indexer.pdf.text import MOST_SILENT

# PDFium's mark of a hyphen at the end of a line, whose word goes on: "immi￾gration".
BROKEN_WORD = "\ufffe"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
MAX_CHARACTERS = 20_000_000
WORD = re.compile(r"[^\W_]")


class NotRead(Exception):
    """Why a PDF has no text for us, as a word of `process.FAULTS`."""


def extracted(body: bytes) -> dict[str, object]:
    """What there is in a PDF, as JSON has it. Raise NotRead."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise NotRead("encrypted" if locked else "damaged") from error
    pages = len(document)
    texts: list[str] = []
    silent: list[int] = []
    size = 0
    for number in range(pages):
        text = page_text(document, number)
        if not WORD.search(text):
            silent.append(number + 1)
        else:
            texts.append(text)
        size += len(text)
        if size > MAX_CHARACTERS:
            raise NotRead("too large")
    if not texts:
        raise NotRead("no text" if pages else "damaged")
    told = document.get_metadata_dict()
    return {
        "text": "\n\n".join(texts),
        "pages": pages,
        "silent": silent[:MOST_SILENT],
        "title": told.get("Title", ""),
        "author": told.get("Author", ""),
        "made": [told.get("CreationDate", ""), told.get("ModDate", "")],
    }


def page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """The paragraphs of a page; nothing where the page is damaged."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""
    try:
        found = "\n\n".join(paragraphs_of(list(lines_of(text))))
    finally:
        text.close()
        page.close()
    return found


def lines_of(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """The lines of a page that say something."""
    count = page.count_chars()
    whole = page.get_text_range(0, count) if count > 0 else ""
    # Letters beyond 16 bits, and some that PDFium leaves out, make places of letters uncertain.
    placed = len(whole) == count
    place = 0
    for written in whole.split("\r\n"):
        text = " ".join(UNSEEN.sub("", written.replace(BROKEN_WORD, "")).split())
        if text and placed:
            left, bottom, _, top = page.get_charbox(place, loose=True)
            _, _, right, _ = page.get_charbox(place + len(written) - 1, loose=True)
            yield Line(text, left, right, bottom, top)
        elif text:
            yield Line(text, 0, len(text), -place, 1 - place)
        place += len(written) + 2
