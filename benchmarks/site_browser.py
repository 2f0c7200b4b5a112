"""When a reader sees a page: Largest Contentful Paint in Debian's Chromium, slowed."""

import statistics

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
SLOWED = 4  # times: what Lighthouse takes for a phone of the middle class
VISITS = 5

# The last candidate before anything is pressed (W3C, "Largest Contentful Paint").
PAINTED = """() => new Promise((found) => {
  let last = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) last = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => found(last), 300);
})"""


def largest_paints(base: str, pages: dict[str, str]) -> dict[str, float]:
    """The median of some first visits to each page, in milliseconds from asking for it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        painted = {
            name: statistics.median(visited(browser, base + path) for _ in range(VISITS))
            for name, path in pages.items()
        }
        browser.close()
    return painted


def visited(browser: Browser, url: str) -> float:
    """One visit in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(url, wait_until="load")
    took_ms = float(page.evaluate(PAINTED))
    context.close()
    return took_ms
