"""The foot of a page: rights, legal links, who made the site, advertising."""

from collections.abc import Set

from indexer.cleaning.context import near_end, short_lines_to_the_end
from indexer.cleaning.line import Line
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule
from indexer.cleaning.words import words

# How far above an item of a list the item before it can stand, with what lies between.
ITEM_LINES = 30


def is_no_item(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether "(c)" at a line's beginning is no letter of a list: the last above is no "(b)"."""
    if letter_of(page.content[at]) != "c":
        return True
    above = (letter_of(line) for line in reversed(page.content[max(0, at - ITEM_LINES) : at]))
    return next((letter for letter in above if letter in ("b", "c", "d")), "") != "b"


def letter_of(line: Line) -> str:
    """The letter that a line begins with as an item of a list, "b" for "(b)" or "b)"; or ""."""
    start = line.text.lstrip().lower().removeprefix("(")[:2]
    return start[:1] if start.endswith(")") else ""


# In the text of a law, "(c)" is a paragraph's letter: it speaks of rights before a year or a word
# of rights only.
COPYRIGHT = words(
    phrases="all rights reserved; tous droits reserves; copyright; copyright notice; droits "
    "d'auteur; all content copyright; creative commons",
    patterns=(
        r"(copyright|copr\.?) ?(©|\(c\)|by\b|\d{4}).{0,200}",
        r"(\(c\)|c\)) ?(copyright ?)?(19|20)\d\d( ?[-,/] ?(19|20)?\d\d)*[\w'&.,()| -]{0,80}",
        r"© ?.{0,100}(\d{4}|\b(inc|ltd)\b|reserved|reserves).{0,160}",
        r"(\(c\)|c\)) ?(copyright|all rights|tous droits)\b.{0,160}",
        r"© .{1,120}",
        r"[\w'&.,()© /|-]{0,80}(all rights reserved|tous droits reserves)",
        r"(all rights reserved|tous droits reserves)( ?[©.|,-]| \d{4}| to the| aux?| a la).{0,160}",
        r"\d{4}( ?- ?\d{4})?,? .{2,60}(all rights reserved|tous droits reserves).{0,120}",
        r"(droits d'auteur|tous droits) ?[©:,(c) -]{0,8}\d{4}.{0,120}",
        r"(this|all) (material|content|work|article|site) (may not be (published|broadcast|"
        r"rewritten|reproduced|redistributed|republished|copied)|is protected by (copyright|"
        r"international)|on this site is|is licensed under|is copyright).{0,240}",
        r"(the contents of this site are|unless otherwise (noted|stated|indicated), (all )?(the "
        r")?contents? (of|on|in) (this|our|the) (web ?)?(site|page|blog)).{0,200}",
        r"(sauf indication contraire, (tout )?(le|les) (contenus?|textes?) (de|du) (ce|notre|cette|"
        r"present) (site|page|blogue?)|le contenu de ce site).{0,40}(licence|droits|"
        r"propriete).{0,160}",
    ),
    when=is_no_item,
)
LEGAL = words(
    phrases="""
    (privacy|cookie|cookies|refund|return|returns|comment) (policy|policies|notice|statement)
    (comments|editorial|corrections|ethics|accessibility) (policy|policies|notice|statement)
    (copyright|security) (policy|policies|notice|statement); privacy & (cookies|terms|security)
    privacy and (cookies|terms); terms (of|and|&) (use|service|conditions|sale)
    terms of use privacy policy; privacy policy terms of (use|service)
    terms (of use |of service |and conditions |)(and|&|/) privacy( policy|)
    legal (notice|notices|information|disclaimer|terms); disclaimer; terms; user agreement
    code of conduct; important notices; advertise( with us| here|); advertising; media kit
    site (map|credits); web accessibility; accessibility (statement|help); ad choices; adchoices
    modern slavery statement; ethics and standards; contact (the |)webmaster; impressum
    report (an |a |)(error|typo|correction)( or typo|); request a correction
    politique (de |sur la |en matiere de |editoriale|de la )(confidentialite|vie privee|cookies)
    politique (de |sur la |en matiere de )(protection des renseignements personnels)
    politique (editoriale|de la )(protection des renseignements personnels)
    politique (de |sur la |en matiere de |editoriale|de la )(accessibilite|moderation)
    (conditions|modalites|termes) (d'utilisation|generales|d'utilisation et confidentialite)
    (conditions|modalites|termes) (de vente|generales d'utilisation|de service); mentions legales
    avis (juridique|juridiques|legal|legaux|de confidentialite|importants)
    avis de non-responsabilite; confidentialite; (annoncez|publicite) (avec nous|chez nous)
    credits du site; signaler une (erreur|coquille); code de conduite
    nous joindre mentions legales
    """,
    patterns=(
        r"(privacy( policy| notice)?|terms( of (use|service)| (and|&) conditions)?|cookies?( "
        r"policy)?|accessibility|sitemap|site map|contact( us)?|about( us)?|careers|help|"
        r"advertise|legal|disclaimer)( ?[|•·/,-] ?(privacy( policy| notice)?|terms( of (use|"
        r"service)| (and|&) conditions)?|cookies?( policy)?|accessibility|sitemap|site map|"
        r"contact( us)?|about( us)?|careers|help|advertise|legal|disclaimer)){1,12}",
        r"(confidentialite|mentions legales|conditions d'utilisation|plan du site|accessibilite|"
        r"nous joindre|a propos|contact|aide|emplois|carrieres)( ?[|•·/,-] ?(confidentialite|"
        r"mentions legales|conditions d'utilisation|plan du site|accessibilite|nous joindre|a "
        r"propos|contact|aide|emplois|carrieres)){1,12}",
    ),
)
POWERED = words(
    phrases="proudly powered by wordpress; powered by (wordpress|drupal|blogger|squarespace|wix|"
    "joomla|ghost|shopify|tumblr|disqus|vbulletin|phpbb); fierement propulse par "
    "wordpress; propulse par (wordpress|drupal|spip|joomla)",
    patterns=(
        r"(proudly )?powered by [\w.' -]{2,30}( (theme|and|&|\||-) .{0,80})?",
        r"((web ?)?site|theme|web|website)( design(ed)?| developed| built| created| hosting| "
        r"hosted)?( (and|&) (developed|built|hosted|development))?( by|:) [\w.' &-]{2,40}",
        r"(fierement )?propulse par [\w.' -]{2,30}.{0,60}",
        r"(conception|realisation|creation|theme|site)( web)?( du site)?( :| par) [\w.' &-]{2,40}",
    ),
    when=near_end,
)
ADVERT = words(
    phrases="""
    advertisement( - continue reading below|); advertisements; advertisement advertisement; ad
    ads; sponsored( content| by| post|); story continues below( advertisement|)
    article continues (below|after)( advertisement| ad| this ad|); continue reading below
    ads by google; promoted; paid advertisement
    this advertisement has not loaded yet, but your article continues below; report this ad
    remove ads; close ad; why you're seeing this ad; advertising; article content
    the rest of the article continues below; scroll to continue( with content|)
    publicite; publicites; annonce; annonces; la suite (apres|sous) la publicite
    l'article continue (apres|sous) la publicite; la suite de l'article (apres|sous) la publicite
    contenu sponsorise; publi-reportage; signaler cette annonce; commandite; contenu de l'article
    poursuivez la lecture ci-dessous
    """,
    patterns=(
        r"(advertisement|publicite|ad)( [-:|/] ?| )(advertisement|publicite|ad|scroll to "
        r"continue.{0,40}|story continues below|continue reading below)",
        r"(we|this (post|article|page)|our site|as an amazon associate,? (i|we)) (may )?(earn|"
        r"receive|contains?|get|include)s? (a |an )?(small )?(commissions?|affiliate|from "
        r"qualifying).{0,260}",
        r"(products are|every product is|all products) (chosen|selected|"
        r"independently).{0,60}(editors|commission).{0,160}",
    ),
)

RULES = (
    Rule(
        name="copyright",
        reason="It states who has the rights to the site.",
        source="page templates",
        drops=COPYRIGHT,
        follows=short_lines_to_the_end,
        taken=(
            "© 2017 Example Media Inc. All rights reserved.",
            "Copyright 2012-2016 Example",
            "(c) 2017 Example Media",
            "(c) All rights reserved",
            "© 2017 Example Media\nThe Quay, Alder\nFerries",
            "Tous droits réservés © 2018 Exemple",
        ),
        left=(
            "Copyright law changed in 2012, and schools pay less since.",
            "Le droit d'auteur a changé en 2012.",
            "She said that all rights reserved to tenants had been lost.",
            "(b) a fee of 1985;\n(c) 2010 and later years, including income from rent;",
            "(c) income from rent, including that of 1985",
            "(c) any increase of the fee since 1985;",
            "Sauf indication contraire, les droits prévus au tarif sont payés en 2019.",
            "This work may not be carried out in winter.",
        ),
    ),
    Rule(
        name="legal-links",
        reason="A link to the site's terms and policies.",
        source="page templates",
        drops=LEGAL,
        taken=(
            "Privacy Policy",
            "Terms of Use | Privacy | Contact",
            "Mentions légales",
            "Conditions d'utilisation\nPlan du site",
        ),
        left=(
            "The privacy policy of the city forbids it.",
            "Disclaimer\nThe town makes no promise that the ferry will run in a storm on any day.",
            "La politique de confidentialité de la ville l'interdit.",
        ),
    ),
    Rule(
        name="powered-by",
        reason="It names the software or the maker of the site.",
        source="WordPress, Drupal and SPIP themes",
        drops=POWERED,
        taken=(
            "Proudly powered by WordPress",
            "Powered by Examplecms | Theme by Someone",
            "Propulsé par SPIP",
        ),
        left=(
            "The buses, powered by batteries, arrive in May and serve four lines in the east of "
            "the city.",
            "Un tramway propulsé par batterie arrive en mai dans les quartiers de l'est de la "
            "ville.",
        ),
    ),
    Rule(
        name="advertisement",
        reason="It marks or makes an advertisement.",
        source="pages of newspapers",
        drops=ADVERT,
        taken=(
            "Advertisement",
            "Story continues below advertisement",
            "Publicité",
            "La suite après la publicité",
        ),
        left=("The advertisement ran for two weeks.", "La publicité a choqué des voisins."),
    ),
)
