"""Atom (RFC 4287), written with the standard library's XML.

A feed library would be one more thing to trust with hostile text: those there are let control
characters through, which no XML reader takes. Here every text is cleaned in one place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from indexer.exports.plain import one_line
from webui.speaking import language

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
# Told of what never changed; Atom demands a moment.
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True, slots=True)
class Link:
    """A link; kind: its relation, as "alternate"; media_type: "" where it is not known."""

    kind: str
    url: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry; published, updated: aware moments; language: of title and summary, or "und"."""

    id: str
    title: str
    language: str
    summary: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: datetime
    updated: datetime
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; updated: None where that is not known."""

    id: str
    title: str
    subtitle: str
    author: str
    updated: datetime | None
    links: tuple[Link, ...]
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as XML in UTF-8."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": language()})
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "subtitle", feed.subtitle)
    add(root, "updated", moment(feed.updated or LONG_AGO))
    add_names(root, [feed.author])
    add_links(root, feed.links)
    for each in feed.entries:
        add_entry(root, each)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def add_entry(root: Element, entry: Entry) -> None:
    """One entry."""
    element = SubElement(root, "entry")
    known = entry.language != UNKNOWN_LANGUAGE
    spoken = {"xml:lang": entry.language} if known else {}
    add(element, "id", entry.id)
    add(element, "title", entry.title, spoken)
    add(element, "updated", moment(entry.updated))
    add(element, "published", moment(entry.published))
    add_names(element, entry.authors)
    add_links(element, entry.links)
    for term in entry.categories:
        SubElement(element, "category", {"term": one_line(term)})
    lines = filter(None, map(one_line, entry.summary.splitlines()))
    SubElement(element, "summary", spoken).text = "\n".join(lines)


def add(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    """An element with a line of text, cleaned of what XML or a reader cannot take."""
    SubElement(parent, name, attributes or {}).text = one_line(text)


def add_names(parent: Element, names: Iterable[str]) -> None:
    """Authors."""
    for name in names:
        add(SubElement(parent, "author"), "name", name)


def add_links(parent: Element, links: Iterable[Link]) -> None:
    """Links."""
    for link in links:
        known = {"type": link.media_type} if link.media_type else {}
        SubElement(parent, "link", {"rel": link.kind, "href": one_line(link.url)} | known)


def moment(when: datetime) -> str:
    """A moment as RFC 3339 has it, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
