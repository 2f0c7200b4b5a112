"""Whether a name is that of the page's own site."""

from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze

# A host's label that is shorter is too short to be sought inside a name.
MIN_HOST_CHARACTERS = 3
# Labels of hosts that name no site: "blog.example.org", "en.example.org".
GENERIC = frozenset(
    {
        "www", "m", "blog", "blogs", "news", "en", "fr", "forum", "forums", "community", "co",
        "com", "org", "net", "gc", "gov", "edu", "ac", "shop", "store", "docs", "help",
        "support", "amp",
    }
)  # fmt: skip


def site_names(page: Page) -> frozenset[str]:
    """The site's names as its markup and its manifest state them, squeezed."""
    stated = [page.markup.meta(key) for key in ("og:site_name", "application-name")]
    stated.append(page.supplied.value("source"))
    for node in page.markup.linked:
        if node.kind in ("site", "organisation"):
            stated.append(node.name)
        stated.append(node.publisher)
    return frozenset(key for name in stated if (key := squeeze(name)))


def host_names(page: Page) -> tuple[str, ...]:
    """The labels of the host that can be a site's name, squeezed: "examplepost"."""
    labels = page.host.split(".")[:-1]
    return tuple(
        key
        for label in labels
        if label not in GENERIC and len(key := squeeze(label)) >= MIN_HOST_CHARACTERS
    )


def is_site(part: str, page: Page) -> bool:
    """Whether these words are the site's name: as it states it, or as its host spells it."""
    key = squeeze(part)
    if not key:
        return False
    if key in site_names(page) or key == squeeze(page.host):
        return True
    return len(key) >= MIN_HOST_CHARACTERS and any(
        key == host or (host in key and len(key) <= 2 * len(host)) or key in host
        for host in host_names(page)
    )
