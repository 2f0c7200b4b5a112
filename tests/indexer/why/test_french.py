"""An account of a page as JSON, told in French where that is asked."""

from indexer.query.wording import FRENCH
from indexer.why import explain
from indexer.why.as_json import account_json
from tests.indexer.phrasebook.test_no_english_left import DOCUMENT


def test_sentences_are_french_and_names_for_programs_stay() -> None:
    account = explain(DOCUMENT, "zebra", FRENCH)
    told = account_json(account, "fr")
    assert told["understood"] == account.understood
    assert account.understood.startswith("pages avec toute forme de")
    clause = told["clause"]
    assert isinstance(clause, dict)
    (reason,) = clause["reasons"]
    assert reason["because"] == "absent"
    assert reason["text"] == "Il ne figure nulle part dans cette page."
    assert account_json(explain(DOCUMENT, "zebra"))["clause"]["reasons"][0]["text"].startswith("It")
