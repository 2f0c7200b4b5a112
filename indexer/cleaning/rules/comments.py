"""Around readers' comments, ratings and tags: counts, buttons, labels (never the comments)."""

from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

COMMENTS = words(
    phrases="""
    (leave|post|add|write|submit) (a |your |)(comment|reply|response|new comment)( below|)
    (no|be the first to) comments?( yet|); be the first to comment
    comments (are closed|are off|off|are now closed|have been closed); cancel reply; reply
    links to this post; post a comment on this (post|article|story|page)
    liens vers (ce message|cet article|ce billet)
    report( abuse| this comment| comment|); flag( as inappropriate| comment|)
    view (all |the |)comments
    (show|hide|load|read|see|join) (all |the |more |)(comments|conversation|discussion)
    post comment; comment now; add new comment; login to comment; log in to comment
    log in to reply; comments powered by disqus
    please enable javascript to view the comments powered by disqus; comments policy
    sort by (newest|oldest|best|most popular); (newest|oldest) first; leave a reply cancel reply
    trackbacks; trackback url; pingbacks; click to expand; improve this answer; reply quote like
    parent share; quote reply; to comment; like reply
    (laisser|ecrire|publier) (un |votre |)(commentaire|reponse|nouveau commentaire)( ci-dessous|)
    (ajouter|laissez|ajoutez|poster) (un |votre |)(commentaire|reponse)( ci-dessous|)
    (ajouter|laissez|ajoutez|poster) (un |votre |)(nouveau commentaire)( ci-dessous|)
    laisser une reponse; aucun commentaire( pour l'instant|); (les |)commentaires (sont |)fermes
    soyez le premier a (commenter|reagir); annuler la reponse; repondre
    signaler( un abus| ce commentaire|); (voir|afficher|lire) (tous |)(les |)commentaires
    commenter( cet article|); publier le commentaire; retroliens
    """,
    patterns=(
        r"\d{1,6} (comments?|replies|reply|responses?|commentaires?|reponses?)( so far)?( (on|"
        r"to|sur|a) [\"'].{0,160})?",
        r"((comments?|commentaires?) ?[(\[] ?|(comments|commentaires) )\d{1,6}",
        r"(filed|leave) .{0,20}(comment|reply) (on|to) .{3,160}",
        r"(comments|commentaires) (off|fermes) (on|sur) .{3,160}",
    ),
)
RATING = words(
    phrases="""
    rate this( article| page| post| item| content|); rating; your rating; no votes( yet|)
    (not yet|no) rated
    was this (page|article|information|content|helpful)( helpful| useful|)( to you|)
    did you find (this|what you were looking for)( helpful| page helpful|)
    report a problem( on this page| or mistake on this page|); thumbs up; thumbs down; yes no
    helpful; was this helpful yes no; clear rating; rate this book
    (notez|evaluez) (cet article|cette page|ce contenu); votre note
    (aucun|pas de|aucune) (vote|note|avis)( pour l'instant|)
    (cette page|cet article|cette information) vous a-t-(elle|il) ete utile
    avez-vous trouve ce que vous cherchiez; signaler (un probleme|une erreur)( sur cette page|)
    oui non
    """,
    patterns=(
        r"(average|rating|your rating|note moyenne|moyenne) ?:? ?\d(\.\d|,\d)?( ?(/|out of|of|"
        r"sur) ?\d{1,2})?( \(\d{1,6} (votes?|ratings?|avis)\))?",
        r"(\d (of \d )?stars?){3,6}",
        r"\d{1,6} (votes?|ratings?|avis)( cast)?",
        r"rate this( article| page| post| item| content)? ?:? ?[★☆⭐\d/. -]{1,30}",
        r"(notez|evaluez) (cet article|cette page|ce contenu) ?:? ?[★☆⭐\d/. -]{1,30}",
        r"(was this|is this) (page|article|information|content|story|answer|post)( page)? "
        r"(helpful|useful)( to you)?\? *yes *[|/]? *no",
        r"(cette page|cet article|cette information) vous a-t-(elle|il) ete utile ?\? *oui *"
        r"[|/]? *non",
    ),
)
TAGS = words(
    phrases="""
    in uncategorized; uncategorized; filed under; tags; tagged; tagged with; posted in
    categories; category; topics; in this (article|story); region / country; regions / countries
    region/country; regions and countries; related topics; keywords; tag cloud
    non classe; dans non classe; classe dans; mots-cles; etiquettes; publie dans; rubriques
    thematiques; region / pays; regions / pays; region/pays; nuage de (mots-cles|tags|mots)
    """,
    patterns=(
        # "Filed with the clerk", "Listed in Schedule 2" and "Published in the Gazette" are text.
        r"(filed|posted|categorized|archived|listed|tagged|published) (under|in|with|as)"
        r"(?! (the|this|that|an?|any|such|part|section|schedule) ) ?:? ?"
        r"[\w#'&, /.-]{2,80}(tagged( with)? .{2,120})?",
        r"(filed|posted|categorized) (under|in) [\w#'&, /.-]{2,80}\|( ?tagged( with)? "
        r"[\w#'&, /.-]{2,100}\|?)?( ?(\d{1,6}|no|leave a|1) (comments?|replies|reply))?",
        r"(classe|publie)e? (dans|sous) [\w#'&, /.-]{2,80}\|( ?(mots-cles|etiquettes?|"
        r"tague|marque)( avec| :)? ?[\w#'&, /.-]{2,100}\|?)?( ?(\d{1,6}|aucun|laisser un) "
        r"commentaires?)?",
        r"(tags|tagged|topics|keywords|categories|category|labels) ?: ?[\w#'&,;|/ .()-]{2,160}",
        r"(classe|publie|range|archive)e? (dans|sous) ?:? ?[\w#'&, /.-]{2,80}",
        r"(mots-cles|etiquettes|categories?|themes?|rubriques?) ?: ?[\w#'&,;|/ .()-]{2,160}",
    ),
)

