"""The pages at /doc/ID: a document clean, as it came, and with what was removed."""

from flask import Blueprint, Response, render_template, request

from indexer.copies.listing import near_copies
from webui.facts import facts
from webui.ledger import ledger_of, source_of
from webui.parameters import BadParameter, read_parameters
from webui.reading import read
from webui.rooms import rooms
from webui.similar import SHARED_WORDS, pages_like
from webui.state import SearchState
from webui.words import t

pages = Blueprint("document", __name__)

VIEWS = ("clean", "original", "removed")
KNOWN = frozenset({"q", "view", "at", "digest"})
SUFFIXES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt"}


@pages.get("/doc/<id>")
def document(id: str) -> str:
    """One document in one of its three views, with its metadata and history."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    view, words = view_of(given.one("view")), given.one("q") or ""
    archive = rooms().archive
    shown = archive.get(id)
    return render_template(
        f"document/{view}.html",
        document=shown,
        view=view,
        views=VIEWS,
        state=SearchState(text=words),
        ignored=given.ignored,
        reading=read(shown, words, place_of(given.one("at"))),
        source=source_of(archive.original(id)) if view == "original" else None,
        ledger=ledger_of(archive.original(id), shown.removed) if view == "removed" else None,
        facts=facts(shown),
        captures=archive.history(id),
        copies=near_copies(archive, id),
        corrections=archive.corrections(id),
        alike=pages_like(rooms().searcher, id) if view == VIEWS[0] else None,
        shared_words=SHARED_WORDS,
    )


@pages.get("/doc/<id>/raw")
def raw(id: str) -> Response:
    """The bytes of a capture as they came, to be saved, never shown by the browser."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    capture = rooms().archive.original(id, given.one("digest"))
    suffix = SUFFIXES.get(capture.media_type, "bin")
    name = f"{capture.document_id}-{capture.digest[:12]}.{suffix}"
    answer = Response(capture.body, mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.set_etag(capture.digest)
    answer.make_conditional(request)
    return answer


def view_of(typed: str | None) -> str:
    """The view that an address names."""
    if typed is None:
        return VIEWS[0]
    if typed not in VIEWS:
        raise BadParameter(
            "view",
            t("“{typed}” is no view of a page.", typed=typed[:40]),
            t("The views are: {known}.", known=", ".join(VIEWS)),
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
