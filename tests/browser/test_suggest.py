"""Suggestions while typing, by keyboard, by mouse and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

Open = Callable[..., Visit]


def test_the_arrow_keys_choose_and_enter_goes_there(visit: Open) -> None:
    here = visit()
    here.go("/")
    box = here.page.get_by_role("combobox", name="Search the pages")
    box.press_sequentially("un cons")
    expect(here.page.get_by_role("option")).not_to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "true")
    option = here.page.get_by_role("option", name="Un conseil municipal")
    for _ in range(here.page.get_by_role("option").count()):
        box.press("ArrowDown")
        if option.get_attribute("aria-selected") == "true":
            break
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "none")
    box.press("Enter")
    expect(here.page.get_by_role("heading", level=1)).to_have_text("Un conseil municipal")


def test_escape_closes_the_list_and_keeps_what_was_typed(visit: Open) -> None:
    here = visit()
    here.go("/")
    box = here.page.get_by_role("combobox", name="Search the pages")
    box.press_sequentially("counc")
    expect(here.page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(here.page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("counc")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_searches_what_was_typed(visit: Open) -> None:
    here = visit()
    here.go("/")
    box = here.page.get_by_role("combobox", name="Search the pages")
    box.press_sequentially("council")
    expect(here.page.get_by_role("listbox")).to_be_visible()
    box.press("Enter")
    expect(here.page).to_have_url(f"{here.site.base}/?q=council")


def test_a_click_on_a_name_narrows_to_it(visit: Open) -> None:
    here = visit(width=360, scheme="dark")
    here.go("/")
    here.page.get_by_role("combobox", name="Search the pages").press_sequentially("hamil")
    here.page.get_by_role("option", name="Hamilton, Ontario").click()
    expect(here.page.get_by_role("link", name="Take away: City named: Hamilton")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_hostile_title_is_shown_as_text(visit: Open, width: int) -> None:
    here = visit(width=width)
    here.go("/")
    here.page.get_by_role("combobox", name="Search the pages").press_sequentially("hostile")
    expect(here.page.get_by_role("option").first).to_be_visible()
    wide = here.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


def test_without_scripts_the_box_is_a_plain_one(visit: Open) -> None:
    here = visit(script=False)
    here.go("/")
    box = here.page.get_by_role("searchbox", name="Search the pages")
    box.fill("council")
    box.press("Enter")
    expect(here.page.get_by_role("heading", level=1)).to_contain_text("pages")
