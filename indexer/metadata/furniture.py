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
    "embargoed_until embargo\\s?: sous_embargo",
    "image_(?:of|in)\\b photo\\b credit\\b source: © copyright",
)
# And what they are in whole.
WHOLES = any_of(
    "home accueil in_\\w+ english français francais contact(?:_us)? untitled index",
    "sans_titre close",
    "fermer comments? tags? (?:news|press|media)_(?:release|advisory) for_immediate_release",
    "(?:shopping_)?cart(?:_\\(\\d+\\))? panier(?:_\\(\\d+\\))? wish_list",
    "startseite hauptmenü inicio início strona_główna forside etusivu ana_sayfa главная",
    "首页 首頁 主页 ホーム トップページ 홈 الرئيسية الأولى",
    "communiqué(?:_de_presse)? avis_aux_médias pour_diffusion_immédiate",
)
FURNITURE = re.compile(rf"^(?:{OPENINGS}|{WHOLES}:?$)", re.IGNORECASE)
# What the sections of papers and sites are called; a line of nothing else is a menu.
_SECTION_LINES = (
    "news sports sport opinion opinions classifieds obituaries politics business local national"
    " world culture arts entertainment life lifestyle travel weather video videos photos podcasts"
    " podcast radio events event calendar shop store blog about donate archive archives home search"
    " contact login subscribe health science technology tech money food style education more"
    " actualités nouvelles politique économie monde société santé sciences météo vidéos emplois"
    " nécrologie abonnement annonces accueil connexion calendrier boutique"
    " politik kultur wirtschaft abo anmelden noticias contacto deportes cultura política"
)
SECTION_WORDS = frozenset(_SECTION_LINES.split())
BETWEEN_SECTIONS = re.compile(r"\s*[|/•·»>]\s*")
MIN_SECTIONS = 3


def is_menu(line: str) -> bool:
    """Whether a line lists a site's sections: "News Sports Opinion", "Poems | Essays | Archive"."""
    parts = BETWEEN_SECTIONS.split(line)
    if len(parts) >= MIN_SECTIONS and all(len(part.split()) <= 2 for part in parts):
        return True
    words = line.casefold().split()
    return len(words) >= MIN_SECTIONS and all(word in SECTION_WORDS for word in words)


def is_section(line: str) -> bool:
    """Whether a line is the name of one section alone: "Culture"."""
    return line.casefold() in SECTION_WORDS


def is_furniture(line: str) -> bool:
    """Whether the line is one that sites hang around every page."""
    return bool(FURNITURE.match(line))
