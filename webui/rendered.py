"""/doc/ID/rendered: a page's HTML laid out for the frame of its view; it can do nothing."""

from flask import Blueprint, Response, render_template, request

from indexer.readers import decode
from webui.captures import shown_of
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.safety import Policy, policy
from webui.sanitised import sanitised

pages = Blueprint("rendered", __name__)

KNOWN = frozenset({"digest"})
# The markup of a longer page is cut: a browser would take long to lay it out.
MOST_CHARACTERS = 2_000_000


@pages.get("/doc/<id>/rendered")
@policy(Policy(framed=True, inert=True))
def rendered(id: str) -> str | Response:
    """The capture's HTML without all that acts, alone in a page."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    archive = rooms().archive
    shown = shown_of(archive, id, given.one("digest"))
    capture = archive.original(id, shown.record.digest)
    html = decode(capture.body, capture.media_type, capture.charset).text if shown.is_html else ""
    return render_template(
        "document/inert.html",
        document=shown.document,
        body=sanitised(html[:MOST_CHARACTERS]),
        cut=len(html) > MOST_CHARACTERS,
    )
