"""What the judge is told of lines: by elements around them, by their page, by pairs of words."""

import numpy as np
import pytest

from indexer.cleaning.judge.features import rows_of
from indexer.cleaning.judge.nests import NAMES
from indexer.cleaning.judge.shape import pair_hashes, shapes_of
from indexer.cleaning.judge.vocabulary import Scores, hash_names
from indexer.cleaning.line import read_bare_lines
from indexer.cleaning.markup.lines import read_html
from indexer.cleaning.page import Page

SILENT = tuple(1 << bits for bits in (14, 12, 13, 17))
STORY = [
    "The council met for nine hours in the old hall, and nearly every seat was taken by people.",
    "The mayor said that no decision had been made, and that the report would be ready in May.",
    "A second meeting is set for the spring, when the budget of the library goes to the public.",
]
FRENCH_STORY = [
    "Le conseil a siégé neuf heures dans l'ancienne salle, et presque tous les sièges sont pris.",
    "La mairesse a dit qu'aucune décision n'était prise et que le rapport serait prêt en mai.",
    "Une deuxième rencontre est prévue au printemps, quand le budget de la ville sera public.",
]


def silent() -> Scores:
    """Scores to which every word is the same."""
    return Scores(*(np.zeros(size, np.float32) for size in SILENT))


def told(page: Page, scores: Scores | None = None) -> dict[str, np.ndarray]:
    """The features of a page by name, one value a line."""
    rows = rows_of(page, frozenset(), {}, scores or silent())
    return {name: np.broadcast_to(row, len(page.content)) for name, row in rows.items()}


def of_html(source: str) -> Page:
    read = read_html(source)
    return Page(read.lines, read.title, read.flags, read.elements)


def of_text(*lines: str) -> Page:
    return Page(read_bare_lines(lines))


def paragraphs(story: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in story)


def page_with_menu(story: list[str]) -> Page:
    """A menu, a story in a column beside a box, a foot: seven lines."""
    return of_html(
        "<div class='top'><ul><li>Accueil</li><li>Agenda</li></ul></div>"
        f"<div class='column'><div class='story'>{paragraphs(story)}</div>"
        "<div class='promo-box'><div><span>Abonnez-vous</span></div></div></div>"
        "<div class='foot'>Contact</div>"
    )


def test_the_names_of_all_elements_around_a_line_speak_of_it():
    scores = silent()
    scores.around[hash_names(["promo"]) >> scores.around_shift] = -2
    rows = told(page_with_menu(STORY), scores)
    assert rows["around said"].tolist() == [0, 0, 0, 0, 0, -2, 0]
    assert rows["around said, lowest"].tolist() == [0, 0, 0, 0, 0, -2, 0]


@pytest.mark.parametrize("story", [STORY, FRENCH_STORY])
def test_lines_are_told_by_how_far_they_lie_from_the_block_of_running_text(story):
    rows = told(page_with_menu(story))
    assert rows["steps to text block"].tolist() == [3, 3, 1, 1, 1, 2, 1]
    assert rows["steps from text block"][2:5].tolist() == [0, 0, 0]
    assert rows["steps from text block"][5] == 1
    assert rows["text block's side"].tolist() == [-1, -1, 0, 0, 0, 1, 1]


def test_posts_side_by_side_are_a_series_and_each_knows_its_place():
    posts = "".join(f"<div class='post' id='p{n}'><p>{STORY[0]}</p></div>" for n in range(4))
    rows = told(of_html(f"<h1>Thread</h1><div>{posts}</div><p>Terms</p>"))
    assert rows["large series, members"] == pytest.approx([0, *[np.log1p(4)] * 4, 0])
    assert rows["large series, place"].tolist() == [-1, 0, 0.25, 0.5, 0.75, -1]
    assert rows["large series, prose"].tolist() == [-1, 1, 1, 1, 1, -1]


def test_blocks_are_told_from_the_inside_by_how_much_of_them_is_links():
    links = "".join(f"<li><a href='/{n}'>Story number {n}</a></li>" for n in range(3))
    rows = told(of_html(f"<div>{paragraphs(STORY)}<ul>{links}</ul></div><p>Foot</p>"))
    assert rows["block 2, links"][3:6].tolist() == [1, 1, 1]
    assert 0 < rows["block 2, links"][0] < 0.5
    assert rows["block 2, lines"][3] == pytest.approx(np.log1p(3))


def test_flattened_text_says_so_wherever_elements_would_speak():
    rows = told(of_text(*STORY))
    assert all((rows[name] == -1).all() for name in NAMES)


def test_lines_that_differ_by_their_numbers_alone_are_alike():
    rows = told(of_text("12 replies", "A few words", "7 replies", "9 comments"))
    assert rows["same but numbers"] == pytest.approx(np.log1p([2, 1, 2, 1]))


@pytest.mark.parametrize(
    ("story", "echo", "other"),
    [(STORY, "Library budget", "Cookie settings"), (FRENCH_STORY, "Budget", "Témoins")],
)
def test_a_short_line_echoes_running_text_or_does_not(story, echo, other):
    rows = told(of_text(echo, *story, other))
    assert rows["echoed in prose"][0] == 1
    assert rows["echoed in prose"][-1] == 0


@pytest.mark.parametrize("story", [STORY, FRENCH_STORY])
def test_the_best_stretch_of_text_is_known_from_above_and_below(story):
    rows = told(of_text("Menu", "Agenda", *story, "Contact"))
    assert rows["beside best stretch"].tolist() == [-2, -1, 0, 0, 0, 1]


def test_lines_are_counted_from_where_the_title_stands_again():
    rows = told(
        of_text("Council keeps the library - Post", "Menu", "Council keeps the library", "By")
    )
    assert rows["below headline"].tolist() == [-2, -1, 0, 1]


def test_a_line_is_told_by_what_the_heading_above_it_says():
    scores = silent()
    scores.words[hash_names(["comments"]) >> scores.word_shift] = -2
    page = of_html(f"<p>{STORY[0]}</p><h2>Comments</h2><p>{STORY[1]}</p><p>{STORY[2]}</p>")
    rows = told(page, scores)
    assert rows["heading, said"].tolist() == [0, -2, -2, -2]
    assert rows["heading, level"].tolist() == [0, 2, 2, 2]
    assert rows["heading, lines up"].tolist() == [200, 0, 1, 2]


def test_in_flattened_text_a_short_line_above_running_text_is_its_heading():
    rows = told(of_text("Menu", "Agenda", *STORY))
    assert rows["heading, lines up"].tolist() == [200, 0, 1, 2, 3]
    assert (rows["heading, level"] == -1).all()


def test_words_in_pairs_and_at_the_ends_of_short_lines_speak():
    scores = silent()
    lines = ["Read more", "More to read", STORY[0], "Read more"]
    shapes = shapes_of(lines, [len(line.split()) for line in lines])
    hashes, line_of = pair_hashes(shapes)
    assert np.bincount(line_of, minlength=4).tolist() == [3, 4, 0, 3]
    scores.pairs[hashes[line_of == 0] >> scores.pair_shift] = -1
    rows = told(of_text(*lines), scores)
    assert rows["pairs said"][[0, 3]] == pytest.approx(-3 / np.sqrt(2))
    assert rows["pairs said"][1] == rows["pairs said"][2] == 0
