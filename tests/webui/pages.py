"""An archive of invented pages for the tests of the site, with every kind of page in it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document, Evidence, Place, PublicationDate
from indexer import prepare

TORONTO = Place(6167865, "Toronto", "city", "Ontario", "Canada", 3, evidence="the largest")
HAMILTON = Place(5969782, "Hamilton", "city", "Ontario", "Canada", 1)
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}</textarea>"
CAPTURED = datetime(2023, 1, 2, 3, 4, tzinfo=UTC)

MESSY = b"""Skip to main content
Share on Facebook
Tweet
Harbour clinic opens its doors to all
By Ann Roy
March 3, 2018
The clinic on the harbour will treat anyone, whatever their papers say, the mayor told us.

Nurses from Hamilton will work there twice a week, and the police will not ask for names.

Sign up for our newsletter
Back to top
Copyright 2018 Harbour Post. All rights reserved.
"""


def build(folder: Path) -> Archive:
    """A new archive with 31 pages; its caller closes it."""
    archive = Archive.create(folder)
    run = archive.begin_run("test", ("pages",))
    with archive.batch():
        for capture, document in pages():
            archive.add(run, capture, document)
    archive.finish_run(run)
    corrected = next(id for id in archive.find_ids("") if "Meeting 7 " in archive.get(id).title)
    archive.correct(
        Correction(
            corrected, "source", '"The Corrected Gazette"', "Seen in print", "R. Roe", CAPTURED
        )
    )
    return archive


def pages() -> Iterator[tuple[Capture, Document]]:
    """24 meetings, then the odd ones."""
    for number in range(1, 25):
        yield meeting(number)
    yield page("Un conseil municipal", "Le conseil de Montréal a voté la motion.", language="fr")
    yield page("A page without a day", "The council never said when it met about the police.")
    spring = PublicationDate(date(2016, 3, 1), date(2017, 5, 31), "bounded by text", "last spring")
    yield page("A page of some season", "The council met in spring.", published=spring)
    yield page(
        "The same words", "Twice the same motion.", url="https://a.example/1", group="ab" * 8
    )
    yield page(
        "The same words", "Twice the same motion.", url="https://b.example/2", group="ab" * 8
    )
    yield hostile()
    capture = Capture(MESSY, "text/plain", "https://harbour.example/clinic", CAPTURED, "messy.txt")
    prepared = prepare(capture)
    assert isinstance(prepared, Document)
    yield capture, prepared


def meeting(number: int) -> tuple[Capture, Document]:
    """One of many pages that look alike."""
    day = date(2010 + number % 8, 1 + number % 12, number)
    paragraphs = [f"The council met for the {number}th time about housing."]
    if number % 2:
        paragraphs.append("The police spoke. Then the police left, and policing was put off.")
    return page(
        f"Meeting {number} of the council",
        "\n\n".join(paragraphs),
        url=f"https://council.example/meeting/{number}",
        source="Council Times" if number % 3 else "Harbour Post",
        published=PublicationDate(day, day, "dateline", f"{day}"),
        places=((TORONTO,), (HAMILTON,), (TORONTO, HAMILTON), ())[number % 4],
        years_mentioned=(1999,) if number % 5 == 0 else (),
    )


def page(
    title: str, text: str, *, url: str | None = None, **known: object
) -> tuple[Capture, Document]:
    """A capture of a text, and its document."""
    capture = Capture(f"{title}\n{text}\n{url}".encode(), "text/plain", url, CAPTURED, "page.txt")
    about: dict[str, object] = {
        "removed": (),
        "source": None,
        "authors": (),
        "published": None,
        "language": "en",
        "places": (),
        "years_mentioned": (),
        "evidence": (Evidence("title", title, "first line", title),),
    }
    document = Document(
        id=capture.document_id,
        title=title,
        text=text,
        url=url,
        captured=CAPTURED,
        digest=capture.digest,
        **(about | known),  # type: ignore[arg-type]
    )
    return capture, document


def hostile() -> tuple[Capture, Document]:
    """Markup in every field that a page can fill."""
    mark = f"hostile {HOSTILE}"
    return page(
        mark,
        f"{mark} police\n\n{mark}",
        url="javascript:alert(3)",
        source=mark,
        authors=(mark,),
        published=PublicationDate(date(2017, 1, 1), date(2017, 1, 1), mark, mark),
        language="en",
        places=(Place(1, mark, "city", mark, mark, 1, evidence=mark),),
        evidence=tuple(Evidence(f, mark, mark, mark) for f in ("title", "source", "author")),
        flags=(mark,),
    )
