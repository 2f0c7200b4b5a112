"""Pages and readers that try everything: no script, no dialog, no request to another site."""

from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import quote, urlencode

import pytest

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document, Evidence, Place, PublicationDate, Refused, RemovedLine
from tests.browser.conftest import Site, Visit
from tests.browser.payloads import PAYLOADS
from tests.serving import served
from tests.webui.pages import CAPTURED

pytestmark = pytest.mark.browser

HOSTILE_PAGES = 3
FILES = ("/export", "/feed", "/opensearch")  # a browser saves them
DAY = PublicationDate(date(2017, 5, 1), date(2017, 5, 1), PAYLOADS[0], PAYLOADS[7])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of hostile pages alone; stands for the site of all other browser tests."""
    with Archive.create(tmp_path_factory.mktemp("hostile") / "archive") as archive:
        fill(archive)
        with served(archive) as base:
            yield Site(base, {id: id for id in archive.find_ids("")})


def fill(archive: Archive) -> None:
    """Pages with payloads in all that a page, a manifest or an archivist can state."""
    run = archive.begin_run(PAYLOADS[1], (PAYLOADS[2],))
    for number in range(HOSTILE_PAGES):
        mine = PAYLOADS[number::HOSTILE_PAGES]
        url = f"https://evil.example/{quote(mine[3])}{number}"
        for version in ("old", "new"):
            body = (
                f"<html><head><title>{mine[0]}</title></head><body>{version}{' '.join(mine)}</body>"
            )
            capture = Capture(body.encode(), "text/html", url, CAPTURED, mine[5])
            archive.add(run, capture, hostile(capture, mine, version))
        archive.correct(
            Correction(capture.document_id, "title", f'"{number}"', mine[9], mine[10], CAPTURED)
            if number == 1
            else Correction(capture.document_id, "source", '"x"', mine[11], mine[12], CAPTURED)
        )
    for payload in PAYLOADS[::20]:
        archive.refuse(run, Refused(payload, payload, payload, 3, None))
    archive.finish_run(run)


def hostile(capture: Capture, mine: tuple[str, ...], version: str) -> Document:
    """A document whose every field is hostile."""
    removed = tuple(
        RemovedLine(number, payload, mine[1], mine[2], 0.5)
        for number, payload in enumerate(mine[:40], 1)
    )
    return Document(
        id=capture.document_id,
        title=" ".join(("hostile", *mine[:30])),
        text="\n\n".join((f"hostile {version}", *mine)),
        removed=removed,
        url=mine[40] if version == "old" else capture.url,
        source=mine[4],
        authors=(mine[5], mine[6]),
        published=DAY,
        language="en",
        places=(Place(1, mine[7], "city", mine[8], mine[9], 1, evidence=mine[10]),),
        years_mentioned=(2016,),
        captured=CAPTURED,
        digest=capture.digest,
        evidence=tuple(Evidence(f, mine[11], mine[12], mine[13]) for f in ("title", "source")),
        flags=(mine[14], mine[15]),
    )


def addresses(site: Site) -> Iterator[str]:
    """Every kind of page about the hostile pages, and queries and values that are hostile."""
    yield from ("/", "/?q=hostile", "/fr/?q=hostile&limit=50", "/?sort=newest&source=x")
    for id in site.ids:
        views = ("clean", "original", "rendered", "removed", "removed&layout=list")
        yield from (f"/doc/{id}?q=hostile&view={view}" for view in views)
        yield from (f"/doc/{id}/why?q=hostile", f"/doc/{id}/rendered", f"/doc/{id}/diff")
        yield from (f"/doc/{id}/raw", f"/api/v1/documents/{id}")
    for by in ("city", "source", "author", "country"):
        yield from (f"/coverage?by={by}", f"/trends?q=hostile&by={by}", f"/facets/{by}")
    yield from ("/methods", "/feed.atom?q=hostile", "/opensearch.xml", "/export.csv", "/api/docs")
    for start in range(0, len(PAYLOADS), 100):
        some = PAYLOADS[start : start + 100]
        yield "/trends?" + urlencode([("q", payload) for payload in some[:5]])
        yield "/?" + urlencode([("source", payload) for payload in some[:10]])
        yield "/coverage?" + urlencode({"q": some[0], "by": "source", "city": some[1]})
        yield from ("/?" + urlencode({"q": f'"{some[2]}"'}), "/?" + urlencode({"q": some[3]}))
        yield "/?" + urlencode({"q": "hostile", "sort": some[4], some[5]: some[6]})
        yield f"/{quote(some[7])}"


def test_300_payloads_in_every_field_do_nothing(visit: Callable[..., Visit], site: Site) -> None:
    here = visit()
    assert len(PAYLOADS) == 300
    for address in addresses(site):
        if address.startswith(FILES) or address.endswith("/raw"):
            answer = here.page.request.get(site.base + address)
            assert answer.headers["x-content-type-options"] == "nosniff"
            continue
        here.go(address)
        assert nothing_happened(here), address


def test_300_payloads_in_a_list_and_in_quotations_do_nothing(
    visit: Callable[..., Visit], site: Site
) -> None:
    here = visit()
    for choice in ("phrase", "query"):
        here.go("/lists")
        here.page.check(f"[name=as][value={choice}]")
        here.page.fill("#list", "\n".join(" ".join(each.split()) for each in PAYLOADS))
        here.page.click("form.checking button.draw")
        assert here.page.locator(".counts tbody tr").count() > 250
        assert nothing_happened(here)
    here.go("/quotation")
    here.page.fill("#text", " hostile ".join(PAYLOADS[:40]))
    here.page.click("form.checking button.draw")
    assert here.page.locator(".passages li").count() > 0
    assert nothing_happened(here)


def nothing_happened(here: Visit) -> bool:
    """No frame was marked by a script, and no link or form of the page leads where it may not."""
    return not any(frame.evaluate("window.pwned") for frame in here.page.frames[:1]) and bool(
        here.page.evaluate(
            """() => [...document.querySelectorAll("[href], [src], [action], [formaction]")].every(
              (one) => ["href", "src", "action", "formaction"].every((name) => {
                const value = one.getAttribute(name);
                if (value === null) return true;
                const url = new URL(value, location.href);
                if (url.origin === location.origin) return true;
                const told = one.matches("a[rel~=noreferrer][rel~=noopener]");
                return told && /^https?:$/.test(url.protocol);
              }))"""
        )
    )
