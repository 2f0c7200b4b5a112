"""What a reader does, in a real browser, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_front_page_to_what_was_removed(visit: Open, script: bool) -> None:
    here = visit(script=script)
    page = here.page
    here.go("/")
    page.get_by_label("Search the pages").fill("council")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("h1")).to_contain_text("pages")
    everything = page.locator("h1").inner_text()
    for city in ("Toronto, Ontario", "Hamilton, Ontario"):
        page.get_by_role("checkbox", name=city).check()
        if not script:
            page.get_by_role("button", name="Apply").click()
        expect(page.locator(".chips")).to_contain_text(city)
    assert page.locator("h1").inner_text() != everything
    assert page.locator("h1").inner_text() == "18 pages"
    page.locator(".chips a", has_text="Hamilton").click()
    expect(page.get_by_role("checkbox", name="Hamilton, Ontario")).not_to_be_checked()
    here.go("/?q=clinic")
    page.locator(".hit h2 a").first.click()
    expect(page.locator(".text mark").first).to_be_visible()
    page.get_by_role("link", name="What was removed").click()
    expect(page.locator(".ledger .taken").first).to_be_visible()
    expect(page.locator(".ledger .rule").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_phone_folds_the_facets_and_opens_them(visit: Open, script: bool) -> None:
    here = visit(script=script, width=360)
    page = here.page
    here.go("/?q=council")
    toronto = page.get_by_role("checkbox", name="Toronto, Ontario")
    expect(toronto).to_be_hidden()
    page.locator(".fold summary").click()
    toronto.click()
    if not script:
        page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chips")).to_contain_text("Toronto, Ontario")
    expect(toronto).to_be_visible(visible=script)  # the script keeps them open for the next tick


def test_the_rules_and_their_examples_fit_on_a_phone(visit: Open) -> None:
    here = visit(width=360)
    here.go("/methods")
    scroller = here.page.get_by_role("region", name="Rules and what they took")
    assert scroller.evaluate("it => it.scrollWidth <= it.clientWidth")
    expect(here.page.get_by_role("cell", name="Share on Facebook")).to_be_visible()


def test_the_evidence_of_a_date_shows_on_hover_and_on_focus_and_escape_hides_it(
    visit: Open,
) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    word, note = page.locator(".why-word").first, page.locator(".why-note").first
    expect(note).to_be_hidden()
    word.hover()
    expect(note).to_be_visible()
    page.mouse.move(5, 5)
    expect(note).to_be_hidden()
    word.focus()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_ticking_keeps_the_place_for_those_who_use_the_keyboard(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    page.get_by_role("checkbox", name="Toronto, Ontario").focus()
    page.keyboard.press("Space")
    expect(page.locator(".chips")).to_contain_text("Toronto")
    expect(page.get_by_role("checkbox", name="Toronto, Ontario")).to_be_focused()
    assert "from=" not in page.url


def test_a_snippet_leads_to_its_passage_in_sight(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=police")
    page.locator(".snippet a").first.click()
    expect(page.locator("mark.current")).to_be_in_viewport()
    page.get_by_role("link", name="Next match").click()
    expect(page.locator(".matches")).to_contain_text("2 of")


def test_the_skip_link_and_focus_can_be_seen(visit: Open) -> None:
    here = visit()
    here.go("/?q=council")
    here.page.keyboard.press("Tab")
    skip = here.page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    here.page.keyboard.press("Enter")
    expect(here.page.locator("main")).to_be_focused()


def test_a_hostile_page_does_nothing(visit: Open) -> None:
    here = visit()
    id = here.site.id_of("hostile")
    for address in ("/?q=hostile", "/", *(f"/doc/{id}?view={v}&q=police" for v in VIEWS)):
        here.go(address)
        assert here.page.locator(MARKUP).count() == 0


# An image, or a script that is neither a file of ours nor data for programs.
MARKUP = "img, script:not([src], [type='application/ld+json'])"
VIEWS = ("clean", "original", "removed")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_by_keyboard_from_a_hit_to_why_and_to_the_place(visit: Open, script: bool) -> None:
    here = visit(script=script)
    page = here.page
    here.go("/?q=policing")
    page.get_by_role("link", name="Why this page").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Why this page is found")
    page.locator(".place a").first.focus()
    page.keyboard.press("Enter")
    target = page.locator(".text mark:target")
    expect(target).to_contain_text("polic")
    expect(target).to_be_in_viewport()


def test_a_removed_line_is_shown_where_why_leads(visit: Open) -> None:
    here = visit(script=False)
    here.go(f"/doc/{here.site.id_of('Harbour')}/why?q=newsletter")
    here.page.locator(".place a").first.click()
    target = here.page.locator(".ledger .taken:target")
    expect(target).to_contain_text("newsletter")
    expect(target).to_be_in_viewport()
    outline = target.evaluate("each => getComputedStyle(each).outlineStyle")
    assert outline == "solid"


def test_near_copies_fold_at_a_tick(visit: Open) -> None:
    here = visit()
    here.go("/?q=motion")
    here.page.get_by_label("Fold near-copies").check()
    expect(here.page.locator("h1")).to_contain_text("groups")
    assert "fold=true" in here.page.url
    here.page.get_by_label("Fold near-copies").uncheck()
    expect(here.page.locator("h1")).not_to_contain_text("groups")
    assert "fold" not in here.page.url


def test_a_button_is_cut_only_where_it_joins_a_field(visit: Open) -> None:
    here = visit()
    here.go("/?from=nonsense")
    corner = "node => getComputedStyle(node).borderTopLeftRadius"
    assert here.page.get_by_role("button", name="Search again").evaluate(corner) != "0px"
    assert here.page.locator(".box-line .main-button").evaluate(corner) == "0px"
