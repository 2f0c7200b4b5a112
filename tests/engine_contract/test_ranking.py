"""The order of hits: laws that hold on every engine, whatever its formula."""

import random
from pathlib import Path

import pytest

from archive.document import Document
from indexer.engine import Search, SearchEngine
from indexer.engines import ENGINES, open_engine
from indexer.query import any_of as loosened
from indexer.query import parse
from indexer.query.nodes import Node, Scope
from tests.engine_contract.documents import on, page
from tests.engine_contract.queries import (
    all_of,
    any_of,
    ask,
    dated,
    phrase,
    within,
    word,
)

FILLER = ["lamp", "chair", "window", "paper", "street", "morning", "kettle", "garden", "stone"]


def filled(*said: str, words: int = 40, seed: int = 1) -> str:
    """A text of so many words that says these among others."""
    chance = random.Random(seed)
    text = [*said, *chance.choices(FILLER, k=words - len(said))]
    chance.shuffle(text)
    return " ".join(text)


def unrelated(count: int = 20, words: int = 40) -> list[Document]:
    """Pages that say nothing of what is asked, so that what is asked is rare."""
    return [page(f"other {n}", filled(words=words, seed=n), title="Things") for n in range(count)]


def order(engine: SearchEngine, node: Node, *pages: Document) -> list[str]:
    """The names of these pages in the order of hits, other pages left out."""
    names = {each.id: (each.url or "").rpartition("/")[2] for each in pages}
    return [names[match.id] for match in ask(engine, node).matches if match.id in names]


def scores(engine: SearchEngine, node: Node) -> dict[str, float]:
    return {match.id: match.score for match in ask(engine, node).matches}


def test_a_page_titled_so_comes_before_one_that_mentions_it_a_few_times(
    real_engine: SearchEngine,
) -> None:
    titled = page("titled", filled(), title="The ferry")
    mentions = page("mentions", filled("ferry", "ferry"), title="Things")
    real_engine.add([mentions, titled, *unrelated()], 1)
    assert order(real_engine, word("ferry"), titled, mentions) == ["titled", "mentions"]


def test_a_page_about_it_comes_before_a_long_one_that_mentions_it(
    real_engine: SearchEngine,
) -> None:
    about = page("about", filled("ferry", "ferry", "ferry"), title="Things")
    mentions = page("mentions", filled("ferry", "ferry", "ferry", words=400), title="Things")
    real_engine.add([mentions, about, *unrelated()], 1)
    assert order(real_engine, word("ferry"), about, mentions) == ["about", "mentions"]


def test_more_of_the_words_come_before_more_of_one_word(real_engine: SearchEngine) -> None:
    both = page("both", filled("ferry", "pier"))
    one = page("one", filled(*["ferry"] * 8))
    other = page("another", filled(*["pier"] * 8))
    real_engine.add([one, other, both, *unrelated()], 1)
    asked = any_of(word("ferry"), word("pier"))
    assert order(real_engine, asked, both, one, other)[0] == "both"


def test_a_rare_word_tells_more_than_a_common_one(real_engine: SearchEngine) -> None:
    rare = page("rare", filled("ferry"))
    common = page("common", filled("harbour"))
    others = [page(f"also {n}", filled("harbour", seed=n)) for n in range(9)]
    real_engine.add([common, rare, *others, *unrelated()], 1)
    asked = any_of(word("harbour"), word("ferry"))
    assert order(real_engine, asked, rare, common)[0] == "rare"


@pytest.mark.parametrize(("language", "little"), [("en", "the of and"), ("fr", "le de et")])
def test_little_words_do_not_outdo_a_word_that_tells(
    real_engine: SearchEngine, language: str, little: str
) -> None:
    said = little.split()
    others = [
        page(f"other {n}", filled(*said, seed=n), title="Things", language=language)
        for n in range(30)
    ]
    tells = page("tells", filled(*said, "ferry"), title="Things", language=language)
    chatty = page("chatty", filled(*said * 9), title="Things", language=language)
    real_engine.add([chatty, tells, *others], 1)
    asked = loosened(parse(f"{little} ferry"), f"{little} ferry")
    assert asked is not None
    assert order(real_engine, asked, tells, chatty) == ["tells", "chatty"]


def test_a_page_that_says_everything_twice_is_not_lower(real_engine: SearchEngine) -> None:
    text = filled("ferry", "ferry")
    once, twice = page("once", text), page("twice", f"{text} {text}")
    real_engine.add([once, twice, *unrelated()], 1)
    found = scores(real_engine, word("ferry"))
    assert found[twice.id] >= found[once.id]


