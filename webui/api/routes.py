"""The routes of the API: each endpoint that is declared, read, answered, tagged."""

import json
from collections.abc import Callable, Mapping

from flask import Blueprint, Response, request

from indexer.wire import Json
from webui import freshness
from webui.api import accounts, counts, documents, paging, search
from webui.api.endpoint import Endpoint, Kept, Reply
from webui.api.examples import examples
from webui.api.openapi import document
from webui.api.reading import read, speak
from webui.api.sentences import in_the_readers_language
from webui.rooms import rooms
from webui.writable import Writable

ENDPOINTS = (
    *search.ENDPOINTS,
    *documents.ENDPOINTS,
    *counts.ENDPOINTS,
    *accounts.ENDPOINTS,
)

api = Blueprint("api", __name__, url_prefix="/api/v1")
api.before_request(speak)


def view(endpoint: Endpoint) -> Callable[..., Response]:
    """What answers requests to an endpoint."""

    def answer(**path: str) -> Response:
        asked = read(endpoint, path)
        if endpoint.kept is Kept.BYTES:
            return tagged(written(endpoint.reply(asked)))
        weak = endpoint.kept is Kept.TIMED
        tag = freshness.state_tag()
        if freshness.is_known(tag):
            return freshness.not_modified(tag, weak=weak)
        response = written(endpoint.reply(asked))
        if freshness.state_tag() == tag:  # else pages came in meanwhile: of which state is it?
            response.set_etag(tag, weak=weak)
        return response

    return answer


def written(reply: Reply) -> Response:
    """An answer, and where the other parts of its list are."""
    response = as_json(in_the_readers_language(reply.body))
    if reply.part is not None:
        response.headers["Link"] = paging.links(reply.part)
    return response


def as_json(body: Mapping[str, Json]) -> Response:
    """An answer in UTF-8 JSON."""
    return Writable(json.dumps(body, ensure_ascii=False), mimetype="application/json")


def tagged(response: Response) -> Response:
    """The answer under a tag of its bytes, or that nothing has changed."""
    tag = freshness.digest(response.get_data())
    if freshness.is_known(tag):
        return freshness.not_modified(tag)
    response.set_etag(tag)
    return response


def flask_path(endpoint: Endpoint) -> str:
    """The endpoint's path as Flask writes it."""
    return endpoint.path.replace("{", "<").replace("}", ">")


@api.get("/openapi.json")
def openapi() -> Response:
    """What the API is, for programs."""
    title = rooms().archive.settings.title
    return tagged(as_json(document(ENDPOINTS, title, request.script_root, examples())))


for each in ENDPOINTS:
    api.add_url_rule(flask_path(each), each.name, view(each))
