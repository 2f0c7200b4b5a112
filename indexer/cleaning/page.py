"""A page as the rules see it: its lines that are not blank, in order, with what is known of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

from indexer.cleaning.line import Line, key_of
from indexer.cleaning.markup.evidence import Elements
from indexer.cleaning.speakers import speakers

# A page's title stands among its first lines, or nowhere.
TITLE_LINES = 6
MIN_TITLE_CHARS = 10
LINK_SHARE = 0.8
MAX_LINK_WORDS = 8
SITE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ")


@dataclass(frozen=True)
class Page:
    """A page to be cleaned. Rules speak of a line by its index in `content`.

    lines:    every line, blank ones too
    title:    what the HTML's <title> says, or ""
    flags:    what reading the page found that a person should look at
    elements: the HTML's block elements, or None for flattened text
    """

    lines: Sequence[Line]
    title: str = ""
    flags: tuple[str, ...] = ()
    elements: Elements | None = None

    @cached_property
    def content(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if line.words)

    @cached_property
    def is_html(self) -> bool:
        """Whether the lines carry markup."""
        return any(line.markup is not None for line in self.content[:1])

    @cached_property
    def titles(self) -> frozenset[str]:
        """The keys of what may be the page's title, with and without the site's name.

        The HTML's <title>, or else each of the first lines that reads like a title.
        """
        stated = [self.title] if self.title else [line.text for line in self.content[:TITLE_LINES]]
        keys = {key_of(form) for text in stated for form in without_site(text)}
        return frozenset(key for key in keys if len(key) >= MIN_TITLE_CHARS and " " in key)

    @cached_property
    def title_places(self) -> tuple[int, ...]:
        """Where a title stands, first to last."""
        titles = self.titles
        return tuple(
            at for at, line in enumerate(self.content) if line.key in titles and not line.is_prose
        )

    def prose_before(self, at: int) -> int:
        """How many lines before this one are running text."""
        return self.prose_counts[at]

    @cached_property
    def prose_counts(self) -> tuple[int, ...]:
        """For each line, how many before it are running text."""
        return tuple(accumulate((line.is_prose for line in self.content), initial=0))

    @cached_property
    def speakers(self) -> frozenset[int]:
        """The lines that name who speaks: text, however much like a button they look."""
        return speakers(self.content)

    @cached_property
    def link_runs(self) -> tuple[int, ...]:
        """For each line, how many short lines of nothing but links stand in its row; 0 for none."""
        runs: list[int] = []
        for linked, row in groupby(self.content, is_short_link):
            length = len(tuple(row))
            runs.extend([length if linked else 0] * length)
        return tuple(runs)


def is_short_link(line: Line) -> bool:
    """Whether a line is a few words that are a link, and no heading."""
    markup = line.markup
    return (
        markup is not None
        and markup.link_share >= LINK_SHARE
        and line.words <= MAX_LINK_WORDS
        and not markup.level
    )


def without_site(text: str) -> tuple[str, ...]:
    """A title as written, and what is left when a site's name is taken from its end.

    >>> without_site("Council votes - The Example Post")
    ('Council votes - The Example Post', 'Council votes')
    """
    ends = [text.rfind(separator) for separator in SITE_SEPARATORS]
    last = max(ends)
    return (text, text[:last]) if last > 0 else (text,)
