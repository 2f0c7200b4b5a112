"""What the finders look at: one page's lines, markup, address, and what a manifest states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from archive.supplied import NOTHING_SUPPLIED, Supplied
from indexer.metadata.markup import NO_MARKUP, Markup
from indexer.metadata.plain import squeeze, tidy

# Facts stand near a page's head or foot. Between these windows nothing is looked at,
# so that a 5 MB page, or a page of one 5 MB line, costs no more than a long article.
HEAD_LINES = 400
TAIL_LINES = 120
LINE_CHARACTERS = 3_000
TEXT_CHARACTERS = 100_000
KEY_CHARACTERS = 250
BODY_LINES = 60

SLUG_JOINTS = re.compile(r"[-_+.]+")
FILE_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
SMALL_WORD = re.compile(r"\b[^\W\d_A-ZÀ-Ý][^\W\d_]+")

# How far a page's day can run ahead of a capture stamped in UTC: Kiribati is at +14 h.
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be asked for its facts.

    lines:    the lines that are not blank, tidied, cut at LINE_CHARACTERS: the first HEAD_LINES
              and the last TAIL_LINES of the page before cleaning
    keys:     each of `lines` squeezed, for telling whether it repeats a name; empty for long lines
    body:     the first and last BODY_LINES of the lines that no cleaning rule took, cut alike
    text:     the cleaned text, cut at TEXT_CHARACTERS
    markup:   what the page's markup states; empty for flattened text
    captured: when it was fetched (aware), or None
    supplied: metadata that came with it, each value as written
    headings: numbers (0-based) of the lines in `lines` that repeat the title; empty where none does
    language: ISO 639-1 code, or "und"
    """

    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    text: str = ""
    markup: Markup = NO_MARKUP
    url: str | None = None
    captured: datetime | None = None
    supplied: Supplied = NOTHING_SUPPLIED
    headings: tuple[int, ...] = ()
    language: str = "und"

    @property
    def host(self) -> str:
        """The host of the URL without "www.", or an empty string."""
        try:
            return (urlsplit(self.url or "").hostname or "").removeprefix("www.")
        except ValueError:
            return ""

    @property
    def slug(self) -> str:
        """The last part of the URL's path as words: "ferry fares to rise", or ""."""
        try:
            path = unquote(urlsplit(self.url or "").path)
        except ValueError:
            return ""
        last = path.rstrip("/").rpartition("/")[2]
        return SLUG_JOINTS.sub(" ", FILE_ENDING.sub("", last)).strip()

    @property
    def words(self) -> frozenset[str]:
        """The words that the text has in small letters: what is a word there is no name."""
        return small_words(self.text)

    @property
    def last_day(self) -> date:
        """The last day on which it can have been published."""
        now = self.captured or datetime.now().astimezone()
        return now.date() + AHEAD

    def titled(self, title: str) -> "Page":
        """The same page, knowing which of its lines repeat the title."""
        sought = squeeze(title)
        if not sought:
            return self
        found = (n for n, key in enumerate(self.keys) if key == sought)
        return replace(self, headings=tuple(found))


def page_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that are not blank: the first HEAD_LINES and the last TAIL_LINES of those given."""
    return _windows(lines, HEAD_LINES, TAIL_LINES)


def body_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that are not blank: the first and the last BODY_LINES of those given."""
    return _windows(lines, BODY_LINES, BODY_LINES)


def _windows(lines: Sequence[str], head: int, tail: int) -> tuple[str, ...]:
    """The first `head` and last `tail` lines that are not blank, looking at four times as many."""
    first: list[str] = []
    seen = 0
    for line in lines[: 4 * head]:
        if len(first) == head:
            break
        seen += 1
        if short := _short(line):
            first.append(short)
    last: list[str] = []
    for line in reversed(lines[max(seen, len(lines) - 4 * tail) :]):
        if len(last) == tail:
            break
        if short := _short(line):
            last.append(short)
    return tuple(first + last[::-1])


def line_keys(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Each line squeezed, or "" where it is too long to be a title or a name."""
    return tuple(squeeze(line) if len(line) <= KEY_CHARACTERS else "" for line in lines)


@lru_cache(maxsize=2)
def small_words(text: str) -> frozenset[str]:
    """The words of a text that begin with a small letter, squeezed."""
    return frozenset(squeeze(word) for word in set(SMALL_WORD.findall(text)))


def _short(line: str) -> str:
    return tidy(line[:LINE_CHARACTERS])
