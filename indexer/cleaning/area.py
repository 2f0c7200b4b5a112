"""Rules that know a line by the part of the page that it lies in."""

from collections.abc import Set
from dataclasses import dataclass

from indexer.cleaning.page import Page


@dataclass(frozen=True, slots=True)
class InArea:
    """Lines in one of these kinds of area (see `markup/areas.py`), but for a page's first heading.

    kinds: "menu", "page-footer" …
    """

    kinds: frozenset[str]

    def __call__(self, page: Page, at: int, taken: Set[int]) -> bool:
        """Whether the line lies in one."""
        markup = page.content[at].markup
        if markup is None or not markup.areas or markup.level == 1:
            return False
        return not self.kinds.isdisjoint(markup.areas)
