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
            "july jul juillet juill juil",
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

# As other languages write them beside a year: Spanish, Portuguese, Italian, German, Dutch.
OTHER_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "enero ene janeiro gennaio gen januar jänner januari",
            "febrero fevereiro fev febbraio februar februari",
            "marzo março marco märz maerz maart mrt",
            "abril abr aprile",
            "mayo maio maggio mag mei",
            "junio junho giugno giu juni",
            "julio julho luglio lug juli",
            "agosto ago augustus",
            "septiembre setiembre setembro settembre sett",
            "octubre outubro out ottobre ott oktober okt",
            "noviembre novembro",
            "diciembre dic dezembro dez dicembre dezember december",
        ),
        start=1,
    )
    for name in names.split()
}
EVERY_MONTH = MONTHS | OTHER_MONTHS

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DATED_MONTH = "(?:" + "|".join(sorted(EVERY_MONTH, key=len, reverse=True)) + r")\b\.?"

WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat"
    r"|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b\.?"
)


def month_number(written: str) -> int:
    """1-12 for a month's name that MONTH matched."""
    return EVERY_MONTH[written.rstrip(".").lower()]
