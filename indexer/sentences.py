"""Where sentences and paragraphs of a text begin: one account for index, query and marks.

A paragraph ends at a blank line. Inside a block without one, a line break ends it too, unless the
block was wrapped: then all of its lines but the last are nearly as long as the longest. A sentence
ends with its paragraph, or at a stop after which a new one can begin: not after "Dr.", an initial,
or where small letters go on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

BLANK_LINE = re.compile(r"\n\s*\n")

# Lines broken by a program: none longer than a wide terminal's, none but the last far shorter.
MOST_WRAPPED_CHARACTERS = 110
LEAST_WRAPPED_SHARE = 0.7
LEAST_WRAPPED_CHARACTERS = 40

# Of stops in a row the first alone is tried: from each of them to their end is the square of them.
FIRST = r"(?<![.!?…‽؟।॥])"
# A stop, what closes after it, and space; or a stop of a script that writes no spaces.
AFTER_STOP = r"""(?<![。！？])[.!?…‽؟।॥]*["'”’»)\]]*(?:\s?»)?(?:\s+|$)"""
AFTER_UNSPACED = r"""(?<=[。！？])[。！？]*[」』”’)）]*"""

# The fewer kinds of stops are sought, the quicker; a single one is ten times as quick as many.
FULL_STOP = re.compile(rf"{FIRST}\.{AFTER_STOP}")
COMMON_STOP = re.compile(rf"{FIRST}[.!?]{AFTER_STOP}")
STOP = re.compile(rf"{FIRST}[.!?…‽؟।॥]{AFTER_STOP}|[。！？]{AFTER_UNSPACED}")
RARE = "…‽؟।॥。！？"

# What a sentence begins with, after quotes, brackets and dashes: no small letter.
OPENING = re.compile(r"""[\s"'“”‘’«‹„(\[¿¡—–•*-]*""")

BEFORE_STOP = re.compile(r"[^\s(\[“«\"']*$")
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ]")
ENGLISH = (
    "mr mrs ms messrs dr prof st ste sr jr vs dept gen gov sen rep reps hon rev sgt cpl cst insp "
    "det supt lt col maj capt cmdr pres cf ca approx est al ed eds jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd ont que alta sask man "
    "calif conn mass mich minn wash e.g i.e"
)
FRENCH = "mm mme mmes mlle me mgr pr ex env janv févr avr juil déc chap éd tél boul av"
ABBREVIATIONS = frozenset((*ENGLISH.split(), *FRENCH.split()))

# Words and abbreviations at once: the latter where a number follows.
NUMBERED = "no nos vol vols p pp art arts fig figs sec chap"
BEFORE_NUMBERS = frozenset(NUMBERED.split())

# How far back from a stop its word is read: no abbreviation is longer.
WORD_CHARACTERS = 20
NO_ENDS = ABBREVIATIONS | BEFORE_NUMBERS


class Sentence(NamedTuple):
    """A sentence: where it stands in the text, and whether it begins a paragraph."""

    start: int
    end: int
    opens: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order. Together they hold every word, each word whole.

    >>> [text[s.start:s.end] for text in ["Dr. No came. He sat."] for s in sentences(text)]
    ['Dr. No came. ', 'He sat.']
    """
    make = tuple.__new__  # half the time of calling Sentence
    stops = stop_in(text).finditer(text)  # for all paragraphs at once
    stop = next(stops, None)
    for first, last in _paragraphs(text):
        start = first
        while stop is not None and (end := stop.end()) <= last:
            if end < last and _can_begin(text, end, last) and _is_end(text, start, stop):
                yield make(Sentence, (start, end, start == first))
                start = end
            stop = next(stops, None)
        while stop is not None and stop.start() < last:
            stop = next(stops, None)
        if start < last:
            yield make(Sentence, (start, last, start == first))


def stop_in(text: str) -> re.Pattern[str]:
    """What finds every stop of a text."""
    if any(map(text.__contains__, RARE)):
        return STOP
    return COMMON_STOP if "!" in text or "?" in text else FULL_STOP


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in BLANK_LINE.finditer(text):
        yield from _block(text, start, gap.start())
        start = gap.end()
    yield from _block(text, start, len(text))


def _block(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The paragraphs of a block, which has no blank line."""
    if start == end:
        return ()
    if text.find("\n", start, end) < 0:
        return ((start, end),)
    lines = text[start:end].split("\n")
    if _is_wrapped(lines):
        return ((start, end),)
    found = []
    for line in lines:
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _is_wrapped(lines: list[str]) -> bool:
    longest = max(map(len, lines))
    shortest = min(map(len, lines[:-1]))
    return (
        LEAST_WRAPPED_CHARACTERS <= longest <= MOST_WRAPPED_CHARACTERS
        and shortest >= LEAST_WRAPPED_SHARE * longest
    )


def _can_begin(text: str, place: int, last: int) -> bool:
    if text[place].isupper():
        return True
    opening = OPENING.match(text, place, last)
    begin = opening.end() if opening else place
    return begin < last and not text[begin].islower()


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that began at `start`, and not a word or a number."""
    place = stop.start()
    if text[place] != "." or text[place + 1 : place + 2] == ".":
        return True
    near = text[max(start, place - WORD_CHARACTERS) : place]
    word = near.rpartition(" ")[2]
    if word.isalpha() and word.islower():  # most words; the rest is looked at more closely
        return word not in NO_ENDS or (
            word in BEFORE_NUMBERS and not text[stop.end() : stop.end() + 1].isdecimal()
        )
    before = BEFORE_STOP.search(near)
    word = before.group() if before else ""
    if word.isdecimal() and not text[start : stop.start() - len(word)].strip():
        return False  # the number of a list
    if word.lower() in BEFORE_NUMBERS:
        return not text[stop.end() : stop.end() + 1].isdecimal()
    return not INITIALS.fullmatch(word) and word.lower() not in ABBREVIATIONS
