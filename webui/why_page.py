"""The page at /doc/ID/why: why a query finds this document or not, clause by clause."""

from flask import Blueprint, render_template, request

from archive.document import Document
from indexer.errors import QueryError
from indexer.query import any_of, parse
from indexer.query.wording import ENGLISH, Wording
from indexer.question import Matching
from indexer.why import Account
from indexer.why.explaining import account_of
from indexer.why.labels import label
from webui.asking import wording_here
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.state import SearchState, matching_of

pages = Blueprint("why", __name__)

KNOWN = frozenset({"q", "match"})


@pages.get("/doc/<id>/why")
def why(id: str) -> str | tuple[str, int]:
    """Each clause of a query and where it stands in a document, or why it does not."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    state = SearchState(text=given.one("q") or "", match=matching_of(given.one("match")))
    document = rooms().archive.get(id)
    try:
        account = account_for(document, state, wording_here())
    except QueryError as error:
        return render_template("search/unreadable.html", state=state, error=error), 400
    return render_template(
        "document/why.html",
        document=document,
        state=state,
        ignored=given.ignored,
        account=account,
        label=label,
    )


def account_for(document: Document, state: SearchState, wording: Wording = ENGLISH) -> Account:
    """The account of a document and what a search asks in words. Raise QueryError."""
    node = parse(state.text)
    if state.match is Matching.ANY:
        node = any_of(node, state.text)
    return account_of(document, state.text, node, wording)
