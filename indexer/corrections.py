"""`FIELD=VALUE`, as an archivist types it, as a correction that the archive takes; or withdraws."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from archive.corrections import WITHDRAWN, Correction, checked, value_text
from archive.document import Place
from archive.errors import BadCorrection
from archive.source_names import NO_NAMES, SourceNames
from indexer.query.languages import language_name

SEVERAL = re.compile(r"\s*;\s*")
DATE_FORMS = "2017-02-20, 2017-02, 2017, or 2017-01-31..2017-02-20"


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field that can be corrected.

    stored: its name in a Correction
    form:   what to type, in words
    read:   the JSON text of a value as typed, which is never empty. Raises BadCorrection.
    none:   the JSON text that says that there is none, or None where there must be one
    """

    stored: str
    form: str
    read: Callable[[str], str]
    none: str | None


def several(typed: str) -> str:
    """Names parted by semicolons."""
    return value_text([name for name in SEVERAL.split(typed) if name])


def published(typed: str) -> str:
    """A day, month, year or range; the archive reads its parts."""
    return json.dumps(re.sub(r"\s*\.\.\s*", "..", typed))


def language(typed: str) -> str:
    """A language's code, or its name in English or French."""
    from indexer.query import language_code

    code = language_code(typed) or typed.lower()
    if code != "und" and language_name(code) == code:
        raise BadCorrection(f'no language is called "{typed}"; type a code or a name: fr, French')
    return json.dumps(code)


def places(typed: str) -> str:
    """Places parted by semicolons, each as GeoNames knows it."""
    return value_text([place_named(name) for name in SEVERAL.split(typed) if name])


def place_named(name: str) -> Place:
    """The place of that name. Raise BadCorrection."""
    from indexer.metadata.places import like, named

    place = named(name)
    if place is None:
        meant = "; ".join(like(name))
        advice = f"did you mean {meant}?" if meant else 'type "London, Ontario", or its GeoNames id'
        raise BadCorrection(f'no place is called "{name}"; {advice}')
    return place


FIELDS: dict[str, Correctable] = {
    "title": Correctable("title", "a line of text", value_text, None),
    "source": Correctable("source", "a name", value_text, "null"),
    "author": Correctable("authors", "names parted by ;", several, "[]"),
    "date": Correctable("published", DATE_FORMS, published, "null"),
    "language": Correctable("language", "a code or a name: fr, French", language, '"und"'),
    "place": Correctable("places", "London, Ontario; Toronto", places, "[]"),
}

# Other names for the same.
ALIASES = {"authors": "author", "published": "date", "lang": "language", "places": "place"}


def parse(
    document_id: str,
    stated: str,
    *,
    note: str,
    who: str,
    made: datetime,
    names: SourceNames = NO_NAMES,
) -> Correction:
    """Read `FIELD=VALUE`; a source by any of its names is stated by the one that it has.

    Raise BadCorrection, which says what fields and forms there are.
    """
    name, equals, typed = stated.partition("=")
    name = name.strip().lower()
    found = FIELDS.get(ALIASES.get(name, name))
    if not equals or found is None:
        forms = "\n".join(f"  {name}={field.form}" for name, field in FIELDS.items())
        raise BadCorrection(f'"{stated}" names no field with a value; there are:\n{forms}')
    typed = " ".join(typed.split())
    typed = names.canonical(typed) if found.stored == "source" else typed
    value = value_of(name, found, typed)
    correction = Correction(document_id, found.stored, value, one_line(note), one_line(who), made)
    try:
        checked(correction)
    except BadCorrection as error:
        raise BadCorrection(f"{name}={typed}: write {found.form} ({error})") from error
    return correction


def withdrawal(document_id: str, field: str, *, note: str, who: str, made: datetime) -> Correction:
    """What takes back the correction of a field. Raise BadCorrection for no field."""
    name = field.strip().lower()
    found = FIELDS.get(ALIASES.get(name, name))
    if found is None:
        raise BadCorrection(f'"{field}" is no field; the fields are: {", ".join(FIELDS)}')
    return checked(
        Correction(document_id, found.stored, WITHDRAWN, one_line(note), one_line(who), made)
    )


def one_line(text: str) -> str:
    """White space as single spaces."""
    return " ".join(text.split())


def value_of(name: str, field: Correctable, typed: str) -> str:
    """The JSON text of a value, or of there being none."""
    if typed:
        return field.read(typed)
    if field.none is None:
        raise BadCorrection(f"a document has a {name}; write {name}={field.form}")
    return field.none


def in_words(
    correction: Correction,
    *,
    none: str = "none",
    withdrawn: str = "withdrawn: what was found holds",
) -> str:
    """What a correction says, for a person.

    none:      what stands for there being no value; withdrawn: for a correction taken back
    """
    if correction.is_withdrawal:
        return withdrawn
    return value_words(json.loads(correction.value)) or none


def value_words(value: object) -> str:
    """A name as it is, a list of names with commas, a range from its first to its last day."""
    if isinstance(value, list):
        return ", ".join(map(value_words, value))
    if isinstance(value, dict):
        if "name" in value:
            return str(value["name"])
        days = dict.fromkeys(str(value.get(side) or "…") for side in ("earliest", "latest"))
        return " – ".join(days)
    return "" if value is None else str(value)
