"""Days of what happens, or of a life: never the day on which a page was published."""

import re

from indexer.metadata.plain import any_of
from indexer.metadata.published.written import WrittenDate

# "Meeting date: 2017-04-11", "Prochaine réunion : le 9 mars 2017": what stands right before.
LABEL = re.compile(
    r"\b"
    + any_of(
        "(?:meeting|hearing|council|session|event|interview|trial|court)_date",
        "next_(?:meeting|hearing|session) date_of_(?:the_)?(?:meeting|hearing|session|event)",
        "prochaine?_(?:réunion|rencontre|assemblée|séance|audience|conseil|rendez-vous)",
        "date_de_(?:la_|l[’'])?(?:séance|réunion|rencontre|assemblée|audience|activité|événement)",
        "date_du_(?:conseil|procès|rendez-vous) sitzung(?:sdatum|_am) nächste_sitzung",
    )
    + r"\s*:?\s*(?:(?:is|est|on|le|am|the)\b\s*){0,2}[\W]*$",
    re.IGNORECASE,
)
# "March 9, 2017, 7 pm, Room 4", "9 mars 2017 à 19 h, salle 4": an hour and then where.
HALF = r"[ap]\.?\s?m\b\.?"
HOUR = rf"(?:\d{{1,2}}\s*(?:[:h.]\s?\d\d(?:\s*{HALF})?|{HALF}|h\b|heures?\b|uhr\b)|noon|midi)"
WHERE = any_of(
    "rooms?_\\w+ (?:\\w+_)?(?:hall|auditorium|gymnasium|gym|theatre|chapel|boardroom|ballroom)",
    "(?:community|meeting|council|committee|conference)_(?:room|chambers?|centre|center)",
    "library church school_\\w+ via_zoom on_zoom",
    "salle local_\\w+ amphithéâtre auditorium gymnase bibliothèque église chapelle sous-sol",
    "centre_(?:communautaire|culturel) hôtel_de_ville mairie sur_zoom saal raum",
)
AT_A_PLACE = re.compile(
    r"(?!.*\b(?:by|par|posted|published|publi\w+)\b)"
    rf"^\s*[,|•·–—@-]?\s*(?:(?:at|à|from|de|dès|um)\s+)?{HOUR}[^.!?]{{0,30}}?[\s,@|•·–—(-]"
    rf"(?:(?:in|at|the|à|au|aux|en|la|le|dans|im)\s+|l[’'])*{WHERE}\b",
    re.IGNORECASE,
)
TO_BE_HELD = re.compile(
    r"\b"
    + any_of(
        "will_be_held will_take_place will_meet will_be_heard takes_place is_to_be_held",
        "aura_lieu auront_lieu se_tiendra se_tiendront se_déroulera aura_lieu findet",
    )
    + r"\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s*(?:[–—-]|to|until|au|à|bis)\s*(?:le\s+)?", re.IGNORECASE)


def is_scheduled(before: str, after: str) -> bool:
    """Whether the words of a line, before and after a day in it, are those of an appointment."""
    if LABEL.search(before) or AT_A_PLACE.match(after):
        return True
    return bool(TO_BE_HELD.search(before) or TO_BE_HELD.search(after))


def is_in_a_span(line: str, dates: tuple[WrittenDate, ...], place: int) -> bool:
    """Whether a line opens with two days joined, the first and last of a life or an exhibition.

    place: the number of the day among the line's dates
    """
    if len(dates) < 2 or place > 1 or line[: dates[0].start].strip(" (*"):
        return False
    born, died = dates[:2]
    return born.last < died.first and bool(JOINED.fullmatch(line[born.end : died.start]))
