"""The authors that a manifest or a page's markup states."""

import re
from collections.abc import Iterator

from indexer.metadata.authors.credit import MAX_BYLINE_CHARACTERS, Credit
from indexer.metadata.authors.parted import parted
from indexer.metadata.names import (
    CREDIT,
    PARTICLES,
    is_handle,
    is_nobody,
    is_person,
    normal_case,
    people,
    starts_as_person,
)
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze
from indexer.metadata.site_name import is_site
from indexer.metadata.title import is_article

METAS = (
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator",
    "parsely-author", "sailthru.author", "byl", "article.author", "og:article:author",
    "twitter:creator:name",
)  # fmt: skip
# WordPress labels what it shows on cards: twitter:label1 "Written by", twitter:data1 "Ann Roy".
WRITTEN_BY = re.compile(r"^(?:written by|author|écrit par|auteure?|rédigé par)\b", re.IGNORECASE)
# "par le Comité des locataires": the article is the sentence's.
ARTICLE = re.compile(r"^(?:(?:the|les?|la)\s+|l[’'])(?=[A-ZÀ-Ý])")
# Libraries write the family name first: "Okafor, Ngozi".
LIBRARY_METAS = ("citation_author", "dc.creator", "dcterms.creator")
FAMILY_FIRST = re.compile(r"^(?P<family>[^,;&]{2,40}),\s+(?P<given>[^,;&]{1,40})$")
# Between two whole names; within an organisation's it parts nothing.
AND = re.compile(r"\s+(?:and|et|&)\s+", re.IGNORECASE)
MAX_BYLINES = 12
MAX_LISTED = 4
MAX_ORGANISATION_WORDS = 6


def manifest(page: Page) -> Iterator[Credit]:
    """Those whom a manifest or a record states, as it writes them: parted by ";", never by commas.

    "Roy, Ann" is turned where both parts are surely a person's; "and" parts only whole names.
    """
    stated = page.supplied.value("author").strip()
    for part in parted(stated):
        bare = CREDIT.sub("", part)
        written = bare if all(map(is_person, AND.split(bare))) else part
        names = AND.split(written)
        for name in names if all(map(is_person, names)) else [written]:
            yield Credit(_surely_given_first(normal_case(name)), stated)


def json_ld(page: Page) -> Iterator[Credit]:
    """The people of the first article that names any."""
    for node in page.markup.linked:
        if node.kind == "article":
            agents = [a.name for a in node.authors if not a.organisation]
            found = [c for name in agents for c in _people(name, page)]
            if found:
                yield from found
                return


def page_json_ld(page: Page) -> Iterator[Credit]:
    """The people whom the page itself, and no article, has as authors."""
    for node in page.markup.linked:
        if node.kind == "page":
            yield from (Credit(n, a.name) for a in node.authors for n in people(a.name))


def meta(page: Page) -> Iterator[Credit]:
    """The people of the first meta element that names any."""
    for texts in _meta_texts(page):
        found = [c for text in texts for c in _people(text, page)]
        if found:
            yield from found
            return


def byline_element(page: Page) -> Iterator[Credit]:
    """The first element marked as a byline that names people.

    Many of them on a page that is no article are a list of other pages, each with its author.
    """
    named = []
    for text in page.markup.bylines[:MAX_BYLINES]:
        found = people(text) if len(text) <= MAX_BYLINE_CHARACTERS else ()
        found = tuple(name for name in found if _is_believed(name, page))
        if found:
            named.append((found, text))
    people_named = {found for found, _ in named}
    if named and (len(people_named) <= MAX_LISTED or is_article(page)):
        found, text = named[0]
        yield from (Credit(name, text) for name in found)


def json_ld_name(page: Page) -> Iterator[Credit]:
    """The handle or the organisation that the markup's article states as author."""
    for node in page.markup.linked:
        if node.kind == "article":
            yield from (Credit(a.name, a.name) for a in node.authors if _is_name(a.name))


def meta_name(page: Page) -> Iterator[Credit]:
    """The handle or the organisation of the first meta element that states an author."""
    for texts in _meta_texts(page):
        found = [Credit(text, text) for text in texts if _is_name(text)]
        if found:
            yield from found
            return


def element_name(page: Page) -> Iterator[Credit]:
    """The handle or the organisation that the first byline element credits: "by example"."""
    for text in page.markup.bylines[:MAX_BYLINES]:
        name = ARTICLE.sub("", CREDIT.sub("", text)).strip(" .,:|")
        if name and CREDIT.match(text) and (is_handle(name) or _is_name(name)):
            yield Credit(name, text)
            return


def _meta_texts(page: Page) -> Iterator[tuple[str, ...]]:
    for key in METAS:
        texts = page.markup.meta_all(key)
        yield tuple(map(_given_first, texts)) if key in LIBRARY_METAS else texts
    for number in ("1", "2"):
        if WRITTEN_BY.match(page.markup.meta(f"twitter:label{number}")):
            yield page.markup.meta_all(f"twitter:data{number}")


def _surely_given_first(text: str) -> str:
    """A name as it is spoken, where a known first name stands behind its one comma."""
    turned = _given_first(text)
    return turned if turned == text or starts_as_person(turned) else text


def _given_first(text: str) -> str:
    """A name as it is spoken: "Ngozi Okafor"; a list of whole names stays."""
    match = FAMILY_FIRST.match(text.strip())
    if match is None or any(word not in PARTICLES for word in match["family"].lower().split()[:-1]):
        return text
    name = f"{match['given']} {match['family']}"
    return name if is_person(name) else text


def _people(text: str, page: Page) -> Iterator[Credit]:
    """The people of a statement, the site's own name left to be an organisation's."""
    for name in people(text, one_word=True):
        if _is_believed(name, page):
            yield Credit(name, text)


def _is_believed(name: str, page: Page) -> bool:
    return starts_as_person(name) or not is_site(name, page)


def _is_name(text: str) -> bool:
    """Whether a statement that names no person can be an author all the same."""
    if is_nobody(text) or not squeeze(text) or re.search(r"https?:|www\.|@\S+\.", text):
        return False
    return is_handle(text) or is_person(text) or len(text.split()) <= MAX_ORGANISATION_WORDS
