"""Calls to subscribe, to give, to sign in."""

from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

LETTER = (
    r"(e-?)?(newsletters?|mailing list|bulletins?|email (updates|alerts|list|newsletter)|"
    r"news alerts|daily digest|weekly digest|updates by e-?mail|inbox|e-?mail (updates|"
    r"alerts))"
)
INFOLETTRE = (
    r"(infolettres?|bulletins?( d'information| electronique| de nouvelles)?|"
    r"newsletters?|lettre d'information|liste d'envoi|liste de diffusion|alertes? "
    r"(courriel|par courriel)|boite (de reception|courriel|mail))"
)

NEWSLETTER = words(
    phrases="""
    subscribe( now| today| here| via email|); (sign up|signup)( now| today| here| for free|)
    newsletter (signup|sign-up|sign up|subscription)
    email (newsletter|updates|alerts|signup|sign-up); get (email |)(updates|alerts)
    subscribe to (our |the |this |)(blog|podcast|feed|channel|mailing list)
    stay (up to date|informed|in the loop); join our mailing list; subscribe by email
    get the latest( news|); enter your email( address|); your email( address|); email address
    (subscribe|subscribe to|subscribe in) (a reader|post comments|posts|comments)
    subscription form; thank you for subscribing; syndicate content; syndicate
    subscribe to rss( feed|); rss feed; (entries|comments) (feed|rss); (subscribe|rss) feed
    (abonnez-vous|inscrivez-vous|je m'abonne)( maintenant| aujourd'hui| ici| gratuitement|)
    (je m'inscris|s'abonner|abonnement)( maintenant| aujourd'hui| ici| gratuitement|)
    (abonnez-vous|inscrivez-vous|s'abonner|s'inscrire) a (notre |l'|la |)(infolettre|newsletter)
    (abonnez-vous|inscrivez-vous) a (notre |l'|la |)(lettre d'information|bulletin)
    (s'abonner|s'inscrire) a (notre |l'|la |)(lettre d'information|bulletin)
    restez (informe|informes|a jour)
    (votre |adresse |entrez votre )(courriel|adresse courriel|adresse e-mail|e-mail|electronique)
    fil rss; flux rss; syndiquer le contenu; merci de votre inscription
    """,
    patterns=(
        rf"(please )?(subscribe|sign up|sign-up|signup|register|join) (now |today |here |below |"
        rf"free |up )?(to|for|and get|and receive|our)( .{{0,80}})?\b{LETTER}\b.{{0,120}}",
        r"(get|receive) (the |our |all |more |[\w' ]{0,40})?.{0,60}\b(newsletters?|in your "
        r"inbox|to your inbox|straight to your inbox|by e-?mail|email (updates|"
        r"alerts))\b.{0,100}",
        r"(get|receive|have) .{0,80}(delivered|sent|straight|directly) (to|into) your (e-?mail |"
        r"email )?inbox.{0,60}",
        r"want (more|to read more|to stay|to get|the latest).{0,80}\b(newsletter|inbox|"
        r"subscribe|sign up)\b.{0,80}",
        r"(please )?(subscribe|sign up|sign-up|signup|register) to (get|receive) (our|the|my|free|"
        r"weekly|daily|regular|more) .{0,80}\b(by e-?mail|in your e-?mail|headlines|"
        r"updates|news)( .{0,40})?",
        r"subscribe to:? (posts|post comments|comments|this post's comments)( \(atom|"
        r" \(rss)?",
        r"to unsubscribe (from|to) (this|our|the) (list|newsletter|mailing list|emails?)\b.{0,120}",
        r"pour (vous desabonner|vous desinscrire|se desabonner de cette liste)\b.{0,120}",
        r"enter your e-?mail( address)? (to|below|and).{0,120}",
        r"(don't|never) miss (a|an|out|any).{0,60}(subscribe|sign up|newsletter|inbox).{0,60}",
        rf"(abonnez-vous|inscrivez-vous|s'abonner|s'inscrire|je m'abonne) "
        rf".{{0,60}}\b{INFOLETTRE}\b.{{0,120}}",
        rf"(recevez|recevoir) .{{0,100}}\b({INFOLETTRE}|par (courriel|e-mail))\b.{{0,80}}",
        r"(entrez|saisissez|inscrivez) votre (adresse )?(courriel|e-mail|adresse).{0,100}",
        r"ne (manquez|ratez) (rien|aucune?|pas).{0,60}(abonnez|inscrivez|infolettre|"
        r"newsletter).{0,60}",
    ),
)
DONATE = words(
    phrases="""
    donate( now| today| here| online| monthly|); make a (donation|gift)( today| now|)
    give (now|today|monthly); support us; support our work
    support (this|our) (site|journalism|work|independent journalism)( today| now|)
    become a (member|donor|supporter|monthly donor|sustainer)( today| now|)
    donate to (us|our work|support our work); ways to give; buy (me|us) a coffee
    your (donation|gift|support) makes a difference
    (faire|faites) un don( maintenant| aujourd'hui| en ligne| mensuel|); je (donne|fais un don)
    donnez( maintenant|); soutenez-nous
    (soutenez|appuyez) (notre travail|nos actions|notre journalisme|ce site)
    devenez (membre|donateur|donatrice); don (en ligne|mensuel)
    votre (don|appui|soutien) fait (la|une|toute la) difference
    """,
    patterns=(
        r"your (generous |monthly |one-time )?(tax.deductible )?(gift|donation|contribution|"
        r"support|membership) (today |now )?(can|will|helps|makes|allows|enables|is|keeps|"
        r"could)\b.{0,160}",
        r"(please )?(consider )?(donate|donating|give|making a (tax.deductible )?(gift|"
        r"donation)|make a (tax.deductible )?(gift|donation)|chip in|contribute)( \$?\d+)? (now|"
        r"today|to (us|support (our|this|us)|help us|keep (us|our|this)|our)|online|"
        r"monthly)\b.{0,140}",
        r"please (help|support|consider supporting) (us|our|this|local|independent|quality) "
        r"([\w-]+ ){0,3}[\w-]+[.,:;!] ?(donate|give|subscribe|become|join|contribute)\b.{0,60}",
        r"(please )?(help|support) (us|our (work|mission|journalism|site|newsroom))( .{0,60})? "
        r"(by (making|giving|donating|becoming)|with a|donate|today with)\b.{0,120}",
        r"(we|our (site|newsroom|journalism|work)) (rely|relies|depends?|runs?|is made possible|"
        r"are made possible|is funded|are funded) (up)?on.{0,40}(your|readers|donations|"
        r"support).{0,120}",
        r"(votre|vos) (don|dons|contribution|appui|soutien)s? (deductibles? )?.{0,30}(peut|"
        r"peuvent|aide|aident|nous (permet|permettent|aide|aident)|fait|contribue|"
        r"sauve)\b.{0,160}",
        r"(faites|faire) un don (pour|et|a|afin de)\b.{0,30}(nous|notre|nos|soutenir|aider|"
        r"appuyer).{0,120}",
        r"(faites|faire) un don ?[:.!,-] ?(votre|vos|chaque|tout|merci|soutenez|aidez|pour)\b"
        r".{0,120}",
        r"(donate|give)( now| today)? ?[:.!-] ?(your|every|each|help|support|thank)\b.{0,120}",
        r"(soutenez|appuyez|aidez) (le |la |les |notre |nos |l'|un |une )[\w' -]{3,60}[.!:] ?"
        r"(faites un don|donnez|abonnez-vous).{0,60}",
        r"(aidez|soutenez)-nous .{0,60}\b(don|dons|membre|contribution)\b.{0,80}",
    ),
)
LOGIN = words(
    phrases="""
    (log|sign) (in|out)( here| now|); login; logout; register( now|)
    create (an |your |my |)(account|free account)
    (login|log in|sign in) (or |/ |)(register|sign up|create account)
    (login|log in|sign in) (or |/ |)(create an account|subscribe|join)
    already (a member|have an account|a subscriber)( log in| sign in| login|)
    already (registered|a subscriber?|a member?)( log in| sign in| login|)
    forgot( your|) (password|username); lost your password; remember me; my account; my profile
    (log|sign) in to (your |my |)(account|continue|comment|save|follow); user login; member login
    sign in sign up; log in sign up; login register; sign in with (google|facebook|apple)
    continue with (google|facebook|apple); new here; don't have an account
    (se connecter|connexion|me connecter)( ici| maintenant|)
    (connectez-vous|deconnexion|se deconnecter)( ici| maintenant|); s'inscrire; inscription
    creer un compte; creez un compte; creer mon compte
    (connexion|se connecter) (ou|/) (inscription|s'inscrire)
    (deja|vous etes deja) (membre|abonne|abonnee|inscrit|inscrite|abonnes); mot de passe oublie
    se souvenir de moi; mon compte; mon profil; vous avez deja un compte; nom d'utilisateur
    mot de passe
    username; password; username or email( address|)
    """,
    patterns=(
        r"(you must|you need to|please|you have to) (be )?(log(ged)?|sign(ed)?) ?in (to|or|"
        r"before|and)\b.{0,100}",
        r"(log|sign) ?in or (register|sign up|create an account|subscribe|join) to .{0,60}",
        r"(vous devez|veuillez|il faut) (etre connecte|vous connecter|ouvrir une session|vous "
        r"identifier).{0,100}",
        r"(connectez-vous|identifiez-vous) (ou|pour|afin) .{0,80}",
    ),
)
WALL = words(
    phrases="""
    this (article|content|story|page) is (for|reserved for|only available to) (subscribers|members)
    this (article|content|story|page) is (for|reserved for) (subscribers only|members only)
    this (article|content|story|page) is only available to (subscribers only|members only)
    this (article|content|story|page) is (available to|exclusive to) (subscribers|members)
    this (article|content|story|page) is (available to|exclusive to) subscribers only
    this (article|content|story|page) is (available to|exclusive to) members only
    subscribers only; members only; for subscribers; subscriber exclusive; to continue reading
    you have reached your (article |)limit; start (your |a |)free trial
    (article|contenu) (reserve|reserve aux abonnes|reserve a nos abonnes)
    (article|contenu) (reserve aux membres|exclusif aux abonnes); reserve aux abonnes
    abonnes seulement; essai gratuit; pour lire la suite
    """,
    patterns=(
        r"(to (continue|keep) reading|to read (the (full|rest)|this|more)).{0,60}(subscribe|"
        r"sign in|log in|register|create|subscription).{0,80}",
        r"(subscribe|sign in|log in|register)( now| today| or (subscribe|sign in|register))? to "
        r"(continue|keep|read|unlock|access|view)\b.{0,80}",
        r"(you have|you've) (reached|used|read|\d{1,3}) .{0,40}(free )?(articles?|stories|"
        r"limit)\b.{0,60}(left|remaining|month|limit|free|subscribe).{0,60}",
        r"(abonnez-vous|connectez-vous|inscrivez-vous)( maintenant)? pour (lire|continuer|"
        r"poursuivre|acceder|debloquer)\b.{0,80}",
        r"(il vous reste|vous avez (lu|atteint)) .{0,80}(articles?|limite)\b.{0,60}",
    ),
)

