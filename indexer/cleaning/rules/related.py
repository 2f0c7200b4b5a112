"""Ways to other pages: related lists, "more from", "read more"."""

from collections.abc import Set

from indexer.cleaning.context import (
    has_bullet,
    is_teaser,
    list_after,
    near_end,
    no_prose_follows,
)
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words


def heads_a_list(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether what follows is a list of titles, another heading, or the end; never prose at once.

    Near the page's end a lone heading is enough: thinned text has lost the list below it.
    """
    if near_end(page, at):
        return True
    if not no_prose_follows(page, at):
        return False
    after = page.content[at + 1]
    return has_bullet(after) or is_teaser(after)


MORE = words(
    phrases="""
    (related|recommended|similar|popular|trending) (stories|articles|posts|news)
    (related|recommended|similar|popular|trending) (content|reading|links|coverage)
    (latest|recent|featured|more|other) (stories|articles|posts|news)
    (latest|recent|featured|more|other) (content|reading|links|coverage)
    (related|recommended|similar|popular|trending) (topics|videos|items|pages)
    (related|recommended|similar|popular|trending) (commentary|headlines|news articles)
    (latest|recent|featured|more|other) (topics|videos|items|pages)
    (latest|recent|featured|more|other) (commentary|headlines|news articles); related
    related (to this|news & events|reads|materials|resources|products)
    also (on|in|from|see) this (site|topic|section)
    you (might|may|will) also like; you (might|may) also (be interested in|enjoy)
    recommended for you; more for you; people also read; readers also (liked|read)
    most (read|popular|viewed|shared|commented|recent); read next; up next; watch next
    keep reading
    (editors'|editor's) picks; don't miss; top stories; in case you missed it; trending( now|)
    what's hot; around the web; from the web; popular now; more to (explore|explorer)
    more like this; see also; recent (comments|entries); see more in
    (latest|recent) (commentary|opinion|blog posts|updates|tweets|from twitter|activity)
    sponsored (content|stories|links); promoted stories; paid content
    from our (partners|sponsors)
    (articles|contenus|nouvelles) (relies|connexes|recents|similaires|associes)
    (billets|sujets|textes) (relies|connexes|recents|similaires|associes)
    (articles|contenus|nouvelles|billets|sujets|textes) (populaires|recommandes|lies|les plus lus)
    (liens|videos|nouvelles) (connexes|relies|recentes|associees|similaires)
    (a lire|a voir|lire|voir) (aussi|egalement); les plus (lus|populaires|consultes)
    plus (d'articles|de nouvelles); dans la meme (rubrique|categorie|section)
    sur le meme (sujet|theme); vous aimerez aussi; vous pourriez (aussi |egalement |)aimer
    (ca|cela) pourrait vous interesser; nos recommandations; recommande pour vous
    a ne pas manquer; dernieres nouvelles; derniers (articles|billets|commentaires)
    contenu (commandite|partenaire); (commentaires|articles) recents; ailleurs sur le web
    en vedette; en manchette
    """,
    patterns=(
        r"(more (from|by|on|about|in)|(more|other) (stories|articles|posts|news) (by|from|on|in)) "
        r"[\w'&.,() -]{2,60}",
        r"(latest|recent) (from|news from|posts from|stories from|articles from)"
        r" [\w'&.,() -]{2,60}",
        r"(see|view|read) (more|all)( (stories|articles|posts|news))? (by|from|in|on|about) "
        r"[\w'&.,() -]{2,60}",
        # "Plus de 65 ans" heads no list of pages.
        r"(plus (sur|dans)|(autres articles|d'autres articles|autres nouvelles|autres textes|tous "
        r"les articles) (de|d'|du|sur|dans|par)) ?[\w'&.,() -]{2,60}",
        r"(du|de la|des) meme(s)? (auteur|auteure|autrice|auteurs|rubrique|section)s?",
    ),
    when=heads_a_list,
)
READ_MORE = words(
    phrases="""
    read (more|the rest|on|more here|less|now|this|this next|the article|the story|article)
    read (the |)full (story|article|report|post|bio); (continue|keep) reading( below|)
    learn more( here|); find out more; click here( for more| to read more|)
    more (info|information|details); (view|see|show) (more|details|all|profile|original|comments)
    (view|see|show) (full |the full )(bio|profile|article|list); details; full (story|article)
    full (bio|profile); expand; collapse; show less; table of contents
    (lire|lisez) (la suite|plus|l'article|l'article complet|le texte|davantage|moins|le billet)
    lire la suite de l'article; en savoir (plus|davantage); pour en savoir plus
    (voir|afficher) (plus|la suite|le profil|les details|l'original|tout|davantage)
    continuer (la lecture|a lire); cliquez ici; suite; plus (d'info|d'infos|d'informations)
    table des matieres
    """,
    patterns=(
        r"(lire|voir|lisez) (aussi|egalement) ?: .{3,120}",
        r"read (also|more|next) ?: .{3,120}",
        r"view the story [\"'].{1,160}[\"'] on .{2,40}",
        r"(continue|keep) reading( below)? [\"'].{3,120}[\"']?",
        r"(read|learn) more (about|on|at|from) .{3,80} (here|»)",
        r"(read|continue) more ?\.\.\.?( .{0,20})?",
    ),
)

RULES = (
    Rule(
        name="related-list",
        reason="It leads to other pages of the site.",
        source="pages of newspapers; Drupal and WordPress blocks",
        drops=MORE,
        follows=list_after,
        taken=(
            "More from The Example Post\nCouncil names a new clerk\nBridge closes for the winter",
            "Related stories\n• A school reopens\n• Snow in April",
            "À lire aussi\nLe pont ferme pour l'hiver\nUne école rouvre ses portes",
            "Articles connexes\n• Une école rouvre",
        ),
        left=(
            "More from the fund will go to roads, the treasurer told the committee on Monday.",
            "Recent news of the closure spread fast, and forty people came to the hall that night.",
            "Plus de 65 ans\nMoins de 12 ans\nFamilles",
            "Other in-kind gifts\nCoats\nBlankets",
            "Plus de cent personnes ont signé la pétition remise lundi au conseil de la ville.",
        ),
    ),
    Rule(
        name="read-more",
        reason="A link to the rest of a text.",
        source="page templates",
        drops=READ_MORE,
        taken=(
            "Read more »",
            "Continue reading",
            "Read also: The bridge closes",
            "[View the story “Night bus” on the web]",
            "Lire la suite…",
            "En savoir plus",
            "Lire aussi : Le pont ferme pour l'hiver",
        ),
        left=(
            "Read more slowly, the teacher said.",
            "Lire la suite du procès-verbal prend une heure.",
            "Learn more than the rules",
            "Lire aussi souvent que possible",
            "See also: the act of 1911",
        ),
    ),
)
