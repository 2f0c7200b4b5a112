"""The API, version 1: the same answers as the pages, as JSON."""

import json

from flask import Blueprint, Response, request

from indexer.copies.as_json import near_copies_json
from indexer.copies.listing import near_copies
from indexer.query.wording import ENGLISH, WORDINGS, Wording
from indexer.similar.as_json import similar_json
from indexer.why.as_json import account_json
from indexer.wire import document_json, results_json
from webui import why_page
from webui.asking import SHOWN, ask
from webui.parameters import BadParameter, Parameters, read_parameters
from webui.rooms import rooms
from webui.similar import how_many_of
from webui.state import KNOWN, SearchState
from webui.suggest import how_many_of as suggest_limit
from webui.suggest import suggestions_json

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.get("/search")
def search() -> Response:
    """Search; parameters as those of the search page, and `ui`; unknown ones are refused."""
    given = parameters(KNOWN | {"ui"})
    state, wording = SearchState.from_parameters(given), wording_of(given.one("ui"))
    return as_json(results_json(ask(rooms().searcher, state, facets=SHOWN, wording=wording)))


@api.get("/documents/<id>")
def document(id: str) -> Response:
    """One document with its ledger, its evidence and its near-copies."""
    parameters(frozenset())
    archive = rooms().archive
    found = document_json(archive.get(id)) | near_copies_json(near_copies(archive, id))
    return as_json(found)


@api.get("/documents/<id>/why")
def why(id: str) -> Response:
    """Why a query finds a document or not, clause by clause."""
    given = parameters(why_page.KNOWN)
    state = SearchState.from_parameters(given)
    return as_json(account_json(why_page.account_for(rooms().archive.get(id), state)))


@api.get("/documents/<id>/similar")
def similar(id: str) -> Response:
    """The pages that share most of the words that tell this one from others."""
    given = parameters(frozenset({"limit"}))
    return as_json(similar_json(rooms().searcher.similar(id, how_many_of(given.one("limit")))))


@api.get("/suggest")
def suggest() -> Response:
    """How what is typed in the search box may go on."""
    given = parameters(frozenset({"q", "limit"}))
    typed = given.one("q") or ""
    found = rooms().searcher.suggest(typed, suggest_limit(given.one("limit")))
    return as_json(suggestions_json(typed, found))


def wording_of(typed: str | None) -> Wording:
    """The language in which the answer tells what was understood."""
    wording = WORDINGS.get(typed or ENGLISH.code)
    if wording is None:
        mend = f"Type one of {', '.join(WORDINGS)}."
        raise BadParameter("ui", f"“{(typed or '')[:40]}” is no language of answers.", mend)
    return wording


def parameters(known: frozenset[str]) -> Parameters:
    """The request's parameters; a program is told of one that would be passed over."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), known)
    if given.ignored:
        name = given.ignored[0]
        mend = f"The parameters are: {', '.join(sorted(known))}." if known else "Leave it away."
        raise BadParameter(name, f"“{name}” is no parameter here.", mend)
    return given


def as_json(body: object) -> Response:
    """An answer in UTF-8 JSON."""
    return Response(json.dumps(body, ensure_ascii=False), mimetype="application/json")