RULES = (
    Rule(
        name="newsletter-call",
        reason="It asks to subscribe to a newsletter or feed.",
        source="MailChimp forms, Drupal and WordPress blocks",
        drops=NEWSLETTER,
        taken=(
            "Sign up for our weekly newsletter and never miss a story.",
            "Get the Example Post's email newsletter on local affairs.",
            "Sign up to receive our daily headlines by email",
            "Subscribe to: Post Comments (Atom)",
            "To unsubscribe from this list, send an empty message.",
            "Syndicate content",
            "Abonnez-vous à notre infolettre",
            "Recevez nos nouvelles par courriel chaque semaine",
            "Pour vous désabonner, cliquez sur ce lien.",
        ),
        left=(
            "The newsletter of the union first printed the list in 1987.",
            "Residents can sign up for the hearing until Friday at noon.",
            "Sign up to receive a coat at the shelter on Friday",
            "To unsubscribe took him nine letters and a lawyer.",
            "L'infolettre du syndicat a publié la liste la première.",
            "Pour se désabonner de l'électricité, il faut deux semaines.",
            "Les familles reçoivent un bulletin deux fois par an.",
        ),
    ),
    Rule(
        name="donation-call",
        reason="It asks for a gift to the site.",
        source="pages of charities and newsrooms",
        drops=DONATE,
        taken=(
            "Your tax-deductible gift will help us report.",
            "Donate now",
            "Faites un don pour soutenir notre travail.",
            "Votre don peut sauver des vies.",
            "Please support local journalism. Donate today!",
            "Faire un don : votre appui nous permet de continuer.",
            "Soutenez la presse locale. Faites un don!",
        ),
        left=(
            "A donation of two hundred coats reached the shelter on Monday.",
            "The mayor asked residents to donate blankets and food to the shelter.",
            "Un don de deux cents manteaux est arrivé au refuge lundi.",
            "Faire un don de sang prend une heure, dit l'infirmière.",
            "Please support the motion, he told council.",
            "Give the clerk your name and the street.",
        ),
    ),
    Rule(
        name="paywall",
        reason="It asks to subscribe or sign in to read on.",
        source="pages of newspapers",
        drops=WALL,
        taken=(
            "Subscribe to continue reading",
            "This article is for subscribers",
            "Article réservé aux abonnés",
            "Abonnez-vous pour lire la suite",
        ),
        left=(
            "Subscribers to the plan pay $12 a month.",
            "Les abonnés du réseau paient 12 $ par mois.",
        ),
    ),
    Rule(
        name="login-line",
        reason="It asks to sign in or register.",
        source="page templates",
        drops=LOGIN,
        taken=(
            "Log in or register to post comments",
            "Sign in",
            "Mot de passe oublié ?",
            "Vous devez être connecté pour commenter.",
        ),
        left=(
            "Voters must register by noon on Friday.",
            "Il faut s'inscrire sur la liste avant vendredi midi.",
        ),
    ),
)
