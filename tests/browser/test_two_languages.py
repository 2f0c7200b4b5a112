"""A reader of French, with and without scripts; and words that scripts make."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.webui.pseudo import Pseudo, said, told, untranslated

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_a_french_browser_gets_french_and_the_switch_keeps_the_search(
    browser: Browser, site: Site, script: bool
) -> None:
    context = browser.new_context(locale="fr-CA", java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{site.base}/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("police")
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("15 pages")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile(r"/en/\?q=police$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".hit h2 a").first.click()
    expect(page).to_have_url(re.compile(r"/en/doc/\w+\?q=police"))
    page.get_by_role("link", name="Français", exact=True).click()
    expect(page).to_have_url(re.compile(r"/fr/doc/\w+\?q=police"))
    page.get_by_role("link", name="Toutes les pages avec police").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("15 pages")
    context.close()


def test_scripts_make_no_english_words(
    browser: Browser, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = Pseudo()
    monkeypatch.setattr("webui.words.catalogue", lambda code: catalogue)
    monkeypatch.setattr("indexer.phrasebook.said", said)
    monkeypatch.setattr("indexer.phrasebook.told", told)
    context = browser.new_context()
    page = context.new_page()
    for address in (
        "/fr/?q=police",
        f"/fr/doc/{site.id_of('Meeting 1 ')}?q=police",
        "/fr/api/docs",
    ):
        page.goto(site.base + address)
        before = readable(page.inner_html("body"))
        page.fill("#q", "")
        page.locator("#q").press_sequentially("council", delay=150)
        expect(page.locator("#suggestions li").first).to_be_visible()
        kinds = page.locator("#suggestions .count").all_inner_texts()
        assert kinds
        assert not any(kind.isascii() for kind in kinds), kinds
        page.evaluate(PRESS_ALL)
        page.locator("body").press("?")
        assert readable(page.inner_html("body")) - before == set(), address
    context.close()


# Opens what can be opened, and presses what scripts made to be pressed.
PRESS_ALL = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const button of document.querySelectorAll("main [type=button]")) button.click();
}"""


def readable(body: str) -> set[str]:
    """The English on a page, each with where it stands, but for the list of suggestions."""
    listless = re.sub(r'<ul[^>]*id="suggestions".*?</ul>', "", body, flags=re.DOTALL)
    return set(untranslated(f"<html lang='fr'>{listless}", str.isdecimal))
