"""What is read of a PDF."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, and what it states of itself.

    text:   paragraphs parted by blank lines, in the order of the pages; never without a word
    pages:  how many there are
    silent: the numbers of the pages without text, 1-based, the first MOST_SILENT of them
    title, author: as its properties have them, "" where they have none
    made:   the last day on which its properties say it was made or changed, or None
    """

    text: str
    pages: int
    silent: tuple[int, ...] = ()
    title: str = ""
    author: str = ""
    made: date | None = None


MOST_SILENT = 20
