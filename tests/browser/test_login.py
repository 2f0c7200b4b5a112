"""The login in a browser: with scripts and without, in both languages, widths and schemes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from archive.users import Users, checked
from tests.browser.axe import complaints
from tests.serving import served
from tests.webui.pages import build

pytestmark = pytest.mark.browser
WORD = "correct horse battery"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("closed") / "archive"
    with build(folder) as archive:
        Users(folder).add("ann", checked(WORD))
        with served(archive) as base:
            yield base


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("language", ["", "/fr"])
def test_a_reader_logs_in_and_out(
    browser: Browser, closed: str, width: int, scheme: str, language: str
) -> None:
    for script in (True, False):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
        )
        page = context.new_page()

        def is_sound(page=page, script=script) -> None:
            if script:
                assert complaints(page) == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width

        page.goto(f"{closed}{language}/?q=police")
        is_sound()
        page.fill("#name", "ann")
        page.fill("#password", "not this one")
        page.press("#password", "Enter")
        assert page.locator("[role=alert]").is_visible()
        is_sound()
        page.fill("#password", WORD)
        page.press("#password", "Enter")
        page.wait_for_selector(".hit")
        assert page.url == f"{closed}{language}/?q=police"
        is_sound()
        page.click("form.known button")
        page.wait_for_selector("#password")
        page.goto(f"{closed}{language}/")
        assert "/login" in page.url
        context.close()
