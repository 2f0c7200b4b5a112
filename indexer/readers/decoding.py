"""Bytes to text, by evidence in order.

A byte-order mark, the charset that came with the page, the one it declares, strict UTF-8, and
detection last.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.readers.detection import detect, second_opinion, utf_16_by_zeros
from indexer.readers.sure_charset import MIN_WHOLE_PER_BROKEN, is_surely_utf_8, iso_2022

REPLACEMENT = "\ufffd"
UNDECODABLE = "some bytes could not be decoded"

# A page states its charset in its first 1,024 bytes (HTML standard, 4.2.5.4); real ones are later.
DECLARATION_BYTES = 8_192
DECLARATION = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)

# Longest first: the mark of UTF-16 begins that of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)

# Pages that say these mean windows-1252 and the like (WHATWG Encoding standard, 4.2).
MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
LAST_RESORT = "cp1252"
GUESSED, LAST = "guessed", "last resort"
UNKNOWN_CHARSET = "its character set is not known: read as {charset}, which may be wrong"
ISO_2022_FAMILY = frozenset({"iso2022_jp", "iso2022_jp_2", "iso2022_kr"})

# GB18030 writes the rarest in so many.
LONGEST_CHARACTER_BYTES = 4

# Not charsets of text, though Python can "decode" with them; UTF-7 hides markup from readers.
NEVER = frozenset({"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "mbcs"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a body.

    text:     without a byte-order mark; bytes that do not decode are U+FFFD
    charset:  the charset it was read in, by Python's name
    evidence: what chose it: "byte-order mark", "stated with it", "declared in it", "valid UTF-8",
              "nearly valid UTF-8", "detected", GUESSED, or LAST
    replaced: how many characters are U+FFFD that were not so in the page
    """

    text: str
    charset: str
    evidence: str
    replaced: int = 0

    @property
    def flags(self) -> tuple[str, ...]:
        """What a person should look at."""
        doubt = self.evidence in (GUESSED, LAST)
        unsure = (UNKNOWN_CHARSET.format(charset=self.charset),) if doubt else ()
        return (*unsure, UNDECODABLE) if self.replaced else unsure


def decode(body: bytes, media_type: str = "text/plain", charset: str | None = None) -> Decoded:
    """Read a body as text. The first charset that decodes every byte wins.

    Where none does, the first of them decodes what it can, and the result says so.
    """
    tried: list[tuple[str, str]] = []
    for name, evidence, mark_bytes in candidates(body, media_type, charset):
        try:
            return Decoded(body[mark_bytes:].decode(name), name, evidence)
        except UnicodeError as error:
            tried.append((name, evidence))
            if ends_within_character(error):
                text = body[mark_bytes:].decode(name, errors="replace")
                return Decoded(text, name, evidence, 1)
        if name == "utf_8" and (reading := nearly_utf_8(body)):
            return reading
    return with_replacements(body, tried)


def ends_within_character(error: UnicodeError) -> bool:
    """Whether all was decoded but the bytes of a last character that was cut."""
    return isinstance(error, UnicodeDecodeError) and (
        error.reason == "incomplete multibyte sequence"
        and len(error.object) - error.start < LONGEST_CHARACTER_BYTES
    )


def nearly_utf_8(body: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as where a page was cut."""
    text = body.decode("utf_8", errors="replace")
    whole = len(text) - len(text.encode("ascii", errors="ignore"))
    broken = text.count(REPLACEMENT)
    if whole - broken < MIN_WHOLE_PER_BROKEN * broken:
        return None
    return Decoded(text, "utf_8", "nearly valid UTF-8", broken)


def candidates(body: bytes, media_type: str, charset: str | None) -> Iterator[tuple[str, str, int]]:
    """Charsets to try, best evidence first, with the length of the mark to leave out."""
    for mark, name in MARKS:
        if body.startswith(mark):
            yield name, "byte-order mark", len(mark)
    if stated := known(charset):
        yield from proven(body, stated, "stated")
        yield stated, "stated with it", 0
    if zeros := utf_16_by_zeros(body):
        yield zeros, "detected", 0
    if declared := declared_charset(body, media_type):
        yield from proven(body, declared, "declared")
        yield declared, "declared in it", 0
    if escapes := iso_2022(body):
        yield escapes, "detected", 0
    yield "utf_8", "valid UTF-8", 0
    if detected := known(detect(body)):
        yield detected, "detected", 0
    elif guessed := known(second_opinion(body)):
        yield guessed, GUESSED, 0


def proven(body: bytes, said: str, how: str) -> Iterator[tuple[str, str, int]]:
    """What the bytes are beyond chance, where something else is said of them."""
    if escapes := iso_2022(body):
        if escapes != said and said not in ISO_2022_FAMILY:
            yield escapes, "detected", 0
    elif said != "utf_8" and is_surely_utf_8(body, said):
        yield "utf_8", f"valid UTF-8, though {how} as {said}", 0


def with_replacements(body: bytes, tried: list[tuple[str, str]]) -> Decoded:
    """The reading with the fewest bytes lost, among the charsets with evidence."""
    readings = [
        Decoded(text, name, evidence, text.count(REPLACEMENT))
        for name, evidence in [*tried, (LAST_RESORT, LAST)]
        for text in [body.decode(name, errors="replace").removeprefix("\ufeff")]
    ]
    return min(readings, key=lambda reading: reading.replaced)


def declared_charset(body: bytes, media_type: str) -> str | None:
    """The charset that a page says it is in: an XML declaration, or meta in HTML."""
    if media_type == "text/plain":
        return None
    found = DECLARATION.search(body[:DECLARATION_BYTES])
    if not found:
        return None
    name = known((found[1] or found[2]).decode("ascii", errors="replace"))
    # We read the declaration as ASCII, so the page cannot be in these (WHATWG HTML, 13.2.3.2).
    return "utf_8" if name and name.startswith(("utf-16", "utf-32", "utf_16", "utf_32")) else name


def known(name: str | None) -> str | None:
    """Python's name of the charset that is meant, or None where it knows none of that name."""
    try:
        info = codecs.lookup((name or "").strip().strip("\"'"))
        b"a".decode(info.name)
    except (LookupError, ValueError):
        return None
    return None if info.name in NEVER else MEANT.get(info.name, info.name)
