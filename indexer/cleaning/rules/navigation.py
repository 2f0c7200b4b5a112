"""Ways around the site: skip links, breadcrumbs, pages before and after, menus."""

from collections.abc import Set

from indexer.cleaning.context import beside_taken
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import Words, words

# Breadcrumbs are short; a sentence with ">" in it is not.
MAX_CRUMB_WORDS = 30
MENU_RUN = 3

SKIP = words(
    phrases="""
    (skip|jump|go) (directly |straight |)to (the |)(main |page |)(content|navigation|text|menu)
    (skip|jump|go) (directly |straight |)to (the |)(main |page |)(search|footer)
    skip (navigation|nav|links|header|main navigation|to content accessibility links); skip ad
    skip advertisement
    skip to (primary|secondary) (content|navigation|sidebar)
    skip to (content|main content) skip to footer
    (aller|passer|sauter|acceder|allez|passez) (directement |)(au|a la|a) (contenu|menu|navigation)
    (aller|passer|sauter|acceder|allez) (directement |)(au|a la|a) (recherche|texte|pied de page)
    (passez) (directement |)(au|a la|a) (recherche|texte|pied de page)
    (aller|passer|acceder|allez) (directement |)au (contenu|menu) principal
    sauter (la navigation|le menu)
    (aller|passer) a la (navigation|recherche) principale; (eviter|ignorer) la navigation
    """,
)
TOP = words(
    phrases="""
    (back|return|go|scroll|go back) to (the |)top; to (the |)top; top of (the |)page
    back to (the |)top of (the |)page; ^ top
    (retour|revenir|remonter|aller) (en |vers le |au |dans le |)haut( de la page| de page|)
    haut de (la |)page; remonter; vers le haut
    """,
)
BACK = words(
    phrases="""
    (back|return) to (home|homepage|the homepage|home page|all news|news|blog|list|listing|results)
    (back|return) to (search results|index|main page|previous page|articles|all articles)
    (back|return) to (press releases)
    (retour|revenir) (a l'accueil|a la page d'accueil|a la liste|aux actualites|aux nouvelles)
    (retour|revenir) (aux resultats|au blogue|au blog|a la page precedente|aux articles)
    """,
)
PAGES = words(
    phrases="""
    (previous|next|prev|older|newer)( page| post| article| posts| entries| story|)
    (previous|prev|older) next; previous( article| post| story|) next( article| post| story|)
    newer posts older posts; first previous next last
    load more( posts| articles| comments| stories|)
    (show|see|view) more( posts| articles| results| stories|); (show|see|view) (all|less)
    (page|article|billet|publication) (precedent|precedente|suivant|suivante)
    (precedent|suivant) (suivant|precedent)
    articles (precedents|suivants|plus anciens|plus recents)
    (charger|afficher|voir) (plus|la suite|tout|tous les articles|plus d'articles); voir moins
    """,
    patterns=(
        r"page \d{1,5} (of|de|sur|/) \d{1,5}( .{0,20})?",
        # Numbers of pages follow each other; other rows of numbers are a table's.
        r"(\d{1,3} )?(1 2 3|2 3 4|3 4 5|4 5 6|5 6 7|6 7 8|7 8 9|8 9 10)( \d{1,3}){1,20}( (next|"
        r"suivant|suivante|last|derniere)[ »>]*)*",
        r"(newer|older|previous|next|prev) (post|page|article|entry|story)s? ?\| ?(home|main|"
        r"index|(newer|older|previous|next) (post|page|article|entry|story)s?)( ?\| ?(newer|"
        r"older|previous|next) (post|page|article|entry|story)s?)?",
        r"(article|page|billet|message)s? (precedent|suivant|plus recent|plus ancien)e?s? ?\| ?"
        r"(accueil|(article|page|billet|message)s? (precedent|suivant|plus recent|plus ancien)"
        r"e?s?)( ?\| ?(article|page|billet|message)s? (precedent|suivant|plus recent|plus "
        r"ancien)e?s?)?",
        r"(previous|prev) ?: [^|]{3,90}\| ?next ?: .{3,90}",
        r"(precedent|article precedent) ?: [^|]{3,90}\| ?(article )?suivant ?: .{3,90}",
        r"(previous|precedent)s?( \d{1,3}){1,20}( (next|suivant)s?)?",
    ),
)
MENU = words(
    phrases="""
    menu; main menu
    toggle (menu|navigation|search|side panel|child menu|the sub-menu|mobile menu|submenu|sidebar)
    (open|close|show|hide) (menu|navigation|main menu|mobile menu)
    open menu close menu; menu close; menu menu; site navigation; main navigation
    primary (menu|navigation); secondary (menu|navigation)
    quick links; site map; sitemap; you are here; hamburger menu; expand (menu|child menu)
    search menu; menu search
    menu principal; (ouvrir|fermer|afficher|masquer|basculer) (le menu|la navigation)
    navigation principale; liens rapides; plan du site; vous etes ici
    """,
)
MENU_WORDS = words(
    phrases="""
    home; homepage; about( us|); contact( us|)
    our (team|story|work|services|mission|company|people); news; latest news; blog; events
    careers; jobs; resources; support; help; faq; faqs
    press; media; newsroom; press releases; publications; privacy; terms; accessibility; login
    log in; sign in; sign up; register; subscribe; donate; search; shop; store; cart; my account
    account
    get involved; who we are; what we do; services; products; solutions; partners; newsletter
    newsletters; archives; archive; categories; community; forum; forums; gallery; photos; videos
    podcasts
    facebook; twitter; instagram; youtube; linkedin; rss; email; pinterest; tiktok; flickr; more
    close; english; francais; espanol; politics; sports; business; opinion; entertainment
    lifestyle; weather; world; local; obituaries; classifieds; topics; advertise; legal
    accueil; a propos( de nous|); (nous joindre|nous contacter|contactez-nous|contact)
    notre (equipe|histoire|mission); nouvelles; actualites; blogue; evenements; carrieres
    emplois; ressources; soutien; aide
    salle de presse; medias; communiques; confidentialite; conditions; accessibilite; connexion
    se connecter; inscription; s'inscrire; s'abonner; (faire un don|donner|donnez); recherche
    rechercher; boutique; panier; mon compte
    s'impliquer; qui sommes-nous; services; produits; partenaires; infolettre; rubriques
    communaute; photos; balados; politique; sports; affaires; opinions; divertissement; meteo
    monde; plus; fermer; courriel
    """,
)


