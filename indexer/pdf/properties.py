"""A PDF's properties: its title, author and dates, as far as they mean something."""

import re
from datetime import date

# "D:20170220143000-05'00'" (ISO 32000, 7.9.4); month and day may be left out.
MOMENT = re.compile(r"\s*(?:D:)?(\d{4})(\d{2})?(\d{2})?")
FIRST_YEAR = 1990  # PDF is of 1993
MAX_CHARACTERS = 300

# What programs write where nobody states a title: the name of the file, of the program, of a draft.
BY_PROGRAM = re.compile(r"^(?:microsoft (?:word|powerpoint|excel)|pdfmaker)\s*-\s*", re.IGNORECASE)
NO_TITLE = re.compile(
    r"^(?:untitled|sans titre|unknown|inconnu|document|title|titre|slide|page|print|scan)?"
    r"[\s\d._-]*$"
    r"|\.(?:docx?|pptx?|xlsx?|indd|pdf|rtf|odt|qxd|pub|tmp|html?|dvi|wpd|cdr|ai|psd|tiff?|jpe?g)$"
    r"|^(?:file|https?):|[\\/].*[\\/]",
    re.IGNORECASE,
)
# A person or body has two words; one word alone is mostly the account on the machine.
NO_AUTHOR = re.compile(
    r"^\S*$|@|\b(?:user|admin(?:istrator)?|owner|unknown|windows)\b", re.IGNORECASE
)


def line_of(written: str) -> str:
    """A property as one line of characters that can be seen."""
    seen = "".join(one if one.isprintable() else " " for one in written[: 4 * MAX_CHARACTERS])
    return " ".join(seen.split())[:MAX_CHARACTERS]


def day_of(written: object) -> date | None:
    """The day of a moment; None where it is none, or names no day."""
    found = MOMENT.match(written) if isinstance(written, str) else None
    if not found or not found[3]:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def title_in(property: str) -> str:
    """The title that a property states, or "" where a program wrote it."""
    title = BY_PROGRAM.sub("", property).strip()
    return "" if NO_TITLE.search(title) else title


def author_in(property: str) -> str:
    """The author that a property states, or "" where it is an account."""
    return "" if NO_AUTHOR.search(property.strip()) else property.strip()
