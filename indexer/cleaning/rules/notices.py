"""What a server, a form or a script says instead of the page."""

from collections.abc import Set

from indexer.cleaning.context import beside_taken
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

PHP = words(
    patterns=(
        r"(php )?(warning|notice|strict warning|strict standards|deprecated( function)?|fatal "
        r"error|parse error|user (warning|notice|error|deprecated function)|recoverable fatal "
        r"error|catchable fatal error|uncaught exception|exception|syntax error|error "
        r"message)\b ?:.{0,400}(on|in|at) line:? \d{1,7}.{0,60}",
        r"(php )?(warning|notice|strict warning|deprecated( function)?|fatal error|parse error) "
        r"?:.{0,300}(\.php|\.inc|\.module|public_html|undefined (index|variable|offset|property|"
        r"array key)|creating default object|non-object|deprecated|array_|include\(|mysql|"
        r"preg_).{0,200}",
        r"(stack trace|#\d{1,2} /[\w./-]{3,200}\(\d{1,6}\)).{0,300}",
        r"(in|at) (/[\w.-]+){2,20}(\.php|\.inc|\.module|/) on line \d{1,7}.{0,40}",
        r"avertissement ?:.{0,300}(a la ligne|on line|ligne) \d{1,7}.{0,60}",
        r"erreur (fatale|de syntaxe) ?:.{0,300}(\.php|ligne \d).{0,100}",
    ),
)
DATABASE = words(
    phrases="""
    error establishing a database connection
    erreur (lors de |de )(la |)connexion a la base de donnees
    erreur lors de la connexion a la base de donnees; query failed; internal server error
    service unavailable; bad gateway
    the website encountered an unexpected error. please try again later
    le site web a rencontre une erreur inattendue
    """,
    patterns=(
        r"(you have an error in your sql syntax|mysql(i)?( error| server has gone away|"
        r"_\w+\(\)).{0,40}|sqlstate\[\w+\]|warning: mysqli?_|pdoexception|unknown column "
        r".{0,60} in|table .{0,80} doesn't exist|duplicate entry .{0,80} for key).{0,400}",
        r"(the following error occurred|error \d{3,5}( \(\w+\))?:).{0,40}(sql|database|"
        r"query).{0,300}",
        r"une erreur (sql|mysql|de base de donnees).{0,200}",
    ),
)
SCRIPT = words(
    phrases="""
    (please |)enable javascript( to view this page| to view this site| to view the comments|)
    javascript is (disabled|required|not enabled|off); javascript required
    your browser does not support (javascript|html5 video|the video tag|the audio element|iframes)
    your browser does not support (html5 audio|this video)
    this (site|page|website|video|form) requires javascript( to be enabled|); no javascript
    please enable javascript in your browser( to complete this form|)
    (veuillez |)(activer|activez) javascript
    javascript (est desactive|est requis|desactive|requis)
    votre navigateur ne (supporte pas|prend pas en charge) (javascript|la video|les videos)
    votre navigateur ne (supporte pas|prend pas en charge) (les iframes)
    ce site (necessite|requiert) javascript
    """,
    patterns=(
        r"(please |you (need|must|have) to |you should )(enable|turn on|activate|have) "
        r"javascript\b.{0,160}",
        r"(javascript|your browser|it (looks|seems|appears) (like )?(that )?(your browser|"
        r"javascript)).{0,80}(must be enabled|is (currently )?(disabled|turned off|out of date|"
        r"outdated|not supported|unsupported|no longer supported)|does(n't| not) "
        r"support).{0,200}",
        r"(you are using|you're using) an? (outdated|old|unsupported) browser.{0,200}",
        r"(this|the) (site|page|website|app|video) (requires|needs|works best with) "
        r"javascript.{0,120}",
        r"(vous devez|veuillez|merci d')( )?(activer|autoriser) javascript\b.{0,160}",
        r"(votre navigateur|javascript) .{0,60}(desactive|obsolete|pas a jour|n'est pas pris en "
        r"charge|ne (prend|supporte) pas).{0,160}",
        r"(adobe )?flash player (is )?(required|needed).{0,80}",
    ),
)
LOADING = words(
    phrases="""
    loading; loading more; loading comments; please wait; loading paragraph; loading video
    now loading; [loading]; an error occurred; something went wrong
    oops! something went wrong while submitting the form
    thank you! your submission has been received; try again; this is a modal window
    beginning of dialog window. escape will cancel and close the window; video player is loading
    play video; now playing; unmute; play; pause; mute; fullscreen; current time 0:00
    remaining time -0:00; stream type live; 0 seconds of 0 seconds
    chargement( en cours|); chargement des commentaires; veuillez patienter
    une erreur est survenue; une erreur s'est produite; lire la video; (lecture|plein ecran)
    merci! votre message a ete envoye
    """,
    patterns=(
        r"loading (the )?(comments|prices|specifications|more|content|player|results|video|map|"
        r"page|data)( .{0,30})?",
    ),
)
FORM = words(
    phrases="""
    * required; required field; required fields
    fields marked with (an asterisk|asterisk|an *|a *|*) (are|is) required
    indicates required( fields?|); * indicates required( field| fields|); this field is required
    this field is for validation purposes and should be left unchanged
    this field is hidden when viewing the form
    your name; your message; submit; send message; captcha; recaptcha; i'm not a robot
    mm slash dd slash yyyy; leave this field blank
    leave this field empty( if you're human|)
    champ obligatoire; champs obligatoires; * champ obligatoire; indique un champ obligatoire
    les champs (marques d'un asterisque|obligatoires)( sont obligatoires| sont indiques avec|)
    ce champ est obligatoire; votre nom; votre message; nom de famille; soumettre
    """,
    patterns=(
        r"(your e-?mail( address)? will not be (published|shared|made public)).{0,80}",
        r"(the )?required fields are (marked|indicated).{0,30}",
        r"(save|remember) my name, e-?mail,? (address,? )?and website in this browser.{0,60}",
        r"this site is protected by (re|h)captcha.{0,160}",
        r"(what code is in the image|this question is for testing whether|math question|solve "
        r"this simple math problem|enter the characters (shown|seen) in).{0,200}",
        r"votre (adresse )?(courriel|e-mail|adresse de messagerie|adresse)( e-mail| courriel)? "
        r"ne sera pas (publiee?|partagee?|communiquee?).{0,100}",
        r"(les )?champs (obligatoires|requis) sont (indiques|marques).{0,40}",
        r"enregistrer mon nom, (mon )?(e-mail|courriel|adresse).{0,120}",
        r"(cette question sert a verifier|ce site est protege par (re|h)captcha).{0,160}",
    ),
)


