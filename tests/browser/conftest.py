"""A real server on a free port, and Debian's Chromium looking at it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.serving import served
from tests.webui.pages import build

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Site:
    """Where the site is, and the id of a page by how its title begins."""

    base: str
    ids: dict[str, str]

    def id_of(self, beginning: str) -> str:
        return next(id for title, id in self.ids.items() if title.startswith(beginning))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with build(tmp_path_factory.mktemp("browser") / "archive") as archive:
        ids = {document.title: document.id for _, document in archive.scan()}
        with served(archive) as base:
            yield Site(base, ids)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """A page in a fresh browser profile, and what happened in it besides."""

    page: Page
    site: Site
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.page.goto(self.site.base + address)


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Visit]]:
    """Open a browser window; at the end no request has left for elsewhere and no dialog opened."""
    open_ones: list[Visit] = []

    def opened(*, script: bool = True, width: int = 1280, scheme: str = "light") -> Visit:
        context = browser.new_context(
            java_script_enabled=script,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        visit = Visit(context.new_page(), site)

        def only_ours(route: Route) -> None:
            if route.request.url.startswith(site.base + "/"):
                route.continue_()
            else:
                visit.strangers.append(route.request.url)
                route.abort()

        def dismissed(dialog: object) -> None:
            visit.complaints.append("a dialog opened")
            dialog.dismiss()  # type: ignore[attr-defined]

        context.route("**/*", only_ours)
        visit.page.on("dialog", dismissed)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on(
            "console",
            lambda m: visit.complaints.append(m.text) if "Content Security" in m.text else None,
        )
        open_ones.append(visit)
        return visit

    yield opened
    for one in open_ones:
        assert one.strangers == []
        assert one.complaints == []
        one.page.context.close()
