"""What only HTML can tell: hidden text, landmarks, menus by their class, runs of links."""

from collections.abc import Set

from indexer.cleaning.area import InArea
from indexer.cleaning.markup.evidence import Markup
from indexer.cleaning.page import Page
from indexer.cleaning.rule import Rule

LINK_RUN = 4
CONTROLS = frozenset({"button", "option", "optgroup", "select", "legend", "textarea"})
MAX_CONTROL_WORDS = 12


def is_hidden(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether browsers are told not to show the line."""
    markup = page.content[at].markup
    return markup is not None and markup.hidden


def is_control(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line is a button, a choice or a field of a form."""
    line = page.content[at]
    return (
        line.markup is not None and line.markup.tag in CONTROLS and line.words <= MAX_CONTROL_WORDS
    )


def is_outside_main(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether the page marks its main content, and the line is not in it."""
    markup = page.content[at].markup
    return markup is not None and markup.in_main is False and markup.level != 1


def in_link_run(page: Page, at: int, taken: Set[int]) -> bool:
    """Whether a line is one of several short ones in a row that are links and nothing else."""
    return page.link_runs[at] >= LINK_RUN


def marked(page: Page) -> list[tuple[int, Markup]]:
    """The lines that carry markup."""
    return [(at, line.markup) for at, line in enumerate(page.content) if line.markup is not None]


def area_rule(name: str, reason: str, opening: str, closing: str, *kinds: str) -> Rule:
    """The rule for one kind of area; the examples stand inside and outside of it."""
    return Rule(
        name=name,
        reason=reason,
        source="HTML landmarks and ARIA roles; class names of a few hundred sites",
        drops=InArea(frozenset(kinds)),
        taken=(
            f"{opening}<p>Transit desk weekly</p>{closing}",
            f"{opening}<p>Le coin des transports</p>{closing}",
        ),
        left=(
            "<div class='story'><p>Transit desk weekly</p></div>",
            "<div class='texte'><p>Le coin des transports</p></div>",
        ),
    )


RULES = (
    Rule(
        name="hidden",
        reason="The page tells browsers not to show it.",
        source="HTML standard: the hidden attribute; CSS display and visibility",
        drops=is_hidden,
        among=lambda page: [at for at, markup in marked(page) if markup.hidden],
        taken=(
            "<p hidden>Transit desk weekly</p>",
            "<div style='display:none'>Le coin des transports</div>",
        ),
        left=("<p style='color:red'>Transit desk weekly</p>", "<p>Le coin des transports</p>"),
    ),
    Rule(
        name="form-control",
        reason="A button, a choice or a field of a form.",
        source="HTML standard: form controls",
        drops=is_control,
        among=lambda page: [at for at, markup in marked(page) if markup.tag in CONTROLS],
        taken=(
            "<select><option>Ward seven</option></select>",
            "<button>Voir le quartier</button>",
        ),
        left=("<ul><li>Ward seven</li></ul>", "<p>Voir le quartier</p>"),
    ),
    area_rule("in-menu", "It lies in a menu.", "<nav>", "</nav>", "menu"),
    area_rule(
        "in-page-header",
        "It lies in the site's header, above the page.",
        "<div class='site-header'>",
        "</div>",
        "page-header",
    ),
    area_rule(
        "in-page-footer", "It lies in the page's footer.", "<footer>", "</footer>", "page-footer"
    ),
    area_rule("in-sidebar", "It lies in a column beside the page.", "<aside>", "</aside>", "aside"),
    area_rule(
        "in-related",
        "It lies in a list of other pages.",
        "<div class='related-posts'>",
        "</div>",
        "related",
    ),
    area_rule(
        "in-share-bar", "It lies in a bar for sharing.", "<ul class='share'>", "</ul>", "share"
    ),
    area_rule(
        "in-consent-note",
        "It lies in a note on cookies.",
        "<div id='cookie-notice'>",
        "</div>",
        "consent",
    ),
    area_rule(
        "in-newsletter-box",
        "It lies in a box that asks to subscribe.",
        "<div class='newsletter-box'>",
        "</div>",
        "newsletter",
    ),
    area_rule(
        "in-advert", "It lies in a place for advertising.", "<div class='ads'>", "</div>", "advert"
    ),
    area_rule(
        "in-dialog", "It lies in a window that pops up.", "<dialog open>", "</dialog>", "dialog"
    ),
    area_rule(
        "in-form-area",
        "It lies in a form to search, sign in or comment.",
        "<div class='comment-form'>",
        "</div>",
        "search",
        "account",
        "comment-form",
        "tags",
    ),
    Rule(
        name="outside-main",
        reason="It lies outside of what the page marks as its main content.",
        source="HTML standard: the main and article elements",
        drops=is_outside_main,
        among=lambda page: [at for at, markup in marked(page) if markup.in_main is False],
        taken=(
            "</div><main><p>{prose}</p><p>{prose}</p></main><p>Transit desk weekly</p>",
            "</div><main><p>{prose}</p><p>{prose}</p></main><p>Le coin des transports</p>",
        ),
        left=("<p>Transit desk weekly</p>", "<p>Le coin des transports</p>"),
    ),
    Rule(
        name="link-run",
        reason="One of several short lines in a row that are links and nothing else.",
        source="jusText, doc/algorithm.rst, MAX_LINK_DENSITY",
        drops=in_link_run,
        among=lambda page: [at for at, run in enumerate(page.link_runs) if run >= LINK_RUN],
        taken=(
            "<ul>" + "<li><a href='/x'>Ward news</a></li>" * 5 + "</ul>",
            "<ul>" + "<li><a href='/x'>Le quartier</a></li>" * 5 + "</ul>",
        ),
        left=(
            "<ul>" + "<li><a href='/x'>Ward news</a> from the hall</li>" * 5 + "</ul>",
            "<ul>" + "<li>Le quartier</li>" * 5 + "</ul>",
        ),
    ),
)
