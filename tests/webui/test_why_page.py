"""The page at /doc/ID/why and its JSON."""

import re

from tests.webui.pages import HOSTILE


def test_a_found_page_shows_each_clause_with_its_place(client, id_of):
    answer = client.get(f"/doc/{id_of('Meeting 1 ')}/why?q=police+-rally")
    assert answer.status_code == 200
    page = answer.text
    assert "Why this page is found" in page
    assert "<mark>police</mark>" in page
    assert "As asked, the page does not have it." in page


def test_a_page_that_is_not_found_says_why(client, id_of):
    page = client.get(f"/doc/{id_of('Meeting 1 ')}/why?q=%22police+speak%22+year:2016").text
    assert "Why this page is not found" in page
    assert "“speak” is not there" in page
    assert "Published on 2011-02-01" in page


def test_removed_lines_lead_to_the_ledger(client, id_of):
    id = id_of("Harbour clinic")
    page = client.get(f"/doc/{id}/why?q=newsletter").text
    assert "only among the lines that cleaning removed" in page
    link = re.search(rf'href="(/doc/{id}\?[^"]*view=removed[^"]*)#(line-[0-9]+)"', page)
    assert link
    assert f'id="{link[2]}"' in client.get(link[1].replace("&amp;", "&")).text


def test_a_place_leads_to_its_mark_in_the_document(client, id_of):
    id = id_of("Meeting 1 ")
    page = client.get(f"/doc/{id}/why?q=policing").text
    link = re.search(rf'href="(/doc/{id}\?[^"]*)#(at-[0-9]+)"', page)
    assert link
    assert f'id="{link[2]}"' in client.get(link[1].replace("&amp;", "&")).text


def test_any_of_the_words_may_be_asked(client, id_of):
    address = f"/doc/{id_of('Meeting 1 ')}/why?q=police+zebra"
    assert "is not found" in client.get(address).text
    assert "is found" in client.get(f"{address}&match=any").text


def test_hits_and_documents_lead_here(client, id_of):
    id = id_of("Meeting 1 ")
    assert f'href="/doc/{id}/why?q=police"' in client.get(f"/doc/{id}?q=police").text
    assert "/why?q=policing" in client.get("/?q=policing").text
    assert "/why" not in client.get("/?sort=newest").text
    assert "/why" not in client.get(f"/doc/{id}").text


def test_without_a_query_the_page_asks_for_one(client, id_of):
    page = client.get(f"/doc/{id_of('Meeting 1 ')}/why").text
    assert "Why is a page found?" in page
    assert 'name="q"' in page


def test_a_query_that_cannot_be_read_is_told(client, id_of):
    answer = client.get(f"/doc/{id_of('Meeting 1 ')}/why?q=police+OR")
    assert answer.status_code == 400
    assert "The query cannot be understood" in answer.text


def test_no_document_no_page(client):
    assert client.get("/doc/0000000000000000/why?q=police").status_code == 404


def test_hostile_text_stays_text(client, id_of):
    id = id_of("hostile")
    page = client.get(f"/doc/{id}/why", query_string={"q": f"police source:x {HOSTILE[:9]}"})
    assert "<script>alert" not in page.text
    for asked in ("police source:x", "alert", "author:nobody city:nowhere", "zebra"):
        page = client.get(f"/doc/{id}/why", query_string={"q": asked})
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert "{{7*7}}" in page.text


def test_the_api_tells_the_same(client, id_of):
    id = id_of("Meeting 1 ")
    answer = client.get(f"/api/v1/documents/{id}/why?q=police+zebra")
    assert answer.status_code == 200
    account = answer.get_json()
    assert account["holds"] is False
    assert [clause["holds"] for clause in account["clause"]["clauses"]] == [True, False]
    assert client.get(f"/api/v1/documents/{id}/why?q=police+OR").status_code == 400
    assert client.get(f"/api/v1/documents/{id}/why?x=1").status_code == 400
    assert client.get("/api/v1/documents/0/why?q=a").status_code == 404
    empty = client.get(f"/api/v1/documents/{id}/why").get_json()
    assert (empty["holds"], empty["clause"]) == (True, None)


def test_a_pattern_lights_up_in_the_document(client, id_of):
    page = client.get(f"/doc/{id_of('Meeting 1 ')}?q=polic*").text
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", page) == ["police", "police", "policing"]
