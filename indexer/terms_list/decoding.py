"""The bytes of a list as text: what editors and spreadsheets write."""

import codecs

from indexer.readers.detection import utf_16_by_zeros

# Longest first: the mark of UTF-16 begins that of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
# What Windows writes where it does not write Unicode, in English and French.
ELSE = "cp1252"


def list_text(body: bytes) -> tuple[str, str]:
    """The text and the charset by which it was read; bytes that mean nothing become U+FFFD.

    By its mark, by the zeros of UTF-16, as UTF-8 where every byte fits, else as Windows-1252. A
    short list has too few letters for any other guess.
    """
    for mark, charset in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace"), charset
    zeros = utf_16_by_zeros(body)
    if zeros:
        return body.decode(zeros, "replace"), zeros
    try:
        return body.decode("utf_8"), "utf_8"
    except UnicodeDecodeError:
        return body.decode(ELSE, "replace"), ELSE
