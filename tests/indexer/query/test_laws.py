"""What holds for every query, however strange."""

import re
import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer.errors import QueryError
from indexer.query import echo, parse, unparse
from indexer.query.nodes import Node

OPERATORS = ["AND", "OR", "NOT", "and", "-", "--", "-(", "(", ")", '"', "“", ":", "?", "&", "/s"]
WORDS = ["a", "police", "l’r", "s's", "é", "n~", "o*", "http://p.example", "citty:q", "x:"]
NEAR = ["w/3", "pre/2", "/p", "~2", "san*", "wom?n", "polise~", "l'imm*ts"]
TOGETHER = ['"b c"~3', "(d OR e) w/2 f", "title:(g pre/2 h*)"]
WHOLE = ['"b c"', "“d”", "«e»", "-f", '-"g h"', "(i j)", "title:k", "city:(l OR m)", "removed:t"]
FIELDS = ["title:", "lang:fr", "year:2017", "year:2017?", "date:2016..2017", "date:2017-13"]
STRANGE = ["\x00", "\ud800", "\u202e", "\u200e", "\u3000", "\ufeff", "\u0301"]
PARTS = st.sampled_from(OPERATORS + WORDS + NEAR + TOGETHER + WHOLE + FIELDS + STRANGE)
QUERIES = st.lists(PARTS, max_size=14).map(" ".join) | st.lists(PARTS, max_size=8).map("".join)


def bare(node: object) -> str:
    return re.sub(r"span=\(\d+, \d+\)", "", repr(node))


def understood_or_refused(text: str) -> Node | QueryError | None:
    try:
        return parse(text)
    except QueryError as error:
        return error


@settings(max_examples=250, deadline=None)
@given(st.text(max_size=80) | QUERIES)
@example("(" * 1_000)
@example(")" * 1_000)
@example("(" * 500 + "a" + ")" * 500)
@example("“" * 1_000)
@example("-" * 1_000)
@example("a" * 10_000)
@example("NOT " * 250)
@example("a:" * 500)
def test_any_text_is_understood_or_refused_at_a_place(text: str) -> None:
    began = time.perf_counter()
    outcome = understood_or_refused(text)
    if isinstance(outcome, QueryError):
        assert outcome.text == text
        assert 0 <= outcome.position <= len(text)
        assert outcome.reason
        assert outcome.mend
        assert f"{outcome.reason}{outcome.mend}".isprintable()
    else:
        assert echo(outcome).isprintable()
    assert time.perf_counter() - began < 1


@settings(max_examples=200, deadline=None)
@given(QUERIES)
@example("AND\x00san*")
@example("\u202e/p")
@example('"b c"-\x00AND')
def test_what_is_written_back_means_the_same(text: str) -> None:
    node = understood_or_refused(text)
    if isinstance(node, QueryError):
        return
    again = parse(unparse(node))
    assert bare(again) == bare(node)
    assert echo(again) == echo(node)
