"""The page of the API: every endpoint, with a form that works without a script."""

import shlex
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webui.pages import HOSTILE
from webui.api.routes import ENDPOINTS
from webui.api.shape import records


@pytest.fixture
def soup(client: FlaskClient) -> BeautifulSoup:
    return BeautifulSoup(client.get("/api/docs").text, "html.parser")


def test_every_endpoint_and_every_parameter_is_on_it(soup: BeautifulSoup) -> None:
    for endpoint in ENDPOINTS:
        section = soup.find(id=f"get-{endpoint.name}")
        assert f"GET /api/v1{endpoint.path}" in section.text
        fields = [field["name"] for field in section.select("[name]")]
        assert fields == [*(each.name for each in endpoint.parameters), "ui"]
        for field in section.select("[name]"):
            assert section.find("label", attrs={"for": field["id"]}), field["id"]


def test_every_kind_of_object_is_described_and_every_link_leads_there(soup: BeautifulSoup) -> None:
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    for endpoint in ENDPOINTS:
        for record in records(endpoint.answer):
            assert f"schema-{record.name}" in ids
    for link in soup.select('a[href^="#"]'):
        assert link["href"][1:] in ids


def test_a_form_without_a_script_leads_to_the_answer(
    client: FlaskClient, soup: BeautifulSoup
) -> None:
    for endpoint in ENDPOINTS:
        form = soup.find(id=f"get-{endpoint.name}").form
        sent = {}
        for field in form.select("[name]"):
            chosen = field.select_one("option[selected]") or field.select_one("option")
            sent[field["name"]] = field.get("value", "") if chosen is None else chosen.text
            if chosen is not None and chosen.get("value") == "":
                sent[field["name"]] = ""
        led = client.get(form["action"], query_string=sent)
        assert led.status_code == 303, endpoint.name
        assert led.location.startswith("/api/v1/")
        answer = client.get(led.location)
        assert (answer.status_code, answer.content_type) == (200, "application/json"), led.location


def test_the_lines_to_copy_ask_what_the_form_asks(client: FlaskClient, soup: BeautifulSoup) -> None:
    for lines in soup.select("pre[data-curl]"):
        curl, address = shlex.split(lines.text)
        assert curl == "curl"
        parts = urlsplit(address)
        assert client.get(f"{parts.path}?{parts.query}").status_code == 200
    for lines in soup.select("pre[data-python]"):
        compile(lines.text, "lines", "exec")


def test_what_is_typed_into_a_form_stays_in_its_place(client: FlaskClient) -> None:
    for typed in ("../../doc", "//evil.example", "a/b?c#d", HOSTILE):
        led = client.get("/api/docs/run/document", query_string={"id": typed})
        assert led.location.startswith("/api/v1/documents/")
        assert urlsplit(led.location).netloc == ""
        assert client.get(led.location).status_code in (404, 308)
    assert client.get("/api/docs/run/document").location == "/api/v1/documents/-"
    assert client.get("/api/docs/run/nothing").status_code == 404


def test_it_is_in_french_and_every_page_leads_to_it(client: FlaskClient) -> None:
    french = client.get("/fr/api/docs").text
    assert "API pour les programmes" in french
    assert "/fr/api/docs/run/search" in french
    for address in ("/", "/methods", "/?q=police"):
        footer = BeautifulSoup(client.get(address).text, "html.parser").footer
        assert footer.find("a", href="/api/docs")
