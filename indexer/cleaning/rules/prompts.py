"""Search boxes, chat windows, things that pop up."""

from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

SEARCH = words(
    phrases="""
    search for; search (this|the|our) (site|website|blog|archive|archives)
    search (site|website|here|form|box|button|results for|toggle|query)
    enter (your |)(search terms|keywords|search term|keyword)( here|)
    type (and|to) (press enter|hit enter|search)( to search|)
    start typing( and press enter to search| to search|); (press|hit) enter to search; search...
    close search; open search; advanced search; popular search terms; popular searches
    search titles only; no results( found|); what are you looking for
    rechercher( sur le site| dans le site| sur ce site| :|)
    recherche( avancee| sur le site| pour|)
    (entrez|saisissez) (vos |votre |un |des |)(mots-cles|mot-cle|recherche|termes de recherche)
    (tapez|appuyez sur) entree pour (chercher|rechercher|lancer la recherche)
    (ouvrir|fermer) la recherche; aucun resultat; que cherchez-vous; formulaire de recherche
    commencez a taper( et appuyez sur entree pour chercher|)
    """,
    patterns=(
        r"(start|begin) typing\b.{0,30}(press|hit|search|results).{0,40}",
        r"(type|hit|press) .{0,30}(enter|return|esc)\b.{0,12}\b(to|for) (search|close|"
        r"cancel).{0,30}",
        r"(tapez|ecrivez|saisissez|commencez a (taper|ecrire)) .{0,50}(entree|rechercher|"
        r"chercher).{0,40}",
        r"appuyez sur (la touche )?(entree|echap)\b.{0,50}",
    ),
)
CHAT = words(
    phrases="""
    live chat; chat with us( now|); chat now; chat; start (a |)chat; leave (us |)a message
    send (us |)a message; how can we help( you|)( today|); need help; we're online; we are online
    we're offline; we'll be back soon; powered by tawk.to; type your message( here|)
    clavardage( en direct|); clavardez( avec nous|); discutez avec nous
    laissez(-nous|) un message; comment pouvons-nous vous aider; besoin d'aide
    nous sommes (en ligne|hors ligne|absents); ecrivez votre message
    """,
    patterns=(
        r"(we're|we are) (currently )?(not around|away|offline|not available|unavailable) "
        r"(right now|at the moment|currently)\b.{0,160}",
        r"(we're|we are) (currently )?(away|offline|out)\b.{0,40}[.,!;] ?(please )?(leave|send) "
        r"(us )?(a message|an email)\b.{0,120}",
        r"nous sommes (actuellement )?(absents|hors ligne)\b.{0,40}[.,!;] ?(laissez|envoyez)\b"
        r".{0,120}",
        r"(leave|send) us (a message|an email).{0,30}(get back|reply|respond|as soon).{0,80}",
        r"(nous sommes|nous ne sommes) (actuellement )?(absents|hors ligne|pas disponibles|pas "
        r"la|pas en ligne) (pour le moment|en ce moment|actuellement)\b.{0,160}",
        r"(laissez|envoyez)-nous un (message|courriel|e-mail)"
        r".{0,30}(repond|des que|bientot).{0,80}",
    ),
)

RULES = (
    Rule(
        name="search-prompt",
        reason="It belongs to the site's search box.",
        source="WordPress and Drupal themes",
        drops=SEARCH,
        taken=(
            "Start typing and press Enter to search",
            "Search this site",
            "Rechercher sur le site",
            "Tapez votre recherche et appuyez sur Entrée",
        ),
        left=("Search crews went out at dawn.", "La recherche de logement dure des mois."),
    ),
    Rule(
        name="chat-widget",
        reason="It belongs to a chat window.",
        source="tawk.to, Intercom, Tidio, Zendesk",
        drops=CHAT,
        taken=(
            "We're not around right now. But you can send us an email and we'll get back to "
            "you, asap.",
            "Chat with us",
            "Clavardez avec nous",
            "Nous sommes absents pour le moment. Laissez un message.",
        ),
        left=(
            "The mayor went for a chat with residents.",
            "Le clavardage des élèves inquiète les parents.",
        ),
    ),
)
