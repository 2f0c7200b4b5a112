"""The source of a page: who published it."""

import re
from collections import Counter
from collections.abc import Callable

from indexer.metadata.authors import PRESS, biographies
from indexer.metadata.description import Fact
from indexer.metadata.furniture import is_furniture
from indexer.metadata.masthead import masthead
from indexer.metadata.names import CREDIT, institution_case, is_person
from indexer.metadata.page import Page
from indexer.metadata.plain import squeeze, tidy
from indexer.metadata.published.lines import RELEASE_LINES, is_dateline
from indexer.metadata.published.written import HINT, written_dates
from indexer.metadata.title_ends import SEPARATOR, without_site
from indexer.metadata.title_lines import alike_line, named_front

MAX_NAME_CHARACTERS = 60
MAX_NAME_WORDS = 8
FOOT_LINES = 25
# How much of a text is asked which organisation it names most.
SPEECH_CHARACTERS = 20_000

SMALL = r"(?:of|the|and|for|on|in|de|du|des|la|le|les|et|pour|à|au|aux|d[’'])"
CAPITALISED = r"[A-ZÀ-Ý0-9&](?:[\w&’'–-]|\.(?=\w))*"
ELIDED = r"(?:[dl][’'])?"  # "Le Carnet de l'Anse"
NAME = rf"(?P<name>{CAPITALISED}(?:\s+(?:{SMALL}\s+){{0,2}}{ELIDED}{CAPITALISED}){{0,6}})"

EMPLOYER = re.compile(
    rf"\b{PRESS}\b[^.]{{0,40}}?\s(?:with|for|at|of|à|au|aux|chez|pour|de)\s+(?:the\s+|l[’']|la\s+|le\s+)?{NAME}"
)
MORE_FROM = re.compile(rf"^(?:More from|More on|Plus de|Autres articles de)\s+(?:the\s+)?{NAME}$")
# "The Prairie Ledger", two words with capitals after the article, is a paper's name by its form.
TITLED = re.compile(rf"^(?:The|Le|La|L[’'])\s?[A-ZÀ-Ý]\S+\s+(?:{SMALL}\s+){{0,2}}[A-ZÀ-Ý]")
ARTICLED = re.compile(r"(?:The |L[’'])[A-ZÀ-Ý]")  # no person is called so
FIRST_IN = re.compile(
    r"\b(?:(?:originally|first)\s+(?:published|appeared|posted|aired)"
    r"|d[’']abord (?:été )?(?:publié|paru)e?|publiée? à l[’']origine)"
    rf"\s+(?:in|by|on|at|with|dans|par|sur)\s+(?:the\s+|l[’']|la\s+|le\s+)?{NAME}",
)
YEARS = r"(?:19|20)\d\d(?:\s*[–-]\s*(?:(?:19|20)\d\d|present))?"
COPYRIGHT = re.compile(
    rf"(?:(?:©|\(c\)|(?i:copyright))\s*)+(?:{YEARS})?[\s,.:|–-]*(?:by\s+)?{NAME}"
)
TRAILING_YEAR = re.compile(rf"[\s,]+{YEARS}$")
# "Collectif Portes ouvertes. Tous droits réservés": a French name goes on in small letters.
COPYRIGHT_WHOLE = re.compile(
    rf"^(?:(?:©|\(c\)|(?i:copyright))\s*)+(?:{YEARS})?[\s,.:|–-]*(?P<name>[A-ZÀ-Ý][^.©|]{{2,60}}?)"
    r"\.\s*(?i:tous droits)"
)
COPYRIGHT_AFTER = re.compile(rf"^{NAME}\s*(?:©|\(c\))\s*(?:19|20)\d\d")
NOT_NAMES = re.compile(
    r"^(?:all rights?|tous droits|the author|this|our|us|your|page|website|inc|author|section|site"
    r"|privacy|terms|home|rights|news|canada|world|politics|opinion|sports?|business|blog|same"
    r"|related|(?:19|20)\d\d|copyright|policy|web)\b.{0,12}$",
    re.IGNORECASE,
)
# Organisations as prose names them: capitals up to the word that says what kind it is.
ENGLISH_KINDS = (
    "Watch|International|Association|Society|Coalition|Network|Federation|Foundation|Institute"
    "|Alliance|Union|Centre|Center|Council|News|Congress|Initiative|Project|Clinic|League"
)
FRENCH_KINDS = (
    "Association|Fédération|Ligue|Fondation|Institut|Coalition|Réseau|Centre|Conseil|Comité"
    "|Société|Mouvement|Collectif|Regroupement|Syndicat"
)
ORGANISATION = re.compile(
    rf"\b(?!(?:Les?|La|L[’'])\s)((?:[A-ZÀ-Ý][\w’'-]+\s+){{1,4}}(?:{ENGLISH_KINDS}))\b"
    rf"|\b((?:{FRENCH_KINDS})(?:\s+(?:de|du|des|pour|la|les?|et|aux?))*"
    r"(?:\s+[A-ZÀ-Ý][\w’'-]+|\s+\w+)(?:\s+[A-ZÀ-Ý][\w’'-]+){0,3})"
)
# In such names only the first word has a capital: "Collectif des voisins".
FRENCH_KIND = re.compile(rf"(?:{FRENCH_KINDS})\b")
QUOTED = re.compile(r"[“\"«][^”\"»]{0,2000}[”\"»]")
WE = re.compile(r"\b(?:our|we|us|notre|nos|nous)\b", re.IGNORECASE)


