"""Notes on cookies, privacy and consent."""

from collections.abc import Set

from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

# How many lines a button of one word can stand from the note that it answers.
NOTE_LINES = 10
NOTE_WORDS = ("cookie", "temoin", "consent", "privacy", "confidentialite", "vie privee")


def is_asked(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a note is near that a single word answers: "Refusé" is a vote elsewhere."""
    if page.content[at].words > 1:
        return True
    near = page.content[max(0, at - NOTE_LINES) : at + NOTE_LINES + 1]
    return any(word in line.key for line in near for word in NOTE_WORDS)


COOKIE = words(
    phrases="""
    accept( all|)( cookies|)
    (reject|decline|deny|refuse|allow|manage)( all|)( cookies| cookie settings| consent)
    (reject|decline|deny|refuse|allow|manage)( all|)( preferences| choices|)
    cookie (settings|preferences|consent|notice|policy|banner|choices|declaration|list); cookies
    cookies settings; manage (cookie |)(consent|preferences|settings|cookies)
    your (privacy|california privacy|us privacy) (choices|rights|settings|preferences|options)
    your (cookie) (choices|rights|settings|preferences|options)
    (always active|strictly necessary cookies|functional cookies|performance cookies)
    (targeting cookies|necessary cookies|marketing cookies|analytical cookies)
    we (value|care about|respect) your privacy; this (site|website) uses cookies
    do not sell( or share|) my( personal|) (information|data|info); privacy preference center
    list of iab vendors; consent preferences; got it; i agree; i accept
    (accepter|refuser|gerer|autoriser|rejeter)( tous|) (les|mes|des|vos) (cookies|temoins)
    tout (accepter|refuser); (j'accepte|je refuse)
    (parametres|politique|gestion|preferences) (des|de|relative aux|en matiere de) (cookies)
    (parametres|politique|gestion|preferences) (des|de|relative aux|en matiere de) (temoins)
    (parametres) (des|de|relative aux|en matiere de) (confidentialite|temoins de connexion)
    (politique|gestion|preferences) (des|de|relative aux|en matiere de) (confidentialite)
    (politique|gestion|preferences) (des|de|relative aux|en matiere de) (temoins de connexion)
    politique (relative aux |en matiere de |sur les )(cookies|temoins)
    gerer (mes |le |)(preferences|consentement)
    ce site utilise des (cookies|temoins)( de connexion|); temoins (necessaires|de connexion)
    cookies (necessaires|fonctionnels|publicitaires); nous respectons votre vie privee
    continuer sans accepter; personnaliser mes choix
    """,
    patterns=(
        r"(we|this (web ?)?site|our (web ?)?site|this (page|service)|the (web ?)?site|we and "
        r"our (\d+ )?partners) (also )?(uses?|stores?|place|sets?|would like to use|may use) "
        r"(essential |necessary |its own |first |technical |browser |optional |some |various "
        r")?(and third-party )?cookies\b.{0,60}\b(experience|site|website|traffic|consent|ads|"
        r"browser|service|analy[sz]e|content|analytics|device|preferences|privacy|learn more|"
        r"ok)\b.{0,400}",
        r"(we|this (web ?)?site|our (web ?)?site|we and our (\d+ )?partners) (uses?|stores?) "
        r"cookies( to .{0,120}(you|your|experience|visit|use of|site|website|browsing).{0,300})?",
        r"by (continuing|using|clicking|browsing|closing|visiting|accepting).{0,120}(you (agree|"
        r"consent|accept|are agreeing)).{0,80}cookies?.{0,200}",
        r"cookies (help|allow|enable) us (to )?(deliver|provide|improve|give|offer).{0,200}",
        r"(nous utilisons|ce site( web)? utilise|notre site( web)? utilise|le site utilise|nous "
        r"et nos (\d+ )?partenaires utilisons) (des|les|ses) (fichiers )?(cookies|"
        r"temoins)\b.{0,80}\b(experience|site|navigation|trafic|consentement|publicite|audience|"
        r"statistiques|preferences|contenus?|vous|votre)\b.{0,400}",
        r"en (poursuivant|continuant|utilisant|naviguant|cliquant|visitant).{0,120}(vous "
        r"(acceptez|consentez)).{0,80}(cookies|temoins).{0,200}",
        r"(les )?(cookies|temoins) nous (permettent|aident).{0,200}",
    ),
    when=is_asked,
)

RULES = (
    Rule(
        name="cookie-note",
        reason="A note or a choice on cookies and consent.",
        source="consent banners: OneTrust, Cookiebot, Didomi, Complianz, Tarteaucitron",
        drops=COOKIE,
        taken=(
            "We use cookies to improve your experience on our site.",
            "By continuing to browse you agree to our use of cookies.",
            "Accept all cookies",
            "We use cookies to improve your experience on our site.\nDecline",
            "Nous utilisons des cookies pour améliorer votre expérience.",
            "En poursuivant votre navigation, vous acceptez l'utilisation de témoins.",
        ),
        left=(
            "The commissioner found that the site used cookies without consent.",
            "We use cookies as a bribe, the librarian said, and the children come.",
            "Motion 12-4\nAccept",
            "Point 4, la piscine\nRefusé",
            "Le rapport note que ce site utilisait des témoins sans le dire.",
            "Les cookies au gingembre se vendent au marché.",
        ),
    ),
)
