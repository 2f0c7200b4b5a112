"""What lights up of a query that asks for nearness: only what stands near enough."""

import pytest

from indexer import passages
from indexer.query import expand, parse
from indexer.query.expanding import Known
from indexer.query.nodes import Scope

TEXT = (
    "Police met. The council of police asked about status. Status is\nknown.\n\n"
    "Far away, a status nobody asked about stood for many words before any police came."
)

CASES = {
    "police w/2 council": ["council", "police"],
    "council pre/9 status": ["council", "status", "Status"],
    "council /s status": ["council", "status"],
    "police /p met": ["Police", "met", "police"],
    "met /p known": ["met", "known"],
    "met /p stood": [],
    "police w/4 status w/1 asked": [],
    '"asked about" w/1 status': ["asked about", "status"],
    "(met OR came) w/1 police": ["Police", "met", "police", "came"],
    '"status about"~1': ["about", "status"],
    '"status status"~1': ["status", "Status"],
    "-(police w/2 council) status": ["status", "Status", "status"],
    "coun* w/2 police": ["council", "police"],
}


def known(_: Scope, prefix: str) -> list[Known]:
    return [Known(term, 1) for term in ("council", "police") if term.startswith(prefix)]


@pytest.mark.parametrize(("typed", "lit"), CASES.items(), ids=CASES)
def test_only_what_stands_near_enough_lights_up(typed: str, lit: list[str]) -> None:
    node = expand(parse(typed), typed, known)
    found = passages.marks(node, TEXT, "en")
    assert [TEXT[start:end] for start, end in found] == lit


def test_a_snippet_shows_the_place_where_the_words_stand_together() -> None:
    text = "Police. " + "Nothing to see. " * 50 + "Here police and council sat. " + "None. " * 50
    (snippet,) = passages.snippets(parse("police w/3 council"), text, "en")
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["police", "council"]


def test_a_title_is_one_sentence() -> None:
    node = parse("police /s council")
    title = "Police act. Council votes"
    found = passages.marks(node, title, "en", scope=Scope.TITLE)
    assert [title[start:end] for start, end in found] == ["Police", "Council"]
