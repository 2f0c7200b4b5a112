"""/api/docs: every endpoint with its parameters, its answer, and a form that asks this archive."""

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from webui.absolute import absolute
from webui.api.endpoint import Endpoint, Parameter
from webui.api.examples import example_of, examples
from webui.api.openapi import HEADERS, LINK, PREFIX, WHAT_IT_IS
from webui.api.reading import UI
from webui.api.routes import ENDPOINTS
from webui.api.shape import Record, records
from webui.api.shapes.accounts import PROBLEM
from webui.api.words import anchor, in_words
from webui.state import SearchState

api_docs = Blueprint("api_docs", __name__)

# Parameters beyond so many that are not tried in the example are folded.
IN_SIGHT = 7


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter in the form of its endpoint; value: what the example asks, or empty."""

    parameter: Parameter
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An endpoint as the page shows it.

    first, more: its parameters, those in sight and those that are folded
    address:     of the example, whole
    """

    endpoint: Endpoint
    path: str
    first: tuple[Field, ...]
    more: tuple[Field, ...]
    address: str
    curl: str
    python: str


@api_docs.get("/api/docs")
def page() -> str:
    """The page."""
    known = examples()
    return render_template(
        "api/docs.html",
        state=SearchState(),
        shown=tuple(shown(each, known) for each in ENDPOINTS),
        records=all_records(),
        what_it_is=WHAT_IT_IS,
        headers=dict(HEADERS) | {"Link": LINK},
        in_words=in_words,
        anchor=anchor,
        curl_of=curl_of("{url}"),
        python_of=python_of("{url}"),
    )


@api_docs.get("/api/docs/run/<name>")
def run(name: str) -> Response:
    """What a form of the page asks, at its own address, without the fields that are empty."""
    endpoint = next((each for each in ENDPOINTS if each.name == name), None) or abort(404)
    asked = [(key, value) for key, value in request.args.items(multi=True) if value]
    in_path = {each.name for each in endpoint.parameters if each.in_path}
    path = {key: value for key, value in asked if key in in_path}
    query = [(key, value) for key, value in asked if key not in in_path]
    answer = redirect(address_of(endpoint, path, query), 303)
    assert isinstance(answer, Response)  # noqa: S101 (of Flask's own class)
    return answer


def shown(endpoint: Endpoint, known: Mapping[str, str]) -> Shown:
    """An endpoint with an example that finds something here."""
    every = tuple(
        Field(each, f"{endpoint.name}-{each.name}", example_of(each, known))
        for each in (*endpoint.parameters, UI)
    )
    path = {f.parameter.name: f.value for f in every if f.parameter.in_path}
    query = [(f.parameter.name, f.value) for f in every if f.value and not f.parameter.in_path]
    address = absolute(address_of(endpoint, path, query))
    return Shown(
        endpoint,
        PREFIX + endpoint.path,
        every[:IN_SIGHT],
        every[IN_SIGHT:],
        address,
        curl_of(address),
        python_of(address),
    )


def address_of(endpoint: Endpoint, path: Mapping[str, str], query: list[tuple[str, str]]) -> str:
    """The address of an endpoint; what is not said of its path stays open, as "-"."""
    in_path = [each.name for each in endpoint.parameters if each.in_path]
    named: dict[str, Any] = {name: path.get(name) or "-" for name in in_path}
    asked = urlencode(query)
    return url_for(f"api.{endpoint.name}", **named) + (f"?{asked}" if asked else "")


def curl_of(address: str) -> str:
    """A line for a terminal."""
    return f"curl {shlex.quote(address)}"


def python_of(address: str) -> str:
    """Lines for Python, with nothing that is not part of it."""
    return f"import json, urllib.request\njson.load(urllib.request.urlopen({json.dumps(address)}))"


def all_records() -> tuple[Record, ...]:
    """Every record of an answer, each after the first one that leads to it."""
    found = {each.name: each for endpoint in ENDPOINTS for each in records(endpoint.answer)}
    return (*found.values(), PROBLEM)
