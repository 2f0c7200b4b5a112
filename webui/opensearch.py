"""/opensearch.xml and /suggest.json: a browser can add this archive to its search engines."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response, json, request, url_for

from indexer.exports.plain import one_line
from indexer.suggest import Suggestion
from webui.absolute import absolute
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.speaking import OWN_NAMES
from webui.suggest import LISTED, address_of, suggestion_json
from webui.words import n, t
from webui.writable import Writable

opensearch = Blueprint("opensearch", __name__)

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
MEDIA_TYPE = "application/opensearchdescription+xml"
SUGGESTIONS = "application/x-suggestions+json"
# What stands for the words in a template of an address.
TERMS = "{searchTerms}"
# OpenSearch 1.1 bounds both, in characters.
MOST_SHORT_NAME, MOST_DESCRIPTION = 16, 1024


@opensearch.get("/opensearch.xml")
def description() -> Response:
    """What a browser must know to search here."""
    title = one_line(rooms().archive.settings.title)
    root = Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    add(root, "ShortName", title[:MOST_SHORT_NAME].strip())
    add(root, "LongName", title)
    add(root, "Description", t("Search the pages of {archive}.", archive=title)[:MOST_DESCRIPTION])
    for media_type, address, relation in (
        ("text/html", template("search.results"), "results"),
        ("application/atom+xml", template("feed.feed"), "results"),
        (SUGGESTIONS, template("opensearch.suggest"), "suggestions"),
        (MEDIA_TYPE, absolute(url_for("opensearch.description")), "self"),
    ):
        SubElement(root, "Url", {"type": media_type, "template": address, "rel": relation})
    image = SubElement(root, "Image", {"type": "image/svg+xml", "width": "16", "height": "16"})
    image.text = absolute(url_for("static", filename="icon.svg"))
    for code in OWN_NAMES:
        add(root, "Language", code)
    add(root, "InputEncoding", "UTF-8")
    add(root, "OutputEncoding", "UTF-8")
    told = tostring(root, encoding="utf-8", xml_declaration=True)
    return Writable(told, content_type=f"{MEDIA_TYPE}; charset=utf-8")


def add(parent: Element, name: str, text: str) -> None:
    """An element with a text."""
    SubElement(parent, name).text = text


def template(endpoint: str) -> str:
    """The address of a route with the searched words left open."""
    return f"{absolute(url_for(endpoint))}?q={TERMS}"


@opensearch.get("/suggest.json")
def suggest() -> Response:
    """How what is typed may go on, in the form that browsers take (OpenSearch Suggestions 1.1)."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), frozenset({"q"}))
    typed = given.one("q") or ""
    found = rooms().searcher.suggest(typed, LISTED)
    body = json.dumps([typed, *columns(found)], ensure_ascii=False)
    return Writable(body, content_type=f"{SUGGESTIONS}; charset=utf-8")


def columns(found: Iterable[Suggestion]) -> tuple[list[str], list[str], list[str]]:
    """What may be searched for, what it is, and where it leads, in the same order."""
    texts, told, leads = list[str](), list[str](), list[str]()
    for one in found:
        texts.append(one.query or one.entry.text)
        kind, pages = suggestion_json(one)["label"], n(one.entry.count, "page", "pages")
        told.append(f"{kind}, {pages}")
        leads.append(absolute(address_of(one)))
    return texts, told, leads
