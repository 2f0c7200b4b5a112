"""The OpenAPI document is true: it is valid, it is complete, and what it promises is held."""

import json

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.generation.modes import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from webui.api.examples import example_of, examples
from webui.api.openapi import document
from webui.api.routes import ENDPOINTS, api
from webui.api.shape import Record, records
from webui.state import KNOWN

# Requests of each kind to each endpoint; more were run by hand.
REQUESTS = 2
# What no schema can tell apart: a query that cannot be read, a cursor that is none, 31 February.
MAY_BE_REFUSED = {"q", "after", "from", "to"}


@pytest.fixture(scope="module")
def told(app: Flask) -> dict:
    return app.test_client().get("/api/v1/openapi.json").json


def test_the_document_is_valid_openapi(told: dict) -> None:
    assert told["openapi"] == "3.1.0"
    assert [str(error) for error in OpenAPIV31SpecValidator(told).iter_errors()] == []


def test_every_route_of_the_api_is_in_it_and_no_other(app: Flask, told: dict) -> None:
    routes = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith(f"{api.name}.")
    }
    assert set(told["paths"]) == routes - {"/api/v1/openapi.json"}


def test_a_search_of_the_api_takes_what_the_page_takes() -> None:
    (search,) = (each for each in ENDPOINTS if each.name == "search")
    assert search.known == KNOWN


def test_every_record_is_closed_and_has_one_meaning(told: dict) -> None:
    for name, schema in told["components"]["schemas"].items():
        assert schema["additionalProperties"] is False, name
        assert schema["description"], name
    named: dict[str, Record] = {}
    for endpoint in ENDPOINTS:
        for record in records(endpoint.answer):
            assert named.setdefault(record.name, record) == record


def test_every_example_is_answered_as_promised(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        known = examples()
    assert all(known.values())
    for endpoint in ENDPOINTS:
        values = {each.name: example_of(each, known) for each in endpoint.parameters}
        path = "/api/v1" + endpoint.path.format_map(values)
        query = {n: v for n, v in values.items() if v and f"{{{n}}}" not in endpoint.path}
        for language in ("en", "fr"):
            answer = client.get(path, query_string=query | {"ui": language})
            assert answer.status_code == 200, path
            assert answer.headers["Content-Language"] == language
            assert answer.get_etag()[0], path


def test_schemathesis_finds_nothing(app: Flask) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    kinds = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    for found in schema.get_all_operations():
        operation = found.ok()
        cases = st.one_of(*(operation.as_strategy(generation_mode=kind) for kind in kinds))

        @seed(1)
        @settings(
            max_examples=2 * REQUESTS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=cases)
        def ask(case: schemathesis.Case) -> None:
            answer = case.call()
            refused = answer.status_code == 400 and answer.json().get("parameter") in MAY_BE_REFUSED
            excluded = [positive_data_acceptance] if refused else []
            case.validate_response(answer, excluded_checks=excluded)

        ask()


def test_what_no_endpoint_knows_is_refused_by_name(client: FlaskClient, id_of) -> None:
    known = id_of("Meeting 1 ")
    for endpoint in ENDPOINTS:
        path = "/api/v1" + endpoint.path.format_map({"id": known, "field": "city"})
        for query, named in (("nothing=1", "nothing"), ("ui=", "ui"), ("ui=xx", "ui")):
            problem = client.get(f"{path}?{query}")
            assert (problem.status_code, problem.json["parameter"]) == (400, named), path
            assert problem.json["mend"]


def test_the_document_speaks_french_too(app: Flask) -> None:
    told = app.test_client().get("/api/v1/openapi.json?ui=fr").json
    assert "les mêmes réponses" in told["info"]["description"].lower()
    assert told["paths"]["/api/v1/search"]["get"]["summary"] == "Chercher"
    assert app.test_client().get("/fr/api/v1/openapi.json").json["servers"] == [{"url": "/fr"}]


def test_an_empty_archive_has_a_document_without_empty_examples() -> None:
    told = json.dumps(document(ENDPOINTS, "Nothing", "", {"id": "", "query": "", "beginning": ""}))
    assert '"example": ""' not in told
    assert '"example": [""]' not in told