def find_source(page: Page) -> Fact | None:
    """Who published the page, or None."""
    for name, finder in FINDERS:
        found = finder(page)
        if found:
            stated = finder is _manifest
            return Fact(found[0] if stated else institution_case(found[0]), name, found[1])
    return None


Found = tuple[str, str] | None


def _name(text: str, quote: str) -> Found:
    """The name in its usual form, or None for what is no name of a source."""
    name = TRAILING_YEAR.sub("", text.strip(" .,;:|–—-")).removesuffix("’s").removesuffix("'s")
    words = name.split()
    too_long = len(name) > MAX_NAME_CHARACTERS or len(words) > MAX_NAME_WORDS
    if too_long or len(squeeze(name)) < 2 or NOT_NAMES.match(name) or is_furniture(name):
        return None
    return name, quote[:400]


def _manifest(page: Page) -> Found:
    stated = page.supplied.value("source").strip()
    return (stated, stated) if stated else None


def _site_name(page: Page) -> Found:
    for key in ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher"):
        stated = page.markup.meta(key)
        found = _name(stated, stated)
        if found and not stated.startswith(("http", "@")):
            return found
    return None


def _publisher(page: Page) -> Found:
    for kinds in (("article", "page"), ("site",)):
        for node in page.markup.linked:
            stated = node.publisher if kinds != ("site",) else node.name
            found = _name(stated, stated) if node.kind in kinds else None
            if found:
                return found
    return None


def _application(page: Page) -> Found:
    stated = page.markup.meta("application-name") or page.markup.meta("apple-mobile-web-app-title")
    return _name(stated, stated)


def _title_end(page: Page) -> Found:
    """The part of the <title>, or of a flattened page's first line, that is the site's name."""
    front = named_front(page)
    if front:
        return _name(front[0], page.lines[0])
    whole = page.markup.title or (page.lines[0] if page.lines else "")
    rest = without_site(whole, page)
    repeated = squeeze(rest) in page.keys[1:] or bool(alike_line(page))
    if rest == whole or not (page.markup.title or repeated):
        return None
    part = SEPARATOR.split(whole)[-1] if whole.startswith(rest) else SEPARATOR.split(whole)[0]
    return _name(part, whole)


def _masthead(page: Page) -> Found:
    """The site's name above the headline."""
    name = masthead(page)
    return _name(name, page.body[0]) if name else None


def _biography(page: Page) -> Found:
    """ "Ann Roy is a reporter with Daily Example" """
    for _, line in biographies(page):
        match = EMPLOYER.search(line)
        found = _name(match["name"], line) if match else None
        if found:
            return found
    return None


