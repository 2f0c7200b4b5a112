"""An address without what only turns pages, prints or sorts: the same for all parts of one text."""

import re
from urllib.parse import urlsplit

from archive.address import canonical_url

# Parameters that choose a part, an order or a dress of one page, as blogs, forums and shops name
# them (WordPress, Drupal, phpBB, vBulletin, Magento). "p" is a post's own number in WordPress.
TURNING = frozenset(
    {"page", "paged", "pg", "pagenum", "start", "offset", "cpage", "comment-page", "limit"}
    | {"print", "printable", "output", "format", "amp", "mobile", "replytocom", "share"}
    | {"sort", "sortby", "order", "orderby", "dir"}
)
# "/page/3", "/print", "/amp", "/comment-page-2" at a path's end.
TURNING_PATH = re.compile(
    r"(?:/(?:page|comment-page|p)[/-]?\d{1,4}|/(?:print|amp|printable|all|single-page))+$", re.I
)


def stem_of(url: str) -> str:
    """The stem of an address.

    >>> stem_of("https://www.city.example/news/trees/page/2?print=1&id=4")
    'city.example/news/trees?id=4'
    """
    try:
        parts = urlsplit(canonical_url(url))
    except ValueError:
        return url
    path = TURNING_PATH.sub("", parts.path)
    pairs = [pair for pair in parts.query.split("&") if pair]
    kept = "&".join(pair for pair in pairs if pair.split("=")[0].lower() not in TURNING)
    return f"{parts.netloc}{path}" + (f"?{kept}" if kept else "")
