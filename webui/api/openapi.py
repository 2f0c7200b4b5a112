"""The OpenAPI 3.1 document of the API, made of the same declarations as its routes."""

from collections.abc import Iterable, Mapping

from indexer.wire import Json
from webui.api.endpoint import Endpoint, Parameter
from webui.api.examples import example_of
from webui.api.reading import UI
from webui.api.shape import Schema, records, text
from webui.api.shapes.accounts import PROBLEM
from webui.problems import MEDIA_TYPE, Problem
from webui.words import later, t

VERSION = "1"
PREFIX = "/api/v1"
JSON = "application/json"
BASIC = "basic"  # needed where the archive has users

WHAT_IT_IS = later(
    "The same answers as the pages of this archive, to be read by programs. Only GET, HEAD and "
    "OPTIONS are known, and nothing is written. Where the archive has users, name and password "
    "are sent with each request (HTTP Basic). An answer carries an ETag: ask again "
    "with If-None-Match and get 304 where nothing has changed. Pages of other sites cannot read it "
    "(no CORS headers are sent). What cannot be answered is told as problem details (RFC 9457)."
)
FAULTS = {
    400: later("A parameter cannot be read, or is unknown: it is named, with what to do."),
    401: later("The archive has users: send a name and a password that are right."),
    404: later("There is no such document, capture or facet."),
    410: later("The document was withdrawn, or is hidden for a time; the reason is told."),
    421: later("The Host header names another host than this site."),
    422: later("The search asks for too much of its time."),
    429: later("Too many passwords were wrong; Retry-After says when to try again."),
    503: later("The archive or its index does not answer at the moment; Retry-After says when."),
}
EXAMPLE = Problem(
    status=400,
    title="The query cannot be understood",
    detail="The “(” is never closed.",
    kind="unreadable-query",
    mend="Add a “)”.",
    position=0,
    parameter="q",
)
# Any endpoint may answer so.
ALWAYS = (400, 401, 421, 429, 503)

HEADERS: Mapping[str, str] = {
    "ETag": later("What stands for this answer; weak (W/) where it tells how long it took."),
    "Vary": later("Accept-Language, where that decides the language of sentences."),
    "Content-Language": later("The language of sentences."),
}
LINK = later("Where the first, the previous and the next part are (RFC 8288).")


def document(
    endpoints: Iterable[Endpoint], title: str, server: str, known: Mapping[str, str]
) -> dict[str, Json]:
    """The whole document, in the reader's language.

    server: what stands before /api/v1 in a path;  known: values to try, by parameter
    """
    declared = tuple(endpoints)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": VERSION, "description": t(WHAT_IT_IS)},
        "servers": [{"url": server or "/"}],
        "security": [{}, {BASIC: []}],
        "paths": {PREFIX + each.path: {"get": operation(each, known)} for each in declared},
        "components": {
            "schemas": schemas(declared),
            "responses": {str(status): problem(status) for status in FAULTS},
            "securitySchemes": {BASIC: {"type": "http", "scheme": "basic"}},
        },
    }


def schemas(endpoints: Iterable[Endpoint]) -> dict[str, Json]:
    """Every record that an answer is made of, by name."""
    found = {r.name: r for each in endpoints for r in records(each.answer)}
    found |= {r.name: r for r in records(PROBLEM)}
    return {name: found[name].definition() for name in sorted(found)}


def operation(endpoint: Endpoint, known: Mapping[str, str]) -> Schema:
    """One endpoint."""
    faults = sorted({*ALWAYS, *endpoint.faults})
    answers: Schema = {"200": answer(endpoint), "304": not_modified()}
    answers |= {str(each): {"$ref": f"#/components/responses/{each}"} for each in faults}
    return {
        "operationId": endpoint.name,
        "summary": t(endpoint.title),
        "description": t(endpoint.help),
        "parameters": [parameter(each, known) for each in (*endpoint.parameters, UI)],
        "responses": answers,
    }


def parameter(declared: Parameter, known: Mapping[str, str]) -> Schema:
    """One parameter."""
    schema = declared.shape.schema()
    if declared.initial is not None:
        is_number = declared.shape.kind == "integer"
        schema["default"] = int(declared.initial) if is_number else declared.initial
    if declared.many:
        schema = {"type": "array", "items": schema}
        schema |= {"minItems": 1} if declared.required else {}
        schema |= {"maxItems": declared.most} if declared.most else {}
    told: Schema = {
        "name": declared.name,
        "in": "path" if declared.in_path else "query",
        "required": declared.in_path or declared.required,
        "description": t(declared.help),
        "schema": schema,
    }
    example = example_of(declared, known)
    if example:
        told["example"] = [example] if declared.many else example
    return told


def answer(endpoint: Endpoint) -> Schema:
    """The good answer."""
    told = {name: header(help) for name, help in HEADERS.items()}
    if endpoint.paged:
        told["Link"] = header(LINK) | {"required": True}
    return {
        "description": t(endpoint.answer.help),
        "headers": told,
        "content": {JSON: {"schema": endpoint.answer.schema()}},
    }


def not_modified() -> Schema:
    """The answer to who has it already."""
    told = t("The answer with this ETag is still the answer.")
    return {"description": told, "headers": {"ETag": header(HEADERS["ETag"])}}


def problem(status: int) -> Schema:
    """A bad answer."""
    content: Schema = {"schema": PROBLEM.schema()}
    if status == 400:
        content["example"] = EXAMPLE.body()
    told: Schema = {"description": t(FAULTS[status]), "content": {MEDIA_TYPE: content}}
    if status == 401:
        told["headers"] = {"WWW-Authenticate": header(later("How to send name and password."))}
    if status in (429, 503):
        told["headers"] = {"Retry-After": header(later("After how many seconds to try again."))}
    return told


def header(help: str) -> Schema:
    """A header of an answer."""
    return {"description": t(help), "schema": text().schema()}
