r"""Words blacked out in a text or in raw bytes, however they are written there.

Both sides are folded: case, accents and signs that nobody sees make no difference, and whatever is
no letter or digit parts words. A character may be written as itself, as an entity (`&eacute;`,
`&#233;`), as an escape of scripts (`\u00e9`) or of addresses (`%C3%A9`). The text is looked through
three times: with its tags left out (`Ann R<b>oy</b>`), with a gap in their places
(`<td>Ann</td><td>Roy</td>`), and as it stands, for what is inside of tags and scripts.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote

from indexer.readers.decoding import decode

# What stands for a word; always as long, so that it tells nothing of its length.
BLACK = "█████"
PLAIN_BLACK = "*****"  # in a charset that has no block
# Several words written as one (in addresses, in handles) are a name only when they are this long.
LEAST_JOINED = 6
# Of fewer letters too much else would go.
LEAST_LETTERS = 3

MARKUP = r"<!--.*?-->|</?[a-zA-Z][^<>]*>"
NAME_OF_TAG = r"</?[a-zA-Z][\w:-]*"
WRITTEN = r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
WRITTEN += r"|\\u[0-9a-fA-F]{4}|(?:%[0-9a-fA-F]{2})+"
TAGS = re.compile(f"(?P<tag>{MARKUP})|{WRITTEN}", re.DOTALL)
AS_IT_STANDS = re.compile(f"(?P<tag>{NAME_OF_TAG})|{WRITTEN}")


class Look(Enum):
    """How a text is looked through."""

    WITHOUT_TAGS = "without tags"
    GAPS_FOR_TAGS = "gaps for tags"
    AS_IT_STANDS = "as it stands"


class CannotBlacken(Exception):
    """Bytes that cannot be rewritten; the text says why."""


class Words:
    """The words that are to go, folded. Raise ValueError where they are too few letters."""

    def __init__(self, typed: str) -> None:
        parts = "".join(map(folded, typed)).split()
        if sum(map(len, parts)) < LEAST_LETTERS:
            raise ValueError(f"{LEAST_LETTERS} letters or digits at least")
        forms = [" ".join(parts)]
        if len(parts) > 1 and len("".join(parts)) >= LEAST_JOINED:
            forms.append("".join(parts))
        either = "|".join(map(re.escape, forms)).replace(r"\ ", " +")
        self._pattern = re.compile(rf"(?<!\S)(?:{either})(?!\S)")

    def stand_in(self, text: str) -> bool:
        """Whether a text holds them, however written."""
        return any(True for look in Look for _ in self._found(text, look))

    def blacked_out(self, text: str, black: str = BLACK) -> str:
        """The text without them."""
        for look in Look:
            places = sorted({one for found in self._found(text, look) for one in found})
            text = without(text, places, black)
        return text

    def _found(self, text: str, look: Look) -> Iterator[tuple[tuple[int, int, bool], ...]]:
        """The characters of each place: (start, end, whether it is the first)."""
        seen: list[str] = []
        where: list[tuple[int, int]] = []
        for start, end, char in characters(text, look):
            for each in folded(char) if char else " ":
                seen.append(each)
                where.append((start, end))
        for match in self._pattern.finditer("".join(seen)):
            first = where[match.start()]
            spans = (where[at] for at in range(*match.span()) if seen[at] != " ")
            yield tuple((start, end, (start, end) == first) for start, end in spans)


def characters(text: str, look: Look) -> Iterator[tuple[int, int, str]]:
    """Each character of a text with the place where it is written; "" for a gap."""
    last = 0
    for match in (AS_IT_STANDS if look is Look.AS_IT_STANDS else TAGS).finditer(text):
        for at in range(last, match.start()):
            yield at, at + 1, text[at]
        last = match.end()
        if match["tag"] is None:
            yield match.start(), last, meant(match[0])
        elif look is not Look.WITHOUT_TAGS:
            yield match.start(), last, ""
    for at in range(last, len(text)):
        yield at, at + 1, text[at]


def meant(written: str) -> str:
    """The characters that an entity or an escape stands for."""
    if written.startswith("\\"):
        return chr(int(written[2:], 16))
    return unquote(written) if written.startswith("%") else html.unescape(written)


@lru_cache(maxsize=100_000)
def folded(chars: str) -> str:
    """A character as it is compared: small, bare; a space for what is neither letter nor digit."""
    plain = unicodedata.normalize("NFKD", chars.casefold())
    kept = (one for one in plain if unicodedata.category(one) not in ("Mn", "Me", "Cf"))
    return "".join(one if one.isalnum() else " " for one in kept)


def without(text: str, places: list[tuple[int, int, bool]], black: str) -> str:
    """The text with a mark for the first character of each word, and nothing for the others."""
    pieces: list[str] = []
    last = 0
    for start, end, is_first in places:
        if start < last:
            continue  # one character that folds to several
        pieces += (text[last:start], black if is_first else "")
        last = end
    return "".join((*pieces, text[last:]))


def blackened(body: bytes, media_type: str, charset: str | None, words: Words) -> bytes:
    """Raw bytes without the words; all other bytes are as they came. Raise CannotBlacken."""
    if media_type == "application/pdf" or body.startswith(b"%PDF"):
        raise CannotBlacken("it is a PDF, which cannot be rewritten")
    read = decode(body, media_type, charset)
    names = [read.charset] if "16" in read.charset or "32" in read.charset else None
    for name in names or dict.fromkeys((read.charset, "utf_8", "latin_1")):
        body = blackened_in(body, name, words)
    if words.stand_in(decode(body, media_type, charset).text):
        raise CannotBlacken(f"its bytes cannot be rewritten in {read.charset}")
    return body


def blackened_in(body: bytes, charset: str, words: Words) -> bytes:
    """The bytes without the words, by a charset; as they are where it cannot write them back."""
    try:
        text = body.decode(charset, "surrogateescape")
        if text.encode(charset, "surrogateescape") != body:
            return body
        black = BLACK if BLACK.encode(charset, "ignore") else PLAIN_BLACK
        return words.blacked_out(text, black).encode(charset, "surrogateescape")
    except UnicodeError:
        return body