RULES = (
    Rule(
        name="comment-line",
        reason="It counts, opens or closes the comments.",
        source="WordPress, Drupal and Disqus",
        drops=COMMENTS,
        taken=(
            "Leave a comment",
            "Links to this post",
            "Liens vers cet article",
            "12 comments",
            "3 Responses to “Night bus returns”",
            "Commentaires fermés",
            "Laisser un commentaire",
        ),
        left=(
            "The committee received 12 comments on the plan.",
            "Le comité a reçu 12 commentaires sur le plan.",
            "He made no comment.",
            "Comment 12",
            "Links to this post office go back to 1911.",
        ),
    ),
    Rule(
        name="rating",
        reason="It asks for or shows a rating of the page.",
        source="WordPress and Drupal rating blocks",
        drops=RATING,
        taken=(
            "Rate this article",
            "Was this page helpful?",
            "Was this article helpful? Yes No",
            "Rate this page: ★★★★☆",
            "Cet article vous a-t-il été utile ? Oui | Non",
            "No votes yet",
            "Cette page vous a-t-elle été utile ?",
        ),
        left=(
            "The town's credit rating fell to A.",
            "La note de crédit de la ville a baissé.",
            "No votes were lost, the clerk said.",
        ),
    ),
    Rule(
        name="tag-line",
        reason="It files the page under tags or categories.",
        source="WordPress and Drupal themes",
        drops=TAGS,
        taken=(
            "In Uncategorized",
            "Filed under: Housing, Transit",
            "Posted in News",
            "Posted in Uncategorized | Tagged night bus, Toronto | 2 Comments",
            "Publié dans Logement | Étiquettes : loyer, ville | 3 commentaires",
            "Classé dans : Logement",
            "Mots-clés : logement, transport",
        ),
        left=(
            "Posted in the hall on Monday | nobody signed it, and two comments were made.",
            "Filed with the clerk of the town, 2 May 2011",
            "Listed in Schedule 2",
            "The suit was filed under the Housing Act, her lawyer said, in March of last year.",
            "Il a classé dans des boîtes, pendant dix ans, toutes les lettres reçues.",
        ),
    ),
)
