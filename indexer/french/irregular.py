"""French words whose forms no rule brings together, or whose stem is that of another word.

travail   travaux            no ending of Snowball's makes them one
conseil   conseiller         Snowball takes "-er" for a verb's: a councillor becomes a council
"""

# Nouns and adjectives in -er, -ers, -ère, -ères. Those in -ier are brought together by Snowball,
# but for the shortest.
IN_ER = """
    amer archer berger boucher boulanger bucher cher clocher conseiller danger entier etranger fier
    foyer horloger leader leger loyer maraicher mensonger messager oreiller passager plancher
    potager rocher usager verger viager
""".split()  # noqa: SIM905

# The forms of a word on a line, folded; the first is the stem of all.
IRREGULAR = """
    abandon abandons
    adieu adieux
    annee annees
    aveu aveux
    bail baux
    bas basse basses
    beau beaux bel belle belles
    bijou bijoux
    blanc blancs blanche blanches
    bleu bleus bleue bleues
    bref brefs breve breves
    cheveu cheveux
    clou clous
    convoi convois
    divers diverse diverses
    emploi emplois
    enjeu enjeux
    entree entrees
    envoi envois
    epoux epouse epouses
    essai essais
    faux fausse fausses
    feu feux
    fou fous
    franc francs franche franches
    genou genoux
    gras grasse grasses
    gris grise grises
    gros grosse grosses
    hiver hivers
    jeu jeux
    lieu lieux
    loi lois
    long longs longue longues
    lu lus lue lues
    materiau materiaux
    milieu milieux
    neuf neufs neuve neuves
    neveu neveux
    nourrisson nourrissons
    nouveau nouveaux nouvel nouvelle nouvelles
    nu nus nue nues
    nul nuls nulle nulles
    oeil yeux
    pneu pneus
    public publics publique publiques
    renvoi renvois
    roi rois
    serment serments
    souvenir souvenirs
    tournoi tournois
    travail travaux
    trou trous
    vieux vieil vieille vieilles
    vitrail vitraux
    voeu voeux
    vrai vrais vraie vraies
    vu vus vue vues
"""

# Words that end as verbs do ("-ent", "-is") or as plurals do ("-os", "-is"), and are neither.
UNLIKE_THEIR_ENDING = """
    ardent avis colis content contingent couvent denis devis dispos excellent fervent florent
    intermittent iris laurent logis mecontent oasis paradis paris parvis propos radis repos ressent
    rubis souvent sursis tapis tennis vincent
""".split()  # noqa: SIM905


def _stems() -> dict[str, str]:
    """The stem of each word of the tables."""
    made = {word: word for word in UNLIKE_THEIR_ENDING}
    made |= {f"{word}s": word for word in UNLIKE_THEIR_ENDING if word.endswith("ent")}
    for line in IRREGULAR.strip().splitlines():
        stem, *others = line.split()
        made |= dict.fromkeys((stem, *others), stem)
    for word in IN_ER:
        feminine = f"{word.removesuffix('er')}ere"
        made |= dict.fromkeys((word, f"{word}s", feminine, f"{feminine}s"), word)
    return made


STEM_OF = _stems()
