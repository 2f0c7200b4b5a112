"""Headings of a text that are words of furniture elsewhere: "Report", "Register", "Disclaimer".

A law has a part of that name, a page a button. The part stands above running text, with nothing
but its number between.
"""

import re

from indexer.cleaning.page import Page
from indexer.cleaning.words import words

HEADINGS = words(
    phrases="""
    report; register; reply; details; topics; category; categories; subtotal; table of contents
    disclaimer; terms( and conditions| of sale| of use|); code of conduct; important notices
    accessibility( statement|); advertising; legal information; privacy statement
    inscription; connexion; confidentialite; avis importants; avis de confidentialite; annonces
    (conditions|modalites) (generales|d'utilisation); rubriques; thematiques; table des matieres
    """
).phrases

# "12", "(1)", "4.2", "a)", "IV."
NUMBER = re.compile(r"[(\[]?(\d{1,4}(\.\d{1,3}){0,3}|[a-z]|[ivxlIVXL]{1,6})[.)\]:]{0,2}")
MOST_NUMBERS = 2


def heads_text(page: Page, at: int) -> bool:
    """Whether a line is such a heading, no link, and running text follows below its number."""
    line = page.content[at]
    if line.key not in HEADINGS or (line.markup is not None and line.markup.link_share > 0):
        return False
    for below in page.content[at + 1 : at + 2 + MOST_NUMBERS]:
        if below.is_prose:
            return True
        if not NUMBER.fullmatch(below.text.strip()):
            return False
    return False
