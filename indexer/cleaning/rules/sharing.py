"""Bars that ask to share, follow, print, or enlarge the text."""

from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

NETWORK = (
    r"(facebook|twitter|x|linkedin|instagram|youtube|pinterest|reddit|whatsapp|telegram|tumblr|"
    r"flickr|email|e-mail|mail"
    r"|courriel|rss|print|imprimer|messenger|tiktok|mastodon|bluesky|threads|sms|copy link|"
    r"copier le lien|google\+?|flipboard|pocket|vimeo|snapchat|more|plus)"
)
# What a bar of buttons says, whatever else it does: two of these in a row are no sentence.
BUTTON = (
    r"(share|tweet|save|print|email|e-mail|pdf|copy link|bookmark|listen|comment|like|"
    r"partager|imprimer|enregistrer|courriel|ecouter|commenter|envoyer|sauvegarder)"
)
OPENS = (
    r"( ?\((opens in (a )?new (window|tab)|ouvre (dans )?une? nouvel(le)? (fenetre|onglet))\)?)?"
)
JOINED = r"( ?[,|/•·&+-]? ?(and |et |or |ou |on |sur )?)"

SHARE = words(
    phrases="""
    share
    share (this|it|article|post|page|story|link|now|via|on)( article| post| page| story|:|)
    share (with friends)( article| post| page| story|:|)
    share this (article|post|page|story|entry|with|content|on|via); share:; shares; share options
    share on (social media|social networks); copy (link|url)( to clipboard|); link copied
    share & print; spread the word; tweet; tweet this; pin it; like this; like this on facebook
    email this( page| article| story|); send to a friend
    click to (share|email|print); blogthis; like loading; other ways to share
    more sharing options; autres facons de partager; share tweet( share| pin| email|); share save
    share (comment|comments); bookmark; bookmark this( page|)
    partager; partagez
    partager (cet article|cette page|sur|par|via|ce contenu|cette nouvelle|ce lien|le lien)
    partagez (cet article|cette page|sur); partages
    partager sur les (reseaux sociaux|medias sociaux)
    copier (le |)lien; lien copie; envoyer (a un ami|par courriel|par e-mail|cet article)
    tweeter; epingler; j'aime; faire suivre
    """,
    patterns=(
        rf"(share|tweet|post|pin|send|email)( this)?( article| page| story| post)? (on|to|via|"
        rf"with|by|through) {NETWORK}({JOINED}{NETWORK}){{0,8}}{OPENS}",
        rf"click (here )?to (share|email|print)( this| a link)?( on| to| with| via)?( a friend| "
        rf"{NETWORK})?{OPENS}",
        rf"cliquez (ici )?pour (partager|envoyer|imprimer)( ceci| un lien)?( sur| a| avec| par)?"
        rf"( un ami| {NETWORK})?{OPENS}",
        rf"{BUTTON}( ?[|/•·-]+ ?{BUTTON}){{1,8}}",
        rf"(partager|partagez|envoyer|tweeter)( cet article| cette page)? (sur|par|via|avec) "
        rf"{NETWORK}({JOINED}{NETWORK}){{0,8}}{OPENS}",
        rf"(share|partager)( this| cet article)? ?:? ?{NETWORK}({JOINED}{NETWORK}){{0,8}}",
        rf"{NETWORK}({JOINED}{NETWORK}){{1,8}}",
        r"(\d{1,6} )?(shares|partages)( \d{1,6})?",
    ),
)
FOLLOW = words(
    phrases="""
    follow us; follow us on; follow us on social media; follow; following; connect with us
    stay connected; find us on; find us; join us on; keep in touch; stay in touch; socials
    social media; follow me; like us
    (suivez-nous|nous suivre)( sur| sur les reseaux sociaux| sur les medias sociaux|)
    restez (connecte|connectes|branche|branches|a l'affut); retrouvez-nous( sur|)
    rejoignez-nous( sur|); medias sociaux; reseaux sociaux; aimez-nous
    """,
    patterns=(
        rf"(follow|find|like|join|visit|watch|connect with) (us|me|our page) (on|at|via) "
        rf"{NETWORK}({JOINED}{NETWORK}){{0,8}}( @\w{{1,30}})?",
        rf"follow ([\w'&.]+ ){{1,6}}on {NETWORK}( @\w{{1,30}})?",
        r"join \d[\d,. ]{0,9} (other )?(followers|subscribers|readers)",
        r"rejoignez (les |nos )?\d[\d,. ]{0,9} (autres )?(abonnes|lecteurs)",
        rf"(suivez|retrouvez|rejoignez|aimez|visitez)-nous (sur|via) "
        rf"{NETWORK}({JOINED}{NETWORK}){{0,8}}( @\w{{1,30}})?",
        rf"nous suivre (sur|via) {NETWORK}({JOINED}{NETWORK}){{0,8}}",
    ),
)
PRINT = words(
    phrases="""
    print; print (this|article|page|friendly|this page|this article|this story|version|post)
    printer( |-)friendly( version| page|); (printable|print) version; print email; print e-mail
    email print; pdf print; save as pdf; download pdf; listen to this( article| page|)
    listen to article
    imprimer( cet article| cette page| la page| l'article|)
    version (imprimable|imprimer|pour impression|pdf); imprimer courriel; imprimer envoyer
    ecouter (cet article|l'article|cette page)
    """,
)
SIZE = words(
    phrases="""
    text size; font size
    (increase|decrease|reset|larger|smaller|change|normal) (text|font)( size|); a a a; a+ a-
    a- a a+; a- a+; larger text; smaller text; high contrast; light dark; dark mode; light mode
    toggle dark mode
    not readable? change text; not readable; change text
    taille (du texte|de la police|des caracteres)
    (agrandir|reduire|augmenter|diminuer) (le texte|la taille|la police|la taille du texte)
    (retablir|changer) (le texte|la taille|la police|la taille du texte); mode sombre; mode clair
    contraste eleve; illisible? changez le texte; illisible ? changer le texte; texte illisible
    """,
    patterns=(
        r"(text|font) size ?:? ?(a|small|medium|large|normal|\+|-|default|reset|[ ,|/]){1,20}",
        r"taille (du texte|des caracteres) ?:? ?(a|petit|petite|moyen|moyenne|grand|grande|"
        r"normal|normale|[ ,|/+-]){1,20}",
    ),
)

