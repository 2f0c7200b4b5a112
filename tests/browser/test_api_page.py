"""The page of the API in a browser."""

import json
from collections.abc import Callable

import pytest

from tests.browser.axe import complaints
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def test_a_form_shows_what_the_archive_says_below_it(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go("/api/docs")
    section = here.page.locator("#get-search")
    section.get_by_label("q", exact=True).fill("police don't")
    section.get_by_label("limit").fill("2")
    section.get_by_role("button", name="Ask").click()
    section.locator("[data-body]").wait_for()
    told = json.loads(section.locator("[data-body]").inner_text())
    assert told["query"] == "police don't"
    assert here.page.url.endswith("/api/docs")
    assert "q=police+don%27t&limit=2" in section.locator("[data-curl]").inner_text()
    assert "q=police+don%27t&limit=2" in section.locator("[data-python]").inner_text()
    assert section.locator("[data-told]").inner_text().startswith("Answered 200")


def test_a_problem_is_shown_as_it_is(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go("/fr/api/docs")
    section = here.page.locator("#get-document")
    section.get_by_label("id").fill("none")
    section.get_by_role("button", name="Demander").click()
    section.locator("[data-body]").wait_for()
    assert json.loads(section.locator("[data-body]").inner_text())["status"] == 404


def test_without_a_script_the_answer_opens(visit: Callable[..., Visit]) -> None:
    here = visit(script=False)
    here.go("/api/docs")
    here.page.locator("#get-stats button.api-run").click()
    assert here.page.url.endswith("/api/v1/stats")
    assert '"documents": 31' in here.page.content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fits(visit: Callable[..., Visit], scheme: str) -> None:
    here = visit(width=320, scheme=scheme)
    here.go("/api/docs")
    here.page.locator("#get-stats .api-run").click()
    here.page.locator("#get-stats [data-body]").wait_for()
    here.page.locator("#schemas summary").first.click()
    assert here.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert complaints(here.page) == []
