"""The most of a query's words that any page has."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import query
from indexer.engine import Search
from indexer.help.lacking import lacked, typed
from indexer.help.most_words import most_words, parts_of
from indexer.query.nodes import Node
from tests.engine_contract.documents import MONTREAL, on, page
from tests.engine_contract.plain_scan import PlainScan, holds

PAGES = (
    page("all", "Police met the council in spring."),
    page("some", "Police asked for the budget.", title="Border", published=on("2016-05-01")),
    page("few", "Police and garden.", removed=("Follow the border",), places=(MONTREAL,)),
    page("fr", "La police et le budget des écoles.", language="fr"),
)


def plain() -> PlainScan:
    scan = PlainScan()
    scan.add(PAGES, 1)
    return scan


def count(node: Node) -> int:
    return plain().search(Search(node=node)).total


def told(text: str) -> tuple[int, list[str]] | None:
    """How many words the nearest pages have, and what each is."""
    found = most_words(query.parse(text), count)
    if found is None:
        return None
    ids = {match.id for match in plain().search(Search(node=found.node, limit=10)).matches}
    names = {page.id: (page.url or "").rpartition("/")[2] for page in PAGES}
    return found.least, sorted(names[id] for id in ids)


def test_the_pages_with_the_most_words_are_found() -> None:
    assert told("police budget zebra") == (2, ["fr", "some"])
    assert told("police council budget") == (2, ["all", "fr", "some"])


def test_conditions_hold_all_the_same() -> None:
    assert told("police budget zebra lang:fr") == (2, ["fr"])
    assert told("police budget zebra year:2016") == (2, ["some"])
    assert told("police budget zebra -border") == (2, ["fr"])
    assert told("police garden zebra city:Montréal") == (2, ["few"])
    assert told("police budget zebra lang:de") is None


def test_a_phrase_and_a_choice_are_one_word_each() -> None:
    assert told('"police met" zebra (yak OR council)') == (2, ["all"])
    assert told('"met police" (yak OR gnu)') is None


def test_parentheses_and_typed_ands_are_parted_into_their_words() -> None:
    assert told("police AND (budget zebra)") == (2, ["fr", "some"])
    assert told("title:(border zebra) police") == (2, ["some"])


def test_one_word_has_nothing_nearer() -> None:
    for text in ("zebra", "zebra year:2016", "zebra OR yak", "-police", ""):
        assert parts_of(query.parse(text)) is None


def test_what_a_page_lacks_is_told_as_typed() -> None:
    text = 'Police "met garden" title:(border spring) (yak OR gnu) removed:follow zebr*'
    parts = parts_of(query.expand(query.parse(text), text, plain().vocabulary))
    assert parts is not None
    assert [typed(word, text) for word in parts.words] == [
        "Police", '"met garden"', "title:border", "title:spring", "yak OR gnu", "removed:follow",
        "zebr*",
    ]  # fmt: skip
    few = PAGES[2]
    assert lacked(parts.words, few, text) == (
        '"met garden"', "title:border", "title:spring", "yak OR gnu", "zebr*",
    )  # fmt: skip


WORDS = st.sampled_from(
    ("police", "budget", "council", "garden", "zebra", '"la police"', "title:border", "écoles",
     "removed:border", "(yak OR spring)", '"police met"')
)  # fmt: skip


@given(st.lists(WORDS, min_size=2, max_size=6, unique=True))
@settings(max_examples=150, deadline=None)
def test_no_page_has_more_and_every_page_shown_lacks_the_rest(words: list[str]) -> None:
    text = " ".join(words)
    node = query.parse(text)
    parts = parts_of(node)
    assert node is not None
    assert parts is not None
    had = {page.id: sum(holds(word, page) for word in parts.words) for page in PAGES}
    if count(node):
        return
    found = most_words(node, count)
    if found is None:
        assert max(had.values()) == 0
        return
    assert found.least == max(had.values())
    for match in plain().search(Search(node=found.node, limit=10)).matches:
        (shown,) = [page for page in PAGES if page.id == match.id]
        assert len(lacked(found.words, shown, text)) == len(words) - had[shown.id]
