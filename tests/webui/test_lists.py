"""/lists: a list is pasted or uploaded, and told as a table."""

import csv
import io

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

LIST = "police\n\nMeeting 3\n*?*\ncouncil\n"


def rows(html: str) -> list[list[str]]:
    table = BeautifulSoup(html, "html.parser").select_one(".counts")
    assert table
    return [
        [cell.get_text(" ", strip=True) for cell in row("td") + row("th")] for row in body(table)
    ]


def body(table: Tag) -> list[Tag]:
    return table.select("tbody tr")


def test_each_row_leads_to_exactly_the_pages_that_it_counts(client: FlaskClient) -> None:
    for address in ("/lists", "/lists?year=2017", "/fr/lists?city=6167865"):
        page = BeautifulSoup(client.post(address, data={"list": LIST}).text, "html.parser")
        links = page.select(".counts tbody a")
        assert links
        for link in links:
            found = BeautifulSoup(client.get(link["href"]).text, "html.parser")
            said = found.select_one(".verdict h1").get_text()
            assert said.split()[0] == link.get_text(), address


def test_a_bad_row_tells_its_fault_and_the_others_their_counts(client: FlaskClient) -> None:
    told = rows(client.post("/lists", data={"list": LIST}).text)
    assert [row[0] for row in told] == ["1", "3", "4", "5"]
    assert told[2][-1] == "*?* There is no word in this line. Write a word, or delete it."
    assert told[2][1:-1] == ["– not counted"] * 4


def test_a_file_is_read_before_what_was_pasted(client: FlaskClient) -> None:
    file = (io.BytesIO("id;nom\n1;Meeting 3\n".encode("utf-16")), "names.csv")
    answer = client.post("/lists", data={"list": "police", "file": file})
    assert [row[-1] for row in rows(answer.text)] == ["Meeting 3"]
    assert "the column “nom”" in answer.text


def test_rows_are_sorted_by_any_column_without_a_script(client: FlaskClient) -> None:
    def numbers(order: str) -> list[str]:
        answer = client.post("/lists", data={"list": LIST, "order": order})
        return [row[0] for row in rows(answer.text)]

    assert numbers("pages") == ["1", "5", "3", "4"] or numbers("pages") == ["5", "1", "3", "4"]
    assert numbers("term") == ["4", "5", "3", "1"]
    assert numbers("hack") == ["1", "3", "4", "5"]


def test_the_same_as_csv_leads_to_the_searches(client: FlaskClient) -> None:
    data = {"list": LIST, "form": "csv", "order": "pages"}
    answer = client.post("/lists?year=2017", data=data)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="fonds-list.csv"'
    table = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["line"] for row in table] == ["1", "3", "4", "5"]
    assert table[0]["link"].startswith("http://localhost/?q=")
    assert table[2]["pages"] == ""
    assert table[2]["fault"]


def test_lines_are_read_as_queries_where_that_is_chosen(client: FlaskClient) -> None:
    data = {"list": "police OR council\npolice OR", "as": "query"}
    told = rows(client.post("/lists", data=data).text)
    assert int(told[0][1]) > 20
    assert "OR has nothing after it." in told[1][-1]


def test_what_narrows_the_counts_can_be_taken_away_with_the_list_kept(client: FlaskClient) -> None:
    page = BeautifulSoup(
        client.post("/lists?year=2017&language=en", data={"list": LIST}).text, "html.parser"
    )
    away = [button["formaction"] for button in page.select(".chips button")]
    assert sorted(away) == ["/lists?language=en#counts", "/lists?year=2017#counts"]
    assert page.select_one("form.checking")["action"] == "/lists?year=2017&language=en#counts"
    kept = page.select_one("#list").text
    assert kept.lstrip("\n").splitlines() == ["police", "", "Meeting 3", "*?*", "council"]


@pytest.mark.parametrize(
    "data", [{}, {"list": " \n"}, {"list": "a\n1", "table": "yes", "column": "b"}]
)
def test_a_list_that_cannot_be_read_is_told_with_its_mend(
    client: FlaskClient, data: dict[str, str]
) -> None:
    answer = client.post("/lists", data=data)
    assert answer.status_code == 400
    alert = BeautifulSoup(answer.text, "html.parser").select_one("[role=alert]")
    assert alert.strong.text


def test_what_is_too_large_is_answered_clearly(client: FlaskClient) -> None:
    answer = client.post("/lists", data={"list": "a" * 4_100_000})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_the_rest_of_a_long_list_can_be_counted(client: FlaskClient) -> None:
    long = "\n".join(["police"] * 1000 + ["council", "motion"])
    page = BeautifulSoup(client.post("/lists", data={"list": long}).text, "html.parser")
    rest = page.select_one("form.notice")
    assert "2 lines are not counted yet" in rest.get_text()
    sent = {"list": rest.textarea.text.lstrip("\n").rjust(1), "as": "phrase"}
    told = client.post("/lists", data=sent).text
    assert [row[-1] for row in rows(told)] == ["council", "motion"]
