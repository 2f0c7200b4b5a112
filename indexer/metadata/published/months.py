"""The names of months and days in English and French, as people write them."""

# Full names and the usual abbreviations (Canadian Press and Office québécois de la langue
# française styles, and what content systems print), folded to lower case, without the point.
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv",
            "february feb february février fevrier févr fevr fév fev",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil",
            "august aug août aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat"
    r"|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b\.?"
)


def month_number(written: str) -> int:
    """1-12 for a month's name that MONTH matched."""
    return MONTHS[written.rstrip(".").lower()]
