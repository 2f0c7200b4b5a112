"""Lines that are furniture of the site and so never a title, a name or a source."""

import re

from indexer.metadata.plain import any_of

# What such lines begin with ("_" is a space).
OPENINGS = any_of(
    "skip_to jump_to aller_au passer_au main_navigation menu\\b toggle search\\b",
    "recherche filed_under",
    "warning: notice: fatal_error deprecated: advertisement publicité share\\b partager follow_us",
    "suivez cookies?\\b we_use_cookies sign_(?:in|up) log_?in subscribe abonnez",
    "newsletter infolettre",
    "back_to retour breadcrumb you_are_here vous_êtes_ici loading please_enable",
    "javascript print\\b",
    "imprimer access_denied just_a_moment page_not_found 40[34]\\b read_more lire_la_suite",
    "image_(?:of|in)\\b photo\\b credit\\b source: © copyright",
)
# And what they are in whole.
WHOLES = any_of(
    "home accueil in_\\w+ english français francais contact(?:_us)? untitled index",
    "sans_titre close",
    "fermer comments? tags? (?:news|press|media)_(?:release|advisory) for_immediate_release",
    "communiqué(?:_de_presse)? avis_aux_médias pour_diffusion_immédiate",
)
FURNITURE = re.compile(rf"^(?:{OPENINGS}|{WHOLES}:?$)", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether the line is one that sites hang around every page."""
    return bool(FURNITURE.match(line))