def marks_a_field(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a label has the star of required fields, or stands beside a line that went."""
    return "*" in page.content[at].text or beside_taken(page, at, taken)


# Words that a table or a text can have too.
LABELS = words(
    phrases="""
    required; name; email( address|); website; first name; last name; first last; zip code; phone
    phone number; send; subject; comment; message; city; country; company
    obligatoire; nom; prenom; adresse (courriel|e-mail); courriel; site web; envoyer
    telephone; objet; commentaire; ville; pays
    """,
    when=marks_a_field,
)

RULES = (
    Rule(
        name="server-notice",
        reason="A message of the server's software, meant for its keeper.",
        source="PHP manual, error messages; Drupal and WordPress notices",
        drops=PHP,
        taken=(
            "warning: Creating default object from empty value in /srv/www/site/modules/list/ "
            "on line 34.",
            "Notice: Undefined index: lang in /var/www/html/page.php on line 12",
            "Strict warning: Only variables should be passed by reference in main() (line 9 of "
            "/srv/a.module).",
            "Avertissement : variable inconnue dans page.inc à la ligne 7",
        ),
        left=(
            "Warning: the river may rise on Friday, the city said.",
            "Notice: the council will sit in the east hall.",
            "Avertissement : la rivière pourrait monter vendredi.",
        ),
    ),
    Rule(
        name="database-notice",
        reason="A message of the site's database.",
        source="MySQL reference manual, server errors; WordPress",
        drops=DATABASE,
        taken=(
            "Error establishing a database connection",
            "You have an error in your SQL syntax; check the manual",
            "Erreur lors de la connexion à la base de données",
        ),
        left=(
            "The police database had an error in it.",
            "La base de données de la ville comptait une erreur.",
        ),
    ),
    Rule(
        name="script-notice",
        reason="The site asks for JavaScript or another browser.",
        source="noscript texts of common themes",
        drops=SCRIPT,
        taken=(
            "Please enable JavaScript to view this page.",
            "You are using an outdated browser. Please upgrade.",
            "Veuillez activer JavaScript pour commenter.",
        ),
        left=(
            "JavaScript turned twenty that year, and the club held a party for it.",
            "JavaScript a eu vingt ans cette année-là.",
        ),
    ),
    Rule(
        name="loading",
        reason="What a script or player shows while it works.",
        source="page templates, video.js",
        drops=LOADING,
        taken=("Loading…", "Loading comments...", "Chargement en cours"),
        left=(
            "Loading docks will close at nine.",
            "Le chargement des camions commence à neuf heures.",
        ),
    ),
    Rule(
        name="form-line",
        reason="A label or a notice of a form.",
        source="WordPress comment form, MailChimp, Gravity Forms",
        drops=FORM,
        taken=(
            "Your email address will not be published. Required fields are marked *",
            "* indicates required",
            "Les champs obligatoires sont indiqués avec *",
        ),
        left=(
            "The form asks for a first name and a date of birth.",
            "Le champ derrière l'école est obligatoire au plan.",
        ),
    ),
)

AFTER_OTHERS = (
    Rule(
        name="form-label",
        reason="The label of a form's field.",
        source="WordPress comment form, MailChimp, Gravity Forms",
        drops=LABELS,
        taken=(
            "Your email address will not be published.\nName *\nEmail *\nWebsite",
            "Votre adresse courriel ne sera pas publiée.\nNom *\nCourriel *\nSite web",
        ),
        left=("Required?", "Email", "Name\nCity\nYear", "Nom\nVille\nAnnée"),
    ),
)
