"""Which charset bytes are in, where nothing states it.

Measured on 120 pages in English and French, cut to 80, 400 and 3,000 characters: resiliparse knows
windows-1252 and the Cyrillic and East Asian charsets best and fastest, but neither MacRoman, EUC-KR
nor UTF-16 without a mark. Those three show in their bytes, so we look for them ourselves.
"""

from resiliparse.parse.encoding import detect_encoding

SAMPLE_BYTES = 131_072

# In UTF-16 the spaces, digits and Latin letters leave a zero in every second byte, always on the
# same side; text in one byte a letter has no zeros.
MIN_ZERO_SHARE = 0.02
MAX_OTHER_SIDE = 0.1
MIN_PRINTABLE_SHARE = 0.95

# Korean letters in EUC-KR are pairs of high bytes: Hangul, seldom a Chinese character.
HIGH_BYTES = bytes(range(0x80, 0x100))
MIN_HIGH_BYTES = 8
MIN_SYLLABLE_SHARE = 0.85

# They differ in a few letters only, which resiliparse mixes up.
CENTRAL_EUROPEAN = ("cp1250", "iso8859-2")
UNKNOWN_TO_RESILIPARSE = "utf-8"
# It looks at a few pieces of what it gets, again for each charset that it knows.
SECOND_SAMPLE_BYTES = 32_768
# ASCII was decided before; a page of the web is in none of these.
NO_GUESS = frozenset({"ascii", "utf_8", "utf_16", "utf_32", "utf_7", "cp037", "cp500", "cp1026"})

# In Western languages few letters are accented (4 % in French); in Cyrillic all bytes are high.
MAX_ACCENTED_SHARE = 0.2
MIN_EXPLAINED_SHARE = 0.9
WESTERN_LETTERS = frozenset("àâäáãåæçéèêëíîïñóôöõøœúùûüßÀÂÄÁÅÆÇÉÈÊËÎÏÑÓÔÖØŒÙÛÜŸ")
WESTERN_MARKS = frozenset("’‘“”«»–—…•·°©®€£§½¼\u00a0\u00ad")
WESTERN_CHARSETS = ("cp1252", "mac_roman")


def detect(body: bytes) -> str | None:
    """The name of the charset that fits the bytes, as Python knows it, or None."""
    return (
        utf_16_by_zeros(body)
        or detect_western(body)
        or euc_kr_by_syllables(body)
        or detect_other(body)
    )


def utf_16_by_zeros(body: bytes) -> str | None:
    """UTF-16 without a mark, told by the zero bytes that it has on one side only."""
    sample = body[: min(SAMPLE_BYTES, len(body) // 2 * 2)]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    charset, share, other = ("utf_16_le", odd, even) if odd > even else ("utf_16_be", even, odd)
    if share < MIN_ZERO_SHARE or other > share * MAX_OTHER_SIDE:
        return None
    text = sample.decode(charset, errors="replace")
    printable = sum((char.isprintable() and char != "\ufffd") or char.isspace() for char in text)
    return charset if printable >= MIN_PRINTABLE_SHARE * len(text) else None


def detect_western(body: bytes) -> str | None:
    """windows-1252 or MacRoman: the one in which the high bytes make Western letters and marks."""
    sample = body[:SAMPLE_BYTES]
    high = sum(byte >= 0x80 for byte in sample)
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    if not high or high > MAX_ACCENTED_SHARE * (high + letters):
        return None
    fits = {charset: western_share(sample, charset, high) for charset in WESTERN_CHARSETS}
    best = max(WESTERN_CHARSETS, key=lambda charset: fits[charset])
    return best if fits[best] >= MIN_EXPLAINED_SHARE else None


def western_share(sample: bytes, charset: str, high: int) -> float:
    """The share (0-1) of the high bytes that are usual in Western text, where they stand.

    A letter counts in full beside another letter; a mark counts in full only where it does not
    part two letters, except the apostrophe.
    """
    text = sample.decode(charset, errors="replace")
    padded = f" {text} "
    fit = 0.0
    for before, char, after in zip(padded, text, padded[2:], strict=False):
        if char < "\x80":
            continue
        inside = before.isalpha() and after.isalpha()
        if char in WESTERN_LETTERS:
            beside = before.isalpha() or after.isalpha()
            odd_case = char.isupper() and before.islower()
            fit += 0.3 if odd_case else 1.0 if beside else 0.9
        elif char in WESTERN_MARKS:
            fit += 1.0 if char == "’" or not inside else 0.5
    return fit / high


def euc_kr_by_syllables(body: bytes) -> str | None:
    """EUC-KR, told by pairs of bytes that nearly all make syllables of Hangul.

    resiliparse does not know it. In it Chinese and Japanese make Chinese characters, old jamo and
    foreign letters by the third or more.
    """
    sample = body[:SAMPLE_BYTES]
    high = len(sample) - len(sample.translate(None, HIGH_BYTES))
    if high < MIN_HIGH_BYTES:
        return None
    text = sample.decode("euc_kr", errors="replace")
    letters = [char for char in text if char >= "\x80" and char.isalpha()]
    syllables = sum("\uac00" <= char <= "\ud7a3" for char in letters)
    odd = text.count("\ufffd")
    fits = letters and syllables >= MIN_SYLLABLE_SHARE * (len(letters) + odd)
    return "cp949" if fits else None


def detect_other(body: bytes) -> str | None:
    """What resiliparse makes of it; it says UTF-8 where it does not know."""
    found = str(detect_encoding(body, SAMPLE_BYTES) or UNKNOWN_TO_RESILIPARSE)
    if found in CENTRAL_EUROPEAN:
        return max((found, *CENTRAL_EUROPEAN), key=lambda charset: letters_in(body, charset))
    return None if found == UNKNOWN_TO_RESILIPARSE else found


def letters_in(body: bytes, charset: str) -> int:
    """How many letters the bytes make in a charset; the wrong one makes signs of some."""
    return sum(map(str.isalpha, body[:SAMPLE_BYTES].decode(charset, errors="replace")))


def second_opinion(body: bytes) -> str | None:
    """A guess where nothing else knows: the one that charset-normalizer thinks least of a mess."""
    from charset_normalizer import from_bytes

    best = from_bytes(body[:SECOND_SAMPLE_BYTES]).best()
    return best.encoding if best is not None and best.encoding not in NO_GUESS else None
