"""Narrowing by hand: all values of a facet, leaving out, several ticks, back, and single keys."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def test_several_ticks_in_a_row_are_one_search_whose_count_is_told(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if r.is_navigation_request() else None)
    # In one step of the browser: however slow the machine, no wait lies between them.
    page.evaluate(
        """for (const city of ["6167865", "5969782"])
             document.querySelector(`[name="city"][value="${city}"]`).click()"""
    )
    expect(page.locator(".chips")).to_contain_text("Hamilton")
    expect(page.locator(".chips")).to_contain_text("Toronto")
    expect(page.locator("#told")).to_have_text("18 pages")
    expect(page.get_by_role("checkbox", name="Hamilton, Ontario")).to_be_focused()
    assert len(asked) == 1


def test_enter_on_another_box_while_a_tick_is_sent_leaves_the_focus_there(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    for name, key in (("Toronto, Ontario", "Space"), ("Hamilton, Ontario", "Enter")):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press(key)
    expect(page.locator(".chips")).to_contain_text("Toronto")
    expect(page.get_by_role("checkbox", name="Hamilton, Ontario")).to_be_focused()


def test_going_back_shows_the_ticks_of_that_page(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    page.get_by_role("checkbox", name="Toronto, Ontario").check()
    expect(page.locator(".chips")).to_contain_text("Toronto")
    page.go_back()
    expect(page.locator(".chips")).not_to_contain_text("Toronto")
    expect(page.get_by_role("checkbox", name="Toronto, Ontario")).not_to_be_checked()


@pytest.mark.parametrize(
    ("script", "prefix"), [(True, ""), (False, "/fr")], ids=["with script", "without script"]
)
def test_a_value_is_left_out_and_let_in_again(visit: Open, script: bool, prefix: str) -> None:
    here = visit(script=script)
    page = here.page
    here.go(f"{prefix}/?q=council")
    whole = page.locator("h1").inner_text()
    page.locator('.but[value="6167865"]').click()
    left_out = page.locator('input[name="not_city"][value="6167865"]')
    expect(left_out).to_be_checked()
    assert page.locator("h1").inner_text() != whole
    if script:
        expect(left_out).to_be_focused()
    left_out.uncheck()
    if not script:
        page.locator(".apply").click()
    expect(page.locator("h1")).to_have_text(whole)
    assert page.url.startswith(f"{here.site.base}{prefix}/?")


def test_all_values_are_filtered_and_chosen_in_a_dialog(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?language=en&sort=newest")
    opener = page.get_by_role("link", name="values of “Year published”")
    opener.click()
    dialog = page.get_by_role("dialog", name="Year published")
    expect(dialog.get_by_label("Filter", exact=True)).to_be_focused()
    dialog.get_by_label("Filter", exact=True).fill("2013")
    expect(dialog.locator("#values .value:visible")).to_have_count(1)
    expect(dialog.get_by_role("status")).to_contain_text("1 of 10")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    opener.click()
    with page.expect_response(lambda answer: "order=count" in answer.url):
        dialog.get_by_label("Order", exact=True).select_option("count")
    page.wait_for_load_state("networkidle")  # the values are there in their new order
    expect(dialog.get_by_label("Order", exact=True)).to_have_value("count")
    dialog.get_by_role("checkbox", name="2013", exact=False).first.check()
    dialog.get_by_role("button", name="Show the results").click()
    expect(page.locator(".chips")).to_contain_text("2013")
    assert "contains" not in page.url
    assert "order" not in page.url


def test_all_values_without_scripts_are_a_page_with_the_same_form(visit: Open) -> None:
    here = visit(script=False, width=360)
    page = here.page
    here.go("/fr/facets/city?q=council")
    page.locator("#contains").fill("hamil")
    page.locator("#contains").press("Enter")
    expect(page.locator("#values .value")).to_have_count(1)
    page.locator('#values input[name="not_city"]').check()
    page.locator(".values-apply button").click()
    expect(page.locator(".chips")).to_contain_text("sauf Hamilton")
    assert page.url.startswith(f"{here.site.base}/fr/?")


def test_single_keys_lead_through_the_results(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    hits = page.locator(".hit h2 a")
    page.keyboard.press("j")
    expect(hits.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(hits.nth(0)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".bar-line .position")).to_contain_text("11–20")
    page.wait_for_load_state()
    page.keyboard.press("p")
    expect(page.locator(".bar-line .position")).to_contain_text("1–10")
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("jn?")
    expect(page.locator("#q")).to_have_value("jn?")
    assert not page.get_by_role("dialog").count()


def test_single_keys_are_explained_and_can_be_switched_off(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council")
    for modified in ("Control+j", "Alt+j", "Meta+j"):
        page.keyboard.press(modified)
    expect(page.locator(".hit h2 a:focus")).to_have_count(0)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")  # no key acts behind a dialog
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.locator(".hit h2 a:focus")).to_have_count(0)
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keyboard shortcuts").click()
    dialog.get_by_role("checkbox").check()
    dialog.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    expect(page.locator(".hit h2 a:focus")).to_have_count(1)


def test_a_dates_evidence_fits_where_the_page_is_narrow_and_shows_at_a_tap(visit: Open) -> None:
    here = visit(width=320)
    page = here.page
    here.go("/?q=hostile+OR+council&limit=25")
    for word in page.locator(".why-word").all():
        word.click()
        expect(page.locator(".why-word:focus + .why-note")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_tells_the_query_the_day_and_the_address(visit: Open) -> None:
    here = visit()
    page = here.page
    here.go("/?q=council&year=2013")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".chips")).to_contain_text("council")
    expect(page.locator(".colophon .on-paper")).to_contain_text("Printed on")
    expect(page.locator("[data-address]")).to_have_text(page.url)
    expect(page.locator(".hit .address").first).to_contain_text("https://council.example/meeting/")
    expect(page.locator(".narrow")).to_be_hidden()


LONG = """() => {
  const title = "x".repeat(300);
  const label = "Association-québécoise-des-établissements-d’enseignement-supérieur ".repeat(2);
  const all = (selector, text) => {
    for (const each of document.querySelectorAll(selector)) each.textContent = text;
  };
  all(".hit h2 a, .snippet a", title);
  document.querySelector(".hit h2 a").textContent = "مجلس المدينة يصوّت على ".repeat(8);
  all(".source, .tick-label, .chip-label, .chip-kind, .places span, summary h3, option", label);
  all(".pair label, .echo, h1, .fold summary, .apply, .searches a, .covered a, .why-word", label);
  return document.documentElement.scrollWidth;
}"""


def test_long_labels_and_titles_without_spaces_break_no_page(visit: Open) -> None:
    for width in (320, 1280):
        here = visit(width=width)
        for address in (f"/?q={'a' * 500}+council&year=2013", "/fr/?q=council&city=6167865"):
            here.go(address)
            assert here.page.evaluate(LONG) <= width, address
