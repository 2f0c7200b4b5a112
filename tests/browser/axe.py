"""What axe finds to complain of on a page."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Beyond axe's defaults: the sizes of what is pressed (WCAG 2.2).
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
# All that another colour scheme can change.
COLOURS = {"runOnly": ["color-contrast"]}


def complaints(page: Page, options: dict[str, Any] = EVERYTHING) -> list[str]:
    """What is wrong, in a line for each rule; what is right is neither gathered nor sent."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = json.dumps({**options, "resultTypes": ["violations"]})
    found = page.evaluate(f"axe.run({asked}).then(results => results.violations)")
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
    ]
