"""The site's exports: the whole answer, whatever page of it was looked at."""

import json

import pytest
from flask.testing import FlaskClient

from indexer.exports import FORMS


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_sent_as_a_file_to_keep(client: FlaskClient, form) -> None:
    answer = client.get(f"/export.{form.suffix}?q=council")
    assert answer.status_code == 200
    assert answer.content_type == form.media_type
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="fonds-')
    assert "council" not in answer.headers["Content-Disposition"]
    assert answer.data


def test_an_export_has_every_hit_in_the_order_of_the_page(client: FlaskClient) -> None:
    asked = "sort=newest&limit=10"
    first = client.get(f"/api/v1/search?{asked}").json
    lines = client.get(f"/export.jsonl?{asked}&after={first['next']}").data.splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) == first["total"] == 31
    assert ids[:10] == [hit["id"] for hit in first["hits"]]


def test_an_export_is_narrowed_as_the_page_is(client: FlaskClient) -> None:
    found = client.get("/api/v1/search?q=council&language=fr").json["total"]
    lines = client.get("/export.jsonl?q=council&language=fr").data.splitlines()
    assert len(lines) == found


def test_no_form_of_that_name_is_not_found(client: FlaskClient) -> None:
    assert client.get("/export.exe").status_code == 404


def test_a_query_that_cannot_be_read_is_told_and_sends_no_file(client: FlaskClient) -> None:
    answer = client.get("/export.csv?q=%22council")
    assert answer.status_code == 400
    assert "Content-Disposition" not in answer.headers


def test_the_results_lead_to_every_form_of_what_was_found(client: FlaskClient) -> None:
    page = client.get("/?q=council&language=en").data.decode()
    for form in FORMS:
        assert f'href="/export.{form.suffix}?q=council&amp;language=en"' in page
    assert 'href="/coverage?q=council&amp;language=en"' in page
