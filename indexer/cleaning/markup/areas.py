"""Which elements fence off furniture: by their tag, their role, the words of their class and id."""

import re
from functools import lru_cache
from itertools import pairwise

TAG_AREAS = {"nav": "menu", "footer": "page-footer", "aside": "aside", "dialog": "dialog"}

ROLE_AREAS = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "contentinfo": "page-footer",
    "banner": "page-header",
    "complementary": "aside",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "search": "search",
}

# Words of class names and ids as sites write them; seen on real pages, English and French.
AREA_WORDS = {
    "menu": "nav navbar navigation menu submenu megamenu topbar toolbar breadcrumb breadcrumbs "
    "pager pagination pagenav skiplink skip sitemap topnav subnav mainnav filariane ariane",
    "page-footer": "footer colophon siteinfo copyright legal piedpage",
    "page-header": "siteheader masthead globalheader pageheader",
    "aside": "sidebar sidenav rail widget widgets",
    "related": "related recommended recommendations trending mostread readnext morestories "
    "outbrain taboola associes connexes",
    "share": "share sharing social sharedaddy addtoany addthis sharethis socials partage partager",
    "consent": "cookie cookies consent gdpr onetrust rgpd",
    "newsletter": "newsletter newsletters signup optin mailchimp infolettre",
    "advert": "ad ads advert adverts advertisement adsense sponsor sponsored promo publicite",
    "dialog": "modal popup lightbox overlay offcanvas tooltip",
    "search": "searchform searchbox searchbar recherche",
    "account": "login signin paywall connexion",
    "comment-form": "respond commentform replyform",
    "tags": "tagcloud taglist",
}
WORD_AREAS = {word: area for area, words in AREA_WORDS.items() for word in words.split()}

# "page-header" says it only as two words; either alone says nothing.
PAIR_AREAS = {
    ("site", "header"): "page-header",
    ("global", "header"): "page-header",
    ("skip", "link"): "menu",
    ("comment", "form"): "comment-form",
    ("tag", "cloud"): "tags",
    ("read", "next"): "related",
    ("more", "stories"): "related",
    ("search", "form"): "search",
    ("side", "bar"): "aside",
    ("pied", "page"): "page-footer",
}

# A name without any of these words says nothing.
TELLING = frozenset(WORD_AREAS).union(*PAIR_AREAS)

# "has-sidebar", "no-footer", "with-menu": they speak of the page, not of the element.
SPEAKS_OF_THE_PAGE = frozenset(
    [
        "has",
        "no",
        "not",
        "with",
        "without",
        "is",
        "main",
        "content",
        "article",
        "body",
        "page",
        "layout",
        "wrapper",
        "wrap",
        "container",
        "outer",
    ]
)
NEVER_AREAS = frozenset({"html", "body", "main", "article", "p", "h1", "h2", "h3", "a", "td", "tr"})
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOT_WORD = re.compile(r"[^a-z0-9]+")


def area_of(tag: str, role: str, class_and_id: str) -> str:
    """The kind of furniture that an element fences off, or ""."""
    if tag in NEVER_AREAS:
        return ""
    named = TAG_AREAS.get(tag) or ROLE_AREAS.get(role)
    if named or not class_and_id:
        return named or ""
    for name in class_and_id[:400].split():
        if area := area_of_name(name):
            return area
    return ""


@lru_cache(maxsize=20_000)
def area_of_name(name: str) -> str:
    """What one class name or id says: "site-nav__list" says "menu"."""
    words = [word for word in NOT_WORD.split(CAMEL.sub("-", name).lower()) if word]
    if TELLING.isdisjoint(words) or not SPEAKS_OF_THE_PAGE.isdisjoint(words):
        return ""
    for pair in pairwise(words):
        if pair in PAIR_AREAS:
            return PAIR_AREAS[pair]
    for word in words:
        if word in WORD_AREAS:
            return WORD_AREAS[word]
    return ""
