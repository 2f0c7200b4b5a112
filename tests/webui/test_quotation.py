"""/quotation: what was quoted, beside what the pages say."""

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

SAID = "Nurses from Hamilton will work there twice a week"


def checked(client: FlaskClient, text: str) -> BeautifulSoup:
    return BeautifulSoup(client.post("/quotation", data={"text": text}).text, "html.parser")


def test_a_quotation_leads_to_its_place_on_the_page(client: FlaskClient) -> None:
    page = checked(client, SAID)
    assert "One page says it word for word." in page.get_text()
    address = page.select_one(".passage-of a")["href"]
    path, _, anchor = address.partition("#")
    lit = BeautifulSoup(client.get(path).text, "html.parser").find(id=anchor)
    assert lit.get_text() == SAID


def test_differences_are_told_in_words_too(client: FlaskClient) -> None:
    page = checked(client, SAID.replace("twice", "once"))
    assert "It stands nowhere word for word." in page.get_text()
    assert page.select_one("del").get_text() == "[not on the page: once ]"
    assert page.select_one("ins").get_text() == "[not in the quotation: twice ]"


def test_what_was_removed_leads_to_the_line_in_the_ledger(client: FlaskClient) -> None:
    page = checked(client, "Sign up for our newsletter")
    assert "Among the lines that were removed" in page.get_text()
    path, _, anchor = page.select_one(".passage-of a")["href"].partition("#")
    assert "view=removed" in path
    line = BeautifulSoup(client.get(path).text, "html.parser").find(id=anchor)
    assert "Sign up for our newsletter" in line.get_text()


@pytest.mark.parametrize("text", ["", "…", "x" * 4_001])
def test_what_cannot_be_checked_is_told_with_its_mend(client: FlaskClient, text: str) -> None:
    answer = client.post("/quotation", data={"text": text})
    assert answer.status_code == 400
    assert BeautifulSoup(answer.text, "html.parser").select_one("[role=alert] strong").text


def test_what_stands_nowhere_is_told_so(client: FlaskClient) -> None:
    assert "nothing comes near it" in checked(client, "turquoise zebras").get_text()


def test_a_part_that_stands_is_not_under_a_headline_that_denies_it(client: FlaskClient) -> None:
    page = checked(client, f'A man in a red hat whispered to the crowd: "{SAID}"')
    headline = page.select_one(".verdict-words").get_text()
    assert headline.startswith("The words in quotation marks stand word for word")
    assert f"The quoted words: {SAID}" in page.select_one(".one-sentence h3").get_text()
    assert "nowhere" not in page.select_one("#found").get_text()


@pytest.mark.parametrize(
    ("path", "field"), [("/quotation", "text"), ("/lists?city=6077243", "list")]
)
def test_another_language_keeps_what_was_pasted(client: FlaskClient, path: str, field: str) -> None:
    page = BeautifulSoup(client.post(path, data={field: SAID}).text, "html.parser")
    button = page.select_one(".languages button")
    form = page.find("form", id=button["form"])
    sent = {field: form.find("textarea").get_text().strip()}
    assert sent == {field: SAID}
    assert button["formaction"] == f"/fr{path}"
    answer = client.post(button["formaction"], data=sent)
    assert answer.headers["Content-Language"] == "fr"
    assert SAID in BeautifulSoup(answer.text, "html.parser").find("textarea").get_text()
    assert not BeautifulSoup(client.get(path).text, "html.parser").select(".languages button")
