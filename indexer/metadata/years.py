"""The years that a text names."""

import re

# A number of four digits is read as a year only in these bounds: earlier ones are mostly counts,
# later ones mostly codes. A year is not part of a longer number, a sum, a phone or a web address.
FIRST_YEAR = 1700
LAST_YEAR = 2100

YEAR = re.compile(
    r"(?<![\w$€£#@/.,’'-])(1[7-9]\d\d|20\d\d|2100)s?(?![\w%@/°]|[.,]\d|\s?(?:\$|€|%|km\b|kg\b|people\b|personnes\b))"
)
SPAN = re.compile(
    r"(?<![\w$€£#.,-])(1[7-9]\d\d|20\d\d)\s?[–—/-]\s?((?:1[7-9]|20)\d\d|\d\d)(?![\w-])"
)
DASHED = re.compile(
    r"(?<![\w$.,])((?:1[7-9]|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
SLASHED = re.compile(r"(?<=/)((?:1[7-9]|20)\d\d)(?!\d)(?=\D|$)")


def find_years(text: str) -> tuple[int, ...]:
    """The years (CE) that the text names, ascending; both ends of a span "2015-16"."""
    years = {int(year) for form in (YEAR, DASHED) for year in form.findall(text)}
    for first, last in SPAN.findall(text):
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        if int(first) < end:
            years |= {int(first), end}
    return tuple(sorted(year for year in years if FIRST_YEAR <= year <= LAST_YEAR))
