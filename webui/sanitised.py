"""A scraped page's HTML with nothing in it that acts or asks for anything, for a frame.

What is kept is listed here; all else goes. It is served with a policy that forbids scripts, forms
and every request on its own, so that a fault here would still do nothing.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape
from resiliparse.parse.html import ElementNode, Node, TextNode

from indexer.cleaning.markup.parsed import parse

# Elements that only lay text out; the parser has closed all of them.
KEPT = frozenset((
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br",
    "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "i", "ins", "kbd", "li", "main", "mark", "menu", "nav", "ol",
    "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "tt", "u", "ul", "var", "wbr",
))  # fmt: skip
EMPTY = frozenset(["br", "col", "hr", "wbr"])
# Elements that go with everything in them.
DROPPED = frozenset((
    "script", "style", "template", "iframe", "frame", "frameset", "object", "embed", "applet",
    "svg", "math", "canvas", "audio", "video", "head", "title", "select", "datalist", "input",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "align", "colspan", "dir", "lang", "rowspan", "scope", "start", "title", "valign", "headers",
    "abbr", "datetime",
))  # fmt: skip
# Styles that only lay text out; none of their values may name an address or leave its place.
PROPERTIES = frozenset((
    "background-color", "border", "border-collapse", "border-color", "border-style",
    "border-width", "clear", "color", "display", "float", "font-family", "font-size",
    "font-style", "font-variant", "font-weight", "height", "letter-spacing", "line-height",
    "list-style-type", "margin", "margin-bottom", "margin-left", "margin-right", "margin-top",
    "max-width", "min-width", "padding", "padding-bottom", "padding-left", "padding-right",
    "padding-top", "text-align", "text-decoration", "text-indent", "text-transform",
    "vertical-align", "white-space", "width",
))  # fmt: skip
PLAIN_VALUE = re.compile(r"[\w\s#%.,+\-'\"]{1,120}(?:rgba?\([\d\s.,%]{1,40}\))?", re.ASCII)
# A link keeps what a reader can see of it: where it led.
MOST_LINK_CHARACTERS = 500


def sanitised(html: str) -> Markup:
    """The page's body as inert HTML; empty where it cannot be read as markup."""
    tree = parse(html).tree
    if tree is None or tree.body is None:
        return Markup()
    return Markup("".join(written(tree.body)))  # noqa: S704 (kept tags, escaped text)


def written(root: ElementNode) -> Iterator[str]:
    """Every kept node in order.

    The tree is walked without recursion, however deep it is, and from neighbour to neighbour: the
    parser's lists of children take the square of their length to read.
    """
    waiting: list[Node | str | None] = [root.first_child]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node is not None:
            waiting.append(node.next)
            if isinstance(node, TextNode):
                yield str(escape(node.value or ""))
            elif isinstance(node, ElementNode):
                opening, closing = tags(node)
                yield opening
                if (node.tag or "").lower() not in DROPPED | EMPTY:
                    waiting += [closing, node.first_child]


def tags(node: ElementNode) -> tuple[str, str]:
    """What stands before and after an element's content."""
    name = (node.tag or "").lower()
    if name == "img":
        alt = " ".join((node.getattr("alt") or "").split())
        return (f'<span class="picture">[{escape(alt)}]</span>' if alt else ""), ""
    if name not in KEPT:
        return "", " "
    if name == "a":
        return f'<span class="link"{attributes(node)}{led_to(node)}>', "</span>"
    return f"<{name}{attributes(node)}>", "" if name in EMPTY else f"</{name}>"


def attributes(node: ElementNode) -> str:
    """The attributes that are kept, escaped."""
    kept = [(name, node.getattr(name) or "") for name in node.attrs if name in ATTRIBUTES]
    style = plain_style(node.getattr("style") or "")
    if style:
        kept.append(("style", style))
    return "".join(f' {name}="{escape(value)}"' for name, value in kept)


def led_to(node: ElementNode) -> str:
    """Where a link led, to be read on hover."""
    href = " ".join((node.getattr("href") or "").split())[:MOST_LINK_CHARACTERS]
    return f' title="{escape(href)}"' if href and not node.getattr("title") else ""


def plain_style(style: str) -> str:
    """The declarations that only lay text out."""
    kept: list[str] = []
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        if name in PROPERTIES and PLAIN_VALUE.fullmatch(value):
            kept.append(f"{name}: {value}")
    return "; ".join(kept)