def is_trail(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line is a trail of pages, its first a word or two."""
    line = page.content[at]
    if line.words > MAX_CRUMB_WORDS:
        return False
    for mark in (" > ", " » ", " / ", " › ", " → ", " :: ", " | "):
        if mark in line.text and len(line.text.split(mark)[0].split()) <= 5:
            return not line.ends_a_sentence
    return False


BREADCRUMB = words(patterns=("(home|accueil|you are here|vous etes ici).*",), when=is_trail)


def in_menu_run(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line is a menu's word among other words of menus, or beside a line that went."""
    content = page.content
    if beside_taken(page, at, taken):
        return True
    near = range(max(0, at - MENU_RUN + 1), min(len(content), at + MENU_RUN))
    row = longest = 0
    for place in near:
        row = row + 1 if content[place].key in MENU_WORDS.phrases else 0
        longest = max(longest, row)
    return longest >= MENU_RUN


RULES = (
    Rule(
        name="skip-link",
        reason="A link that jumps within the page; it says nothing itself.",
        source="WCAG 2.4.1, Bypass Blocks",
        drops=SKIP,
        taken=("Skip to main content", "Aller au contenu principal", "Passer à la navigation"),
        left=(
            "Skip to the end of the report.",
            "Aller au contenu, c'est aller au fond des choses.",
        ),
    ),
    Rule(
        name="back-to-top",
        reason="A link that jumps within the page; it says nothing itself.",
        source="page templates",
        drops=TOP,
        taken=("Back to top", "↑ Retour en haut de la page"),
        left=("Back to top form, the team won.", "Le retour en haut du classement"),
    ),
    Rule(
        name="back-link",
        reason="A link to the page that lists this one.",
        source="page templates",
        drops=BACK,
        taken=("« Back to all news", "Retour aux actualités"),
        left=("Back to school", "Retour aux sources"),
    ),
    Rule(
        name="breadcrumb",
        reason="The trail of pages above this one.",
        source="WAI-ARIA breadcrumb pattern",
        drops=BREADCRUMB,
        taken=("Home > News > Council", "Accueil » Ville » Budget 2017"),
        left=("Home > work: most trips by bus start so.", "Accueil des familles > bilan."),
    ),
    Rule(
        name="pagination",
        reason="Links to the pages before and after.",
        source="page templates",
        drops=PAGES,
        taken=(
            "« Previous Next »",
            "Page 2 of 7",
            "Page 1 sur 3",
            "1 2 3 4 5 Next",
            "Article précédent",
            "Newer Post | Home | Older Post",
            "Previous: Budget night | Next: Who owns the hall?",
            "Article précédent | Accueil | Article suivant",
        ),
        left=(
            "The next page of history",
            "Previous: two children, both grown",
            "Newer posts hold the old fence, and older ones lean.",
            "Page 2 of the report is blank.",
            "La page suivante du livre",
            "10 20",
            "10 20 20 10 40",
        ),
    ),
    Rule(
        name="menu-label",
        reason="The name of a menu or its button.",
        source="page templates",
        drops=MENU,
        taken=("Main menu", "Toggle navigation", "Menu principal", "Plan du site"),
        left=("The menu has fish on Friday", "Le menu du jour"),
    ),
)

AFTER_OTHERS = (
    Rule(
        name="menu-words",
        reason="A menu's word, among other words of menus or beside other furniture.",
        source="menus of a few hundred sites, English and French",
        drops=Words(MENU_WORDS.phrases, (), when=in_menu_run),
        taken=("Home\nAbout us\nNews\nContact us", "Accueil\nÀ propos\nNous joindre"),
        left=("About us", "Resources", "Nos ressources\n\nÀ propos"),
    ),
)
