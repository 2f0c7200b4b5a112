"""A small archive of invented words, with every kind of thing that a page can say."""

from dataclasses import replace
from datetime import UTC, date, datetime

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Evidence, Place, PublicationDate, RemovedLine
from tests.webui.pages import CAPTURED, page

# Every word of the archive begins so; no English word does.
LATER = datetime(2024, 1, 2, tzinfo=UTC)
WORDS = [f"zzw{chr(97 + i)}" for i in range(26)]


def built(archive: Archive) -> Archive:
    """A few pages of invented words, with every kind of thing that a page can say."""
    run = archive.begin_run("test", ("zz",))
    hamilton = Place(
        5969782,
        "Zzwplace",
        "city",
        "Ontario",
        "Canada",
        2,
        evidence="the largest place of that name",
    )
    unsure = Place(6167865, "Zzwother", "city", "Ontario", "Canada", 1, confidence=0.4)
    twins = "zzwa zzwb zzwtwin " * 20
    with archive.batch():
        for number in range(1, 14):
            day = date(2010 + number % 8, 1 + number % 12, 1 + number)
            text = f"Zzwa zzwb {' '.join(WORDS[number:])}.\n\nZzwc zzwa."
            capture, document = page(
                f"Zzwtitle {number} zzw",
                text if number > 3 else twins + text,
                url=f"https://zzw{number}.example/zzw",
                source="Zzwsource" if number % 3 else "Zzwpost",
                authors=("Zzwname Zzwlast", "Zzwsecond") if number % 2 else (),
                published=dated(number, day),
                places=((hamilton,), (unsure, hamilton), ())[number % 3],
                years_mentioned=(1999, 2001) if number % 2 else (),
                language=("en", "fr", "und")[number % 3],
                group="ab" * 8 if number <= 3 else None,
                flags=("The page states two dates.",) if number == 4 else (),
                removed=(
                    RemovedLine(3, "Zzwonly zzwmenu", "menu", "It is a menu."),
                    RemovedLine(4, "Zzwonly", "judge", "It is unlikely to be text.", 0.1),
                ),
                evidence=(Evidence("title", f"Zzwtitle {number} zzw", "first line", "zzw"),),
            )
            archive.add(run, capture, document)
        again = Capture(
            b"<html><title>Zzwtitle 13 zzwnew</title><p>Zzwa zzwb zzwnew zzwother.</p>"
            b"<p>Zzwc zzwd.</p>",
            "text/html",
            "https://zzw13.example/zzw",
            LATER,
            "page.txt",
        )
        archive.add(run, again, replace(document, title="Zzwtitle 13 zzwnew", digest=again.digest))
    archive.finish_run(run)
    for id in archive.find_ids(""):
        archive.correct(Correction(id, "source", '"Zzwright"', "Zzwnote", "Zzwwho", CAPTURED))
        break
    return archive


def dated(number: int, day: date) -> PublicationDate | None:
    """Dates of every precision."""
    return {
        0: None,
        1: PublicationDate(date(day.year, 1, 1), date(day.year, 12, 31), "dateline", "zzw"),
        2: PublicationDate(None, day, "dateline", "zzw"),
        3: PublicationDate(day, None, "dateline", "zzw"),
        4: PublicationDate(date(2012, 3, 1), date(2012, 3, 31), "dateline", "zzw"),
    }.get(number % 7, PublicationDate(day, day, "dateline", "zzw"))
