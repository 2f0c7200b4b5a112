"""Invented pages whose values try to break out of every form."""

from datetime import UTC, date, datetime

from archive.document import Document, Place, PublicationDate

HOSTILE = (
    'Council\r\nER  - \r\nTY  - BOOK\x00 "votes" {on} 50 % \\& #3_a',
    '=HYPERLINK("https://evil.example","click")',
    "Titre, avec « guillemets » ; l’œuvre}{\x1b[31m",
    "@misc{stolen, title={x}}",
    "\u202egnirts\u2028next \ud800 end",
    "$x^2$ ~ \\textbf{bold} \\",
    "-1+cmd|' /C calc'!A0",
    "]]> <script>alert(1)</script> \ufeff",
)


def page(
    number: int = 1,
    *,
    title: str = "Council votes on shelter",
    authors: tuple[str, ...] = ("Ada Quill",),
    source: str | None = "The Harbour Light",
    published: PublicationDate | None = None,
    url: str | None = "https://pages.example/a?b=1&c=%20d_e~f#g",
    language: str = "en",
) -> Document:
    return Document(
        id=f"{number:016x}",
        title=title,
        text="Council voted.",
        removed=(),
        url=url,
        source=source,
        authors=authors,
        published=published,
        language=language,
        places=(Place(6167865, "Toronto", "city", "Ontario", "Canada"),),
        years_mentioned=(2016, 2017),
        captured=datetime(2020, 5, 6, 7, tzinfo=UTC),
        digest=f"{number:064x}",
    )


def on(first: str, last: str | None = None) -> PublicationDate:
    earliest = date.fromisoformat(first) if first else None
    latest = earliest if last is None else date.fromisoformat(last) if last else None
    return PublicationDate(earliest, latest, "dateline")


def hostile_pages() -> list[Document]:
    return [
        page(number, title=text, authors=(text, "Luc de la Tour"), source=text)
        for number, text in enumerate(HOSTILE, 1)
    ]
