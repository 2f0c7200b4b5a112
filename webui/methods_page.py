"""/methods: how this archive was made."""

from dataclasses import replace

from flask import Blueprint, render_template

from webui.asking import ask
from webui.rooms import rooms
from webui.state import SearchState

pages = Blueprint("methods", __name__)

# Reasons, sources and languages that are listed.
MOST_LISTED = 15


@pages.get("/methods")
def methods() -> str:
    """Captures, dates, languages, sources, refusals by reason, removed lines by rule, versions."""
    here = rooms()
    return render_template(
        "research/methods.html",
        state=SearchState(),
        told=here.methods(),
        most=MOST_LISTED,
        engine=ask(here.searcher, replace(SearchState(), limit=0), facets=()).engine,
    )