def _more_from(page: Page) -> Found:
    """ "More from Example", where Example is named elsewhere too, or is "The Daily Example"."""
    for line in page.lines:
        match = MORE_FROM.match(line) if len(line) < 80 else None
        if match and (ARTICLED.match(match["name"]) or not is_person(match["name"])):
            elsewhere = sum(match["name"] in other for other in page.lines)
            if elsewhere >= 2 or TITLED.match(match["name"]):
                return _name(match["name"], line)
    return None


def _first_published(page: Page) -> Found:
    for line in (*page.lines[:60], *page.lines[-FOOT_LINES:]):
        match = FIRST_IN.search(line) if len(line) < 400 else None
        if match:
            return _name(match["name"], line)
    return None


def _press_release(page: Page) -> Found:
    """The name above the date of a press release: headline, name, date, then its dateline."""
    for n in range(1, len(page.lines) - 1):
        line, name = page.lines[n], page.lines[n - 1]
        if len(line) >= 60 or not HINT.search(line):
            continue
        dates = written_dates(line)
        if not (dates and dates[0].is_day and dates[0].end - dates[0].start > len(line) / 2):
            continue
        below = page.lines[n + 1 : n + 1 + RELEASE_LINES]
        is_release = any(is_dateline(text) for text in below)
        if is_release and _is_written_as_name(name) and squeeze(name) not in _titles(page):
            return _name(name, f"{name} / {line}")
    return None


def _titles(page: Page) -> set[str]:
    return {page.keys[n] for n in page.headings}


def _is_written_as_name(line: str) -> bool:
    """Whether all words have capitals, or it is an institution's name in French."""
    words = line.split()
    if not 1 <= len(words) <= MAX_NAME_WORDS or line[-1] in ".!?:" or re.search(r"\d", line):
        return False
    if CREDIT.match(line):
        return False
    if FRENCH_KIND.match(line):
        return True
    return all(w[0].isupper() or re.fullmatch(SMALL, w, re.IGNORECASE) for w in words)


def _copyright(page: Page) -> Found:
    for line in reversed(page.lines[-FOOT_LINES:]):
        match = _copyright_of(line) if len(line) < 300 else None
        found = _name(re.split(r"\.\s|\s[|•·–—-]\s", match["name"])[0], line) if match else None
        if found:
            return found
    return None


def _copyright_of(line: str) -> re.Match[str] | None:
    return COPYRIGHT_WHOLE.search(line) or COPYRIGHT.search(line) or COPYRIGHT_AFTER.search(line)


def _speaker(page: Page) -> Found:
    """The organisation named most, where the page says "we" outside quotations.

    Of two named as often, the one that comes first each time speaks ("A and B are working …").
    """
    if not WE.search(QUOTED.sub(" ", page.text)):
        return None
    named = [m[1] or m[2] for m in ORGANISATION.finditer(page.text[:SPEECH_CHARACTERS])]
    named = [re.sub(r"^(?:The|In|At|By|And|But|As|With|Les?|La)\s+", "", name) for name in named]
    counts = Counter(named).most_common(1)
    if not counts or counts[0][1] < 2:
        return None
    name = counts[0][0]
    start = max(0, page.text.find(name) - 60)
    return _name(name, tidy(page.text[start : start + 200]))


def _host(page: Page) -> Found:
    return (page.host, page.url or "") if page.host else None


FINDERS: tuple[tuple[str, Callable[[Page], Found]], ...] = (
    ("manifest", _manifest),
    ("meta og:site_name", _site_name),
    ("json-ld publisher", _publisher),
    ("meta application-name", _application),
    ("first published in", _first_published),
    ("title's end", _title_end),
    ("biography", _biography),
    ("more from", _more_from),
    ("masthead", _masthead),
    ("press release line", _press_release),
    ("copyright line", _copyright),
    ("organisation named most", _speaker),
    ("url", _host),
)