@pytest.mark.parametrize("seed", range(5))
def test_saying_it_once_more_never_lowers_a_page(real_engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    said = ["ferry"] * chance.randint(1, 8)
    words = chance.randint(20, 90)
    less = page("less", filled(*said, words=words, seed=seed))
    more = page("more", filled(*said, "ferry", words=words, seed=seed))
    real_engine.add([less, more, *unrelated()], 1)
    found = scores(real_engine, word("ferry"))
    assert found[more.id] > found[less.id]


def test_the_forms_of_a_word_count_as_one_word(real_engine: SearchEngine) -> None:
    forms = page("forms", filled("vote", "votes", "voting"))
    same = page("same", filled("vote", "vote", "vote"))
    real_engine.add([forms, same, *unrelated()], 1)
    found = scores(real_engine, word("voted"))
    assert found[forms.id] == pytest.approx(found[same.id])


def test_a_word_of_two_languages_counts_alike_in_both(real_engine: SearchEngine) -> None:
    english = page("english", filled("police"), language="en")
    french = page("french", filled("police"), language="fr")
    unknown = page("unknown", filled("police"), language="und")
    others = [page(f"more {n}", filled("police", seed=n), language="fr") for n in range(5)]
    real_engine.add([english, french, unknown, *others, *unrelated()], 1)
    found = scores(real_engine, word("police"))
    assert found[english.id] == pytest.approx(found[french.id])
    assert found[english.id] == pytest.approx(found[unknown.id])


def test_a_word_typed_twice_weighs_more_and_finds_the_same(real_engine: SearchEngine) -> None:
    ferry, pier = page("ferry", filled("ferry")), page("pier", filled("pier"))
    real_engine.add([ferry, pier, *unrelated()], 1)
    once = scores(real_engine, any_of(word("ferry"), word("pier")))
    twice = scores(real_engine, any_of(word("ferry"), word("pier"), word("ferry")))
    assert once.keys() == twice.keys()
    assert twice[ferry.id] == pytest.approx(2 * once[ferry.id])
    assert twice[pier.id] == pytest.approx(once[pier.id])


def test_a_condition_changes_no_score(real_engine: SearchEngine) -> None:
    day = on("2017-03-04")
    pages = [
        page(f"page {n}", filled(*["ferry"] * n, seed=n), source="The Pier", published=day)
        for n in range(1, 6)
    ]
    real_engine.add([*pages, *unrelated()], 1)
    free = scores(real_engine, word("ferry"))
    source = within(Scope.SOURCE, word("pier"))
    year = dated("2017-01-01", "2017-12-31")
    assert scores(real_engine, all_of(word("ferry"), source, year)) == free


def test_text_that_cleaning_removed_counts_nothing(real_engine: SearchEngine) -> None:
    clean = page("clean", filled("ferry"))
    removed = page("removed", filled("ferry"), removed=("ferry ferry", "ferry"))
    real_engine.add([clean, removed, *unrelated()], 1)
    found = scores(real_engine, word("ferry"))
    assert found[clean.id] == pytest.approx(found[removed.id])


def test_a_phrase_tells_more_than_its_words_apart(real_engine: SearchEngine) -> None:
    together = page("together", f"night ferry {filled(words=30)}")
    apart = page("apart", f"ferry {filled(words=30)} night")
    real_engine.add([apart, together, *unrelated()], 1)
    asked = any_of(word("night"), word("ferry"), phrase("night ferry"))
    assert order(real_engine, asked, together, apart) == ["together", "apart"]


@pytest.mark.parametrize("seed", range(3))
def test_an_unrelated_page_changes_no_order(real_engine: SearchEngine, seed: int) -> None:
    chance = random.Random(seed)
    pages = [
        page(f"page {n}", filled(*["ferry"] * chance.randint(1, 9), seed=n), title="Things")
        for n in range(12)
    ]
    real_engine.add([*pages, *unrelated()], 1)
    before = order(real_engine, word("ferry"), *pages)
    real_engine.add([page("late", filled(seed=99), title="Things")], 2)
    assert order(real_engine, word("ferry"), *pages) == before


@pytest.mark.parametrize("name", list(ENGINES))
def test_the_order_does_not_depend_on_how_pages_came_in(name: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    pages = [
        page(f"page {n}", filled(*chance.choices(["ferry", "pier"], k=n % 7), seed=n))
        for n in range(30)
    ]
    asked = Search(any_of(word("ferry"), word("pier")), limit=100)
    at_once = open_engine(name, tmp_path / "at once")
    at_once.add(pages, 1)
    one_by_one = open_engine(name, tmp_path / "one by one")
    for number, each in enumerate(reversed(pages), 1):
        one_by_one.add([each], number)
    orders = [[match.id for match in made.search(asked).matches] for made in (at_once, one_by_one)]
    assert orders[0] == orders[1]
    at_once.close()
    one_by_one.close()


def test_every_page_with_a_word_has_a_score_above_nought(real_engine: SearchEngine) -> None:
    pages = [page(f"page {n}", "the ferry") for n in range(5)]
    real_engine.add(pages, 1)
    assert min(scores(real_engine, any_of(word("the"), word("ferry"))).values()) > 0
