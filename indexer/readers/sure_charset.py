"""Which charset bytes are in beyond chance, whatever is said of them.

Servers state a charset for whole folders (Apache's AddDefaultCharset) and templates keep an old
declaration: both are hearsay. The bytes themselves decide where another charset could hardly have
made them.
"""

import codecs
import re

CHARACTERS_ASKED = 100_000

# Letters beyond ASCII that make valid UTF-8 no accident, among the first of a page. In a charset of
# one byte a letter "Ã©" is no part of a word. Where letters have two bytes each (GBK, EUC-KR,
# Shift_JIS), one pair in seven at most is also a letter of UTF-8: a few may be chance.
SURE_LETTERS = 2
SURE_LETTERS_OF_TWO_BYTES = 12
CHARSETS_OF_TWO_BYTES = frozenset(
    {"gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "cp949", "johab", "euc_jis_2004"}
)

# Text in another charset hardly ever makes a whole character of UTF-8.
MIN_WHOLE_PER_BROKEN = 4

# A lower-case letter with an accent behind a lower-case letter: "montréal". In windows-1252 that
# would be a capital Ã inside a word, before a sign, so one is enough.
WESTERN_INSIDE = re.compile(r"[a-z][\u00df-\u00f6\u00f8-\u00ff]")

# The escapes that put ISO-2022 (RFC 1468, RFC 1557, RFC 2237) into another set of signs; without
# them the bytes are ASCII.
ESCAPES_OF_ISO_2022 = (
    (re.compile(rb"\x1b\$[@B]|\x1b\$\(D"), "iso2022_jp_2"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
)
ESCAPE = b"\x1b"
EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_surely_utf_8(body: bytes, said: str | None = None) -> bool:
    """Whether the bytes are UTF-8 beyond chance, but for a few that are broken.

    said: the charset that is said of them, by Python's name: the doubt that must be overcome

    One letter can be chance ("Ã©" is a word's end in no language, but a price may hold "Â£").
    """
    if body.isascii():
        return False
    try:
        text, broken = body.decode("utf_8"), 0
    except UnicodeDecodeError:
        text = body[:CHARACTERS_ASKED].decode("utf_8", errors="replace")
        broken = text.count("\ufffd")
    first = text[:CHARACTERS_ASKED]
    letters = len(first) - len(first.encode("ascii", errors="ignore")) - broken
    if broken:
        return letters >= max(SURE_LETTERS_OF_TWO_BYTES, MIN_WHOLE_PER_BROKEN * broken)
    inside_words = len(WESTERN_INSIDE.findall(first))
    if has_two_bytes_a_letter(said):
        return letters >= SURE_LETTERS_OF_TWO_BYTES or inside_words >= SURE_LETTERS
    return letters >= SURE_LETTERS or inside_words > 0


def has_two_bytes_a_letter(charset: str | None) -> bool:
    """Whether a charset writes letters in two bytes, so that its bytes may be UTF-8 by chance."""
    try:
        return charset is not None and codecs.lookup(charset).name in CHARSETS_OF_TWO_BYTES
    except LookupError:
        return False


def iso_2022(body: bytes) -> str | None:
    """ISO-2022-JP or -KR, where its escapes stand in the bytes and what follows them is text."""
    if ESCAPE not in body:
        return None
    for escapes, charset in ESCAPES_OF_ISO_2022:
        if not escapes.search(body):
            continue
        try:
            text = body.decode(charset)
        except UnicodeDecodeError:
            continue
        if EAST_ASIAN.search(text):
            return charset
    return None
