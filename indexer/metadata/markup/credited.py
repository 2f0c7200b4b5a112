"""The elements of a page that name who wrote it, or who posted in it."""

from resiliparse.parse.html import DocumentNode, ElementNode

from indexer.metadata.plain import tidy

# Bounds on what one page can make us read.
MAX_ELEMENTS = 60
MAX_POSTERS = 12
MAX_TEXT = 400
# An element so marked can hold the whole page: of all together, no more is read.
MAX_READ = 300_000
WHOLES = frozenset({"meta", "link", "script", "html", "body", "main", "article", "section"})

# Where pages mark their own author, surest first. Comments carry the same marks: see COMMENTS.
SURE = (
    "[rel~=author], [itemprop~=author], .byline, .by-line, .author-name, .byline-name, "
    ".entry-author, .post-author, .article-author, .author, .p-author, .submitted, .signature"
)
# Words of classes that themes make up: "ArticleHeader_authorName__x7", "post-hero__author__name".
LOOSE = (
    "[class*=author], [class*=Author], [class*=byline], [class*=Byline], "
    "a[href*='/author/'], a[href*='/authors/'], a[href*='/auteur/'], a[href*='/contributors/']"
)
COMMENTS = "[class*=comment], [id*=comment], [class*=related], [class*=sidebar], footer, aside"
# Customers sign with the same marks. A review can be an article, so a class "review" says nothing.
CUSTOMERS = "[class*=testimonial], [class*=reviews], [class*=customer], [itemprop~=review]"
NOT_OWN = f"{COMMENTS}, {CUSTOMERS}"

# Attributes in which forums name who posted, then elements that show the name.
POSTER_ATTRIBUTES = ("data-author-username", "data-author")
POSTERS = (
    "[data-author-username], [data-author], shreddit-post[author], [itemprop~=author], "
    ".creator [itemprop~=name], .username, .bigusername, .hnuser, .topic-author, "
    "a[href*='/members/'], a[href*='memberlist.php?mode=viewprofile'], a[href*='member.php?u='], "
    "a[href*='/profile/'], a[href*='action=profile']"
)


def bylines(document: DocumentNode) -> tuple[str, ...]:
    """The texts of elements that are marked as naming the page's author, surest first."""
    found: dict[str, None] = {}
    read = 0
    for selector in (SURE, LOOSE):
        for element in document.query_selector_all(selector)[:MAX_ELEMENTS]:
            if element.tag in WHOLES or element.closest(NOT_OWN) is not None:
                continue
            text = _named(element)
            read += len(text)
            if 0 < len(text) < MAX_TEXT:
                found[tidy(text)] = None
            if read > MAX_READ:
                return tuple(found)
    return tuple(found)


def posters(document: DocumentNode) -> tuple[str, ...]:
    """The names of those who posted in a forum's thread, in its order."""
    found: dict[str, None] = {}
    read = 0
    for element in document.query_selector_all(POSTERS)[:MAX_ELEMENTS]:
        name = _stated(element) or (_named(element) if element.tag not in WHOLES else "")
        read += len(name)
        if 0 < len(name) < MAX_TEXT / 4:
            found[tidy(name)] = None
        if len(found) == MAX_POSTERS or read > MAX_READ:
            break
    return tuple(found)


def _stated(element: ElementNode) -> str:
    attributes = ("author",) if element.tag == "shreddit-post" else POSTER_ATTRIBUTES
    return next((value for name in attributes if (value := element.get_attribute(name))), "")


def _named(element: ElementNode) -> str:
    """The name that an element shows, or all of its text."""
    inner = element.query_selector("[itemprop~=name]") or element
    stated = inner.get_attribute("content") if inner.tag == "meta" else inner.text
    return (stated or "").strip()
