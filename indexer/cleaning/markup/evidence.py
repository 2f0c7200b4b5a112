"""What the tags around a line say of it."""

from typing import NamedTuple


class Markup(NamedTuple):
    """The evidence that HTML adds to a line.

    tag:        the block element that the line stands in: "p", "li", "h2", "td"
    level:      1-6 for a heading, else 0
    landmark:   the nearest of main, article, nav, header, footer, aside, form, dialog and figure,
                or ""
    class_name: the block's class and id as written, or ""
    link_share: how much of the line is link text, 0-1, in characters
    hidden:     whether the page tells browsers not to show it
    areas:      the kinds of furniture that it lies in ("menu", "sidebar"), outermost first; an area
                that holds most of the page is not counted: see `areas.py`
    in_main:    whether it lies in the part marked as the page's main content; None where no part is
    element:    the block element's number: see `Elements`
    """

    tag: str
    level: int
    landmark: str
    class_name: str
    link_share: float
    hidden: bool
    areas: tuple[str, ...] = ()
    in_main: bool | None = None
    element: int = 0


class Elements(NamedTuple):
    """The block elements of a page and its table cells, numbered as they begin; 0 is the page.

    parents: for each, the number of the element around it, which is less than its own; 0 for 0
    tags:    "div", "li"
    names:   class, id, role and what microdata says of it, as written, or ""
    """

    parents: list[int]
    tags: list[str]
    names: list[str]
