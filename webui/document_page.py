"""The pages at /doc/ID: a document clean, as it came, laid out, and with what was removed."""

import re
from functools import cache, partial

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from archive import Archive
from archive.errors import DocumentNotFound
from indexer.copies.listing import near_copies
from indexer.differences.comparing import capture_called
from webui.captures import Shown, shown_of
from webui.citations import REFERENCES, citations, lasting, permalink
from webui.facts import facts
from webui.flowing import flowing
from webui.headings import NONE, Headings, headings_of
from webui.ledger import by_rule, ledger_of, source_of
from webui.mentions import mentions_of
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.parts import part_of
from webui.reading import look, read
from webui.record import head_tags, json_ld
from webui.rooms import rooms
from webui.safety import Policy, policy
from webui.similar import SHARED_WORDS, pages_like
from webui.state import SearchState
from webui.words import t

pages = Blueprint("document", __name__)

VIEWS = ("clean", "original", "rendered", "removed")
LAYOUTS = ("place", "list")
KNOWN = frozenset({"q", "view", "at", "digest", "part", "show", "layout"})
SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "application/pdf": "pdf",
}
# The beginning of an id that may stand for it; shorter ones are typed by chance.
WHOLE = re.compile(r"[0-9a-f]{16}", re.ASCII | re.IGNORECASE)
PREFIX = re.compile(r"[0-9a-f]{8,15}", re.ASCII | re.IGNORECASE)


@pages.get("/doc/<id>")
@policy(Policy(frames=True))
def document(id: str) -> ResponseReturnValue:
    """One document in one of its views, with its metadata and history.

    What costs time on a long page is worked out when the template comes to it: the head of the
    page is on its way by then.
    """
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    archive = rooms().archive
    if (whole := whole_id(archive, id)) != id:
        asked = request.query_string.decode("ascii", "replace")
        address = url_for("document.document", id=whole)
        return redirect(f"{address}?{asked}" if asked else address)
    view = choice(given, "view", VIEWS)
    shown = shown_of(archive, id, given.one("digest"))
    views = [name for name in VIEWS if name != "rendered" or shown.is_html]
    return flowing(
        f"document/{view}.html",
        view=view,
        views=views,
        ignored=given.ignored,
        layout=choice(given, "layout", LAYOUTS),
        **of_text(archive, shown, given),
        **of_record(archive, shown),
    )


def of_text(archive: Archive, shown: Shown, given: Parameters) -> dict[str, object]:
    """What the views of a page's text are made from. Raise BadParameter."""
    one, words, at = shown.document, given.one("q") or "", place_of(given.one("at"))
    mentions = mentions_of(one, given.one("show"))
    looked = cache(lambda: look(one, words, mentions))
    part = part_of(one.text, given.one("part"), at)

    def headings() -> Headings:
        return NONE if shown.refused else headings_of(original())

    original = partial(archive.original, one.id, one.digest)
    return {
        "state": SearchState(text=words),
        "show": given.one("show"),
        "part": part,
        "looked": looked,
        "read_text": lambda: read(looked(), part, at, headings()),
        "read_source": lambda: source_of(original()),
        "removed_by_rule": by_rule(one.removed),
        "read_ledger": lambda: ledger_of(original(), one.removed),
    }


def of_record(archive: Archive, shown: Shown) -> dict[str, object]:
    """What the page tells beside the text."""
    one, address = shown.document, permalink(shown.document)
    return {
        "document": one,
        "shown": shown,
        "permalink": address,
        "canonical": address if shown.named and not shown.record.current else lasting(one.id),
        "references": REFERENCES,
        "tags": head_tags(one, address),
        "linked_data": json_ld(one, address),
        "citations": partial(citations, one),
        "read_facts": partial(facts, one),
        "read_copies": partial(near_copies, archive, one.id),
        "corrections": archive.corrections(one.id),
        "read_alike": partial(pages_like, rooms().searcher, archive.sequence(), one.id),
        "shared_words": SHARED_WORDS,
    }


@pages.get("/doc/<id>/raw")
def raw(id: str) -> Response:
    """The bytes of a capture as they came, to be saved, never shown by the browser."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    archive, digest = rooms().archive, given.one("digest")
    if digest is not None:
        digest = capture_called(archive.history(id), digest).digest
    capture = archive.original(id, digest)
    suffix = SUFFIXES.get(capture.media_type, "bin")
    name = f"{capture.document_id}-{capture.digest[:12]}.{suffix}"
    answer = Response(capture.body, mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.set_etag(capture.digest)
    answer.make_conditional(request)
    return answer


def whole_id(archive: Archive, typed: str) -> str:
    """The one id that begins so; what is no beginning of one id stays. Raise DocumentNotFound."""
    if not PREFIX.fullmatch(typed):
        return typed.lower() if WHOLE.fullmatch(typed) else typed
    found = archive.find_ids(typed.lower())
    if len(found) != 1:
        raise DocumentNotFound(f"{typed} begins {len(found)} ids")
    return found[0]


def choice(given: Parameters, name: str, known: tuple[str, ...]) -> str:
    """What an address chooses of a few, the first of them where it does not. Raise BadParameter."""
    typed = given.one(name)
    if typed is None:
        return known[0]
    if typed not in known:
        raise BadParameter(
            name,
            t("“{typed}” cannot be chosen here.", typed=typed[:40]),
            t("The choices are: {known}.", known=", ".join(known)),
        )
    return typed


def place_of(typed: str | None) -> int | None:
    """The place in the text that an address names, in characters."""
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise BadParameter(
            "at", t("“{typed}” is no place in a text.", typed=typed[:40]), t("Leave “at” away.")
        )
    return int(typed)
