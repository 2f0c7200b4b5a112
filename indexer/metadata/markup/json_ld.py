"""JSON-LD as pages really have it: lists, graphs, references, broken commas.

The JSON of strangers is walked to a bounded depth and turned at once into `LinkedData`, so that
no untyped value leaves this file.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.metadata.plain import tidy

MAX_SCRIPT_CHARACTERS = 500_000
MAX_NODES = 400
MAX_DIGITS = 1_000
MAX_DEPTH = 8
MAX_AGENTS = 20

COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)
CONTROL = re.compile(r"[\x00-\x1f]+")
TRAILING_COMMA = re.compile(r",\s*([}\]])")

ARTICLES = frozenset(
    {
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle",
        "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "report",
        "scholarlyarticle", "techarticle", "socialmediaposting", "liveblogposting",
        "advertisercontentarticle", "legislation", "discussionforumposting",
    }
)  # fmt: skip
# What a forum's page is about; a list of answered questions (FAQ) has no author.
QUESTIONS = frozenset({"question"})
# What a page can be about, whose name is the page's title.
THINGS = frozenset(
    {
        "product", "productgroup", "recipe", "course", "event", "softwareapplication", "book",
        "movie", "videoobject", "podcastseries", "podcastepisode", "jobposting", "service",
        "collectionpage", "musicalbum", "howto", "dataset", "tvseries",
    }
)  # fmt: skip
PAGES = frozenset({"webpage", "itempage", "aboutpage", "qapage", "medicalwebpage", "faqpage"})
SITES = frozenset({"website"})
ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation", "ngo"})


@dataclass(frozen=True, slots=True)
class Agent:
    """Who made something: a person unless the markup says that it is an organisation."""

    name: str
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class LinkedData:
    """One JSON-LD node that tells of the page, as written; absent values are empty.

    kind: "article" (a question in a forum too), "thing" (what a page is about: a product, an
          event; its name alone is read), "page", "site" or "organisation"
    """

    kind: str
    headline: str = ""
    name: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    authors: tuple[Agent, ...] = ()
    publisher: str = ""


def read_json_ld(scripts: Iterable[str]) -> tuple[LinkedData, ...]:
    """The nodes of a page's JSON-LD scripts that tell of the page, in order.

    A script that is not JSON even after repair gives nothing.
    """
    nodes: list[dict[str, object]] = []
    for script in scripts:
        nodes.extend(_nodes(_parse(script), MAX_DEPTH))
        if len(nodes) > MAX_NODES:
            break
    named = {i: node for node in nodes if isinstance(i := node.get("@id"), str) and len(node) > 1}
    read = (_linked(node, named) for node in nodes[:MAX_NODES])
    return tuple(node for node in read if node)


def _parse(script: str) -> object:
    if len(script) > MAX_SCRIPT_CHARACTERS:
        return None
    source = CONTROL.sub(" ", COMMENT.sub("", COMMENT.sub("", script.strip())))
    for attempt in (source, TRAILING_COMMA.sub(r"\1", source.rstrip("; "))):
        try:
            parsed: object = json.loads(attempt, parse_int=_integer)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _integer(digits: str) -> int | str:
    """A number; as text where Python makes none so long, so that the rest of the script is read."""
    return int(digits) if len(digits) <= MAX_DIGITS else digits


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    """The top nodes: of lists, of @graph, and what a page or item list says is its main entity."""
    if depth <= 0:
        return
    if isinstance(value, list):
        for item in value[:MAX_NODES]:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _nodes(value.get(key), depth - 1)


def _linked(node: dict[str, object], named: dict[str, dict[str, object]]) -> LinkedData | None:
    kind = _kind(node)
    if not kind:
        return None
    if kind == "thing":
        return LinkedData(kind, name=_text(node.get("name")))
    is_question = _types(node) & QUESTIONS
    return LinkedData(
        kind=kind,
        headline=_text(node.get("headline") or (node.get("name") if is_question else None)),
        name=_text(node.get("name")),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        language=_text(node.get("inLanguage")),
        authors=_agents(node.get("author") or node.get("creator"), named),
        publisher=next((a.name for a in _agents(node.get("publisher"), named)), ""),
    )


def _types(node: dict[str, object]) -> set[str]:
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return {t.rsplit("/", 1)[-1].casefold() for t in types if isinstance(t, str)}


KINDS = (
    ("article", ARTICLES),
    ("page", PAGES),
    ("site", SITES),
    ("organisation", ORGANISATIONS),
    ("thing", THINGS),
)


def _kind(node: dict[str, object]) -> str:
    types = _types(node)
    if types & QUESTIONS and (node.get("author") or node.get("creator")):
        return "article"
    return next((kind for kind, known in KINDS if types & known), "")


def _agents(value: object, named: dict[str, dict[str, object]]) -> tuple[Agent, ...]:
    found = []
    for item in (value if isinstance(value, list) else [value])[:MAX_AGENTS]:
        if isinstance(item, dict):
            whole = named.get(str(item.get("@id")), item) if "name" not in item else item
            is_organisation = _kind(whole) == "organisation"
            names = whole.get("name")
            for name in names if isinstance(names, list) else [names]:
                found.append(Agent(_text(name), is_organisation))
        else:
            found.append(Agent(_text(item)))
    return tuple(agent for agent in found if agent.name)


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return tidy(value[:1000]) if isinstance(value, str) else ""
