"""A busy site says so: as a page in two languages, as JSON, and when to come again."""

import json

from flask import Flask

from webui.serving.busy import busy_answers
from webui.serving.exports import EXPORTS_AT_ONCE


def head_and_body(answer: bytes) -> tuple[str, bytes]:
    head, _, body = answer.partition(b"\r\n\r\n")
    return head.decode("latin-1"), body


def test_people_are_told_in_their_language_and_programs_in_json(app: Flask):
    answers = busy_answers(app, "fr")
    for path, accepted, word in (
        ("/", None, "Occupé"),
        ("/", "en-CA", "Busy"),
        ("/en/doc/1", "fr", "Busy"),
        ("/fr/", "en", "Occupé"),
    ):
        head, body = head_and_body(answers.to(path, accepted))
        assert head.startswith("HTTP/1.1 503 ")
        assert "\r\nRetry-After: 5" in head
        assert "Connection: close" in head
        assert "Content-Security-Policy" in head
        assert f"Content-Length: {len(body)}" in head
        assert word in body.decode()
    _, body = head_and_body(answers.to("/api/v1/search", "en"))
    assert json.loads(body)["type"] == "urn:fonds:problem:busy"


def test_exports_are_few_at_once_and_a_place_is_free_when_one_is_sent(client):
    open_ones = [client.get("/export.csv?q=council") for _ in range(EXPORTS_AT_ONCE)]
    refused = client.get("/export.csv?q=council")
    assert refused.status_code == 503
    assert refused.headers["Retry-After"]
    assert client.get("/en/?q=council").status_code == 200
    open_ones[0].get_data()
    again = client.get("/export.csv?q=council")
    assert again.status_code == 200
    for each in (*open_ones, again):
        each.close()


def test_an_export_that_fails_gives_its_place_back(client):
    for _ in range(EXPORTS_AT_ONCE + 1):
        assert client.get('/export.csv?q="').status_code == 400
