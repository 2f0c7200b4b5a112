"""What kind a reason is of: the same reason of other pages has other addresses and numbers.

"It was cut off: 5 of its 239 bytes are there." is counted as "It was cut off: … of its … bytes are
there."; the record of each page keeps its numbers.
"""

import re

APART = "…"

# Pages are refused for one reason at many addresses: "It is binary data. (https://…)".
ADDRESS_APART = re.compile(r" \(https?://[^\s]*\)$", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
# What a page or a row holds, quoted.
QUOTED = re.compile(r'(?<!\w)"[^"]*"(?!\w)')

NUMBER = r"(?<![\w.,])-?\d[\d,]*(?:\.\d+)?"
# What is the same for every page: a limit that is told.
LIMIT = r"(?<!may have )(?<!more than )(?<!longer than )"
UNIT = (
    "(?:more |other )?(?:of its|bytes?|[kKMGT]?B|cells|characters?|columns|lines|rows|members|"
    "pages|records|seconds|s)"
)
COUNTED = re.compile(rf"{LIMIT}{NUMBER}(?= {UNIT}\b| ?%)")
# "Line 3 of the manifest", "at character 12", "the first row has 4.", "(images, styles): 12."
PLACED = re.compile(
    rf"(?i:(?<=\bline )|(?<=\bpage )|(?<=\bitem )|(?<=\bcharacter )|(?<=\bbyte )|(?<=\brow has ))"
    rf"{NUMBER}|(?<=: ){NUMBER}(?=\.$)"
)


def kind_of(reason: str) -> str:
    """A reason without what differs from page to page: addresses, quotations, sizes, places.

    >>> kind_of("It is 31 MB; a page may have 20 MB.")
    'It is … MB; a page may have 20 MB.'
    """
    kind = ADDRESS.sub(APART, ADDRESS_APART.sub("", reason))
    return PLACED.sub(APART, COUNTED.sub(APART, QUOTED.sub(f'"{APART}"', kind)))
