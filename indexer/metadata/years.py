"""The years that a text names."""

import re

# A number of four digits is read as a year only in these bounds: earlier ones are mostly counts,
# later ones mostly codes.
FIRST_YEAR = 1700
LAST_YEAR = 2100

# First every number that could be one, for speed, then what stands about it: a year is no part of
# a longer number, a sum, a share, an address or a count.
NUMBER = re.compile(r"(?:1[7-9]|2[01])\d\d")
YEAR = re.compile(
    r"(?<![\w$€£#@.,’'])(?<!\d\d\d-)(?<![A-Za-z]-)\d{4}s?"
    r"(?![\w%@°]|[.,]\d|\s?[$€%]|\s(?:km|kg|people|personnes|dollars|times|fois)\b)"
)
# The end of a span: "2015-16", "2015–2016", but not the month of "2015-11-25".
SPAN_END = re.compile(r"\s?[–—/-]\s?((?:1[7-9]|20)\d\d|\d\d)(?![\w-])")


def find_years(text: str) -> tuple[int, ...]:
    """The years (CE) that the text names, ascending; both ends of a span "2015-16"."""
    years: set[int] = set()
    for number in NUMBER.finditer(text):
        if not YEAR.match(text, number.start()):
            continue
        first = int(number.group())
        years.add(first)
        span = SPAN_END.match(text, number.end())
        if span:
            last = int(span[1]) if len(span[1]) == 4 else first // 100 * 100 + int(span[1])
            if first < last:
                years.add(last)
    return tuple(sorted(year for year in years if FIRST_YEAR <= year <= LAST_YEAR))
