"""Pages like one, on its page and in the API."""

import pytest
from flask.testing import FlaskClient

from tests.webui.test_search_page import page, words


def test_a_page_lists_those_like_it_or_says_why_not(client: FlaskClient, id_of) -> None:
    for beginning in ("Meeting 3 of", "Harbour clinic", "A page without"):
        soup = page(client, f"/doc/{id_of(beginning)}")
        assert words(soup, ".alike h2") == ["Pages like this one"]
        listed, reason = soup.select(".alike li a"), words(soup, ".alike p")
        assert bool(listed) != bool(reason)
        for link in listed:
            assert client.get(link["href"]).status_code == 200


def test_the_api_tells_words_and_pages(client: FlaskClient, id_of) -> None:
    known = id_of("Meeting 3 of")
    told = client.get(f"/api/v1/documents/{known}/similar?limit=2").json
    assert told["id"] == known
    assert len(told["similar"]) <= 2
    assert known not in {one["id"] for one in told["similar"]}


@pytest.mark.parametrize(
    ("address", "status"),
    [("?limit=0", 400), ("?limit=51", 400), ("?limit=x", 400), ("?size=3", 400)],
)
def test_faults_are_problem_details(client: FlaskClient, id_of, address: str, status: int) -> None:
    answer = client.get(f"/api/v1/documents/{id_of('Meeting 3 of')}/similar{address}")
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")


def test_an_unknown_page_is_not_found(client: FlaskClient) -> None:
    answer = client.get("/api/v1/documents/0123456789abcdef/similar")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
