"""Where a passage begins and ends: at a sentence where one is near, else between words."""

import unicodedata

from indexer.analysis import words
from indexer.query.nodes import Span
from indexer.sentences import sentences

# A word or an address longer than this is cut: else one line without spaces would fill the page.
LONGEST_WORD_CHARACTERS = 40

# Of the room beside what matched, the share that goes before it: readers need the beginning.
SHARE_BEFORE = 0.5

# Read before a passage, so that an abbreviation or a wrapped line is known for what it is.
CONTEXT_CHARACTERS = 200

# Space characters and line ends that show as one space, so that offsets stay right.
AS_SPACE = {ord(sign): " " for sign in "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}

# What joins two signs to one: emoji of several people, ligatures of Indic scripts.
JOINER = "\u200d"
SKIN_TONES = range(0x1F3FB, 0x1F400)
FLAG_LETTERS = range(0x1F1E6, 0x1F200)
TAGS = range(0xE0020, 0xE0080)
# Vowels and final consonants of Hangul written letter by letter.
JAMO = range(0x1160, 0x1200)


def one_line(text: str) -> str:
    """The text on one line, of the same length."""
    return text.translate(AS_SPACE)


def cut(text: str, core: Span, bounds: Span, length: int) -> Span:
    """A passage of about `length` characters around `core`, inside `bounds`, without outer space.

    The core is shown whole unless it is more than twice as long as a passage.
    """
    last = core[1]
    if last > core[0] + 2 * length:
        last = whole_before(text, core[0] + 2 * length, core[0])
    room = max(0, length - (last - core[0]))
    start = _start(text, core[0], max(bounds[0], core[0] - round(room * SHARE_BEFORE)))
    end = _end(text, last, min(bounds[1], max(start + length, last)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def whole_before(text: str, place: int, earliest: int) -> int:
    """The place, or the nearest before it where no sign of several characters is parted."""
    while place > earliest and _is_inside(text, place):
        place -= 1
    return place


def _is_inside(text: str, place: int) -> bool:
    """Whether the characters on both sides of a place are one sign to a reader."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    code = ord(after)
    if after == JOINER or before == JOINER or unicodedata.category(after).startswith("M"):
        return True
    if code in FLAG_LETTERS and ord(before) in FLAG_LETTERS:
        start = place
        while start > 0 and ord(text[start - 1]) in FLAG_LETTERS:
            start -= 1
        return (place - start) % 2 == 1
    return code in SKIN_TONES or code in TAGS or code in JAMO


def _start(text: str, core: int, earliest: int) -> int:
    """The first sentence start from `earliest` to the core, else the first start of a word."""
    if earliest == 0:
        return 0
    sentence = _sentence_start(text, core, earliest)
    if sentence is not None:
        return sentence
    if text[earliest - 1].isspace():
        return earliest
    for place in range(earliest, core):
        if text[place].isspace():
            return place + 1
    return _word_start(text, core, earliest)


def _sentence_start(text: str, core: int, earliest: int) -> int | None:
    """Where the first sentence begins between the two places, or None."""
    read = max(0, earliest - CONTEXT_CHARACTERS)
    for sentence in sentences(text[read : core + 1]):
        start = read + sentence.start
        if earliest <= start <= core and (start == 0 or sentence.start > 0):
            return start
    return None


def _word_start(text: str, core: int, earliest: int) -> int:
    """Where the first whole word begins inside a chunk without spaces; else a whole sign."""
    for word in words(text[earliest : core + 1]):
        if word.start > 0 and earliest + word.start <= core:
            return earliest + word.start
    place = max(earliest, core - LONGEST_WORD_CHARACTERS)
    while place < core and _is_inside(text, place):
        place += 1
    return place


def _end(text: str, core: int, latest: int) -> int:
    """The last end of a word from the core to `latest`, which is after it."""
    if latest >= len(text) or text[latest].isspace() or latest <= core:
        return min(latest, len(text))
    for place in range(latest, core, -1):
        if text[place - 1].isspace():
            return place
    whole = [end for word in words(text[core:latest]) if (end := core + word.end) < latest]
    return (
        whole[-1]
        if whole
        else whole_before(text, min(latest, core + LONGEST_WORD_CHARACTERS), core)
    )
