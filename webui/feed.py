"""/feed.atom: what came into the archive last, of any search.

A page is one entry however often it is indexed again. Entries stand in the order in which pages
first came in, newest first: a page that changes keeps its place, and its `updated` moves.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, request, url_for

from archive.arrivals import Arrival
from archive.document import Document
from webui import freshness
from webui.absolute import absolute
from webui.asking import query_of
from webui.atom import MEDIA_TYPE, Entry, Feed, Link, atom
from webui.chosen import labels_chosen
from webui.dates import published_words
from webui.narrowing import chips
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.rooms import rooms
from webui.safety import language_tag, outward
from webui.state import KNOWN, SIZES, SearchState
from webui.words import t

feeds = Blueprint("feed", __name__)

# Entries where the address does not say how many.
ENTRIES = 50
BEGINNING_CHARACTERS = 400
# Cities named of a page.
MOST_CITIES = 5
# The number of a page's coming in, before which the rest of a long feed begins.
BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks: a search, how many entries, and of which part of it."""

    state: SearchState
    most: int
    before: int | None

    def url(self, *, before: int | None = None) -> str:
        """The whole address of the feed from its beginning, or of the part before a number."""
        pairs = replace(self.state, limit=self.most).pairs()
        if before is not None:
            pairs.append((BEFORE, str(before)))
        query = urlencode(pairs)
        return absolute(url_for("feed.feed")) + (f"?{query}" if query else "")


@feeds.get("/feed.atom")
def feed() -> Response:
    """The feed of a search."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN | {BEFORE})
    asked = asked_for(given)
    tag = freshness.state_tag()
    if freshness.is_known(tag):
        return freshness.not_modified(tag)
    response = Response(atom(made(asked)), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    if freshness.state_tag() == tag:
        response.set_etag(tag)
        if changed := rooms().archive.arrivals.last_change():
            response.last_modified = changed
        response.make_conditional(request)
    return response


def feed_address(state: SearchState | None) -> str:
    """The feed of what a page shows, without the site's name."""
    pairs = replace(state or SearchState(), trail=(), limit=SIZES[0]).pairs()
    query = urlencode(pairs)
    return url_for("feed.feed") + (f"?{query}" if query else "")


def asked_for(given: Parameters) -> Asked:
    """Read the address. Raise BadParameter."""
    state = SearchState.from_parameters(given)
    most = state.limit if given.one("limit") else ENTRIES
    return Asked(replace(state, trail=()), most, number_of(given.one(BEFORE)))


def number_of(typed: str | None) -> int | None:
    """The number of a page's coming in that an address names."""
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 16):
        raise BadParameter(
            BEFORE,
            t("“{typed}” is no number of this feed.", typed=typed[:40]),
            t("Begin again at the newest entries: leave it away."),
        )
    return int(typed)


def made(asked: Asked) -> Feed:
    """The feed as a value. Raise as Searcher.search does."""
    here = rooms()
    ids = here.searcher.ids(query_of(asked.state, (), 0))
    some = here.archive.arrivals.newest(ids, asked.most + 1, asked.before)
    listed, more = some[: asked.most], some[asked.most :]
    documents = here.archive.listed([one.document for one in listed], ledger=False)
    arrived = {one.document: one for one in listed}
    entries = tuple(entry(document, arrived[document.id]) for document in documents)
    links = [
        Link("self", absolute(own_address()), MEDIA_TYPE),
        Link("alternate", absolute(replace(asked.state, limit=SIZES[0]).to_url()), "text/html"),
        Link("first", asked.url(), MEDIA_TYPE),
    ]
    if more and listed:
        links.append(Link("next", asked.url(before=listed[-1].number), MEDIA_TYPE))
    return Feed(
        id=asked.url(),
        title=title_of(asked.state),
        subtitle=t("What came into the archive last, newest first; each page once."),
        author=here.archive.settings.title,
        updated=max((one.changed for one in listed), default=here.archive.arrivals.last_change()),
        links=tuple(links),
        entries=entries,
    )


def own_address() -> str:
    """The path and query of this request."""
    return request.script_root + request.full_path.rstrip("?")


def title_of(state: SearchState) -> str:
    """The archive's name, and what is asked of it."""
    here = rooms()
    asked = [chip.label for chip in chips(state, labels_chosen(here.searcher, state))]
    return " · ".join([here.archive.settings.title, *(asked or [t("all pages")])])


def entry(document: Document, arrival: Arrival) -> Entry:
    """A page as an entry; it links to its own page here, and to where it was found."""
    links = [Link("alternate", absolute(url_for("document.document", id=document.id)), "text/html")]
    if found := outward(document.url):
        links.append(Link("via", found))
    told = (document.source, published_words(document.published))
    cities = [place.label for place in document.places if place.kind == "city"]
    return Entry(
        id=f"urn:fonds:document:{document.id}",
        title=document.title,
        language=language_tag(document.language),
        summary="\n".join([" · ".join(filter(None, told)), beginning(document.text)]),
        authors=document.authors,
        categories=tuple(cities[:MOST_CITIES]),
        published=arrival.first,
        updated=arrival.changed,
        links=tuple(links),
    )


def beginning(text: str) -> str:
    """How a text begins, up to the end of a word."""
    if len(text) <= BEGINNING_CHARACTERS:
        return text
    cut = text[:BEGINNING_CHARACTERS]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut} …"
