import pytest

from indexer.cleaning import clean_html, clean_text
from indexer.cleaning.heads import heads_of
from indexer.cleaning.line import read_bare_lines, read_line
from indexer.cleaning.markup.lines import read_html
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.rules import AFTER_OTHERS, RULES
from indexer.cleaning.table import Table
from indexer.cleaning.words import Words, expanded

EVERY = (*RULES, *AFTER_OTHERS)
PROSE = (
    "The council met for nine hours in the old hall, and nearly every seat was taken by people who"
    " had come to speak against the plan to close the library in the east end of town."
)
PROSE_FR = (
    "Le conseil a siégé neuf heures dans l'ancienne salle, et presque tous les sièges étaient pris"
    " par des gens venus parler contre la fermeture de la bibliothèque dans l'est de la ville."
)


def taken_by(rule: Rule, example: str) -> list[str]:
    """The lines that the rule takes from an example, set between paragraphs of prose.

    "@" puts the example at the page's beginning; "{prose}" stands for a paragraph.
    """
    if example.startswith("<"):
        body = example.replace("{prose}", PROSE)
        cleaned = clean_html(f"<body><div><p>{PROSE}</p></div>{body}<div><p>{PROSE_FR}</p></div>")
    elif example.startswith("@"):
        cleaned = clean_text(f"{example[1:]}\n\n{PROSE}\n\n{PROSE_FR}")
    else:
        cleaned = clean_text(f"{PROSE}\n\n{PROSE_FR}\n\n{example}\n\n{PROSE_FR}\n\n{PROSE}")
    return [line.text for line in cleaned.removed if line.rule == rule.name]


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{example[:30]}")
        for rule in EVERY
        for example in getattr(rule, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("taken"))
def test_a_rule_takes_its_examples(rule, example):
    assert taken_by(rule, example)


@pytest.mark.parametrize(("rule", "example"), examples("left"))
def test_a_rule_leaves_its_near_misses(rule, example):
    assert not taken_by(rule, example)


@pytest.mark.parametrize("example", [e for rule in RULES for e in rule.left if e[0] not in "<@"])
def test_no_other_rule_takes_a_near_miss_that_is_a_sentence(example):
    if not example.endswith("."):
        return
    cleaned = clean_text(f"{PROSE}\n\n{example}\n\n{PROSE_FR}")
    assert [line.rule for line in cleaned.removed] == []


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.name)
def test_every_rule_has_examples_and_near_misses_and_says_why(rule):
    assert len(rule.taken) >= 2
    assert len(rule.left) >= 2
    assert rule.reason.endswith(".")
    assert rule.source


def test_no_two_rules_share_a_name():
    names = [rule.name for rule in EVERY]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.name)
def test_the_table_gives_the_rule_that_asking_each_in_turn_would_give(rule):
    table = Table(RULES)
    for example in (*rule.taken, *rule.left):
        lines = example.lstrip("@").split("\n")
        page = Page([read_line(n, line, line) for n, line in enumerate(lines, 1)])
        for at in range(len(page.content)):
            asked = next((r for r in RULES if r.drops(page, at, frozenset())), None)
            assert table.first(page, at, frozenset()) is asked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_whole_page_asked_at_once_gives_what_asking_line_by_line_gives(rule):
    table = Table(RULES)
    for example in (*rule.taken, *rule.left):
        page = page_of(example)
        lines = range(len(page.content))
        asked = ((at, table.first(page, at, frozenset())) for at in lines)
        assert [*table.firsts(page, lines)] == [(at, rule) for at, rule in asked if rule]


def page_of(example: str) -> Page:
    """An example as a page: HTML, or lines."""
    if example.startswith("<"):
        read = read_html(example.replace("{prose}", PROSE))
        return Page(read.lines, read.title)
    return Page(read_bare_lines(example.lstrip("@").split("\n")))


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("ads?", {"ad"}),
        ("(posted|filed) (in|on) .*", {"posted ", "filed "}),
        (r"(\d{1,6} )?shares?", {r"\d", "share"}),
        (r"\(c\) \d{4}", {"(c) "}),
        ("(a|b){2,3}c", {"a", "b"}),
        ("(a|b)?c", {"ac", "bc", "c"}),
        ("(a|b)*c", {""}),
        ("page|article", {"page", "article"}),
        (r"\[?view", {""}),
        (".*", {""}),
    ],
)
def test_the_head_of_a_pattern_is_what_all_its_matches_begin_with(pattern, heads):
    assert heads_of(pattern) == heads


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if isinstance(rule.drops, Words)], ids=lambda rule: rule.name
)
def test_the_phrases_of_a_rule_are_in_the_form_that_lines_are_compared_in(rule):
    for phrase in rule.drops.phrases:
        assert read_line(1, phrase, phrase).key == phrase


def test_a_choice_inside_a_choice_is_refused_when_the_rules_are_read():
    with pytest.raises(ValueError, match="list it twice"):
        list(expanded("back (to (the |)top|)"))
