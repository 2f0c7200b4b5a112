"""A client that holds every answer of the API to what its OpenAPI document promises."""

import json
import re
from functools import cache
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from werkzeug.test import TestResponse

from webui.api.openapi import document
from webui.api.routes import ENDPOINTS

PROBLEM = "application/problem+json"


@cache
def promised() -> dict[str, Any]:
    return json.loads(json.dumps(document(ENDPOINTS, "An archive", "", {})))


@cache
def validator(reference: str) -> Draft202012Validator:
    schema = {"$ref": reference, "components": promised()["components"]}
    return Draft202012Validator(schema, format_checker=FormatChecker(["date", "date-time"]))


def operation_of(path: str) -> dict[str, Any] | None:
    for template, methods in promised()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            return methods["get"]
    return None


def check(answer: TestResponse) -> None:
    """What was asked of the API is answered as promised: status, media type, body, headers."""
    path = re.sub("^/(en|fr)(?=/)", "", answer.request.path)
    if (
        not path.startswith("/api/")
        or path.startswith("/api/docs")
        or answer.request.method != "GET"
    ):
        return
    found = operation_of(path)
    if answer.status_code == 304:
        assert not answer.data
        return
    if answer.status_code < 400 and answer.location:
        return
    if answer.status_code >= 400:
        assert answer.content_type == PROBLEM
        validator("#/components/schemas/Problem").validate(answer.json)
        assert found is None or str(answer.status_code) in {*found["responses"], "500"}
        return
    if found is None:
        assert path == "/api/v1/openapi.json"
        return
    told = found["responses"]["200"]
    ((media_type, content),) = told["content"].items()
    assert answer.content_type == media_type
    validator(content["schema"]["$ref"]).validate(answer.json)
    for name, header in told["headers"].items():
        assert not header.get("required") or name in answer.headers


class PromisedClient(FlaskClient):
    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, **kwargs)
        check(answer)
        return answer
