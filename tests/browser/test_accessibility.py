"""axe finds nothing to complain of, and no page scrolls sideways."""

from collections.abc import Callable

import pytest

from tests.browser.axe import COLOURS, complaints
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_every_template_is_accessible_in_light_and_dark_and_fits(
    visit: Callable[..., Visit], width: int
) -> None:
    here = visit(width=width)
    found: list[str] = []
    for name, address in addresses(here):
        here.go(address)
        if width < 500 and here.page.locator(".fold").count():
            here.page.locator(".fold summary").click()
        here.page.emulate_media(color_scheme="light")
        found += [f"{name}, light: {told}" for told in complaints(here.page)]
        here.page.emulate_media(color_scheme="dark")
        found += [f"{name}, dark: {told}" for told in complaints(here.page, COLOURS)]
        across = here.page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            found.append(f"{name}: {across} wide at {width}")
    assert found == []


def addresses(here: Visit) -> list[tuple[str, str]]:
    """A page of each template."""
    messy, french, hostile = map(here.site.id_of, ("Harbour", "Un conseil", "hostile"))
    corrected = here.site.id_of("Meeting 7 ")
    return [
        ("front", "/"),
        ("results", "/?q=police&city=6167865&year=2013&year=2015&foo=1"),
        ("second page", "/?sort=newest&limit=10&city=-&q=the"),
        ("nothing", "/?q=police+zebra&city=5969782&year=2020"),
        ("left out", "/?q=council&not_city=6167865&not_year=-"),
        ("all values", "/facets/city?q=council&not_city=6167865&source=Council+Times"),
        ("unreadable", "/?q=police+AND+("),
        ("not found", "/nothing"),
        ("lists", "/lists?year=2013"),
        ("quotation", "/quotation"),
        ("clean", f"/doc/{corrected}?q=police&at=0"),
        ("french", f"/doc/{french}?q=conseil"),
        ("original", f"/doc/{messy}?view=original"),
        ("removed", f"/doc/{messy}?view=removed"),
        ("hostile", f"/doc/{hostile}?q=hostile"),
        ("months", "/?q=council&year=2015&fold=true"),
        ("why", f"/doc/{messy}/why?q=clinic+newsletter+police+w/2+zebra+-year:2018+city:toronto"),
        ("why, hostile", f"/doc/{hostile}/why?q=hostile+police+source:nobody"),
    ]
