"""Where a passage begins and ends: at a sentence where one is near, else between words."""

import re

from indexer.query.nodes import Span

SENTENCE_START = re.compile(r"(?:[.!?…][\"”’»)\]]*\s+|\n\s*)(?=\S)")

# A word or an address longer than this is cut: else one line without spaces would fill the page.
LONGEST_WORD_CHARACTERS = 40

# Of the room beside what matched, the share that goes before it: readers need the beginning.
SHARE_BEFORE = 0.5

# Space characters and line ends that show as one space, so that offsets stay right.
AS_SPACE = {ord(sign): " " for sign in "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"}


def one_line(text: str) -> str:
    """The text on one line, of the same length."""
    return text.translate(AS_SPACE)


def cut(text: str, core: Span, bounds: Span, length: int) -> Span:
    """A passage of about `length` characters around `core`, inside `bounds`, without outer space.

    The core is shown whole unless it is more than twice as long as a passage.
    """
    core = core[0], min(core[1], core[0] + 2 * length)
    room = max(0, length - (core[1] - core[0]))
    start = _start(text, core[0], max(bounds[0], core[0] - round(room * SHARE_BEFORE)))
    end = _end(text, core[1], min(bounds[1], max(start + length, core[1])))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _start(text: str, core: int, earliest: int) -> int:
    """The first sentence start from `earliest` to the core, else the first start of a word."""
    if earliest == 0:
        return 0
    sentence = SENTENCE_START.search(text, max(0, earliest - 2), core)
    if sentence and sentence.end() >= earliest:
        return sentence.end()
    if text[earliest - 1].isspace():
        return earliest
    for place in range(earliest, core):
        if text[place].isspace():
            return place + 1
    return max(earliest, core - LONGEST_WORD_CHARACTERS)


def _end(text: str, core: int, latest: int) -> int:
    """The last end of a word from the core to `latest`, which is after it."""
    if latest >= len(text) or text[latest].isspace() or latest <= core:
        return min(latest, len(text))
    for place in range(latest, core, -1):
        if text[place - 1].isspace():
            return place
    return min(latest, core + LONGEST_WORD_CHARACTERS)
