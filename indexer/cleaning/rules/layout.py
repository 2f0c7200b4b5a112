"""What the page's layout left behind: repeated titles, lone signs, menus above the headline."""

import re
from collections.abc import Set

from indexer.cleaning.context import level_of
from indexer.cleaning.page import TITLE_LINES, Page
from indexer.cleaning.rule import Rule

# A title that returns more often than this is a refrain, or the page's own structure.
MAX_TITLE_REPEATS = 3
# Between a page's title and its headline a site can put a menu, but no more lines than this.
MAX_LINES_ABOVE = 600
MIN_LINES_ABOVE = 3
MAX_MENU_LINE_WORDS = 8

HAS_WORD = re.compile(r"[^\W_]")
# Rows of these part the sections of a text.
SECTION_MARKS = frozenset("*-–—_=~#⁂✽❦ ")
FACTS = re.compile(
    r"\b(by|par|published|posted|updated|publie|mis a jour|\d{1,2}:\d\d|(19|20)\d\d)\b"
)


def repeats_title(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line is the page's title over again."""
    line = page.content[at]
    if line.key not in page.titles or level_of(line) == 1 or line.is_prose:
        return False
    if not page.title and follows_itself(page, at):
        return True
    places = page.title_places
    if len(places) - 1 > MAX_TITLE_REPEATS or at == places[0]:
        return False
    if not page.title and page.prose_before(at) > page.prose_before(places[0]):
        return False  # below running text, a line of before can be a heading: "Short title"
    first = page.content[places[0]]
    same = line.key == first.key or (line.key in page.titles and page.title != "")
    return same or first.key.startswith(line.key)


def follows_itself(page: Page, at: int) -> bool:
    """Whether one of the first lines stands right below itself, as the window's title does."""
    return 0 < at <= TITLE_LINES and page.content[at - 1].key == page.content[at].key


def is_lone_sign(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line holds neither letter nor digit, and is no mark between sections."""
    text = page.content[at].text.strip()
    if len(text) > 20 or HAS_WORD.search(text):
        return False
    return not SECTION_MARKS.issuperset(text)


def where_titles_stand(page: Page) -> tuple[int, ...]:
    """The lines that say the page's title."""
    return page.title_places


def without_word(page: Page) -> list[int]:
    """The lines that hold neither letter nor digit."""
    return [at for at, line in enumerate(page.content) if not HAS_WORD.search(line.text)]


def is_above_headline(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a short line stands between a flattened page's title and its headline."""
    line = page.content[at]
    if line.words > MAX_MENU_LINE_WORDS or line.ends_a_sentence or FACTS.search(line.key):
        return False
    return at in above_headline(page)


def above_headline(page: Page) -> range:
    """The lines between a flattened page's title and its headline, where no prose is among them."""
    places = page.title_places
    if page.is_html or len(places) < 2 or places[0] != 0:
        return range(0)
    headline = places[1]
    if not MIN_LINES_ABOVE < headline <= MAX_LINES_ABOVE or page.prose_before(headline):
        return range(0)
    return range(1, headline)


RULES = (
    Rule(
        name="title-repeated",
        reason="The page's title over again.",
        source="page templates: the window's title, the headline and the share bar's title",
        drops=repeats_title,
        among=where_titles_stand,
        taken=(
            "@Night bus returns to the east end\n\nNight bus returns to the east end",
            "@Le bus de nuit revient dans l'est\n\nLe bus de nuit revient dans l'est",
            "@Example Post\nNight bus returns\nNight bus returns\nBy Ann Roe",
        ),
        left=(
            "The night bus\n\nThe night bus is back, and the driver knows every rider by name.",
            "@Harbour Berths Act\nShort title of it\nThe board of the harbour sets the fee of a "
            "mooring for each year.\nShort title of it",
            "Le bus de nuit\n\nLe bus de nuit est revenu, dit la chauffeuse, et tout le monde "
            "est content.",
        ),
    ),
    Rule(
        name="lone-sign",
        reason="Signs without a word.",
        source="icons and separators of page templates",
        drops=is_lone_sign,
        among=without_word,
        taken=("×", "| |", "• • ▼"),
        left=("* * *", "—", "A", "7"),
    ),
    Rule(
        name="above-headline",
        reason="A short line between the page's title and its headline, where menus stand.",
        source="flattened pages of a few hundred sites",
        drops=is_above_headline,
        among=above_headline,
        taken=(
            "@Night bus returns to the east end | Example Post\nTransit\nHousing\nArts "
            "desk\nNight bus returns to the east end",
            "@Le bus de nuit revient dans l'est | Le Poste\nTransport\nLogement\nArts\nLe bus "
            "de nuit revient dans l'est",
        ),
        left=(
            "@Transit\nHousing\nArts desk\nNight bus returns",
            "@Le bus de nuit revient - Le Poste\nPar Jeanne Roy\nLe bus de nuit revient",
        ),
    ),
)
