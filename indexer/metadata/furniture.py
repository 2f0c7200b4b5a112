"""Lines that are furniture of the site and so never a title, a name or a source."""

import re

FURNITURE = re.compile(
    r"^(?:skip to|jump to|aller au|passer au|main navigation|menu\b|toggle|search\b|recherche|home$|accueil$|in \w+$|filed under"
    r"|warning:|notice:|fatal error|deprecated:|advertisement|publicité|share\b|partager|follow us|suivez|cookies?\b|we use cookies"
    r"|sign (?:in|up)|log ?in|subscribe|abonnez|newsletter|infolettre|back to|retour|breadcrumb|you are here|vous êtes ici"
    r"|loading|please enable|javascript|print\b|imprimer|english$|français$|francais$|contact(?: us)?$|untitled$|index$"
    r"|sans titre$|close$|fermer$|404\b|403\b|access denied|just a moment|page not found|comments?$|tags?$|read more|lire la suite"
    r"|image (?:of|in)\b|photo\b|credit\b|source:|©|copyright)",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether the line is one that sites hang around every page."""
    return bool(FURNITURE.match(line))