RULES = (
    Rule(
        name="share-bar",
        reason="It asks to share the page.",
        source="share buttons of WordPress, AddThis, ShareThis and AddToAny",
        drops=SHARE,
        taken=(
            "Share this article",
            "Share on Facebook",
            "Partager sur Facebook, Twitter",
            "Facebook | Twitter | Email",
            "128 shares",
            "Click to share on Facebook (Opens in new window)",
            "Cliquez pour partager sur Twitter(ouvre dans une nouvelle fenêtre)",
            "Share | Save | Print",
            "BlogThis!",
        ),
        left=(
            "Residents share this street with buses.",
            "Click to share your memories of the hall",
            "Save or print",
            "Cliquez pour partager vos souvenirs",
            "Les voisins veulent partager la ruelle.",
            "Facebook said on Monday that it would appeal.",
        ),
    ),
    Rule(
        name="follow-bar",
        reason="It asks to follow the site elsewhere.",
        source="page templates",
        drops=FOLLOW,
        taken=(
            "Follow us on Twitter",
            "Follow the Example Post on Facebook",
            "Join 214 other followers",
            "Suivez-nous sur Facebook et Instagram",
        ),
        left=(
            "Residents follow the vote on their phones.",
            "Officers tried to follow us on the bridge.",
            "Il faut nous suivre sur ce terrain.",
        ),
    ),
    Rule(
        name="print-line",
        reason="It offers to print, save or hear the page.",
        source="page templates",
        drops=PRINT,
        taken=("Printer-friendly version", "Imprimer cette page"),
        left=("The paper went out of print in 2011", "Imprimer des affiches a coûté 200 $"),
    ),
    Rule(
        name="text-size",
        reason="It offers to change how the page is shown.",
        source="page templates",
        drops=SIZE,
        taken=("Text size: A A A", "Not readable? Change text.", "Taille du texte"),
        left=(
            "The text size of the bylaw is a point of debate",
            "La taille du texte de loi étonne",
        ),
    ),
)
