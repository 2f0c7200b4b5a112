"""A document's page in a browser: a hostile page laid out, matches by keys, copying, axe."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.axe import complaints
from tests.browser.conftest import Site, Visit
from tests.serving import served
from tests.webui.captured import HERONS, LONG_PARAGRAPHS, build

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MATCHES = len(range(50, LONG_PARAGRAPHS, HERONS))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with build(tmp_path_factory.mktemp("captures") / "archive") as archive:
        ids = {document.title: document.id for _, document in archive.scan()}
        with served(archive) as base:
            yield Site(base, ids)


@pytest.mark.parametrize("script", [True, False])
def test_a_hostile_page_laid_out_asks_for_nothing_and_does_nothing(
    visit: Open, site: Site, script: bool
) -> None:
    here = visit(script=script)
    asked: list[str] = []
    here.page.on("request", lambda request: asked.append(request.url))
    here.go(f"/doc/{site.id_of('Hostile')}?view=rendered")
    frame = here.page.frame_locator("iframe.laid-out")
    frame.get_by_text("Red words").click()
    frame.get_by_text("A link").click()
    frame.get_by_text("Send").click()
    frame.get_by_text("More").click()
    here.page.wait_for_timeout(300)
    assert all(url.startswith(site.base) for url in asked)
    (laid_out,) = [url for url in asked if "/rendered" in url]
    assert here.page.frames[1].url == laid_out
    assert frame.locator("img, script, form, [href], [src]").count() == 0


def test_even_unclean_markup_could_do_nothing_in_the_frame(
    visit: Open, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The policy alone holds, should the cleaning of markup ever miss something."""
    from markupsafe import Markup

    monkeypatch.setattr("webui.rendered.sanitised", Markup)
    here = visit()
    here.go(f"/doc/{site.id_of('Hostile')}?view=rendered")
    here.page.wait_for_timeout(300)
    assert any("Content Security" in told for told in here.complaints)
    here.complaints[:] = [told for told in here.complaints if "Content Security" not in told]


def test_keys_and_buttons_walk_the_matches_of_a_long_text(visit: Open, site: Site) -> None:
    here = visit()
    loads: list[str] = []
    here.page.on("request", lambda r: loads.append(r.url) if r.is_navigation_request() else None)
    here.go(f"/doc/{site.id_of('A long')}?q=heron")
    told = here.page.locator(".match-place")
    for number in range(1, MATCHES + 1):
        here.page.keyboard.press("n")
        expect(told).to_have_text(f"{number} of {MATCHES} matches")
        assert here.page.locator("#text mark.current").count() == 1
        assert f"at={here.page.locator('mark.current').get_attribute('id')[3:]}" in here.page.url
    assert len(loads) < MATCHES  # those on one part are reached without loading it again
    here.page.keyboard.press("p")
    expect(told).to_have_text(f"{MATCHES - 1} of {MATCHES} matches")
    here.page.keyboard.press("N")
    expect(told).to_have_text(f"{MATCHES - 2} of {MATCHES} matches")


def test_without_scripts_matches_are_links(visit: Open, site: Site) -> None:
    here = visit(script=False)
    here.go(f"/doc/{site.id_of('A long')}?q=heron")
    for number in range(1, 4):
        here.page.get_by_role("link", name="Next match").click()
        expect(here.page.locator(".match-place")).to_have_text(f"{number} of {MATCHES} matches")
    assert here.page.locator(".copy:visible").count() == 0


def test_the_record_in_the_head_is_no_script_to_the_browser(visit: Open, site: Site) -> None:
    here = visit()
    here.go(f"/doc/{site.id_of('Minutes')}")
    linked = here.page.evaluate(
        "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
    )
    assert linked["name"] == "Minutes of the council"


def test_a_citation_is_copied_by_a_button(visit: Open, site: Site) -> None:
    here = visit()
    here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.go(f"/doc/{site.id_of('Minutes')}")
    here.page.get_by_role("button", name="Copy: APA").click()
    here.page.get_by_text("Copied").first.wait_for()
    copied = here.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Roy, A. (2018, March 3). Minutes of the council.")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_and_all_fits(visit: Open, site: Site, width: int, scheme: str) -> None:
    here = visit(width=width, scheme=scheme)
    views = ("?q=police&at=1", "?view=original", "?view=rendered", "?view=removed&layout=list")
    for address in (*views, "/diff"):
        here.go(f"/doc/{site.id_of('Minutes')}{address}")
        assert complaints(here.page) == []
        assert here.page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_keys_move_the_focus_to_the_match_and_the_other_language_follows(
    visit: Open, site: Site
) -> None:
    here = visit()
    here.go(f"/doc/{site.id_of('A long')}?q=herons")
    here.page.keyboard.press("n")
    focused = here.page.evaluate("document.activeElement.id")
    assert focused.startswith("at-")
    link = here.page.locator(".languages a").first.get_attribute("href") or ""
    assert f"at={focused.removeprefix('at-')}" in link
    assert link.endswith(f"#{focused}")
    here.page.locator(".to-cite a").click()
    assert here.page.evaluate("document.activeElement.id") == "cite"


@pytest.mark.parametrize("path", ["", "/why"])
def test_a_long_query_does_not_widen_a_narrow_page(visit: Open, site: Site, path: str) -> None:
    here = visit(width=320)
    here.go(f"/doc/{site.id_of('A long')}{path}?q={'w' * 900}")
    assert here.page.evaluate("document.documentElement.scrollWidth") <= 320
