"""The words beside a date that say what it is the date of."""

import re

from indexer.metadata.plain import any_of

# What a label can stand after: the line's beginning, or a mark that parts a byline's pieces.
OPENING = r"(?:^|[|•·–—,;:(/-]\s*|\s{2})"
# "Updated 4:12 p.m., October 19, 2014": its points end no sentence.
HALF_DAY = r"(?<=\d\s)[ap]\.m\.|(?<=\d)[ap]\.m\."
PUBLISHED_WORDS = any_of(
    r"date(?:_(?:posted|published|issued|of_publication))?",
    r"(?:first_|originally_)?(?:published|posted|issued|released|filed) post(?:ed)?_date",
    r"(?:publication|publish|release)_date submitted written",
    r"(?:première_)?publi(?:ée?|cation) date_de_(?:publication|parution|diffusion) mise?_en_ligne",
    r"paru diffusé rédigé affiché soumis veröffentlicht erschienen",
)
# At the end of what stands before a date, with "by Ann Roy" or "on" between at most.
PUBLISHED = re.compile(
    rf"{OPENING}{PUBLISHED_WORDS}\b(?:{HALF_DAY}|[^.!?]){{0,70}}$", re.IGNORECASE
)

UPDATED_WORDS = any_of(
    r"updated? modified revised reviewed edited last_changed amended",
    r"mise?_à_jour modifiée? modification actualisée? révisée? aktualisiert geändert",
)
# A correction is a change. Its word opens a line, and little stands between it and the day:
# "Correction, March 9, 2017: a name was wrong". "Stand: 14.03.2017" is German for "as of".
CORRECTED_WORDS = any_of(
    r"corrections? corrected clarifications? (?:editor(?:[’']?s|s[’'])?_)note",
    r"rectificatif rectifiée? rectification corrigée? erratum précisions?",
    r"note_de_la_rédaction ndlr berichtigung korrektur",
)
BETWEEN = (
    rf"(?:\W|\d|{HALF_DAY}|\b(?:[ap]m|appended|added|made|issued|on|of|at|le|du|à|h|am|the)\b)"
)
UPDATED = re.compile(
    rf"\b{UPDATED_WORDS}\b(?:{HALF_DAY}|[^.!?|•·]){{0,40}}$"
    rf"|{OPENING}{CORRECTED_WORDS}\b{BETWEEN}{{0,30}}$"
    r"|(?-i:^\W*Stand)\s*:\s*$",
    re.IGNORECASE,
)

# Dates of something else: of a meeting, of a deadline, of when a work was looked at.
OTHER_WORDS = any_of(
    r"rally rallies march_on join_us rsvp tickets? register registration venue doors_open",
    r"when where",
    r"location workshop webinar vigil picket event add_to_calendar deadline expires? due retrieved",
    r"accessed data_as_of as_of rassemblement manifestation inscri\w+ billets quand lieu atelier",
    r"joignez-vous vigile événement consulté en_date_du",
)
EVENT = re.compile(rf"\b{OTHER_WORDS}\b", re.IGNORECASE)

BYLINE = re.compile(
    r"^(?:by|par|written by|posted by|écrit par|publié par|un texte de)\b", re.IGNORECASE
)
