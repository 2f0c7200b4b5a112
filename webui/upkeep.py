"""/healthz and /robots.txt: what machines ask before, or instead of, reading pages."""

from flask import Blueprint, Response, request

from archive.errors import ArchiveError
from webui.gate.gate import gate
from webui.rooms import rooms
from webui.speaking import OWN_NAMES, base

upkeep = Blueprint("upkeep", __name__)

TEXT = "text/plain; charset=utf-8"
# Where pages are listed that a search engine may know: of these the clean view, as it stands.
ALLOWED, WITHIN_REFUSED = "/doc/", ("/doc/*?", "/doc/*/")


@upkeep.get("/healthz")
def healthz() -> Response:
    """Whether this process answers and can read the archive; nothing of what is in it."""
    try:
        rooms().archive.sequence()
    except ArchiveError:
        return Response(
            "The archive cannot be read.\n", 503, {"Retry-After": "30"}, content_type=TEXT
        )
    return Response("ok\n", content_type=TEXT, headers={"Cache-Control": "no-store"})


@upkeep.get("/robots.txt")
def robots() -> Response:
    """What may be crawled: nothing, or the pages of documents where fonds.toml says so."""
    return Response("\n".join(["User-agent: *", *rules()]) + "\n", content_type=TEXT)


def rules() -> list[str]:
    """The longest rule that fits decides (RFC 9309, 2.2.2)."""
    if not may_be_listed():
        return [f"Disallow: {base()}/"]
    starts = [base(), *(f"{base()}/{code}" for code in OWN_NAMES)]
    return [
        f"Disallow: {base()}/",
        *(f"Allow: {start}{ALLOWED}" for start in starts),
        *(f"Disallow: {start}{within}" for start in starts for within in WITHIN_REFUSED),
        f"Allow: {base()}/static/",
    ]


def let_be_listed(response: Response) -> Response:
    """Take away "noindex" from the clean view of a document where it may be listed."""
    plain = request.endpoint == "document.document" and not request.query_string
    if plain and response.status_code == 200 and may_be_listed():
        response.headers["X-Robots-Tag"] = "noarchive"
    return response


def may_be_listed() -> bool:
    """Whether search engines may list documents: the settings say so, and anybody may read."""
    return rooms().archive.settings.indexing == "documents" and not gate().is_closed()
